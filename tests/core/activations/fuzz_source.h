// Chance for fuzz tests of formulas. The seed is printed and can be given in ACTISCOPE_FUZZ_SEED.
#pragma once

#include <QTest>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace actiscope::test {

class FuzzSource {
protected:
    void begin()
    {
        const unsigned seed =
            qEnvironmentVariableIsSet("ACTISCOPE_FUZZ_SEED") ? qEnvironmentVariableIntValue("ACTISCOPE_FUZZ_SEED") : std::random_device()();
        qInfo("ACTISCOPE_FUZZ_SEED=%u", seed);
        m_random.seed(seed);
    }

    std::size_t below(std::size_t bound) { return m_random() % bound; }

    template <class Item>
    const Item &oneOf(const std::vector<Item> &items)
    {
        return items[below(items.size())];
    }

    /** The parts with `sign` between them, in any order, in brackets here and there. */
    std::string joined(std::vector<std::string> parts, const std::string &sign)
    {
        std::ranges::shuffle(parts, m_random);
        while (parts.size() > 1) {
            const std::size_t at = below(parts.size() - 1);
            const std::string both = parts[at] + sign + parts[at + 1];
            parts[at] = below(2) == 0 && parts.size() > 2 ? "(" + both + ")" : both;
            parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at) + 1);
        }
        return parts.front();
    }

private:
    std::mt19937 m_random;
};

} // namespace actiscope::test
