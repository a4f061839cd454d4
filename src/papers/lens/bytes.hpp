// Reading numbers out of formats that other people invented.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace maple::papers::lens {

using Bytes = std::string_view;

inline std::uint8_t at(Bytes bytes, std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); }

// Nothing is read beyond the end: what is not there is zero.
inline std::uint64_t big(Bytes bytes, std::size_t from, std::size_t n)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < n; ++i) value = value << 8 | (from + i < bytes.size() ? at(bytes, from + i) : 0);
    return value;
}

inline std::uint64_t little(Bytes bytes, std::size_t from, std::size_t n)
{
    std::uint64_t value = 0;
    for (std::size_t i = n; i-- > 0;) value = value << 8 | (from + i < bytes.size() ? at(bytes, from + i) : 0);
    return value;
}

inline std::string as_big(std::uint64_t value, std::size_t n)
{
    std::string out(n, '\0');
    for (std::size_t i = n; i-- > 0; value >>= 8) out[i] = static_cast<char>(value & 0xFF);
    return out;
}

inline std::string as_little(std::uint64_t value, std::size_t n)
{
    std::string out(n, '\0');
    for (std::size_t i = 0; i < n; ++i, value >>= 8) out[i] = static_cast<char>(value & 0xFF);
    return out;
}

// A part of it, as far as it is there.
inline Bytes part(Bytes bytes, std::size_t from, std::size_t n = Bytes::npos)
{
    return from >= bytes.size() ? Bytes{} : bytes.substr(from, n);
}

}  // namespace maple::papers::lens
