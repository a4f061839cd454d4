#include "documents/rules.hpp"
#include "dispute/life.hpp"
#include "foundation/text.hpp"

#include <algorithm>

namespace maple::documents {
namespace {

constexpr int longest_line = 200, most_rows = 60;

bool is_number_of_row(std::string const& row)
{
    if (row.empty() || row.size() > 2 || row.front() == '0' || row.find_first_not_of("0123456789") != row.npos) return false;
    return std::stoi(row) <= most_rows;
}

// Of a section whose rows the program gives, the row is the key of what it is about.
bool is_row(Field const& field, std::string const& row)
{
    if (field.section.empty()) return row.empty();
    if (row.empty() || row.size() > 60) return false;
    bool const number = row.size() <= 4 && row.find_first_not_of("0123456789") == row.npos;
    return number ? field.grows && is_number_of_row(row) : std::all_of(row.begin(), row.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == ':' || c == '_'; });
}

}  // namespace

Result<std::vector<CellText>> changes(FormRow const& row, std::vector<CellText> const& asked, Filling const& before)
{
    std::vector<CellText> changed;
    Problems faults;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        auto const& [cell, text] = asked[i];
        auto const at = "/values/" + std::to_string(i);
        auto const* known = field(row, cell.section, cell.key);
        if (!known) faults.push_back({at + "/key", "not_by_hand"});
        else if (!is_row(*known, cell.row)) faults.push_back({at + "/row", "unknown_row"});
        else if (!known->lines && text.find('\n') != text.npos) faults.push_back({at + "/text", "line_break"});
        else if (!known->lines && length(text) > longest_line) faults.push_back({at + "/text", "too_long", {{"most", std::to_string(longest_line)}}});
        else if (text != before.text(cell)) changed.push_back(asked[i]);
    }
    if (!faults.empty()) {
        auto no = refuse(Because::invalid, "form.invalid");
        no.problems = std::move(faults);
        return no;
    }
    return changed;
}

Result<void> may_fill(Dispute const& d, FormRow const& row)
{
    if (d.stage == dispute::Stage::archived && row.key != "dossier_note") return refuse(Because::wrong_stage, "document.bound", {}, "PML-27");
    return dispute::permitted(d, Filled::deed);
}

}  // namespace maple::documents
