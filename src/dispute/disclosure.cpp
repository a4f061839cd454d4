#include "dispute/disclosure.hpp"

namespace maple::dispute {

// A party needs no tie to ask for somebody else (PML art. 23); a mediator has nothing to
// disclose by it.
constexpr std::string_view of_parties_alone = "party_objects";

void evolve(Dispute& d, Disclosed const& e, Moment const& m)
{
    Conflict c;
    c.id = e.id;
    c.person = e.person;
    c.ground = e.ground;
    c.parties = e.parties;
    c.note = e.note;
    c.told_at = m.happened;
    d.conflicts.push_back(std::move(c));
}

Key discloser(Dispute const& d, Key caller)
{
    if (is_mediator(d, caller)) return caller;
    auto const* chair = presiding(d);
    return chair ? chair->person : Key{};
}

Result<Disclosed> disclose(Dispute const& d, law::Book const& book, Key person, std::string ground, Kept note)
{
    if (auto ok = permitted(d, Disclosed::deed); !ok) return ok.error();
    if (!person) return refuse(Because::forbidden_by, "disclosure.nobody_appointed", {}, "PML-19");
    if (!ground.empty() && (ground == of_parties_alone || !book.choice("conflict", ground))) return refuse_field("/ground", "not_in_the_book");
    if (ground.empty() && disclosed(d, person)) return refuse(Because::conflict, "disclosure.already");
    Disclosed event{new_key(), person, std::move(ground), {}, std::move(note)};
    for (auto const* p : present_parties(d)) event.parties.push_back(p->id);
    return event;
}

}  // namespace maple::dispute
