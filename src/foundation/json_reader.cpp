#include "foundation/json_reader.hpp"

#include <algorithm>
#include <charconv>

namespace maple {
namespace {

constexpr int deepest = 100;  // as deep as canonical JSON writes

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

void put_utf8(std::string& out, std::uint32_t code)
{
    auto const tail = [&](int shift) { out += char(0x80 | (code >> shift & 0x3F)); };
    if (code < 0x80) out += char(code);
    else if (code < 0x800) out += char(0xC0 | code >> 6), tail(0);
    else if (code < 0x10000) out += char(0xE0 | code >> 12), tail(6), tail(0);
    else out += char(0xF0 | code >> 18), tail(12), tail(6), tail(0);
}

}  // namespace

void JsonReader::broken() const
{
    throw CorruptPage("a record cannot be read: its JSON is broken at byte " + std::to_string(at_));
}

char JsonReader::next()
{
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
}

void JsonReader::expect(char c)
{
    if (next() != c) broken();
    ++at_;
}

void JsonReader::open(char c)
{
    expect(c);
    if (++depth_ > deepest) broken();
}

bool JsonReader::more(char end, bool first)
{
    if (next() == end) {
        ++at_;
        --depth_;
        return false;
    }
    if (!first) expect(',');
    return true;
}

void JsonReader::object(void* with, void (*member)(void*, std::string_view))
{
    std::string room;
    open('{');
    for (bool first = true; more('}', first); first = false) {
        auto const name = string(room);
        expect(':');
        member(with, name);
    }
}

void JsonReader::array(void* with, void (*item)(void*))
{
    open('[');
    for (bool first = true; more(']', first); first = false) item(with);
}

void JsonReader::word(std::string_view expected)
{
    if (text_.substr(at_, expected.size()) != expected) broken();
    at_ += expected.size();
}

bool JsonReader::null()
{
    if (next() != 'n') return false;
    word("null");
    return true;
}

bool JsonReader::boolean()
{
    bool const yes = next() == 't';
    word(yes ? "true" : "false");
    return yes;
}

std::int64_t JsonReader::integer()
{
    next();
    std::int64_t n = 0;
    auto const* const begin = text_.data() + at_;
    auto const [end, bad] = std::from_chars(begin, text_.data() + text_.size(), n);
    at_ += std::size_t(end - begin);
    // A fraction has no place in a record.
    if (bad != std::errc{} || (at_ < text_.size() && (text_[at_] == '.' || text_[at_] == 'e' || text_[at_] == 'E'))) broken();
    return n;
}

std::size_t JsonReader::end_of_plain() const
{
    auto const end = text_.find('"', at_);  // each of the two is looked for eight and more bytes at once
    if (end == text_.npos) broken();
    return std::min(end, text_.substr(0, end).find('\\', at_));
}

std::string_view JsonReader::string(std::string& room)
{
    expect('"');
    auto end = end_of_plain();
    if (text_[end] == '"') {
        auto const plain = text_.substr(at_, end - at_);
        at_ = end + 1;
        return plain;
    }
    room.clear();
    for (;; end = end_of_plain()) {
        room.append(text_, at_, end - at_);
        at_ = end + 1;
        if (text_[end] == '"') return room;
        unescape(room);
    }
}

void JsonReader::unescape(std::string& into)
{
    if (at_ >= text_.size()) broken();
    constexpr std::string_view letters = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    char const letter = text_[at_++];
    if (auto const known = letters.find(letter); known != letters.npos) {
        into += meant[known];
        return;
    }
    if (letter != 'u') broken();
    auto code = code_unit();
    if (code >= 0xD800 && code < 0xDC00) {  // the first half of a pair
        word("\\u");
        auto const low = code_unit();
        if (low < 0xDC00 || low > 0xDFFF) broken();
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    } else if (code >= 0xDC00 && code < 0xE000) {
        broken();
    }
    put_utf8(into, code);
}

std::uint32_t JsonReader::code_unit()
{
    if (text_.size() - at_ < 4) broken();
    std::uint32_t code = 0;
    auto const* const begin = text_.data() + at_;
    auto const [end, bad] = std::from_chars(begin, begin + 4, code, 16);
    if (bad != std::errc{} || end != begin + 4) broken();
    at_ += 4;
    return code;
}

std::string_view JsonReader::skip()
{
    auto const first = next();
    auto const begin = at_;
    std::string room;
    switch (first) {
    case '{': object([&](std::string_view) { skip(); }); break;
    case '[': array([&] { skip(); }); break;
    case '"': string(room); break;
    case 't':
    case 'f': boolean(); break;
    case 'n': null(); break;
    default: integer();
    }
    return text_.substr(begin, at_ - begin);
}

}  // namespace maple
