// The resident's door: no account, one code a party. With it a party sees its own matter in
// plain words; to consent, refuse or withdraw it also gives the last four digits of the
// phone on file. Wrong codes and wrong digits get the same answer, and soon a pause.
#include "acceptance/complaining.hpp"
#include "acceptance/routes.hpp"
#include "acceptance/rules.hpp"
#include "access/tries.hpp"
#include "api/words.hpp"
#include "dispute/my_mediator.hpp"
#include "dispute/receipt_door.hpp"
#include "dispute/request.hpp"
#include "dispute/signing.hpp"
#include "dispute/view.hpp"
#include "foundation/qr.hpp"
#include "foundation/receipt_code.hpp"
#include "registry/roll.hpp"
#include "workforce/complaints.hpp"

namespace maple::acceptance {
namespace {

using access::Right;
using dispute::Consent;
using dispute::File;

using Found = dispute::Speaker;

// --- The matter in plain words ---------------------------------------------------------------

enum class Duty { answer_consent, sign, attend, perform, wait, nothing };
BOOST_DESCRIBE_ENUM(Duty, answer_consent, sign, attend, perform, wait, nothing)

struct PromiseView {
    bool mine = false;
    std::string who, to, what;
    std::optional<Fen> amount;
    Date due{};
    dispute::Promise state{};
    bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(PromiseView, (), (mine, who, to, what, amount, due, state, overdue))

struct MeetingView {
    Instant at;
    std::optional<std::string> place;
    dispute::By by{};
};
BOOST_DESCRIBE_STRUCT(MeetingView, (), (at, place, by))

struct Milestone {
    std::string says;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Milestone, (), (says, at))

// An agreement that is being signed: whether it waits for me, and who is missing besides.
struct SigningNotice {
    bool may_sign = false;             // by a link that the mediator made for me
    std::optional<Instant> until;      // that link
    std::optional<Instant> signed_at;  // by me
    bool voided = false;               // I had signed, and the text was changed afterwards
    std::vector<std::string> missing;  // of the others
};
BOOST_DESCRIBE_STRUCT(SigningNotice, (), (may_sign, until, signed_at, voided, missing))

// What the court says of an agreement that it was asked to confirm, in plain words.
struct CourtNewsView {
    std::string says;
    std::optional<std::string> because;          // of a dismissal
    std::optional<dispute::ArticleView> article;
    std::optional<Instant> until;                // its review, or my objection
    std::string until_says;                      // what that moment is
    std::optional<Date> received;                // the ruling, by me
    bool may_tell_receipt = false;               // nobody knows when it reached me, or only I said so
};
BOOST_DESCRIBE_STRUCT(CourtNewsView, (), (says, because, article, until, until_says, received, may_tell_receipt))

// Somebody opened the file; with a reason, where the bureau broke the glass.
struct OpeningView {
    Instant at;
    std::string person_name, organisation_name;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(OpeningView, (), (at, person_name, organisation_name, reason))

struct MatterView {
    std::string number, kind_name, place_name;
    dispute::Stage stage{};
    std::string stage_says;            // where the matter stands, in one plain sentence
    dispute::Side side{};
    std::string my_name;
    std::vector<std::string> others;
    Duty duty{};
    std::string duty_says;             // what you need to do, or that there is nothing
    std::optional<Instant> due;
    std::string next_says;             // what happens next, and who does it
    std::string organisation_name, phone;
    std::optional<std::string> person_name;
    std::optional<dispute::ArticleView> article;
    dispute::Consent my_consent{};
    bool may_agree = false, may_refuse = false, may_withdraw = false;
    std::vector<MeetingView> meetings;
    std::vector<PromiseView> promises;
    std::optional<std::string> agreement_number;
    std::optional<Instant> agreement_effective_at;
    std::optional<Instant> confirmation_until;   // both may ask the court together until then
    std::optional<CourtNewsView> at_court;       // once the court was asked
    std::optional<SigningNotice> signing;        // of the agreement that is being signed
    bool agreed_in_part = false;                 // a part is agreed, and the rest is still talked about
    std::vector<std::string> still_open;         // the issues of that rest, where they were named
    std::vector<std::string> remedies;           // other roads, where mediation ended without agreement
    std::optional<std::string> ended_because;    // why it was not taken up, or ended without agreement
    std::optional<std::string> advice;           // what the desk told the person who asked
    std::optional<std::string> handed_to, handed_to_phone;
    std::vector<Milestone> milestones;
    std::vector<OpeningView> openings;           // the bureau with its reasons first, then everybody, newest first
    dispute::Tongue language{};
    dispute::MyMediator mediator;
    bool may_complain = false;                   // about the mediator, by this code
    std::vector<workforce::OwnComplaint> complaints;
};
BOOST_DESCRIBE_STRUCT(MatterView, (), (number, kind_name, place_name, stage, stage_says, side, my_name, others, duty, duty_says, due,
                                       next_says, organisation_name, phone, person_name, article, my_consent, may_agree, may_refuse,
                                       may_withdraw, meetings, promises, agreement_number, agreement_effective_at,
                                       confirmation_until, at_court, signing, agreed_in_part, still_open, remedies, ended_because, advice, handed_to, handed_to_phone, milestones, openings,
                                       language, mediator, may_complain, complaints))

bool open_for_a_word(dispute::Dispute const& d) { return dispute::permitted(d, ConsentRecorded::deed).has_value(); }

void people_into(MatterView& view, dispute::Dispute const& d, dispute::Party const& me)
{
    view.side = me.side;
    view.my_name = text_of(me.name);
    for (auto const& p : d.parties)
        if (p.id != me.id) view.others.push_back(text_of(p.name));
    view.my_consent = me.consent;
    bool const open = open_for_a_word(d) && !me.left;
    view.may_agree = open && me.consent != Consent::agreed;
    view.may_refuse = open && me.consent != Consent::refused && me.side == dispute::Side::respondent;
    view.may_withdraw = open && me.consent != Consent::refused && me.side == dispute::Side::applicant;
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
        bool const mine = std::find(a.parties.begin(), a.parties.end(), me.id) != a.parties.end();
        if (mine && a.confirmation) view.at_court = court_news(desk, a, me.id);
        for (auto const& o : a.obligations)
            view.promises.push_back({o.from == me.id, name(o.from), name(o.to), text_of(o.what), o.amount, o.due, o.state,
                                     !o.settled_at && end_of(o.due) < desk.now});
    }
}

void signing_into(MatterView& view, Desk& desk, dispute::Dispute const& d, dispute::Party const& me)
{
    for (auto const& a : d.agreements) {
        if (a.oral || a.effective_at || std::find(a.parties.begin(), a.parties.end(), me.id) == a.parties.end()) continue;
        SigningNotice notice;
        if (auto const* link = dispute::open_link(d, me.id, desk.now)) {
            notice.may_sign = true;
            notice.until = link->expires_at;
        }
        notice.signed_at = dispute::signed_at(d, a, me.id);
        notice.voided = !notice.signed_at && std::any_of(a.voided.begin(), a.voided.end(), [&](auto const& one) { return one.party == me.id; });
        for (auto const party : a.parties)
            if (party != me.id && !dispute::signed_at(d, a, party)) notice.missing.push_back(text_of(dispute::party(d, party)->name));
        view.signing = std::move(notice);
    }
    view.agreed_in_part = dispute::agreed_in_part(d);
    if (view.agreed_in_part)
        for (auto const* issue : dispute::open_issues(d)) view.still_open.push_back(text_of(issue->title));
}

void meetings_into(MatterView& view, Desk& desk, dispute::Dispute const& d, dispute::Party const& me)
{
    for (auto const& s : d.sessions) {
        bool const mine = std::find(s.parties.begin(), s.parties.end(), me.id) != s.parties.end();
        if (mine && dispute::awaited(s) && *s.planned_for > desk.now) view.meetings.push_back({*s.planned_for, s.place.text, s.by});
    }
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
    if (!view.meetings.empty()) {
        view.due = view.meetings.front().at;
        return say(Duty::attend, "attend");
    }
    for (auto const& promise : view.promises)
        if (promise.mine && promise.state == dispute::Promise::open) {
            view.due = end_of(promise.due);
            return say(Duty::perform, "perform");
        }
    say(Duty::wait, "wait");
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

// Who has no number of their own is reached by the public legal service line.
std::string or_hotline(Desk& desk, std::string phone)
{
    return phone.empty() ? std::to_string(desk.book().policy("public_legal_line")) : phone;
}

// A clear no ends it (PML art. 17); until the desk has written that down, the page says so already.
std::string stage_says(Desk& desk, dispute::Dispute const& d, dispute::Party const& me)
{
    bool const undecided = d.stage == dispute::Stage::requested || d.stage == dispute::Stage::accepted || d.stage == dispute::Stage::inviting;
    if (undecided && me.consent == Consent::refused) return api::say(desk.language, "my.i_said_no");
    if (undecided && dispute::anyone_refuses(d)) return api::say(desk.language, "my.one_side_said_no");
    return dispute::stage_word(desk, d, "my.stage");
}

MatterView matter(Desk& desk, dispute::Dispute d, Found const& found)
{
    // A party reads names and terms, never a record of what another said.
    auto const texts = access::words_of(desk.sql, desk.house.vault, d.id, false, false);
    each_kept(d, [&](auto& kept) {
        if (auto const known = texts.find(kept.id.n); known != texts.end()) kept.text = known->second;
    });
    auto const& me = *dispute::party(d, found.party);
    auto const tag = api::tag(desk.language);
    MatterView view;
    view.number = dispute::number_of(d);
    view.kind_name = dispute::kind_word(desk, d.kind);
    view.place_name = registry::division_name(desk, d.place);
    view.stage = d.stage;
    view.stage_says = stage_says(desk, d, me);
    view.language = found.language;
    view.mediator = dispute::my_mediator(desk, d, me);
    view.may_complain = complained_of(d).has_value();
    view.complaints = workforce::complaints_of(desk, d.id, me.id);
    people_into(view, d, me);
    agreement_into(view, desk, d, me);
    signing_into(view, desk, d, me);
    meetings_into(view, desk, d, me);
    duty_into(view, desk, d, me);
    milestones_into(view, desk, d);
    openings_into(view, desk, d);
    if (auto const next = dispute::next_step(d, desk.book(), desk.now)) {
        auto const worded = dispute::next_view(desk, *next);
        view.next_says = worded.says;
        if (!view.due) view.due = worded.due;
        view.organisation_name = worded.organisation_name;
        view.person_name = worded.person_name;
        view.phone = worded.phone;
        view.article = worded.article;
    } else {
        auto const office = registry::organisation(desk, dispute::answerable(d).organisation);
        view.organisation_name = registry::called(desk, office);
        view.phone = office.phone;
    }
    view.phone = or_hotline(desk, view.phone);
    ending_into(view, desk, d, me);
    for (auto const& key : d.termination ? d.termination->remedies : d.remedies)
        if (auto const* remedy = desk.book().choice("remedy", key)) view.remedies.push_back(law::in(remedy->name, tag));
    return view;
}

// --- Doors --------------------------------------------------------------------------------------

struct Look {
    Text<8, 12> code;
};
BOOST_DESCRIBE_STRUCT(Look, (), (code))

MatterView own_matter(Desk& desk, Look const& ask)
{
    auto const found = dispute::speaker(desk, ask.code.str());
    return matter(desk, dispute::read_unasked(desk, found.dispute), found);
}

struct Say {
    Text<8, 12> code;
    Text<4, 4> phone_tail;
    Consent consent{};
};
BOOST_DESCRIBE_STRUCT(Say, (), (code, phone_tail, consent))

MatterView say(Desk& desk, Say const& ask)
{
    auto const found = dispute::speaker(desk, ask.code.str());
    auto file = File::open_unasked(desk, found.dispute);
    check_tail(desk, *file, found, ask.phone_tail.str());
    if (ask.consent != Consent::agreed && ask.consent != Consent::refused) throw Refused(refuse_field("/consent", "not_a_consent"));
    file.record(record_consent(*file, found.party, ask.consent, dispute::By::phone, true).value());
    auto const d = file.put_back();
    desk.etag.reset();
    return matter(desk, d, found);
}

struct Speak {
    Text<8, 12> code;
    dispute::Tongue language{};
};
BOOST_DESCRIBE_STRUCT(Speak, (), (code, language))

MatterView speak(Desk& desk, Speak const& ask)
{
    auto found = dispute::speaker(desk, ask.code.str());
    dispute::choose_language(desk, found.dispute, found.party, ask.language);
    found.language = ask.language;
    return matter(desk, dispute::read_unasked(desk, found.dispute), found);
}

// What a resident writes about himself and the other side, as far as known.
struct Apply {
    std::optional<std::string> kind;
    std::string place;
    Narrative facts;
    OptionalNarrative request;
    Name name;
    Text<5, 30> phone;
    OptionalLine address;
    std::optional<Name> other_name;
    std::optional<std::string> other_phone;
    OptionalLine other_address;
    bool other_is_organisation = false;
    std::optional<dispute::Tongue> language;
    bool interpreter = false;
    bool agrees = false;   // to mediation, and to the notice on personal data
};
BOOST_DESCRIBE_STRUCT(Apply, (), (kind, place, facts, request, name, phone, address, other_name, other_phone, other_address,
                                  other_is_organisation, language, interpreter, agrees))

struct Applied {
    std::string code;      // 8 characters, shown as "KQ7M-2P8X"
    std::string qr;        // SVG of a link that opens the matter; the code stands behind '#', never in a request line
    std::string organisation_name, phone;
    Instant answer_by;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (code, qr, organisation_name, phone, answer_by))

// Faults of the request form under the names that a resident's form has.
std::string own_name(std::string const& at)
{
    static std::map<std::string, std::string> const names{
        {"/parties/0/name", "/name"}, {"/parties/0/phone", "/phone"}, {"/parties/0/address", "/address"},
        {"/parties/1/name", "/other_name"}, {"/parties/1/phone", "/other_phone"}, {"/parties/1/address", "/other_address"}};
    auto const known = names.find(at);
    return known == names.end() ? at : known->second;
}

dispute::RequestForm request_of(Apply const& ask)
{
    dispute::RequestForm form;
    form.kind = ask.kind.value_or("");  // the desk names it when it accepts
    form.source = dispute::Source::web;
    form.place = ask.place;
    form.facts = ask.facts;
    form.request = ask.request;
    dispute::PartyForm me;
    me.side = dispute::Side::applicant;
    me.name = ask.name;
    me.phone = ask.phone.str();
    me.address = ask.address;
    me.language = ask.language;
    me.interpreter = ask.interpreter;
    form.parties.push_back(std::move(me));
    if (ask.other_name) {
        dispute::PartyForm other;
        other.side = dispute::Side::respondent;
        other.kind = ask.other_is_organisation ? dispute::PartyKind::organisation : dispute::PartyKind::person;
        other.name = *ask.other_name;
        other.phone = ask.other_phone;
        other.address = ask.other_address;
        form.parties.push_back(std::move(other));
    }
    return form;
}

access::Tries new_requests;  // every one counts
constexpr access::Brake an_hour_of_requests{30, 60 * 60};

Applied apply(Desk& desk, Apply const& ask)
{
    if (auto const wait = new_requests.wait(desk.peer, an_hour_of_requests, desk.real_now)) dispute::slow_down(wait);
    if (!ask.agrees) throw Refused(refuse_field("/agrees", "agreement_to_notice_needed", {}, "PML-17"));
    new_requests.failed(desk.peer, an_hour_of_requests, desk.real_now);
    dispute::Begun begun;
    try {
        begun = dispute::make_request(desk, request_of(ask));
    } catch (Refused const& no) {
        auto mine = no.refusal;
        for (auto& fault : mine.problems) fault.at = own_name(fault.at);
        throw Refused(std::move(mine));
    }
    auto const d = dispute::read_unasked(desk, begun.dispute);
    auto const office = registry::organisation(desk, d.handlings.front().organisation);
    auto const code = begun.codes.front().code;
    auto const link = desk.house.public_url + "/my#" + code;
    desk.etag.reset();
    return {code, qr_svg(link, shown_receipt_code(code)), registry::called(desk, office), or_hotline(desk, office.phone),
            law::due(desk.book(), "desk.requested", desk.now, desk.now).at};
}

struct QrOf {
    Text<8, 12> code;
};
BOOST_DESCRIBE_STRUCT(QrOf, (), (code))

struct QrView {
    std::string svg, link;
};
BOOST_DESCRIBE_STRUCT(QrView, (), (svg, link))

QrView draw(Desk& desk, QrOf const& ask)
{
    auto const code = normal_receipt_code(ask.code.str());
    if (!code) throw Refused(refuse_field("/code", "not_a_code"));
    auto const link = desk.house.public_url + "/my#" + *code;
    return {qr_svg(link, shown_receipt_code(*code)), link};
}

}  // namespace

api::Room resident_room()
{
    using enum api::Verb;
    api::Room room{"resident",
            {
                {post, "/my/requests", Right::anyone, apply, "Ask for mediation without an account; the answer is a receipt with a code."},
                {post, "/my/matter", Right::anyone, own_matter, "One's own matter in plain words, by the code of the receipt."},
                {post, "/my/consent", Right::anyone, say, "Agree, refuse or withdraw, with the code and the last four digits of the phone on file."},
                {post, "/my/language", Right::anyone, speak, "Choose the language of one's matter."},
                {post, "/receipts/qr", Right::signed_in, draw, "The QR of a receipt, to be printed at the desk."},
            }};
    for (auto& route : complaining_routes()) room.routes.push_back(std::move(route));
    return room;
}

}  // namespace maple::acceptance
