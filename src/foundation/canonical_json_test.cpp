#include "foundation/canonical_json.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <stdexcept>
#include <unicode/unistr.h>

namespace maple {
namespace {

// The order of UTF-16 code units by way of UTF-16 itself.
bool before_in_utf16(std::string const& a, std::string const& b)
{
    return icu::UnicodeString::fromUTF8(a).compare(icu::UnicodeString::fromUTF8(b)) < 0;
}

std::string any_text()
{
    auto const characters = *rc::gen::container<std::vector<UChar32>>(
        rc::gen::element<UChar32>('a', 'b', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFB33, 0xFFFD, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF));
    icu::UnicodeString text;
    for (auto c : characters) text.append(c);
    std::string out;
    return text.toUTF8String(out);
}

}  // namespace

TEST(CanonicalJson, keys_sort_as_in_the_example_of_the_rfc)
{
    // RFC 8785 section 3.2.3.
    auto const value = json::parse(R"({"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"})");
    EXPECT_EQ(canonical_json(value), "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
                                     "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST(CanonicalJson, any_two_keys_sort_by_utf_16_code_units)
{
    EXPECT_TRUE(rc::check([] {
        auto const a = any_text(), b = any_text();
        RC_PRE(a != b);
        auto const text = canonical_json(json::object{{a, 1}, {b, 2}});
        RC_ASSERT((text.find(":1") < text.find(":2")) == before_in_utf16(a, b));
    }));
}

TEST(CanonicalJson, only_what_must_be_escaped_is_escaped)
{
    EXPECT_EQ(canonical_json(json::string("\b\f\n\r\t\"\\/\x01\x1F\x7F<克拉玛依>")), "\"\\b\\f\\n\\r\\t\\\"\\\\/\\u0001\\u001f\x7F<克拉玛依>\"");
    EXPECT_EQ(canonical_json(json::string(std::string_view("\0", 1))), "\"\\u0000\"");
}

TEST(CanonicalJson, values_of_every_kind_have_one_text)
{
    EXPECT_EQ(canonical_json(json::parse(" [ null , true,false , 0, -1, 9007199254740991, {}, [ ], {\"b\" : {\"z\":1,\"a\":2}, \"a\":[] } ] ")),
              "[null,true,false,0,-1,9007199254740991,{},[],{\"a\":[],\"b\":{\"a\":2,\"z\":1}}]");
    EXPECT_EQ(canonical_json(json::value(std::uint64_t(5))), canonical_json(json::value(std::int64_t(5))));
}

TEST(CanonicalJson, what_has_no_one_text_is_refused)
{
    json::value deep = 1;
    for (int i = 0; i < 102; ++i) deep = json::array{deep};
    for (auto const& bad : {json::value(1.5), json::value(1.0), json::value(std::int64_t(1) << 53), json::value(-(std::int64_t(1) << 53)),
                            json::value(~std::uint64_t(0)), json::value(json::string("\xFF")), json::value(json::object{{"\xED\xA0\x80", 1}}), deep})
        EXPECT_THROW(canonical_json(bad), std::invalid_argument);
}

TEST(CanonicalJson, its_text_reads_back_as_the_same_value)
{
    EXPECT_TRUE(rc::check([] {
        json::object object;
        for (int i = *rc::gen::inRange(0, 6); i > 0; --i) object[any_text()] = json::array{any_text(), i, nullptr};
        auto const text = canonical_json(object);
        RC_ASSERT(json::parse(text) == object);
        RC_ASSERT(canonical_json(json::parse(text)) == text);
    }));
}

}  // namespace maple
