#include "foundation/key.hpp"
#include "foundation/time.hpp"

#include <array>
#include <atomic>
#include <random>

namespace maple {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// The value of each character as a digit, in either case; -1 for what is none.
constexpr auto digit_of = [] {
    std::array<signed char, 256> values{};
    values.fill(-1);
    for (std::size_t n = 0; n < alphabet.size(); ++n) {
        auto const c = static_cast<unsigned char>(alphabet[n]);
        values[c] = static_cast<signed char>(n);
        if (c >= 'A') values[c - 'A' + 'a'] = static_cast<signed char>(n);
    }
    return values;
}();

std::int64_t random_start()
{
    std::random_device source;
    return source() & 0x1FFFFF;
}

}  // namespace

Key new_key()
{
    static std::int64_t const lowest = random_start();
    static std::atomic<std::int64_t> latest{0};
    std::int64_t const by_clock = ((real_time().us / 1000) << 21) | lowest;
    std::int64_t seen = latest.load(), next;
    do next = by_clock > seen ? by_clock : seen + 1;
    while (!latest.compare_exchange_weak(seen, next));
    return {next};
}

std::string shown(Key key)
{
    std::string out(13, '0');
    auto rest = static_cast<std::uint64_t>(key.n);
    for (auto at = out.rbegin(); at != out.rend(); ++at, rest >>= 5) *at = alphabet[rest & 31];
    return out;  // short enough to need no memory of its own
}

std::optional<Key> key_from_shown(std::string_view s)
{
    if (s.size() != 13) return std::nullopt;
    std::uint64_t n = 0;
    for (char const c : s) {
        auto const digit = digit_of[static_cast<unsigned char>(c)];
        if (digit < 0 || n >> 58) return std::nullopt;
        n = n << 5 | std::uint64_t(digit);
    }
    return Key{static_cast<std::int64_t>(n)};
}

}  // namespace maple
