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

std::optional<Prose> Schemas::prose(std::string_view type, std::string_view field) const
{
    return tell_ ? tell_(type, field) : std::nullopt;
}

}  // namespace maple
