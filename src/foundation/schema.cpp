#include "foundation/schema.hpp"

#include <boost/core/demangle.hpp>

namespace maple {
namespace {

void drop_all(std::string& s, std::string_view what)
{
    for (auto at = s.find(what); at != s.npos; at = s.find(what, at)) s.erase(at, what.size());
}

void replace_all(std::string& s, std::string_view what, std::string_view with)
{
    for (auto at = s.find(what); at != s.npos; at = s.find(what, at + with.size())) s.replace(at, what.size(), with);
}

json::object with_prose(json::object schema, std::optional<Prose> const& prose)
{
    if (!prose) return schema;
    schema["description"] = prose->sentence;
    if (!prose->example.empty()) schema["examples"] = json::array{json::parse(prose->example)};
    return schema;
}

json::object reference(std::string const& name) { return {{"$ref", "#/components/schemas/" + name}}; }

}  // namespace

std::string schema_name(char const* mangled)
{
    auto name = boost::core::demangle(mangled);
    drop_all(name, "(anonymous namespace)::");
    drop_all(name, "maple::");
    drop_all(name, "struct ");
    drop_all(name, ">");
    replace_all(name, "<", ".");
    replace_all(name, "::", ".");
    drop_all(name, " ");
    return name;
}

json::object Schemas::named(std::string const& name, Way way, std::function<json::object()> const& make)
{
    auto const id = std::pair(name, way);
    if (auto const known = names_.find(id); known != names_.end()) return reference(known->second);
    names_[id] = name;  // a form may contain itself
    auto const drawn = make();
    auto& called = names_[id];
    if (auto const other = drawn_.find(name); other != drawn_.end() && other->second != drawn)
        called = name + (way == Way::asked ? ".Asked" : ".Answered");
    drawn_[called] = drawn;
    return reference(called);
}

json::object Schemas::of_struct(char const* mangled, Way way, std::span<MemberSchema const> members)
{
    auto const name = schema_name(mangled);
    return named(name, way, [&] {
        json::object properties;
        json::array required;
        for (auto const& member : members) {
            properties[member.name] = with_prose(member.draw(*this, way), prose(name, member.name));
            if (way == Way::answered || !member.may_be_left_out) required.emplace_back(member.name);
        }
        return json::object{{"type", "object"}, {"properties", properties}, {"required", required},
                            {"additionalProperties", false}};
    });
}

json::object Schemas::of_choice(char const* mangled, Way way, std::span<std::string_view const> names)
{
    return named(schema_name(mangled), way, [&] {
        return json::object{{"type", "string"}, {"enum", json::array(names.begin(), names.end())}};
    });
}

json::object drawn_text(int least, int most) { return {{"type", "string"}, {"minLength", least}, {"maxLength", most}}; }

json::object drawn_number(std::int64_t least, std::int64_t most)
{
    return {{"type", "integer"}, {"minimum", least}, {"maximum", most}};
}

json::object drawn_optional(json::object drawn)
{
    if (drawn.contains("$ref")) return {{"anyOf", json::array{drawn, json::object{{"type", "null"}}}}};
    if (auto* type = drawn.if_contains("type"); type && type->is_string()) *type = json::array{*type, "null"};
    return drawn;
}

json::object drawn_list(json::object item, std::size_t most)
{
    return {{"type", "array"}, {"items", std::move(item)}, {"maxItems", most}};
}

std::optional<Prose> Schemas::prose(std::string_view type, std::string_view field) const
{
    return tell_ ? tell_(type, field) : std::nullopt;
}

}  // namespace maple
