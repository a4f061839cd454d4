// What a form looks like, for the OpenAPI document: JSON Schema with every struct and
// enumeration under its own name, and a sentence and an example for every field.
#pragma once
#include "foundation/json.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace maple {

struct Prose {
    std::string_view sentence;
    std::string_view example = {};  // as JSON
};

// Asked for: fields with a default may be left out. Answered: every field is there.
enum class Way { asked, answered };

class Schemas;

// A member of a described struct. Tables of these are put together when compiling, so that
// drawing a form is code that exists once, not once for every type and field.
struct MemberSchema {
    std::string_view name;
    json::object (*draw)(Schemas&, Way);
    bool may_be_left_out;
};

class Schemas {
public:
    // What people should know about a field of a type; nothing when it was never said.
    using Tell = std::function<std::optional<Prose>(std::string_view type, std::string_view field)>;

    explicit Schemas(Tell tell = {}) : tell_(std::move(tell)) {}

    // A reference to the named schema, which `make` draws on the first call.
    json::object named(std::string const& name, Way way, std::function<json::object()> const& make);
    // References to the schema of a struct and of an enumeration.
    json::object of_struct(char const* mangled, Way, std::span<MemberSchema const>);
    json::object of_choice(char const* mangled, Way, std::span<std::string_view const> names);
    std::optional<Prose> prose(std::string_view type, std::string_view field) const;
    std::map<std::string, json::object> const& all() const { return drawn_; }

private:
    Tell tell_;
    std::map<std::string, json::object> drawn_;
    std::map<std::pair<std::string, Way>, std::string> names_;
};

json::object drawn_text(int least, int most);
json::object drawn_number(std::int64_t least, std::int64_t most);
// Or nothing.
json::object drawn_optional(json::object);
json::object drawn_list(json::object item, std::size_t most);

// "maple::acceptance::(anonymous namespace)::Accept" is called "acceptance.Accept".
std::string schema_name(char const* mangled);

}  // namespace maple
