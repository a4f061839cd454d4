#include "foundation/bare_text.hpp"

#include <stdexcept>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace maple {
namespace {

UChar32 plain_mark(UChar32 c)
{
    switch (c) {
    case 0x3002: case 0xFF61: return '.';
    case 0x3001: case 0xFF64: return ',';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: return '"';
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return '-';
    case 0x30FB: case 0x2022: case 0x2027: case 0x2219: case 0x22C5: return 0x00B7;
    default: return c;
    }
}

bool falls_away(UChar32 c)
{
    constexpr std::uint32_t unseen = U_GC_Z_MASK | U_GC_CC_MASK | U_GC_CF_MASK;
    return (U_GET_GC_MASK(c) & unseen) != 0;
}

}  // namespace

std::string bare_text(std::string_view text)
{
    if (text.size() > std::size_t(1) << 24) throw std::length_error("a text is too long");
    UErrorCode status = U_ZERO_ERROR;
    auto const* nfkc = icu::Normalizer2::getNFKCInstance(status);
    auto const one = nfkc ? nfkc->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), int32_t(text.size()))), status) : icu::UnicodeString();
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalise a text");
    icu::UnicodeString bare;
    for (int32_t i = 0; i < one.length(); i = one.moveIndex32(i, 1)) {
        auto const c = plain_mark(one.char32At(i));
        if (!falls_away(c)) bare.append(c);
    }
    std::string out;
    bare.toUTF8String(out);
    return out;
}

}  // namespace maple
