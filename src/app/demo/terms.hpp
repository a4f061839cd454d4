// Every committee of the demo city has a lawful term: entered when the city is founded, a few
// of them due for renewal on the first morning, and one change that no court has been told of.
#pragma once
#include "app/demo/course.hpp"

namespace maple::app::demo {

std::vector<Deed> terms_of_committees(Town const&);

}  // namespace maple::app::demo
