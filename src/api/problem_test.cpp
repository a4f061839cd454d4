#include "api/problem.hpp"
#include "api/words.hpp"

#include <gtest/gtest.h>

namespace maple::api {
namespace {

TEST(problem, names_the_article_as_it_stood_on_the_day)
{
    auto const book = law::open_book({});
    auto const refusal = refuse(Because::forbidden_by, "wrong_stage", {}, "CPL-205");
    auto const named_at = [&](Date day) {
        auto const body = json::parse(problem(refusal, Language::en, &book, "r", start_of(day)).body);
        return std::string(body.at("article").at("article").as_string());
    };
    using namespace std::chrono;
    EXPECT_NE(named_at({sys_days(2023y / 12 / 31)}).find("201"), std::string::npos);
    EXPECT_NE(named_at({sys_days(2024y / 1 / 1)}).find("205"), std::string::npos);
}

TEST(problem, says_when_to_come_back_and_in_which_language_it_speaks)
{
    auto const busy = problem(refuse(Because::busy, "busy", {{"seconds", "2"}}), Language::en, nullptr, "r", real_time());
    EXPECT_EQ(busy.status, 503);
    auto const has = [&](std::string const& name, std::string const& value) {
        return std::find(busy.headers.begin(), busy.headers.end(), std::pair(name, value)) != busy.headers.end();
    };
    EXPECT_TRUE(has("Retry-After", "2"));
    EXPECT_TRUE(has("Content-Language", "en"));
    EXPECT_TRUE(json::parse(busy.body).at("article").is_null());
}

}  // namespace
}  // namespace maple::api
