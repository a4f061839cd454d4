#include "app/life.hpp"
#include "dispute/life.hpp"

#include <set>

namespace maple::app {
namespace {

std::string name(dispute::Stage stage) { return boost::describe::enum_to_string(stage, "?"); }

std::string names(std::vector<dispute::Stage> const& stages, std::string_view none)
{
    std::string out;
    for (auto const stage : stages) out += (out.empty() ? "" : ", ") + name(stage);
    return out.empty() ? std::string(none) : out;
}

}  // namespace

std::string life_page()
{
    std::string out = "# The life of a dispute\n\nPrinted by `maplebridge life` from `src/dispute/life.cpp`; a test compares.\n"
                      "A stage is read off the facts of the dispute (`stage_of`), never set by hand.\n\n```mermaid\nstateDiagram-v2\n";
    std::set<std::string> arrows;
    for (auto const& row : dispute::life())
        for (auto const to : row.to) {
            if (row.from.empty()) arrows.insert("    [*] --> " + name(to));
            for (auto const from : row.from)
                if (from != to) arrows.insert("    " + name(from) + " --> " + name(to));
        }
    for (auto const& arrow : arrows) out += arrow + "\n";
    out += "```\n\n| deed | who | possible at | leads to |\n|---|---|---|---|\n";
    for (auto const& row : dispute::life())
        out += "| `" + std::string(row.deed) + "` | " + boost::describe::enum_to_string(row.right, "?") + " | " +
               names(row.from, "(begins)") + " | " + names(row.to, "(stays)") + " |\n";
    return out;
}

}  // namespace maple::app
