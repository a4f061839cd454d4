// Who stands behind a group, each with a sum and with whoever speaks for it.
#include "documents/reading.hpp"
#include "foundation/money.hpp"

namespace maple::documents {
namespace {

using dispute::Member;
using Members = std::vector<Member const*>;

std::string standing(Reading const& r, Member const& one)
{
    if (one.representative) return r.say("document.member_represents");
    return r.say(one.authorised ? "document.member_authorised" : "document.member_in_person");
}

// What was agreed for each of them; null where the agreement is silent about this group.
dispute::GroupShares const* shares_of(dispute::Agreement const* agreed, Party const& p)
{
    if (!agreed) return nullptr;
    for (auto const& group : agreed->shares)
        if (group.party == p.id) return &group;
    return nullptr;
}

std::optional<Fen> share_of(dispute::GroupShares const* shares, Key member)
{
    if (!shares) return std::nullopt;
    for (auto const& one : shares->shares)
        if (one.member == member) return one.amount;
    return std::nullopt;
}

std::optional<Fen> agreed_in_all(dispute::GroupShares const* shares)
{
    if (!shares) return std::nullopt;
    Fen sum{};
    for (auto const& one : shares->shares) sum.n += one.amount.n;
    return sum;
}

std::string figures(std::optional<Fen> sum) { return sum ? yuan_text(sum->n) : ""; }

// Of a sum that leaves somebody out nobody could tell what it is the sum of.
std::optional<Fen> whole_claim(Members const& members)
{
    Fen sum{};
    for (auto const* one : members) {
        if (!one->claim) return std::nullopt;
        sum.n += one->claim->n;
    }
    return sum;
}

Values group_values(Reading const& r, Party const& p, dispute::Agreement const* agreed)
{
    auto const members = members_of(p);
    auto const* shares = shares_of(agreed, p);
    std::vector<Values> rows;
    for (auto const* one : members)
        rows.push_back(row_of(shown(one->id), {{"no", std::to_string(rows.size() + 1)},
                                               {"member", text_of(one->name)},
                                               {"claim", figures(one->claim)},
                                               {"agreed", figures(share_of(shares, one->id))},
                                               {"standing", standing(r, *one)}}));
    auto group = row_of(shown(p.id), {{"group", text_of(p.name)}, {"heads", std::to_string(members.size())}, {"total", r.say.amount(whole_claim(members))}, {"agreed_total", r.say.amount(agreed_in_all(shares))}});
    put(group, "members", std::move(rows));
    return group;
}

}  // namespace

Members members_of(Party const& p)
{
    Members all;
    for (auto const& one : p.members)
        if (!one.left) all.push_back(&one);
    return all;
}

std::vector<Values> groups_values(Reading const& r, std::vector<Party const*> const& parties, dispute::Agreement const* agreed)
{
    std::vector<Values> all;
    for (auto const* one : parties)
        if (!members_of(*one).empty()) all.push_back(group_values(r, *one, agreed));
    return all;
}

}  // namespace maple::documents
