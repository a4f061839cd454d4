#include "documents/columns.hpp"

#include <algorithm>
#include <stdexcept>

namespace maple::documents {
namespace {

constexpr int parts_of_the_text = 4;

Phrase cell(Values const& row, std::string_view name, bool heading)
{
    auto const& text = row.texts.find(name)->second;
    auto const language = row.languages.find(name);
    Words words{Words::Kind::value, text, {}, language == row.languages.end() ? "" : language->second};
    if (!heading) return {words};
    return {Words{Words::Kind::strong, {}, {words}, words.language}};
}

Block table_of(std::vector<Values> const& rows)
{
    Block table{Block::Kind::table};
    auto const row = [](Values const& one, bool heading) { return Row{cell(one, "left", heading), cell(one, "right", heading)}; };
    table.head = row(rows.front(), false);
    for (auto one = rows.begin() + 1; one != rows.end(); ++one) table.rows.push_back(row(*one, !one->texts.find("heading")->second.empty()));
    return table;
}

bool is_part(Block const& block) { return block.kind == Block::Kind::heading && block.level == 2; }

}  // namespace

Sheet made_out(std::string_view markdown, Values const& values)
{
    auto out = sheet(markdown, values);
    auto const found = values.sections.find(side_by_side);
    if (found == values.sections.end() || found->second.empty()) return out;
    auto const first = std::find_if(out.blocks.begin(), out.blocks.end(), is_part);
    auto end = first;
    for (int n = 0; n < parts_of_the_text && end != out.blocks.end(); ++n) end = std::find_if(end + 1, out.blocks.end(), is_part);
    if (end == out.blocks.end()) throw std::runtime_error("form: this has no text that could stand in two columns");
    auto const taken = std::size_t(end - first);
    if (out.signatures) *out.signatures -= taken - 1;
    *first = table_of(found->second);
    out.blocks.erase(first + 1, end);
    return out;
}

}  // namespace maple::documents
