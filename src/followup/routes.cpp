#include "followup/routes.hpp"
#include "dispute/request.hpp"
#include "dispute/view.hpp"
#include "followup/rules.hpp"

#include <algorithm>

namespace maple::followup {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

struct Visit {
    Key dispute{};
    dispute::By by{};
    std::vector<dispute::VisitAnswer> answers;
    std::optional<bool> performed;
    bool relapse = false;
    Narrative findings;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Visit, (), (dispute, by, answers, performed, relapse, findings, happened_at))

FileView visited(Desk& desk, Visit const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    dispute::Visit visit;
    visit.id = new_key();
    visit.by = ask.by;
    visit.answers = ask.answers;
    visit.performed = ask.performed.value_or(!dispute::any_breach(*file));
    visit.relapse = ask.relapse;
    visit.findings = file.keep("visit.findings", ask.findings.str());
    file.record(followup::visit(*file, std::move(visit)).value(), ask.happened_at);
    return done(file);
}

struct Reopen {
    Key dispute{};
    std::string reason;
    Narrative facts;              // what has happened since
    OptionalNarrative request;
};
BOOST_DESCRIBE_STRUCT(Reopen, (), (dispute, reason, facts, request))

struct Reopening {
    FileView file;                // of the new dispute
    std::vector<dispute::ReceiptCode> codes;
};
BOOST_DESCRIBE_STRUCT(Reopening, (), (file, codes))

// A dossier keeps the year of birth and what its party could do alone, not the day; who could act at
// sixteen could because of its own labour (CC art. 18), and goes on doing so.
void age_into(dispute::PartyForm& form, dispute::Party const& p)
{
    form.known = dispute::KnownAge{p.birth_year, p.capacity};
    form.lives_on_own_labour = p.capacity == dispute::Capacity::full;
}

// Harm of which somebody told, or of which a guardian is accused, is suspected still (MIN art. 11).
bool still_suspected(dispute::Dispute const& d)
{
    auto const accused = [](dispute::Party const& p) { return p.guardian && dispute::lacks_guardian(p); };
    return dispute::harm_suspected(d) || std::any_of(d.parties.begin(), d.parties.end(), accused);
}

// The new dispute begins with the same parties, place and kind.
dispute::RequestForm again(Desk& desk, dispute::Dispute d, Reopen const& ask)
{
    auto const texts = access::words_of(desk.sql, desk.house.vault, d.id, true, false);
    auto const text = [&](Kept const& kept) {
        auto const known = texts.find(kept.id.n);
        return known == texts.end() ? std::string() : known->second;
    };
    auto const maybe = [&](Kept const& kept) { return kept ? std::optional(text(kept)) : std::nullopt; };
    dispute::RequestForm form;
    form.kind = d.kind;
    form.source = dispute::Source::own_initiative;
    form.place = d.place;
    form.facts = Narrative(ask.facts.str());
    form.request = OptionalNarrative(ask.request.str());
    form.amount = d.amount;
    for (auto const& p : d.parties) {
        dispute::PartyForm party;
        party.side = p.side;
        party.kind = p.kind;
        party.name = Name(text(p.name));
        party.phone = maybe(p.phone);
        party.address = OptionalLine(text(p.address));
        party.id_number = maybe(p.id_number);
        party.credit_code = maybe(p.credit_code);
        party.represented_by = OptionalLine(text(p.represented_by));
        party.sex = p.sex;
        age_into(party, p);
        party.language = p.language;
        party.interpreter = p.interpreter;
        if (p.guardian) {
            party.guardian.emplace();
            party.guardian->name = Name(text(p.guardian->name));
            party.guardian->phone = maybe(p.guardian->phone);
            party.guardian->relation = Text<1, 40>(p.guardian->relation);
            party.guardian->accused = p.guardian->accused;
        }
        for (auto const& m : p.members)
            party.members.push_back({Name(text(m.name)), maybe(m.phone), m.claim, m.representative, m.authorised});
        form.parties.push_back(std::move(party));
    }
    bool const unguarded = std::any_of(d.parties.begin(), d.parties.end(), dispute::lacks_guardian);
    if (unguarded && still_suspected(d)) form.marks.push_back(dispute::Mark::suspected_harm_to_minor);
    return form;
}

Reopening reopened(Desk& desk, Reopen const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    reopen(*file, desk.book(), Key{}, ask.reason).value();  // refuses before anything begins
    dispute::Origin origin;
    origin.original = file->id;
    origin.desk = dispute::answerable(*file).organisation;
    origin.at.reset();
    auto const begun = dispute::make_request(desk, again(desk, *file, ask), origin);
    file.record(reopen(*file, desk.book(), begun.dispute, ask.reason).value());
    file.put_back();
    return {dispute::slip_of(desk, begun.dispute, begun.version), begun.codes};
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    return {"followup",
            {
                {post, "/disputes/{dispute}/visits", Right::follow_up, visited, "A return visit was made: what each party says, and signs of relapse."},
                {post, "/disputes/{dispute}/reopening", Right::follow_up, reopened, "Begin a new dispute from a broken promise or a relapse, linked to this one."},
            }};
}

}  // namespace maple::followup
