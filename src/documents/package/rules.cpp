#include "documents/package/rules.hpp"
#include "dispute/next.hpp"

#include <algorithm>

namespace maple::documents {
namespace {

}  // namespace

Result<void> may_send(Dispute const& d, law::Book const& book, Sending const& s)
{
    if (auto ok = dispute::permitted(d, PackageSent::deed); !ok) return ok.error();
    if (d.restricted_at) return refuse(Because::forbidden_by, "package.restricted", {}, "PIPL-47");
    if (s.papers == 0) return refuse_field("/forms", "nothing_chosen");
    auto const* basis = book.handing_over->basis(s.basis);
    auto const* named = book.choice("package_basis", s.basis);
    if (!basis || !named) return refuse_field("/basis", "not_in_the_book");
    auto const body = std::string(boost::describe::enum_to_string(s.to, "?"));
    if (std::find(basis->to.begin(), basis->to.end(), body) == basis->to.end()) return refuse_field("/basis", "not_for_this_body", {}, named->statute);
    for (std::size_t n = 0; n < s.consented.size(); ++n)
        if (!dispute::party(d, s.consented[n])) return refuse_field("/consented/" + std::to_string(n), "unknown_party");
    if (!basis->consent) return {};
    for (auto const* party : dispute::present_parties(d))
        if (!among(s.consented, party->id))
            return refuse(Because::forbidden_by, "package.no_consent", by_side(*party), named->statute);
    return {};
}

std::vector<PacketLine> packet_of(Dispute const& d, dispute::Agreement const& a)
{
    std::vector<PacketLine> lines{{"confirmation_application", a.id, true, "JI22-353"},
                                  {"agreement", a.id, true, "JI22-354"},
                                  {"mediation_proof", a.id, true, "JI22-354"},
                                  {"identity_papers", {}, true, "JI22-354"}};
    for (auto const key : a.parties)
        if (auto const* party = dispute::party(d, key)) lines.push_back({"power_of_attorney", key, party->kind == dispute::PartyKind::person && party->represented_by, "JI22-351"});
    for (auto const key : a.parties) lines.push_back({"delivery_address", key, true, "CPL-90"});
    lines.push_back({"confirmation_commitment", a.id, true, "JI22-358"});
    return lines;
}

Result<void> may_send_packet(Dispute const& d, Key agreement, std::vector<PacketLine> const& lacking)
{
    auto const* a = dispute::agreement(d, agreement);
    if (!a) return refuse(Because::not_found, "agreement.unknown");
    if (a->oral) return refuse(Because::forbidden_by, "confirmation.oral", {}, "JI22-354");
    if (!a->effective_at) return refuse(Because::forbidden_by, "confirmation.not_effective", {}, "PML-33");
    if (!a->confirmation && dispute::after_filing(d))
        return refuse(Because::forbidden_by, "confirmation.barred", {{"bar", "@confirmation_bar.after_filing"}}, "SPC16-20");
    if (!lacking.empty())
        return refuse(Because::forbidden_by, "packet.lacks", {{"form", "@packet_form." + std::string(lacking.front().form)}, {"n", std::to_string(lacking.size())}},
                      std::string(lacking.front().article));
    return {};
}

}  // namespace maple::documents
