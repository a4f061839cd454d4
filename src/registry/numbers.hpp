// Numbers that people quote: "克迎汇人调字〔2023〕第001号". Per committee, year and series,
// in order, never reused; the pattern is data (rules/<place>/numbering.toml).
#pragma once
#include "registry/roll.hpp"

namespace maple::registry {

// `series` is "acceptance", "dossier" or "agreement"; the year is that of the moment in Beijing.
std::string next_numbered(Desk&, Organisation const&, std::string_view series, Instant at);

// Fills a pattern: {short}, {year}, {n} or {n:03}.
std::string filled_pattern(std::string_view pattern, std::string_view short_name, int year, std::int64_t n);

}  // namespace maple::registry
