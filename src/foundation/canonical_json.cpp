#include "foundation/canonical_json.hpp"
#include "foundation/chinese_text.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <utility>
#include <vector>

namespace maple {
namespace {

// UTF-16 code units order U+10000 and above before U+E000..U+FFFF; bytes of UTF-8 do not.
bool before(std::string_view a, std::string_view b)
{
    auto const [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (x == a.end() || y == b.end()) return a.size() < b.size();
    auto const p = static_cast<unsigned char>(*x), q = static_cast<unsigned char>(*y);
    // In UTF-16 what begins with F0 or above is surrogates: behind ED (to U+D7FF), before EE (from U+E000).
    auto const rank = [](unsigned char c) { return c >= 0xF0 ? c - 2 : c >= 0xEE ? c + 16 : c; };
    return rank(p) < rank(q);
}

void write_string(std::string_view s, std::string& out)
{
    if (!is_utf8(s)) throw std::invalid_argument("a page of the ledger holds UTF-8 only");
    out += '"';
    for (char c : s) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                char escape[8];
                std::snprintf(escape, sizeof escape, "\\u%04x", c);
                out += escape;
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

template <class Integer> void write_integer(Integer n, std::string& out)
{
    // Beyond these bounds a double, which is what JSON numbers are to others, is not exact.
    constexpr std::int64_t most = (std::int64_t(1) << 53) - 1;
    if (std::cmp_greater(n, most) || std::cmp_less(n, -most)) throw std::invalid_argument("a page of the ledger holds no such large number");
    out += std::to_string(n);
}

void write(json::value const& v, int depth, std::string& out);

void write_object(json::object const& object, int depth, std::string& out)
{
    std::vector<json::key_value_pair const*> members;
    for (auto const& member : object) members.push_back(&member);
    std::sort(members.begin(), members.end(), [](auto const* a, auto const* b) { return before(a->key(), b->key()); });
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i) out += ',';
        write_string(members[i]->key(), out);
        out += ':';
        write(members[i]->value(), depth + 1, out);
    }
    out += '}';
}

void write(json::value const& v, int depth, std::string& out)
{
    if (depth > 100) throw std::invalid_argument("a page of the ledger is not so deeply nested");
    switch (v.kind()) {
    case json::kind::null: out += "null"; break;
    case json::kind::bool_: out += v.get_bool() ? "true" : "false"; break;
    case json::kind::int64: write_integer(v.get_int64(), out); break;
    case json::kind::uint64: write_integer(v.get_uint64(), out); break;
    case json::kind::double_: throw std::invalid_argument("a page of the ledger holds no fractions");
    case json::kind::string: write_string(v.get_string(), out); break;
    case json::kind::object: write_object(v.get_object(), depth, out); break;
    case json::kind::array:
        out += '[';
        for (std::size_t i = 0; i < v.get_array().size(); ++i) {
            if (i) out += ',';
            write(v.get_array()[i], depth + 1, out);
        }
        out += ']';
        break;
    }
}

}  // namespace

std::string canonical_json(json::value const& v)
{
    std::string out;
    write(v, 0, out);
    return out;
}

}  // namespace maple
