// How much slower than usual a test may find things: beside others, under a sanitizer.
#pragma once

namespace actiscope::test {

/** Sanitizers make everything many times slower; some tests are shorter then. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool isSanitized = true;
#else
inline constexpr bool isSanitized = false;
#endif

/** For a test function that compares figures of long runs: minutes under a sanitizer, which finds nothing there that a shorter run does not show. */
#define SKIP_WHERE_SLOW                                                   \
    do {                                                                  \
        if (actiscope::test::isSanitized)                                 \
            QSKIP("figures of long runs; the same code runs with others"); \
    } while (false)

inline constexpr int patience = 120'000; ///< ms, for what happens at once on an idle machine

} // namespace actiscope::test
