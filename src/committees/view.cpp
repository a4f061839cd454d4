#include "api/words.hpp"
#include "committees/routes.hpp"

#include <algorithm>

namespace maple::committees {
namespace {

SeatView seat_view(Desk& desk, Seat const& seat)
{
    auto const person = registry::find_person(desk, seat.person);
    SeatView out{seat.person, person ? person->name : "", seat.post, api::word(desk.language, "post", seat.post), seat.woman, seat.minority,
                 seat.since, seat.until, {}, person && !person->left_at};
    if (seat.left_as) out.left_as = api::word(desk.language, "leaving", *seat.left_as);
    return out;
}

std::optional<std::string> text(Desk& desk, Kept const& kept)
{
    return access::one_text(desk, kept);
}

}  // namespace

Date notice_due(law::Book const& book, Notice const& notice)
{
    return Date{notice.of.day + std::chrono::days{book.policy("court_notice_days")}};
}

TermView view(Desk& desk, Term const& term)
{
    auto const today = date_in_beijing(desk.now);
    auto const state = state_of(term, today, desk.book().policy("term_reminder_days"));
    TermView out{term.id, term.version, term.organisation, term.begins, term.ends, term.closed_on, state, api::word(desk.language, "term_state", state),
                 is_latest(desk, term), term.elected_by, api::word(desk.language, "electors", term.elected_by), term.elected_on, text(desk, term.minutes),
                 term.multi_ethnic, text(desk, term.waiver), text(desk, term.vacancy), {}, {}, {}, {}};
    for (auto const& seat : term.seats) (seat.until ? out.former : out.seats).push_back(seat_view(desk, seat));
    std::stable_sort(out.seats.begin(), out.seats.end(), [](SeatView const& a, SeatView const& b) { return a.post < b.post; });
    if (out.latest && state != TermState::closed)
        for (auto const& fault : faults_today(desk, term))
            out.faults.push_back({fault.code, api::say(desk.language, "refusal." + fault.code, fault.params), registry::article_view(desk, fault.article)});
    for (auto notice = term.notices.rbegin(); notice != term.notices.rend(); ++notice) {
        auto const due = notice_due(desk.book(), *notice);
        out.notices.push_back({notice->id, notice->about, api::word(desk.language, "notice_about", notice->about), notice->of, notice->sent_on, due,
                               !notice->sent_on && due < today});
    }
    return out;
}

}  // namespace maple::committees
