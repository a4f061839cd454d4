#include "dispute/my_mediator.hpp"
#include "api/words.hpp"
#include "dispute/life.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::dispute {
namespace {

Conflict const* latest_objection(Dispute const& d, Key party)
{
    Conflict const* latest = nullptr;
    for (auto const& c : d.conflicts)
        if (c.party == party) latest = &c;
    return latest;
}

std::string how_it_stands(Desk& desk, Conflict const& c)
{
    auto const key = c.end ? boost::describe::enum_to_string(*c.end, "?") : "open";
    auto says = api::say(desk.language, std::string("my.objection.") + key, {{"name", registry::person_name(desk, c.person)}, {"reason", "@unfounded." + c.reason}});
    if (c.answer.text && !c.answer.text->empty()) says += " " + *c.answer.text;
    return says;
}

bool said(Conflict const& c, Key party) { return std::find(c.consented.begin(), c.consented.end(), party) != c.consented.end(); }

}  // namespace

MyMediator my_mediator(Desk& desk, Dispute const& d, Party const& me)
{
    MyMediator view;
    if (auto const* chair = presiding(d)) view.names.push_back(registry::person_name(desk, chair->person));
    for (auto const& a : d.appointments)
        if (!a.until && !a.presiding) view.names.push_back(registry::person_name(desk, a.person));
    if (me.wishes) view.wish = registry::person_name(desk, me.wishes);
    if (auto const* mine = latest_objection(d, me.id)) view.objection = how_it_stands(desk, *mine);
    bool const here = !me.left;
    view.may_wish = here && view.names.empty() && permitted(d, "diversion.wished").has_value();
    bool const open = here && permitted(d, "diversion.challenged").has_value();
    auto const* conflict = open_conflict_in_the_room(d);
    view.may_object = open && !view.names.empty() && !conflict;
    if (open && conflict) {
        view.tie = api::say(desk.language, conflict->party ? "my.tie.objected" : "my.tie.disclosed",
                            {{"name", registry::person_name(desk, conflict->person)}, {"ground", "@conflict." + conflict->ground}});
        view.may_go_on = !said(*conflict, me.id);
    }
    return view;
}

}  // namespace maple::dispute
