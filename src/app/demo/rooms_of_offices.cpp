#include "app/demo/rooms_of_offices.hpp"

namespace maple::app::demo {
namespace {

struct Kept {
    char const* name;
    int seats;
    bool accessible, shared;
};

constexpr Kept of_centres[] = {{"联合调解大厅", 20, true, true}, {"调解一室", 10, true, false}, {"背靠背谈话室", 4, false, false}};
constexpr Kept of_committees[] = {{"调解一室", 8, true, false}, {"调解二室", 6, false, false}};

std::span<Kept const> rooms(registry::OrganisationKind kind)
{
    if (kind == registry::OrganisationKind::resolution_centre) return of_centres;
    if (registry::stands_alone(kind)) return of_committees;
    return {};
}

json::object form(Kept const& room)
{
    return {{"name", room.name}, {"seats", room.seats}, {"accessible", room.accessible}, {"shared", room.shared},
            {"hours", json::object{{"opens", 600}, {"pause_from", 840}, {"pause_until", 930}, {"closes", 1170}}}};
}

}  // namespace

std::vector<Deed> rooms_of_offices(Town const& town)
{
    std::vector<Deed> deeds;
    auto const founded = at_clock(date_from_iso("2022-12-20").value(), 16);
    for (auto const& entry : stock().organisations) {
        auto const& at = town.office(entry.key);
        if (!access::may_in(at.director.caller, access::Right::keep_places, at.path)) continue;
        for (auto const& room : rooms(entry.kind))
            deeds.push_back({plus_seconds(founded, 20 * std::int64_t(deeds.size())), [&at, &room](Hand& hand) {
                hand.act(at.director, "POST", "/organisations/" + shown(at.id) + "/places", form(room));
            }});
    }
    return deeds;
}

}  // namespace maple::app::demo
