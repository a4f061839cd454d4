#include "documents/package/bundle.hpp"
#include "foundation/sha256.hpp"

namespace maple::documents {

std::string sum_line(std::string_view hash, std::string_view name) { return std::string(hash) + "  " + std::string(name) + "\n"; }

std::string part_name(std::size_t n, std::string_view form, std::string_view ending)
{
    auto const number = std::to_string(n);
    return (number.size() < 2 ? "0" + number : number) + "-" + std::string(form) + "." + std::string(ending);
}

std::vector<ZippedFile> whole(std::vector<ZippedFile> papers, json::object const& manifest)
{
    papers.push_back({std::string(manifest_name), json::serialize(manifest) + "\n"});
    std::string sums;
    for (auto const& one : papers) sums += sum_line(hex(sha256(one.bytes)), one.name);
    papers.push_back({std::string(sums_name), std::move(sums)});
    return papers;
}

}  // namespace maple::documents
