// A clear no after acceptance, before anybody mediates: the desk that answers for the dispute ends it,
// through the doors, on both engines.
#include "carried.hpp"
#include "registry/roll.hpp"

namespace maple {
namespace {

using ::maple::testing::Carried;
using ::maple::testing::Official;
using ::maple::testing::OnBothEngines;
using ::maple::testing::text_of;
using json::object;

struct Unwilling : OnBothEngines {
    Carried accepted()
    {
        Carried d(home, Carried::agreed_to());
        d.does(home.clerk, "POST", "/acceptance");
        return d;
    }

    // Sent to the committee, which has signed for it or not.
    Carried sent(bool signed_for)
    {
        auto d = accepted();
        d.does(home.clerk, "POST", "/diversion", {{"organisation", shown(home.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
        if (signed_for) d.does(home.director, "PUT", "/receipt");
        return d;
    }

    void says_no(Carried& d, std::size_t nth = 1) { d.does(home.clerk, "POST", "/consents", {{"party", d.parties[nth]}, {"consent", "refused"}}); }

    object end() const { return {{"reason", "one_side_unwilling"}, {"remedies", json::array{home.first_of("remedy")}}}; }
    testing::Told ends(Carried& d, Official const& who) { return home.ask(who, "POST", d.here + "/termination", end()); }

    // What the file tells this reader to do next, and that he may: "terminate by nobody, mine".
    std::string next(Carried& d, Official const& who)
    {
        auto const file = home.well(who, "GET", d.here);
        auto const& step = file.at("next");
        auto const& allowed = file.at("allowed").as_array();
        bool const may = std::find(allowed.begin(), allowed.end(), step.at("deed")) != allowed.end();
        return text_of(step.at("action")) + (step.at("person").is_null() ? " by nobody" : " by somebody") + (may ? ", mine" : "");
    }

    Official clerk_at(Key where, std::string const& name)
    {
        Official who;
        sql::write_now(*home.store, [&](sql::Session& session) {
            Desk desk{session, home.house, {}, home.now, home.now};
            registry::Registrar roll(desk);
            registry::NewPerson person{{}, where, name, "0990-6000003", "zh", "", {registry::Service::mediator}, "U-" + name, date_from_iso("2099-01-01").value()};
            who.person = roll.add(person).id;
            auto const account = roll.add(registry::NewAccount{{}, who.person, name, std::nullopt, {{access::Role::desk_clerk, where}}});
            roll.write();
            who.token = registry::begin_session(session, home.book, account, real_time(), {});
        });
        return who;
    }
};

TEST_P(Unwilling, article_17_a_clear_refusal_after_acceptance_is_ended_by_the_desk)
{
    auto d = accepted();
    EXPECT_EQ(ends(d, home.clerk).field("code"), "termination.nobody_refuses");
    says_no(d);
    EXPECT_EQ(next(d, home.clerk), "terminate by nobody, mine");
    EXPECT_TRUE(ends(d, home.clerk).well());
    EXPECT_EQ(next(d, home.clerk), "deliver_termination by nobody, mine");
    d.does(home.clerk, "POST", "/termination/delivery", {{"by", "phone"}});
    EXPECT_EQ(next(d, home.clerk), "archive by nobody, mine");
}

TEST_P(Unwilling, article_17_a_clear_refusal_to_the_invitation_is_ended_by_the_desk)
{
    for (bool const signed_for : {false, true}) {
        auto d = sent(signed_for);
        says_no(d);
        EXPECT_EQ(next(d, home.clerk), "terminate by nobody, mine");
        EXPECT_TRUE(ends(d, home.clerk).well());
        d.does(home.clerk, "POST", "/termination/delivery", {{"by", "phone"}});
    }
}

TEST_P(Unwilling, article_17_a_clear_refusal_is_ended_by_the_mediator_once_there_is_one)
{
    auto d = sent(true);
    d.does(home.director, "PUT", "/assignment", {{"person", shown(home.mediator.person)}, {"chosen_by_parties", true}});
    says_no(d);
    EXPECT_EQ(next(d, home.clerk), "terminate by somebody");
    EXPECT_EQ(ends(d, home.clerk).status, 403);
    EXPECT_TRUE(ends(d, home.mediator).well());
}

TEST_P(Unwilling, article_17_a_clear_refusal_is_not_ended_by_the_clerk_of_another_organisation)
{
    auto const stranger = clerk_at(home.other_office, "stranger"), of_committee = clerk_at(home.committee, "of_committee");
    auto d = accepted();
    says_no(d);
    EXPECT_EQ(ends(d, stranger).status, 404);
    EXPECT_EQ(ends(d, of_committee).status, 404) << "it has not been sent there";

    auto on_the_way = sent(false);
    says_no(on_the_way);
    EXPECT_EQ(ends(on_the_way, stranger).status, 404);
    EXPECT_EQ(ends(on_the_way, of_committee).status, 403) << "until it has signed, the sender answers";
    on_the_way.does(home.director, "PUT", "/receipt");
    EXPECT_EQ(next(on_the_way, of_committee), "terminate by nobody, mine");
    EXPECT_TRUE(ends(on_the_way, of_committee).well());
}

INSTANTIATE_TEST_SUITE_P(engines, Unwilling, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
