#include "api/question.hpp"
#include "foundation/chinese_text.hpp"

#include <boost/json/parser.hpp>

namespace maple::api {
namespace {

// Parts of the path itself.
std::vector<std::string_view> segments_of(std::string_view path)
{
    std::vector<std::string_view> segments;
    segments.reserve(8);
    while (!path.empty()) {
        if (path.front() == '/') path.remove_prefix(1);
        auto const slash = path.find('/');
        segments.emplace_back(path.substr(0, slash));
        path = slash == path.npos ? std::string_view{} : path.substr(slash);
    }
    return segments;
}

std::optional<json::object> matched(std::vector<std::string_view> const& wanted, std::vector<std::string_view> const& given)
{
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!wanted[i].starts_with('{') && wanted[i] != given[i]) return std::nullopt;
    json::object named;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!wanted[i].starts_with('{')) continue;
        auto const value = percent_decoded(given[i], false);
        if (!value) return std::nullopt;
        named[wanted[i].substr(1, wanted[i].size() - 2)] = *value;
    }
    return named;
}

[[noreturn]] void malformed(std::string code) { throw Refused(refuse(Because::malformed, "malformed." + code)); }

void add_query(std::string_view query, json::object& into)
{
    while (!query.empty()) {
        auto const end = query.find('&');
        auto const pair = query.substr(0, end);
        query = end == query.npos ? std::string_view{} : query.substr(end + 1);
        if (pair.empty()) continue;
        auto const equals = pair.find('=');
        auto const name = percent_decoded(pair.substr(0, equals), true);
        auto const value = percent_decoded(equals == pair.npos ? "" : pair.substr(equals + 1), true);
        if (!name || !value) malformed("query");
        if (value->empty()) continue;
        if (!into.emplace(*name, *value).second) malformed("doubled");
    }
}

}  // namespace

Router::Router(Catalogue const& catalogue)
{
    for (auto const& room : catalogue)
        for (auto const& route : room.routes) {
            auto segments = segments_of(route.path);
            std::pair const at(segments.size(), segments.empty() ? std::string_view() : segments.front());
            entries_.emplace(at, Entry{std::move(segments), &route});
        }
}

Found Router::find(std::string_view verb, std::string_view path) const
{
    Found found;
    auto const given = segments_of(path);
    auto const [first, last] = entries_.equal_range({given.size(), given.empty() ? std::string_view() : given.front()});
    for (auto entry = first; entry != last; ++entry) {
        auto named = matched(entry->second.segments, given);
        if (!named) continue;
        if (method(entry->second.route->verb) != verb) {
            found.other_verbs.push_back(method(entry->second.route->verb));
            continue;
        }
        // "/disputes/on-the-spot" is closer than "/disputes/{dispute}".
        if (!found.route || named->size() < found.named.size()) {
            found.route = entry->second.route;
            found.named = std::move(*named);
        }
    }
    return found;
}

json::value question_in(http::Request const& request, json::object named)
{
    if (request.verb == "GET" || request.verb == "DELETE" || request.verb == "HEAD") {
        add_query(request.query, named);
        return named;
    }
    if (trimmed(request.body).empty()) return named;
    auto const type = request.header("Content-Type");
    if (!type.starts_with("application/json")) malformed("not_json_type");
    boost::system::error_code bad;
    json::parse_options options;
    options.max_depth = 16;
    auto body = json::parse(request.body, bad, {}, options);
    if (bad) malformed("not_json");
    if (!body.is_object()) malformed("not_an_object");
    for (auto& [name, value] : body.get_object())
        if (!named.emplace(name, std::move(value)).second) malformed("doubled");
    return named;
}

std::optional<std::string> percent_decoded(std::string_view s, bool plus_is_space)
{
    auto const digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
    std::string out;
    out.reserve(s.size());
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] == '+' && plus_is_space) out += ' ';
        else if (s[i] != '%') out += s[i];
        else {
            if (i + 2 >= s.size()) return std::nullopt;
            int const high = digit(s[i + 1]), low = digit(s[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += char(high * 16 + low);
            i += 2;
        }
    }
    if (!is_utf8(out)) return std::nullopt;
    return out;
}

}  // namespace maple::api
