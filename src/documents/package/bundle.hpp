// A package as a file: its parts in a fixed order, a manifest and the sums that `sha256sum -c` accepts.
// Equal parts give equal bytes.
#pragma once
#include "documents/package/package.hpp"
#include "foundation/json.hpp"
#include "foundation/zip.hpp"

namespace maple::documents {

inline constexpr std::string_view manifest_name = "manifest.json", sums_name = "SHA256SUMS";

std::string sum_line(std::string_view hash, std::string_view name);  // "hash  name\n"

// "03-delivery_address.pdf"
std::string part_name(std::size_t n, std::string_view form, std::string_view ending = "pdf");

// The letter and the papers, then the manifest, then the sums of all of them.
std::vector<ZippedFile> whole(std::vector<ZippedFile> papers, json::object const& manifest);

}  // namespace maple::documents
