#include "foundation/record.hpp"
#include "foundation/chinese_text.hpp"

namespace maple {

void check_canonical(std::string_view text)
{
    auto const ascii = [](unsigned char c) { return c < 0x80; };
    if (!std::all_of(text.begin(), text.end(), ascii) && !is_utf8(text)) throw std::invalid_argument("a page of the ledger holds UTF-8 only");
}

void check_canonical(std::int64_t number)
{
    // Beyond these bounds a double, which is what JSON numbers are to others, is not exact.
    constexpr std::int64_t most = (std::int64_t(1) << 53) - 1;
    if (number > most || number < -most) throw std::invalid_argument("a page of the ledger holds no such large number");
}

RecordMembers::RecordMembers(std::span<RecordMember const> members, std::span<std::size_t const> offsets, void const* fresh)
{
    for (std::size_t n = 0; n < members.size(); ++n)
        declared_.push_back({members[n], offsets[n], members[n].empty(static_cast<char const*>(fresh) + offsets[n])});
    canonical_ = declared_;
    std::sort(canonical_.begin(), canonical_.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
}

void RecordMembers::put(void const* record, std::string& out, Order order) const
{
    out += '{';
    std::size_t comma = 1;  // the first member has none
    for (auto const& one : order == Order::declared ? declared_ : canonical_) {
        auto const* member = static_cast<char const*>(record) + one.offset;
        if (one.may_be_left_out && one.empty(member)) continue;
        out.append(one.text, comma, one.text.npos);
        comma = 0;
        one.put(member, out, order);
    }
    out += '}';
}

void RecordMembers::read(JsonReader& in, void* into) const
{
    std::size_t expected = 0;  // as a rule members come in the order in which they are declared
    in.object([&](std::string_view name) {
        for (std::size_t n = 0; n < declared_.size(); ++n) {
            auto const& one = declared_[(expected + n) % declared_.size()];
            if (one.name != name) continue;
            expected = (expected + n + 1) % declared_.size();
            return one.read(in, static_cast<char*>(into) + one.offset);
        }
        in.skip();
    });
}

void put_list(void const* first, std::size_t items, std::size_t size, void (*put)(void const*, std::string&, Order), std::string& out, Order order)
{
    out += '[';
    for (std::size_t n = 0; n < items; ++n) {
        if (n) out += ',';
        put(static_cast<char const*>(first) + n * size, out, order);
    }
    out += ']';
}

}  // namespace maple
