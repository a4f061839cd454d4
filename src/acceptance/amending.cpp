// What was written down of a party is mended by a further entry: both stay on record.
#include "acceptance/routes.hpp"
#include "acceptance/rules.hpp"
#include "dispute/request.hpp"
#include "dispute/view.hpp"
#include "foundation/phone.hpp"
#include "foundation/resident_id.hpp"

#include <algorithm>

namespace maple::acceptance {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

// Of the guardian. With a name it is whom they have from now on; without one something of the guardian
// on file is mended.
struct MendGuardian {
    std::optional<Name> name;
    std::optional<std::string> phone;
    std::optional<Text<1, 40>> relation;
    std::optional<bool> accused;
};
BOOST_DESCRIBE_STRUCT(MendGuardian, (), (name, phone, relation, accused))

// What is left out stays as it is.
struct AmendParty {
    Key dispute{};
    Key party{};
    Line reason;
    std::optional<Name> name;
    std::optional<std::string> phone;
    OptionalLine address;
    std::optional<std::string> id_number;
    std::optional<std::string> credit_code;
    OptionalLine represented_by;
    std::optional<Date> birth_date;
    bool lives_on_own_labour = false;
    std::optional<MendGuardian> guardian;
};
BOOST_DESCRIBE_STRUCT(AmendParty, (), (dispute, party, reason, name, phone, address, id_number, credit_code, represented_by, birth_date,
                                       lives_on_own_labour, guardian))

dispute::PartyForm particulars(AmendParty const& ask)
{
    dispute::PartyForm form;
    form.phone = ask.phone;
    form.id_number = ask.id_number;
    form.credit_code = ask.credit_code;
    form.birth_date = ask.birth_date;
    if (ask.guardian) {
        form.guardian.emplace();
        form.guardian->phone = ask.guardian->phone;
    }
    return form;
}

}  // namespace
}  // namespace maple::acceptance

// What can be told without the file is told with the form's other faults, in one answer.
template <> struct maple::Form<maple::acceptance::AmendParty> : maple::MemberwiseForm<maple::acceptance::AmendParty> {
    static void read(json::value const& v, acceptance::AmendParty& into, At const& at, Problems& p)
    {
        MemberwiseForm<acceptance::AmendParty>::read(v, into, at, p);
        auto const tell = [&](Problem fault) {
            if (std::none_of(p.begin(), p.end(), [&](auto const& one) { return one.at == fault.at; })) p.push_back(std::move(fault));
        };
        for (auto& fault : dispute::faults_in_numbers(acceptance::particulars(into), at.str())) tell(std::move(fault));
        if (into.guardian && into.guardian->name && !into.guardian->relation) tell({at.str() + "/guardian/relation", "missing"});
    }
};

namespace maple::acceptance {
namespace {

// What the calendar and the file know of it.
Problems faults_in(Desk& desk, dispute::Party const& p, AmendParty const& ask)
{
    auto form = particulars(ask);
    form.kind = p.kind;
    if (!form.id_number || form.id_number->empty()) form.id_number = access::one_text(desk, p.id_number);
    auto faults = dispute::faults_in_particulars(form, "", date_in_beijing(desk.now));
    if (ask.guardian && !ask.guardian->name && !p.guardian) faults.push_back({"/guardian/name", "missing"});
    return faults;
}

dispute::Guardian mended_guardian(File& file, dispute::Party const& p, MendGuardian const& ask)
{
    if (ask.name) return dispute::make_guardian(file, {*ask.name, ask.phone, *ask.relation, ask.accused.value_or(false)});
    auto guardian = p.guardian.value_or(dispute::Guardian{});
    if (auto const phone = normal_phone(ask.phone.value_or(""))) guardian.phone = file.keep("guardian.phone", *phone, access::Secrecy::personal);
    if (ask.relation) guardian.relation = ask.relation->str();
    if (ask.accused) guardian.accused = *ask.accused;
    return guardian;
}

// A day of birth that nobody had told, or that was told wrongly, says anew what the party can do alone.
void age_into(PartyAmended& event, dispute::Party const& p, AmendParty const& ask, Date today)
{
    dispute::PartyForm form;
    form.kind = p.kind;
    form.id_number = ask.id_number;
    form.birth_date = ask.birth_date;
    // Who was known to live on its own labour still does (CC art. 18).
    form.lives_on_own_labour = ask.lives_on_own_labour || (p.birth_year && p.capacity == dispute::Capacity::full);
    if (form.birth_date && *form.birth_date > today) return;
    auto const year = dispute::birth_year_of(form);
    if (!year || p.kind != dispute::PartyKind::person) return;
    event.birth_year = year;
    event.capacity = dispute::capacity_of(form, today);
}

PartyAmended amended(File& file, dispute::Party const& p, AmendParty const& ask)
{
    using access::Secrecy;
    PartyAmended event;
    event.party = p.id;
    event.reason = file.keep("party.amendment", ask.reason.str());
    if (ask.name) event.name = file.keep("party.name", ask.name->str());
    event.phone = file.keep("party.phone", normal_phone(ask.phone.value_or("")).value_or(""), Secrecy::personal);
    event.address = file.keep("party.address", ask.address.str(), Secrecy::personal);
    event.id_number = file.keep("party.id_number", ask.id_number ? normal_resident_id(*ask.id_number) : "", Secrecy::personal);
    event.credit_code = file.keep("party.credit_code", ask.credit_code.value_or(""));
    event.represented_by = file.keep("party.represented_by", ask.represented_by.str());
    if (ask.guardian) event.guardian = mended_guardian(file, p, *ask.guardian);
    age_into(event, p, ask, date_in_beijing(file.desk().now));
    return event;
}

FileView amend_it(Desk& desk, AmendParty const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::take_in);
    auto const* on_file = dispute::party(*file, ask.party);
    if (!on_file) throw Refused(refuse(Because::not_found, "party.unknown"));
    auto const p = *on_file;
    auto faults = faults_in(desk, p, ask);
    auto const result = amend_party(*file, amended(file, p, ask), desk.now);
    if (!faults.empty()) {  // with those that the rules find, at once
        auto no = refuse_form(std::move(faults));
        if (!result)
            if (auto const found = result.error(); found.because == Because::invalid) {
                no.article = found.article;
                no.problems.insert(no.problems.end(), found.problems.begin(), found.problems.end());
            }
        throw Refused(std::move(no));
    }
    auto const event = result.value();
    if (event.id_number) file.identify(p.id, normal_resident_id(*ask.id_number));
    file.record(event);
    return done(file);
}

}  // namespace

api::Route party_amendment()
{
    return {api::Verb::post, "/disputes/{dispute}/parties/{party}/amendments", Right::take_in, amend_it,
            "Mend what was written down of a party: name, phone, address, guardian; the entry of before stays on record."};
}

}  // namespace maple::acceptance
