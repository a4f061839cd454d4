// A ZIP file of named files, made so that equal files give equal bytes: in the order given, without
// times, owners or compression (what goes in is compressed already), names of ASCII letters.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace maple {

struct ZippedFile {
    std::string name;  // letters, digits, '.', '-' and '_'
    std::string bytes;
};

// Throws std::logic_error for a name that is none, or one given twice.
std::string zip(std::vector<ZippedFile> const&);

// Throws std::runtime_error for bytes that are no ZIP file.
std::map<std::string, std::string> unzip(std::string_view bytes);

}  // namespace maple
