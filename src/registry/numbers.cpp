#include "registry/numbers.hpp"
#include "access/journal.hpp"
#include "registry/keep.hpp"
#include "storage/insert.hpp"

namespace maple::registry {
namespace {

std::string padded(std::int64_t n, std::size_t width)
{
    auto text = std::to_string(n);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::string value_of(std::string_view name, std::string_view short_name, int year, std::int64_t n)
{
    if (name == "short") return std::string(short_name);
    if (name == "year") return std::to_string(year);
    if (name == "n") return std::to_string(n);
    if (name.starts_with("n:0") && name.size() == 4) return padded(n, std::size_t(name[3] - '0'));
    return "{" + std::string(name) + "}";
}

}  // namespace

std::string filled_pattern(std::string_view pattern, std::string_view short_name, int year, std::int64_t n)
{
    std::string out;
    while (!pattern.empty()) {
        auto const open = pattern.find('{'), close = pattern.find('}', open == pattern.npos ? 0 : open);
        if (open == pattern.npos || close == pattern.npos) break;
        out += pattern.substr(0, open);
        out += value_of(pattern.substr(open + 1, close - open - 1), short_name, year, n);
        pattern.remove_prefix(close + 1);
    }
    return out + std::string(pattern);
}

std::string next_numbered(Desk& desk, Organisation const& organisation, std::string_view series, Instant at)
{
    auto const year = year_of(date_in_beijing(at));
    auto const n = next_number(desk, organisation.id, year, series);
    return filled_pattern(pattern_of(desk.book(), series), organisation.short_name, year, n);
}

std::string const& pattern_of(law::Book const& book, std::string_view series)
{
    auto const& patterns = book.numbering;
    if (series == "acceptance") return patterns.acceptance;
    if (series == "dossier") return patterns.dossier;
    if (series == "agreement") return patterns.agreement;
    throw Refused(refuse_field("/series", "not_in_the_book"));
}

NumberAnnulled annul_next(Desk& desk, Organisation const& organisation, std::string_view series, std::string_view reason, std::string_view note)
{
    auto const& pattern = pattern_of(desk.book(), series);
    if (!desk.book().choice("annulment", reason)) throw Refused(refuse_field("/reason", "not_in_the_book"));
    auto const year = year_of(date_in_beijing(desk.now));
    auto const n = next_number(desk, organisation.id, year, series);
    auto words = access::prepare_words(organisation.id, "number.annulled", note, access::Secrecy::open);
    NumberAnnulled const event{new_key(), year, std::string(series), n, filled_pattern(pattern, organisation.short_name, year, n), std::string(reason), words.kept};
    sql::insert(desk.sql, "annulled_number",
                AnnulledRow{event.annulled, organisation.id, year, event.series, n, event.number, event.reason, std::string(note), desk.now});
    std::vector<access::WordsToKeep> beside;
    if (words.kept) beside.push_back(std::move(words));
    write_on(desk, "organisation", organisation.id, NumberAnnulled::deed, access::PageBody::of(event), beside);
    return event;
}

std::vector<AnnulledRow> annulled_numbers(Desk& desk, Key organisation)
{
    return sql::all<AnnulledRow>(desk.sql, "SELECT * FROM annulled_number WHERE organisation = $1 ORDER BY year DESC, series, n DESC", organisation);
}

}  // namespace maple::registry
