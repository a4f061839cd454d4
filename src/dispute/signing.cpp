#include "dispute/signing.hpp"

#include <algorithm>

namespace maple::dispute {
namespace {

bool has_signed(Dispute const& d, Agreement const& a, SigningLink const& link)
{
    if (signed_at(d, a, link.party)) return true;
    for (auto const& s : a.signatures)
        if (s.party == link.party && s.pen && s.pen->member == link.member) return true;
    return false;
}

}  // namespace

LinkState link_state(Dispute const& d, Agreement const& a, SigningLink const& link, Instant now)
{
    if (link.used_at) return LinkState::used;
    if (link.text != a.text.hash) return LinkState::changed;
    if (link.revoked_at) return LinkState::revoked;
    if (a.effective_at || has_signed(d, a, link)) return LinkState::settled;
    return link.expires_at <= now ? LinkState::expired : LinkState::open;
}

SigningLink const* open_link(Dispute const& d, Key party, Instant now)
{
    for (auto const& a : d.agreements)
        for (auto const& link : a.links)
            if (link.party == party && !link.member && link.way == SigningWay::phone && link_state(d, a, link, now) == LinkState::open) return &link;
    return nullptr;
}

Agreement const* agreement_of_link(Dispute const& d, Key id)
{
    for (auto const& a : d.agreements)
        for (auto const& link : a.links)
            if (link.id == id) return &a;
    return nullptr;
}

bool agreed_in_part(Dispute const& d) { return has_effective_agreement(d) && !d.concluded_at; }

std::vector<Issue const*> open_issues(Dispute const& d)
{
    std::vector<Issue const*> open;
    for (auto const& issue : d.room.issues) {
        bool const settled = std::any_of(d.agreements.begin(), d.agreements.end(), [&](Agreement const& a) {
            return a.effective_at && (a.ends_dispute || std::find(a.issues.begin(), a.issues.end(), issue.id) != a.issues.end());
        });
        if (!settled) open.push_back(&issue);
    }
    return open;
}

}  // namespace maple::dispute
