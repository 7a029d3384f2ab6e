// Measures several contenders in turn, round after round, so that whatever else the machine does hits all alike.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace actiscope::bench {

/** Seconds that `work` takes. */
double secondsOf(const std::function<void()> &work);

/** The middle value. */
double median(std::vector<double> values);

/** One thing that is measured: `work` does `flops` floating-point operations. */
struct Contender {
    std::string name;
    double flops = 0;
    std::function<void()> work;
    std::vector<double> seconds; ///< one a round
};

/** Runs every contender once a round. */
void measureInTurn(std::vector<Contender> &contenders, int rounds);

/** GFLOP/s of `a` over that of `b` in the same round: median, lowest and highest. */
struct Ratio {
    double median = 0;
    double lowest = 0;
    double highest = 0;
};
Ratio ratio(const Contender &a, const Contender &b);
void printRatio(const char *what, const Ratio &found, const char *aim);

/** Best of all rounds, in GFLOP/s: what else the machine does can only slow a round down. */
double bestRate(const Contender &contender);

/** Prints milliseconds, GFLOP/s and the ratio to the first contender's GFLOP/s in the same round, as medians. */
void printTable(const std::vector<Contender> &contenders);

} // namespace actiscope::bench
