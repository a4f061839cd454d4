// A party's own calendar: what it is called to, what it owes and what is owed to it. It says
// whether it comes; whoever cannot come asks for one of three times that are free for everybody.
#include "api/words.hpp"
#include "calendar/ics.hpp"
#include "calendar/places.hpp"
#include "dispute/file.hpp"
#include "dispute/receipt_door.hpp"
#include "mediation/booking.hpp"
#include "mediation/calendar_rules.hpp"
#include "mediation/meetings.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::mediation {
namespace {

using access::Right;
using dispute::File;
using dispute::Speaker;

enum class MeetingState { planned, held, cancelled };
BOOST_DESCRIBE_ENUM(MeetingState, planned, held, cancelled)

struct OwnMeeting {
    Key session{};
    MeetingState state{};
    Instant from, to;
    dispute::By by{};
    std::optional<std::string> place, address;  // of a booked place also where its house stands
    std::optional<std::string> cancelled_because;
    std::optional<bool> i_come;
    std::vector<Instant> my_wishes;
    bool may_answer = false;
};
BOOST_DESCRIBE_STRUCT(OwnMeeting, (), (session, state, from, to, by, place, address, cancelled_because, i_come, my_wishes, may_answer))

struct OwnPromise {
    Key obligation{};
    bool mine = false;                  // I owe it; else it is owed to me
    std::optional<std::string> what;
    std::optional<Fen> amount;
    Date due{};
    dispute::Promise state{};
    bool overdue = false;
    std::optional<std::string> reminder;  // near or past its day, in a sentence
};
BOOST_DESCRIBE_STRUCT(OwnPromise, (), (obligation, mine, what, amount, due, state, overdue, reminder))

struct OwnCalendar {
    std::string number;
    std::vector<OwnMeeting> meetings;   // by time
    std::vector<OwnPromise> promises;   // by due day
};
BOOST_DESCRIBE_STRUCT(OwnCalendar, (), (number, meetings, promises))

std::int64_t length(Desk& desk, dispute::Session const& s) { return s.minutes ? s.minutes : desk.book().planning.usual; }

MeetingState state_of(dispute::Session const& s)
{
    return s.held_at ? MeetingState::held : s.cancelled_at ? MeetingState::cancelled : MeetingState::planned;
}

OwnMeeting meeting(Desk& desk, dispute::Dispute const& d, dispute::Session const& s, Key party)
{
    OwnMeeting one;
    one.session = s.id;
    one.state = state_of(s);
    one.from = *s.planned_for;
    one.to = plus_seconds(one.from, length(desk, s) * 60);
    one.by = s.by;
    one.place = s.place.text;
    if (s.room)
        if (auto const room = calendar::find_place(desk, s.room)) {
            auto const house = calendar::keeper_of(desk, *room);
            if (!house.address.empty()) one.address = house.address;
        }
    if (s.cancelled_at)
        if (auto const* reason = desk.book().choice("session_cancel", s.cancel_reason)) one.cancelled_because = law::in(reason->name, api::tag(desk.language));
    for (auto const& said : s.answers)
        if (said.party == party) {
            one.i_come = said.comes;
            one.my_wishes = said.wishes;
        }
    one.may_answer = one.state == MeetingState::planned && one.from > desk.now && dispute::permitted(d, SessionAnswered::deed).has_value();
    return one;
}

std::optional<std::string> reminder_of(Desk& desk, dispute::Obligation const& o)
{
    if (o.settled_at) return std::nullopt;
    auto const left = days_between(date_in_beijing(desk.now), o.due);
    if (left < 0) return api::say(desk.language, "my.promise_overdue", {{"days", std::to_string(-left)}});
    if (left > desk.book().reminder("obligation_due").days) return std::nullopt;
    return api::say(desk.language, left == 0 ? "my.promise_today" : "my.promise_soon", {{"days", std::to_string(left)}});
}

// A party reads names and terms, never a record of what another said.
dispute::Dispute readable(Desk& desk, Key id)
{
    auto d = dispute::read_unasked(desk, id);
    auto const texts = access::words_of(desk.sql, desk.house.vault, d.id, false, false);
    each_kept(d, [&](auto& kept) {
        if (auto const known = texts.find(kept.id.n); known != texts.end()) kept.text = known->second;
    });
    return d;
}

// What was held without having been planned stands in no calendar.
bool told_to(dispute::Dispute const& d, dispute::Session const& s, Key party, Instant now)
{
    return s.planned_for && dispute::is_told_of(d, s, party, now);
}

OwnCalendar calendar_of(Desk& desk, Speaker const& who)
{
    auto const d = readable(desk, who.dispute);
    OwnCalendar out{dispute::number_of(d), {}, {}};
    for (auto const& s : d.sessions)
        if (told_to(d, s, who.party, desk.now)) out.meetings.push_back(meeting(desk, d, s, who.party));
    for (auto const& a : d.agreements) {
        if (!a.effective_at) continue;
        for (auto const& o : a.obligations)
            if (o.from == who.party || o.to == who.party)
                out.promises.push_back({o.id, o.from == who.party, o.what.text, o.amount, o.due, o.state,
                                        !o.settled_at && end_of(o.due) < desk.now, reminder_of(desk, o)});
    }
    std::stable_sort(out.meetings.begin(), out.meetings.end(), [](auto const& a, auto const& b) { return a.from < b.from; });
    std::stable_sort(out.promises.begin(), out.promises.end(), [](auto const& a, auto const& b) { return a.due < b.due; });
    return out;
}

struct Look {
    Text<8, 12> code;
};
BOOST_DESCRIBE_STRUCT(Look, (), (code))

OwnCalendar own_calendar(Desk& desk, Look const& ask) { return calendar_of(desk, dispute::speaker(desk, ask.code.str())); }

// --- The file for the party's own calendar program ---------------------------------------------------

struct IcsText {
    std::string file_name, text;  // RFC 5545
};
BOOST_DESCRIBE_STRUCT(IcsText, (), (file_name, text))

// Number, place and times only. A place that was typed may be somebody's home and stays out.
IcsText file(Desk& desk, Look const& ask)
{
    auto const who = dispute::speaker(desk, ask.code.str());
    auto const d = dispute::shared_unasked(desk, who.dispute);
    Params const number{{"number", dispute::number_of(*d)}};
    std::vector<calendar::IcsEvent> events;
    for (auto const& s : d->sessions) {
        if (s.held_at || !told_to(*d, s, who.party, desk.now)) continue;
        auto const room = s.room ? calendar::find_place(desk, s.room) : std::nullopt;
        events.push_back({shown(s.id) + "@maplebridge", api::say(desk.language, "ics.session", number), room ? text_of(room->name) : "",
                          *s.planned_for, plus_seconds(*s.planned_for, length(desk, s) * 60), {}, s.cancelled_at.has_value(), d->version});
    }
    for (auto const& a : d->agreements)
        for (auto const& o : a.obligations)
            if (a.effective_at && !o.settled_at && (o.from == who.party || o.to == who.party))
                events.push_back({shown(o.id) + "@maplebridge", api::say(desk.language, o.from == who.party ? "ics.i_owe" : "ics.owed_to_me", number), "",
                                  {}, {}, o.due, false, d->version});
    return {"maplebridge.ics", calendar::ics_text(api::say(desk.language, "ics.name"), events, desk.now)};
}

// --- I come, or I ask for another time --------------------------------------------------------------

struct SlotsFor {
    Text<8, 12> code;
    Key session{};
};
BOOST_DESCRIBE_STRUCT(SlotsFor, (), (code, session))

struct OwnSlots {
    std::vector<SlotView> slots;
};
BOOST_DESCRIBE_STRUCT(OwnSlots, (), (slots))

// As a wish at another time, at which the time that was planned counts as taken.
calendar::Wish instead_of(Desk& desk, dispute::Dispute const& d, dispute::Session session)
{
    calendar::Span const planned{*session.planned_for, plus_seconds(*session.planned_for, length(desk, session) * 60)};
    session.minutes = length(desk, session);
    auto wish = wish_of(desk, d, session);
    wish.not_then.push_back(planned);
    return wish;
}

// One that this party may still answer; for another it does not exist.
dispute::Session const& own_session(dispute::Dispute const& d, Speaker const& who, Key id, Instant now)
{
    answer(d, who.party, id, true, {}, now).value();
    return *dispute::session(d, id);
}

OwnSlots slots(Desk& desk, SlotsFor const& ask)
{
    auto const who = dispute::speaker(desk, ask.code.str());
    auto const d = dispute::shared_unasked(desk, who.dispute);
    return {seen(desk, calendar::alternatives(desk, instead_of(desk, *d, own_session(*d, who, ask.session, desk.now))))};
}

struct Say {
    Text<8, 12> code;
    Text<4, 4> phone_tail;
    Key session{};
    bool comes = true;
    std::vector<Instant> wishes;  // at most three, of the times that were offered
};
BOOST_DESCRIBE_STRUCT(Say, (), (code, phone_tail, session, comes, wishes))

// A time that was taken in the meantime is refused with three others. One at which only another room
// is free was offered, too: whoever plans takes that room.
void must_still_be_free(Desk& desk, dispute::Dispute const& d, dispute::Session const& session, std::vector<Instant> const& wishes)
{
    Problems taken;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        auto wish = instead_of(desk, d, session);
        wish.booking.to_at = plus_seconds(wishes[i], length(desk, session) * 60);
        wish.booking.from_at = wishes[i];
        auto const free = calendar::alternatives(desk, wish);
        auto const is_it = [&](calendar::Slot const& slot) { return slot.from == wishes[i]; };
        if (std::none_of(free.begin(), free.end(), is_it)) taken.push_back({"/wishes/" + std::to_string(i), "time_taken"});
    }
    if (taken.empty()) return;
    Refusal no = refuse(Because::conflict, "booking.clash");
    no.problems = std::move(taken);
    no.instead = calendar::told(desk, calendar::alternatives(desk, instead_of(desk, d, session)));
    throw Refused(std::move(no));
}

OwnCalendar say(Desk& desk, Say const& ask)
{
    auto const who = dispute::speaker(desk, ask.code.str());
    auto file = File::open_unasked(desk, who.dispute);
    check_tail(desk, *file, who, ask.phone_tail.str());
    auto const event = answer(*file, who.party, ask.session, ask.comes, ask.wishes, desk.now).value();
    must_still_be_free(desk, *file, *dispute::session(*file, ask.session), ask.wishes);
    file.record(event);
    file.put_back();
    desk.etag.reset();
    return calendar_of(desk, who);
}

}  // namespace

std::vector<api::Route> meeting_routes()
{
    using enum api::Verb;
    return {
        {post, "/my/calendar", Right::anyone, own_calendar, "What a party is called to, owes and is owed, by the code of its receipt."},
        {post, "/my/calendar/file", Right::anyone, file, "The same for another calendar program (RFC 5545): number, place and times only."},
        {post, "/my/meetings/slots", Right::anyone, slots, "Three other times that are free for everybody who is called."},
        {post, "/my/meetings/answer", Right::anyone, say, "Say that one comes, or ask for another time, with the last four digits of the phone on file."},
    };
}

}  // namespace maple::mediation
