#include "foundation/json_reader.hpp"
#include "foundation/json.hpp"
#include "foundation/json_text.hpp"

#include <gtest/gtest.h>
#include <map>
#include <rapidcheck/gtest.h>

namespace maple {
namespace {

std::string string_in(std::string_view text)
{
    JsonReader in(text);
    std::string room;
    return std::string(in.string(room));
}

TEST(JsonReader, takes_value_after_value_in_their_order)
{
    JsonReader in(R"( { "name" : "克拉玛依", "n":-17, "yes":true, "no" : false, "nothing":null, "list":[1, [2,{}], "three"] } )");
    std::string seen, room;
    in.object([&](std::string_view name) {
        seen += std::string(name) + "=";
        if (name == "name") seen += in.string(room);
        else if (name == "n") seen += std::to_string(in.integer());
        else if (name == "nothing") seen += in.null() ? "null" : "something";
        else if (name == "list") seen += in.skip();
        else seen += in.boolean() ? "yes" : "no";
        seen += ";";
    });
    EXPECT_EQ(seen, R"(name=克拉玛依;n=-17;yes=yes;no=no;nothing=null;list=[1, [2,{}], "three"];)");
    EXPECT_EQ(in.next(), '\0');
}

TEST(JsonReader, reads_every_escape)
{
    EXPECT_EQ(string_in(R"("a\"b\\c\/d\b\f\n\r\te")"), "a\"b\\c/d\b\f\n\r\te");
    EXPECT_EQ(string_in(R"("\u0001\u00e9\u514b\ud83c\udf41!")"), "\x01é克🍁!");
}

TEST(JsonReader, calls_broken_what_is_broken)
{
    for (std::string_view const broken : {"", "\"", "\"a", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\ud83c\"", "\"\\ud83cxx\"", "\"\\udf41\"",
                                          "[1", "[1 2]", "[,]", "{\"a\"}", "{\"a\":}", "{1:2}", "tru", "nul", "-", "1.5", "1e3", "99999999999999999999", "}"})
        EXPECT_THROW(JsonReader(broken).skip(), CorruptPage) << broken;
    std::string const deep(101, '[');
    EXPECT_THROW(JsonReader(deep).skip(), CorruptPage);
}

RC_GTEST_PROP(JsonReader, gives_back_what_was_quoted, (std::string const& bytes))
{
    std::string ascii = bytes, text;
    for (auto& c : ascii) c = static_cast<char>(c & 0x7F);
    quote(text, ascii);
    RC_ASSERT(string_in(text) == ascii);
}

}  // namespace
}  // namespace maple
