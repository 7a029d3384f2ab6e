// How much slower than usual a test may find things: beside others, under a sanitizer.
#pragma once

namespace actiscope::test {

/** Sanitizers make everything many times slower; some tests are shorter then. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool isSanitized = true;
#else
inline constexpr bool isSanitized = false;
#endif

inline constexpr int patience = 120'000; ///< ms, for what happens at once on an idle machine

} // namespace actiscope::test
