#pragma once
#include <string>

namespace maple::app {

// The life of a dispute as a page: a Mermaid diagram and the table of deeds (docs/life.md).
std::string life_page();

}  // namespace maple::app
