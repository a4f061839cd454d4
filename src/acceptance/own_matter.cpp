#include "acceptance/own_matter.hpp"
#include "acceptance/complaining.hpp"
#include "acceptance/rules.hpp"
#include "api/words.hpp"
#include "dispute/signing.hpp"
#include "registry/roll.hpp"

namespace maple::acceptance {
namespace {

using dispute::Consent;

// As the party's page would record it: what is offered here is taken there.
bool may_say(dispute::Dispute const& d, dispute::Party const& me, Consent word)
{
    return record_consent(d, me.id, word, dispute::SaidBy::web, true).has_value();
}

// A party reads of its own agreements alone: of what others agreed without it, no promise, no day, no number.
// True where the dispute ended by that, and for this party by nothing else.
bool forget_what_others_agreed(dispute::Dispute& d, Key me)
{
    bool const by_agreement = d.concluded_at && !d.termination && dispute::has_effective_agreement(d);
    std::erase_if(d.agreements, [&](auto const& a) { return !among(a.parties, me); });
    if (by_agreement && !dispute::has_effective_agreement(d)) {
        if (!d.archived_at) d.stage = dispute::Stage::agreed;  // not how far the others are with their promises
        return true;
    }
    d.stage = dispute::stage_of(d);
    return false;
}

void people_into(MatterView& view, dispute::Dispute const& d, dispute::Party const& me)
{
    view.side = me.side;
    view.my_name = text_of(me.name);
    for (auto const& p : d.parties)
        if (p.id != me.id) view.others.push_back(text_of(p.name));
    view.my_consent = me.consent;
    view.may_agree = may_say(d, me, Consent::agreed);
    // Who never asked, whom a court or an agency named, has nothing to withdraw.
    bool const may_end = may_say(d, me, Consent::refused);
    view.may_refuse = may_end && !me.requested_at;
    view.may_withdraw = may_end && me.requested_at;
}

// Nobody's word but the court's is the last one about when its ruling was received.
bool is_proven(dispute::Confirmation const& c, Key party)
{
    return std::any_of(c.received.begin(), c.received.end(),
                       [&](auto const& one) { return one.party == party && one.known_from == dispute::ReceiptKnownFrom::court; });
}

CourtNewsView court_news(Desk& desk, dispute::Agreement const& a, Key me)
{
    auto const news = dispute::court_news(*a.confirmation);
    CourtNewsView view{api::say(desk.language, std::string("confirmation_news.") + boost::describe::enum_to_string(news.stands, "?")), {},
                       dispute::article_view(desk, news.statute), {}, "", {}, false};
    if (auto const* reason = desk.book().choice("dismissal", a.confirmation->reason)) view.because = law::in(reason->name, api::tag(desk.language));
    auto const running = dispute::court_clocks(a, desk.book(), desk.now);
    auto const told = [&](law::Due const& due, std::string_view key) {
        view.until = due.at;
        view.until_says = api::say(desk.language, "confirmation_until." + std::string(key));
    };
    if (running.review) told(*running.review, "review");
    for (auto const& mine : running.objections) {
        if (mine.party != me) continue;
        view.received = mine.received;
        view.may_tell_receipt = mine.until.at >= desk.now && !is_proven(*a.confirmation, me);
        if (mine.until.at >= desk.now) told(mine.until, mine.received ? "objection" : "objection_from_ruling");
    }
    return view;
}

void agreement_into(MatterView& view, Desk& desk, dispute::Dispute const& d, dispute::Party const& me)
{
    auto const name = [&](Key id) {
        auto const* p = dispute::party(d, id);
        return p ? text_of(p->name) : "";
    };
    for (auto const& a : d.agreements) {
        if (!a.effective_at) continue;
        if (!a.number.empty()) view.agreement_number = a.number;
        view.agreement_effective_at = a.effective_at;
        if (dispute::may_go_to_court(d, desk.book(), a)) {
            auto const until = law::due(desk.book(), "confirmation", *a.effective_at, desk.now).at;
            if (until >= desk.now) view.confirmation_until = until;
        }
        if (a.confirmation) view.at_court = court_news(desk, a, me.id);
        for (auto const& o : a.obligations)
            view.promises.push_back({o.from == me.id, name(o.from), name(o.to), text_of(o.what), o.amount, o.due, o.state,
                                     !o.settled_at && end_of(o.due) < desk.now});
    }
}

void signing_into(MatterView& view, Desk& desk, dispute::Dispute const& d, dispute::Party const& me)
{
    view.agreed_in_part = dispute::agreed_in_part(d);
    if (view.agreed_in_part)
        for (auto const* issue : dispute::open_issues(d)) view.still_open.push_back(text_of(issue->title));
    if (dispute::stands_apart(me)) return;
    bool const open = dispute::permitted(d, "resolution.signed").has_value();
    for (auto const& a : d.agreements) {
        if (a.oral || a.effective_at) continue;
        SigningNotice notice;
        if (auto const* link = dispute::open_link(d, me.id, desk.now); link && open && me.rights_told_at) {
            notice.may_sign = true;
            notice.until = link->expires_at;
        }
        notice.signed_at = dispute::signed_at(d, a, me.id);
        notice.voided = !notice.signed_at && std::any_of(a.voided.begin(), a.voided.end(), [&](auto const& one) { return one.party == me.id; });
        for (auto const party : a.parties)
            if (party != me.id && !dispute::signed_at(d, a, party)) notice.missing.push_back(text_of(dispute::party(d, party)->name));
        view.signing = std::move(notice);
    }
}

void meetings_into(MatterView& view, Desk& desk, dispute::Dispute const& d, dispute::Party const& me)
{
    for (auto const& s : d.sessions)
        if (dispute::awaited(s) && *s.planned_for > desk.now && dispute::is_told_of(d, s, me.id, desk.now))
            view.meetings.push_back({*s.planned_for, s.place.text, s.by});
}

std::optional<Date> soonest_promise(MatterView const& view)
{
    std::optional<Date> soonest;
    for (auto const& promise : view.promises)
        if (promise.mine && promise.state == dispute::Promise::open && (!soonest || promise.due < *soonest)) soonest = promise.due;
    return soonest;
}

void duty_into(MatterView& view, Desk& desk, dispute::Dispute const& d, dispute::Party const& me)
{
    auto const say = [&](Duty duty, std::string_view key, Params params = {}) {
        view.duty = duty;
        view.duty_says = api::say(desk.language, "my." + std::string(key), params);
    };
    if (dispute::is_over(d.stage) || d.stage == dispute::Stage::terminated) return say(Duty::nothing, "nothing_more");
    if (view.may_agree && me.consent == Consent::not_asked) return say(Duty::answer_consent, "answer_consent");
    if (view.signing && view.signing->may_sign) {
        view.due = view.signing->until;
        return say(Duty::sign, "sign");
    }
    // One no, and there can be no meeting (PML art. 17); what was agreed in part before is owed all the same (art. 31).
    if (!view.meetings.empty() && !dispute::anyone_refuses(d)) {
        view.due = view.meetings.front().at;
        return say(Duty::attend, "attend");
    }
    if (auto const soonest = soonest_promise(view)) {
        view.due = end_of(*soonest);
        return say(Duty::perform, "perform");
    }
    say(Duty::wait, "wait");
}

void office_into(MatterView& view, Desk& desk, Key organisation)
{
    auto const office = registry::organisation(desk, organisation);
    view.organisation_name = registry::called(desk, office);
    view.phone = or_hotline(desk, office.phone);
}

// Another one's clock, beside the party's own duty; only the answer that is asked for is one thing with the asking.
void next_into(MatterView& view, Desk& desk, dispute::Dispute const& d, dispute::Party const& me)
{
    auto const next = dispute::next_step_for_party(d, desk.book(), me.id, desk.now);
    if (!next) return office_into(view, desk, dispute::answerable(d).organisation);
    auto const worded = dispute::next_view(desk, *next);
    view.next_says = worded.says;
    view.next_due = worded.due;
    if (view.duty == Duty::answer_consent && next->action == dispute::Action::ask_consent) view.due = worded.due;
    view.organisation_name = worded.organisation_name;
    view.person_name = worded.person_name;
    view.phone = or_hotline(desk, worded.phone);
    view.article = worded.article;
}

void milestones_into(MatterView& view, Desk& desk, dispute::Dispute const& d)
{
    auto const add = [&](std::string_view key, std::optional<Instant> at) {
        if (at) view.milestones.push_back({api::say(desk.language, "my.milestone." + std::string(key)), *at});
    };
    add("requested", d.started_at);
    add("accepted", d.accepted_at);
    add("diverted", d.diverted_at);
    if (!d.appointments.empty()) add("appointed", d.appointments.back().from);
    for (auto const& s : d.sessions)
        if (s.kind == dispute::SessionKind::joint) add("session", s.held_at);
    for (auto const& a : d.agreements) add("agreed", a.effective_at);
    if (d.termination) add("terminated", d.termination->at);
    if (d.closed_at) add("closed", d.closed_at);
    for (auto const& v : d.visits) add("visited", v.at);
    add("archived", d.archived_at);
    std::stable_sort(view.milestones.begin(), view.milestones.end(), [](auto const& a, auto const& b) { return a.at < b.at; });
}

struct OpenedRow {
    Key person{};
    Instant at;
};
BOOST_DESCRIBE_STRUCT(OpenedRow, (), (person, at))

void openings_into(MatterView& view, Desk& desk, dispute::Dispute const& d)
{
    for (auto glass = d.glasses.rbegin(); glass != d.glasses.rend(); ++glass) {
        auto const person = registry::person(desk, glass->person);
        view.openings.push_back({glass->at, person.name, registry::called(desk, registry::organisation(desk, person.organisation)),
                                 glass->reason.text});
    }
    // Each person once: the audit journal keeps the machine's time.
    auto const rows = sql::all<OpenedRow>(desk.sql, R"(
        SELECT person, max(at) AS at FROM audit
         WHERE subject = $1 AND kind IN ('file_opened', 'revealed', 'printed') AND outcome = 'done' AND person <> 0
         GROUP BY person ORDER BY max(at) DESC LIMIT 30)", d.id);
    for (auto const& row : rows)
        if (auto const person = registry::find_person(desk, row.person))
            view.openings.push_back({row.at, person->name, registry::called(desk, registry::organisation(desk, person->organisation)), {}});
}

// How it ended without mediation. Advice is for the side that asked; the other sees that it was given.
void ending_into(MatterView& view, Desk& desk, dispute::Dispute const& d, dispute::Party const& me)
{
    auto const because = [&](std::string_view list, std::string const& key) {
        if (auto const* choice = desk.book().choice(list, key)) view.ended_because = law::in(choice->name, api::tag(desk.language));
    };
    if (d.termination) because("termination", d.termination->reason);
    if (d.closed_as == dispute::Closing::refused) because("refusal", d.closing_reason);
    if (d.closed_as == dispute::Closing::transferred) because("transfer", d.closing_reason);
    if (d.closed_as == dispute::Closing::advised && me.side == dispute::Side::applicant) {
        because("advice", d.closing_reason);
        view.advice = d.closing_note.text;
    }
    if (!d.transferred_to) return;
    if (auto const body = registry::find_organisation(desk, d.transferred_to)) {
        view.handed_to = registry::called(desk, *body);
        if (!body->phone.empty()) view.handed_to_phone = body->phone;
    }
}

// A clear no ends it (PML art. 17); until the desk has written that down, the page says so already.
std::string stage_says(Desk& desk, dispute::Dispute const& d, dispute::Party const& me)
{
    bool const undecided = d.stage == dispute::Stage::requested || d.stage == dispute::Stage::accepted || d.stage == dispute::Stage::inviting;
    if (undecided && me.consent == Consent::refused) return api::say(desk.language, "my.i_said_no");
    if (undecided && dispute::anyone_refuses(d)) return api::say(desk.language, "my.one_side_said_no");
    return dispute::stage_word(desk, d, "my.stage");
}

dispute::Dispute readable(Desk& desk, dispute::Dispute d, bool personal = false)
{
    auto const texts = access::words_of(desk.sql, desk.house.vault, d.id, personal, false);
    each_kept(d, [&](auto& kept) {
        if (auto const known = texts.find(kept.id.n); known != texts.end()) kept.text = known->second;
    });
    return d;
}

// --- After a merge ------------------------------------------------------------------------------

// The one that goes on; what a request went into may have gone into another itself.
dispute::Dispute goes_on_as(Desk& desk, dispute::Dispute const& d)
{
    auto into = dispute::read_unasked(desk, d.merged_into);
    while (into.merged_into) into = dispute::read_unasked(desk, into.merged_into);
    return into;
}

// Two entries are of one person by the number, or where that is not on both by name and phone together.
bool same_person(dispute::Party const& one, dispute::Party const& other)
{
    auto const alike = [](Kept const& a, Kept const& b) { return !text_of(a).empty() && text_of(a) == text_of(b); };
    if (one.id_number && other.id_number) return alike(one.id_number, other.id_number);
    if (one.credit_code && other.credit_code) return alike(one.credit_code, other.credit_code);
    return alike(one.name, other.name) && alike(one.phone, other.phone);
}

// Whom the party is there; null where nobody or more than one could be meant.
dispute::Party const* the_same_in(dispute::Dispute const& into, dispute::Party const& me)
{
    dispute::Party const* found = nullptr;
    for (auto const& p : into.parties) {
        if (!same_person(p, me)) continue;
        if (found) return nullptr;
        found = &p;
    }
    return found;
}

// What comes next comes there; whose place in it nobody can tell asks the office that took the request in.
void merged_into(MatterView& view, Desk& desk, dispute::Dispute const& d, Key me)
{
    auto into = readable(desk, goes_on_as(desk, d), true);
    auto const mine = readable(desk, d, true);
    auto const* there = the_same_in(into, *dispute::party(mine, me));
    view.duty = Duty::wait;
    if (!there) {
        view.duty_says = api::say(desk.language, "my.merged_ask");
        return office_into(view, desk, dispute::answerable(d).organisation);
    }
    bool const among_others = forget_what_others_agreed(into, there->id);
    view.went_into = WentIntoView{dispute::number_of(into), among_others ? api::say(desk.language, "my.ended_among_others") : stage_says(desk, into, *there)};
    if (among_others || dispute::is_over(into.stage)) {
        view.duty = Duty::nothing;
        view.duty_says = api::say(desk.language, "my.nothing_more");
        return office_into(view, desk, dispute::answerable(into).organisation);
    }
    view.duty_says = api::say(desk.language, "my.merged", {{"number", view.went_into->number}});
    next_into(view, desk, into, *there);
}

// The others settled it among themselves: that it ended, when, and whom to ask.
void ended_among_others(MatterView& view, Desk& desk, dispute::Dispute const& d)
{
    view.stage_says = api::say(desk.language, "my.ended_among_others");
    view.milestones.push_back({api::say(desk.language, "my.milestone.ended_among_others"), *d.concluded_at});
    view.duty = Duty::nothing;
    view.duty_says = api::say(desk.language, "my.nothing_more");
    office_into(view, desk, dispute::answerable(d).organisation);
}

// What the party has to do, and what comes next, here or where its request went.
void course_into(MatterView& view, Desk& desk, dispute::Dispute const& d, dispute::Party const& me, bool among_others)
{
    if (d.merged_into) return merged_into(view, desk, d, me.id);
    if (among_others) return ended_among_others(view, desk, d);
    duty_into(view, desk, d, me);
    next_into(view, desk, d, me);
}

}  // namespace

std::string or_hotline(Desk& desk, std::string phone)
{
    return phone.empty() ? std::to_string(desk.book().policy("public_legal_line")) : phone;
}

MatterView own_matter(Desk& desk, dispute::Dispute d, dispute::Speaker const& found)
{
    d = readable(desk, std::move(d));
    bool const among_others = forget_what_others_agreed(d, found.party);
    auto const& me = *dispute::party(d, found.party);
    auto const tag = api::tag(desk.language);
    MatterView view;
    view.number = dispute::number_of(d);
    view.kind_name = dispute::kind_word(desk, d.kind);
    view.place_name = registry::division_name(desk, d.place);
    view.stage = d.stage;
    view.stage_says = stage_says(desk, d, me);
    view.language = me.language;
    view.mediator = dispute::my_mediator(desk, d, me);
    view.may_complain = complained_of(d).has_value();
    view.complaints = workforce::complaints_of(desk, d.id, me.id);
    people_into(view, d, me);
    agreement_into(view, desk, d, me);
    signing_into(view, desk, d, me);
    meetings_into(view, desk, d, me);
    milestones_into(view, desk, d);
    openings_into(view, desk, d);
    course_into(view, desk, d, me, among_others);
    ending_into(view, desk, d, me);
    for (auto const& key : d.termination ? d.termination->remedies : d.remedies)
        if (auto const* remedy = desk.book().choice("remedy", key)) view.remedies.push_back(law::in(remedy->name, tag));
    return view;
}

}  // namespace maple::acceptance
