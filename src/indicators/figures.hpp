// The first indicators, each defined once: what is counted (numerator), of what
// (denominator), and in which month a dispute counts. The words of the definitions stand in
// the catalogue under "indicator.<key>". Places and kinds are compared, never persons.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace maple::indicators {

struct Figure {
    std::string_view key;
    std::string_view month;        // SQL: the month a dispute counts in, "2023-10"
    std::string_view base;         // SQL condition: the denominator
    std::string_view hit;          // SQL condition within the base: the numerator
    std::string_view weight_base = "1";  // how much one dispute adds to the denominator …
    std::string_view weight_hit = "1";   // … and to the numerator
};

// Conditions may use $today (a date), bound by the reader.
std::span<Figure const> figures();
Figure const* figure(std::string_view key);

// Wilson's interval at 95 %, in parts of one: small numbers are shown with it.
struct Interval {
    double low = 0, high = 1;
};
Interval wilson(std::int64_t hits, std::int64_t all);

// Per mille and a tenth: 9893 means 98.93 %, cut off, never rounded up (domain.md 5.8).
std::optional<std::int64_t> hundredths_of_percent(std::int64_t hits, std::int64_t all);

}  // namespace maple::indicators
