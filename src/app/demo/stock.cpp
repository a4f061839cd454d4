#include "app/demo/stock.hpp"
#include "foundation/embedded.hpp"
#include "foundation/json.hpp"

#include <toml++/toml.h>

namespace maple::app::demo {
namespace {

toml::table file(std::string const& name)
{
    auto const text = embedded("rules/" + name);
    if (!text) throw std::runtime_error("the demo's file is missing: " + name);
    try {
        return toml::parse(*text, name);
    } catch (toml::parse_error const& error) {
        throw std::runtime_error(name + ": " + std::string(error.description()));
    }
}

std::string text(toml::table const& t, std::string_view key) { return t[key].value_or(std::string()); }

Lines lines_of(toml::node const* node)
{
    Lines out;
    if (node && node->as_array())
        for (auto const& one : *node->as_array()) out.push_back(one.value_or(std::string()));
    else if (node && node->is_string()) out.push_back(*node->value<std::string>());
    return out;
}
Lines lines(toml::table const& t, std::string_view key) { return lines_of(t.get(key)); }

Range range_of(toml::array const& a)
{
    Range r{a[0].value_or<std::int64_t>(0), a[a.size() > 1 ? 1 : 0].value_or<std::int64_t>(0), 1};
    if (a.size() > 2) r.step = a[2].value_or<std::int64_t>(1);
    return r;
}
std::optional<Range> range_if(toml::table const& t, std::string_view key)
{
    auto const* a = t[key].as_array();
    return a ? std::optional(range_of(*a)) : std::nullopt;
}
Range range(toml::table const& t, std::string_view key, Range otherwise = {}) { return range_if(t, key).value_or(otherwise); }

std::map<std::string, double> weights(toml::table const& t)
{
    std::map<std::string, double> out;
    for (auto const& [key, value] : t)
        if (value.is_number()) out[std::string(key.str())] = value.value_or(0.0);
    return out;
}
std::map<std::string, double> weights(toml::table const& t, std::string_view key)
{
    auto const* inner = t[key].as_table();
    return inner ? weights(*inner) : std::map<std::string, double>{};
}

law::Wording wording(toml::table const& t, std::string_view key)
{
    law::Wording out;
    if (auto const* inner = t[key].as_table())
        for (auto const& [language, value] : *inner) out[std::string(language.str())] = value.value_or(std::string());
    return out;
}

template <class F> void each_table(toml::table const& t, std::string_view key, F f)
{
    if (auto const* all = t[key].as_array())
        for (auto const& one : *all)
            if (auto const* table = one.as_table()) f(*table);
}

template <class E> E choice(std::string const& word)
{
    E e{};
    if (!boost::describe::enum_from_string(word.c_str(), e)) throw std::runtime_error("the demo knows no \"" + word + "\"");
    return e;
}

// --- Names, kin, firms, homes -----------------------------------------------------------

Lines chinese(toml::table const& t, std::string_view key)
{
    Lines out;
    if (auto const* all = t[key].as_array())
        for (auto const& one : *all)
            out.push_back(one.is_table() ? text(*one.as_table(), "zh") : one.value_or(std::string()));
    return out;
}

void read_names(Stock& s)
{
    auto const t = file("demo/names.toml");
    for (auto const& [key, value] : *t["tradition"].as_table()) {
        Tradition one;
        one.key = key.str();
        one.weight = int((*value.as_table())["weight"].value_or<std::int64_t>(1));
        auto const& parts = *t[key.str()].as_table();
        one.surnames = lines(parts, "surnames");
        one.dotted = one.surnames.empty();
        one.male = chinese(parts, one.dotted ? "male" : "given_male");
        one.female = chinese(parts, one.dotted ? "female" : "given_female");
        s.traditions.push_back(std::move(one));
    }
    for (auto const& [key, value] : *t["kin"].as_table()) {
        auto const& k = *value.as_table();
        s.kin[std::string(key.str())] = {k["same_tradition"].value_or(false), text(k, "surname"), text(k, "father")};
    }
}

void read_places(Stock& s)
{
    auto const t = file("demo/places.toml");
    each_table(t, "firms", [&](toml::table const& f) { s.firms.push_back({text(f, "type"), text(f, "zh"), text(f, "short")}); });
    auto const& homes = *t["estates"].as_table();
    s.urban_estates = lines(homes, "urban");
    s.village_estates = lines(homes, "village");
    s.building = range(homes, "building");
    s.unit = range(homes, "unit");
    s.floor = range(homes, "floor");
    s.door = range(homes, "door");
    s.streets = lines(*t["streets"].as_table(), "urban");
    s.village_streets = lines(*t["streets"].as_table(), "village");
}

// --- Organisations and faces ----------------------------------------------------------------

void read_organisations(Stock& s)
{
    auto const t = file("demo/organisations.toml");
    s.hours = text(t, "hours");
    s.hotline = text(t, "hotline");
    each_table(t, "organisations", [&](toml::table const& o) {
        s.organisations.push_back({text(o, "key"), text(o, "parent"), text(o, "zh"), text(o, "en"), text(o, "division"), text(o, "short"),
                                   text(o, "place"), choice<registry::OrganisationKind>(text(o, "kind")),
                                   choice<registry::Level>(text(o, "level")), o["seal"].value_or(false),
                                   int(o["mediators"].value_or<std::int64_t>(0)), int(o["informants"].value_or<std::int64_t>(0)),
                                   text(o, "host"), text(o, "sector"), text(o, "seated_at")});
    });
    for (auto const& [key, value] : *t["handlers"].as_table()) {
        auto const& h = *value.as_table();
        s.handlers[std::string(key.str())] = {text(h, "of_place"), text(h, "organisation"), text(h, "within"), text(h, "otherwise"),
                                              lines(h, "any_of"), h.contains("mediator_of_team")};
    }
    s.place_weights = weights(t, "place_weights");
    each_table(t, "team", [&](toml::table const& team) {
        s.team_name = text(team, "zh");
        s.team_name_en = text(team, "en");
        s.team_committee = text(team, "organisation");
        s.team_since = text(team, "since");
        s.team_story = text(team, "story");
        s.team_radiates = lines(team, "radiates_to");
    });
}

Face face_of(toml::table const& f)
{
    Face face{text(f, "key"), text(f, "name"), text(f, "sex"), text(f, "organisation"), text(f, "languages"), text(f, "place"), {},
              wording(f, "title"), wording(f, "try"), f["team_leader"].value_or(false), {}};
    if (auto const* dispute = f["dispute"].as_table()) face.story = text(*dispute, "story");
    each_table(f, "grants", [&](toml::table const& g) { face.grants.push_back({text(g, "role"), text(g, "organisation")}); });
    return face;
}

void read_faces(Stock& s)
{
    auto const t = file("demo/faces.toml");
    s.note = wording(t, "note");
    each_table(t, "face", [&](toml::table const& f) { s.faces.push_back(face_of(f)); });
    each_table(t, "extra", [&](toml::table const& f) { s.extras.push_back(face_of(f)); });
}

// --- Phrases ------------------------------------------------------------------------------

Slip slip_of(toml::table const& t)
{
    Slip slip;
    for (auto const& [key, value] : t)
        if (value.is_string()) slip.text[std::string(key.str())] = *value.value<std::string>();
    slip.words = lines(t, "words");
    slip.days = t["days"].value_or<std::int64_t>(0);
    return slip;
}

void read_phrases(Stock& s)
{
    auto const t = file("demo/phrases.toml");
    s.failure_percent = t["failure_percent"].value_or<std::int64_t>(3);
    each_table(t, "lead", [&](toml::table const& one) { s.leads.push_back(slip_of(one)); });
    each_table(t, "advice", [&](toml::table const& one) { s.advice.push_back(slip_of(one)); });
    each_table(t, "refused", [&](toml::table const& one) { s.refused.push_back(slip_of(one)); });
    each_table(t, "referral", [&](toml::table const& one) { s.referrals.push_back(slip_of(one)); });
    for (auto const& [key, value] : t) {
        auto const* section = value.as_table();
        if (!section) continue;
        auto const name = std::string(key.str());
        if (auto const numbers = weights(*section); !numbers.empty()) s.weights[name] = numbers;
        for (auto const& [inner, list] : *section) {
            auto const full = name + "." + std::string(inner.str());
            if (auto const some = lines_of(&list); !some.empty()) s.phrases[full] = some;
            if (auto const* numbers = list.as_table()) s.weights[full] = weights(*numbers);
        }
    }
}

// --- Stories ------------------------------------------------------------------------------

Pattern pattern_of(toml::table const& t)
{
    return {text(t, "as"), text(t, "sex"), text(t, "firm"), text(t, "guardian"), text(t, "kin"), range(t, "age", {22, 68}),
            range(t, "count"), lines(t, "sexes")};
}

void read_turns(Story& s, toml::table const& t)
{
    s.first_talk = lines(t, "first_talk");
    s.separate_applicant = text(t, "separate_applicant");
    s.separate_respondent = text(t, "separate_respondent");
    s.turning_point = text(t, "turning_point");
    s.record = text(t, "record");
    s.agreement_facts = text(t, "agreement_facts");
}

void read_drawn(Story& s, toml::table const& t)
{
    if (auto const* all = t["numbers"].as_table())
        for (auto const& [key, value] : *all) s.numbers[std::string(key.str())] = range_of(*value.as_array());
    if (auto const* all = t["words"].as_table())
        for (auto const& [key, value] : *all) s.words[std::string(key.str())] = lines_of(&value);
    if (auto const* all = t["persons"].as_table())
        for (auto const& [key, value] : *all) s.persons[std::string(key.str())] = pattern_of(*value.as_table());
    if (auto const* all = t["firms"].as_table())
        for (auto const& [key, value] : *all) s.firms[std::string(key.str())] = value.value_or(std::string());
}

Story story_of(toml::table const& t)
{
    Story s;
    s.key = text(t, "key");
    s.kind = text(t, "kind");
    s.grade = text(t, "grade");
    s.kin = text(t, "kin");
    s.near = text(t, "near");
    s.injury = text(t, "injury");
    s.place = text(t, "place_zh");
    s.request = text(t, "request");
    s.weight = t["weight"].value_or(1.0);
    s.on_spot = t["on_spot"].value_or(false);
    s.oral_allowed = t["oral_allowed"].value_or(false);
    if (auto const* season = t["season"].as_array())
        for (auto const& month : *season) s.season.push_back(month.value_or<std::int64_t>(0));
    s.handled_by = lines(t, "handled_by");
    s.only_in = lines(t, "only_in");
    s.methods = lines(t, "methods");
    s.facts = lines(t, "facts");
    s.visit_notes = lines(t, "visit_notes");
    s.sources = weights(t, "sources");
    s.satisfaction = weights(t, "satisfaction");
    s.applicant = pattern_of(*t["applicant"].as_table());
    s.respondent = pattern_of(*t["respondent"].as_table());
    s.month_back = range_if(t, "month_back");
    s.days_back = range_if(t, "days_back");
    s.sum_yuan = range_if(t, "sum_yuan");
    s.agreed_percent = range(t, "agreed_percent", {100, 100});
    read_drawn(s, t);
    read_turns(s, *t["turns"].as_table());
    each_table(t, "obligations", [&](toml::table const& o) {
        s.promises.push_back({text(o, "who"), text(o, "text"), text(o, "manner"), o["share"].value<std::int64_t>(),
                              int(o["due_days"].value_or<std::int64_t>(0))});
    });
    if (auto const* failure = t["failure"].as_table()) {
        s.failure_reason = text(*failure, "reason");
        s.failure_text = text(*failure, "text");
    }
    if (auto const* risk = t["risk"].as_table()) s.risk = RiskPattern{text(*risk, "kind"), text(*risk, "level"), text(*risk, "text")};
    return s;
}

void read_stories(Stock& s)
{
    for (auto const& one : embedded_under("rules/demo/stories/"))
        each_table(file(std::string(one.name.substr(6))), "story", [&](toml::table const& t) { s.stories.push_back(story_of(t)); });
}

}  // namespace

Lines const& Stock::lines(std::string const& name) const { return phrases.at(name); }

Story const& Stock::story(std::string_view key) const
{
    for (auto const& one : stories)
        if (one.key == key) return one;
    throw std::runtime_error("the demo has no story " + std::string(key));
}

Face const* Stock::face(std::string_view key) const
{
    for (auto const* list : {&faces, &extras})
        for (auto const& one : *list)
            if (one.key == key) return &one;
    return nullptr;
}

OrganisationEntry const& Stock::organisation(std::string_view key) const
{
    for (auto const& one : organisations)
        if (one.key == key) return one;
    throw std::runtime_error("the demo has no organisation " + std::string(key));
}

Stock const& stock()
{
    static Stock const all = [] {
        Stock s;
        read_names(s);
        read_places(s);
        read_organisations(s);
        read_faces(s);
        read_phrases(s);
        read_stories(s);
        return s;
    }();
    return all;
}

std::vector<registry::Division> official_divisions()
{
    auto const english = file("karamay/division_names_en.toml");
    auto const list = json::parse(embedded("rules/karamay/divisions.json").value());
    std::vector<registry::Division> out;
    auto const add = [&](json::value const& one, std::string const& parent, std::string_view level) {
        std::string const code(one.at("code").as_string()), name(one.at("name").as_string());
        out.push_back({code, parent, name, english[level][code]["name"].value_or(std::string())});
        return code;
    };
    auto const city = add(list.at("city"), "", "city");
    for (auto const& district : list.at("districts").as_array()) {
        auto const of_district = add(district, city, "districts");
        for (auto const& street : district.at("streets").as_array()) {
            auto const of_street = add(street, of_district, "streets");
            for (auto const& community : street.at("communities").as_array()) add(community, of_street, "communities");
        }
    }
    return out;
}

}  // namespace maple::app::demo
