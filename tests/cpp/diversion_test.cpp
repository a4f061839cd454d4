// Who takes a dispute on through the doors, on both engines: what numbers a committee draws.
#include "app/replay.hpp"
#include "registry/roll.hpp"
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::text_of;
using ::maple::testing::Town;
using json::object;

struct Diverting : ::testing::TestWithParam<sql::Engine> {
    Diverting() : chair(serving_at(town.committee, "chair", access::Role::director)) {}

    void TearDown() override
    {
        for (auto const& one : app::verify(*town.store, town.book, town.vault).differences)
            ADD_FAILURE() << one.what << " " << one.which << ": " << one.says;
    }

    Official serving_at(Key where, std::string name, access::Role role)
    {
        Official who;
        sql::write_now(*town.store, [&](sql::Session& session) {
            Desk desk{session, town.house, {}, town.now, town.now};
            registry::Registrar roll(desk);
            registry::NewPerson person{{}, where, name, "0990-6000002", "zh", "", {registry::Service::mediator}, "D-" + name, date_from_iso("2099-01-01").value()};
            who.person = roll.add(person).id;
            auto const account = roll.add(registry::NewAccount{{}, who.person, name, std::nullopt, {{role, where}}});
            roll.write();
            who.token = registry::begin_session(session, town.book, account, real_time(), {});
        });
        return who;
    }

    // Where a request is accepted; both sides agree to mediation.
    std::string accepted_by(Official const& who, json::value const& file)
    {
        auto const here = "/disputes/" + text_of(file.at("id"));
        town.well(who, "POST", here + "/acceptance");
        for (auto const& party : file.at("dispute").at("parties").as_array())
            if (text_of(party.at("consent")) != "agreed") town.well(who, "POST", here + "/consents", {{"party", party.at("id")}, {"consent", "agreed"}});
        return here;
    }
    // A request that comes to the desk of the place.
    std::string at_the_desk() { return accepted_by(town.clerk, town.well(town.clerk, "POST", "/disputes", Town::request()).at("file")); }
    // What a committee settled breaks out anew: the request lies with the committee itself.
    std::string at_the_committee()
    {
        auto request = Town::request();
        request["parties"] = json::array{Town::party("applicant", "顾真远", "agreed"), Town::party("respondent", "马伊布拉", "agreed")};
        json::object const spot{{"request", request}, {"record", "当场说和"}, {"terms", "三天内修好水管。"}, {"promises", json::array{}}, {"methods", json::array{}},
                                {"all_agreed_and_told", true}, {"no_conflict", true}, {"organisation", shown(town.committee)}};
        auto const settled = text_of(town.well(town.mediator, "POST", "/disputes/on-the-spot", spot).at("file").at("id"));
        auto const again = town.well(chair, "POST", "/disputes/" + settled + "/reopening", {{"reason", "relapse"}, {"facts", "又漏水了"}});
        return accepted_by(chair, again.at("file"));
    }
    std::string number(Official const& who, std::string const& here) { return text_of(town.well(who, "GET", here).at("number")); }
    object to(Key organisation) const { return {{"organisation", shown(organisation)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}}; }

    // The count in a number: "字〔2023〕第012号" is 12.
    int nth(Official const& who, std::string const& here)
    {
        auto const words = number(who, here);
        auto const at = words.find("第");
        return at == words.npos ? -1 : std::stoi(words.substr(at + std::string_view("第").size()));
    }

    Town town{GetParam()};
    Official chair;
};

TEST_P(Diverting, a_committee_that_keeps_what_it_accepted_draws_a_number_of_its_own)
{
    auto const here = at_the_committee();
    auto const request = number(chair, here);
    auto const file = town.well(chair, "POST", here + "/diversion", to(town.committee));
    auto const dossier = text_of(file.at("number"));
    EXPECT_NE(dossier, request) << "not the number of the request to the end";
    EXPECT_NE(dossier.find("汇福调委会"), std::string::npos) << dossier;
    auto const& last = file.at("dispute").at("handlings").as_array().back();
    EXPECT_EQ(text_of(last.at("number")), dossier);
    EXPECT_FALSE(last.at("received_at").is_null()) << "it does not wait for itself";
    EXPECT_EQ(town.ask(chair, "PUT", here + "/receipt").status, 409) << "there is nothing left to sign for";
}

TEST_P(Diverting, what_is_kept_and_what_is_sent_are_numbered_in_one_row_without_a_gap)
{
    auto const kept = at_the_committee();
    town.well(chair, "POST", kept + "/diversion", to(town.committee));
    auto const sent = at_the_desk();
    auto const before = number(town.clerk, sent);
    town.well(town.clerk, "POST", sent + "/diversion", to(town.committee));
    EXPECT_EQ(number(town.clerk, sent), before) << "nobody numbers it before it is signed for";
    town.well(chair, "PUT", sent + "/receipt");
    auto const again = at_the_committee();
    town.well(chair, "POST", again + "/diversion", to(town.committee));
    EXPECT_EQ(nth(chair, sent), nth(chair, kept) + 1);
    EXPECT_EQ(nth(chair, again), nth(chair, sent) + 2) << "what was settled on the spot before has one, too";
}

TEST_P(Diverting, who_refuses_a_diversion_has_drawn_no_number)
{
    auto const here = at_the_committee();
    EXPECT_GE(town.ask(chair, "POST", here + "/diversion", to(Key{7})).status, 400);
    town.well(chair, "POST", here + "/diversion", to(town.committee));
    EXPECT_EQ(town.ask(chair, "POST", here + "/diversion", to(town.committee)).status, 409);
    auto const next = at_the_committee();
    town.well(chair, "POST", next + "/diversion", to(town.committee));
    EXPECT_EQ(nth(chair, next), nth(chair, here) + 2) << "one for what was settled on the spot before, none for what was refused";
}

INSTANTIATE_TEST_SUITE_P(engines, Diverting, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
