// The calendar through the doors, on both engines: places, planning without double booking, two
// writers at once, what others see of it, a party's own calendar, reminders, and `verify`.
#include "app/replay.hpp"
#include "crawl.hpp"

#include <gtest/gtest.h>
#include <latch>
#include <thread>

namespace maple {
namespace {

using ::maple::testing::Crawl;
using ::maple::testing::Official;
using ::maple::testing::text_of;
using ::maple::testing::Told;
using ::maple::testing::Town;

struct InTheRoom {
    std::string id, here;
    json::array parties;
    std::vector<std::string> codes;
};

struct Calendar : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};
    std::string room = place("一号调解室");

    std::string place(std::string name, json::object more = {})
    {
        more["name"] = name;
        more["seats"] = 8;
        more["hours"] = json::object{{"opens", 600}, {"closes", 1200}, {"pause_from", 840}, {"pause_until", 960}};
        return text_of(town.well(town.director, "POST", "/organisations/" + shown(town.committee) + "/places", more).at("id"));
    }

    // Everybody agrees, and this mediator is appointed.
    InTheRoom dispute(Official const& mediator, std::string id_number = "")
    {
        auto form = Town::request();
        form["parties"] = json::array{Town::party("applicant", "顾真远", "agreed"), Town::party("respondent", "马伊布拉", "agreed")};
        if (!id_number.empty()) form.at("parties").at(0).as_object()["id_number"] = id_number;
        auto const begun = town.well(town.clerk, "POST", "/disputes", form);
        InTheRoom out{text_of(begun.at("file").at("id")), {}, {}, {}};
        out.here = "/disputes/" + out.id;
        for (auto const& one : begun.at("file").at("dispute").at("parties").as_array()) out.parties.push_back(one.at("id"));
        for (auto const& one : begun.at("codes").as_array()) out.codes.push_back(text_of(one.at("code")));
        town.well(town.clerk, "POST", out.here + "/acceptance");
        town.well(town.clerk, "POST", out.here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
        town.well(town.director, "PUT", out.here + "/receipt");
        town.well(town.director, "PUT", out.here + "/assignment", {{"person", shown(mediator.person)}, {"reason", "r"}});
        return out;
    }

    json::object wanted(InTheRoom const& d, std::string at, json::object more = {})
    {
        json::object form{{"kind", "joint"}, {"planned_for", at + ":00+08:00"}, {"minutes", 60}, {"parties", d.parties}};
        for (auto& [key, value] : more) form[key] = value;
        return form;
    }
    json::object there(std::string const& place) { return {{"room", place}}; }
    Told plan(Official const& who, InTheRoom const& d, std::string at, json::object more = {}) { return town.ask(who, "POST", d.here + "/sessions", wanted(d, at, std::move(more))); }
    std::string session(Told const& told) { return text_of(told.body().at("dispute").at("sessions").as_array().back().at("id")); }

    static std::string first_problem(Told const& told) { return text_of(told.body().at("problems").at(0).at("at")) + " " + text_of(told.body().at("problems").at(0).at("code")); }
    static std::vector<std::string> offered(Told const& told)
    {
        std::vector<std::string> times;
        auto const body = told.body();
        for (auto const& one : body.at("alternatives").as_array()) times.push_back(text_of(one.at("from")));
        return times;
    }
    // Somebody besides those of the town.
    Official serves(std::string name, Key where, access::Role role)
    {
        Official who;
        sql::write_now(*town.store, [&](sql::Session& session) {
            Desk desk{session, town.house, {}, town.now, town.now};
            registry::Registrar roll(desk);
            who.person = roll.add(registry::NewPerson{{}, where, name, "", "zh", "", {}, "", {}}).id;
            auto const account = roll.add(registry::NewAccount{{}, who.person, name, std::nullopt, {{role, where}}});
            roll.write();
            who.token = registry::begin_session(session, town.book, account, real_time(), {});
        });
        return who;
    }

    json::array entries(Official const& who, std::string query = "") { return town.well(who, "GET", "/calendar?from=2023-11-20&to=2023-12-20" + query).at("entries").as_array(); }
    app::Verified verified() { return app::verify(*town.store, town.book, town.vault); }
};

TEST_P(Calendar, a_place_is_kept_by_its_director_and_seen_by_the_staff)
{
    auto const at = "/organisations/" + shown(town.committee) + "/places";
    EXPECT_EQ(town.well(town.mediator, "GET", at).at("places").as_array().size(), 1u);
    EXPECT_FALSE(town.well(town.mediator, "GET", at).at("may_keep").as_bool());
    json::object const form{{"name", "二号"}, {"seats", 4}, {"hours", json::object{{"opens", 600}, {"closes", 1200}, {"pause_from", 0}, {"pause_until", 0}}}};
    EXPECT_EQ(town.ask(town.mediator, "POST", at, form).status, 403);
    EXPECT_EQ(town.ask(town.elsewhere, "POST", at, form).status, 403) << "another director's";
    EXPECT_EQ(town.ask(town.director, "POST", at, json::object{{"name", "二号"}, {"seats", 4}, {"hours", json::object{{"opens", 600}, {"closes", 500}, {"pause_from", 0}, {"pause_until", 0}}}}).status, 422);
    EXPECT_TRUE(town.ask(town.director, "PUT", "/places/" + room, json::object{{"name", "大调解室"}, {"seats", 12}, {"hours", json::object{{"opens", 540}, {"closes", 1200}, {"pause_from", 0}, {"pause_until", 0}}}}).well());
    EXPECT_EQ(town.ask(town.director, "PUT", "/places/" + room, json::object{{"name", "x"}, {"seats", 12}, {"hours", json::object{{"opens", 540}, {"closes", 1200}, {"pause_from", 0}, {"pause_until", 0}}}}, {{"If-Match", "\"1\""}}).status, 412);
    EXPECT_EQ(text_of(town.well(town.mediator, "GET", at).at("places").at(0).at("name")), "大调解室");
    EXPECT_EQ(town.ask(town.elsewhere, "DELETE", "/places/" + room).status, 403);
    EXPECT_TRUE(town.ask(town.director, "DELETE", "/places/" + room).well());
    EXPECT_EQ(town.ask(town.director, "DELETE", "/places/" + room).field("code"), "place.closed");
    EXPECT_TRUE(verified().differences.empty());
    EXPECT_EQ(verified().places, 1);
}

TEST_P(Calendar, one_place_takes_one_session_and_the_second_is_offered_three_times)
{
    auto const one = dispute(town.mediator), other = dispute(town.colleague);
    ASSERT_TRUE(plan(town.mediator, one, "2023-11-21T10:00", there(room)).well());
    auto const no = plan(town.colleague, other, "2023-11-21T10:30", there(room));
    EXPECT_EQ(no.status, 409);
    EXPECT_EQ(no.field("code"), "booking.clash");
    EXPECT_EQ(first_problem(no), "/room place_taken");
    EXPECT_EQ(no.text.find(one.id), std::string::npos) << "nothing of the other dispute is told";
    auto const times = offered(no);
    ASSERT_EQ(times.size(), 3u);
    for (auto const& time : times) EXPECT_TRUE(plan(town.colleague, dispute(town.colleague), time.substr(0, 16), there(room)).well()) << time;
    EXPECT_TRUE(plan(town.colleague, other, "2023-11-21T18:00", there(room)).well()) << "where one ends another begins";
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Calendar, a_mediator_is_not_in_two_sessions_and_not_in_one_while_on_leave)
{
    auto const one = dispute(town.mediator), other = dispute(town.mediator);
    ASSERT_TRUE(plan(town.mediator, one, "2023-11-21T10:00").well());
    EXPECT_EQ(first_problem(plan(town.mediator, other, "2023-11-21T10:30")), "/people/0 person_busy");
    town.well(town.mediator, "POST", "/people/" + shown(town.mediator.person) + "/absences", {{"kind", "sick"}, {"first_day", "2023-11-23"}, {"last_day", "2023-11-24"}});
    auto const away = plan(town.mediator, other, "2023-11-23T11:00");
    EXPECT_EQ(first_problem(away), "/people/0 person_away");
    for (auto const& time : offered(away)) EXPECT_FALSE(time.starts_with("2023-11-23") || time.starts_with("2023-11-24")) << time;
}

TEST_P(Calendar, a_party_is_not_called_to_two_sessions_at_once_and_nothing_of_the_other_is_told)
{
    auto const one = dispute(town.mediator, "650203199001010019"), other = dispute(town.colleague, "650203199001010019");
    ASSERT_TRUE(plan(town.mediator, one, "2023-11-21T10:00").well());
    auto const no = plan(town.colleague, other, "2023-11-21T10:30");
    EXPECT_EQ(first_problem(no), "/parties/0 party_busy");
    EXPECT_EQ(no.text.find("10:00"), std::string::npos) << "not even when";
    EXPECT_EQ(offered(no).size(), 3u);
    EXPECT_TRUE(plan(town.colleague, other, "2023-11-21T10:30", {{"parties", json::array{other.parties[1]}}}).well());
}

TEST_P(Calendar, a_place_has_its_hours_and_belongs_to_somebody)
{
    auto const one = dispute(town.mediator);
    EXPECT_EQ(first_problem(plan(town.mediator, one, "2023-11-21T14:30", there(room))), "/room place_closes");
    EXPECT_EQ(first_problem(plan(town.mediator, one, "2023-11-25T11:00", there(room))), "/room place_closes") << "a Saturday";
    auto const far = [&](bool shared) {
        json::object form{{"name", "天山"}, {"seats", 8}, {"shared", shared}, {"hours", json::object{{"opens", 600}, {"closes", 1200}, {"pause_from", 0}, {"pause_until", 0}}}};
        return text_of(town.well(town.elsewhere, "POST", "/organisations/" + shown(town.other_office) + "/places", form).at("id"));
    };
    EXPECT_EQ(first_problem(plan(town.mediator, one, "2023-11-21T11:00", there(far(false)))), "/room unknown_place");
    auto const shared = far(true);
    EXPECT_TRUE(plan(town.mediator, one, "2023-11-21T11:00", there(shared)).well());
    EXPECT_EQ(town.ask(town.elsewhere, "DELETE", "/places/" + shared).field("code"), "place.booked");
    EXPECT_EQ(plan(town.mediator, one, "2023-11-21T16:00", {{"room", room}, {"by", "phone"}}).status, 422);
    EXPECT_EQ(plan(town.mediator, one, "2023-11-21T16:00", {{"minutes", 3}}).status, 422);
}

TEST_P(Calendar, what_moves_or_is_cancelled_leaves_its_time_free)
{
    auto const one = dispute(town.mediator), other = dispute(town.colleague);
    auto const first = session(plan(town.mediator, one, "2023-11-21T10:00", there(room)));
    EXPECT_TRUE(plan(town.mediator, one, "2023-11-21T10:30", {{"room", room}, {"session", first}}).well()) << "over its own old time";
    EXPECT_EQ(plan(town.colleague, other, "2023-11-21T11:00", there(room)).status, 409);
    EXPECT_TRUE(plan(town.mediator, one, "2023-11-22T10:00", {{"room", room}, {"session", first}}).well());
    auto const second = session(plan(town.colleague, other, "2023-11-21T11:00", there(room)));
    EXPECT_EQ(town.ask(town.mediator, "POST", one.here + "/sessions/" + first + "/cancellation", json::object{{"reason", "unheard_of"}}).status, 422);
    EXPECT_TRUE(town.ask(town.mediator, "POST", one.here + "/sessions/" + first + "/cancellation", json::object{{"reason", "party_cannot_come"}}).well());
    EXPECT_TRUE(plan(town.colleague, other, "2023-11-22T10:00", {{"room", room}, {"session", second}}).well());
    town.well(town.director, "POST", other.here + "/rights", {{"parties", other.parties}});
    EXPECT_TRUE(verified().differences.empty()) << verified().differences.front().says;
    EXPECT_EQ(verified().bookings, 1);
}

TEST_P(Calendar, the_times_that_are_offered_while_somebody_chooses_are_those_that_can_be_had)
{
    auto const one = dispute(town.mediator), other = dispute(town.colleague);
    ASSERT_TRUE(plan(town.mediator, one, "2023-11-21T10:00", there(room)).well());
    auto const ask = [&](std::string at) { return town.well(town.colleague, "GET", other.here + "/slots?at=" + at + ":00%2B08:00&minutes=60&room=" + room); };
    EXPECT_FALSE(ask("2023-11-21T10:00").at("free").as_bool());
    EXPECT_EQ(text_of(ask("2023-11-21T10:00").at("clashes").at(0).at("at")), "/room");
    EXPECT_TRUE(ask("2023-11-21T11:00").at("free").as_bool());
    EXPECT_EQ(town.ask(town.mediator, "GET", other.here + "/slots", "").status, 404) << "another's dispute";
    auto const of = [&](Official const& who) { return town.ask(town.colleague, "GET", other.here + "/slots?people=" + shown(town.colleague.person) + "," + shown(who.person), ""); };
    EXPECT_TRUE(of(town.colleague).well());
    for (auto const* stranger : {&town.mediator, &town.director, &town.elsewhere}) {
        auto const told = of(*stranger);
        EXPECT_EQ(told.status, 422) << "nobody is asked for the time of somebody who has nothing to do with it";
        EXPECT_EQ(text_of(told.body().at("problems").at(0).at("at")), "/people/1");
        EXPECT_EQ(text_of(told.body().at("problems").at(0).at("code")), "not_taking_part");
    }
    auto const planning = town.well(town.colleague, "GET", other.here + "/planning");
    EXPECT_EQ(text_of(planning.at("places").at(0).at("name")), "一号调解室");
    EXPECT_EQ(text_of(planning.at("people").at(0).at("name")), "colleague");
}

// The last free hour of a place and two writers: whoever comes second is refused, on either engine,
// whichever of the two it is.
TEST_P(Calendar, two_who_book_the_last_hour_at_once_do_not_both_get_it)
{
    for (int round = 0; round < 5; ++round) {
        auto const one = dispute(town.mediator), other = dispute(town.colleague);
        auto const at = "2023-12-" + std::to_string(11 + round) + "T11:00";
        Told told[2];
        std::latch ready(2);
        {
            std::jthread first([&] { ready.arrive_and_wait(); told[0] = plan(town.mediator, one, at, {{"room", room}, {"kind", "joint"}}); });
            std::jthread second([&] { ready.arrive_and_wait(); told[1] = plan(town.colleague, other, at, {{"room", room}, {"kind", "joint"}}); });
        }
        ASSERT_EQ(told[0].well() + told[1].well(), 1) << told[0].text << told[1].text;
        auto const& no = told[0].well() ? told[1] : told[0];
        bool const closed = no.text.find("place_closes") != std::string::npos;
        EXPECT_EQ(no.status, 409);
        EXPECT_FALSE(closed);
        EXPECT_EQ(offered(no).size(), 3u);
    }
    EXPECT_EQ(town.count("booking"), 5);
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Calendar, two_clerks_who_book_the_last_hour_at_once_do_not_both_get_it)
{
    json::object const hour{{"opens", 660}, {"closes", 720}, {"pause_from", 0}, {"pause_until", 0}};
    auto const narrow = text_of(town.well(town.director, "POST", "/organisations/" + shown(town.committee) + "/places", {{"name", "长廊"}, {"seats", 4}, {"hours", hour}}).at("id"));
    auto const second_clerk = serves("second clerk", town.committee, access::Role::desk_clerk);
    auto const one = dispute(town.mediator), other = dispute(town.colleague);
    Told told[2];
    std::latch ready(2);
    {
        std::jthread first([&] { ready.arrive_and_wait(); told[0] = plan(town.clerk, one, "2023-12-11T11:00", there(narrow)); });
        std::jthread second([&] { ready.arrive_and_wait(); told[1] = plan(second_clerk, other, "2023-12-11T11:00", there(narrow)); });
    }
    ASSERT_EQ(told[0].well() + told[1].well(), 1) << told[0].text << told[1].text;
    auto const& no = told[0].well() ? told[1] : told[0];
    EXPECT_EQ(no.status, 409);
    EXPECT_EQ(offered(no).size(), 3u);
    EXPECT_EQ(town.count("booking"), 1);
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Calendar, the_desk_that_answers_plans_moves_and_cancels_and_holds_nothing)
{
    auto const one = dispute(town.mediator);
    auto const planned = plan(town.clerk, one, "2023-11-21T10:00", there(room));
    ASSERT_TRUE(planned.well()) << planned.text;
    auto const body = planned.body();
    auto const may = [&](std::string_view deed) {
        auto const& all = body.at("allowed").as_array();
        return std::find(all.begin(), all.end(), json::value(deed)) != all.end();
    };
    EXPECT_TRUE(may("mediation.session_planned") && may("mediation.session_cancelled"));
    EXPECT_FALSE(may("mediation.session_held"));
    EXPECT_FALSE(body.at("sight").at("sealed").as_bool());
    auto const first = session(planned);
    EXPECT_TRUE(plan(town.clerk, one, "2023-11-22T10:00", {{"room", room}, {"session", first}}).well());
    EXPECT_TRUE(town.ask(town.clerk, "GET", one.here + "/planning", "").well());
    EXPECT_TRUE(town.ask(town.clerk, "GET", one.here + "/slots?at=2023-11-22T10:00:00%2B08:00", "").well());
    auto const seen = entries(town.clerk, "&scope=organisation&organisation=" + shown(town.committee));
    auto const is_it = [&](json::value const& entry) { return entry.at("subject") == json::value(first); };
    auto const entry = std::find_if(seen.begin(), seen.end(), is_it);
    ASSERT_NE(entry, seen.end());
    EXPECT_TRUE(entry->at("may_plan").as_bool());
    EXPECT_EQ(town.ask(town.clerk, "POST", one.here + "/records", json::object{{"session", first}, {"kind", "investigation"}, {"parties", one.parties}, {"record", "r"}}).status, 403);
    EXPECT_TRUE(town.ask(town.clerk, "POST", one.here + "/sessions/" + first + "/cancellation", json::object{{"reason", "party_cannot_come"}}).well());
    auto const stranger = serves("clerk of elsewhere", town.other_office, access::Role::desk_clerk);
    EXPECT_EQ(plan(stranger, one, "2023-11-23T10:00").status, 404) << "another desk's dispute";
}

// One mediator, two disputes, two doors: the person is the thing that both want.
TEST_P(Calendar, two_who_book_one_mediator_at_once_do_not_both_get_the_hour)
{
    auto const one = dispute(town.mediator), other = dispute(town.mediator);
    Told told[2];
    std::latch ready(2);
    {
        std::jthread first([&] { ready.arrive_and_wait(); told[0] = plan(town.mediator, one, "2023-12-11T11:00"); });
        std::jthread second([&] { ready.arrive_and_wait(); told[1] = plan(town.mediator, other, "2023-12-11T11:30"); });
    }
    EXPECT_EQ(told[0].well() + told[1].well(), 1) << told[0].text << told[1].text;
}

TEST_P(Calendar, mine_has_what_i_mediate_and_others_see_that_the_time_is_taken)
{
    auto const one = dispute(town.mediator);
    ASSERT_TRUE(plan(town.mediator, one, "2023-11-21T10:00", there(room)).well());
    ASSERT_TRUE(plan(town.mediator, one, "2023-11-22T10:00", {{"kind", "separate"}, {"parties", json::array{one.parties[0]}}, {"room", room}}).well());
    auto const sessions = [](json::array const& all) {
        std::vector<json::object> some;
        for (auto const& entry : all)
            if (entry.at("kind").as_string() == "session") some.push_back(entry.as_object());
        return some;
    };
    auto const mine = sessions(entries(town.mediator));
    ASSERT_EQ(mine.size(), 2u);
    EXPECT_NE(text_of(mine[0].at("parties")).find("顾真远"), std::string::npos);
    EXPECT_EQ(text_of(mine[1].at("parties")), "顾真远");
    EXPECT_TRUE(mine[0].at("may_plan").as_bool());

    EXPECT_TRUE(sessions(entries(town.colleague)).empty());
    auto const seen = sessions(entries(town.colleague, "&scope=place&place=" + room));
    ASSERT_EQ(seen.size(), 2u);
    for (auto const& entry : seen) {
        EXPECT_TRUE(entry.at("busy").as_bool());
        EXPECT_TRUE(entry.at("dispute").is_null());
        EXPECT_EQ(json::serialize(entry).find("顾真远"), std::string::npos);
    }
    auto const directors = sessions(entries(town.director, "&scope=organisation&organisation=" + shown(town.committee)));
    ASSERT_EQ(directors.size(), 2u);
    EXPECT_TRUE(directors[1].at("parties").is_null()) << "a separate session is a separate session";
    EXPECT_EQ(directors[1].at("session").as_string(), "separate");
    EXPECT_EQ(town.ask(town.elsewhere, "GET", "/calendar?scope=place&place=" + room, "").status, 404);
    EXPECT_EQ(town.ask(town.elsewhere, "GET", "/calendar?scope=organisation&organisation=" + shown(town.committee), "").status, 403);
    EXPECT_EQ(town.ask(town.officer, "GET", "/calendar", "").status, 403);
    EXPECT_EQ(town.ask(town.mediator, "GET", "/calendar?from=2023-01-01&to=2023-12-31", "").status, 422);
}

TEST_P(Calendar, a_party_sees_its_own_says_that_it_comes_or_asks_for_another_time)
{
    auto const one = dispute(town.mediator);
    auto const first = session(plan(town.mediator, one, "2023-11-21T10:00", there(room)));
    auto const mine = [&](std::size_t n) { return town.well(town.nobody, "POST", "/my/calendar", {{"code", one.codes[n]}}); };
    EXPECT_EQ(text_of(mine(0).at("meetings").at(0).at("place")), "一号调解室");
    EXPECT_TRUE(mine(0).at("meetings").at(0).at("may_answer").as_bool());
    auto const say = [&](std::size_t n, json::object form, std::string tail = "2046") {
        form["code"] = one.codes[n];
        form["phone_tail"] = tail;
        form["session"] = first;
        return town.ask(town.nobody, "POST", "/my/meetings/answer", form);
    };
    EXPECT_FALSE(say(0, {{"comes", true}}, "9999").well());
    EXPECT_TRUE(say(0, {{"comes", true}}).well());
    auto const slots = town.well(town.nobody, "POST", "/my/meetings/slots", {{"code", one.codes[1]}, {"session", first}}).at("slots").as_array();
    ASSERT_EQ(slots.size(), 3u);
    for (auto const& slot : slots) EXPECT_NE(text_of(slot.at("from")), "2023-11-21T10:00:00+08:00");
    EXPECT_TRUE(say(1, {{"comes", false}, {"wishes", json::array{slots[0].at("from")}}}).well());
    auto const seen = entries(town.mediator)[0];
    EXPECT_EQ(seen.at("coming").as_int64(), 1);
    EXPECT_EQ(text_of(seen.at("wishes").at(0)), text_of(slots[0].at("from")));
    // What was offered may be gone when it is asked for.
    auto const other = dispute(town.mediator);
    ASSERT_TRUE(plan(town.mediator, other, text_of(slots[1].at("from")).substr(0, 16)).well());
    auto const gone = say(1, {{"comes", false}, {"wishes", json::array{slots[1].at("from")}}});
    EXPECT_EQ(gone.status, 409);
    EXPECT_EQ(offered(gone).size(), 3u);
    auto const ics = town.well(town.nobody, "POST", "/my/calendar/file", {{"code", one.codes[0]}}).at("text");
    EXPECT_NE(text_of(ics).find("DTSTART;TZID=Asia/Shanghai:20231121T100000"), std::string::npos);
    EXPECT_EQ(text_of(ics).find("顾真远"), std::string::npos);
    EXPECT_TRUE(verified().differences.empty());
}

TEST_P(Calendar, a_time_at_which_only_another_room_is_free_can_be_asked_for)
{
    json::object const hour{{"opens", 660}, {"closes", 720}, {"pause_from", 0}, {"pause_until", 0}};
    auto const narrow = text_of(town.well(town.director, "POST", "/organisations/" + shown(town.committee) + "/places", {{"name", "长廊"}, {"seats", 4}, {"hours", hour}}).at("id"));
    auto const one = dispute(town.mediator);
    auto const first = session(plan(town.mediator, one, "2023-11-21T11:00", there(narrow)));
    auto const slots = town.well(town.nobody, "POST", "/my/meetings/slots", {{"code", one.codes[0]}, {"session", first}}).at("slots").as_array();
    ASSERT_EQ(slots.size(), 3u);
    for (auto const& slot : slots) {
        json::object const said{{"code", one.codes[0]}, {"phone_tail", "2046"}, {"session", first}, {"comes", false}, {"wishes", json::array{slot.at("from")}}};
        EXPECT_TRUE(town.ask(town.nobody, "POST", "/my/meetings/answer", said).well()) << text_of(slot.at("from"));
    }
}

TEST_P(Calendar, a_separate_session_does_not_exist_for_the_other_party)
{
    auto const one = dispute(town.mediator);
    auto const first = session(plan(town.mediator, one, "2023-11-21T10:00", {{"kind", "separate"}, {"parties", json::array{one.parties[0]}}}));
    EXPECT_EQ(town.well(town.nobody, "POST", "/my/calendar", {{"code", one.codes[0]}}).at("meetings").as_array().size(), 1u);
    EXPECT_TRUE(town.well(town.nobody, "POST", "/my/calendar", {{"code", one.codes[1]}}).at("meetings").as_array().empty());
    EXPECT_EQ(town.ask(town.nobody, "POST", "/my/meetings/slots", json::object{{"code", one.codes[1]}, {"session", first}}).status, 404);
}

TEST_P(Calendar, the_desk_reminds_of_what_is_near_with_its_reason)
{
    auto const one = dispute(town.mediator);
    ASSERT_TRUE(plan(town.mediator, one, "2023-11-21T10:00", there(room)).well());
    auto const keys = [&](Official const& who) {
        std::set<std::string> all;
        auto const told = town.well(who, "GET", "/desk/reminders");
        for (auto const& reminder : told.at("reminders").as_array()) {
            EXPECT_FALSE(text_of(reminder.at("why")).empty());
            all.insert(text_of(reminder.at("key")));
        }
        return all;
    };
    EXPECT_EQ(keys(town.mediator), std::set<std::string>{"session_soon"});
    EXPECT_TRUE(keys(town.colleague).empty());
    town.now = instant_from_iso("2023-11-21T12:00:00+08:00").value();
    EXPECT_EQ(keys(town.mediator), std::set<std::string>{"session_unrecorded"});
    EXPECT_TRUE(keys(town.director).empty()) << "what a mediator owes in person is the mediator's";
}

INSTANTIATE_TEST_SUITE_P(engines, Calendar, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

// --- What must not leave -----------------------------------------------------------------------------

TEST(calendar_leaks, no_file_for_another_program_holds_a_word_about_people)
{
    Crawl crawl;
    auto const week = std::string("from=2023-11-20&to=2023-12-20");
    for (auto const& [who, official] : crawl.everybody())
        for (auto const& scope : {std::string(""), "&scope=organisation&organisation=" + shown(crawl.town.committee), "&scope=place&place=" + crawl.keys.at("place")}) {
            auto const told = crawl.town.ask(*official, "GET", "/calendar.ics?" + week + scope, "");
            for (auto const& canary : crawl.canaries) EXPECT_EQ(told.text.find(canary.words), std::string::npos) << who << ": " << canary.words;
            if (told.well()) { EXPECT_EQ(told.type, "text/calendar; charset=utf-8"); }
        }
    auto const own = crawl.town.well(crawl.town.nobody, "POST", "/my/calendar/file", {{"code", crawl.keys.at("code")}});
    for (auto const& canary : crawl.canaries) EXPECT_EQ(json::serialize(own).find(canary.words), std::string::npos) << canary.words;
}

TEST(calendar_leaks, nobody_but_its_mediators_reads_whom_a_separate_session_calls)
{
    Crawl crawl;
    int separate = 0;
    for (auto const& [who, official] : crawl.everybody())
        for (auto const& scope : {std::string(""), "&scope=organisation&organisation=" + shown(crawl.town.committee), "&scope=place&place=" + crawl.keys.at("place")}) {
            auto const told = crawl.town.ask(*official, "GET", "/calendar?from=2023-11-20&to=2023-12-20" + scope, "");
            if (!told.well()) continue;
            EXPECT_EQ(told.text.find("canary-sealed"), std::string::npos);
            EXPECT_EQ(told.text.find("canary-story"), std::string::npos) << who << " reads a narrative in a calendar";
            auto const body = told.body();
            for (auto const& entry : body.at("entries").as_array()) {
                if (entry.at("session") != json::value("separate")) continue;
                ++separate;
                if (official != &crawl.town.mediator) { EXPECT_TRUE(entry.at("parties").is_null()) << who; }
            }
        }
    EXPECT_GT(separate, 0);
}

}  // namespace
}  // namespace maple
