// The rooms in which the demo city's committees and centres hold their sessions, opened by their
// directors when the city is founded.
#pragma once
#include "app/demo/course.hpp"

namespace maple::app::demo {

std::vector<Deed> rooms_of_offices(Town const&);

}  // namespace maple::app::demo
