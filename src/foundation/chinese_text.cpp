#include "foundation/chinese_text.hpp"

#include <memory>
#include <stdexcept>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/sortkey.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace maple {
namespace {

struct Close {
    void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Converter gb18030()
{
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open("gb18030", &status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU does not know GB 18030");
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return converter;
}

std::string utf8(icu::UnicodeString const& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::UnicodeString wide(std::string_view s)
{
    if (s.size() > std::size_t(1) << 30) throw std::length_error("a text is too long");
    return icu::UnicodeString::fromUTF8(icu::StringPiece(s.data(), int32_t(s.size())));
}

constexpr UChar32 name_dot = 0x00B7;

// NFKC has made full-width and half-width forms of these the same already.
bool is_dot(UChar32 c) { return c == 0x30FB || c == 0x2022 || c == 0x2027 || c == 0x2219 || c == 0x22C5 || c == '.'; }

bool is_han(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status) == USCRIPT_HAN;
}

// Combining marks belong to the word that they are written on.
bool is_of_a_word(UChar32 c) { return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

}  // namespace

bool is_utf8(std::string_view s)
{
    for (std::size_t i = 0; i < s.size();) {
        auto const c = static_cast<unsigned char>(s[i]);
        std::size_t const more = c < 0x80 ? 0 : c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 9;
        if (more == 9 || i + more >= s.size()) return false;
        for (std::size_t j = 1; j <= more; ++j)
            if ((static_cast<unsigned char>(s[i + j]) & 0xC0) != 0x80) return false;
        auto const next = more ? static_cast<unsigned char>(s[i + 1]) : 0;
        if ((c == 0xE0 && next < 0xA0) || (c == 0xED && next > 0x9F) || (c == 0xF0 && next < 0x90) || (c == 0xF4 && next > 0x8F)) return false;
        i += more + 1;
    }
    return true;
}

std::optional<std::string> from_gb18030(std::string_view bytes)
{
    if (bytes.size() > std::size_t(1) << 30) throw std::length_error("a text is too long");
    if (bytes.starts_with("\x84\x31\x95\x33")) bytes.remove_prefix(4);  // U+FEFF
    auto const converter = gb18030();
    UErrorCode status = U_ZERO_ERROR;
    std::u16string units(bytes.size() + 1, u'\0');
    auto const n = ucnv_toUChars(converter.get(), units.data(), int32_t(units.size()), bytes.data(), int32_t(bytes.size()), &status);
    if (U_FAILURE(status)) return std::nullopt;
    return utf8(icu::UnicodeString(units.data(), n));
}

std::optional<std::string> to_gb18030(std::string_view text)
{
    if (!is_utf8(text)) return std::nullopt;
    auto const converter = gb18030();
    UErrorCode status = U_ZERO_ERROR;
    auto const units = wide(text);
    std::string out(std::size_t(units.length()) * 4 + 1, '\0');
    if (out.size() > INT32_MAX) throw std::length_error("a text is too long");
    auto const n = ucnv_fromUChars(converter.get(), out.data(), int32_t(out.size()), units.getBuffer(), units.length(), &status);
    if (U_FAILURE(status)) return std::nullopt;
    out.resize(std::size_t(n));
    return out;
}

std::string folded(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    auto const* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no data to fold text");
    auto const normal = nfkc->normalize(wide(text), status);
    if (U_FAILURE(status)) throw std::runtime_error("a text cannot be folded");
    icu::UnicodeString out;
    for (int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
        auto const c = normal.char32At(i);
        out.append(is_dot(c) ? name_dot : c);
    }
    return utf8(out);
}

std::vector<std::string> bigrams(std::string_view text)
{
    auto const all = wide(folded(text));
    std::vector<std::string> out;
    icu::UnicodeString word;  // of another script
    UChar32 before = 0;       // the Han character in front
    bool paired = false;      // which stands in a pair already
    auto const end_word = [&] {
        if (!word.isEmpty()) out.push_back(utf8(word));
        word.remove();
    };
    auto const end_han = [&] {
        if (before && !paired) out.push_back(utf8(icu::UnicodeString(before)));
        before = 0;
        paired = false;
    };
    for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
        auto const c = all.char32At(i);
        if (is_han(c)) {
            end_word();
            if (before) out.push_back(utf8(icu::UnicodeString(before).append(c)));
            paired = before != 0;
            before = c;
            continue;
        }
        if (c == name_dot && before) continue;
        end_han();
        if (is_of_a_word(c)) word.append(c);
        else end_word();
    }
    end_word();
    end_han();
    return out;
}

std::string collation_key(std::string_view text)
{
    thread_local auto const collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("zh", "CN"), status));
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no data to sort Chinese");
        return made;
    }();
    UErrorCode status = U_ZERO_ERROR;
    icu::CollationKey key;
    collator->getCollationKey(wide(text), key, status);
    if (U_FAILURE(status)) throw std::runtime_error("a text cannot be sorted");
    int32_t n = 0;
    auto const* bytes = key.getByteArray(n);
    return {reinterpret_cast<char const*>(bytes), std::size_t(n)};
}

}  // namespace maple
