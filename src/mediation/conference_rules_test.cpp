#include "mediation/conference_rules.hpp"
#include "dispute/conferences.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>

namespace maple::mediation {
namespace {

using namespace dispute::testing;
using dispute::Conference;
using dispute::Grade;
using dispute::PaperShown;
using dispute::Seat;
using dispute::ShownKind;
using dispute::Stage;

Key const round_table{901}, chair_of_it{21}, lawyer{41}, expert{42}, lawyers_seat{911}, task_given{921};
Kept const words{{951}, "hash"};

Dispute hard(Dispute d = mediating())
{
    d.grade = Grade::complex;
    return d;
}

Conference a_conference()
{
    Conference one;
    one.id = round_table;
    one.question = words;
    one.meets_at = hours_later(24);
    one.presides = chair_of_it;
    return one;
}

std::string calling(Dispute const& d, Conference one = a_conference(), bool by_director = false) { return said(call_conference(d, std::move(one), by_director, monday)); }

Seat a_seat(Key person = lawyer)
{
    Seat seat;
    seat.id = lawyers_seat;
    seat.kind = dispute::SeatKind::legal_adviser;
    seat.person = person;
    seat.name = words;
    return seat;
}

// A conference to which somebody is invited, and what has happened since.
Dispute conferring(std::function<void(Conference&)> const& since = [](Conference&) {})
{
    auto d = hard();
    d.room.conferences = {a_conference()};
    d.room.conferences.front().seats = {a_seat()};
    since(d.room.conferences.front());
    return d;
}

void advised(Conference& one) { one.seats.front().advised_at = monday; }
void decided(Conference& one) { one.decided_at = monday; }

std::string inviting(Dispute const& d, Seat seat, Guest guest = {true, false}) { return said(invite_to_conference(d, book(), round_table, std::move(seat), guest)); }
Seat another(Key person = expert)
{
    auto seat = a_seat(person);
    seat.id = {912};
    return seat;
}

TEST(conference, is_called_for_a_hard_dispute_or_when_the_director_says_why)
{
    EXPECT_EQ(calling(hard()), "");
    EXPECT_EQ(calling(mediating()), "conference.not_hard");
    EXPECT_EQ(calling(mediating(), a_conference(), true), "/why say_why_a_conference");
    auto reasoned = a_conference();
    reasoned.why = words;
    EXPECT_EQ(calling(mediating(), reasoned, true), "");
    EXPECT_EQ(calling(mediating(), reasoned, false), "conference.not_hard") << "a mediator alone does not decide that";
    only_at({Stage::accepted, Stage::inviting, Stage::diverted, Stage::mediating, Stage::agreed},
            [](auto const& x) { return call_conference(hard(x), a_conference(), false, monday); });
}

TEST(conference, is_one_at_a_time_and_lies_ahead)
{
    EXPECT_EQ(calling(conferring()), "conference.running");
    EXPECT_EQ(calling(conferring(decided)), "");
    auto past = a_conference();
    past.meets_at = plus_seconds(monday, -1);
    EXPECT_EQ(calling(hard(), past), "/meets_at in_the_past");
}

TEST(conference, spc16_15_who_is_tied_to_a_party_neither_presides_nor_advises)
{
    auto d = hard();
    d.conflicts.push_back(tie(chair_of_it));
    EXPECT_EQ(calling(d), "/presides conflict_of_interest SPC16-15");
    auto there = conferring();
    there.conflicts.push_back(tie(expert));
    EXPECT_EQ(inviting(there, another()), "/person tie_bars_advice SPC16-15");
    EXPECT_EQ(inviting(conferring(), another(), {false, false}), "/asked ask_about_ties SPC16-15");
    EXPECT_EQ(inviting(conferring(), another(), {true, true}), "conference.of_a_party SPC16-15");
    auto helped = conferring();
    helped.participants = {{{5}, "representative", {}, {}, expert}};
    EXPECT_EQ(inviting(helped, another()), "conference.of_a_party SPC16-15");
    for (auto const* role : {"Relative", "亲属", "relative", "申请人的近亲属", "委托代理人", "her Agent", "representative of the firm"}) {
        helped.participants.front().role = role;
        EXPECT_EQ(inviting(helped, another()), "conference.of_a_party SPC16-15") << role;
    }
    for (auto const* role : {"Expert", "专业人员", "社区干部", "reagent chemist", "Neighbour"}) {
        helped.participants.front().role = role;
        EXPECT_EQ(inviting(helped, another()), "") << role;
    }
    helped.participants.front().role = "adviser";
    EXPECT_EQ(inviting(helped, another()), "") << "whom all have let in stands on nobody's side";
}

TEST(conference, whoever_stepped_aside_is_not_asked_again)
{
    auto const gone = conferring([](Conference& one) {
        one.seats.front().withdrawn_at = monday;
        one.seats.front().withdrawn_for = "relative";
    });
    EXPECT_EQ(inviting(gone, another(lawyer)), "/person tie_bars_advice SPC16-15");
}

TEST(conference, invites_whoever_is_not_there_yet)
{
    EXPECT_EQ(inviting(conferring(), another()), "");
    EXPECT_EQ(inviting(conferring(), another(lawyer)), "conference.invited_already");
    EXPECT_EQ(inviting(conferring(), another(chair)), "/person mediates_it");
    auto nobody = another({});
    EXPECT_EQ(inviting(conferring(), nobody), "") << "somebody from outside, by name";
    nobody.name = {};
    EXPECT_EQ(inviting(conferring(), nobody), "/name missing");
    EXPECT_EQ(inviting(conferring(decided), another()), "conference.over");
    EXPECT_EQ(inviting(hard(), another()), "conference.unknown");
}

TEST(conference, article_15_shows_nothing_that_was_said_alone)
{
    auto d = conferring();
    auto const session = [&](Key id, dispute::SessionKind kind) {
        dispute::Session one;
        one.id = id;
        one.kind = kind;
        one.held_at = monday;
        d.sessions.push_back(one);
        return PaperShown{ShownKind::session, id, ""};
    };
    auto const shown = [&](PaperShown paper) { return said(choose_papers(d, lawyers_seat, {paper})); };
    EXPECT_EQ(shown(session({1}, dispute::SessionKind::joint)), "");
    EXPECT_EQ(shown(session({2}, dispute::SessionKind::investigation)), "");
    EXPECT_EQ(shown(session({3}, dispute::SessionKind::separate)), "/papers/0 said_alone PML-15");
    EXPECT_EQ(shown(session({4}, dispute::SessionKind::conference)), "/papers/0 not_to_be_shown PML-15");
    EXPECT_EQ(shown({ShownKind::session, {5}, ""}), "/papers/0 no_such_paper");
    EXPECT_EQ(shown({ShownKind::request, {}, ""}), "");
    EXPECT_EQ(shown({ShownKind::agreement, paper, ""}), "/papers/0 no_such_paper");
    d.agreements = {written()};
    EXPECT_EQ(shown({ShownKind::agreement, paper, ""}), "");
    EXPECT_EQ(shown({ShownKind::call, {6}, ""}), "/papers/0 no_such_paper");
    EXPECT_EQ(shown({ShownKind::form, {}, "undisputed_facts"}), "");
    EXPECT_EQ(shown({ShownKind::form, {}, "conference_record"}), "/papers/0 not_to_be_shown PML-15");
}

TEST(conference, an_invitation_is_taken_back_until_there_is_advice_and_given_back_for_a_tie_at_any_time)
{
    EXPECT_EQ(said(uninvite(conferring(), book(), lawyers_seat, "")), "");
    EXPECT_EQ(said(uninvite(conferring(advised), book(), lawyers_seat, "")), "conference.advised");
    EXPECT_EQ(said(uninvite(conferring(advised), book(), lawyers_seat, "relative")), "");
    EXPECT_EQ(said(uninvite(conferring(), book(), lawyers_seat, "no_wish")), "/ground not_in_the_book");
    EXPECT_EQ(said(uninvite(conferring(decided), book(), lawyers_seat, "")), "conference.over");
    EXPECT_EQ(said(uninvite(conferring(), book(), {1}, "")), "conference.seat_unknown");
    auto const d = after(conferring(), *uninvite(conferring(), book(), lawyers_seat, ""));
    EXPECT_EQ(said(advise(d, lawyers_seat, lawyer, words, {})), "conference.seat_given_up");
}

TEST(conference, advice_may_be_changed_until_it_is_decided)
{
    auto d = after(conferring(), *advise(conferring(), lawyers_seat, lawyer, words, {}));
    EXPECT_TRUE(dispute::seat(d, lawyers_seat)->advised_at);
    EXPECT_EQ(said(advise(d, lawyers_seat, lawyer, words, {})), "");
    EXPECT_EQ(said(advise(conferring(decided), lawyers_seat, lawyer, words, {})), "conference.over");
}

TEST(conference, advice_of_somebody_with_a_page_is_written_there_and_of_nobody_else_noted)
{
    EXPECT_EQ(said(advise(conferring(), lawyers_seat, chair, words, {})), "conference.own_page");
    EXPECT_EQ(said(advise(conferring(advised), lawyers_seat, chair, words, {})), "conference.own_page") << "nor written over";
    auto const outside = conferring([](Conference& one) { one.seats.front().person = {}; });
    EXPECT_EQ(said(advise(outside, lawyers_seat, chair, words, {})), "") << "who has no page is noted for";
}

Decision go_on()
{
    Decision decision{{931}, "go_on", words, {}};
    decision.tasks.push_back({task_given, words, chair, day("2023-11-30"), {}, {}, {}});
    return decision;
}
std::string deciding(Dispute const& d, Decision what = go_on(), Key by = chair_of_it, bool by_director = false)
{
    return said(decide_conference(d, book(), round_table, std::move(what), by, by_director, hours_later(25)));
}

TEST(conference, is_decided_by_who_presides_or_the_director_after_somebody_has_advised)
{
    EXPECT_EQ(deciding(conferring(advised)), "");
    EXPECT_EQ(deciding(conferring()), "conference.no_advice");
    EXPECT_EQ(deciding(conferring(advised), go_on(), chair), "conference.not_yours");
    EXPECT_EQ(deciding(conferring(advised), go_on(), chair, true), "");
    auto nowhere = go_on();
    nowhere.road = "a_vote";
    EXPECT_EQ(deciding(conferring(advised), nowhere), "/road not_in_the_book");
    auto late = go_on();
    late.tasks.front().due = day("2023-11-20");
    EXPECT_EQ(deciding(conferring(advised), late), "/tasks/0/due in_the_past");
    EXPECT_EQ(deciding(conferring(decided)), "conference.over");
}

Dispute after_the_decision()
{
    auto const d = conferring(advised);
    return after(d, *decide_conference(d, book(), round_table, go_on(), chair_of_it, false, hours_later(25)), hours_later(25));
}

TEST(conference, that_was_held_is_a_session_that_leaves_the_next_step_as_it_was)
{
    auto before = conferring(advised);
    auto const d = after_the_decision();
    ASSERT_EQ(d.sessions.size(), before.sessions.size() + 1);
    EXPECT_EQ(d.sessions.back().kind, dispute::SessionKind::conference);
    EXPECT_FALSE(d.sessions.back().record) << "what was said stays in the conference";
    EXPECT_EQ(dispute::next_step(d, book(), hours_later(26))->action, dispute::next_step(before, book(), hours_later(26))->action);
    EXPECT_EQ(dispute::conference_of_session(d, Key{931})->id, round_table);
}

TEST(conference, shows_its_papers_until_the_days_of_the_book_have_passed)
{
    auto const d = after_the_decision();
    auto const until = end_of(plus_days(day("2023-11-21"), int(book().policy("conference_papers_days"))));
    EXPECT_EQ(dispute::matter_of(d, until.us > 0 ? Instant{until.us - 1} : until).consulted, std::vector<Key>{lawyer});
    EXPECT_TRUE(dispute::matter_of(d, until).consulted.empty()) << "then access ends at once";
    EXPECT_TRUE(dispute::matter_of(conferring([](Conference& one) { one.seats.front().withdrawn_at = monday; }), monday).consulted.empty());
    EXPECT_TRUE(dispute::matter_of(conferring([](Conference& one) { one.called_off_at = monday; }), monday).consulted.empty());
    auto locked = conferring();
    locked.restricted_at = monday;
    EXPECT_TRUE(dispute::matter_of(locked, monday).consulted.empty()) << "nobody looks at what is locked away";
}

TEST(conference, is_called_off_before_anybody_has_taken_the_trouble)
{
    EXPECT_EQ(said(call_conference_off(conferring(), round_table)), "");
    EXPECT_EQ(said(call_conference_off(conferring(advised), round_table)), "conference.advised_already");
    EXPECT_EQ(said(call_conference_off(conferring(decided), round_table)), "conference.over");
}

TEST(conference, a_task_lies_on_a_desk_until_it_is_done)
{
    auto const d = after_the_decision();
    ASSERT_EQ(dispute::conference_rows(d).tasks.size(), 1u);
    EXPECT_EQ(dispute::conference_rows(d).tasks.front().person, chair);
    auto const done = after(d, *finish_task(d, task_given, words));
    EXPECT_TRUE(dispute::conference_rows(done).tasks.empty());
    EXPECT_EQ(said(finish_task(done, task_given, words)), "task.done");
    EXPECT_EQ(said(finish_task(d, {1}, words)), "task.unknown");
}

}  // namespace
}  // namespace maple::mediation
