// What a form looks like, for the OpenAPI document: JSON Schema with every struct and
// enumeration under its own name, and a sentence and an example for every field.
#pragma once
#include "foundation/json.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace maple {

struct Prose {
    std::string_view sentence;
    std::string_view example = {};  // as JSON
};

// Asked for: fields with a default may be left out. Answered: every field is there.
enum class Way { asked, answered };

class Schemas {
public:
    // What people should know about a field of a type; nothing when it was never said.
    using Tell = std::function<std::optional<Prose>(std::string_view type, std::string_view field)>;

    explicit Schemas(Tell tell = {}) : tell_(std::move(tell)) {}

    // A reference to the named schema, which `make` draws on the first call.
    json::object named(std::string const& name, Way way, std::function<json::object()> const& make);
    std::optional<Prose> prose(std::string_view type, std::string_view field) const;
    std::map<std::string, json::object> const& all() const { return drawn_; }

private:
    Tell tell_;
    std::map<std::string, json::object> drawn_;
    std::map<std::pair<std::string, Way>, std::string> names_;
};

// "maple::acceptance::(anonymous namespace)::Accept" is called "acceptance.Accept".
std::string schema_name(char const* mangled);

}  // namespace maple
