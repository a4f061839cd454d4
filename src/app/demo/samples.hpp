// A sample of archived dossiers, drawn and partly reviewed by the director of the bar.
#pragma once
#include "app/demo/course.hpp"
#include "app/demo/town.hpp"

namespace maple::app::demo {

std::vector<Deed> drawn_sample(Town const&, law::Book const&);

}  // namespace maple::app::demo
