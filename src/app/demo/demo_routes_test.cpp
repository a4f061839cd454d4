// The bar of the demo at the door: who can be tried, becoming somebody, moving the clock.
#include "app/demo/clock.hpp"
#include "app/demo/testing.hpp"

#include <gtest/gtest.h>

namespace maple::app::demo {
namespace {

json::object body(http::Response const& answer) { return json::parse(answer.shared ? *answer.shared : answer.body).as_object(); }

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
    auto const mark = path.find('?');
    request.query = mark == path.npos ? "" : path.substr(mark + 1);
    request.path = "/api" + path.substr(0, mark);
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

// What a face's first page shows: where it is asked for, and what of it must be there.
struct FirstPage {
    std::string face, door, shows;
};

TEST(DemoBar, a_click_signs_in_as_each_person_with_work_on_the_first_page)
{
    auto& city = small_city();
    std::set<std::string> met;
    for (auto const& [face, door, shows] : {
             FirstPage{"desk_clerk", "/desk", "items"}, {"desk_clerk", "/leads?status=reported", "leads"}, {"desk_clerk", "/referrals?status=sent", "referrals"},
             {"mediator", "/desk", "items"}, {"director", "/desk", "items"}, {"supervisor", "/disputes", "disputes"},
             {"court_liaison", "/referrals", "referrals"}, {"informant", "/leads?mine=true", "leads"}}) {
        met.insert(face);
        auto const became = city.dispatcher.ask(asking("POST", "/demo/face", {{"face", face}}));
        ASSERT_EQ(became.status, 200) << face << became.body;
        EXPECT_FALSE(body(became).at("session").at("roles").as_array().empty()) << face;
        auto const bar = body(city.dispatcher.ask(asking("GET", "/demo", {}, cookie_of(became))));
        for (auto const& one : bar.at("faces").as_array())
            EXPECT_EQ(one.at("signed_in").as_bool(), one.at("key").as_string() == face) << face << " " << one.at("key");
        auto const page = city.dispatcher.ask(asking("GET", door, {}, cookie_of(became)));
        ASSERT_EQ(page.status, 200) << face << door << page.body;
        EXPECT_FALSE(body(page).at(shows).as_array().empty()) << face << door;
    }
    met.insert("resident");  // who has a code instead; the next test opens the own matter with it
    auto const bar = body(city.dispatcher.ask(asking("GET", "/demo")));
    for (auto const& one : bar.at("faces").as_array())
        EXPECT_TRUE(met.contains(one.at("key").as_string().c_str())) << one.at("key") << " lands nowhere";
}

TEST(DemoBar, the_supervisor_sees_figures_that_count_something)
{
    auto& city = small_city();
    auto const became = city.dispatcher.ask(asking("POST", "/demo/face", {{"face", "supervisor"}}));
    auto const page = city.dispatcher.ask(asking("GET", "/indicators?from=2023-01&to=2023-12", {}, cookie_of(became)));
    ASSERT_EQ(page.status, 200) << page.body;
    auto const told = body(page);
    EXPECT_EQ(told.at("figures").as_array().size(), 6u);
    for (auto const& figure : told.at("figures").as_array()) EXPECT_GT(figure.at("total").at("denominator").as_int64(), 0) << figure.at("key");
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

TEST(DemoBar, the_clock_moves_once_for_one_key_however_often_it_is_asked)
{
    auto& city = small_city();
    auto const before = city.clock.now();
    auto const ask = [&](std::string key, int days) {
        auto request = asking("POST", "/demo/clock", {{"days", days}});
        request.headers.emplace_back("Idempotency-Key", std::move(key));
        return city.dispatcher.ask(std::move(request));
    };
    auto const first = ask("two-days-on", 2), again = ask("two-days-on", 2);
    ASSERT_EQ(first.status, 200) << first.body;
    EXPECT_EQ(body(again), body(first));
    EXPECT_EQ(header(again, "Idempotency-Replayed"), "true");
    EXPECT_EQ((city.clock.now().us - before.us) / microseconds_a_day, 2);
    EXPECT_EQ(ask("two-days-on", 3).status, 422) << "the key stands for another request";
    EXPECT_EQ(ask("another-key", 1).status, 200);
    EXPECT_EQ((city.clock.now().us - before.us) / microseconds_a_day, 3);
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
