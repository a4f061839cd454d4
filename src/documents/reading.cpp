#include "documents/reading.hpp"
#include "dispute/file.hpp"
#include "documents/notices.hpp"
#include "documents/table.hpp"
#include "registry/phone.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::documents {
namespace {

std::string representative(Reading const& r, Party const& p)
{
    std::vector<std::string> names;
    if (p.represented_by.text) names.push_back(*p.represented_by.text);
    if (p.guardian && p.guardian->name.text && !p.guardian->accused) names.push_back(*p.guardian->name.text);
    for (auto const& member : p.members)
        if (member.representative && !member.left) names.push_back(text_of(member.name));
    return r.say.list(names);
}

}  // namespace

Filling const& Reading::filling() const { return fillings.of(row.key, subject); }

void put(Values& v, Texts const& texts)
{
    for (auto const& [name, text] : texts) v.texts.insert_or_assign(std::string(name), text);
}

void put(Values& v, std::string_view section, std::vector<Values> rows) { v.sections.insert_or_assign(std::string(section), std::move(rows)); }

Values row_of(std::string row, Texts const& texts)
{
    Values v;
    put(v, texts);
    v.texts.insert_or_assign("row", std::move(row));
    return v;
}

std::vector<Values> once(bool is_so, Texts const& texts)
{
    if (!is_so) return {};
    return {row_of("", texts)};
}

bool address_kept_back(Dispute const& d, Key party, Date on)
{
    if (dispute::safety_measure_for(d, party, "hide_address")) return true;
    auto const& orders = d.room.protections;
    return std::any_of(orders.begin(), orders.end(), [&](dispute::Protection const& one) {
        return one.kind == dispute::ProtectionKind::protection_order && one.protects == party && one.from <= on && (!one.until || on <= *one.until);
    });
}

std::string name_of(Reading const& r, Key party)
{
    auto const* found = dispute::party(r.d, party);
    return found ? text_of(found->name) : "";
}

std::string names_of(Reading const& r, std::vector<Key> const& parties)
{
    std::vector<std::string> names;
    for (auto const key : parties) names.push_back(name_of(r, key));
    return r.say.list(names);
}

std::string party_names(Reading const& r)
{
    std::vector<std::string> names;
    for (auto const& p : r.d.parties)
        if (!p.left) names.push_back(text_of(p.name));
    return r.say.list(names);
}

Values party_values(Reading const& r, Party const& p)
{
    auto name = text_of(p.name);
    if (!p.members.empty()) name += r.say("document.members", {{"n", std::to_string(members_of(p).size())}});
    bool const kept_back = address_kept_back(r.d, p.id, r.today());
    auto const unless_kept_back = [&](Kept const& kept) { return kept_back && kept ? r.say("document.kept_back") : text_of(kept); };
    return row_of(shown(p.id), {{"side", r.say.word("side", p.side)},
                                {"name", name},
                                {"sex", p.sex ? r.say.word("sex", *p.sex) : ""},
                                {"birth_year", p.birth_year ? std::to_string(*p.birth_year) : ""},
                                {"identity", text_of(p.kind == dispute::PartyKind::organisation ? p.credit_code : p.id_number)},
                                {"address", unless_kept_back(p.address)},
                                {"phone", unless_kept_back(p.phone)},
                                {"represented", representative(r, p)},
                                {"consent", r.say.word("consent", p.consent)},
                                {"told_on", r.say.date(p.rights_told_at)}});
}

std::vector<Values> parties_values(Reading const& r)
{
    std::vector<Values> all;
    for (auto const& p : r.d.parties)
        if (!p.left) all.push_back(party_values(r, p));
    return all;
}

std::string person_name(Reading const& r, Key id)
{
    auto const found = id ? registry::find_person(r.desk, id) : std::nullopt;
    return found ? found->name : "";
}

std::string mediators_at(Reading const& r, Instant at)
{
    std::vector<std::string> names;
    for (bool const presiding : {true, false})
        for (auto const& a : r.d.appointments)
            if (a.presiding == presiding && a.from <= at && (!a.until || *a.until > at)) names.push_back(person_name(r, a.person));
    return r.say.list(names);
}

std::string mediators_now(Reading const& r) { return mediators_at(r, r.d.concluded_at.value_or(r.desk.now)); }

std::string organisation_name(Desk& desk, Key id)
{
    auto const found = id ? registry::find_organisation(desk, id) : std::nullopt;
    return found ? registry::called(desk, *found) : "";
}

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

std::string or_pen(Reading const& r, std::optional<Instant> at) { return at ? r.say.date(at) : r.say("document.pen_date"); }
std::string yes_no(Reading const& r, bool yes) { return r.say(yes ? "document.yes" : "document.no"); }

std::string languages(Reading const& r, std::vector<Key> const& parties)
{
    std::vector<std::string> names;
    for (auto const key : parties) {
        auto const* p = dispute::party(r.d, key);
        auto const name = p ? r.say.word("tongue", p->language) : "";
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return r.say.list(names);
}

namespace {

// The committee (before one has signed for it: the desk) in whose name a form is made out.
std::string maker_of(Reading const& r)
{
    auto const& turn = r.row.by_desk ? r.d.handlings.front() : dispute::answerable(r.d);
    auto const office = registry::find_organisation(r.desk, turn.organisation);
    // A room has no seal: its committee's stands on the paper (PML art. 29).
    if (office && registry::is_committee(office->kind) && !r.row.by_desk) return registry::called(r.desk, registry::committee_of(r.desk, *office));
    return organisation_name(r.desk, turn.organisation);
}

// Whom to ask: the mediator in the chair, else who accepted it; by the office's phone.
Texts contact(Reading const& r, registry::Organisation const& office)
{
    auto const* chair = dispute::presiding(r.d);
    auto const who = registry::find_person(r.desk, chair ? chair->person : r.d.accepted_by);
    auto const phone = who ? registry::phone_of(r.desk, *who) : "";
    return {{"contact", who ? who->name : ""},
            {"contact_phone", phone.empty() ? office.phone : phone},
            {"committee_address", office.address},
            {"committee_phone", office.phone},
            {"bureau", bureau_of(r.desk, office)},
            {"court", court_of(r.desk, office)}};
}

}  // namespace

void of_dispute(Reading const& r, Values& v)
{
    put(v, {{"number", dispute::number_of(r.d)},
            {"committee", maker_of(r)},
            {"party_names", party_names(r)},
            {"kind", kind_name(r)},
            {"mediators", mediators_now(r)},
            {"date", r.say.date(r.today())},
            {"accepted_on", r.say.date(r.d.accepted_at)},
            {"requested_on", r.say.date(r.d.requested_at)},
            {"source", r.say.word("source", r.d.source)},
            {"place", registry::division_name(r.desk, r.d.place)},
            {"people", r.say("document.heads", {{"n", std::to_string(r.d.people)}})},
            {"amount", r.say.amount(r.d.amount)},
            {"grade", r.d.grade ? r.say.word("grade", *r.d.grade) : ""},
            {"facts", text_of(r.d.facts)},
            {"request", text_of(r.d.request)},
            {"registrar", person_name(r, r.d.accepted_by)}});
    put(v, "parties", parties_values(r));
    put(v, "groups", groups_values(r, dispute::present_parties(r.d)));
    if (auto const office = registry::find_organisation(r.desk, dispute::answerable(r.d).organisation)) put(v, contact(r, *office));
}

void of_acceptance(Reading const& r, Values& v) { put(v, {{"desk", organisation_name(r.desk, r.d.handlings.front().organisation)}}); }

void of_application(Reading const& r, Values& v)
{
    std::vector<Values> applicants;
    std::vector<Key> keys;
    std::string wished;
    bool interpreter = false;
    for (auto const& p : r.d.parties) {
        if (p.left || p.side != dispute::Side::applicant) continue;
        applicants.push_back(party_values(r, p));
        keys.push_back(p.id);
        interpreter = interpreter || p.interpreter;
        if (wished.empty()) wished = person_name(r, p.wishes);
    }
    put(v, {{"language", languages(r, keys)}, {"interpreter", yes_no(r, interpreter)}, {"wished_mediator", wished}});
    if (!r.d.accepted_by) put(v, {{"registrar", person_name(r, r.d.handlings.front().sent_by)}});
    put(v, "applicants", std::move(applicants));
}

void of_rights(Reading const& r, Values& v)
{
    // A party that has not been told yet gets room for the pen.
    for (auto& party : v.sections["parties"])
        if (auto& told = party.texts["told_on"]; told.empty()) told = r.say("document.pen_date");
}

void of_identity(Reading const& r, Values& v)
{
    std::vector<Values> papers;
    for (auto const& p : r.d.parties) {
        if (p.left) continue;
        bool const firm = p.kind == dispute::PartyKind::organisation;
        bool const shown_one = bool(firm ? p.credit_code : static_cast<Kept const&>(p.id_number));
        auto row = party_values(r, p);
        put(row, {{"paper", shown_one ? r.say(firm ? "document.licence" : "document.identity_card") : ""}, {"paper_number", row.texts["identity"]}});
        papers.push_back(std::move(row));
    }
    put(v, "papers", std::move(papers));
}

void of_party(Reading const& r, Values& v)
{
    auto const& p = *dispute::party(r.d, r.subject);
    auto party = party_values(r, p);
    for (auto const& [name, text] : party.texts) v.texts.insert_or_assign(name, text);
    auto const acts = r.filling().text({"", "", "acts"});
    put(v, {{"agent_name", p.kind == dispute::PartyKind::organisation ? "" : text_of(p.represented_by)},
            {"place", ""},
            {"recipient", text_of(p.name)},
            // Its own sheet, for the court alone: what is kept back from the other side stands on it.
            {"delivery_address", text_of(p.address)},
            {"delivery_phone", text_of(p.phone)},
            {"delivered_on", r.say("document.pen_date")}});
    put(v, "papers", {});
    put(v, "general", once(acts.empty()));
    put(v, "special", once(!acts.empty(), {{"acts", acts}}));
    put(v, "protected", once(address_kept_back(r.d, p.id, r.today())));
}

}  // namespace maple::documents
