// Chance that falls the same way every time: SplitMix64 with a fixed seed.
#pragma once
#include <cstdint>
#include <vector>

namespace maple::app::demo {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next()
    {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
    // Both ends included; `least` when the range is empty.
    std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return most <= least ? least : least + std::int64_t(next() % std::uint64_t(most - least + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }

    template <class T> T const& pick(std::vector<T> const& some) { return some.at(std::size_t(between(0, std::int64_t(some.size()) - 1))); }

    // The place in the list, by weights; weights may be broken numbers.
    std::size_t weighted(std::vector<double> const& weights)
    {
        double all = 0;
        for (auto const one : weights) all += one;
        double at = double(next() >> 11) / 9007199254740992.0 * all;
        for (std::size_t i = 0; i < weights.size(); ++i)
            if ((at -= weights[i]) < 0) return i;
        return weights.size() - 1;
    }

private:
    std::uint64_t state_;
};

}  // namespace maple::app::demo
