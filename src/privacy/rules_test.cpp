#include "privacy/rules.hpp"
#include "access/rules.hpp"
#include "dispute/life.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::privacy {
namespace {

using namespace dispute::testing;
using dispute::Stage;

Key const first{31}, second{32};

OwnRequest asked()
{
    OwnRequest r;
    r.id = {900};
    r.officer = first;
    r.asked_at = monday;
    return r;
}

template <class E> OwnRequest then(OwnRequest r, E const& event, Key who, Instant at = monday)
{
    evolve(r, event, Moment{at, at, who, {}});
    return r;
}

TEST(privacy, pipl_45_a_request_is_answered_by_two_officers)
{
    EXPECT_EQ(said(confirm(asked(), first)), "own_request.same_officer");
    EXPECT_EQ(said(decline(asked(), first, {})), "own_request.same_officer");
    EXPECT_EQ(said(answer(asked(), book(), first, monday)), "own_request.not_confirmed");
    auto const confirmed = then(asked(), *confirm(asked(), second), second);
    EXPECT_EQ(said(confirm(confirmed, second)), "own_request.decided");
    EXPECT_EQ(said(answer(confirmed, book(), second, monday)), "own_request.not_yours");
    EXPECT_EQ(said(answer(confirmed, book(), first, monday)), "");
    auto const answered = then(confirmed, *answer(confirmed, book(), first, monday), first);
    EXPECT_EQ(answered.status, Status::answered);
    EXPECT_EQ(said(answer(answered, book(), first, monday)), "") << "a paper that jammed is printed again";
    auto const days = int(book().policy("own_data_days"));
    EXPECT_EQ(said(answer(confirmed, book(), first, hours_later(24 * days + 1))), "own_request.too_late");
    auto const declined = then(asked(), *decline(asked(), second, {}), second);
    EXPECT_EQ(said(answer(declined, book(), first, monday)), "own_request.not_confirmed");
}

TEST(privacy, pipl_47_locks_a_dossier_away_instead_of_deleting_it)
{
    access::Caller const director{{10}, chair, {{access::Role::director, desk_office, "/" + shown(desk_office) + "/"}}};
    auto d = at_stage(Stage::archived);
    EXPECT_TRUE(access::sight(director, dispute::matter_of(d, monday)).personal);
    d = after(d, *restrict_use(d, {}));
    EXPECT_EQ(access::sight(director, dispute::matter_of(d, monday)), (access::Sight{true, false, false, false}));
    EXPECT_EQ(said(restrict_use(d, {})), "restrict.already PIPL-47");
    d.glasses.push_back({chair, monday, hours_later(24), {}});
    access::Caller const bureau{{10}, chair, {{access::Role::supervisor, desk_office, "/" + shown(desk_office) + "/"}}};
    EXPECT_TRUE(access::sight(bureau, dispute::matter_of(d, hours_later(1))).personal) << "a lawful need still opens it";
    d = after(d, *release(d, {}));
    EXPECT_TRUE(access::sight(director, dispute::matter_of(d, monday)).personal);
    EXPECT_EQ(said(release(d, {})), "restrict.not_restricted PIPL-47");
    EXPECT_EQ(restrict_use(at_stage(Stage::mediating), {}).error().because, Because::wrong_stage) << "what is worked on is not locked";
}

TEST(privacy, two_parties_are_told_of_their_agreement_only_when_both_stand_there)
{
    auto d = at_stage(Stage::requested);
    EXPECT_EQ(said(may_look_together(d, applicant, respondent, false)), "/both_present both_must_be_present");
    EXPECT_EQ(said(may_look_together(d, applicant, respondent, true)), "/one identity_needed");
    for (auto& p : d.parties) p.id_number = Kept{{701}, "hash"};
    EXPECT_EQ(said(may_look_together(d, applicant, respondent, true)), "");
    EXPECT_EQ(said(may_look_together(d, applicant, stranger, true)), "/other unknown_party");
    EXPECT_EQ(said(may_look_together(d, applicant, applicant, true)), "/other party_twice");
}

}  // namespace
}  // namespace maple::privacy
