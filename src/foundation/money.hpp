// Money in fen: as people type it, as it is printed, and in formal numerals (大写).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace maple {

inline constexpr std::int64_t most_fen = 10'000'000'000'000;

// "1700", "13,800元", "0.18万元", "￥1,200.50", "人民币5元整", full-width digits: fen. Nothing when
// it is below zero, above most_fen, finer than a fen, when commas stand elsewhere than
// before three digits, or when it is no amount.
std::optional<std::int64_t> fen_from_text(std::string_view);

// These throw std::out_of_range for what is below zero or above most_fen.
std::string yuan_text(std::int64_t fen);     // "1,800.00"
std::string plain_yuan(std::int64_t fen);    // "1800", "0.5": as in an office ledger
std::string capital_yuan(std::int64_t fen);  // "壹仟捌佰元整": so that no digit can be added

}  // namespace maple
