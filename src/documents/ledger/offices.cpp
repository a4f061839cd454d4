#include "documents/ledger/offices.hpp"
#include "registry/keep.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::documents::ledger {
namespace {

constexpr int shortest_tail = 3;  // characters of a name that may stand for a longer one

}  // namespace

Offices::Offices(Desk& desk, Layout const& layout) : desk_(desk), layout_(layout)
{
    for (auto const& one : registry::all_organisations(desk))
        if (!registry::is_agency(one.kind)) learn(one);
}

void Offices::learn(registry::Organisation const& one)
{
    by_name_[spelling(one.name)].push_back(all_.size());
    by_committee_[layout_.committee(one.name)].push_back(all_.size());
    all_.push_back(one);
}

// By the whole name, else by what is left of it, else as the tail of exactly one name
// ("汇福社区" of "迎宾街道汇福社区").
std::vector<std::size_t> Offices::bearing(std::string_view name) const
{
    if (auto const exact = by_name_.find(spelling(name)); exact != by_name_.end()) return exact->second;
    auto const committee = layout_.committee(name);
    if (auto const same = by_committee_.find(committee); same != by_committee_.end()) {
        // A committee before an office or a centre of the same place.
        std::vector<std::size_t> committees;
        for (auto const place : same->second)
            if (registry::stands_alone(all_[place].kind)) committees.push_back(place);
        return committees.empty() ? same->second : committees;
    }
    std::vector<std::size_t> tails;
    if (length(committee) >= shortest_tail)
        for (auto const& [longer, places] : by_committee_)
            if (longer.ends_with(committee)) tails.insert(tails.end(), places.begin(), places.end());
    return tails;
}

registry::Organisation const* Offices::find(std::string_view name) const
{
    auto const found = bearing(name);
    return found.size() == 1 ? &all_[found.front()] : nullptr;
}

bool Offices::ambiguous(std::string_view name) const { return bearing(name).size() > 1; }

std::optional<Key> Offices::mediator(Key organisation, std::string_view name)
{
    auto const [place, fresh] = mediators_.try_emplace(organisation);
    if (fresh)
        for (auto const& person : registry::mediators_of(desk_, organisation))
            place->second[spelling(person.name)].push_back(person.id);
    auto const found = place->second.find(spelling(name));
    if (found == place->second.end() || found->second.size() != 1) return std::nullopt;
    return found->second.front();
}

void Offices::create(std::set<std::string> const& names)
{
    if (names.empty()) return;
    auto const root = std::find_if(all_.begin(), all_.end(), [](auto const& one) { return !one.parent; });
    registry::NewOrganisation office;
    if (root != all_.end()) {
        office.parent = root->id;
        office.division = root->division;
    }
    registry::Registrar registrar(desk_);
    std::vector<registry::Organisation> made;
    for (auto const& name : names) {
        office.name = office.name_en = name;
        office.short_name = layout_.committee(name);
        office.has_seal = true;
        office.kind = registry::OrganisationKind::social_committee;
        office.level = registry::Level::community;
        for (auto const& known : layout_.office_kinds)
            if (name.find(known.word) != name.npos) {
                office.kind = known.kind;
                office.level = known.level;
                break;
            }
        made.push_back(registrar.add(office));
    }
    registrar.write();
    for (auto const& one : made) learn(one);
}

}  // namespace maple::documents::ledger
