// Tests that are shorter where a sanitizer makes everything many times slower.
#pragma once

namespace actiscope::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool isSanitized = true;
#else
inline constexpr bool isSanitized = false;
#endif

} // namespace actiscope::test
