// The divisions of the place with their official codes: data of the rule pack
// (rules/karamay/divisions.json), entered into an empty house at the first start.
#pragma once
#include "registry/words.hpp"
#include "storage/store.hpp"

namespace maple { struct House; }

namespace maple::app {

std::vector<registry::Division> divisions_of_the_pack();
// Enters them when there are none yet; returns how many.
int enter_divisions(sql::Store&, House const&);

}  // namespace maple::app
