// What a browser says of itself in a whole line is worth two words here: enough for a person
// to know a device again, too little to know a person by.
#pragma once
#include <string>
#include <string_view>

namespace maple::registry {

// "firefox/windows"; "other" where nothing is known again; "" without any line.
std::string device_of(std::string_view user_agent);

}  // namespace maple::registry
