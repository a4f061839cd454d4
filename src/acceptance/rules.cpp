#include "acceptance/rules.hpp"
#include "dispute/life.hpp"

#include <algorithm>

namespace maple::acceptance {
namespace {

using dispute::Consent;
using dispute::Side;

template <class Event> Result<void> stage_permits(Dispute const& d) { return dispute::permitted(d, Event::deed); }

// PML art. 25, MIN art. 11: once a request is over, nobody is asked to report any more; so before. A request
// that is merged carries nothing over to the other one, which may speak of another danger or of none.
Result<void> dangers_reported(Dispute const& d)
{
    if (!dispute::red_risk_unreported(d)) return {};
    auto const harm = [](dispute::Risk const& r) {
        return r.kind == dispute::RiskKind::harm_to_minor && r.level == dispute::RiskLevel::red && !r.reported_at;
    };
    return refuse(Because::forbidden_by, "risk.unreported", {}, std::any_of(d.risks.begin(), d.risks.end(), harm) ? "MIN-11" : "PML-25");
}

Refusal unknown_choice(std::string at) { return refuse_field(std::move(at), "not_in_the_book"); }

}  // namespace

Result<Accepted> accept(Dispute const& d, std::string number, std::optional<std::string> kind)
{
    if (auto ok = stage_permits<Accepted>(d); !ok) return ok.error();
    auto const present = dispute::present_parties(d);
    if (present.empty()) return refuse(Because::forbidden_by, "acceptance.nobody_asked");
    // PML art. 17: nobody is mediated who clearly does not want it; who was not asked yet may still be asked.
    for (auto const* p : present)
        if (p->consent == Consent::refused)
            return refuse(Because::forbidden_by, "acceptance.refused_by_party",
                          by_side(*p), "PML-17");
    if (d.kind.empty() && !kind) return refuse_field("/kind", "kind_needed");
    if (!d.kind.empty() && kind) return refuse_field("/kind", "kind_named");
    return Accepted{std::move(number), std::move(kind)};
}

Result<RefusedToAccept> refuse_request(law::Book const& book, Dispute const& d, std::string reason,
                                       std::vector<std::string> remedies, Kept note)
{
    if (auto ok = stage_permits<RefusedToAccept>(d); !ok) return ok.error();
    if (!book.choice("refusal", reason)) return unknown_choice("/reason");
    if (remedies.empty()) return refuse_field("/remedies", "remedies_needed", {}, "PML-3");
    for (std::size_t i = 0; i < remedies.size(); ++i)
        if (!book.choice("remedy", remedies[i])) return unknown_choice("/remedies/" + std::to_string(i));
    if (auto ok = dangers_reported(d); !ok) return ok.error();
    return RefusedToAccept{std::move(reason), std::move(remedies), std::move(note)};
}

Result<Advised> advise(law::Book const& book, Dispute const& d, std::string reason, Kept advice)
{
    if (auto ok = stage_permits<Advised>(d); !ok) return ok.error();
    if (!book.choice("advice", reason)) return unknown_choice("/reason");
    if (auto ok = dangers_reported(d); !ok) return ok.error();
    return Advised{std::move(reason), std::move(advice)};
}

Result<Transferred> transfer(law::Book const& book, Dispute const& d, std::string reason, Key organisation, Kept note)
{
    if (auto ok = stage_permits<Transferred>(d); !ok) return ok.error();
    if (!book.choice("transfer", reason)) return unknown_choice("/reason");
    if (auto ok = dangers_reported(d); !ok) return ok.error();
    return Transferred{std::move(reason), organisation, std::move(note)};
}

Result<ConsentRecorded> record_consent(Dispute const& d, Key id, Consent consent, dispute::SaidBy by, bool by_itself)
{
    if (auto ok = stage_permits<ConsentRecorded>(d); !ok) return ok.error();
    auto const* p = dispute::party(d, id);
    if (!p) return refuse(Because::not_found, "party.unknown");
    if (p->left) return refuse(Because::conflict, "party.left");
    if (consent == Consent::not_asked) return refuse_field("/consent", "not_a_consent");
    if (p->consent == consent) return refuse(Because::conflict, "consent.same");
    // CC arts 19, 20: from eight to adulthood the guardian acts or consents, before that it acts;
    // a refusal by the child itself is heard all the same (PML art. 17).
    if (consent == Consent::agreed && p->capacity != dispute::Capacity::full && !p->guardian)
        return refuse(Because::forbidden_by, "consent.guardian_needed",
                      by_side(*p),
                      p->capacity == dispute::Capacity::none ? "CC-20" : "CC-19");
    // A guardian who is accused of harming the child cannot act for it (domain.md 6.3).
    if (consent == Consent::agreed && p->capacity != dispute::Capacity::full && p->guardian && p->guardian->accused)
        return refuse(Because::forbidden_by, "consent.guardian_accused", {}, "MIN-11");
    return ConsentRecorded{id, consent, by, by_itself};
}

Result<TongueChosen> choose_tongue(Dispute const& d, Key id, dispute::Tongue language)
{
    if (auto ok = stage_permits<TongueChosen>(d); !ok) return ok.error();
    if (!dispute::party(d, id)) return refuse(Because::not_found, "party.unknown");
    return TongueChosen{id, language};
}

Result<PartyAmended> amend_party(Dispute const& d, PartyAmended e, Instant at)
{
    if (auto ok = stage_permits<PartyAmended>(d); !ok) return ok.error();
    auto const* p = dispute::party(d, e.party);
    if (!p) return refuse(Because::not_found, "party.unknown");
    if (p->left) return refuse(Because::conflict, "party.left");
    bool const any = e.name || e.phone || e.address || e.id_number || e.credit_code || e.represented_by || e.birth_year || e.capacity || e.guardian;
    if (!any) return refuse(Because::conflict, "party.nothing_amended");
    auto no = refuse_form({});
    // A number says who somebody is: another one would be another person.
    if (e.id_number && p->id_number) no.problems.push_back({"/id_number", "id_number_known"});
    if (e.credit_code && p->credit_code) no.problems.push_back({"/credit_code", "credit_code_known"});

    auto now = *p;
    if (e.capacity) now.capacity = *e.capacity;
    if (e.guardian) now.guardian = e.guardian;
    // CC arts 19, 20; MIN art. 11: as when a request is taken in, only suspected harm lets this wait.
    if (p->capacity == dispute::Capacity::full && now.capacity != p->capacity && !now.guardian && !dispute::harm_suspected(d)) {
        no.problems.push_back({"/guardian", "guardian_needed"});
        no.article = now.capacity == dispute::Capacity::none ? "CC-20" : "CC-19";
    }
    if (!no.problems.empty()) return no;

    bool const accused_now = e.guardian && e.guardian->accused && !(p->guardian && p->guardian->accused);
    bool const open = std::any_of(d.risks.begin(), d.risks.end(), [](auto const& r) { return r.kind == dispute::RiskKind::harm_to_minor && !r.cleared_at; });
    if (accused_now && now.capacity != dispute::Capacity::full && !open) e.risks.push_back(dispute::suspected_harm(at));
    return e;
}

Result<Merged> merge(Dispute const& extra, Dispute const& into)
{
    if (auto ok = stage_permits<Merged>(extra); !ok) return ok.error();
    if (extra.id == into.id) return refuse(Because::conflict, "merge.itself");
    if (dispute::is_over(into.stage)) return refuse(Because::conflict, "merge.over");
    if (auto ok = dangers_reported(extra); !ok) return ok.error();
    return Merged{into.id};
}

Result<Unmerged> unmerge(Dispute const& d, std::string reason)
{
    if (auto ok = stage_permits<Unmerged>(d); !ok) return ok.error();
    if (!d.merged_into) return refuse(Because::conflict, "merge.none");
    return Unmerged{std::move(reason)};
}

}  // namespace maple::acceptance
