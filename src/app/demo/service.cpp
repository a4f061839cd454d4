#include "app/demo/service.hpp"
#include "registry/roll.hpp"
#include "workforce/folder.hpp"
#include "workforce/rules.hpp"

namespace maple::app::demo {
namespace {

using workforce::Engaging;
using workforce::Manner;
using workforce::Staffing;

constexpr std::size_t elected_members = 5;

// By the shares of a city of this size: few full-time, most part-time, some volunteers.
Staffing staffing(Dice& dice, bool first)
{
    if (first || dice.chance(14)) return Staffing::full_time;
    return dice.chance(80) ? Staffing::part_time : Staffing::volunteer;
}

std::vector<std::string> labels(Dice& dice, Staffing as)
{
    static std::vector<std::string> const common{"retired_cadre", "retired_cadre", "grid_worker", "peace_volunteer", "teacher"},
        learned{"legal_adviser", "lawyer", "legal_expert", "trade_expert", "doctor", "notary"};
    if (as == Staffing::full_time) return dice.chance(25) ? std::vector<std::string>{"chief_mediator"} : std::vector<std::string>{};
    if (dice.chance(12)) return {"public_official"};
    if (dice.chance(15)) return {dice.pick(learned)};
    return dice.chance(45) ? std::vector<std::string>{dice.pick(common)} : std::vector<std::string>{};
}

Engaging engaging(Dice& dice, Date today, bool elected, registry::OrganisationKind committee)
{
    Engaging e;
    e.manner = elected ? Manner::elected : Manner::engaged;
    e.since = plus_days(today, elected ? -int(dice.between(30, 700)) : -int(dice.between(60, 4500)));
    if (elected) {
        e.body = workforce::electing_bodies(committee).front();
        e.until = plus_days(plus_months(e.since, 36), -1);
    }
    e.born = plus_days(e.since, -int(dice.between(26 * 365, 58 * 365)));
    return e;
}

}  // namespace

void engage_everybody(Desk& desk, Town const& town, Dice& dice)
{
    auto const today = date_in_beijing(desk.now);
    std::vector<workforce::Folder> folders;
    for (auto const& entry : stock().organisations) {
        if (!registry::is_committee(entry.kind)) continue;
        auto const at = registry::organisation(desk, town.office(entry.key).id);
        auto const committee = registry::committee_of(desk, at);
        std::size_t n = 0;
        for (auto const& person : registry::people_of(desk, at.id)) {
            bool const mediator = person.mediator;
            if (!mediator && person.certificate.empty()) continue;  // a clerk, an officer
            auto folder = workforce::Folder::fresh(desk, person, {mediator ? registry::Service::mediator : registry::Service::informant});
            workforce::Profile profile{person.id, {}, "", "", false};
            std::vector<std::string> marks{dice.chance(60) ? "grid_worker" : "peace_volunteer"};
            profile.staffing = Staffing::volunteer;
            if (mediator) {
                bool const elected = registry::stands_alone(at.kind) && n < elected_members;
                profile.staffing = staffing(dice, n == 0);
                marks = labels(dice, *profile.staffing);
                profile.subsidy_eligible = std::find(marks.begin(), marks.end(), "public_official") == marks.end();
                folder.record(workforce::engage(person, {}, committee, engaging(dice, today, elected, committee.kind), desk.book(), new_key()).value());
                ++n;
            }
            folder.record(workforce::describe(profile, marks, person.languages, person.skills, desk.book()).value());
            folders.push_back(std::move(folder));
        }
    }
    workforce::put_back(desk, folders);
}

}  // namespace maple::app::demo
