#include "mediation/conference_rules.hpp"
#include "dispute/life.hpp"

#include <algorithm>

namespace maple::mediation {
namespace {

using dispute::Conference;
using dispute::PaperShown;
using dispute::Seat;
using dispute::ShownKind;

constexpr std::string_view open_forms[] = {"undisputed_facts"};

template <std::size_t N> bool among(std::string_view const (&words)[N], std::string_view one)
{
    return std::find(std::begin(words), std::end(words), one) != std::end(words);
}

// Of A to Z: the languages of the book that have capitals.
std::string in_small_letters(std::string_view text)
{
    std::string small(text);
    for (auto& c : small)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return small;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

// Whether the word stands in the text: "亲属" in "申请人的近亲属", "agent" in "her agent", not in "reagent".
bool stands_in(std::string const& text, std::string const& word)
{
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        auto const end = at + word.size();
        bool const inside = (at > 0 && is_letter(text[at - 1]) && is_letter(word.front())) || (end < text.size() && is_letter(text[end]) && is_letter(word.back()));
        if (!inside) return true;
    }
    return false;
}

Result<Conference const*> open_conference(Dispute const& d, Key id)
{
    auto const* one = dispute::conference(d, id);
    if (!one) return refuse(Because::not_found, "conference.unknown");
    if (!dispute::running(*one)) return refuse(Because::conflict, "conference.over");
    return one;
}

Result<Seat const*> open_seat(Dispute const& d, Key id)
{
    auto const* one = dispute::conference_of_seat(d, id);
    if (!one) return refuse(Because::not_found, "conference.seat_unknown");
    if (!dispute::running(*one)) return refuse(Because::conflict, "conference.over");
    auto const* seat = dispute::seat(d, id);
    if (seat->withdrawn_at) return refuse(Because::conflict, "conference.seat_given_up");
    return seat;
}

Result<void> papers_are_open(Dispute const& d, std::vector<PaperShown> const& papers)
{
    for (std::size_t n = 0; n < papers.size(); ++n)
        if (auto ok = may_be_shown(d, papers[n], "/papers/" + std::to_string(n)); !ok) return ok.error();
    return {};
}

// SPC16 art. 15: kin, somebody who represented or helps a party, somebody with an interest in it.
Result<void> stands_apart(Dispute const& d, law::Book const& book, Seat const& seat, Guest guest)
{
    if (!guest.asked) return refuse_field("/asked", "ask_about_ties", {}, "SPC16-15");
    if (guest.named_in_dispute) return refuse(Because::forbidden_by, "conference.of_a_party", {}, "SPC16-15");
    if (!seat.person) return {};
    if (auto const* conflict = dispute::open_conflict(d, seat.person))
        return refuse_field("/person", "tie_bars_advice", {{"ground", "@conflict." + conflict->ground}}, "SPC16-15");
    for (auto const& one : d.participants)
        if (one.person == seat.person && ever_took_part(one) && on_a_side(book, one.role)) return refuse(Because::forbidden_by, "conference.of_a_party", {}, "SPC16-15");
    for (auto const& earlier : d.room.conferences)
        for (auto const& there : earlier.seats)
            if (there.person == seat.person && !there.withdrawn_for.empty())
                return refuse_field("/person", "tie_bars_advice", {{"ground", "@conflict." + there.withdrawn_for}}, "SPC16-15");
    return {};
}

}  // namespace

bool on_a_side(law::Book const& book, std::string_view role)
{
    auto const told = in_small_letters(role);
    for (auto const& one : book.list("on_a_side")) {
        if (told == one.key) return true;
        for (auto const& [language, name] : one.name)
            if (stands_in(told, in_small_letters(name))) return true;
    }
    return false;
}

std::span<std::string_view const> forms_that_may_be_shown() { return open_forms; }

Result<void> may_be_shown(Dispute const& d, PaperShown const& paper, std::string const& at)
{
    switch (paper.kind) {
    case ShownKind::request: return {};
    case ShownKind::session: {
        auto const* session = dispute::session(d, paper.subject);
        if (!session || !session->held_at) return refuse_field(at, "no_such_paper");
        if (session->kind == dispute::SessionKind::separate) return refuse_field(at, "said_alone", {}, "PML-15");
        if (session->kind == dispute::SessionKind::conference) return refuse_field(at, "not_to_be_shown", {}, "PML-15");
        return {};
    }
    case ShownKind::agreement:
        if (!dispute::agreement(d, paper.subject)) return refuse_field(at, "no_such_paper");
        return {};
    case ShownKind::call: {
        auto const* call = dispute::call(d, paper.subject);
        if (!call || !call->answered_at) return refuse_field(at, "no_such_paper");
        return {};
    }
    case ShownKind::form:
        if (!among(open_forms, paper.form)) return refuse_field(at, "not_to_be_shown", {}, "PML-15");
        return {};
    }
    return refuse_field(at, "no_such_paper");
}

Result<ConferenceCalled> call_conference(Dispute const& d, Conference one, bool by_director, Instant now)
{
    if (auto ok = dispute::permitted(d, ConferenceCalled::deed); !ok) return ok.error();
    bool const hard = d.grade && *d.grade != dispute::Grade::general;
    if (!hard && !by_director) return refuse(Because::forbidden_by, "conference.not_hard");
    if (!hard && !one.why) return refuse_field("/why", "say_why_a_conference");
    for (auto const& other : d.room.conferences)
        if (dispute::running(other)) return refuse(Because::conflict, "conference.running");
    if (one.meets_at < now) return refuse_field("/meets_at", "in_the_past");
    if (auto const* conflict = dispute::open_conflict(d, one.presides))
        return refuse_field("/presides", "conflict_of_interest", {{"ground", "@conflict." + conflict->ground}}, "SPC16-15");
    return ConferenceCalled{std::move(one)};
}

Result<ConferenceInvited> invite_to_conference(Dispute const& d, law::Book const& book, Key id, Seat seat, Guest guest)
{
    if (auto ok = dispute::permitted(d, ConferenceInvited::deed); !ok) return ok.error();
    auto const one = open_conference(d, id);
    if (!one) return one.error();
    if (!seat.person && !seat.name) return refuse_field("/name", "missing");
    if (auto ok = stands_apart(d, book, seat, guest); !ok) return ok.error();
    if (seat.person && dispute::is_mediator(d, seat.person)) return refuse_field("/person", "mediates_it");
    for (auto const& there : (*one)->seats)
        if (seat.person && there.person == seat.person && !there.withdrawn_at) return refuse(Because::conflict, "conference.invited_already");
    if (auto ok = papers_are_open(d, seat.papers); !ok) return ok.error();
    return ConferenceInvited{id, std::move(seat)};
}

Result<PapersChosen> choose_papers(Dispute const& d, Key id, std::vector<PaperShown> papers)
{
    if (auto ok = dispute::permitted(d, PapersChosen::deed); !ok) return ok.error();
    auto const seat = open_seat(d, id);
    if (!seat) return seat.error();
    if (auto ok = papers_are_open(d, papers); !ok) return ok.error();
    return PapersChosen{id, std::move(papers)};
}

Result<Uninvited> uninvite(Dispute const& d, law::Book const& book, Key id, std::string ground)
{
    if (auto ok = dispute::permitted(d, Uninvited::deed); !ok) return ok.error();
    auto const seat = open_seat(d, id);
    if (!seat) return seat.error();
    if (!ground.empty() && !book.choice("conflict", ground)) return refuse_field("/ground", "not_in_the_book");
    if (ground.empty() && (*seat)->advised_at) return refuse(Because::conflict, "conference.advised");
    return Uninvited{id, std::move(ground)};
}

Result<AdviceGiven> advise(Dispute const& d, Key id, Key by, Kept advice, Kept basis)
{
    if (auto ok = dispute::permitted(d, AdviceGiven::deed); !ok) return ok.error();
    auto const seat = open_seat(d, id);
    if (!seat) return seat.error();
    if ((*seat)->person && (*seat)->person != by) return refuse(Because::not_allowed, "conference.own_page");
    return AdviceGiven{id, std::move(advice), std::move(basis)};
}

Result<ConferenceDecided> decide_conference(Dispute const& d, law::Book const& book, Key id, Decision decision, Key by, bool by_director, Instant at)
{
    if (auto ok = dispute::permitted(d, ConferenceDecided::deed); !ok) return ok.error();
    auto const one = open_conference(d, id);
    if (!one) return one.error();
    if ((*one)->presides != by && !by_director) return refuse(Because::not_allowed, "conference.not_yours");
    bool const advised = std::any_of((*one)->seats.begin(), (*one)->seats.end(), [](Seat const& s) { return s.advised_at && !s.withdrawn_at; });
    if (!advised) return refuse(Because::conflict, "conference.no_advice");
    if (!book.choice("conference_road", decision.road)) return refuse_field("/road", "not_in_the_book");
    auto const today = date_in_beijing(at);
    for (std::size_t n = 0; n < decision.tasks.size(); ++n)
        if (decision.tasks[n].due < today) return refuse_field("/tasks/" + std::to_string(n) + "/due", "in_the_past");
    auto const until = end_of(plus_days(today, int(book.policy("conference_papers_days"))));
    return ConferenceDecided{id, decision.session, std::move(decision.road), std::move(decision.reasons), std::move(decision.tasks), until};
}

Result<ConferenceCalledOff> call_conference_off(Dispute const& d, Key id)
{
    if (auto ok = dispute::permitted(d, ConferenceCalledOff::deed); !ok) return ok.error();
    auto const one = open_conference(d, id);
    if (!one) return one.error();
    for (auto const& seat : (*one)->seats)
        if (seat.advised_at && !seat.withdrawn_at) return refuse(Because::conflict, "conference.advised_already");
    return ConferenceCalledOff{id};
}

Result<TaskDone> finish_task(Dispute const& d, Key id, Kept outcome)
{
    if (auto ok = dispute::permitted(d, TaskDone::deed); !ok) return ok.error();
    auto const* task = dispute::follow_up_task(d, id);
    if (!task) return refuse(Because::not_found, "task.unknown");
    if (task->done_at) return refuse(Because::conflict, "task.done");
    return TaskDone{id, std::move(outcome)};
}

}  // namespace maple::mediation
