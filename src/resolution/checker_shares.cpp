// What each member of a group has of what is promised to it: it must make the whole, or say why not.
#include "foundation/money.hpp"
#include "foundation/narrow.hpp"
#include "resolution/checker_texts.hpp"

#include <algorithm>

namespace maple::resolution::checking {
namespace {

constexpr std::size_t several = 2;

std::string share(std::size_t n) { return "/shares/" + std::to_string(n); }

std::optional<std::int64_t> promised(CheckedAgreement const& a, std::size_t group, std::optional<std::size_t> CheckedObligation::* side)
{
    std::optional<std::int64_t> sum;
    for (auto const& o : a.obligations)
        if (o.*side == group && is_money(o) && o.amount) sum = sum.value_or(0) + *o.amount;
    return sum;
}

// What is owed to the group; of one that is owed nothing, what it owes.
std::int64_t whole_of(CheckedAgreement const& a, std::size_t group)
{
    auto const owed = promised(a, group, &CheckedObligation::to);
    return owed ? *owed : promised(a, group, &CheckedObligation::from).value_or(0);
}

// JI22 art. 358: what is not clear is not confirmed, and what a member is owed could not be enforced.
void check_whole(Matter& m, std::size_t n)
{
    auto const& told = m.paper.shares[n];
    if (!told.party) return;
    std::int64_t sum = 0;
    for (auto const amount : told.amounts) sum += amount.value_or(0);
    if (auto const whole = whole_of(m.paper, *told.party); sum != whole && !told.explained)
        m.refuse("shares_differ", share(n), "JI22-358", {{"shares", yuan_text(sum)}, {"promised", yuan_text(whole)}});
    // CC art. 517: a share that cannot be told is as large as each other one.
    auto const without = std::count(told.amounts.begin(), told.amounts.end(), std::nullopt);
    if (without > 0) m.ask("shares_leave_out", share(n), "CC-517", {{"n", std::to_string(without)}});
}

// Terms that name the members say in their own words who gets what; the group itself is often called by
// one of them ("郑建军等3人").
bool told_in_terms(Matter const& m, CheckedParty const& group)
{
    auto terms = m.terms;
    if (auto const called = narrow(group.name); !called.empty())
        for (auto at = terms.find(called); at != terms.npos; at = terms.find(called, at)) terms.erase(at, called.size());
    return std::any_of(group.members.begin(), group.members.end(), [&](auto const& name) { return !name.empty() && terms.find(narrow(name)) != terms.npos; });
}

void check_missing(Matter& m, std::size_t party)
{
    auto const& group = m.paper.parties[party];
    if (group.members.size() < several || !promised(m.paper, party, &CheckedObligation::to)) return;
    auto const& all = m.paper.shares;
    if (std::any_of(all.begin(), all.end(), [&](auto const& one) { return one.party == party; }) || told_in_terms(m, group)) return;
    m.ask("shares_missing", "/shares", "CC-517", {{"n", std::to_string(group.members.size())}});
}

}  // namespace

void check_shares(Matter& m)
{
    for (std::size_t n = 0; n < m.paper.shares.size(); ++n) check_whole(m, n);
    for (std::size_t n = 0; n < m.paper.parties.size(); ++n) check_missing(m, n);
}

}  // namespace maple::resolution::checking
