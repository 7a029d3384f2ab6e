#include "tests/bench/stopwatch.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace actiscope::bench {

double secondsOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void measureInTurn(std::vector<Contender> &contenders, int rounds)
{
    for (int round = 0; round < rounds; ++round)
        for (Contender &contender : contenders)
            contender.seconds.push_back(secondsOf(contender.work));
}

Ratio ratio(const Contender &a, const Contender &b)
{
    std::vector<double> ratios;
    for (std::size_t round = 0; round < a.seconds.size(); ++round)
        ratios.push_back((a.flops / a.seconds[round]) / (b.flops / b.seconds[round]));
    return {median(ratios), *std::ranges::min_element(ratios), *std::ranges::max_element(ratios)};
}

void printTable(const std::vector<Contender> &contenders)
{
    std::printf("%-44s %10s %10s %10s  %s\n", "", "ms", "GFLOP/s", "best", "ratio to sgemm: median (lowest - highest)");
    const Contender &reference = contenders.front();
    for (const Contender &contender : contenders) {
        const Ratio toReference = ratio(contender, reference);
        const double seconds = median(contender.seconds);
        std::printf("%-44s %10.3f %10.1f %10.1f  %.2f (%.2f - %.2f)\n", contender.name.c_str(), seconds * 1e3,
                    contender.flops / seconds * 1e-9, bestRate(contender), toReference.median, toReference.lowest,
                    toReference.highest);
    }
}

void printRatio(const char *what, const Ratio &found, const char *aim)
{
    std::printf("%-64s %.2f (%.2f - %.2f), aim %s\n", what, found.median, found.lowest, found.highest, aim);
}

double bestRate(const Contender &contender)
{
    return contender.flops / std::ranges::min(contender.seconds) * 1e-9;
}

} // namespace actiscope::bench
