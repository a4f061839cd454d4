// Everything that the pages need in words: kinds of dispute, the lists of the book, and
// the enumerations of the house, worded in the language of the asker.
#pragma once
#include "api/route.hpp"

namespace maple::app {

api::Room catalogue_room();

// Every enumeration that people see, by the name under which its words are found
// ("stage" for "stage.mediating"), with its keys.
std::vector<std::pair<std::string_view, std::vector<std::string_view>>> enumerations();

}  // namespace maple::app
