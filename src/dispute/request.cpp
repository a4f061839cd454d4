#include "dispute/request.hpp"
#include "foundation/phone.hpp"
#include "foundation/resident_id.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::dispute {
namespace {

using access::Secrecy;

void check_phone(std::optional<std::string> const& phone, std::string const& at, Problems& p)
{
    if (phone && !phone->empty() && !normal_phone(*phone)) p.push_back({at, "not_a_phone"});
}

void check_identity(PartyForm const& form, std::string const& at, Problems& p)
{
    if (form.id_number && !form.id_number->empty())
        if (auto const fault = fault_in_resident_id(*form.id_number); fault != IdFault::none)
            p.push_back({at + "/id_number", "id_" + std::string(boost::describe::enum_to_string(fault, "?"))});
    if (form.credit_code && !form.credit_code->empty())
        if (auto const fault = fault_in_credit_code(*form.credit_code); fault != IdFault::none)
            p.push_back({at + "/credit_code", "credit_code_" + std::string(boost::describe::enum_to_string(fault, "?"))});
    if (form.birth_date && form.id_number && fault_in_resident_id(*form.id_number) == IdFault::none &&
        birth_date(normal_resident_id(*form.id_number)) != std::chrono::year_month_day(form.birth_date->day))
        p.push_back({at + "/birth_date", "not_the_id_numbers"});
}

void check_kind(PartyForm const& form, std::string const& at, Problems& p)
{
    if (form.kind == PartyKind::organisation && form.id_number && !form.id_number->empty())
        p.push_back({at + "/id_number", "not_for_an_organisation"});
    if (form.kind != PartyKind::organisation && form.credit_code && !form.credit_code->empty())
        p.push_back({at + "/credit_code", "only_for_an_organisation"});
}

std::optional<Date> born(PartyForm const& form)
{
    if (form.birth_date) return form.birth_date;
    if (!form.id_number || fault_in_resident_id(*form.id_number) != IdFault::none) return std::nullopt;
    return Date{std::chrono::sys_days(birth_date(normal_resident_id(*form.id_number)))};
}

int age_on(Date birth, Date today)
{
    using namespace std::chrono;
    year_month_day const b(birth.day), t(today.day);
    int age = int(t.year()) - int(b.year());
    if (std::pair(t.month(), t.day()) < std::pair(b.month(), b.day())) --age;
    return age;
}

void check_guardian(PartyForm const& form, std::string const& at, Date today, Problems& p)
{
    if (capacity_of(form, today) == Capacity::full) return;
    // MIN art. 11: only where harm is suspected may this wait, and then it must.
    if (!form.guardian) p.push_back({at + "/guardian", "guardian_needed"});
    else if (form.guardian->accused) p.push_back({at + "/guardian/accused", "guardian_accused"});
}

// Named representatives of a group: at least one, at most five (MED art. 30; domain.md 8.3).
void check_members(PartyForm const& form, std::string const& at, Problems& p)
{
    if (form.kind != PartyKind::group) {
        if (!form.members.empty()) p.push_back({at + "/members", "only_for_a_group"});
        return;
    }
    if (form.members.size() < 2) p.push_back({at + "/members", "group_too_small"});
    auto const representatives = std::count_if(form.members.begin(), form.members.end(), [](auto const& m) { return m.representative; });
    if (representatives < 1) p.push_back({at + "/members", "representative_needed"});
    if (representatives > 5) p.push_back({at + "/members", "too_many_representatives"});
    for (std::size_t i = 0; i < form.members.size(); ++i)
        check_phone(form.members[i].phone, at + "/members/" + std::to_string(i) + "/phone", p);
}

// The same person on both sides, or twice on one (by identity number or credit code).
void check_doubles(std::vector<PartyForm> const& parties, Problems& p)
{
    for (std::size_t i = 0; i < parties.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            auto const same = [](auto const& a, auto const& b) { return a && b && !a->empty() && *a == *b; };
            if (same(parties[i].id_number, parties[j].id_number)) p.push_back({"/parties/" + std::to_string(i) + "/id_number", "party_twice"});
            if (same(parties[i].credit_code, parties[j].credit_code))
                p.push_back({"/parties/" + std::to_string(i) + "/credit_code", "party_twice"});
        }
}

// Of the year alone nobody knows whether the birthday was: certain are the years of who was born on its last day.
Capacity grown(KnownAge const& known, Date today)
{
    if (known.capacity == Capacity::full || !known.birth_year) return known.capacity;
    auto const certain = year_of(today) - *known.birth_year - 1;
    if (certain >= 18) return Capacity::full;
    return certain >= 8 ? Capacity::limited : known.capacity;
}

bool harm_suspected(RequestForm const& form)
{
    return std::find(form.marks.begin(), form.marks.end(), Mark::suspected_harm_to_minor) != form.marks.end();
}

Member make_member(File& file, MemberForm const& form)
{
    Member member;
    member.id = new_key();
    member.name = file.keep("member.name", form.name.str());
    if (form.phone) member.phone = file.keep("member.phone", normal_phone(*form.phone).value_or(""), Secrecy::personal);
    member.claim = form.claim;
    member.representative = form.representative;
    member.authorised = form.authorised || form.representative;
    return member;
}

std::int64_t heads(RequestForm const& form)
{
    if (form.people) return form.people->n;
    std::int64_t n = 0;
    for (auto const& p : form.parties) n += p.kind == PartyKind::group ? std::int64_t(p.members.size()) : 1;
    return std::max<std::int64_t>(n, 1);
}

Handling taken_in_by(Desk& desk, RequestForm const& form, Origin const& origin, Instant at)
{
    auto const office = origin.desk ? registry::successor(desk, *origin.desk) : registry::acceptance_desk_for(desk, form.place);
    Handling turn;
    turn.organisation = office.id;
    turn.scope = office.path;
    turn.level = office.level;
    turn.committee = registry::is_committee(office.kind);
    turn.sent_at = at;
    turn.received_at = at;
    return turn;
}

}  // namespace

Capacity capacity_of(PartyForm const& form, Date today)
{
    if (form.kind != PartyKind::person) return Capacity::full;
    auto const birth = born(form);
    if (!birth) return form.known ? grown(*form.known, today) : Capacity::full;
    int const age = age_on(*birth, today);
    if (age >= 18 || (age >= 16 && form.lives_on_own_labour)) return Capacity::full;
    return age >= 8 ? Capacity::limited : Capacity::none;
}

std::optional<std::int64_t> birth_year_of(PartyForm const& form)
{
    if (auto const birth = born(form)) return year_of(*birth);
    return form.known ? form.known->birth_year : std::nullopt;
}

Problems faults_in_numbers(PartyForm const& form, std::string const& at)
{
    Problems p;
    check_phone(form.phone, at + "/phone", p);
    if (form.guardian) check_phone(form.guardian->phone, at + "/guardian/phone", p);
    check_identity(form, at, p);
    return p;
}

Problems faults_in_particulars(PartyForm const& form, std::string const& at, Date today)
{
    auto p = faults_in_numbers(form, at);
    check_kind(form, at, p);
    if (form.birth_date && *form.birth_date > today) p.push_back({at + "/birth_date", "in_the_future"});
    return p;
}

Problems faults_in(PartyForm const& form, std::string const& at, Date today, bool harm_suspected)
{
    auto p = faults_in_particulars(form, at, today);
    if (!harm_suspected) check_guardian(form, at, today, p);
    check_members(form, at, p);
    return p;
}

Problems faults_in(RequestForm const& form, law::Book const& book, Date today)
{
    Problems p;
    // A resident need not know what kind of dispute it is; the desk says so when it accepts.
    bool const open = form.kind.empty() && form.source == Source::web;
    if (!open && !book.kind(form.kind)) p.push_back({"/kind", form.kind.empty() ? "kind_needed" : "unknown_kind"});
    if (form.parties.empty()) p.push_back({"/parties", "party_needed"});
    bool const applicant = std::any_of(form.parties.begin(), form.parties.end(), [](auto const& x) { return x.side == Side::applicant; });
    if (!form.parties.empty() && !applicant) p.push_back({"/parties", "applicant_needed"});
    for (std::size_t i = 0; i < form.parties.size(); ++i)
        for (auto& fault : faults_in(form.parties[i], "/parties/" + std::to_string(i), today, harm_suspected(form))) p.push_back(std::move(fault));
    check_doubles(form.parties, p);
    return p;
}

Party make_party(File& file, PartyForm const& form, Date today)
{
    Party party;
    party.id = new_key();
    party.side = form.side;
    party.kind = form.kind;
    party.name = file.keep("party.name", form.name.str());
    party.phone = file.keep("party.phone", normal_phone(form.phone.value_or("")).value_or(""), Secrecy::personal);
    party.address = file.keep("party.address", form.address.str(), Secrecy::personal);
    auto const identity = form.id_number ? normal_resident_id(*form.id_number) : std::string();
    party.id_number = file.keep("party.id_number", identity, Secrecy::personal);
    file.identify(party.id, identity);
    party.credit_code = file.keep("party.credit_code", form.credit_code.value_or(""));
    party.represented_by = file.keep("party.represented_by", form.represented_by.str());
    party.sex = form.sex;
    party.birth_year = birth_year_of(form);
    party.capacity = capacity_of(form, today);
    if (form.guardian) party.guardian = make_guardian(file, *form.guardian);
    for (auto const& member : form.members) party.members.push_back(make_member(file, member));
    party.language = form.language.value_or(Tongue::zh);
    party.interpreter = form.interpreter;
    return party;
}

Guardian make_guardian(File& file, GuardianForm const& form)
{
    Guardian guardian;
    guardian.name = file.keep("guardian.name", form.name.str());
    guardian.phone = file.keep("guardian.phone", normal_phone(form.phone.value_or("")).value_or(""), Secrecy::personal);
    guardian.relation = form.relation.str();
    guardian.accused = form.accused;
    return guardian;
}

void evolve(Dispute& d, Requested const& e, Moment const& m)
{
    d.kind = e.kind;
    d.source = e.source;
    d.place = e.place;
    d.handlings = {e.desk};
    d.handlings.front().sent_by = m.person;
    d.facts = e.facts;
    d.request = e.request;
    d.amount = e.amount;
    d.people = e.people;
    d.marks = e.marks;
    d.parties = e.parties;
    d.handover = e.handover;
    d.lead = e.lead;
    d.original = e.original;
    d.risks = e.risks;
    d.started_at = m.happened;
    for (auto const& p : d.parties)
        if (p.requested_at && (!d.requested_at || *p.requested_at < *d.requested_at)) d.requested_at = p.requested_at;
}

File begin_request(Desk& desk, RequestForm const& form, Origin const& origin)
{
    auto const told_at = form.happened_at.value_or(desk.now);
    auto const at = std::min(told_at, desk.now);
    auto const today = date_in_beijing(at);
    auto faults = faults_in(form, desk.book(), today);
    if (!registry::division(desk, form.place)) faults.push_back({"/place", "unknown_division"});
    if (told_at > plus_seconds(desk.now, clock_slack)) faults.push_back({"/happened_at", "in_the_future"});
    if (!faults.empty() && !origin.at) throw Refused(refuse(Because::conflict, "request.no_longer_sound"));
    if (!faults.empty()) throw Refused(under(*origin.at, {Because::invalid, "form.invalid", {}, {}, std::move(faults)}));

    auto file = File::begin(desk, new_key());
    Requested event;
    event.kind = form.kind;
    event.source = form.source;
    event.place = form.place;
    event.desk = taken_in_by(desk, form, origin, at);
    event.facts = file.keep("facts", form.facts.str());
    event.request = file.keep("request", form.request.str());
    event.amount = form.amount;
    event.people = heads(form);
    event.handover = origin.handover;
    event.lead = origin.lead;
    event.original = origin.original;
    for (auto const mark : form.marks) {
        event.marks.emplace_back(boost::describe::enum_to_string(mark, "?"));
        if (mark == Mark::suspected_harm_to_minor) event.risks.push_back(suspected_harm(at));
    }
    // A party that asks by itself interrupts the limitation period for itself (LIM art. 12).
    bool const on_application = form.source == Source::walk_in || form.source == Source::phone || form.source == Source::web;
    for (auto const& one : form.parties) {
        auto party = make_party(file, one, today);
        if (on_application && one.side == Side::applicant) party.requested_at = at;
        auto said = one.consent.value_or(on_application && one.side == Side::applicant ? Consent::agreed : Consent::not_asked);
        // CC arts 19, 20: nobody has agreed for a child as long as nobody may act for it.
        if (said == Consent::agreed && lacks_guardian(party)) said = Consent::not_asked;
        party.consent = said;
        if (said != Consent::not_asked) party.consent_at = at;
        event.parties.push_back(std::move(party));
    }
    event.codes = file.give_codes(event.parties);
    file.record_first(event, at);
    return file;
}

Begun make_request(Desk& desk, RequestForm const& form, Origin const& origin)
{
    auto file = begin_request(desk, form, origin);
    auto const& dispute = file.put_back();
    return {dispute.id, dispute.version, file.codes()};
}

}  // namespace maple::dispute
