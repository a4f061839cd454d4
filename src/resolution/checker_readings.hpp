// Sums and days as they stand in a text, in Chinese, English or Uyghur, so that two texts can be
// laid beside each other. What can be read in more than one way is "perhaps" and accuses nobody.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace maple::resolution::checking {

// 0: the text does not say. "15 December" has no year, "the end of March" no day.
struct Day {
    int year = 0, month = 0, day = 0;
};
std::string shown(Day);  // "2023-12-15", "12-15"

template <class T> struct Told {
    std::vector<T> said;     // in the order of the text, each once
    std::vector<T> perhaps;  // a bare number, "1 to 5 March", 3/4/2024
    bool unread = false;     // there is more that could not be read
};

bool same(std::int64_t fen, std::int64_t other);
bool same(Day, Day);  // as far as both say it

// In fen: 1,800元, ¥1800, 壹仟捌佰元整, CNY 1,800.00, 1.2 million yuan, one thousand yuan, 1800 يۈەن.
Told<std::int64_t> sums_in(std::string_view narrow_text);
// 2023年12月15日, 十二月十五日, 2023-12-15, 15 December 2023, December 15, 2023, 2023-يىلى 12-ئاينىڭ 15-كۈنى.
Told<Day> days_in(std::string_view narrow_text);

}  // namespace maple::resolution::checking
