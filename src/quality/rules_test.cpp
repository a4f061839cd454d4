#include "quality/rules.hpp"
#include "dispute/testing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maple::quality {
namespace {

using dispute::testing::book;
using dispute::testing::day;
using dispute::testing::monday;
using dispute::testing::said;

Key const reviewer{21}, mediator{11}, other{22};
Date const today = day("2023-11-20");
law::Quality const& list() { return *book().quality; }

Review taken_review()
{
    Review r;
    r.id = {900};
    r.responsible = mediator;
    evolve(r, take(r, reviewer).value(), Moment{monday, monday, reviewer, {}});
    return r;
}

template <class E> Review after(Review r, E const& event, Key who = reviewer)
{
    evolve(r, event, Moment{monday, monday, who, {}});
    return r;
}

// Every question answered, with faults at the first `faults` of them.
Review checked(std::size_t faults)
{
    ReviewAnswered all;
    for (std::size_t n = 0; n < list().items.size(); ++n) all.answers.push_back({list().items[n].key, n < faults ? Verdict::fault : Verdict::sound, {}});
    return after(taken_review(), all);
}

Review sent(Review r) { return after(r, send_back(r, list(), reviewer, mediator, day("2023-12-01"), today).value()); }
Review back(Review r) { return after(r, mend(r, mediator, false).value(), mediator); }

RC_GTEST_PROP(draw, the_same_seed_draws_the_same_whatever_the_order, (std::vector<std::uint16_t> numbers, std::string seed))
{
    std::vector<Key> keys;
    for (auto const n : numbers) keys.push_back(Key{n});
    auto const once = drawn(keys, seed, {10, 3});
    std::reverse(keys.begin(), keys.end());
    RC_ASSERT(drawn(keys, seed, {10, 3}) == once);
    keys.insert(keys.end(), keys.begin(), keys.end());
    RC_ASSERT(drawn(keys, seed, {10, 3}) == once);
    std::set<Key> const all(keys.begin(), keys.end());
    RC_ASSERT(once.size() == size_of_sample(all.size(), {10, 3}));
    RC_ASSERT(std::set<Key>(once.begin(), once.end()).size() == once.size());
    for (auto const one : once) RC_ASSERT(all.contains(one));
}

// Nobody can be spared by taking another one away: whoever was drawn stays drawn.
RC_GTEST_PROP(draw, taking_a_dossier_away_never_spares_another, (std::uint8_t n, std::string seed))
{
    std::vector<Key> keys;
    for (int i = 0; i < n + 20; ++i) keys.push_back(Key{i + 1});
    auto const before = drawn(keys, seed, {10, 5});
    auto const gone = keys[*rc::gen::inRange<std::size_t>(0, keys.size())];
    std::erase(keys, gone);
    auto const after_it = drawn(keys, seed, {10, 5});
    std::set<Key> const still(after_it.begin(), after_it.end());
    std::size_t kept = 0;
    for (auto const one : before) kept += one == gone || still.contains(one);
    RC_ASSERT(kept + 1 >= before.size());  // one fewer at most, where the share became smaller
}

TEST(draw, every_dossier_has_the_same_chance)
{
    std::vector<Key> keys;
    for (int i = 1; i <= 50; ++i) keys.push_back(Key{i});
    std::map<Key, int> times;
    for (int seed = 0; seed < 2000; ++seed)
        for (auto const one : drawn(keys, std::to_string(seed), {10, 1})) ++times[one];
    for (auto const one : keys) {
        EXPECT_GT(times[one], 130) << shown(one);  // 200 expected; five standard deviations are 67
        EXPECT_LT(times[one], 270) << shown(one);
    }
}

TEST(draw, the_share_rounded_up_and_a_minimum)
{
    DrawRule const rule{10, 3};
    EXPECT_EQ(size_of_sample(0, rule), 0u);
    EXPECT_EQ(size_of_sample(2, rule), 2u);
    EXPECT_EQ(size_of_sample(29, rule), 3u);
    EXPECT_EQ(size_of_sample(31, rule), 4u);
    EXPECT_EQ(size_of_sample(300, rule), 30u);
}

std::string drawing(Period period, std::vector<Period> before = {}, std::vector<Key> dossiers = {{1}, {2}, {3}, {4}})
{
    return said(draw(period, before, dossiers, "seed", list(), today));
}

TEST(draw, a_period_that_is_over_is_drawn_from_once)
{
    Period const october{day("2023-10-01"), day("2023-10-31")};
    EXPECT_EQ(drawing(october), "");
    EXPECT_EQ(drawing({day("2023-10-31"), day("2023-10-01")}), "/last_day before_the_beginning");
    EXPECT_EQ(drawing({day("2023-11-01"), today}), "/last_day not_over");
    EXPECT_EQ(drawing({day("2023-11-01"), plus_days(today, -1)}), "");
    EXPECT_EQ(drawing(october, {{day("2023-10-31"), day("2023-11-10")}}), "quality.drawn_already");
    EXPECT_EQ(drawing(october, {{day("2023-09-01"), day("2023-09-30")}}), "");
    EXPECT_EQ(drawing(october, {}, {}), "quality.nothing_archived");
}

TEST(review, is_taken_by_one_and_given_back_by_that_one)
{
    auto const r = taken_review();
    EXPECT_EQ(r.status, Status::checking);
    EXPECT_EQ(said(take(r, other)), "quality.taken");
    EXPECT_EQ(said(give_back(r, other)), "quality.not_the_reviewer");
    auto const free = after(r, give_back(r, reviewer).value());
    EXPECT_EQ(free.status, Status::drawn);
    EXPECT_EQ(said(take(free, other)), "");
    EXPECT_EQ(said(give_back(free, reviewer)), "quality.not_checking");
    auto const over = after(checked(0), ReviewClosed{});
    EXPECT_EQ(said(take(over, other)), "quality.closed");
}

TEST(review, a_fault_has_a_note_and_a_question_one_answer)
{
    auto const r = taken_review();
    auto const first = list().items[0].key;
    EXPECT_EQ(said(answer(r, list(), {{first, Verdict::sound, ""}}, reviewer)), "");
    EXPECT_EQ(said(answer(r, list(), {{first, Verdict::fault, "缺日期"}}, reviewer)), "");
    EXPECT_EQ(said(answer(r, list(), {{first, Verdict::fault, ""}}, reviewer)), "/answers/0/note say_what_is_wrong");
    EXPECT_EQ(said(answer(r, list(), {{"no_such", Verdict::sound, ""}}, reviewer)), "/answers/0/item not_in_the_book");
    EXPECT_EQ(said(answer(r, list(), {{first, Verdict::sound, ""}, {first, Verdict::sound, ""}}, reviewer)), "/answers/1/item answered_twice");
    EXPECT_EQ(said(answer(r, list(), {}, reviewer)), "/answers missing");
    EXPECT_EQ(said(answer(r, list(), {{first, Verdict::sound, ""}}, other)), "quality.not_the_reviewer");
    EXPECT_EQ(said(answer(sent(checked(1)), list(), {{first, Verdict::sound, ""}}, reviewer)), "quality.not_checking");
}

TEST(review, goes_back_with_faults_and_a_day_to_who_mediated)
{
    auto const send = [](Review const& r, Key asker = reviewer, Key to = mediator, Date due = day("2023-12-01")) {
        return said(send_back(r, list(), asker, to, due, today));
    };
    EXPECT_EQ(send(checked(2)), "");
    EXPECT_EQ(send(taken_review()), "quality.unanswered");
    EXPECT_EQ(send(checked(0)), "quality.nothing_to_mend");
    EXPECT_EQ(send(checked(2), other), "quality.not_the_reviewer");
    EXPECT_EQ(send(checked(2), reviewer, Key{}), "/responsible missing");
    EXPECT_EQ(send(checked(2), reviewer, reviewer), "/responsible is_the_reviewer");
    EXPECT_EQ(send(checked(2), reviewer, mediator, day("2023-11-19")), "/due in_the_past");
    EXPECT_EQ(send(sent(checked(2))), "quality.not_checking");
    EXPECT_EQ(send(after(checked(0), ReviewClosed{})), "quality.closed");
}

TEST(review, is_mended_by_who_answers_for_it_or_leads_the_committee)
{
    auto const r = sent(checked(1));
    EXPECT_EQ(r.status, Status::mending);
    EXPECT_EQ(row_of(r).due_on, day("2023-12-01"));
    EXPECT_EQ(said(mend(r, mediator, false)), "");
    EXPECT_EQ(said(mend(r, other, true)), "");
    EXPECT_EQ(said(mend(r, other, false)), "quality.not_the_mender");
    EXPECT_EQ(said(mend(r, reviewer, true)), "quality.not_the_mender") << "nobody mends what he judges";
    EXPECT_EQ(said(mend(checked(1), mediator, false)), "quality.not_sent_back");
}

TEST(review, is_confirmed_or_sent_back_again)
{
    auto const r = back(sent(checked(1)));
    EXPECT_EQ(r.status, Status::mended);
    EXPECT_EQ(said(close(r, list(), other)), "quality.not_the_reviewer");
    auto const again = sent(r);
    EXPECT_EQ(again.rounds.size(), 2u);
    EXPECT_TRUE(again.rounds[0].decided_at);
    EXPECT_FALSE(again.rounds[0].confirmed);
    auto const over = after(back(again), close(back(again), list(), reviewer).value());
    EXPECT_EQ(over.status, Status::closed);
    EXPECT_TRUE(over.rounds[1].confirmed);
    EXPECT_EQ(said(close(over, list(), reviewer)), "quality.closed");
    EXPECT_EQ(said(mend(over, mediator, false)), "quality.closed");
}

TEST(review, without_a_fault_is_closed_and_with_one_it_is_not)
{
    EXPECT_EQ(said(close(checked(0), list(), reviewer)), "");
    EXPECT_EQ(said(close(checked(1), list(), reviewer)), "quality.faults_open");
    EXPECT_EQ(said(close(taken_review(), list(), reviewer)), "quality.unanswered");
    EXPECT_EQ(said(close(sent(checked(1)), list(), reviewer)), "quality.not_checking");
    auto const row = row_of(checked(2));
    EXPECT_EQ(row.findings, ";" + list().items[0].key + ";" + list().items[1].key + ";");
    EXPECT_FALSE(row.checked_in) << "the list is not done yet";
    EXPECT_EQ(row_of(sent(checked(2))).checked_in, "2023-11");
}

}  // namespace
}  // namespace maple::quality
