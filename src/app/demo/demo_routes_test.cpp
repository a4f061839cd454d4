// The bar of the demo at the door: who can be tried, becoming somebody, moving the clock.
#include "app/demo/clock.hpp"
#include "app/demo/testing.hpp"

#include <gtest/gtest.h>

namespace maple::app::demo {
namespace {

json::object body(http::Response const& answer) { return json::parse(answer.body).as_object(); }

std::string header(http::Response const& answer, std::string_view name)
{
    for (auto const& [one, value] : answer.headers)
        if (one == name) return value;
    return "";
}

http::Request asking(std::string verb, std::string path, json::object const& what = {}, std::string cookie = {})
{
    http::Request request;
    request.verb = std::move(verb);
    request.path = "/api" + std::move(path);
    request.headers = {{"Content-Type", "application/json"}, {"Accept-Language", "zh-CN"}};
    if (!cookie.empty()) request.headers.emplace_back("Cookie", std::move(cookie));
    if (request.verb != "GET") request.body = json::serialize(what);
    return request;
}

std::string cookie_of(http::Response const& answer)
{
    auto const set = header(answer, "Set-Cookie");
    return set.substr(0, set.find(';'));
}

TEST(DemoBar, shows_seven_persons_and_says_that_it_is_a_demo)
{
    auto const bar = body(small_city().dispatcher.ask(asking("GET", "/demo")));
    EXPECT_TRUE(bar.at("demo").as_bool());
    EXPECT_EQ(bar.at("faces").as_array().size(), 7u);
    EXPECT_FALSE(bar.at("note").as_string().empty());
    for (auto const& face : bar.at("faces").as_array()) EXPECT_FALSE(face.at("try_this").as_string().empty()) << face.at("key");
}

TEST(DemoBar, a_click_signs_in_as_each_person_with_work_on_the_desk)
{
    auto& city = small_city();
    for (auto const* key : {"desk_clerk", "mediator", "director", "supervisor", "court_liaison", "informant"}) {
        auto const became = city.dispatcher.ask(asking("POST", "/demo/face", {{"face", key}}));
        ASSERT_EQ(became.status, 200) << key << became.body;
        EXPECT_FALSE(body(became).at("session").at("roles").as_array().empty()) << key;
        auto const bar = body(city.dispatcher.ask(asking("GET", "/demo", {}, cookie_of(became))));
        for (auto const& face : bar.at("faces").as_array())
            EXPECT_EQ(face.at("signed_in").as_bool(), face.at("key").as_string() == key) << key << " " << face.at("key");
        auto const desk = city.dispatcher.ask(asking("GET", "/worklist", {}, cookie_of(became)));
        EXPECT_LT(desk.status, 500) << key;
    }
}

TEST(DemoBar, the_resident_gets_a_code_that_opens_the_own_matter_and_the_old_code_is_void)
{
    auto& city = small_city();
    auto const first = body(city.dispatcher.ask(asking("POST", "/demo/face", {{"face", "resident"}}))).at("code");
    auto const second = body(city.dispatcher.ask(asking("POST", "/demo/face", {{"face", "resident"}}))).at("code");
    EXPECT_NE(first, second);
    auto const matter = city.dispatcher.ask(asking("POST", "/my/matter", {{"code", second}}));
    ASSERT_EQ(matter.status, 200) << matter.body;
    EXPECT_EQ(body(matter).at("my_name").as_string(), "高慧敏");
    EXPECT_EQ(body(matter).at("stage").as_string(), "mediating");
    EXPECT_NE(city.dispatcher.ask(asking("POST", "/my/matter", {{"code", first}})).status, 200);
}

TEST(DemoBar, the_clock_moves_ahead_and_never_back)
{
    auto& city = small_city();
    auto const before = city.clock.now();
    for (auto const days : {0, -1, 367}) EXPECT_EQ(city.dispatcher.ask(asking("POST", "/demo/clock", {{"days", days}})).status, 422) << days;
    EXPECT_LT((city.clock.now().us - before.us) / microseconds_a_day, 1);
    auto const moved = city.dispatcher.ask(asking("POST", "/demo/clock", {{"days", 7}}));
    ASSERT_EQ(moved.status, 200) << moved.body;
    EXPECT_EQ((city.clock.now().us - before.us) / microseconds_a_day, 7);
    EXPECT_GE(DemoClock(*city.store).now().us, before.us + 7 * microseconds_a_day);  // also after a restart
}

TEST(DemoBar, outside_the_demo_there_is_no_such_door)
{
    auto& city = small_city();
    House const real{city.book, city.vault, false};
    api::Dispatcher dispatcher(all_rooms(), *city.store, real, real_time);
    EXPECT_EQ(dispatcher.ask(asking("GET", "/demo")).status, 404);
    EXPECT_EQ(dispatcher.ask(asking("POST", "/demo/face", {{"face", "director"}})).status, 404);
    EXPECT_EQ(dispatcher.ask(asking("POST", "/demo/clock", {{"days", 1}})).status, 404);
}

}  // namespace
}  // namespace maple::app::demo
