#include "api/question.hpp"
#include "foundation/chinese_text.hpp"

#include <boost/json/basic_parser_impl.hpp>
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

// What stands behind the name in "{form}.pdf"; everything of a segment that has no name.
std::string_view spelled_end(std::string_view wanted)
{
    return wanted.starts_with('{') ? wanted.substr(wanted.find('}') + 1) : wanted;
}

bool fits(std::string_view wanted, std::string_view given)
{
    auto const end = spelled_end(wanted);
    return wanted.starts_with('{') ? given.ends_with(end) && (end.empty() || given.size() > end.size()) : wanted == given;
}

std::optional<json::object> matched(std::vector<std::string_view> const& wanted, std::vector<std::string_view> const& given)
{
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (!fits(wanted[i], given[i])) return std::nullopt;
    json::object named;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!wanted[i].starts_with('{')) continue;
        auto const value = percent_decoded(given[i].substr(0, given[i].size() - spelled_end(wanted[i]).size()), false);
        if (!value) return std::nullopt;
        named[wanted[i].substr(1, wanted[i].find('}') - 1)] = *value;
    }
    return named;
}

[[noreturn]] void malformed(std::string code) { throw Refused(refuse(Because::malformed, "malformed." + code)); }

[[noreturn]] void unsupported(std::string code) { throw Refused(refuse(Because::unsupported, "unsupported." + code)); }

bool same_word(std::string_view a, std::string_view b)
{
    auto const small = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return small(x) == small(y); });
}

// "application/json", or with a charset that is the one of JSON.
bool is_json(std::string_view type)
{
    auto const semicolon = type.find(';');
    if (!same_word(trimmed(type.substr(0, semicolon)), "application/json")) return false;
    if (semicolon == type.npos) return true;
    auto const parameter = trimmed(type.substr(semicolon + 1));
    return parameter.empty() || same_word(parameter, "charset=utf-8") || same_word(parameter, "charset=\"utf-8\"");
}

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

constexpr std::size_t deepest = 16;

// Counts the members of all objects of a text, each as often as it is written.
struct MembersWritten {
    static constexpr std::size_t max_object_size = std::size_t(-1), max_array_size = std::size_t(-1), max_key_size = std::size_t(-1),
                                 max_string_size = std::size_t(-1);
    using Bad = boost::system::error_code;
    std::size_t members = 0;

    bool on_document_begin(Bad&) { return true; }
    bool on_document_end(Bad&) { return true; }
    bool on_object_begin(Bad&) { return true; }
    bool on_object_end(std::size_t n, Bad&) { members += n; return true; }
    bool on_array_begin(Bad&) { return true; }
    bool on_array_end(std::size_t, Bad&) { return true; }
    bool on_key_part(json::string_view, std::size_t, Bad&) { return true; }
    bool on_key(json::string_view, std::size_t, Bad&) { return true; }
    bool on_string_part(json::string_view, std::size_t, Bad&) { return true; }
    bool on_string(json::string_view, std::size_t, Bad&) { return true; }
    bool on_number_part(json::string_view, Bad&) { return true; }
    bool on_int64(std::int64_t, json::string_view, Bad&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, Bad&) { return true; }
    bool on_double(double, json::string_view, Bad&) { return true; }
    bool on_bool(bool, Bad&) { return true; }
    bool on_null(Bad&) { return true; }
    bool on_comment_part(json::string_view, Bad&) { return true; }
    bool on_comment(json::string_view, Bad&) { return true; }
};

std::size_t members_kept(json::value const& v)
{
    std::size_t n = 0;
    if (auto const* object = v.if_object()) {
        n += object->size();
        for (auto const& member : *object) n += members_kept(member.value());
    } else if (auto const* array = v.if_array()) {
        for (auto const& item : *array) n += members_kept(item);
    }
    return n;
}

// Of a field that is given twice the last one counts for most programs and the first one for
// some: whoever checked the request may have read another than we do.
bool names_a_field_twice(std::string const& text, json::value const& body)
{
    json::parse_options options;
    options.max_depth = deepest;
    json::basic_parser<MembersWritten> parser(options);
    boost::system::error_code bad;
    parser.write_some(false, text.data(), text.size(), bad);
    return parser.handler().members != members_kept(body);
}

json::object body_of(http::Request const& request)
{
    auto const encoding = request.header("Content-Encoding");
    if (!encoding.empty() && !same_word(encoding, "identity")) unsupported("compressed");
    if (!is_json(request.header("Content-Type"))) unsupported("not_json_type");
    boost::system::error_code bad;
    json::parse_options options;
    options.max_depth = deepest;
    auto body = json::parse(request.body, bad, {}, options);
    if (bad) malformed("not_json");
    if (!body.is_object()) malformed("not_an_object");
    if (names_a_field_twice(request.body, body)) malformed("doubled");
    return std::move(body.get_object());
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
    std::size_t closest = 0;
    auto const given = segments_of(path);
    auto const [first, last] = entries_.equal_range({given.size(), given.empty() ? std::string_view() : given.front()});
    for (auto entry = first; entry != last; ++entry) {
        auto named = matched(entry->second.segments, given);
        if (!named) continue;
        if (method(entry->second.route->verb) != verb) {
            found.other_verbs.push_back(method(entry->second.route->verb));
            continue;
        }
        // "/disputes/on-the-spot" is closer than "/disputes/{dispute}", "{form}.pdf" than "{form}".
        std::size_t spelled = 0;
        for (auto const segment : entry->second.segments) spelled += spelled_end(segment).size();
        if (!found.route || named->size() < found.named.size() || (named->size() == found.named.size() && spelled > closest)) {
            closest = spelled;
            found.route = entry->second.route;
            found.named = std::move(*named);
        }
    }
    return found;
}

json::value question_in(http::Request const& request, json::object named)
{
    auto const said = trimmed(request.body);
    if (request.verb == "GET" || request.verb == "DELETE" || request.verb == "HEAD") {
        // RFC 9110, 9.3: a body has no meaning here, so nobody may believe that it was heard.
        if (!said.empty() && said != "{}") malformed("body_not_read");
        add_query(request.query, named);
        return named;
    }
    if (!request.query.empty()) malformed("query_not_read");
    if (said.empty()) return named;
    for (auto& [name, value] : body_of(request))
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
