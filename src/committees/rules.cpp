#include "committees/rules.hpp"
#include "law/clock.hpp"

#include <algorithm>
#include <set>

namespace maple::committees {
namespace {

constexpr int furthest_ahead_days = 366;

Refusal fault(char const* code, Params params = {}) { return refuse(Because::forbidden_by, code, std::move(params), "PML-8"); }

template <class F> std::int64_t how_many(std::vector<Seat> const& seats, F is) { return std::count_if(seats.begin(), seats.end(), is); }

// What an empty seat explains for a while; nothing explains a seat too many.
bool is_a_lack(std::string_view code)
{
    return code == "term.too_few" || code == "term.no_director" || code == "term.no_woman" || code == "term.no_minority";
}

bool among(std::vector<Seat> const& seats, Key person)
{
    return std::any_of(seats.begin(), seats.end(), [&](Seat const& seat) { return seat.person == person; });
}

bool is_late(Date day, Date today) { return day > today; }

Result<void> election_fits(TermBegun const& wanted, registry::OrganisationKind kind, Date today)
{
    auto const fit = electors_of(kind);
    if (std::find(fit.begin(), fit.end(), wanted.elected_by) == fit.end())
        return refuse_field("/elected_by", "electors_not_of_this_kind", {}, fit == std::vector{Electors::founding_body} ? "PML-34" : "PML-9");
    if (is_late(wanted.elected_on, today)) return refuse_field("/elected_on", "in_the_future");
    if (wanted.elected_on > wanted.begins) return refuse_field("/elected_on", "after_the_beginning", {}, "PML-9");
    if ((wanted.begins.day - today.day).count() > furthest_ahead_days) return refuse_field("/begins", "too_far_ahead");
    if (wanted.told_on && is_late(*wanted.told_on, today)) return refuse_field("/told_on", "in_the_future");
    return {};
}

Result<void> everybody_is_accounted_for(std::vector<Seat> const& before, CompositionChanged const& wanted)
{
    std::set<Key> told;
    for (std::size_t i = 0; i < wanted.left.size(); ++i) {
        auto const& gone = wanted.left[i];
        if (!among(before, gone.person) || among(wanted.seats, gone.person) || !told.insert(gone.person).second)
            return refuse_field("/left/" + std::to_string(i) + "/person", "never_sat");
    }
    for (auto const& seat : before)
        if (!among(wanted.seats, seat.person) && !told.contains(seat.person)) return refuse_field("/left", "leaving_needs_reason");
    return {};
}

bool same_seats(std::vector<Seat> const& before, std::vector<Seat> const& after)
{
    return before.size() == after.size() && std::all_of(after.begin(), after.end(), [&](Seat const& now) {
               return std::any_of(before.begin(), before.end(), [&](Seat const& was) {
                   return was.person == now.person && was.post == now.post && was.woman == now.woman && was.minority == now.minority;
               });
           });
}

}  // namespace

std::vector<Refusal> faults_of(std::vector<Seat> const& seats, bool multi_ethnic, bool waived, law::Book const& book)
{
    std::vector<Refusal> found;
    auto const n = std::int64_t(seats.size());
    auto const least = book.policy("committee_members_least"), most = book.policy("committee_members_most");
    std::set<Key> people;
    for (auto const& seat : seats) people.insert(seat.person);
    if (std::int64_t(people.size()) != n) found.push_back(fault("term.twice"));
    if (n < least) found.push_back(fault("term.too_few", {{"n", std::to_string(n)}, {"least", std::to_string(least)}}));
    if (n > most) found.push_back(fault("term.too_many", {{"n", std::to_string(n)}, {"most", std::to_string(most)}}));
    auto const directors = how_many(seats, [](Seat const& s) { return s.post == Post::director; });
    if (directors == 0) found.push_back(fault("term.no_director"));
    if (directors > 1) found.push_back(fault("term.several_directors", {{"n", std::to_string(directors)}}));
    if (how_many(seats, [](Seat const& s) { return s.woman; }) == 0) found.push_back(fault("term.no_woman"));
    if (multi_ethnic && !waived && how_many(seats, [](Seat const& s) { return s.minority; }) == 0) found.push_back(fault("term.no_minority"));
    return found;
}

Result<void> may_sit(registry::Person const& person, registry::Organisation const& serves_at, registry::Organisation const& committee, std::string at)
{
    if (person.left_at || !serves_at.path.starts_with(committee.path)) return refuse_field(std::move(at), "not_serving_here", {}, "PML-13");
    return {};
}

std::vector<Electors> electors_of(registry::OrganisationKind kind)
{
    using enum registry::OrganisationKind;
    switch (kind) {
    case village_committee: return {Electors::villagers_meeting, Electors::villagers_representatives};
    case community_committee: return {Electors::residents_meeting};
    case enterprise_committee: return {Electors::staff_meeting, Electors::staff_congress, Electors::trade_union};
    case township_committee:
    case subdistrict_committee:
    case social_committee: return {Electors::founding_body};
    default: return {};
    }
}

Date end_of_term(law::Book const& book, Date begins)
{
    // The term has begun on its first day, which the clock of the law does not count (CC art. 201).
    auto const same_day = law::due(book, "term_of_office", start_of(begins), start_of(begins)).at;
    return plus_days(date_in_beijing(same_day), -1);
}

Result<TermBegun> begin(registry::Organisation const& committee, Term const* last, TermBegun wanted, law::Book const& book, Date today)
{
    if (!registry::stands_alone(committee.kind)) return refuse(Because::forbidden_by, "term.not_a_committee", {}, "PML-8");
    if (committee.closed_at) return refuse(Because::forbidden_by, "organisation.closed");
    if (auto const fits = election_fits(wanted, committee.kind, today); !fits) return fits.error();
    if (last && wanted.begins <= last->begins)
        return refuse_field("/begins", "before_the_last_term", {{"date", iso(last->begins)}}, "PML-9");
    auto found = faults_of(wanted.seats, wanted.multi_ethnic, bool(wanted.waiver), book);
    if (!found.empty()) return std::move(found.front());
    wanted.organisation = committee.id;
    wanted.ends = end_of_term(book, wanted.begins);
    for (auto& seat : wanted.seats) seat.since = wanted.begins;
    return wanted;
}

Result<CompositionChanged> change(Term const& term, bool is_latest, CompositionChanged wanted, law::Book const& book, Date today)
{
    if (!is_latest || term.closed_on || term.ends < today)
        return refuse(Because::forbidden_by, "term.over", {{"date", iso(term.ends)}}, "PML-9");
    if (wanted.from < term.begins || wanted.from > term.ends) return refuse_field("/from", "outside_the_term");
    if (term.begins <= today && is_late(wanted.from, today)) return refuse_field("/from", "in_the_future");
    auto const before = sitting(term);
    if (auto const told = everybody_is_accounted_for(before, wanted); !told) return told.error();
    if (same_seats(before, wanted.seats)) return refuse(Because::conflict, "term.nothing_changed");
    bool joined = false;
    for (auto& seat : wanted.seats) {
        auto const* was = seat_of(term, seat.person);
        joined = joined || !was;
        seat.since = was && was->post == seat.post && was->woman == seat.woman && was->minority == seat.minority ? was->since : wanted.from;
    }
    if (joined && !wanted.elected_on) return refuse_field("/elected_on", "election_needed", {}, "PML-9");
    if (wanted.elected_on && *wanted.elected_on > wanted.from) return refuse_field("/elected_on", "after_the_beginning", {}, "PML-9");
    if (joined && !wanted.minutes) return refuse_field("/minutes", "minutes_needed", {}, "PML-9");
    auto found = faults_of(wanted.seats, term.multi_ethnic, bool(wanted.waiver) || bool(term.waiver), book);
    if (wanted.vacancy && !wanted.left.empty()) std::erase_if(found, [](Refusal const& one) { return is_a_lack(one.code); });
    if (!found.empty()) return std::move(found.front());
    return wanted;
}

Result<NoticeSent> send(Term const& term, Key id, Date on, Date today)
{
    auto const notice = std::find_if(term.notices.begin(), term.notices.end(), [&](Notice const& one) { return one.id == id; });
    if (notice == term.notices.end()) return refuse(Because::not_found, "notice.unknown");
    if (notice->sent_on) return refuse(Because::conflict, "notice.sent", {{"date", iso(*notice->sent_on)}});
    if (is_late(on, today)) return refuse_field("/on", "in_the_future");
    // An election is told of at the earliest on the day it was held.
    if (on < std::min(notice->of, term.elected_on)) return refuse_field("/on", "before_the_change", {}, "PML-10");
    return NoticeSent{id, on};
}

}  // namespace maple::committees
