#include "documents/ledger/text.hpp"
#include "api/words.hpp"

namespace maple::documents::ledger {
namespace {

constexpr std::size_t counts_shown = 20, rows_named = 12;

std::string spoken(Language language, std::string_view key, Params const& params = {})
{
    return api::say(language, "ledger." + std::string(key), params);
}

std::string line(Language language, std::string_view key, Params const& params = {}) { return spoken(language, key, params) + "\n"; }

Param counted(std::string name, std::int64_t n) { return {std::move(name), std::to_string(n)}; }

std::string right_aligned(std::int64_t n)
{
    auto const figure = std::to_string(n);
    return std::string(figure.size() < 8 ? 8 - figure.size() : 0, ' ') + figure;
}

std::string counts(std::vector<Count> const& all, std::string_view title, Language language)
{
    if (all.empty()) return {};
    auto text = "\n" + line(language, title);
    for (std::size_t i = 0; i < all.size() && i < counts_shown; ++i)
        text += right_aligned(all[i].rows) + "  " + (all[i].name.empty() ? spoken(language, "open") : all[i].name) + "\n";
    if (all.size() > counts_shown) text += line(language, "more", {counted("n", std::int64_t(all.size() - counts_shown))});
    return text;
}

std::string first_rows(Preview const& p, Language language)
{
    if (p.first_rows.empty()) return {};
    auto text = "\n" + line(language, "first_rows");
    for (auto const& cells : p.first_rows) {
        text += " ";
        for (auto const column : {Column::number, Column::accepted_on, Column::kind, Column::amount, Column::result, Column::organisation})
            if (!at(cells, column).empty()) text += "  " + at(cells, column);
        text += "\n";
    }
    return text;
}

// Unknown committees are said once each, below, and not again for every row.
std::string faults(std::vector<Fault> all, std::string_view title, Language language)
{
    std::erase_if(all, [](Fault const& one) { return one.code == "unknown_organisation"; });
    if (all.empty()) return {};
    auto text = "\n" + line(language, title, {counted("n", std::int64_t(all.size()))});
    for (auto const& one : all) text += "  " + fault_text(one, language) + "\n";
    return text;
}

std::vector<Fault> unsaid(std::vector<Fault> all, std::vector<Fault> const& said, Language language)
{
    std::set<std::string> known;
    for (auto const& one : said) known.insert(fault_text(one, language));
    std::erase_if(all, [&](Fault const& one) { return known.contains(fault_text(one, language)); });
    return all;
}

std::string unknown(std::vector<UnknownOrganisation> const& all, Language language)
{
    if (all.empty()) return {};
    auto text = "\n" + line(language, "unknown_organisations", {counted("n", std::int64_t(all.size()))});
    for (auto const& one : all) {
        std::string rows;
        for (std::size_t i = 0; i < one.rows.size() && i < rows_named; ++i)
            rows += (rows.empty() ? "" : ", ") + std::to_string(one.rows[i]);
        if (one.rows.size() > rows_named) rows += " …";
        text += "  " + line(language, "unknown_organisation", {{"name", one.name}, {"rows", rows}});
    }
    return text + line(language, "unknown_organisations_what_to_do");
}

}  // namespace

std::string preview_text(Preview const& p, Language language)
{
    auto text = line(language, "read", {counted("rows", p.rows_read),
                                        {"encoding", std::string("@ledger.encoding.") + boost::describe::enum_to_string(p.encoding, "?")}});
    text += line(language, "would", {counted("fresh", p.good - p.known), counted("open", p.open), counted("known", p.known),
                                     counted("bad", p.bad)});
    text += counts(p.by_kind, "by_kind", language) + counts(p.by_result, "by_result", language) +
            counts(p.by_organisation, "by_organisation", language) + first_rows(p, language);
    if (!p.organisations_to_create.empty()) {
        text += "\n" + line(language, "to_create", {counted("n", std::int64_t(p.organisations_to_create.size()))});
        for (auto const& name : p.organisations_to_create) text += "  " + name + "\n";
    }
    text += faults(p.faults, "faults", language) + faults(p.warnings, "warnings", language) +
            unknown(p.unknown_organisations, language);
    return text;
}

std::string nothing_written_text(Preview const& p, Language language)
{
    bool const no_row = p.bad == 0 && p.unknown_organisations.empty();  // nothing that could be passed over
    return no_row ? line(language, "nothing_written_no_row") : line(language, "nothing_written", {counted("bad", p.bad)});
}

std::string report_text(ImportReport const& r, Preview const& seen_before, Language language)
{
    auto text = faults(unsaid(r.faults, seen_before.faults, language), "faults", language);
    if (seen_before.unknown_organisations.empty()) text += unknown(r.unknown_organisations, language);
    if (!r.written) return text + "\n" + line(language, "nothing_written", {counted("bad", r.bad)});
    if (r.organisations_created) text += line(language, "created", {counted("n", r.organisations_created)});
    return text + line(language, "written", {counted("imported", r.imported), counted("open", r.open), counted("known", r.known),
                                             counted("bad", r.bad)});
}

}  // namespace maple::documents::ledger
