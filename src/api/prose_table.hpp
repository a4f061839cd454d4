// The table of prose: a line a field. It stands in several files, each in the order of bytes;
// prose.cpp looks a field up in all of them.
#pragma once
#include <algorithm>
#include <functional>
#include <span>
#include <string_view>

namespace maple::api {

struct Said {
    std::string_view field;  // "phone", or of one type alone "dispute.NextView.phone"
    std::string_view sentence;
    std::string_view example = {};  // as JSON
};

// Each field after the one before it, and none twice.
constexpr bool in_order(std::span<Said const> table)
{
    return std::ranges::adjacent_find(table, std::ranges::greater_equal{}, &Said::field) == table.end();
}

std::span<Said const> told_of_disputes();
std::span<Said const> told_of_agreements();
std::span<Said const> told_of_conferences();
std::span<Said const> told_of_people();
std::span<Said const> told_of_the_house();
std::span<Said const> told_of_the_calendar();
std::span<Said const> told_of_dossiers();
std::span<Said const> told_of_forms();
std::span<Said const> told_of_any_a_to_h();
std::span<Said const> told_of_any_i_to_o();
std::span<Said const> told_of_any_p_to_z();

}  // namespace maple::api
