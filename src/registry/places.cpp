#include "registry/places.hpp"

namespace maple::registry {

int digits_of(Level level)
{
    switch (level) {
    case Level::community: return 12;
    case Level::subdistrict: return 9;
    case Level::district: return 6;
    case Level::city: return 4;
    }
    return 0;
}

std::string roll_code(std::string_view code)
{
    bool const of_a_city = code.size() == 6 && code.ends_with("00");
    return std::string(of_a_city ? code.substr(0, 4) : code);
}

bool fits(Level level, std::string_view code) { return int(code.size()) == digits_of(level); }

}  // namespace maple::registry
