// Planning a session: when, how long, where, who comes. What is taken already is refused with the
// three nearest times that are free.
#include "api/words.hpp"
#include "calendar/routes.hpp"
#include "dispute/life.hpp"
#include "dispute/view.hpp"
#include "mediation/booking.hpp"
#include "mediation/calendar_rules.hpp"
#include "mediation/meetings.hpp"
#include "mediation/rooms.hpp"
#include "mediation/rules.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::mediation {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

using Minutes = Whole<1, 1440>;  // the rule pack has the bounds that count

std::int64_t length(Desk& desk, std::optional<Minutes> const& minutes) { return minutes ? minutes->n : desk.book().planning.usual; }

// Whoever mediates now comes, unless somebody else is named.
std::vector<Key> who_comes(dispute::Dispute const& d, std::vector<Key> named)
{
    if (named.empty())
        for (auto const& a : d.appointments)
            if (!a.until) named.push_back(a.person);
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    return named;
}

struct PlanSession {
    Key dispute{};
    std::optional<Key> session;  // to move one that is planned already
    dispute::SessionKind kind{};
    std::optional<dispute::By> by;
    OptionalLine place;
    std::optional<Key> room;     // a place of the calendar
    Instant planned_for;
    std::optional<Minutes> minutes;
    std::vector<Key> parties;
    std::vector<Key> people;
    std::optional<dispute::Tongue> language;
    bool interpreter = false;
};
BOOST_DESCRIBE_STRUCT(PlanSession, (), (dispute, session, kind, by, place, room, planned_for, minutes, parties, people, language, interpreter))

// The place in words: as it was typed, else what the booked place is called.
std::string where(Desk& desk, PlanSession const& ask)
{
    if (!ask.place.str().empty() || !ask.room) return ask.place.str();
    auto const room = calendar::find_place(desk, *ask.room);
    return room ? text_of(room->name) : "";
}

FileView planned(Desk& desk, PlanSession const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::plan_sessions);
    if (ask.session && !dispute::session(*file, *ask.session)) throw Refused(refuse_field("/session", "unknown_session"));
    dispute::Session session;
    session.id = ask.session.value_or(new_key());
    session.kind = ask.kind;
    session.by = ask.by.value_or(dispute::By::in_person);
    session.place = file.keep("session.place", where(desk, ask));
    session.planned_for = ask.planned_for;
    session.parties = ask.parties;
    session.language = ask.language.value_or(dispute::Tongue::zh);
    session.interpreter = ask.interpreter;
    session.minutes = length(desk, ask.minutes);
    session.room = ask.room.value_or(Key{});
    session.people = who_comes(*file, ask.people);
    calendar::sound_length(desk.book().planning, session.minutes).value();
    auto const wish = wish_of(desk, *file, session);
    file.record(plan(*file, std::move(session), desk.now).value());
    calendar::must_be_free(desk, wish);
    return done(file);
}

struct CancelSession {
    Key dispute{};
    Key session{};
    std::string reason;
    OptionalLine note;
};
BOOST_DESCRIBE_STRUCT(CancelSession, (), (dispute, session, reason, note))

FileView cancelled(Desk& desk, CancelSession const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::plan_sessions);
    auto const note = file.keep("session.cancelled", ask.note.str());
    file.record(cancel(*file, desk.book(), ask.session, ask.reason, note).value());
    return done(file);
}

// --- Free times, while somebody is choosing ----------------------------------------------------------

struct AskSlots {
    Key dispute{};
    std::optional<Instant> at;           // else as soon as can be
    std::optional<Minutes> minutes;
    std::optional<Key> room;
    std::optional<std::string> parties;  // keys with commas between; else everybody present
    std::optional<std::string> people;
    std::optional<Key> session;          // that is to be moved
};
BOOST_DESCRIBE_STRUCT(AskSlots, (), (dispute, at, minutes, room, parties, people, session))

std::vector<Key> keys_of(std::string_view at, std::string_view commas)
{
    std::vector<Key> keys;
    while (!commas.empty()) {
        auto const comma = std::min(commas.find(','), commas.size());
        auto const key = key_from_shown(commas.substr(0, comma));
        if (!key) throw Refused(refuse_field(std::string(at), "not_a_key"));
        keys.push_back(*key);
        commas.remove_prefix(std::min(comma + 1, commas.size()));
    }
    return keys;
}

// Whose time may be asked for here: nobody's who has nothing to do with the dispute.
std::vector<Key> people_there(dispute::Dispute const& d, std::vector<Key> people)
{
    for (std::size_t n = 0; n < people.size(); ++n)
        if (!dispute::takes_part(d, people[n])) throw Refused(refuse_field("/people/" + std::to_string(n), "not_taking_part"));
    return people;
}

struct ClashView {
    std::string at, says;  // the field of the form, and what stands against it
};
BOOST_DESCRIBE_STRUCT(ClashView, (), (at, says))

struct SlotsView {
    bool free = false;              // as it was asked for
    std::vector<ClashView> clashes;
    std::vector<SlotView> slots;    // the nearest free times
};
BOOST_DESCRIBE_STRUCT(SlotsView, (), (free, clashes, slots))

SlotsView slots(Desk& desk, AskSlots const& ask)
{
    auto const d = dispute::shared_dispute(desk, ask.dispute, Right::plan_sessions);
    dispute::Session session;
    session.id = ask.session.value_or(Key{});
    session.planned_for = ask.at.value_or(desk.now);
    session.minutes = length(desk, ask.minutes);
    session.room = ask.room.value_or(Key{});
    session.people = who_comes(*d, ask.people ? people_there(*d, keys_of("/people", *ask.people)) : std::vector<Key>{});
    if (ask.parties) session.parties = keys_of("/parties", *ask.parties);
    else for (auto const* p : dispute::present_parties(*d)) session.parties.push_back(p->id);
    calendar::sound_length(desk.book().planning, session.minutes).value();
    auto const wish = wish_of(desk, *d, session);
    SlotsView view;
    for (auto const& clash : calendar::clashes(desk, wish)) view.clashes.push_back({clash.at, api::say(desk.language, "problem." + clash.code, clash.params)});
    view.free = view.clashes.empty() && *session.planned_for > desk.now;
    view.slots = seen(desk, calendar::alternatives(desk, wish));
    return view;
}

// --- What planning starts from -------------------------------------------------------------------------

struct AskPlanning {
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(AskPlanning, (), (dispute))

struct WhoView {
    Key id{};
    std::string name;
    bool mediates = false;
};
BOOST_DESCRIBE_STRUCT(WhoView, (), (id, name, mediates))

struct PlanningView {
    std::vector<calendar::PlaceView> places;  // that this dispute may use, its own organisation's first
    std::vector<WhoView> people;              // whose time can be booked
    std::int64_t usual_minutes = 0, shortest_minutes = 0, longest_minutes = 0, step_minutes = 0;
};
BOOST_DESCRIBE_STRUCT(PlanningView, (), (places, people, usual_minutes, shortest_minutes, longest_minutes, step_minutes))

PlanningView planning(Desk& desk, AskPlanning const& ask)
{
    auto const d = dispute::shared_dispute(desk, ask.dispute, Right::plan_sessions);
    auto const& rules = desk.book().planning;
    PlanningView view{{}, {}, rules.usual, rules.shortest, rules.longest, rules.step};
    for (auto const& place : calendar::places_for(desk, registry::organisation(desk, dispute::answerable(*d).organisation)))
        view.places.push_back(calendar::seen(desk, place));
    auto const add = [&](Key person, bool mediates) {
        auto const known = std::any_of(view.people.begin(), view.people.end(), [&](WhoView const& one) { return one.id == person; });
        if (auto const who = known ? std::nullopt : registry::find_person(desk, person)) view.people.push_back({person, who->name, mediates});
    };
    for (auto const& a : d->appointments)
        if (!a.until) add(a.person, true);
    for (auto const& one : d->participants)
        if (one.person && !one.left) add(one.person, false);
    return view;
}

}  // namespace

std::vector<SlotView> seen(Desk& desk, std::vector<calendar::Slot> const& slots)
{
    std::vector<SlotView> views;
    for (auto const& slot : slots) {
        SlotView view{slot.from, slot.to, {}, {}};
        if (slot.place)
            if (auto const place = calendar::find_place(desk, slot.place)) {
                view.place = slot.place;
                view.place_name = place->name.text;
            }
        views.push_back(std::move(view));
    }
    return views;
}

api::Room calendar_room()
{
    using enum api::Verb;
    api::Room room{"sessions",
            {
                {post, "/disputes/{dispute}/sessions", Right::plan_sessions, planned,
                 "Plan a session, or move one that is planned. What is taken already is refused with three free times instead."},
                {post, "/disputes/{dispute}/sessions/{session}/cancellation", Right::plan_sessions, cancelled, "Cancel a session that was planned."},
                {get, "/disputes/{dispute}/slots", Right::plan_sessions, slots, "Whether a time is free for everybody and everything, and the nearest times that are."},
                {get, "/disputes/{dispute}/planning", Right::plan_sessions, planning, "The places that a session of this dispute may use, and whose time can be booked."},
            }};
    for (auto& route : meeting_routes()) room.routes.push_back(std::move(route));
    return room;
}

}  // namespace maple::mediation
