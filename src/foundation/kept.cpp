#include "foundation/kept.hpp"
#include "foundation/phone.hpp"

namespace maple {
namespace {

// The first so many characters, whole.
std::string_view beginning(std::string_view text, int characters)
{
    std::size_t bytes = 0;
    for (; bytes < text.size() && characters > 0; --characters)
        do ++bytes;
        while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80);
    return text.substr(0, bytes);
}

}  // namespace

std::string KeptName::masked(std::string_view name) { return name.empty() ? "" : std::string(beginning(name, 1)) + "某"; }
std::string KeptPhone::masked(std::string_view phone) { return masked_phone(phone); }
std::string KeptIdNumber::masked(std::string_view number) { return masked_id(number); }

// Ten characters tell the estate, not the door.
std::string KeptAddress::masked(std::string_view address) { return std::string(beginning(address, 10)) + "***"; }

std::string KeptStrokes::masked(std::string_view strokes) { return strokes.empty() ? "" : "✓"; }

// The last four digits tell an account from another one of the same person.
std::string KeptAccount::masked(std::string_view account)
{
    std::string digits;
    for (auto const c : account)
        if (c >= '0' && c <= '9') digits += c;
    return digits.size() <= 4 ? "****" : "****" + digits.substr(digits.size() - 4);
}

}  // namespace maple
