// Organisations through the doors, on both engines: moved, merged, closed, described; their
// pages and histories; committees' terms and the notices to the court. `verify` stays clean.
#include "app/replay.hpp"
#include "registry/roll.hpp"
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::Told;
using ::maple::testing::Town;
using ::maple::testing::text_of;

struct Organisations : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};

    void TearDown() override
    {
        for (auto const& one : app::verify(*town.store, town.book, town.vault).differences)
            ADD_FAILURE() << one.what << " " << one.which << ": " << one.says;
    }

    std::string at(Key organisation, std::string const& rest = "") { return "/organisations/" + shown(organisation) + rest; }

    Key key(json::value const& v) { return key_from_shown(text_of(v)).value(); }

    // Opened by the administrator below another.
    Key open(Key above, std::string kind, std::string level, std::string name, std::string division, bool seal = false)
    {
        json::object form{{"parent", shown(above)}, {"kind", kind}, {"level", level}, {"name", name}, {"division", division}, {"has_seal", seal}};
        return key(town.well(town.administrator, "POST", "/organisations", form).at("id"));
    }

    Key register_mediator(Key where, std::string name)
    {
        json::object form{{"organisation", shown(where)}, {"name", name}, {"serves_as", json::array{"mediator"}}, {"certificate", "K-" + name},
                          {"certificate_until", "2099-01-01"}};
        return key(town.well(town.administrator, "POST", "/people", form).at("id"));
    }

    // A dispute accepted at the first office and diverted to an organisation; not signed for yet.
    std::string sent_to(Key organisation)
    {
        auto const id = text_of(town.well(town.director, "POST", "/disputes", Town::request()).at("file").at("id"));
        auto const here = "/disputes/" + id;
        town.well(town.director, "POST", here + "/acceptance");
        town.well(town.director, "POST", here + "/diversion",
                  {{"organisation", shown(organisation)}, {"grade", "complex"}, {"override_reason", "r"}, {"change_reason", "c"}});
        return id;
    }

    int sees(Official const& who, std::string const& dispute) { return town.ask(who, "GET", "/disputes/" + dispute).status; }

    Told move(Key what, Key to, Official const& who) { return town.ask(who, "PUT", at(what, "/parent"), {{"parent", shown(to)}, {"reason", "机构调整"}}); }
    Told merge(Key what, Key into, Official const& who) { return town.ask(who, "POST", at(what, "/merger"), {{"into", shown(into)}, {"reason", "社区合并"}}); }
    Told close(Key what, Official const& who) { return town.ask(who, "POST", at(what, "/closing"), {{"reason", "设错了"}}); }

    json::value overview(Key organisation, Official const& who) { return town.well(who, "GET", at(organisation, "/overview")); }
    std::vector<std::string> history(Key organisation)
    {
        std::vector<std::string> deeds;
        auto const told = town.well(town.supervisor, "GET", at(organisation, "/history"));
        for (auto const& entry : told.at("entries").as_array()) {
            deeds.push_back(text_of(entry.at("deed")));
            EXPECT_EQ(text_of(entry.at("says")).find('{'), std::string::npos) << text_of(entry.at("says"));
            EXPECT_FALSE(text_of(entry.at("says")).starts_with("history."));
        }
        return deeds;
    }

    std::string path_of(Key organisation)
    {
        return sql::read_now(*town.store, [&](sql::Session& session) {
            return sql::cell<std::string>(session, "SELECT path FROM organisation WHERE id = $1", organisation).value();
        });
    }
};
INSTANTIATE_TEST_SUITE_P(engines, Organisations, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

// --- Moving -------------------------------------------------------------------------------

TEST_P(Organisations, what_moves_is_seen_by_the_new_superior_and_by_the_old_one_no_longer)
{
    auto const dispute = sent_to(town.committee);
    EXPECT_EQ(sees(town.director, dispute), 200);
    EXPECT_EQ(sees(town.elsewhere, dispute), 404);
    ASSERT_EQ(move(town.committee, town.other_office, town.supervisor).status, 200);
    EXPECT_EQ(sees(town.elsewhere, dispute), 200);
    EXPECT_EQ(sees(town.director, dispute), 200);  // took it in, and that stays so
    town.well(town.elsewhere, "PUT", "/disputes/" + dispute + "/receipt");
    EXPECT_EQ(sees(town.elsewhere, dispute), 200);
    // And back: what the row keeps of paths has moved with it.
    ASSERT_EQ(move(town.committee, town.office, town.supervisor).status, 200);
    EXPECT_EQ(sees(town.elsewhere, dispute), 404);
    auto const listed = town.well(town.elsewhere, "GET", "/disputes");
    EXPECT_TRUE(listed.at("disputes").as_array().empty());
}

TEST_P(Organisations, a_desk_moves_with_all_below_it_and_with_leads_and_referrals)
{
    town.well(town.informant, "POST", "/leads", {{"place", "650203007001"}, {"kind", "neighbour"}, {"urgency", "soon"}, {"words", "有人吵架。"}});
    town.well(town.officer, "POST", "/referrals", {{"reference", "警 7"}, {"consent_stated", true}, {"request", Town::request()}});
    auto const district = open(key(overview(town.office, town.supervisor).at("above").at(0).at("id")), "justice_bureau", "district", "区司法局", "650203");
    EXPECT_EQ(move(town.office, district, town.supervisor).status, 200);
    EXPECT_TRUE(path_of(town.committee).starts_with(path_of(district) + shown(town.office)));
    auto const leads = town.well(town.clerk, "GET", "/leads");
    EXPECT_EQ(leads.at("leads").as_array().size(), 1u);
    auto const lead = text_of(leads.at("leads").at(0).at("id"));
    town.well(town.clerk, "POST", "/leads/" + lead + "/triage", {{"status", "no_dispute"}, {"outcome", "只是说话声音大。"}});
    auto const referral = text_of(town.well(town.clerk, "GET", "/referrals").at("referrals").at(0).at("id"));
    town.well(town.clerk, "POST", "/referrals/" + referral + "/acceptance");
}

TEST_P(Organisations, who_keeps_organisations_in_both_places_may_move_and_nobody_else)
{
    for (auto const* who : {&town.clerk, &town.director, &town.mediator, &town.auditor, &town.informant, &town.officer})
        EXPECT_EQ(move(town.committee, town.other_office, *who).status, 403);
    EXPECT_EQ(move(town.committee, town.other_office, town.nobody).status, 401);
    auto const room = open(town.committee, "personal_room", "community", "石榴花工作室", "650203007001");
    auto const told = move(room, town.other_office, town.supervisor);
    EXPECT_EQ(told.status, 409);
    EXPECT_EQ(told.field("code"), "organisation.part_needs_committee");
    EXPECT_EQ(move(town.committee, Key{7}, town.supervisor).status, 422);
    EXPECT_EQ(move(town.committee, town.committee, town.supervisor).field("code"), "organisation.below_itself");
}

TEST_P(Organisations, a_room_is_opened_below_a_committee_only_and_without_a_seal)
{
    json::object form{{"parent", shown(town.office)}, {"kind", "personal_room"}, {"level", "community"}, {"name", "某工作室"}, {"division", "650203007001"}};
    EXPECT_EQ(town.ask(town.administrator, "POST", "/organisations", form).field("code"), "organisation.part_needs_committee");
    form["parent"] = shown(town.committee);
    form["has_seal"] = true;
    auto const told = town.ask(town.supervisor, "POST", "/organisations", form);
    EXPECT_EQ(text_of(told.body().at("problems").at(0).at("code")), "part_has_no_seal");
    form["has_seal"] = false;
    EXPECT_EQ(town.ask(town.supervisor, "POST", "/organisations", form).status, 200);
}

// --- Merging ------------------------------------------------------------------------------

TEST_P(Organisations, who_is_merged_goes_on_at_the_successor_with_disputes_people_and_roles)
{
    auto const other = open(town.other_office, "community_committee", "community", "天山调委会", "650203001001", true);
    auto const room = open(town.committee, "personal_room", "community", "石榴花工作室", "650203007001");
    auto const waiting = sent_to(town.committee);
    auto const signed_for = sent_to(town.committee);
    town.well(town.director, "PUT", "/disputes/" + signed_for + "/receipt");
    auto const number = text_of(town.well(town.director, "GET", "/disputes/" + signed_for).at("number"));
    town.well(town.director, "PUT", "/disputes/" + signed_for + "/assignment", {{"person", shown(town.mediator.person)}});
    auto const told = merge(town.committee, other, town.supervisor);
    ASSERT_EQ(told.status, 200) << told.text;
    EXPECT_FALSE(told.body().at("closed_at").is_null());
    // Disputes: an event in each, number and mediator as they were.
    for (auto const& dispute : {waiting, signed_for}) {
        auto const file = town.well(town.elsewhere, "GET", "/disputes/" + dispute);
        EXPECT_EQ(text_of(file.at("timeline").at(0).at("deed")), "diversion.handed_over");
        EXPECT_EQ(text_of(file.at("dispute").at("handlings").as_array().back().at("organisation")), shown(other));
    }
    auto const file = town.well(town.mediator, "GET", "/disputes/" + signed_for);
    EXPECT_EQ(text_of(file.at("number")), number);
    EXPECT_EQ(text_of(file.at("next").at("organisation")), shown(other));
    town.well(town.elsewhere, "PUT", "/disputes/" + waiting + "/receipt");
    // People and roles.
    auto const page = overview(other, town.supervisor);
    EXPECT_EQ(page.at("people").as_array().size(), 3u);  // mediator, colleague, informant
    EXPECT_EQ(text_of(page.at("predecessors").at(0).at("id")), shown(town.committee));
    EXPECT_EQ(text_of(page.at("parts").at(0).at("id")), shown(room));
    auto const session = town.well(town.mediator, "GET", "/session");
    EXPECT_EQ(text_of(session.at("roles").at(0).at("organisation")), shown(other));
    EXPECT_EQ(text_of(overview(town.committee, town.supervisor).at("successor").at("id")), shown(other));
    auto const deeds = history(town.committee);
    EXPECT_EQ(deeds.front(), "registry.organisation_merged");
    EXPECT_NE(std::find(deeds.begin(), deeds.end(), "registry.organisation_opened"), deeds.end());
    auto const theirs = history(other);
    EXPECT_NE(std::find(theirs.begin(), theirs.end(), "registry.organisation_took_over"), theirs.end());
    // The place that it answered for is its successor's from now on.
    sql::read_now(*town.store, [&](sql::Session& sql) {
        Desk desk{sql, town.house, {}, town.now, town.now};
        EXPECT_EQ(registry::committee_for(desk, "650203007001").value().id, other);
        return 0;
    });
}

TEST_P(Organisations, what_was_concluded_before_a_merger_stays_where_it_was_and_is_seen_from_the_successor)
{
    auto const other = open(town.other_office, "community_committee", "community", "天山调委会", "650203001001", true);
    auto const dispute = sent_to(town.committee);
    town.well(town.director, "PUT", "/disputes/" + dispute + "/receipt");
    town.well(town.director, "POST", "/disputes/" + dispute + "/transfer", {{"reason", town.first_of("transfer")}, {"organisation", shown(town.other_office)}});
    ASSERT_EQ(merge(town.committee, other, town.supervisor).status, 200);
    auto const file = town.well(town.elsewhere, "GET", "/disputes/" + dispute);
    EXPECT_EQ(text_of(file.at("dispute").at("handlings").as_array().back().at("organisation")), shown(town.committee));
}

TEST_P(Organisations, a_place_whose_desk_was_merged_is_taken_in_by_the_successor)
{
    ASSERT_EQ(merge(town.office, town.other_office, town.supervisor).status, 200);
    town.well(town.informant, "POST", "/leads", {{"place", "650203007001"}, {"kind", "neighbour"}, {"urgency", "soon"}, {"words", "有人吵架。"}});
    EXPECT_EQ(town.well(town.elsewhere, "GET", "/leads").at("leads").as_array().size(), 1u);
}

TEST_P(Organisations, unlike_organisations_are_not_merged)
{
    EXPECT_EQ(merge(town.committee, town.other_office, town.supervisor).field("code"), "organisation.unlike");
    EXPECT_EQ(merge(town.committee, town.committee, town.supervisor).field("code"), "organisation.into_itself");
    EXPECT_EQ(merge(town.committee, town.other_office, town.director).status, 403);
}

// --- Closing ------------------------------------------------------------------------------

TEST_P(Organisations, what_has_work_people_or_something_below_is_not_closed)
{
    EXPECT_EQ(close(town.office, town.supervisor).field("code"), "organisation.not_the_lowest");
    EXPECT_EQ(close(town.committee, town.supervisor).field("code"), "organisation.people_serve");
    auto const empty = open(town.office, "community_committee", "community", "空调委会", "650203007002", true);
    auto const dispute = sent_to(empty);
    auto const refused = close(empty, town.administrator);
    EXPECT_EQ(refused.field("code"), "organisation.still_at_work");
    EXPECT_NE(refused.field("detail").find('1'), std::string::npos);
    town.well(town.director, "POST", "/disputes/" + dispute + "/return", {{"reason", town.first_of("return")}});
    EXPECT_EQ(close(empty, town.administrator).status, 200);
    EXPECT_EQ(close(empty, town.administrator).field("code"), "organisation.closed");
    EXPECT_EQ(history(empty).front(), "registry.organisation_closed");
    EXPECT_EQ(close(empty, town.clerk).status, 403);
}

// --- Describing ---------------------------------------------------------------------------

TEST_P(Organisations, what_is_changed_keeps_what_was_before_in_its_history)
{
    json::object form{{"name", "汇福社区人民调解委员会"}, {"name_en", "Huifu"}, {"short_name", "克迎汇"}, {"division", "650203007001"}, {"phone", "0990-6000009"},
                      {"address", "汇福家园"}, {"hours", "10:00–14:00"}, {"has_seal", true}, {"reason", "搬了地方"}};
    town.well(town.supervisor, "PUT", at(town.committee, "/particulars"), form);
    auto const told = town.well(town.supervisor, "GET", at(town.committee, "/history")).at("entries").at(0);
    EXPECT_EQ(text_of(told.at("deed")), "registry.organisation_changed");
    EXPECT_EQ(text_of(told.at("reason")), "搬了地方");
    std::map<std::string, std::string> before;
    for (auto const& one : told.at("changes").as_array()) before[text_of(one.at("field"))] = text_of(one.at("before"));
    EXPECT_EQ(before.at("name"), "汇福调委会");
    EXPECT_EQ(before.at("phone"), "0990-6000000");
    EXPECT_FALSE(before.contains("division"));
    form["division"] = "999999";
    EXPECT_EQ(town.ask(town.supervisor, "PUT", at(town.committee, "/particulars"), form).status, 422);
    EXPECT_EQ(town.ask(town.director, "PUT", at(town.committee, "/particulars"), form).status, 403);
}

TEST_P(Organisations, the_legal_standing_is_entered_and_seen)
{
    auto const before = overview(town.committee, town.clerk).at("standing");
    EXPECT_EQ(text_of(before.at("basis")), "grassroots");
    EXPECT_EQ(text_of(before.at("article").at("key")), "PML-8");
    json::object form{{"basis", "grassroots"}, {"host", "汇福社区居民委员会"}, {"contact", "马主任"}, {"seal_words", "汇福社区人民调解委员会"}, {"set_up_on", "2015-05-01"}};
    town.well(town.supervisor, "PUT", at(town.committee, "/standing"), form);
    auto const after = overview(town.committee, town.clerk).at("standing");
    EXPECT_EQ(text_of(after.at("host")), "汇福社区居民委员会");
    EXPECT_EQ(text_of(after.at("set_up_on")), "2015-05-01");
    auto const wrong = [&](std::string field, json::value value, std::string code) {
        auto bad = form;
        bad[field] = std::move(value);
        auto const told = town.ask(town.supervisor, "PUT", at(town.committee, "/standing"), bad);
        EXPECT_EQ(told.status, 422);
        EXPECT_EQ(text_of(told.body().at("problems").at(0).at("code")), code);
    };
    wrong("basis", "by_reference", "basis_not_of_this_kind");
    wrong("sector", "medical", "only_for_a_sector_committee");
    wrong("sector", "astrology", "not_in_the_book");
    wrong("seated_at", json::value(json::string(shown(town.office))), "only_for_a_stationed_room");
    wrong("set_up_on", "2024-01-01", "in_the_future");
}

// --- The page -----------------------------------------------------------------------------

TEST_P(Organisations, a_page_shows_what_its_reader_may_see)
{
    auto const seen = overview(town.committee, town.mediator);
    EXPECT_EQ(seen.at("people").as_array().size(), 3u);
    EXPECT_TRUE(seen.at("figures").is_null());
    EXPECT_TRUE(seen.at("may").at("read_history").as_bool());
    EXPECT_FALSE(seen.at("may").at("keep").as_bool());
    auto const by_supervisor = overview(town.committee, town.supervisor);
    EXPECT_TRUE(by_supervisor.at("may").at("keep").as_bool());
    EXPECT_EQ(by_supervisor.at("figures").at("in_hand").as_int64(), 0);
    EXPECT_EQ(by_supervisor.at("above").as_array().size(), 2u);
    // The history is for those who answer for the organisation or stand above it.
    EXPECT_EQ(town.ask(town.elsewhere, "GET", at(town.committee, "/history")).status, 403);
    EXPECT_EQ(town.ask(town.elsewhere, "GET", at(town.committee, "/overview")).status, 200);
    for (auto const* who : {&town.informant, &town.officer, &town.auditor}) EXPECT_EQ(town.ask(*who, "GET", at(town.committee, "/overview")).status, 403);
    EXPECT_EQ(town.ask(town.nobody, "GET", at(town.committee, "/overview")).status, 401);
    EXPECT_EQ(town.ask(town.clerk, "GET", at(Key{7}, "/overview")).status, 404);
}

TEST_P(Organisations, figures_are_counted_by_their_definitions_with_what_lies_below)
{
    auto const dispute = sent_to(town.committee);
    town.well(town.director, "PUT", "/disputes/" + dispute + "/receipt");
    EXPECT_EQ(overview(town.committee, town.supervisor).at("figures").at("in_hand").as_int64(), 1);
    EXPECT_EQ(overview(town.office, town.supervisor).at("figures").at("in_hand").as_int64(), 1);
    EXPECT_EQ(overview(town.other_office, town.supervisor).at("figures").at("in_hand").as_int64(), 0);
    town.now = plus_seconds(town.now, 60 * 24 * 3600);
    EXPECT_EQ(overview(town.committee, town.supervisor).at("figures").at("overdue").as_int64(), 1);
}

// --- Terms --------------------------------------------------------------------------------

struct Terms : Organisations {
    std::vector<Key> people;

    Terms()
    {
        for (auto const* name : {"阿丽娅", "陈建", "苏梅"}) people.push_back(register_mediator(town.committee, name));
    }

    json::object member(std::size_t n, std::string post, bool woman = false, bool minority = false)
    {
        return {{"person", shown(people[n])}, {"post", post}, {"woman", woman}, {"minority", minority}};
    }
    json::object form(json::array members)
    {
        return {{"organisation", shown(town.committee)}, {"begins", "2023-11-20"}, {"elected_by", "residents_meeting"}, {"elected_on", "2023-11-18"},
                {"minutes", "汇福居民会议记录 2023-3 号"}, {"members", std::move(members)}};
    }
    json::array lawful() { return {member(0, "director"), member(1, "member", false, true), member(2, "member", true)}; }
    json::value entered() { return town.well(town.supervisor, "POST", "/terms", form(lawful())); }
    json::value duties(Official const& who) { return town.well(who, "GET", "/duties"); }
};
INSTANTIATE_TEST_SUITE_P(engines, Terms, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Terms, article_8_a_term_without_a_woman_is_refused_with_its_article)
{
    auto members = lawful();
    members[2].as_object()["woman"] = false;
    auto const told = town.ask(town.supervisor, "POST", "/terms", form(members));
    EXPECT_EQ(told.status, 409);
    EXPECT_EQ(told.field("code"), "term.no_woman");
    EXPECT_EQ(text_of(told.body().at("article").at("key")), "PML-8");
    EXPECT_EQ(town.count("term"), 0);
}

TEST_P(Terms, article_9_a_term_is_entered_and_renewed_in_time)
{
    auto const term = entered();
    EXPECT_EQ(text_of(term.at("ends")), "2026-11-19");
    EXPECT_EQ(text_of(term.at("state")), "current");
    auto const elected = overview(town.committee, town.clerk);
    std::int64_t members = 0;
    for (auto const& one : elected.at("people").as_array())
        if (!one.at("post_name").is_null()) {
            ++members;
            EXPECT_EQ(text_of(one.at("engaged")), "elected");
        }
    EXPECT_EQ(members, 3);
    town.now = instant_from_iso("2026-08-22T09:00:00+08:00").value();
    auto const owed = duties(town.supervisor).at("duties");
    EXPECT_EQ(text_of(owed.as_array().back().at("duty")), "renew");
    EXPECT_EQ(text_of(owed.as_array().back().at("due")), "2026-11-19");
    EXPECT_FALSE(duties(town.director).at("duties").as_array().empty());   // of the office above
    EXPECT_TRUE(duties(town.elsewhere).at("duties").as_array().empty());
    town.now = instant_from_iso("2026-11-20T09:00:00+08:00").value();
    EXPECT_EQ(text_of(overview(town.committee, town.clerk).at("term").at("state")), "expired");
    auto again = form(lawful());
    again["begins"] = "2026-11-20";
    again["elected_on"] = "2026-11-15";
    town.well(town.supervisor, "POST", "/terms", again);
    EXPECT_EQ(text_of(overview(town.committee, town.clerk).at("term").at("state")), "current");
    EXPECT_EQ(town.well(town.clerk, "GET", at(town.committee, "/terms")).at("terms").as_array().size(), 2u);
}

TEST_P(Terms, article_9_an_expired_term_stops_nothing_unless_the_rule_pack_says_so)
{
    entered();
    town.now = instant_from_iso("2026-11-20T09:00:00+08:00").value();
    auto const first = sent_to(town.committee);
    town.well(town.director, "PUT", "/disputes/" + first + "/receipt");
    town.book.switches["expired_term_stops_receipts"] = true;
    auto const second = sent_to(town.committee);
    auto const told = town.ask(town.director, "PUT", "/disputes/" + second + "/receipt");
    EXPECT_EQ(told.field("code"), "term.expired_stops");
    EXPECT_EQ(text_of(told.body().at("article").at("key")), "PML-9");
}

TEST_P(Terms, a_member_who_no_longer_serves_leaves_an_empty_seat_that_is_seen_and_owed)
{
    auto const term = entered();
    town.well(town.administrator, "POST", "/people/" + shown(people[2]) + "/departure");
    auto const seen = overview(town.committee, town.clerk).at("term");
    std::set<std::string> faults;
    for (auto const& one : seen.at("faults").as_array()) faults.insert(text_of(one.at("code")));
    EXPECT_EQ(faults, (std::set<std::string>{"term.too_few", "term.no_woman"}));
    bool owed = false;
    auto const list = duties(town.supervisor);
    for (auto const& one : list.at("duties").as_array()) owed = owed || text_of(one.at("duty")) == "fill_seat";
    EXPECT_TRUE(owed);
    people.push_back(register_mediator(town.committee, "林红"));
    json::object change{{"from", "2023-11-20"}, {"members", json::array{member(0, "director"), member(1, "member", false, true), member(3, "member", true)}},
                        {"left", json::array{json::object{{"person", shown(people[2])}, {"as", "resigned"}}}}, {"elected_on", "2023-11-20"}, {"minutes", "补选记录"}};
    auto const changed = town.well(town.supervisor, "PUT", "/terms/" + text_of(term.at("id")) + "/composition", change);
    EXPECT_TRUE(changed.at("faults").as_array().empty());
    EXPECT_EQ(changed.at("former").as_array().size(), 1u);
    EXPECT_EQ(changed.at("notices").as_array().size(), 2u);
}

TEST_P(Terms, article_10_the_court_is_told_on_paper_and_the_task_ends)
{
    auto const term = entered();
    auto const id = text_of(term.at("id"));
    auto const notice = text_of(term.at("notices").at(0).at("id"));
    EXPECT_EQ(text_of(duties(town.supervisor).at("duties").at(0).at("duty")), "tell_court");
    for (auto const* language : {"zh", "en"}) {
        auto const paper = town.well(town.supervisor, "GET", "/terms/" + id + "/notices/" + notice + "?language=" + language);
        auto const html = text_of(paper.at("html"));
        for (auto const* name : {"阿丽娅", "陈建", "苏梅"}) EXPECT_NE(html.find(name), std::string::npos) << name;
        EXPECT_EQ(html.find("{{"), std::string::npos);
        EXPECT_EQ(text_of(paper.at("organisation_name")), "市司法局");
    }
    EXPECT_EQ(town.ask(town.elsewhere, "GET", "/terms/" + id + "/notices/" + notice).status, 403);
    EXPECT_EQ(town.ask(town.director, "PUT", "/terms/" + id + "/notices/" + notice, {{"on", "2023-11-20"}}).status, 403);
    town.well(town.supervisor, "PUT", "/terms/" + id + "/notices/" + notice, {{"on", "2023-11-20"}});
    EXPECT_TRUE(duties(town.supervisor).at("duties").as_array().empty());
    EXPECT_EQ(town.ask(town.supervisor, "PUT", "/terms/" + id + "/notices/" + notice, {{"on", "2023-11-20"}}).field("code"), "notice.sent");
}

TEST_P(Terms, who_does_not_serve_here_does_not_sit_here)
{
    auto members = lawful();
    members[1].as_object()["person"] = shown(town.elsewhere.person);
    auto const told = town.ask(town.supervisor, "POST", "/terms", form(members));
    EXPECT_EQ(text_of(told.body().at("problems").at(0).at("at")), "/members/1/person");
    EXPECT_EQ(town.ask(town.director, "POST", "/terms", form(lawful())).status, 403);
}

TEST_P(Terms, a_merged_committee_ends_its_term_and_the_court_is_told)
{
    entered();
    auto const other = open(town.other_office, "community_committee", "community", "天山调委会", "650203001001", true);
    ASSERT_EQ(merge(town.committee, other, town.supervisor).status, 200);
    EXPECT_EQ(text_of(overview(town.committee, town.supervisor).at("term").at("state")), "closed");
    std::set<std::string> says;
    auto const list = duties(town.supervisor);
    for (auto const& one : list.at("duties").as_array()) says.insert(text_of(one.at("says")));
    EXPECT_EQ(says.size(), 2u);
    auto const deeds = history(town.committee);
    EXPECT_NE(std::find(deeds.begin(), deeds.end(), "committees.term_closed"), deeds.end());
}

TEST_P(Terms, a_change_of_what_was_seen_in_an_older_version_is_refused)
{
    auto const term = entered();
    auto const id = text_of(term.at("id"));
    auto const notice = text_of(term.at("notices").at(0).at("id"));
    auto const told = town.ask(town.supervisor, "PUT", "/terms/" + id + "/notices/" + notice, {{"on", "2023-11-20"}}, {{"If-Match", "\"7\""}});
    EXPECT_EQ(told.status, 412);
}

}  // namespace
}  // namespace maple
