// Numbers that people quote: "克迎汇人调字〔2023〕第001号". Per committee, year and series,
// in order, never reused; the pattern is data (rules/<place>/numbering.toml).
#pragma once
#include "foundation/record.hpp"
#include "registry/roll.hpp"

namespace maple::registry {

// `series` is "acceptance", "dossier" or "agreement"; the year is that of the moment in Beijing.
std::string next_numbered(Desk&, Organisation const&, std::string_view series, Instant at);

// A number that no dossier bears: used on paper, or spoilt. The gap is explained on the page of the
// organisation, and `verify` asks for the explanation.
struct NumberAnnulled {
    static constexpr std::string_view deed = "registry.number_annulled";
    Key annulled{};
    std::int64_t year = 0;
    std::string series;
    std::int64_t n = 0;
    std::string number;
    std::string reason;  // key of the list "annulment"
    Kept note;
};
BOOST_DESCRIBE_STRUCT(NumberAnnulled, (), (annulled, year, series, n, number, reason, note))

struct AnnulledRow {
    Key id{};
    Key organisation{};
    std::int64_t year = 0;
    std::string series;
    std::int64_t n = 0;
    std::string number, reason, note;
    Instant annulled_at;
};
BOOST_DESCRIBE_STRUCT(AnnulledRow, (), (id, organisation, year, series, n, number, reason, note, annulled_at))

// Takes the next number of a series out of use. Refuses: /series, /reason.
NumberAnnulled annul_next(Desk&, Organisation const&, std::string_view series, std::string_view reason, std::string_view note);
std::vector<AnnulledRow> annulled_numbers(Desk&, Key organisation);

// The pattern of a series; refuses: /series.
std::string const& pattern_of(law::Book const&, std::string_view series);

// Fills a pattern: {short}, {year}, {n} or {n:03}.
std::string filled_pattern(std::string_view pattern, std::string_view short_name, int year, std::int64_t n);

}  // namespace maple::registry
