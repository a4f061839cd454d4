// The key file of the vault as a file: readable by its owner only, made whole or not at
// all, one key a line ("1 xc20p <key>", url-safe base64), '#' begins a remark.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace maple::key_file {

struct Line {
    std::string_view version, algorithm, key;
};

// Throws std::runtime_error, without the line's words, on a line that has not three parts.
std::vector<Line> lines(std::string_view text);

// Each throws std::runtime_error that names the file: when it cannot be read or written,
// when it is not an ordinary file, when its group or others may read or write it.
std::string read(std::filesystem::path const&);
// Makes it, and the folder it lies in, when there is none.
std::string read_or_make(std::filesystem::path const&, std::function<std::string()> const& first_text);
void replace(std::filesystem::path const&, std::string_view text);

}  // namespace maple::key_file
