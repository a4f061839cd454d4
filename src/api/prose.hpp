// What people should know about the fields of requests and answers, for the OpenAPI
// document: a sentence and an example for each, written in one table (prose_table.hpp).
#pragma once
#include "api/route.hpp"

#include <set>
#include <string>
#include <vector>

namespace maple::api {

// "acceptance.Accept.reason" for every field of the catalogue that nobody has told about.
std::vector<std::string> fields_without_prose(Catalogue const&);
// The lines of the table that no field of the catalogue asks for.
std::vector<std::string> prose_for_nothing(Catalogue const&);

}  // namespace maple::api
