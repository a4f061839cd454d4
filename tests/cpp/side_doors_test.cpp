// The side doors: what an agency hands over is told on to the officer who sent it and to nobody else,
// whichever of the four agencies it is; a sign is taken from an informant whose certificate is in force;
// and a list is reached to its end, page after page.
#include "carried.hpp"
#include "registry/roll.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Carried;
using ::maple::testing::Official;
using ::maple::testing::text_of;
using ::maple::testing::Told;
using ::maple::testing::Town;
using json::array;
using json::object;
using registry::OrganisationKind;

constexpr std::string_view said_in_the_room = "canary-said-in-the-room";

struct Doors {
    explicit Doors(sql::Engine engine) : town(engine) {}

    // An agency of this kind beside those that the town has.
    Key agency(OrganisationKind kind)
    {
        Key made{};
        sql::write_now(*town.store, [&](sql::Session& session) {
            Desk desk{session, town.house, {}, town.now, town.now};
            registry::Registrar roll(desk);
            auto const above = registry::organisation(desk, town.police).parent;
            made = roll.add(registry::NewOrganisation{{}, above, kind, registry::Level::district, "移送单位", "", "移送单位", "650203", "0990-6000009", "", "", false}).id;
            roll.write();
        });
        return made;
    }

    Official officer_of(Key agency, std::string name)
    {
        Official who;
        sql::write_now(*town.store, [&](sql::Session& session) {
            Desk desk{session, town.house, {}, town.now, town.now};
            registry::Registrar roll(desk);
            who.person = roll.add(registry::NewPerson{{}, agency, name, "0990-6000009", "zh", "", {registry::Service::officer}, "", {}}).id;
            auto const account = roll.add(registry::NewAccount{{}, who.person, name, std::nullopt, {{access::Role::agency_officer, agency}}});
            roll.write();
            who.token = registry::begin_session(session, town.book, account, real_time(), {});
        });
        return who;
    }

    std::string handed_over(Official const& by, std::string reference)
    {
        return text_of(town.well(by, "POST", "/referrals", {{"reference", reference}, {"consent_stated", true}, {"request", Town::request()}}).at("id"));
    }

    Told sign(std::string urgency)
    {
        return town.ask(town.informant, "POST", "/leads", object{{"place", "650203007001"}, {"kind", "neighbour"}, {"urgency", urgency}, {"words", "有人吵架。"}});
    }

    // The keys of all pages of a list, in the order in which they come; `door` has a query already.
    std::vector<std::string> read_to_the_end(Official const& who, std::string const& door, std::string_view named)
    {
        std::vector<std::string> keys;
        std::string cursor;
        do {
            auto const told = town.well(who, "GET", door + cursor);
            for (auto const& one : told.at(named).as_array()) keys.push_back(text_of(one.at("id")));
            EXPECT_LE(told.at(named).as_array().size(), 30u) << "a page is short enough to be read";
            cursor = told.at("cursor").is_null() ? "" : "&cursor=" + text_of(told.at("cursor"));
        } while (!cursor.empty());
        return keys;
    }

    // From the desk to a written agreement whose promise is kept.
    void settle(std::string const& dispute)
    {
        Carried carried(town, dispute);
        carried.in_the_room();
        auto const& parties = carried.parties;
        carried.does(town.mediator, "POST", "/records", {{"kind", "joint"}, {"parties", parties}, {"record", said_in_the_room}, {"result", "success"}});
        object const promise{{"from", parties[1]}, {"to", parties[0]}, {"what", "修好水管"}, {"manner", "repair"}, {"due", "2023-12-01"}};
        auto const paper = carried.does(town.mediator, "POST", "/agreements",
            {{"text", object{{"parties", parties}, {"facts", "漏水"}, {"terms", "月底前修好"}, {"obligations", array{promise}}}}}).at("dispute").at("agreements").at(0);
        auto const agreement = "/agreements/" + text_of(paper.at("id"));
        for (auto const& party : parties) carried.does(town.mediator, "POST", agreement + "/signatures", {{"party", party}, {"manner", "fingerprint"}});
        carried.does(town.mediator, "POST", agreement + "/mediator-signature");
        carried.does(town.director, "POST", agreement + "/seal");
        carried.does(town.mediator, "POST", "/obligations/" + text_of(paper.at("obligations").at(0).at("id")) + "/performance", {{"in_full", true}, {"evidence", "验收单"}});
    }

    Town town;
};

std::vector<std::string> newest_first(std::vector<std::string> keys)
{
    std::sort(keys.rbegin(), keys.rend());
    return keys;
}

// --- Lists -----------------------------------------------------------------------------------

struct SideDoors : ::testing::TestWithParam<sql::Engine>, Doors {
    SideDoors() : Doors(GetParam()) {}
};
INSTANTIATE_TEST_SUITE_P(engines, SideDoors, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(SideDoors, every_hand_over_of_an_officer_is_reached_however_many_a_colleague_sends)
{
    auto const colleague = officer_of(town.police, "colleague at the police");
    std::vector<std::string> mine, theirs;
    for (int n = 1; n <= 101; ++n) {
        mine.push_back(handed_over(town.officer, "警 " + std::to_string(n)));
        theirs.push_back(handed_over(colleague, "警另 " + std::to_string(n)));
    }
    EXPECT_EQ(read_to_the_end(town.officer, "/referrals?status=sent", "referrals"), newest_first(mine));
    EXPECT_EQ(read_to_the_end(colleague, "/referrals?status=sent", "referrals"), newest_first(theirs));
    auto all = mine;
    all.insert(all.end(), theirs.begin(), theirs.end());
    EXPECT_EQ(read_to_the_end(town.clerk, "/referrals?status=sent", "referrals"), newest_first(all)) << "the desk answers both";
    EXPECT_TRUE(read_to_the_end(town.elsewhere, "/referrals?status=sent", "referrals").empty());
    EXPECT_TRUE(read_to_the_end(town.informant, "/referrals?status=sent", "referrals").empty());
    EXPECT_TRUE(read_to_the_end(town.officer, "/referrals?status=declined", "referrals").empty());
}

TEST_P(SideDoors, every_sign_is_reached_by_its_informant_and_by_the_desk)
{
    std::vector<std::string> signs;
    for (int n = 1; n <= 101; ++n) signs.push_back(sign("soon").field("id"));
    auto const others = text_of(town.well(town.mediator, "POST", "/leads",
        {{"place", "650203007001"}, {"kind", "neighbour"}, {"urgency", "soon"}, {"words", "楼道里吵架。"}}).at("id"));
    EXPECT_EQ(read_to_the_end(town.informant, "/leads?status=reported", "leads"), newest_first(signs));
    auto all = signs;
    all.push_back(others);
    EXPECT_EQ(read_to_the_end(town.clerk, "/leads?status=reported", "leads"), newest_first(all));
    EXPECT_TRUE(read_to_the_end(town.clerk, "/leads?mine=true", "leads").empty()) << "the desk has reported none itself";
    EXPECT_EQ(read_to_the_end(town.mediator, "/leads?mine=true", "leads"), std::vector{others});
}

// --- Informants -------------------------------------------------------------------------------

TEST_P(SideDoors, a_sign_is_taken_until_the_last_day_of_the_certificate_and_refused_after_it)
{
    auto const certified = [&](std::string number, std::string until) {
        town.well(town.supervisor, "POST", "/people/" + shown(town.informant.person) + "/certificates", {{"number", number}, {"valid_until", until}, {"reason", "换证"}});
    };
    certified("信00001", "2023-11-30");
    EXPECT_TRUE(sign("soon").well());
    town.now = instant_from_iso("2023-11-30T23:00:00+08:00").value();
    EXPECT_TRUE(sign("calm").well()) << "the last day counts";
    town.now = instant_from_iso("2023-12-01T09:00:00+08:00").value();
    auto const taken = town.count("lead");
    for (auto const* urgency : {"calm", "soon"}) {
        auto const no = sign(urgency);
        EXPECT_EQ(no.status, 409) << no.text;
        EXPECT_EQ(no.field("code"), "lead.certificate_expired");
        EXPECT_NE(no.field("detail").find("已过期"), std::string::npos) << no.text;
    }
    EXPECT_EQ(town.count("lead"), taken) << "nothing is kept of what was refused";
    EXPECT_TRUE(sign("now").well()) << "anybody may report a danger";
    certified("信00001", "2025-11-30");
    EXPECT_TRUE(sign("soon").well()) << "renewed";
}

TEST_P(SideDoors, a_sign_is_refused_when_the_certificate_was_revoked)
{
    EXPECT_TRUE(sign("soon").well());
    town.well(town.supervisor, "POST", "/people/" + shown(town.informant.person) + "/revocation", {{"reason", "不再担任"}});
    auto const no = sign("soon");
    EXPECT_EQ(no.status, 409) << no.text;
    EXPECT_EQ(no.field("code"), "lead.certificate_expired");
    EXPECT_TRUE(sign("now").well()) << "anybody may report a danger";
}

TEST_P(SideDoors, a_sign_that_was_no_dispute_stays_one)
{
    auto const lead = sign("soon").field("id");
    auto const dispute = town.well(town.clerk, "POST", "/disputes", Town::request()).at("file").at("id");
    auto const no = town.ask(town.clerk, "POST", "/leads/" + lead + "/triage", object{{"status", "no_dispute"}, {"outcome", "只是说话声音大。"}, {"dispute", dispute}});
    EXPECT_EQ(no.status, 422) << no.text;
    EXPECT_NE(no.text.find("only_for_a_merger"), std::string::npos) << no.text;
    EXPECT_EQ(text_of(town.well(town.clerk, "GET", "/leads/" + lead).at("status")), "reported") << "nothing was done";
    auto const done = town.well(town.clerk, "POST", "/leads/" + lead + "/triage", {{"status", "no_dispute"}, {"outcome", "只是说话声音大。"}}).at("lead");
    EXPECT_TRUE(done.at("dispute").is_null());
    EXPECT_TRUE(done.at("became").is_null());
}

// As a request is merged: into what this desk takes in, and what it may not know of is not there.
TEST_P(SideDoors, a_sign_is_merged_only_into_a_dispute_of_this_desk)
{
    auto request = Town::request();
    request["place"] = "650203001001";
    auto const theirs = town.well(town.elsewhere, "POST", "/disputes", request).at("file").at("id");
    auto const ours = town.well(town.clerk, "POST", "/disputes", Town::request()).at("file").at("id");
    auto const lead = sign("soon").field("id");
    object form{{"status", "merged"}, {"outcome", "已在办理。"}, {"dispute", theirs}};
    auto const no = town.ask(town.clerk, "POST", "/leads/" + lead + "/triage", form);
    EXPECT_EQ(no.status, 422) << no.text;
    EXPECT_NE(no.text.find("unknown_dispute"), std::string::npos) << no.text;
    form["dispute"] = ours;
    EXPECT_EQ(town.well(town.clerk, "POST", "/leads/" + lead + "/triage", form).at("lead").at("dispute"), ours);
}

// --- One number, one hand-over ------------------------------------------------------------------

TEST_P(SideDoors, a_number_is_handed_over_once_unless_it_was_sent_back)
{
    auto const again = [&](Official const& who) {
        return town.ask(who, "POST", "/referrals", object{{"reference", "警 11"}, {"consent_stated", true}, {"request", Town::request()}});
    };
    auto const first = handed_over(town.officer, "警 11");
    auto const colleague = officer_of(town.police, "colleague at the police");
    for (auto const& who : {town.officer, colleague}) {
        auto const no = again(who);
        EXPECT_EQ(no.status, 409) << no.text;
        EXPECT_EQ(no.field("code"), "referral.sent_already");
        EXPECT_EQ(text_of(no.body().at("problems").at(0).at("at")), "/reference");
        EXPECT_NE(no.field("detail").find("2023-11-20"), std::string::npos) << "which one: " << no.text;
    }
    town.well(town.clerk, "POST", "/referrals/" + first + "/decline", {{"reason", town.first_of("decline")}});
    auto const second = again(town.officer);
    ASSERT_TRUE(second.well()) << second.text;
    town.well(town.clerk, "POST", "/referrals/" + second.field("id") + "/acceptance");
    EXPECT_EQ(again(town.officer).status, 409) << "nor once it was taken";
    EXPECT_EQ(town.count("referral"), 2);

    auto const court = officer_of(agency(OrganisationKind::court), "officer of the court");
    EXPECT_TRUE(again(court).well()) << "another agency counts for itself";
    handed_over(town.officer, "警 12");
}

TEST_P(SideDoors, the_number_of_a_hand_over_finds_its_twin_before_and_after_it_is_taken)
{
    auto const twins = [&](Official const& who, std::string const& of) {
        std::vector<std::string> keys;
        auto const answer = town.well(who, "GET", of + "/twins");
        for (auto const& one : answer.at("twins").as_array()) keys.push_back(text_of(one.at("id")));
        return keys;
    };
    auto const sent = [&](Official const& who, std::string number, std::string facts) {
        auto request = Town::request();
        request["facts"] = facts;
        return text_of(town.well(who, "POST", "/referrals", {{"reference", number}, {"consent_stated", true}, {"request", request}}).at("id"));
    };
    auto const taken = [&](std::string const& referral) {
        return text_of(town.well(town.clerk, "POST", "/referrals/" + referral + "/acceptance").at("referral").at("dispute"));
    };
    auto const court = officer_of(agency(OrganisationKind::court), "officer of the court");
    auto const first = taken(sent(town.officer, "（2023）新0203诉前调9号", "拖欠物业费两年。"));
    auto const alike = text_of(town.well(town.clerk, "POST", "/disputes", Town::request()).at("file").at("id"));
    auto const second = sent(court, "（2023）新0203诉前调9号", "楼上漏水。");
    EXPECT_EQ(twins(town.clerk, "/referrals/" + second), (std::vector{first, alike})) << "the number first, then what reads alike";
    EXPECT_TRUE(twins(town.clerk, "/referrals/" + sent(court, "（2023）新0203诉前调10号", "合伙账目不清。")).empty());
    EXPECT_FALSE(town.ask(court, "GET", "/referrals/" + second + "/twins").well()) << "what lies at the desk is not for who sent it";
    EXPECT_FALSE(town.ask(town.elsewhere, "GET", "/referrals/" + second + "/twins").well());

    auto const dispute = taken(second);
    EXPECT_EQ(twins(town.clerk, "/disputes/" + dispute), (std::vector{first, alike}));
    EXPECT_EQ(twins(town.clerk, "/referrals/" + second), (std::vector{first, alike})) << "it is no twin of itself";
    town.well(town.clerk, "PUT", "/disputes/" + dispute + "/merge", {{"into", first}});
    EXPECT_TRUE(twins(town.clerk, "/disputes/" + first).empty()) << "what was merged is over";
}

// --- The four agencies --------------------------------------------------------------------------

struct Agency {
    OrganisationKind kind;
    std::string source;  // of the disputes that come from it
};
void PrintTo(Agency const& one, std::ostream* out) { *out << one.source; }

struct FromAgency : ::testing::TestWithParam<std::tuple<sql::Engine, Agency>>, Doors {
    FromAgency() : Doors(std::get<0>(GetParam())) {}

    Agency const& from = std::get<1>(GetParam());
    Key const body = agency(from.kind);
    Official const officer = officer_of(body, "officer of the agency"), colleague = officer_of(body, "colleague of the officer");

    // Nothing of it comes to whoever else serves at the agency.
    void is_kept_from_colleagues(std::string const& referral, std::string const& dispute = "")
    {
        EXPECT_EQ(town.ask(colleague, "GET", "/referrals/" + referral).status, 404);
        EXPECT_TRUE(read_to_the_end(colleague, "/referrals?", "referrals").empty());
        EXPECT_TRUE(town.well(colleague, "GET", "/packages").at("packages").as_array().empty());
        if (dispute.empty()) return;
        for (auto const& door : {"/disputes/" + dispute, "/disputes/" + dispute + "/documents", "/disputes/" + dispute + "/papers"}) {
            auto const told = town.ask(colleague, "GET", door);
            EXPECT_TRUE(told.status == 403 || told.status == 404) << door << " " << told.status;
            EXPECT_EQ(told.text.find("顾真远"), std::string::npos) << door;
        }
    }
};
INSTANTIATE_TEST_SUITE_P(agencies, FromAgency,
    ::testing::Combine(::testing::ValuesIn(sql::engines_under_test()),
                       ::testing::Values(Agency{OrganisationKind::petition_office, "petition"}, Agency{OrganisationKind::police, "police"},
                                         Agency{OrganisationKind::procuratorate, "procuratorate"}, Agency{OrganisationKind::court, "court"})),
    [](auto const& info) { return (std::get<0>(info.param) == sql::Engine::sqlite ? "sqlite_" : "postgres_") + std::get<1>(info.param).source; });

TEST_P(FromAgency, a_hand_over_is_declined_with_a_reason_that_its_officer_alone_is_told)
{
    auto const referral = handed_over(officer, "移 1");
    EXPECT_EQ(read_to_the_end(town.clerk, "/referrals?status=sent", "referrals"), std::vector{referral});
    EXPECT_FALSE(town.ask(town.clerk, "POST", "/referrals/" + referral + "/decline", object{{"reason", "no_such"}}).well()) << "with a reason of the book";
    town.well(town.clerk, "POST", "/referrals/" + referral + "/decline", {{"reason", "no_consent"}, {"note", "被申请人不愿意。"}});
    auto const told = town.well(officer, "GET", "/referrals/" + referral);
    EXPECT_EQ(text_of(told.at("status")), "declined");
    EXPECT_FALSE(text_of(told.at("decline_reason")).empty());
    EXPECT_EQ(text_of(told.at("decline_note")), "被申请人不愿意。");
    EXPECT_TRUE(told.at("feedback").is_null()) << "nothing has come of it";
    is_kept_from_colleagues(referral);
}

TEST_P(FromAgency, result_agreement_and_performance_come_back_to_the_officer_and_to_nobody_else)
{
    auto const referral = handed_over(officer, "移 2");
    is_kept_from_colleagues(referral);
    auto const dispute = text_of(town.well(town.clerk, "POST", "/referrals/" + referral + "/acceptance").at("referral").at("dispute"));
    EXPECT_EQ(text_of(town.well(officer, "GET", "/referrals/" + referral).at("feedback").at("stage")), "requested");
    EXPECT_EQ(sql::read_now(*town.store, [&](sql::Session& sql) {
        return sql::cell<std::string>(sql, "SELECT source FROM dispute WHERE id = $1", key_from_shown(dispute).value());
    }), from.source);
    settle(dispute);

    auto const answer = town.ask(officer, "GET", "/referrals/" + referral);
    ASSERT_TRUE(answer.well()) << answer.text;
    auto const told = answer.body();
    EXPECT_EQ(text_of(told.at("status")), "accepted");
    EXPECT_TRUE(told.at("dispute").is_null()) << "the file is the desk's";
    auto const& back = told.at("feedback");
    EXPECT_EQ(text_of(back.at("organisation_name")), "汇福调委会");
    EXPECT_EQ(text_of(back.at("mediator_name")), "mediator");
    EXPECT_FALSE(text_of(back.at("number")).empty());
    EXPECT_FALSE(back.at("concluded_at").is_null());
    ASSERT_EQ(back.at("agreements").as_array().size(), 1u);
    EXPECT_EQ(text_of(back.at("agreements").at(0).at("terms")), "月底前修好");
    EXPECT_EQ(text_of(back.at("agreements").at(0).at("promises").at(0).at("state")), "performed");
    EXPECT_EQ(answer.text.find(said_in_the_room), std::string::npos) << "the result, never what was said";
    EXPECT_FALSE(town.ask(officer, "GET", "/disputes/" + dispute).well()) << "nor the file, not even for the officer";
    is_kept_from_colleagues(referral, dispute);
    EXPECT_EQ(town.ask(town.officer, "GET", "/referrals/" + referral).status, 404) << "nor another agency";
}

TEST_P(FromAgency, only_a_court_says_where_its_case_stands)
{
    object const form{{"reference", "移 3"}, {"court_stage", "before_filing"}, {"consent_stated", true}, {"request", Town::request()}};
    auto const told = town.ask(officer, "POST", "/referrals", form);
    if (from.kind == OrganisationKind::court) EXPECT_TRUE(told.well()) << told.text;
    else EXPECT_EQ(told.status, 422) << told.text;
}

}  // namespace
}  // namespace maple
