#include "app/web.hpp"
#include "foundation/embedded.hpp"
#include "foundation/random_token.hpp"

#include <fstream>
#include <map>
#include <sstream>

namespace maple::app {
namespace {

struct Type {
    std::string_view ending, type;
};
constexpr Type types[] = {
    {".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"}, {".json", "application/json"}, {".woff2", "font/woff2"}, {".png", "image/png"},
    {".ico", "image/x-icon"}, {".webmanifest", "application/manifest+json"}, {".txt", "text/plain; charset=utf-8"},
};

std::string_view type_of(std::string_view path)
{
    for (auto const& one : types)
        if (path.ends_with(one.ending)) return one.type;
    return "application/octet-stream";
}

std::optional<std::string> file_in(std::string const& folder, std::string const& name)
{
    if (folder.empty()) {
        auto const body = embedded("web/" + name);
        return body ? std::optional(std::string(*body)) : std::nullopt;
    }
    if (name.find("..") != name.npos) return std::nullopt;
    std::ifstream in(folder + "/" + name, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// The page that a path belongs to: every path of an entry is the entry's own page.
std::string page_for(std::string_view path)
{
    if (path == "/desk" || path.starts_with("/desk/")) return "desk/index.html";
    if (path == "/api-docs" || path.starts_with("/api-docs/")) return "api-docs/index.html";
    return "index.html";
}

bool is_file(std::string_view path)
{
    auto const last = path.substr(path.rfind('/') + 1);
    return path.starts_with("/assets/") || last.find('.') != last.npos;
}

std::string policy(std::string const& nonce)
{
    return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce +
           "'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; "
           "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
}

void guard(http::Response& answer)
{
    answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
    answer.headers.emplace_back("Referrer-Policy", "no-referrer");
    answer.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
}

http::Response page(std::string html)
{
    auto const nonce = random_token(16);
    constexpr std::string_view place = "__CSP_NONCE__";
    for (auto at = html.find(place); at != html.npos; at = html.find(place, at + nonce.size())) html.replace(at, place.size(), nonce);
    http::Response answer{200, "text/html; charset=utf-8", std::move(html), {}, {}};
    answer.headers.emplace_back("Content-Security-Policy", policy(nonce));
    answer.headers.emplace_back("Cache-Control", "no-store");
    guard(answer);
    return answer;
}

}  // namespace

http::Response web_page(http::Request const& request, std::string const& folder)
{
    if (request.verb != "GET" && request.verb != "HEAD") return {405, "text/plain; charset=utf-8", "only reading\n", {{"Allow", "GET, HEAD"}}, {}};
    if (!is_file(request.path)) {
        if (auto html = file_in(folder, page_for(request.path))) return page(std::move(*html));
        return {404, "text/plain; charset=utf-8", "the web app was not built into this program\n", {}, {}};
    }
    auto body = file_in(folder, request.path.substr(1));
    if (!body) return {404, "text/plain; charset=utf-8", "no such file\n", {}, {}};
    if (request.path.ends_with(".html")) return page(std::move(*body));
    http::Response answer{200, std::string(type_of(request.path)), std::move(*body), {}, {}};
    answer.headers.emplace_back("Cache-Control", request.path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    guard(answer);
    return answer;
}

}  // namespace maple::app
