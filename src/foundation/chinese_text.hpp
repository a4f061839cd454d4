// Chinese, Uyghur and Kazakh text (ICU): encodings, folding for search, sorting for people.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maple {

bool is_utf8(std::string_view);
std::optional<std::string> from_gb18030(std::string_view);  // nothing when it is not GB 18030
std::optional<std::string> to_gb18030(std::string_view);

// For comparing and searching, never for printing: NFKC, case folded, one form of the dot in
// transliterated names (・ • ‧ . become ·).
std::string folded(std::string_view);
// Overlapping pairs of Han characters, and whole words of other scripts.
std::vector<std::string> bigrams(std::string_view);
// Bytes that sort as people expect (pinyin for Chinese).
std::string collation_key(std::string_view);

}  // namespace maple
