// What `maplebridge COMMAND --help` ends with: lines that work as they stand, and what they do.
#pragma once
#include <string>
#include <string_view>

namespace maple::cli {

// Of "verify" or "account invite"; empty for a command without examples (a test finds it).
std::string examples_of(std::string_view command);

}  // namespace maple::cli
