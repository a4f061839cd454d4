// How names and values of headers are compared.
#pragma once
#include <string_view>

namespace maple::http {

bool same_name(std::string_view, std::string_view);  // without case (ASCII)
std::string_view without_spaces(std::string_view);   // spaces and tabs at both ends

}  // namespace maple::http
