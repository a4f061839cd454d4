#include "http/answer.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "http/headers.hpp"

namespace maple::http {

namespace {

bool is_token(std::string_view name)
{
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.find(c) != others.npos;
    });
}

bool is_one_line(std::string_view value)
{
    return std::none_of(value.begin(), value.end(), [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7F; });
}

// What this layer says itself, and what the house must therefore not say again.
bool is_framing(std::string_view name)
{
    static constexpr std::array<std::string_view, 7> ours = {"content-length", "transfer-encoding", "connection", "keep-alive",
                                                             "date", "server", "content-type"};
    return std::any_of(ours.begin(), ours.end(), [&](auto const& one) { return same_name(one, name); });
}

std::string_view reason(int status)
{
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 416: return "Range Not Satisfiable";
        case 422: return "Unprocessable Content";
        case 428: return "Precondition Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        default: return "";  // RFC 9112, 4: the phrase may be empty
    }
}

void add(std::string& out, std::string_view name, std::string_view value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

bool sendable(Response const& response)
{
    if (response.status < 200 || response.status > 599 || !is_one_line(response.type)) return false;
    return std::all_of(response.headers.begin(), response.headers.end(),
                       [](auto const& h) { return is_token(h.first) && is_one_line(h.second); });
}

std::string head_of(Response const& response, std::string_view connection, std::string_view date)
{
    std::string out;
    out.reserve(256);
    out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ").append(reason(response.status)).append("\r\n");
    add(out, "Date", date);
    // RFC 9110, 8.6: 204 has no length; that of 304 would speak of the body not sent.
    if (response.status != 204 && response.status != 304) {
        if (!response.type.empty()) add(out, "Content-Type", response.type);
        add(out, "Content-Length", std::to_string(response.stream ? end_of(response) - response.from : std::int64_t(body_of(response).size())));
    }
    if (!connection.empty()) add(out, "Connection", connection);
    for (auto const& [name, value] : response.headers)
        if (!is_framing(name)) add(out, name, value);
    return out.append("\r\n");
}

std::string_view body_of(Response const& response)
{
    if (response.status == 204 || response.status == 304) return {};
    return response.shared ? *response.shared : response.body;
}

std::int64_t end_of(Response const& response)
{
    return response.to < 0 ? response.stream->size : response.to;
}

bool asks_to_close(Response const& response)
{
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [](auto const& h) { return same_name(h.first, "connection") && same_name(h.second, "close"); });
}

std::string http_date(std::chrono::sys_seconds at)
{
    static constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const day = std::chrono::floor<std::chrono::days>(at);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const clock{at - day};
    std::array<char, 64> text{};
    int const length =
        std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT", days[std::chrono::weekday{day}.c_encoding()],
                      unsigned{date.day()}, months[unsigned{date.month()} - 1], int{date.year()},
                      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                      static_cast<int>(clock.seconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace maple::http
