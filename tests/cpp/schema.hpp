// As much of JSON Schema as the description of the API uses, read strictly: a keyword that is
// not known here is a fault, too.
#pragma once
#include "foundation/json.hpp"
#include "foundation/key.hpp"
#include "foundation/text.hpp"
#include "foundation/time.hpp"

#include <set>
#include <string>
#include <vector>

namespace maple::testing {

class Schema {
public:
    explicit Schema(json::object const& document) : components_(document.at("components").at("schemas").as_object()) {}

    // A schema with its references followed.
    json::object const& resolved(json::object const& schema) const
    {
        auto const* reference = schema.if_contains("$ref");
        if (!reference) return schema;
        std::string_view const name = reference->as_string();
        return resolved(components_.at(name.substr(std::string_view("#/components/schemas/").size())).as_object());
    }

    // What is wrong with a value, a sentence each, with the place of it.
    std::vector<std::string> faults(json::object const& schema, json::value const& value, std::string const& at) const
    {
        std::vector<std::string> all;
        look(resolved(schema), value, at, all);
        return all;
    }

private:
    using Faults = std::vector<std::string>;

    static bool is(std::string_view type, json::value const& v)
    {
        if (type == "string") return v.is_string();
        if (type == "integer") return v.is_int64() || v.is_uint64();
        if (type == "boolean") return v.is_bool();
        if (type == "object") return v.is_object();
        if (type == "array") return v.is_array();
        return type == "null" && v.is_null();
    }

    void look(json::object const& schema, json::value const& v, std::string const& at, Faults& all) const
    {
        static std::set<std::string_view> const known{"$ref", "anyOf", "type", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum",
            "format", "items", "maxItems", "properties", "required", "additionalProperties", "description", "examples"};
        for (auto const& [keyword, value] : schema)
            if (!known.contains(keyword) && !keyword.starts_with("x-")) all.push_back(at + ": nobody knows " + std::string(keyword));
        if (auto const* ways = schema.if_contains("anyOf")) return any_of(ways->as_array(), v, at, all);
        if (auto const* type = schema.if_contains("type")) {
            bool fits = type->is_string() && is(type->as_string(), v);
            if (auto const* types = type->if_array())
                for (auto const& one : *types) fits = fits || is(one.as_string(), v);
            if (!fits) return all.push_back(at + ": " + json::serialize(v) + " is no " + json::serialize(*type));
        }
        if (v.is_string()) text(schema, v.as_string(), at, all);
        if (v.is_int64()) number(schema, v.as_int64(), at, all);
        if (v.is_array()) list(schema, v.as_array(), at, all);
        if (v.is_object()) object(schema, v.as_object(), at, all);
    }

    void any_of(json::array const& ways, json::value const& v, std::string const& at, Faults& all) const
    {
        Faults first;
        for (auto const& way : ways) {
            auto const here = faults(way.as_object(), v, at);
            if (here.empty()) return;
            if (first.empty()) first = here;
        }
        all.insert(all.end(), first.begin(), first.end());
    }

    static void text(json::object const& schema, std::string_view s, std::string const& at, Faults& all)
    {
        auto const wrong = [&](std::string const& says) { all.push_back(at + ": \"" + std::string(s) + "\" " + says); };
        if (auto const* choices = schema.if_contains("enum"))
            if (std::find(choices->as_array().begin(), choices->as_array().end(), json::value(s)) == choices->as_array().end())
                wrong("is none of " + json::serialize(*choices));
        if (auto const* least = schema.if_contains("minLength"); least && length(s) < least->as_int64()) wrong("is too short");
        if (auto const* most = schema.if_contains("maxLength"); most && length(s) > most->as_int64()) wrong("is too long");
        if (auto const* format = schema.if_contains("format")) {
            if (format->as_string() == "date" && !date_from_iso(s)) wrong("is no day");
            if (format->as_string() == "date-time" && !instant_from_iso(s)) wrong("is no moment");
        }
        if (schema.contains("pattern") && !key_from_shown(s)) wrong("is no key");  // the only pattern there is
    }

    static void number(json::object const& schema, std::int64_t n, std::string const& at, Faults& all)
    {
        if (auto const* least = schema.if_contains("minimum"); least && n < least->as_int64()) all.push_back(at + ": " + std::to_string(n) + " is too little");
        if (auto const* most = schema.if_contains("maximum"); most && n > most->as_int64()) all.push_back(at + ": " + std::to_string(n) + " is too much");
    }

    void list(json::object const& schema, json::array const& items, std::string const& at, Faults& all) const
    {
        for (std::size_t n = 0; n < items.size(); ++n) look(resolved(schema.at("items").as_object()), items[n], at + "/" + std::to_string(n), all);
    }

    void object(json::object const& schema, json::object const& members, std::string const& at, Faults& all) const
    {
        static json::object const none;
        auto const* properties = schema.if_contains("properties");
        if (auto const* required = schema.if_contains("required"))
            for (auto const& name : required->as_array())
                if (!members.contains(name.as_string())) all.push_back(at + ": lacks " + std::string(name.as_string()));
        for (auto const& [name, value] : members) {
            auto const* property = properties ? properties->as_object().if_contains(name) : nullptr;
            if (property) look(resolved(property->as_object()), value, at + "/" + std::string(name), all);
            else if (auto const* more = schema.if_contains("additionalProperties")) {
                if (auto const* drawn = more->if_object()) look(resolved(*drawn), value, at + "/" + std::string(name), all);
                else if (!more->as_bool()) all.push_back(at + ": nobody knows " + std::string(name));
            }
        }
    }

    json::object const& components_;
};

// A value made of the examples: a field's own one, else what its parts make.
struct Maker {
    Schema const& schema;

    json::value of(json::object const& property) const
    {
        if (auto const* examples = property.if_contains("examples")) return examples->as_array().at(0);
        auto const& drawn = schema.resolved(property);
        if (auto const* ways = drawn.if_contains("anyOf")) return of(ways->as_array().at(0).as_object());
        if (auto const* choices = drawn.if_contains("enum")) return choices->as_array().at(0);
        auto const& type = drawn.at("type");
        auto const first = type.is_array() ? type.as_array().at(0).as_string() : type.as_string();
        if (first == "object") return whole(drawn);
        if (first == "array") return json::array{of(drawn.at("items").as_object())};
        if (first == "boolean") return true;
        return nullptr;
    }
    json::object whole(json::object const& drawn) const
    {
        json::object made;
        for (auto const& [name, property] : drawn.at("properties").as_object()) made[name] = of(property.as_object());
        return made;
    }
};

}  // namespace maple::testing
