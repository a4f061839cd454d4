// Chinese, Uyghur and Kazakh text (ICU): encodings, folding for search, sorting for people.
// Texts are taken up to 2^30 bytes; broken UTF-8 is read as U+FFFD where nothing else is said.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maple {

bool is_utf8(std::string_view);
std::optional<std::string> from_gb18030(std::string_view);  // without byte order mark; nothing when it is not GB 18030
std::optional<std::string> to_gb18030(std::string_view);    // nothing when it is not UTF-8

// For comparing and searching, never for printing: NFKC, case folded, one form of the dot in
// transliterated names (・ • ‧ ⋅ . become ·).
std::string folded(std::string_view);
// Overlapping pairs of Han characters (one that stands alone is kept as it is), and whole
// words of other scripts, folded. A dot between Han characters does not part them, so that
// 阿卜杜拉·买买提 is found without its dot.
std::vector<std::string> bigrams(std::string_view);
// Bytes that sort as people expect (pinyin for Chinese).
std::string collation_key(std::string_view);

}  // namespace maple
