#include "api/words.hpp"
#include "foundation/embedded.hpp"

#include <shared_mutex>
#include <toml++/toml.h>

namespace maple::api {
namespace {

using Catalogue = std::map<std::string, std::string, std::less<>>;

void gather(toml::table const& table, std::string const& above, Catalogue& into)
{
    for (auto const& [key, node] : table) {
        auto const name = above.empty() ? std::string(key.str()) : above + "." + std::string(key.str());
        if (auto const* inner = node.as_table()) gather(*inner, name, into);
        else if (auto const* text = node.as_string()) into[name] = text->get();
    }
}

Catalogue read_catalogue(std::string const& file)
{
    Catalogue words;
    auto const text = embedded(file);
    if (!text) return words;
    try {
        gather(toml::parse(*text, file), "", words);
    } catch (toml::parse_error const& wrong) {
        throw std::runtime_error(file + ":" + std::to_string(wrong.source().begin.line) + ": " + std::string(wrong.description()));
    }
    return words;
}

Catalogue const& catalogue(Language language)
{
    static Catalogue const zh = read_catalogue("words/zh-CN.toml"), en = read_catalogue("words/en.toml"),
                           ug = read_catalogue("words/ug.toml");
    return language == Language::en ? en : language == Language::ug ? ug : zh;
}

std::string const* find(Language language, std::string_view key)
{
    auto const& words = catalogue(language);
    auto const found = words.find(key);
    if (found != words.end()) return &found->second;
    return language == Language::ug ? find(Language::zh, key) : nullptr;
}

// What the book calls things; it is read after the program has started.
struct Taught {
    std::shared_mutex mutex;
    std::map<std::string, law::Wording> names;
};

Taught& taught()
{
    static Taught one;
    return one;
}

std::optional<std::string> taught_name(Language language, std::string_view key)
{
    std::shared_lock const lock(taught().mutex);
    auto const found = taught().names.find(std::string(key));
    if (found == taught().names.end()) return std::nullopt;
    return law::in(found->second, tag(language));
}

std::string value_of(Language language, std::string const& value)
{
    return value.starts_with("@") ? say(language, std::string_view(value).substr(1)) : value;
}

// "en;q=0.7" is 700, "en" 1000 (RFC 9110 12.4.2); what cannot be read counts as nothing.
int weight_of(std::string_view wanted)
{
    auto const at = wanted.find("q=");
    if (at == wanted.npos) return 1000;
    int weight = 0, unit = 1000;
    for (char const c : wanted.substr(at + 2)) {
        if (c == '.') continue;
        if (c < '0' || c > '9' || unit == 0) return weight;
        weight += (c - '0') * unit;
        unit /= 10;
    }
    return weight;
}

}  // namespace

std::string_view tag(Language language)
{
    return language == Language::en ? "en" : language == Language::ug ? "ug" : "zh-CN";
}

Language language_from(std::string_view accept)
{
    Language best = Language::zh;
    int best_weight = 0;
    while (!accept.empty()) {
        auto const comma = accept.find(',');
        auto const one = trimmed(accept.substr(0, comma));
        accept.remove_prefix(comma == accept.npos ? accept.size() : comma + 1);
        int const weight = weight_of(one);
        if (weight <= best_weight) continue;
        if (one.starts_with("zh")) best = Language::zh;
        else if (one.starts_with("en")) best = Language::en;
        else if (one.starts_with("ug")) best = Language::ug;
        else continue;
        best_weight = weight;
    }
    return best;
}

std::string say(Language language, std::string_view key, Params const& params)
{
    auto const* sentence = find(language, key);
    std::string out = sentence ? *sentence : taught_name(language, key).value_or(std::string(key));
    for (auto const& param : params) {
        auto const place = "{" + param.name + "}";
        auto const value = value_of(language, param.value);
        for (auto at = out.find(place); at != out.npos; at = out.find(place, at + value.size())) out.replace(at, place.size(), value);
    }
    return out;
}

bool can_say(Language language, std::string_view key) { return find(language, key) || taught_name(language, key); }

void teach(std::map<std::string, law::Wording> names)
{
    std::unique_lock const lock(taught().mutex);
    taught().names = std::move(names);
}

std::vector<std::string> said_keys(Language language)
{
    std::vector<std::string> keys;
    for (auto const& [key, sentence] : catalogue(language)) keys.push_back(key);
    return keys;
}

std::string choice_name(Desk const& desk, std::string_view list, std::string_view key)
{
    auto const* choice = desk.book().choice(list, key);
    return choice ? law::in(choice->name, tag(desk.language)) : std::string(key);
}

}  // namespace maple::api
