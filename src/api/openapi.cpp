#include "api/route.hpp"

namespace maple::api {
namespace {

json::object reference(std::string const& name) { return {{"$ref", "#/components/schemas/" + name}}; }

json::object content(json::object schema, std::string_view type = "application/json")
{
    return {{type, json::object{{"schema", std::move(schema)}}}};
}

// JSON, unless the schema says what its bytes are.
std::string media_type(json::object const& schema)
{
    auto const* type = schema.if_contains("contentMediaType");
    return type ? std::string(type->as_string()) : "application/json";
}

// RFC 9457 with our own members; drawn by hand because a Refusal is worded on the way out.
json::object problem_schema()
{
    auto const text = json::object{{"type", "string"}};
    auto const field = json::object{{"type", "object"}, {"required", {"at", "code", "detail"}},
        {"properties", {{"at", {{"type", "string"}, {"description", "JSON pointer to the field, \"\" for the whole request"}}},
                        {"code", text}, {"detail", text}}}};
    auto const article = json::object{{"type", {"object", "null"}}, {"required", {"key", "law", "article", "says"}},
        {"properties", {{"key", text}, {"law", text}, {"article", text}, {"says", text}}}};
    return {{"type", "object"}, {"description", "What went wrong, in the language of Accept-Language."},
            {"required", {"type", "title", "status", "detail", "code", "problems", "article", "request"}},
            {"properties", {{"type", text}, {"title", text}, {"status", {{"type", "integer"}}}, {"detail", text},
                            {"code", text}, {"problems", {{"type", "array"}, {"items", field}}},
                            {"article", article}, {"request", text}}}};
}

bool in_path(Route const& route, std::string_view field)
{
    return route.path.find("{" + std::string(field) + "}") != route.path.npos;
}

json::object const& properties_of(Schemas const& all, json::object const& ref)
{
    std::string const name = ref.at("$ref").as_string().subview(std::string_view("#/components/schemas/").size());
    return all.all().at(name).at("properties").as_object();
}

bool required_in(Schemas const& all, json::object const& ref, std::string_view field)
{
    std::string const name = ref.at("$ref").as_string().subview(std::string_view("#/components/schemas/").size());
    for (auto const& one : all.all().at(name).at("required").as_array())
        if (one.as_string() == field) return true;
    return false;
}

// Fields of the path and of the query are parameters, the others are the body.
struct Parts {
    json::array parameters;
    json::object body;
    json::array body_required;
};

Parts parts_of(Route const& route, Schemas& all)
{
    Parts parts;
    auto const ref = route.in(all, Way::asked);
    for (auto const& [name, schema] : properties_of(all, ref)) {
        bool const path = in_path(route, name);
        if (!path && has_body(route.verb)) {
            parts.body[name] = schema;
            if (required_in(all, ref, name)) parts.body_required.emplace_back(name);
            continue;
        }
        json::object parameter{{"name", name}, {"in", path ? "path" : "query"},
                               {"required", path || required_in(all, ref, name)}, {"schema", schema}};
        if (auto const* says = schema.as_object().if_contains("description")) parameter["description"] = *says;
        parts.parameters.push_back(std::move(parameter));
    }
    return parts;
}

// The one answer that changes with its version alone.
bool is_whole_file(Route const& route) { return route.verb == Verb::get && route.path == "/disputes/{dispute}"; }

void add_headers(Route const& route, json::array& parameters)
{
    auto const header = [&](std::string_view name, std::string_view says) {
        parameters.push_back(json::object{{"name", name}, {"in", "header"}, {"required", false},
                                          {"schema", {{"type", "string"}}}, {"description", says}});
    };
    // The doors before anybody is known keep nothing that holds a password or a session; what they do
    // once is once by itself: a link is used up, a code counts for one step of its clock.
    if (route.verb == Verb::post && !route.fill_in_lobby) header("Idempotency-Key", "The same key within 24 hours gets the same answer and does nothing twice.");
    if (route.verb != Verb::get && route.path.find("/disputes/{") != route.path.npos)
        header("If-Match", "The ETag of the dispute as you saw it; 412 when somebody changed it since.");
    if (is_whole_file(route)) header("If-None-Match", "The ETag that you have; 304 when nobody has written on the dispute since.");
}

std::string operation_id(Route const& route)
{
    std::string id(method(route.verb));
    for (auto& c : id) c = char(c + ('a' - 'A'));
    for (char c : route.path) id += (c == '/' || c == '-' || c == '{' || c == '.') ? '_' : c == '}' ? '\0' : c;
    std::erase(id, '\0');
    return id;
}

json::object operation(std::string_view room, Route const& route, Schemas& all)
{
    auto parts = parts_of(route, all);
    add_headers(route, parts.parameters);
    json::object op{{"operationId", operation_id(route)}, {"tags", json::array{room}}, {"summary", route.tells},
                    {"x-needs", boost::describe::enum_to_string(route.needs, "?")}, {"parameters", parts.parameters}};
    if (!parts.body.empty()) {
        json::object schema{{"type", "object"}, {"properties", parts.body}, {"additionalProperties", false}};
        if (route.fill_with_file) {
            schema["properties"].as_object()["file"] = json::object{{"type", "string"}, {"contentMediaType", "application/octet-stream"},
                {"description", "The file itself. What it is, is found by looking at it; its name says nothing."}};
            parts.body_required.emplace_back("file");
        }
        if (!parts.body_required.empty()) schema["required"] = parts.body_required;
        op["requestBody"] = json::object{{"required", true},
                                         {"content", content(std::move(schema), route.fill_with_file ? "multipart/form-data" : "application/json")}};
    }
    auto const answer = route.out(all, Way::answered);
    op["responses"] = json::object{
        {"200", {{"description", "done"}, {"content", content(answer, media_type(answer))}}},
        {"default", {{"description", "refused"}, {"content", content(reference("Problem"), "application/problem+json")}}}};
    if (auto const* schema = answer.if_contains("contentMediaType"); schema && schema->as_string() == "application/octet-stream")
        op["responses"].as_object()["206"] = json::object{{"description", "the part that Range asked for"}};
    if (is_whole_file(route)) op["responses"].as_object()["304"] = json::object{{"description", "nobody has written on it since"}};
    return op;
}

void find_references(json::value const& in, std::vector<std::string>& found)
{
    static constexpr std::string_view place = "#/components/schemas/";
    if (auto const* list = in.if_array())
        for (auto const& item : *list) find_references(item, found);
    if (auto const* object = in.if_object())
        for (auto const& [name, value] : *object) {
            if (name == "$ref" && value.is_string()) found.emplace_back(std::string_view(value.get_string()).substr(place.size()));
            else find_references(value, found);
        }
}

// Only what answers and bodies refer to; requests are spelled out where they are asked.
json::object referenced(json::object const& schemas, json::object const& paths)
{
    std::vector<std::string> open;
    find_references(paths, open);
    std::set<std::string> kept;
    while (!open.empty()) {
        auto const name = std::move(open.back());
        open.pop_back();
        if (kept.insert(name).second) find_references(schemas.at(name), open);
    }
    json::object all;
    for (auto const& [name, schema] : schemas)
        if (kept.contains(name)) all[name] = schema;
    return all;
}

}  // namespace

std::string_view method(Verb verb)
{
    switch (verb) {
    case Verb::get: return "GET";
    case Verb::post: return "POST";
    case Verb::put: return "PUT";
    case Verb::del: return "DELETE";
    }
    return "?";
}

json::object openapi(Catalogue const& catalogue)
{
    Schemas all(prose);
    json::object paths;
    json::array tags;
    for (auto const& room : catalogue) {
        tags.push_back(json::object{{"name", room.name}});
        for (auto const& route : room.routes) {
            auto verb = std::string(method(route.verb));
            for (auto& c : verb) c = char(c + ('a' - 'A'));
            auto& at = paths[route.path];
            if (!at.is_object()) at.emplace_object();
            at.as_object()[verb] = operation(room.name, route, all);
        }
    }
    json::object schemas;
    for (auto const& [name, schema] : all.all()) schemas[name] = schema;
    schemas["Problem"] = problem_schema();
    return {{"openapi", "3.1.0"},
            {"info", {{"title", "Maplebridge"}, {"version", MAPLE_VERSION},
                      {"description", "People's mediation, from the first word to the return visit. Money is in fen, "
                                      "moments are RFC 3339, dates are days in Beijing time, keys are 13 characters of base32."},
                      {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
            {"servers", json::array{json::object{{"url", "/api"}}}},
            {"tags", tags}, {"paths", paths}, {"components", {{"schemas", referenced(schemas, paths)}}}};
}

}  // namespace maple::api
