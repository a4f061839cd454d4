#include "http/headers.hpp"

#include <algorithm>

#include "http/server.hpp"

namespace maple::http {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view without_spaces(std::string_view s)
{
    auto const first = s.find_first_not_of(" \t");
    if (first == s.npos) return {};
    return s.substr(first, s.find_last_not_of(" \t") - first + 1);
}

std::string_view Request::header(std::string_view name) const
{
    auto const found = std::find_if(headers.begin(), headers.end(), [&](auto const& h) { return same_name(h.first, name); });
    return found == headers.end() ? std::string_view{} : found->second;
}

// A browser may send several Cookie headers (RFC 6265 says one, HTTP/2 gateways split it).
std::string_view Request::cookie(std::string_view name) const
{
    for (auto const& [header_name, value] : headers) {
        if (!same_name(header_name, "cookie")) continue;
        for (std::string_view rest = value; !rest.empty();) {
            auto const end = rest.find(';');
            auto const pair = rest.substr(0, end);
            rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
            auto const equals = pair.find('=');
            if (equals != pair.npos && without_spaces(pair.substr(0, equals)) == name)
                return without_spaces(pair.substr(equals + 1));
        }
    }
    return {};
}

}  // namespace maple::http
