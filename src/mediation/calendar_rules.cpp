#include "mediation/calendar_rules.hpp"
#include "dispute/life.hpp"

namespace maple::mediation {
namespace {

constexpr std::size_t most_wishes = 3;

Refusal no_such_meeting() { return refuse(Because::not_found, "meeting.unknown"); }

}  // namespace

Result<SessionCancelled> cancel(Dispute const& d, law::Book const& book, Key session, std::string reason, Kept note)
{
    if (auto ok = dispute::permitted(d, SessionCancelled::deed); !ok) return ok.error();
    auto const* s = dispute::session(d, session);
    if (!s) return no_such_meeting();
    if (s->held_at) return refuse(Because::conflict, "session.held_already");
    if (s->cancelled_at) return refuse(Because::conflict, "session.cancelled_already");
    if (!book.choice("session_cancel", reason)) return refuse_field("/reason", "not_in_the_book");
    return SessionCancelled{session, std::move(reason), std::move(note)};
}

Result<SessionAnswered> answer(Dispute const& d, Key party, Key session, bool comes, std::vector<Instant> wishes, Instant now)
{
    if (auto ok = dispute::permitted(d, SessionAnswered::deed); !ok) return ok.error();
    auto const* s = dispute::session(d, session);
    if (!s || !dispute::is_told_of(d, *s, party, now)) return no_such_meeting();
    if (s->cancelled_at) return refuse(Because::conflict, "session.cancelled_already");
    if (s->held_at || !s->planned_for || *s->planned_for <= now) return refuse(Because::conflict, "session.over");
    if (comes && !wishes.empty()) return refuse_field("/wishes", "comes_already");
    if (!comes && wishes.empty()) return refuse_field("/wishes", "wish_needed");
    if (wishes.size() > most_wishes) return refuse_field("/wishes", "too_many_items", {{"most", std::to_string(most_wishes)}});
    for (std::size_t i = 0; i < wishes.size(); ++i)
        if (wishes[i] <= now) return refuse_field("/wishes/" + std::to_string(i), "in_the_past");
    return SessionAnswered{session, party, comes, std::move(wishes)};
}

}  // namespace maple::mediation
