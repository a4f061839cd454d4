// What takes long is made from a snapshot while others write; what they wrote meanwhile is never
// missed. Packages are made so.
#include "foundation/zip.hpp"
#include "town.hpp"

#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace maple {
namespace {

using ::maple::testing::text_of;
using ::maple::testing::Town;

struct Question {
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(Question, (), (n))
struct Answer {
    std::int64_t n = 0;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (n))

std::atomic<int> makings{0}, deeds{0}, outdated{0};
std::promise<void>* begun = nullptr;
std::shared_future<void> let_go;

std::int64_t make(Desk&, Question const& ask)
{
    if (++makings == 1 && begun) {
        begun->set_value();
        let_go.wait();
    }
    return ask.n + makings;
}

Answer write_down(Desk&, Question const&, std::int64_t const& made)
{
    ++deeds;
    if (outdated > 0) {
        --outdated;
        throw api::Outdated{};
    }
    return {made};
}

Answer at_once(Desk&, Question const& ask) { return {ask.n}; }

class Beforehand : public ::testing::TestWithParam<sql::Engine> {
protected:
    Town town{GetParam()};
    api::Dispatcher dispatcher{{{"slow", {{api::Verb::post, "/slow", access::Right::anyone, make, write_down, "Made beforehand."},
                                          {api::Verb::post, "/quick", access::Right::anyone, at_once, "Written at once."}}}},
                               *town.store, town.house, [this] { return town.now; }};

    Beforehand() { makings = deeds = outdated = 0, begun = nullptr; }

    http::Response ask(std::string path, http::Headers headers = {})
    {
        http::Request request;
        request.verb = "POST";
        request.path = "/api" + path;
        request.body = R"({"n":40})";
        request.headers = std::move(headers);
        request.headers.emplace_back("Content-Type", "application/json");
        return dispatcher.ask(std::move(request));
    }
};
INSTANTIATE_TEST_SUITE_P(engines, Beforehand, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Beforehand, nobody_who_writes_waits_for_what_is_being_made)
{
    std::promise<void> has_begun, go;
    begun = &has_begun;
    let_go = go.get_future().share();
    auto slow = std::async(std::launch::async, [&] { return ask("/slow"); });
    has_begun.get_future().wait();
    EXPECT_EQ(ask("/quick").status, 200) << "it is answered while the other one is still being made";
    EXPECT_EQ(deeds, 0);
    go.set_value();
    EXPECT_EQ(slow.get().body, R"({"n":41})");
}

TEST_P(Beforehand, what_others_overtook_is_made_anew_and_at_last_within_the_change)
{
    outdated = 2;
    EXPECT_EQ(ask("/slow").body, R"({"n":43})") << "the third one";
    makings = deeds = 0;
    outdated = 3;
    EXPECT_EQ(ask("/slow").body, R"({"n":44})");
    EXPECT_EQ(makings, 4);
    EXPECT_EQ(deeds, 4);
}

TEST_P(Beforehand, the_same_key_is_answered_without_making_it_twice)
{
    http::Headers const key{{"Idempotency-Key", "0123456789abcdef"}};
    auto const first = ask("/slow", key);
    EXPECT_EQ(first.status, 200) << first.body;
    EXPECT_EQ(ask("/slow", key).body, first.body);
    EXPECT_EQ(makings, 1);
    EXPECT_EQ(deeds, 1);
}

// A package of a dispute on which others go on writing.
TEST_P(Beforehand, a_package_tells_of_the_very_version_that_was_handed_over)
{
    auto form = Town::request();
    for (auto& one : form.at("parties").as_array()) one.as_object()["consent"] = "agreed";
    auto const file = town.well(town.clerk, "POST", "/disputes", form).at("file");
    auto const here = "/disputes/" + text_of(file.at("id"));
    json::array parties;
    for (auto const& one : file.at("dispute").at("parties").as_array()) parties.push_back(one.at("id"));
    town.well(town.clerk, "POST", here + "/acceptance");
    town.well(town.clerk, "POST", here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
    town.well(town.director, "PUT", here + "/receipt");
    town.well(town.director, "PUT", here + "/assignment", {{"person", shown(town.mediator.person)}, {"chosen_by_parties", true}});
    town.well(town.mediator, "POST", here + "/rights", {{"parties", parties}});
    town.well(town.mediator, "POST", here + "/disclosures");
    town.well(town.mediator, "POST", here + "/calls", {{"organisation", shown(town.police)}, {"need", "到场说明"}, {"arrive_by", "2023-11-21T09:00:00+08:00"}, {"answer_by", "2023-11-23T09:00:00+08:00"}, {"consented", parties}});
    std::atomic<bool> over = false;
    std::thread others([&] {
        for (int n = 0; n < 40 && !over; ++n) town.ask(town.mediator, "POST", here + "/notes", json::object{{"kind", "call"}, {"note", "打过电话"}});
    });
    int handed = 0;
    for (int n = 0; n < 4; ++n)
        handed += town.ask(town.mediator, "POST", here + "/packages", json::object{{"organisation", shown(town.police)}, {"basis", "parties_agree"}, {"reason", "核对出警记录"},
                               {"consented", parties}, {"forms", json::array{json::object{{"form", "rights_notice"}}}}}).well();
    over = true;
    others.join();
    EXPECT_EQ(handed, 4);
    auto const seen = town.well(town.mediator, "GET", here);
    std::set<std::int64_t> pages;
    for (auto const& entry : seen.at("timeline").as_array())
        if (text_of(entry.at("deed")) == "documents.package_sent") pages.insert(entry.at("n").as_int64());
    ASSERT_EQ(pages.size(), 4u) << "what was acknowledged is on the file";
    auto const listed = town.well(town.mediator, "GET", here + "/packages").at("packages").as_array();
    for (auto const& one : listed) {
        auto const zip = town.ask(town.mediator, "GET", here + "/packages/" + text_of(one.at("id")) + ".zip", "");
        ASSERT_TRUE(zip.well()) << zip.text;
        auto const version = json::parse(unzip(zip.text).at("manifest.json")).at("version").as_int64();
        EXPECT_TRUE(pages.contains(version + 1)) << "printed at " << version << ", and nothing was written in between";
    }
}

}  // namespace
}  // namespace maple
