// People's Mediation Law, articles 8, 9 and 10: each rule says yes once and no in each way.
#include "committees/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace maple::committees {
namespace {

Date day(char const* iso) { return date_from_iso(iso).value(); }

Kept said() { return {Key{900}, std::string(64, 'a'), {}}; }

law::Book const& book()
{
    static law::Book const one = law::open_book();
    return one;
}

registry::Organisation committee(registry::OrganisationKind kind = registry::OrganisationKind::community_committee)
{
    registry::Organisation o;
    o.id = Key{7};
    o.path = "/7/";
    o.kind = kind;
    return o;
}

Seat seat(std::int64_t person, Post post = Post::member, bool woman = false, bool minority = false)
{
    return {Key{person}, post, woman, minority, {}, {}, {}};
}

// A director, a woman and a member of a smaller group.
std::vector<Seat> three() { return {seat(1, Post::director), seat(2, Post::member, true), seat(3, Post::member, false, true)}; }

std::vector<Seat> of_size(std::int64_t n)
{
    auto seats = three();
    for (auto i = std::int64_t(seats.size()); i < n; ++i) seats.push_back(seat(100 + i));
    seats.resize(std::size_t(n));
    return seats;
}

std::vector<std::string> codes(std::vector<Seat> const& seats, bool multi_ethnic = true, bool waived = false)
{
    std::vector<std::string> found;
    for (auto const& one : faults_of(seats, multi_ethnic, waived, book())) {
        found.push_back(one.code);
        EXPECT_EQ(one.article, "PML-8") << one.code;
    }
    return found;
}

using Codes = std::vector<std::string>;

TermBegun wanted(std::vector<Seat> seats = three())
{
    TermBegun e;
    e.begins = day("2023-12-01");
    e.elected_by = Electors::residents_meeting;
    e.elected_on = day("2023-11-18");
    e.minutes = said();
    e.multi_ethnic = true;
    e.seats = std::move(seats);
    e.notice = Key{50};
    return e;
}

Date const today = day("2023-11-20");

Result<TermBegun> beginning(TermBegun e, Term const* last = nullptr) { return begin(committee(), last, std::move(e), book(), today); }

Term term(TermBegun const& e = wanted())
{
    Term t;
    t.id = Key{70};
    evolve(t, beginning(e).value(), Moment{});
    return t;
}

// "code" or "code@field".
template <class T> std::string refusal(Result<T> const& result)
{
    if (result) return "";
    auto const& no = result.error();
    return no.problems.empty() ? no.code : no.problems.front().code + "@" + no.problems.front().at;
}

template <class T> std::string article(Result<T> const& result) { return result ? "" : result.error().article; }

}  // namespace

// --- Article 8 ----------------------------------------------------------------------------------

TEST(committees, article_8_a_committee_has_three_to_nine_members)
{
    EXPECT_EQ(codes(of_size(2)).front(), "term.too_few");
    EXPECT_EQ(codes(of_size(3)), Codes{});
    EXPECT_EQ(codes(of_size(9)), Codes{});
    EXPECT_EQ(codes(of_size(10)), Codes{"term.too_many"});
    EXPECT_EQ(refusal(beginning(wanted(of_size(10)))), "term.too_many");
    EXPECT_EQ(article(beginning(wanted(of_size(2)))), "PML-8");
}

TEST(committees, article_8_a_committee_has_exactly_one_director_and_any_number_of_deputies)
{
    auto seats = three();
    seats[0].post = Post::deputy_director;
    EXPECT_EQ(codes(seats), Codes{"term.no_director"});
    seats[0].post = seats[1].post = Post::director;
    EXPECT_EQ(codes(seats), Codes{"term.several_directors"});
    seats[1].post = seats[2].post = Post::deputy_director;
    EXPECT_EQ(codes(seats), Codes{});
}

TEST(committees, article_8_a_committee_includes_women)
{
    auto seats = three();
    seats[1].woman = false;
    EXPECT_EQ(codes(seats), Codes{"term.no_woman"});
    EXPECT_EQ(refusal(beginning(wanted(seats))), "term.no_woman");
}

TEST(committees, article_8_where_several_groups_live_a_smaller_one_has_a_member_or_a_reason_is_given)
{
    auto seats = three();
    seats[2].minority = false;
    EXPECT_EQ(codes(seats), Codes{"term.no_minority"});
    EXPECT_EQ(codes(seats, false), Codes{});
    EXPECT_EQ(codes(seats, true, true), Codes{});
    auto e = wanted(seats);
    EXPECT_EQ(refusal(beginning(e)), "term.no_minority");
    e.waiver = said();
    EXPECT_EQ(refusal(beginning(e)), "");
}

TEST(committees, article_8_nobody_sits_twice)
{
    auto seats = three();
    seats.push_back(seat(1));
    EXPECT_EQ(codes(seats), Codes{"term.twice"});
}

TEST(committees, article_8_only_a_committee_has_a_term)
{
    for (auto const kind : {registry::OrganisationKind::personal_room, registry::OrganisationKind::stationed_room, registry::OrganisationKind::mediation_group,
                            registry::OrganisationKind::resolution_centre, registry::OrganisationKind::judicial_office, registry::OrganisationKind::court})
        EXPECT_EQ(refusal(begin(committee(kind), nullptr, wanted(), book(), today)), "term.not_a_committee");
    auto closed = committee();
    closed.closed_at = Instant{1};
    EXPECT_EQ(refusal(begin(closed, nullptr, wanted(), book(), today)), "organisation.closed");
}

// Whoever is chosen: what `begin` lets through has no fault, and what it refuses has one.
RC_GTEST_PROP(committees, article_8_holds_for_any_seats, (std::vector<std::tuple<std::uint8_t, std::uint8_t, bool, bool>> const& drawn, bool multi_ethnic))
{
    std::vector<Seat> seats;
    for (auto const& [person, post, woman, minority] : drawn) seats.push_back(seat(person % 12 + 1, Post(post % 3), woman, minority));
    auto e = wanted(seats);
    e.multi_ethnic = multi_ethnic;
    std::set<Key> people;
    std::int64_t directors = 0, women = 0, minorities = 0;
    for (auto const& one : seats) {
        people.insert(one.person);
        directors += one.post == Post::director;
        women += one.woman;
        minorities += one.minority;
    }
    bool const lawful = seats.size() >= 3 && seats.size() <= 9 && people.size() == seats.size() && directors == 1 && women > 0 &&
                        (!multi_ethnic || minorities > 0);
    RC_ASSERT(bool(beginning(e)) == lawful);
}

// --- Article 9 ----------------------------------------------------------------------------------

TEST(committees, article_9_a_term_is_three_years)
{
    EXPECT_EQ(iso(end_of_term(book(), day("2023-12-01"))), "2026-11-30");
    EXPECT_EQ(iso(end_of_term(book(), day("2024-02-29"))), "2027-02-27");  // begun on a leap day
    EXPECT_EQ(iso(end_of_term(book(), day("2021-03-01"))), "2024-02-29");
    EXPECT_EQ(iso(term().ends), "2026-11-30");
}

TEST(committees, article_9_a_term_ends_as_the_book_said_when_it_began)
{
    auto longer = book();
    std::find_if(longer.clocks.begin(), longer.clocks.end(), [](auto const& clock) { return clock.key == "term_of_office"; })->length = 5;
    auto begun = begin(committee(), nullptr, wanted(), longer, today).value();
    EXPECT_EQ(iso(last_day(begun)), "2028-11-30");
    begun.ends.reset();
    EXPECT_EQ(iso(last_day(begun)), "2026-11-30") << "a page from before it said so";
}

TEST(committees, article_9_who_elects_depends_on_the_kind)
{
    using enum registry::OrganisationKind;
    auto const elects = [](registry::OrganisationKind kind, Electors electors) {
        auto e = wanted();
        e.elected_by = electors;
        return begin(committee(kind), nullptr, e, book(), today);
    };
    EXPECT_TRUE(elects(village_committee, Electors::villagers_meeting));
    EXPECT_TRUE(elects(village_committee, Electors::villagers_representatives));
    EXPECT_TRUE(elects(community_committee, Electors::residents_meeting));
    for (auto const electors : {Electors::staff_meeting, Electors::staff_congress, Electors::trade_union}) EXPECT_TRUE(elects(enterprise_committee, electors));
    EXPECT_EQ(refusal(elects(community_committee, Electors::founding_body)), "electors_not_of_this_kind@/elected_by");
    EXPECT_EQ(article(elects(community_committee, Electors::staff_meeting)), "PML-9");
    EXPECT_EQ(refusal(elects(village_committee, Electors::residents_meeting)), "electors_not_of_this_kind@/elected_by");
}

TEST(committees, article_34_who_set_a_committee_up_by_reference_names_its_members)
{
    for (auto const kind : {registry::OrganisationKind::township_committee, registry::OrganisationKind::subdistrict_committee, registry::OrganisationKind::social_committee})
        EXPECT_EQ(electors_of(kind), std::vector<Electors>{Electors::founding_body});
    auto e = wanted();
    EXPECT_EQ(article(begin(committee(registry::OrganisationKind::subdistrict_committee), nullptr, e, book(), today)), "PML-34");
}

TEST(committees, article_9_members_are_elected_before_the_term_begins)
{
    auto e = wanted();
    e.elected_on = day("2023-11-21");
    EXPECT_EQ(refusal(beginning(e)), "in_the_future@/elected_on");
    e = wanted();
    e.begins = day("2023-11-01");
    EXPECT_EQ(refusal(beginning(e)), "after_the_beginning@/elected_on");
    e = wanted();
    e.begins = day("2025-12-01");
    EXPECT_EQ(refusal(beginning(e)), "too_far_ahead@/begins");
    e = wanted();
    e.told_on = day("2023-11-21");
    EXPECT_EQ(refusal(beginning(e)), "in_the_future@/told_on");
}

TEST(committees, article_9_members_may_be_elected_again_for_a_later_term)
{
    auto const first = term();
    auto e = wanted();
    e.begins = day("2024-10-01");
    EXPECT_TRUE(beginning(e, &first));
    e.begins = first.begins;
    EXPECT_EQ(refusal(beginning(e, &first)), "before_the_last_term@/begins");
}

TEST(committees, article_9_the_renewal_is_due_ninety_days_before_the_last_day)
{
    auto const t = term();  // to 30 November 2026
    auto const state = [&](char const* on) { return state_of(t, day(on), 90); };
    EXPECT_EQ(state("2023-11-30"), TermState::coming);
    EXPECT_EQ(state("2023-12-01"), TermState::current);
    EXPECT_EQ(state("2026-09-01"), TermState::current);
    EXPECT_EQ(state("2026-09-02"), TermState::ending);
    EXPECT_EQ(state("2026-11-30"), TermState::ending);
    EXPECT_EQ(state("2026-12-01"), TermState::expired);
}

// --- Changes within a term ------------------------------------------------------------------------

namespace {

CompositionChanged changed(std::vector<Seat> seats, std::vector<Departure> left = {})
{
    CompositionChanged e;
    e.from = day("2024-05-01");
    e.seats = std::move(seats);
    e.left = std::move(left);
    e.notice = Key{51};
    return e;
}

Date const in_may = day("2024-05-02");

Result<CompositionChanged> changing(CompositionChanged e, Term const& t = term()) { return change(t, true, std::move(e), book(), in_may); }

// The third member is replaced by somebody of a smaller group.
CompositionChanged replaced()
{
    auto seats = three();
    seats[2] = seat(4, Post::member, false, true);
    auto e = changed(seats, {{Key{3}, Leaving::resigned}});
    e.elected_on = day("2024-04-20");
    e.minutes = said();
    return e;
}

}  // namespace

TEST(committees, article_8_is_asked_again_at_each_change)
{
    EXPECT_EQ(refusal(changing(replaced())), "");
    auto without_minority = replaced();
    without_minority.seats[2].minority = false;
    EXPECT_EQ(refusal(changing(without_minority)), "term.no_minority");
    auto without_woman = three();
    without_woman[1].woman = false;
    EXPECT_EQ(refusal(changing(changed(without_woman))), "term.no_woman");
    auto two = three();
    two.pop_back();
    EXPECT_EQ(refusal(changing(changed(two, {{Key{3}, Leaving::moved_away}}))), "term.too_few");
}

TEST(committees, article_8_a_seat_that_somebody_left_may_stay_empty_for_a_reason_until_it_is_filled)
{
    auto two = three();
    two.pop_back();
    auto e = changed(two, {{Key{3}, Leaving::died}});
    e.vacancy = said();
    EXPECT_EQ(refusal(changing(e)), "");
    auto t = term();
    evolve(t, changing(e).value(), Moment{});
    EXPECT_TRUE(bool(t.vacancy));
    EXPECT_EQ(sitting(t).size(), 2u);
    // A second director is never explained by an empty seat, nor is anything without a departure.
    auto directors = e;
    directors.seats[1].post = Post::director;
    EXPECT_EQ(refusal(changing(directors)), "term.several_directors");
    auto nobody_left = changed(three());
    nobody_left.seats[1].woman = false;
    nobody_left.vacancy = said();
    EXPECT_EQ(refusal(changing(nobody_left)), "term.no_woman");
}

TEST(committees, a_change_accounts_for_everybody)
{
    auto e = replaced();
    e.left.clear();
    EXPECT_EQ(refusal(changing(e)), "leaving_needs_reason@/left");
    e = replaced();
    e.left.push_back({Key{99}, Leaving::resigned});
    EXPECT_EQ(refusal(changing(e)), "never_sat@/left/1/person");
    e = replaced();
    e.left.push_back({Key{1}, Leaving::resigned});  // who still sits
    EXPECT_EQ(refusal(changing(e)), "never_sat@/left/1/person");
    e = replaced();
    e.left.push_back(e.left.front());
    EXPECT_EQ(refusal(changing(e)), "never_sat@/left/1/person");
    EXPECT_EQ(refusal(changing(changed(three()))), "term.nothing_changed");
}

TEST(committees, article_9_who_joins_was_elected)
{
    auto e = replaced();
    e.elected_on.reset();
    EXPECT_EQ(refusal(changing(e)), "election_needed@/elected_on");
    e = replaced();
    e.minutes = {};
    EXPECT_EQ(refusal(changing(e)), "minutes_needed@/minutes");
    EXPECT_EQ(article(changing(e)), "PML-9");
    e = replaced();
    e.elected_on = day("2024-05-02");
    EXPECT_EQ(refusal(changing(e)), "after_the_beginning@/elected_on");
}

TEST(committees, article_9_a_term_that_is_over_does_not_change)
{
    auto const t = term();
    EXPECT_EQ(refusal(change(t, false, replaced(), book(), in_may)), "term.over");
    EXPECT_EQ(refusal(change(t, true, replaced(), book(), day("2026-12-01"))), "term.over");
    auto closed = t;
    evolve(closed, TermClosed{in_may, Key{52}}, Moment{});
    EXPECT_EQ(refusal(change(closed, true, replaced(), book(), in_may)), "term.over");
    EXPECT_EQ(state_of(closed, in_may, 90), TermState::closed);
    auto early = replaced();
    early.from = day("2023-11-30");
    EXPECT_EQ(refusal(changing(early)), "outside_the_term@/from");
    auto ahead = replaced();
    ahead.from = day("2024-05-03");
    EXPECT_EQ(refusal(changing(ahead)), "in_the_future@/from");
}

TEST(committees, who_left_stays_in_the_history_of_the_term)
{
    auto t = term();
    evolve(t, changing(replaced()).value(), Moment{});
    ASSERT_EQ(t.seats.size(), 4u);
    EXPECT_FALSE(seat_of(t, Key{3}));
    EXPECT_EQ(seat_of(t, Key{4})->since, day("2024-05-01"));
    EXPECT_EQ(seat_of(t, Key{1})->since, day("2023-12-01"));
    auto const& gone = t.seats.back();
    EXPECT_EQ(gone.person, Key{3});
    EXPECT_EQ(gone.until, day("2024-04-30"));
    EXPECT_EQ(gone.left_as, Leaving::resigned);
}

TEST(committees, article_13_who_sits_serves_at_the_committee_or_its_rooms)
{
    registry::Person person;
    auto const home = committee();
    auto room = committee(registry::OrganisationKind::personal_room);
    room.path = "/7/8/";
    auto elsewhere = committee();
    elsewhere.path = "/9/";
    EXPECT_TRUE(may_sit(person, home, home, "/p"));
    EXPECT_TRUE(may_sit(person, room, home, "/p"));
    EXPECT_EQ(refusal(may_sit(person, elsewhere, home, "/p")), "not_serving_here@/p");
    person.left_at = Instant{1};
    EXPECT_EQ(refusal(may_sit(person, home, home, "/p")), "not_serving_here@/p");
    EXPECT_EQ(article(may_sit(person, home, home, "/p")), "PML-13");
}

// --- Article 10 ---------------------------------------------------------------------------------

TEST(committees, article_10_every_composition_makes_a_notice_to_the_court)
{
    auto t = term();
    ASSERT_EQ(untold(t).size(), 1u);
    EXPECT_EQ(untold(t).front()->about, About::term);
    EXPECT_EQ(untold(t).front()->seats.size(), 3u);
    evolve(t, changing(replaced()).value(), Moment{});
    ASSERT_EQ(untold(t).size(), 2u);
    auto const& notice = *untold(t).back();
    EXPECT_EQ(notice.about, About::composition);
    EXPECT_EQ(notice.seats.size(), 4u);  // with the one who left
    evolve(t, TermClosed{in_may, Key{52}}, Moment{});
    EXPECT_EQ(untold(t).back()->about, About::closing);
}

TEST(committees, article_10_a_notice_is_marked_as_sent_once)
{
    auto t = term();
    EXPECT_EQ(refusal(send(t, Key{50}, day("2023-12-05"), in_may)), "");
    EXPECT_EQ(refusal(send(t, Key{99}, day("2023-12-05"), in_may)), "notice.unknown");
    EXPECT_EQ(refusal(send(t, Key{50}, day("2024-05-03"), in_may)), "in_the_future@/on");
    EXPECT_EQ(refusal(send(t, Key{50}, day("2023-11-17"), in_may)), "before_the_change@/on");
    EXPECT_EQ(article(send(t, Key{50}, day("2023-11-17"), in_may)), "PML-10");
    evolve(t, NoticeSent{Key{50}, day("2023-12-05")}, Moment{});
    EXPECT_TRUE(untold(t).empty());
    EXPECT_EQ(refusal(send(t, Key{50}, day("2023-12-06"), in_may)), "notice.sent");
}

TEST(committees, article_10_a_court_that_was_told_on_paper_is_told_no_more)
{
    auto e = wanted();
    e.told_on = day("2023-11-19");
    EXPECT_TRUE(untold(term(e)).empty());
}

}  // namespace maple::committees
