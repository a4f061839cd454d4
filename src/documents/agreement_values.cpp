// Agreements, what is promised in them, and the way to the court together.
#include "documents/reading.hpp"
#include "dispute/file.hpp"
#include "dispute/next.hpp"
#include "documents/columns.hpp"
#include "documents/notices.hpp"
#include "foundation/strokes.hpp"
#include "registry/roll.hpp"
#include "registry/standing.hpp"
#include "resolution/confirmation_rules.hpp"
#include "resolution/courts.hpp"
#include "resolution/text.hpp"

#include <algorithm>

namespace maple::documents {

using dispute::Agreement;
using dispute::Obligation;
using dispute::Promise;

Agreement const* main_agreement(Dispute const& d)
{
    Agreement const* found = nullptr;
    for (auto const& one : d.agreements)
        if (!found || one.effective_at || !found->effective_at) found = &one;
    return found;
}

Agreement const* agreement_of(Dispute const& d, Key obligation)
{
    for (auto const& a : d.agreements)
        for (auto const& o : a.obligations)
            if (o.id == obligation) return &a;
    return nullptr;
}

// The number is given with the seal; an oral agreement goes by the dossier's.
std::string agreement_number(Reading const& r, Agreement const& a)
{
    if (!a.number.empty()) return a.number;
    return a.oral ? dispute::number_of(r.d) : r.say("document.numbered_later");
}

std::string effective_on(Reading const& r, Agreement const* a) { return or_pen(r, a ? a->effective_at : std::nullopt); }

std::string performance(Reading const& r, Agreement const* a)
{
    if (!a || !a->effective_at) return {};
    auto const& all = a->obligations;
    auto const done = std::count_if(all.begin(), all.end(), [](auto const& o) { return o.state == Promise::performed || o.state == Promise::late; });
    auto const breached = std::count_if(all.begin(), all.end(), [](auto const& o) { return o.state == Promise::breached; });
    if (all.empty()) return r.say("document.nothing_promised");
    return r.say(breached > 0 ? "document.performance_breached" : "document.performance",
                 {{"n", std::to_string(all.size())}, {"done", std::to_string(done)}, {"breached", std::to_string(breached)}});
}

std::string last_day_for_court(Reading const& r, Agreement const& a)
{
    if (dispute::after_filing(r.d)) return "";
    auto const window = resolution::confirmation_window(r.desk.book(), a, r.desk.now);
    return window ? r.say.date(window->at) : "";
}

namespace {

// One line under the agreement: how a name came there, or room for the pen.
Values signer_values(Reading const& r, Agreement const& a, Party const& p, dispute::Member const* member)
{
    dispute::Signature const* signature = nullptr;
    for (auto const& one : a.signatures)
        if (one.party == p.id && (one.pen ? one.pen->member : Key{}) == (member ? member->id : Key{})) signature = &one;
    auto line = row_of(shown(member ? member->id : p.id), {{"side", r.say.word("side", p.side)}, {"name", member ? text_of(member->name) : text_of(p.name)}});
    if (!signature) {
        put(line, {{"signed", r.say("document.pen_date")}});
        line.drawings["drawn"] = "";
        return line;
    }
    auto const& pen = signature->pen;
    auto how = r.say("document.agreed_on", {{"manner", r.say.word("signing", signature->manner)}, {"date", r.say.date(signature->at)}});
    if (pen && pen->as != dispute::SignsAs::self && pen->as != dispute::SignsAs::member)
        how = r.say("document.signed_as", {{"as", r.say.word("signs_as", pen->as)}, {"name", text_of(pen->name)}, {"how", how}});
    put(line, {{"signed", how}});
    auto const strokes = pen ? text_of(pen->strokes) : "";
    line.drawings["drawn"] = strokes_in(strokes) ? strokes : "";
    return line;
}

// Of a group that signs one by one a line for each member, else one for each party.
std::vector<Values> signers(Reading const& r, Agreement const& a)
{
    std::vector<Values> all;
    for (auto const& p : r.d.parties) {
        if (std::find(a.parties.begin(), a.parties.end(), p.id) == a.parties.end()) continue;
        bool const one_by_one = std::any_of(a.signatures.begin(), a.signatures.end(), [&](auto const& s) { return s.party == p.id && s.pen && s.pen->member; });
        if (!one_by_one) all.push_back(signer_values(r, a, p, nullptr));
        else
            for (auto const* member : members_of(p)) all.push_back(signer_values(r, a, p, member));
    }
    return all;
}

// The text in both languages, beside one another, and which of them governs.
void of_second(Reading const& r, Agreement const& a, Values& v)
{
    std::vector<Values> rows, once_said;
    if (a.second) {
        auto const language = r.say.word("tongue", a.second->language);
        bool const rightly = r.say.language() == Language::zh;
        auto const tag = std::string(boost::describe::enum_to_string(a.second->language, "?"));
        auto const row = [&](std::string const& left, std::string const& right, bool heading) {
            auto one = row_of("", {{"left", left}, {"right", right}, {"heading", heading ? "1" : ""}});
            one.languages["right"] = tag;
            rows.push_back(std::move(one));
        };
        if (rightly) {
            auto const clauses = resolution::clauses_of(r.d, a);
            row(r.say("document.chinese_text"), api::say(resolution::language_of(a.second->language), "document.second_text"), false);
            std::vector<resolution::Clause const*> const headings{&clauses.facts_heading, &clauses.terms_heading, &clauses.promises_heading, &clauses.breach_heading};
            std::vector<std::vector<resolution::Clause>> const bodies{{clauses.facts}, {clauses.terms}, clauses.promises, {clauses.breach}};
            for (std::size_t i = 0; i < headings.size(); ++i) {
                row(headings[i]->chinese, headings[i]->second, true);
                for (auto const& one : bodies[i]) row(one.chinese, one.second, false);
            }
        }
        once_said = once(true, {{"governs", r.say(a.second->governs == dispute::Tongue::zh ? "agreement_text.governs_zh" : "agreement_text.governs_second", {{"language", language}})},
                                {"translated", r.say("agreement_text.translated", {{"translator", text_of(a.second->translator)}, {"reader", text_of(a.second->proof_reader)}})}});
    }
    put(v, "second", std::move(once_said));
    put(v, side_by_side, std::move(rows));
}

bool second_governs(Agreement const& a) { return a.second && a.second->governs != dispute::Tongue::zh; }

// The text in the language of the sheet, where people wrote one.
dispute::SecondText const* own_text(Agreement const& a, Language language)
{
    return a.second && language != Language::zh && resolution::language_of(a.second->language) == language ? &*a.second : nullptr;
}

// Above everything: which text decides. On a Chinese sheet only where it is not this one.
std::vector<Values> which_binds(Reading const& r, Agreement const& a)
{
    if (!second_governs(a)) return once(r.say.language() != Language::zh, {{"binding", r.say("document.chinese_binds")}});
    auto const here = own_text(a, r.say.language()) != nullptr;
    return once(true, {{"binding", r.say(here ? "document.this_text_binds" : "document.second_binds", {{"language", r.say.word("tongue", a.second->governs)}})}});
}

std::string outstanding(Reading const& r, Obligation const& o)
{
    if (o.state != Promise::open && o.state != Promise::breached) return r.say("document.nothing_outstanding");
    if (!o.amount) return {};
    auto left = o.amount->n;
    for (auto const& one : o.performed) left -= one.amount ? one.amount->n : 0;
    return r.say.amount(Fen{std::max<std::int64_t>(left, 0)});
}

Texts promise(Reading const& r, Obligation const& o)
{
    auto const* last = o.performed.empty() ? nullptr : &o.performed.back();
    return {{"from", name_of(r, o.from)},
            {"to", name_of(r, o.to)},
            {"what", text_of(o.what)},
            {"manner", r.say.word("manner", o.manner)},
            {"amount", r.say.amount(o.amount)},
            {"due", r.say.date(o.due)},
            {"state", r.say.word("promise", o.state)},
            {"performed_on", last ? r.say.date(last->at) : ""},
            {"performed_amount", last ? r.say.amount(last->amount) : ""},
            {"evidence", last ? text_of(last->evidence) : ""},
            {"outstanding", outstanding(r, o)}};
}

std::vector<Values> promises(Reading const& r, Agreement const& a)
{
    std::vector<Values> all;
    for (auto const& o : a.obligations) {
        auto const what = text_of(own_text(a, r.say.language()) ? o.second : o.what);
        all.push_back(row_of(shown(o.id), promise(r, o)));
        put(all.back(), {{"line", resolution::promise_line(r.say.language(), r.d, o, all.size(), what.empty() ? std::string(struck_out) : what)}});
    }
    return all;
}

std::vector<Values> shares(Reading const& r, Agreement const& a)
{
    std::vector<Values> all;
    for (auto const& line : resolution::share_lines(r.say.language(), r.d, a)) all.push_back(row_of("", {{"line", line}}));
    return all;
}

void of_its_parties(Reading const& r, Agreement const& a, Values& v)
{
    std::vector<Values> parties, explained;
    std::vector<Party const*> bound;
    for (auto const& p : r.d.parties) {
        if (std::find(a.parties.begin(), a.parties.end(), p.id) == a.parties.end()) continue;
        bound.push_back(&p);
        parties.push_back(party_values(r, p));
        if (p.language == dispute::Tongue::zh) continue;
        explained.push_back(party_values(r, p));
        put(explained.back(), {{"language", r.say.word("tongue", p.language)}, {"interpreter", yes_no(r, p.interpreter)}});
    }
    put(v, "parties", std::move(parties));
    put(v, "explained", std::move(explained));
    put(v, "groups", groups_values(r, bound, &a));
}

}  // namespace

bool is_translation(Dispute const& d, FormRow const& row, std::optional<Key> subject, Language language)
{
    if (language == Language::zh) return false;
    auto const* a = row.key == "agreement" ? dispute::agreement(d, subject.value_or(Key{})) : nullptr;
    return !a || !second_governs(*a) || !own_text(*a, language);
}

void of_agreement(Reading const& r, Values& v)
{
    auto const& a = *dispute::agreement(r.d, r.subject);
    auto const* own = own_text(a, r.say.language());
    put(v, {{"agreement_number", agreement_number(r, a)},
            {"facts", text_of(own ? own->facts : a.facts)},
            {"terms", text_of(own ? own->terms : a.terms)},
            {"breach", text_of(own ? own->breach : a.breach)},
            {"copies", a.copies > 0 ? std::to_string(a.copies) : ""},
            {"mediator_signed", or_pen(r, a.mediator_signed_at)},
            {"effective_on", or_pen(r, a.effective_at)},
            {"reached_on", r.say.date(a.reached_at ? a.reached_at : a.effective_at)},
            {"performance", performance(r, &a)}});
    of_its_parties(r, a, v);
    auto lines = promises(r, a);
    auto each = shares(r, a);
    // Struck out as on paper: nothing may be written in after the names.
    if (lines.empty() && each.empty() && !a.oral) lines.push_back(row_of("", {{"line", ""}}));
    put(v, "obligations", std::move(lines));
    put(v, "shares", std::move(each));
    put(v, "signers", signers(r, a));
    of_second(r, a, v);
    put(v, "which_binds", which_binds(r, a));
}

void of_obligation(Reading const& r, Values& v)
{
    auto const& o = *dispute::obligation(r.d, r.subject);
    auto const& a = *agreement_of(r.d, r.subject);
    auto const* kind = r.desk.book().kind(r.d.kind);
    put(v, promise(r, o));
    if (o.performed.empty()) put(v, {{"performed_on", r.say("document.pen_date")}});
    put(v, {{"agreement_number", agreement_number(r, a)},
            {"effective_on", or_pen(r, a.effective_at)},
            {"last_day", last_day_for_court(r, a)}});
    put(v, "labour", once(kind && kind->clock == "labour"));
}

void of_confirmation(Reading const& r, Values& v)
{
    auto const& a = *dispute::agreement(r.d, r.subject);
    put(v, {{"agreement_number", agreement_number(r, a)}, {"effective_on", or_pen(r, a.effective_at)}, {"last_day", last_day_for_court(r, a)}});
    put(v, {{"court", resolution::court_of(r.desk, r.d, a)}});
    if (auto const office = registry::find_organisation(r.desk, dispute::answerable(r.d).organisation))
        put(v, {{"basis", r.say.word("basis", registry::standing(r.desk, registry::committee_of(r.desk, *office)).basis)}});
    of_its_parties(r, a, v);
}

void of_forgiveness(Reading const& r, Values& v)
{
    auto const& a = *dispute::agreement(r.d, r.subject);
    std::vector<std::string> amends;
    for (auto const& o : a.obligations) amends.push_back(text_of(o.what) + (o.amount ? " " + r.say.amount(o.amount) : ""));
    auto const* handover = r.d.handover ? &*r.d.handover : nullptr;
    put(v, {{"addressee", handover ? organisation_name(r.desk, handover->organisation) : ""}, {"from", ""}, {"to", ""}, {"amends", r.say.list(amends)}});
}

}  // namespace maple::documents
