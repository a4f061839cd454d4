#include "documents/forms.hpp"
#include "api/words.hpp"
#include "dispute/file.hpp"
#include "dispute/view.hpp"
#include "documents/said.hpp"
#include "foundation/embedded.hpp"
#include "registry/roll.hpp"

#include <algorithm>
#include <stdexcept>

namespace maple::documents {
namespace {

using dispute::Agreement;
using dispute::Dispute;
using dispute::Party;
using dispute::Session;
using dispute::SessionKind;

struct Reading {
    Desk& desk;
    Dispute const& d;
    Said say;
};

// --- Parties and people ----------------------------------------------------------------

std::string name_of(Reading const& r, Key party)
{
    auto const* found = dispute::party(r.d, party);
    return found ? text_of(found->name) : "";
}

std::string representative(Reading const& r, Party const& p)
{
    std::vector<std::string> names;
    if (p.represented_by.text) names.push_back(*p.represented_by.text);
    if (p.guardian && p.guardian->name.text) names.push_back(*p.guardian->name.text);
    for (auto const& member : p.members)
        if (member.representative && !member.left) names.push_back(text_of(member.name));
    return r.say.list(names);
}

Values party_values(Reading const& r, Party const& p)
{
    auto name = text_of(p.name);
    if (!p.members.empty()) name += r.say("document.members", {{"n", std::to_string(p.members.size())}});
    return {{{"side", r.say.word("side", p.side)},
             {"name", name},
             {"sex", p.sex ? r.say.word("sex", *p.sex) : ""},
             {"birth_year", p.birth_year ? std::to_string(*p.birth_year) : ""},
             {"identity", text_of(p.kind == dispute::PartyKind::organisation ? p.credit_code : p.id_number)},
             {"address", text_of(p.address)},
             {"phone", text_of(p.phone)},
             {"represented", representative(r, p)},
             {"consent", r.say.word("consent", p.consent)},
             {"told_on", r.say.date(p.rights_told_at)}},
            {}};
}

std::vector<Values> parties_values(Reading const& r)
{
    std::vector<Values> all;
    for (auto const& p : r.d.parties)
        if (!p.left) all.push_back(party_values(r, p));
    return all;
}

std::string party_names(Reading const& r)
{
    std::vector<std::string> names;
    for (auto const& p : r.d.parties)
        if (!p.left) names.push_back(text_of(p.name));
    return r.say.list(names);
}

std::string person_name(Reading const& r, Key id)
{
    if (!id) return {};
    auto const found = registry::people(r.desk, {id});
    return found.empty() ? "" : found.front().name;
}

// Those who mediated at a moment, the one in the chair first.
std::string mediators_at(Reading const& r, Instant at)
{
    std::vector<std::string> names;
    for (bool const presiding : {true, false})
        for (auto const& a : r.d.appointments)
            if (a.presiding == presiding && a.from <= at && (!a.until || *a.until > at)) names.push_back(person_name(r, a.person));
    return r.say.list(names);
}

std::string mediators_now(Reading const& r) { return mediators_at(r, r.d.concluded_at.value_or(r.desk.now)); }

std::string kind_name(Reading const& r)
{
    auto const* kind = r.desk.book().kind(r.d.kind);
    return kind ? r.say.in(kind->name) : r.d.kind;
}

std::string choice_name(Reading const& r, std::string_view list, std::string const& key)
{
    auto const* choice = r.desk.book().choice(list, key);
    return choice ? r.say.in(choice->name) : key;
}

std::string organisation_name(Desk& desk, Key id)
{
    auto const found = registry::find_organisation(desk, id);
    return found ? registry::called(desk, *found) : "";
}

// --- The forms -------------------------------------------------------------------------

void fill_acceptance_register(Reading const& r, Values& v)
{
    v.texts.insert({{"accepted_on", r.say.date(r.d.accepted_at)},
                    {"desk", organisation_name(r.desk, r.d.handlings.front().organisation)},
                    {"kind", kind_name(r)},
                    {"source", r.say.word("source", r.d.source)},
                    {"place", registry::division_name(r.desk, r.d.place)},
                    {"people", r.say("document.heads", {{"n", std::to_string(r.d.people)}})},
                    {"amount", r.say.amount(r.d.amount)},
                    {"grade", r.d.grade ? r.say.word("grade", *r.d.grade) : ""},
                    {"facts", text_of(r.d.facts)},
                    {"request", text_of(r.d.request)},
                    {"registrar", person_name(r, r.d.accepted_by)}});
}

void fill_rights_notice(Reading const& r, Values& v)
{
    v.texts.insert({{"party_names", party_names(r)},
                    {"kind", kind_name(r)},
                    {"mediators", mediators_now(r)},
                    {"date", r.say.date(date_in_beijing(r.desk.now))}});
    // A party that has not been told yet gets room for the pen.
    for (auto& party : v.sections["parties"])
        if (auto& told = party.texts["told_on"]; told.empty()) told = r.say("document.pen_date");
}

void fill_mediation_record(Reading const& r, Session const& s, Values& v)
{
    std::vector<Values> present, participants;
    std::vector<std::string> guests, methods;
    auto& all = v.sections["parties"];
    all.clear();
    for (auto const& p : r.d.parties) {
        bool const here = std::find(s.parties.begin(), s.parties.end(), p.id) != s.parties.end();
        if (p.left && !here) continue;
        all.push_back(party_values(r, p));
        all.back().texts["present"] = r.say(here ? "document.yes" : "document.no");
        if (here) present.push_back(all.back());
    }
    for (auto const& guest : r.d.participants) {
        if (std::find(s.participants.begin(), s.participants.end(), guest.id) == s.participants.end()) continue;
        guests.push_back(text_of(guest.name));
        participants.push_back({{{"name", text_of(guest.name)}}, {}});
    }
    for (auto const& method : s.methods) methods.push_back(choice_name(r, "method", method));
    v.sections["present_parties"] = present;
    v.sections["participant_list"] = participants;
    v.sections["failed"] = s.result == dispute::SessionResult::failed ? std::vector<Values>(1) : std::vector<Values>{};
    v.texts.insert({{"held_at", r.say.time(*s.held_at)},
                    {"held_on", r.say.date(date_in_beijing(*s.held_at))},
                    {"place", text_of(s.place)},
                    {"by", r.say.word("by", s.by)},
                    {"session_kind", r.say.word("session_kind", s.kind)},
                    {"kind", kind_name(r)},
                    {"mediators", mediators_at(r, *s.held_at)},
                    {"participants", r.say.list(guests)},
                    {"language", r.say.word("tongue", s.language)},
                    {"interpreter", r.say(s.interpreter ? "document.yes" : "document.no")},
                    {"methods", r.say.list(methods)},
                    {"record", text_of(s.record)},
                    {"result", s.result ? r.say.word("session_result", *s.result) : ""}});
}

Values obligation_values(Reading const& r, dispute::Obligation const& o)
{
    return {{{"from", name_of(r, o.from)},
             {"to", name_of(r, o.to)},
             {"what", text_of(o.what)},
             {"manner", r.say.word("manner", o.manner)},
             {"amount", r.say.amount(o.amount)},
             {"due", r.say.date(o.due)},
             {"state", r.say.word("promise", o.state)}},
            {}};
}

std::string signed_by(Reading const& r, Agreement const& a, Key party)
{
    for (auto const& one : a.signatures)
        if (one.party == party)
            return r.say("document.agreed_on", {{"manner", r.say.word("signing", one.manner)}, {"date", r.say.date(one.at)}});
    return r.say("document.pen_date");
}

void fill_agreement(Reading const& r, Agreement const& a, Values& v)
{
    auto const or_pen = [&](std::optional<Instant> at) { return at ? r.say.date(at) : r.say("document.pen_date"); };
    auto& parties = v.sections["parties"];
    parties.clear();
    for (auto const& p : r.d.parties) {
        if (std::find(a.parties.begin(), a.parties.end(), p.id) == a.parties.end()) continue;
        parties.push_back(party_values(r, p));
        parties.back().texts["signed"] = signed_by(r, a, p.id);
    }
    auto& obligations = v.sections["obligations"];
    for (auto const& o : a.obligations) obligations.push_back(obligation_values(r, o));
    // The number is given with the seal; an oral agreement goes by the dossier's.
    auto number = a.number;
    if (number.empty()) number = a.oral ? dispute::number_of(r.d) : r.say("document.numbered_later");
    v.texts.insert({{"agreement_number", number},
                    {"facts", text_of(a.facts)},
                    {"terms", text_of(a.terms)},
                    {"breach", text_of(a.breach)},
                    {"copies", a.copies > 0 ? std::to_string(a.copies) : ""},
                    {"mediators", mediators_now(r)},
                    {"mediator_signed", or_pen(a.mediator_signed_at)},
                    {"effective_on", or_pen(a.effective_at)},
                    {"reached_on", r.say.date(a.reached_at)}});
}

void fill_termination_notice(Reading const& r, Values& v)
{
    auto& remedies = v.sections["remedies"];
    for (auto const& key : r.d.termination->remedies) remedies.push_back({{{"name", choice_name(r, "remedy", key)}}, {}});
    v.texts.insert({{"party_names", party_names(r)},
                    {"kind", kind_name(r)},
                    {"accepted_on", r.say.date(r.d.accepted_at)},
                    {"reason", choice_name(r, "termination", r.d.termination->reason)},
                    {"note", text_of(r.d.termination->note)},
                    {"terminated_on", r.say.date(r.d.termination->at)},
                    {"delivered_on", r.d.termination->delivered_at ? r.say.date(r.d.termination->delivered_at) : r.say("document.pen_date")},
                    {"mediators", mediators_at(r, Instant{r.d.termination->at.us - 1})}});
}

// --- What can be printed ---------------------------------------------------------------

// Why a form cannot be printed now, a key of the catalogue; "" when it can.
std::string hindrance(Dispute const& d, FormName form, std::optional<Key> subject)
{
    switch (form) {
    case FormName::acceptance_register:
    case FormName::rights_notice: return d.accepted_at ? "" : "document.not_accepted";
    case FormName::mediation_record: {
        if (!subject) return "document.no_session";
        auto const* s = dispute::session(d, *subject);
        if (s->kind == SessionKind::separate) return "document.alone";
        return s->held_at ? "" : "document.not_held";
    }
    case FormName::agreement: return subject ? "" : "document.no_agreement";
    case FormName::oral_agreement_register: return subject ? "" : "document.no_oral_agreement";
    case FormName::termination_notice: return d.termination ? "" : "document.not_terminated";
    }
    return {};
}

// The things that a form is made out for: one nothing for the forms of the whole dispute.
std::vector<std::optional<Key>> subjects(Dispute const& d, FormName form)
{
    std::vector<std::optional<Key>> keys;
    if (form == FormName::mediation_record)
        for (auto const& s : d.sessions) keys.push_back(s.id);
    for (auto const& a : d.agreements)
        if (form == (a.oral ? FormName::oral_agreement_register : FormName::agreement)) keys.push_back(a.id);
    if (keys.empty()) keys.push_back(std::nullopt);
    return keys;
}

std::string about(Reading const& r, FormName form, Key subject)
{
    if (form != FormName::mediation_record) {
        auto const* a = dispute::agreement(r.d, subject);
        return a->number.empty() ? r.say.date(a->reached_at) : a->number;
    }
    auto const* s = dispute::session(r.d, subject);
    auto const at = s->held_at ? s->held_at : s->planned_for;
    return r.say("document.session_about", {{"date", r.say.date(at)}, {"kind", r.say.word("session_kind", s->kind)}});
}

std::string title_of(std::string_view markdown)
{
    auto const first = markdown.substr(0, markdown.find('\n'));
    return std::string(first.substr(first.find_first_not_of("# ")));
}

void check(Reading const& r, FormName form, std::optional<Key> subject)
{
    auto const known = subjects(r.d, form);
    if (std::find(known.begin(), known.end(), subject) == known.end()) throw Refused(refuse(Because::not_found, "document.unknown"));
    auto const why = hindrance(r.d, form, subject);
    if (why == "document.alone") throw Refused(refuse(Because::forbidden_by, "document.sealed"));
    if (!why.empty()) throw Refused(refuse(Because::wrong_stage, "document.not_yet", {{"why", "@" + why}}));
}

}  // namespace

std::string_view form_template(FormName form, Language language)
{
    auto const folder = language == Language::en ? "forms/en/" : "forms/zh-CN/";
    auto const name = std::string(folder) + boost::describe::enum_to_string(form, "?") + ".md";
    if (auto const text = embedded(name)) return *text;
    throw std::runtime_error("the binary carries no " + name);
}

std::vector<FormOffer> offers(Desk& desk, Dispute const& d)
{
    Reading const r{desk, d, Said(desk.language)};
    std::vector<FormOffer> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<FormName>>([&](auto enumerator) {
        FormName const form = enumerator.value;
        auto const title = title_of(form_template(form, desk.language));
        for (auto const& subject : subjects(d, form)) {
            FormOffer offer{form, subject, title, subject ? about(r, form, *subject) : "", true, {}};
            if (auto const why = hindrance(d, form, subject); !why.empty()) {
                offer.available = false;
                offer.reason = r.say(why);
            }
            all.push_back(std::move(offer));
        }
    });
    return all;
}

bool fill_for_print(Desk& desk, Dispute& d, FormName form)
{
    dispute::fill_words(desk, d);
    auto const unsealed = access::words_of(desk.sql, desk.house.vault, d.id, true, false);
    each_kept(d, [&](auto& kept) { if (!unsealed.contains(kept.id.n)) kept.text.reset(); });
    bool const names_the_parties = form == FormName::agreement || form == FormName::oral_agreement_register || form == FormName::acceptance_register;
    if (!names_the_parties || !access::sight(desk.caller, dispute::matter_of(d, desk.now)).contacts) return false;
    auto const write_out = [&](Kept& kept) {
        if (auto const words = unsealed.find(kept.id.n); words != unsealed.end()) kept.text = words->second;
    };
    for (auto& p : d.parties) {
        for (Kept* kept : {static_cast<Kept*>(&p.id_number), static_cast<Kept*>(&p.address), static_cast<Kept*>(&p.phone)}) write_out(*kept);
        if (p.guardian) write_out(p.guardian->phone);
    }
    return true;
}

std::string maker(Desk& desk, Dispute const& d, FormName form)
{
    auto const& turn = form == FormName::acceptance_register ? d.handlings.front() : dispute::answerable(d);
    auto const office = registry::find_organisation(desk, turn.organisation);
    // A room has no seal: its committee's stands on the paper (PML art. 29).
    if (office && registry::is_committee(office->kind) && form != FormName::acceptance_register)
        return organisation_name(desk, registry::committee_of(desk, *office).id);
    return organisation_name(desk, turn.organisation);
}

Values values_of(Desk& desk, Dispute const& d, FormName form, std::optional<Key> subject)
{
    Reading const r{desk, d, Said(desk.language)};
    check(r, form, subject);
    Values v;
    v.texts = {{"number", dispute::number_of(d)}, {"committee", maker(desk, d, form)}};
    v.sections["parties"] = parties_values(r);
    switch (form) {
    case FormName::acceptance_register: fill_acceptance_register(r, v); break;
    case FormName::rights_notice: fill_rights_notice(r, v); break;
    case FormName::mediation_record: fill_mediation_record(r, *dispute::session(d, *subject), v); break;
    case FormName::agreement:
    case FormName::oral_agreement_register: fill_agreement(r, *dispute::agreement(d, *subject), v); break;
    case FormName::termination_notice: fill_termination_notice(r, v); break;
    }
    return v;
}

}  // namespace maple::documents
