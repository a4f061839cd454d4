#include "foundation/json.hpp"
#include "foundation/json_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maple {
namespace {

std::string in_quotes(std::string_view text)
{
    std::string out;
    quote(out, text);
    return out;
}

TEST(JsonText, quotes_what_json_asks_for_and_nothing_else)
{
    EXPECT_EQ(in_quotes(""), R"("")");
    EXPECT_EQ(in_quotes("楼上漏水"), "\"楼上漏水\"");
    EXPECT_EQ(in_quotes("a\"b\\c\n\t\x01"), R"("a\"b\\c\n\t\u0001")");
}

RC_GTEST_PROP(JsonText, a_reader_gets_the_same_text_back, (std::string const& bytes))
{
    std::string ascii = bytes;
    for (auto& c : ascii) c = static_cast<char>(c & 0x7F);
    RC_ASSERT(json::parse(in_quotes(ascii)).as_string() == ascii);
}

}  // namespace
}  // namespace maple
