#include "documents/pdf/type.hpp"

namespace maple::documents::press {
namespace {

constexpr auto song = "Noto Serif CJK SC", hei = "Noto Sans CJK SC";
constexpr auto roman = "Noto Serif, Noto Serif CJK SC", grotesque = "Noto Sans, Noto Sans CJK SC";
// Naskh has every letter of Uyghur and Kazakh; what is Chinese or Latin inside is set beside it.
// Headings are set in it, too: Noto Sans Arabic joins lam and alef to one glyph, which is read
// again in the wrong order by whoever searches the file.
constexpr auto naskh = "Noto Naskh Arabic, Noto Serif, Noto Serif CJK SC";

constexpr TypeCase chinese{{song, 22, 33, true}, {hei, 14, 23.1, true},  {hei, 13, 23.1, true}, {song, 14, 23.1, false},
                           {song, 12, 18, false}, {hei, 12, 18, true},   {song, 9, 13, false},   true, true, false, 0.20};
constexpr TypeCase english{{roman, 20, 30, true}, {grotesque, 12.5, 19, true}, {grotesque, 11.5, 19, true}, {roman, 12, 19, false},
                           {roman, 10.5, 15.5, false}, {grotesque, 10.5, 15.5, true}, {roman, 8.5, 12, false}, true, false, true, 0.24};
constexpr TypeCase arabic{{naskh, 22, 38, true},  {naskh, 15, 26, true},  {naskh, 14, 25, true}, {naskh, 14, 25, false},
                          {naskh, 12, 20, false}, {naskh, 12, 20, true}, {naskh, 9, 15, false}, false, false, false, 0.24};

bool is_arabic(std::string_view language) { return language.starts_with("ug") || language.starts_with("kk"); }

}  // namespace

TypeCase const& type_case(std::string_view language)
{
    if (is_arabic(language)) return arabic;
    return language.starts_with("zh") ? chinese : english;
}

std::string page_number_text(std::string_view language, int page, int of)
{
    auto const n = std::to_string(page), all = std::to_string(of);
    if (language.starts_with("ug")) return n + "-بەت، جەمئىي " + all + " بەت";
    if (language.starts_with("kk")) return n + "-بەت، بارلىعى " + all + " بەت";
    return language.starts_with("zh") ? "第 " + n + " 页　共 " + all + " 页" : "Page " + n + " of " + all;
}

std::string digest_text(std::string_view language, std::string_view digest)
{
    // In groups: of the text, for whoever holds the paper; else of a file.
    if (digest.find(' ') != digest.npos) return std::string(language.starts_with("zh") ? "文本校验码 " : "Text check ") + std::string(digest);
    auto const beginning = std::string(digest.substr(0, 16));
    return language.starts_with("zh") ? "文件指纹 SHA-256 " + beginning + "…" : "SHA-256 " + beginning + "…";
}

}  // namespace maple::documents::press
