#include "foundation/canonical_json.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <vector>

namespace maple {
namespace {

// UTF-16 code units order U+10000 and above before U+E000..U+FFFF; bytes of UTF-8 do not.
bool before(std::string_view a, std::string_view b)
{
    auto const lead = [](unsigned char c) { return c >= 0xF0 ? 0xED : c; };  // surrogates sort at D800..DFFF
    auto const [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (x == a.end() || y == b.end()) return a.size() < b.size();
    auto const p = static_cast<unsigned char>(*x), q = static_cast<unsigned char>(*y);
    if ((p >= 0xF0) != (q >= 0xF0)) return (p >= 0xF0) ? lead(p) < q : p <= lead(q);
    return p < q;
}

void write_string(std::string_view s, std::string& out)
{
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

void write(json::value const& v, std::string& out);

void write_object(json::object const& object, std::string& out)
{
    std::vector<json::key_value_pair const*> members;
    for (auto const& member : object) members.push_back(&member);
    std::sort(members.begin(), members.end(), [](auto const* a, auto const* b) { return before(a->key(), b->key()); });
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i) out += ',';
        write_string(members[i]->key(), out);
        out += ':';
        write(members[i]->value(), out);
    }
    out += '}';
}

void write(json::value const& v, std::string& out)
{
    switch (v.kind()) {
    case json::kind::null: out += "null"; break;
    case json::kind::bool_: out += v.get_bool() ? "true" : "false"; break;
    case json::kind::int64: out += std::to_string(v.get_int64()); break;
    case json::kind::uint64: out += std::to_string(v.get_uint64()); break;
    case json::kind::double_: throw std::invalid_argument("a page of the ledger holds no fractions");
    case json::kind::string: write_string(v.get_string(), out); break;
    case json::kind::object: write_object(v.get_object(), out); break;
    case json::kind::array:
        out += '[';
        for (std::size_t i = 0; i < v.get_array().size(); ++i) {
            if (i) out += ',';
            write(v.get_array()[i], out);
        }
        out += ']';
        break;
    }
}

}  // namespace

std::string canonical_json(json::value const& v)
{
    std::string out;
    write(v, out);
    return out;
}

}  // namespace maple
