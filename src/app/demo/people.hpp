// Invented people: names of the four traditions, and how names hang together in a family.
#pragma once
#include "app/demo/stock.hpp"

namespace maple::app::demo {

struct PersonName {
    Tradition const* tradition = nullptr;
    bool male = false;
    std::string given;
    std::string second;  // the surname, or what stands after the dot
    std::string full() const { return tradition->dotted ? given + "·" + second : second + given; }
};

PersonName make_person(Dice&, std::string_view sex, Tradition const* of = nullptr);

// A relative of `elder` (the applicant, the respondent or a guardian as the rule says).
PersonName make_relative(Dice&, std::string_view sex, Kin const&, PersonName const& elder);

// "13800002046": shaped like a mobile number, of a range that the demo keeps for itself.
std::string made_up_phone(Dice&);
// With an area that does not exist (99xxxx) and the right check digit (GB 11643).
std::string made_up_id_number(Dice&, int birth_year, bool male);

}  // namespace maple::app::demo
