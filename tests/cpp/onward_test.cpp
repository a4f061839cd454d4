// Lists are read onward to their end: whatever is there is reached, once, in the order that the list
// promises, by whoever may see it and nobody else; on both engines.
#include "carried.hpp"
#include "quality/events.hpp"
#include "read_onward.hpp"
#include "registry/sorting.hpp"
#include "storage/insert.hpp"

#include <gtest/gtest.h>
#include <set>

namespace maple {
namespace {

using ::maple::testing::Carried;
using ::maple::testing::items_to_the_end;
using ::maple::testing::newest_first;
using ::maple::testing::Official;
using ::maple::testing::OnBothEngines;
using ::maple::testing::read_to_the_end;
using ::maple::testing::text_of;
using json::array;
using json::object;

constexpr int many = 61;  // two whole pages and one more

struct Onward : OnBothEngines {
    // Mediators of the committee whose certificates end on one day; every third bears the same name.
    std::vector<Key> enrolled()
    {
        std::vector<Key> people;
        sql::write_now(*home.store, [&](sql::Session& session) {
            people.clear();
            Desk desk{session, home.house, {}, home.now, home.now};
            registry::Registrar roll(desk);
            auto const until = plus_days(date_in_beijing(home.now), 20);
            for (int n = 0; n < many; ++n) {
                auto const name = n % 3 == 0 ? "安小满" : "柳成荫" + std::to_string(n);
                people.push_back(roll.add(registry::NewPerson{{}, home.committee, name, "0990-6000001", "zh", "", {registry::Service::mediator}, "证" + std::to_string(n), until}).id);
            }
            roll.write();
        });
        return people;
    }

    void nobody_sees(Official const& who, std::string const& door, std::string_view named) { EXPECT_TRUE(read_to_the_end(home, who, door, named).empty()) << door; }
};
INSTANTIATE_TEST_SUITE_P(engines, Onward, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

std::vector<std::string> shown_keys(std::vector<Key> const& keys)
{
    std::vector<std::string> all;
    for (auto const key : keys) all.push_back(shown(key));
    return all;
}

TEST_P(Onward, every_complaint_is_reached_by_who_examines_it_and_by_whom_it_concerns)
{
    std::vector<std::string> all;
    for (int n = 0; n < many; ++n)
        all.push_back(text_of(home.well(home.clerk, "POST", "/people/" + shown(home.mediator.person) + "/complaints",
                                        {{"kind", "took_sides"}, {"brought_by", "party"}, {"words", "偏向对方"}, {"complainant", "顾真远"}}).at("id")));
    EXPECT_EQ(read_to_the_end(home, home.director, "/complaints?open=true", "complaints"), newest_first(all));
    EXPECT_EQ(read_to_the_end(home, home.mediator, "/complaints?open=true", "complaints"), newest_first(all));
    EXPECT_EQ(read_to_the_end(home, home.supervisor, "/complaints?person=" + shown(home.mediator.person), "complaints"), newest_first(all));
    nobody_sees(home.supervisor, "/complaints?person=" + shown(home.colleague.person), "complaints");
    nobody_sees(home.elsewhere, "/complaints?open=true", "complaints");
    nobody_sees(home.colleague, "/complaints?open=true", "complaints");
}

TEST_P(Onward, every_request_for_ones_own_data_is_reached_by_its_officer_and_by_the_bureau)
{
    std::vector<std::string> mine, theirs;
    for (int n = 0; n < many; ++n) {
        object const form{{"number", "650203199001010019"}, {"name", "顾真远"}, {"papers", "居民身份证"}};
        mine.push_back(text_of(home.well(home.clerk, "POST", "/own-requests", form).at("id")));
        theirs.push_back(text_of(home.well(home.elsewhere, "POST", "/own-requests", form).at("id")));
    }
    EXPECT_EQ(read_to_the_end(home, home.clerk, "/own-requests?", "requests"), newest_first(mine));
    EXPECT_EQ(read_to_the_end(home, home.elsewhere, "/own-requests?", "requests"), newest_first(theirs));
    nobody_sees(home.director, "/own-requests?", "requests");
    auto all = mine;
    all.insert(all.end(), theirs.begin(), theirs.end());
    EXPECT_EQ(read_to_the_end(home, home.supervisor, "/own-requests?", "requests"), newest_first(all));
}

TEST_P(Onward, every_call_is_reached_by_its_department_what_it_owes_soonest_first)
{
    std::set<std::string> all;
    for (int n = 0; n < 31; ++n) {
        Carried one(home, Carried::agreed_to());
        one.in_the_room();
        // In some hours, many of them in the same; or in days, and then its word comes first.
        auto const arrive_by = plus_seconds(home.now, n % 4 == 0 ? 6 * 86'400 : (1 + n % 3) * 3600);
        auto const file = one.does(home.mediator, "POST", "/calls", {{"organisation", shown(home.police)}, {"need", "到场说明"}, {"arrive_by", iso(arrive_by)},
                                                                     {"answer_by", iso(plus_seconds(home.now, 9 * 86'400))}, {"consented", one.parties}});
        all.insert(text_of(file.at("dispute").at("room").at("calls").at(0).at("id")));
    }
    auto const calls = items_to_the_end(home, home.officer, "/calls?over=false", "calls");
    std::set<std::string> met;
    std::string due, id;
    for (auto const& call : calls) {
        auto const at = text_of(call.at("due_at"));
        EXPECT_GE(at, due) << "the most urgent first";
        EXPECT_TRUE(at != due || text_of(call.at("id")) < id) << "and of one time the newest";
        due = at;
        id = text_of(call.at("id"));
        EXPECT_TRUE(met.insert(id).second) << "each once";
        EXPECT_EQ(call.at("owes"), call.at("arrive_by") == call.at("due_at") ? "arrive" : "respond");
    }
    EXPECT_EQ(met, all);
    EXPECT_EQ(calls.back().at("owes"), "respond");
    auto const told = home.well(home.officer, "GET", "/calls");
    EXPECT_EQ(told.at("running").as_int64(), 31);
    EXPECT_EQ(told.at("owing").as_int64(), 31);
    nobody_sees(home.officer, "/calls?over=true", "calls");
    EXPECT_EQ(home.ask(home.officer, "GET", "/calls?cursor=1.2").status, 422);
}

TEST_P(Onward, every_sample_and_every_review_is_reached_those_to_be_mended_soonest_first)
{
    Carried one(home, Carried::agreed_to());
    one.in_the_room();
    std::vector<std::string> samples;
    std::vector<std::pair<std::string, std::string>> reviews;  // when it is due, its key
    sql::write_now(*home.store, [&](sql::Session& sql) {
        samples.clear();
        reviews.clear();
        auto const today = date_in_beijing(home.now);
        auto const office = sql::cell<std::string>(sql, "SELECT path FROM organisation WHERE id = $1", home.office).value();
        auto const committee = sql::cell<std::string>(sql, "SELECT path FROM organisation WHERE id = $1", home.committee).value();
        for (int n = 0; n < many; ++n) {
            quality::Sample s{.id = new_key(), .version = 1, .organisation = home.office, .scope = office, .first_day = today, .last_day = today, .drawn_at = home.now};
            sql::insert(sql, "quality_sample", quality::row_of(s));
            samples.push_back(shown(s.id));
            quality::Review r{.id = new_key(), .version = 1, .sample = s.id, .dispute = key_from_shown(one.id).value(), .organisation = home.committee, .scope = committee};
            auto due = std::string("never");
            if (n % 3 != 0) {
                r.status = quality::Status::mending;
                r.reviewer = home.director.person;
                r.responsible = home.mediator.person;
                r.rounds.push_back({.sent_at = home.now, .due = plus_days(today, n % 4)});
                due = iso(plus_days(today, n % 4));
            }
            sql::insert(sql, "quality_review", quality::row_of(r));
            reviews.emplace_back(due, shown(r.id));
        }
    });
    EXPECT_EQ(read_to_the_end(home, home.director, "/quality/samples?", "samples"), newest_first(samples));
    nobody_sees(home.elsewhere, "/quality/samples?", "samples");

    std::sort(reviews.begin(), reviews.end(), [](auto const& a, auto const& b) { return a.first != b.first ? a.first < b.first : a.second > b.second; });
    std::vector<std::string> all, mending, drawn;
    for (auto const& [due, key] : reviews) {
        all.push_back(key);
        (due == "never" ? drawn : mending).push_back(key);
    }
    EXPECT_EQ(read_to_the_end(home, home.director, "/quality/reviews?whose=all", "reviews"), all);
    EXPECT_EQ(read_to_the_end(home, home.mediator, "/quality/reviews?whose=mine", "reviews"), mending);
    EXPECT_EQ(read_to_the_end(home, home.director, "/quality/reviews?whose=to_take", "reviews"), drawn);
    nobody_sees(home.elsewhere, "/quality/reviews?whose=all", "reviews");
    nobody_sees(home.colleague, "/quality/reviews?whose=all", "reviews");
    EXPECT_EQ(home.ask(home.director, "GET", "/quality/reviews?cursor=soon.06AF8Z1Q00001").status, 422);
}

TEST_P(Onward, everybody_who_lacks_hours_is_named_by_name_and_of_one_name_each_once)
{
    auto const people = enrolled();
    auto const door = "/training-hours?lacking=true&organisation=" + shown(home.committee);
    auto const lines = items_to_the_end(home, home.director, door, "lines");
    std::vector<std::string> places, met;
    for (auto const& one : lines) {
        places.push_back(registry::place_by_name(text_of(one.at("name")), key_from_shown(text_of(one.at("person"))).value()));
        met.push_back(text_of(one.at("person")));
    }
    EXPECT_TRUE(std::is_sorted(places.begin(), places.end()));
    EXPECT_EQ(std::adjacent_find(places.begin(), places.end()), places.end()) << "each once";
    for (auto const& key : shown_keys(people)) EXPECT_NE(std::find(met.begin(), met.end(), key), met.end());
    EXPECT_EQ(std::int64_t(met.size()), home.well(home.director, "GET", door).at("lacking").as_int64());
    EXPECT_EQ(home.ask(home.director, "GET", door + "&cursor=06AF8Z1Q00001").status, 422);
}

TEST_P(Onward, every_matter_of_people_is_reached_once)
{
    auto const people = enrolled();
    std::vector<std::string> met;
    auto const matters = items_to_the_end(home, home.director, "/desk/people-matters?", "matters");
    for (auto const& one : matters)
        if (text_of(one.at("kind")) == "certificate_expires") met.push_back(text_of(one.at("person")));
    auto wanted = shown_keys(people);
    std::sort(wanted.begin(), wanted.end());
    EXPECT_EQ(met, wanted) << "all on one day, so by their keys";
    EXPECT_EQ(home.well(home.director, "GET", "/desk/people-matters").at("due").as_int64(), std::int64_t(matters.size()));
    EXPECT_EQ(home.well(home.director, "GET", "/desk").at("people_matters").as_int64(), std::int64_t(matters.size()));
}

TEST_P(Onward, two_offices_whose_people_lack_hours_are_told_apart_and_one_that_goes_takes_no_other_along)
{
    sql::write_now(*home.store, [&](sql::Session& session) {
        Desk desk{session, home.house, {}, home.now, home.now};
        registry::Registrar roll(desk);
        roll.grant(sql::cell<Key>(session, "SELECT id FROM account WHERE person = $1", home.director.person).value(), {access::Role::director, home.other_office});
        roll.write();
    });
    auto const after = [&](std::string const& cursor) {
        std::vector<std::string> offices;
        for (auto const& one : items_to_the_end(home, home.director, "/desk/people-matters?" + cursor, "matters"))
            if (text_of(one.at("kind")) == "training_lacks") {
                offices.push_back(text_of(one.at("organisation")));
                EXPECT_NE(text_of(one.at("organisation_name")), "");
                EXPECT_TRUE(one.at("person").is_null());
            }
        return offices;
    };
    auto both = shown_keys({home.office, home.other_office});
    std::sort(both.begin(), both.end());
    ASSERT_EQ(after(""), both) << "of one day and one kind, by their keys";
    auto const first = "cursor=1.2023-12-31.training_lacks." + both.front();
    EXPECT_EQ(after(first), std::vector{both.back()});
    sql::write_now(*home.store, [&](sql::Session& session) {
        sql::change(session, "UPDATE person SET serves_as = 'informant' WHERE organisation IN ($1, $2)", home.office, home.committee);
    });
    EXPECT_EQ(after(first), std::vector{both.back()}) << "the one before it is gone";
    EXPECT_EQ(after(""), std::vector{both.back()});
    EXPECT_EQ(home.well(home.director, "GET", "/desk").at("people_matters"), home.well(home.director, "GET", "/desk/people-matters").at("due"));
}

TEST_P(Onward, every_dispute_behind_a_method_is_reached)
{
    std::vector<std::string> all;
    for (int n = 0; n < 31; ++n) {
        Carried one(home, Carried::agreed_to());
        one.in_the_room();
        one.does(home.mediator, "POST", "/records", {{"kind", "separate"}, {"parties", array{one.parties[0]}}, {"methods", array{"outside_help"}}, {"record", "谈了"}});
        one.does(home.mediator, "POST", "/termination", {{"reason", "too_far_apart"}, {"remedies", array{home.first_of("remedy")}}});
        one.does(home.mediator, "POST", "/termination/delivery", {{"by", "in_person"}});
        all.push_back(one.id);
    }
    EXPECT_EQ(read_to_the_end(home, home.director, "/methods/outside_help/disputes?from=2023-11", "disputes"), newest_first(all));
    nobody_sees(home.director, "/methods/outside_help/disputes?from=2023-11&cursor=" + all.front(), "disputes");
}

}  // namespace
}  // namespace maple
