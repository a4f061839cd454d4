#include "workforce/words.hpp"

namespace maple::workforce {

std::vector<std::string> split(std::string_view commas)
{
    std::vector<std::string> parts;
    while (!commas.empty()) {
        auto const comma = commas.find(',');
        parts.emplace_back(commas.substr(0, comma));
        commas = comma == commas.npos ? std::string_view{} : commas.substr(comma + 1);
    }
    return parts;
}

std::string joined(std::vector<std::string> const& parts)
{
    std::string line;
    for (auto const& one : parts) line += (line.empty() ? "" : ",") + one;
    return line;
}

}  // namespace maple::workforce
