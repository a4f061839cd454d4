// The examples of the API's description hold: each fits its own schema, the program reads the
// requests that they make, and what the program answers fits what it says it answers.
#include "api/prose.hpp"
#include "schema.hpp"
#include "town.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Maker;
using ::maple::testing::Schema;
using ::maple::testing::Town;

// Every schema of the document that has properties, with its name.
template <class F> void each_property(json::object const& document, F&& f)
{
    auto const properties_of = [&](std::string const& owner, json::object const& schema) {
        if (auto const* properties = schema.if_contains("properties"))
            for (auto const& [name, property] : properties->as_object()) f(owner + "." + std::string(name), property.as_object());
    };
    for (auto const& [name, schema] : document.at("components").at("schemas").as_object()) properties_of(std::string(name), schema.as_object());
    for (auto const& [path, verbs] : document.at("paths").as_object())
        for (auto const& [verb, operation] : verbs.as_object()) {
            auto const door = std::string(verb) + " " + std::string(path);
            for (auto const& one : operation.at("parameters").as_array())
                if (one.at("in").as_string() != "header") f(door + " " + std::string(one.at("name").as_string()), one.at("schema").as_object());
            if (auto const* body = operation.as_object().if_contains("requestBody"))
                properties_of(door, body->at("content").as_object().begin()->value().at("schema").as_object());
        }
}

bool needs_an_example(Schema const& schema, json::object const& property)
{
    auto const& drawn = schema.resolved(property);
    if (auto const* ways = drawn.if_contains("anyOf")) return needs_an_example(schema, ways->as_array().at(0).as_object());
    if (drawn.contains("enum") || drawn.contains("properties") || drawn.contains("contentMediaType")) return false;
    auto const& type = drawn.at("type");
    auto const first = type.is_array() ? type.as_array().at(0).as_string() : type.as_string();
    if (first == "array") return needs_an_example(schema, drawn.at("items").as_object());
    return first == "string" || first == "integer";
}

struct Examples : ::testing::Test {
    api::Catalogue rooms = app::all_rooms();
    json::object document = api::openapi(rooms);
    Schema schema{document};
    Maker make{schema};
};

TEST_F(Examples, each_fits_the_schema_of_its_own_field)
{
    int met = 0;
    each_property(document, [&](std::string const& name, json::object const& property) {
        auto const* examples = property.if_contains("examples");
        if (!examples) return;
        for (auto const& one : examples->as_array()) {
            ++met;
            for (auto const& fault : schema.faults(property, one, name)) ADD_FAILURE() << fault;
        }
    });
    EXPECT_GT(met, 300);
}

TEST_F(Examples, every_field_that_does_not_explain_itself_has_one)
{
    each_property(document, [&](std::string const& name, json::object const& property) {
        if (!name.starts_with("Problem.") && needs_an_example(schema, property)) {
            EXPECT_TRUE(property.contains("examples")) << name;
        }
    });
}

TEST_F(Examples, no_prose_is_written_for_a_field_that_is_not_there)
{
    for (auto const& field : api::prose_for_nothing(rooms)) ADD_FAILURE() << field << " is told about and nobody has it";
}

// The form as a whole, as it comes from path, query and body.
TEST_F(Examples, make_requests_that_the_program_reads)
{
    for (auto const& room : rooms)
        for (auto const& route : room.routes) {
            Schemas all(api::prose);
            auto const ref = route.in(all, Way::asked);
            json::object components;
            for (auto const& [name, drawn] : all.all()) components[name] = drawn;
            json::object const own{{"components", {{"schemas", components}}}};
            Schema const here(own);
            auto form = Maker{here}.whole(here.resolved(ref));
            for (auto const& fault : here.faults(ref, form, std::string(route.path))) ADD_FAILURE() << fault;
            if (!api::has_body(route.verb))
                for (auto& [name, value] : form)
                    if (value.is_int64() || value.is_bool()) value = json::serialize(value);
            try {
                if (route.fill) route.fill(form);
                else if (route.fill_in_lobby) route.fill_in_lobby(form);
                else route.fill_with_file(form);
            } catch (Refused const& no) {
                for (auto const& one : no.refusal.problems) ADD_FAILURE() << route.path << one.at << " " << one.code;
            }
        }
}

TEST_F(Examples, of_keys_are_keys_of_the_book)
{
    auto const book = law::open_book();
    auto const told = [](std::string_view type, std::string_view field) {
        auto const prose = api::prose(type, field);
        return prose ? json::parse(prose->example) : json::value();
    };
    struct Listed {
        std::string_view type, field, list;
    };
    for (auto const& [type, field, list] : {
             Listed{"acceptance.Refuse", "reason", "refusal"}, Listed{"acceptance.Advise", "reason", "advice"}, Listed{"acceptance.Transfer", "reason", "transfer"},
             Listed{"diversion.Return", "reason", "return"}, Listed{"diversion.Divert", "change_reason", "change"}, Listed{"diversion.Divert", "override_reason", "override"},
             Listed{"mediation.Pause", "reason", "pause"}, Listed{"mediation.Leave", "reason", "termination"}, Listed{"mediation.Terminate", "reason", "termination"},
             Listed{"followup.Reopen", "reason", "reopen"}, Listed{"documents.Archive", "retention", "archive_retention"}, Listed{"linkage.Decline", "reason", "decline"},
             Listed{"diversion.Object", "ground", "conflict"}, Listed{"diversion.Decide", "reason", "unfounded"}, Listed{"dispute.Conflict", "reason", "unfounded"},
             Listed{"dispute.Appointment", "reason", "change"}, Listed{"dispute.Handling", "reason", "change"}, Listed{"dispute.ClockPause", "reason", "pause"},
             Listed{"dispute.Termination", "reason", "termination"}, Listed{"registry.StandingForm", "sector", "sector"},
             Listed{"workforce.GoAway", "kind", "absence"}, Listed{"workforce.Plan", "kind", "training"}, Listed{"app.AnnulNumber", "reason", "annulment"},
             Listed{"documents.RetentionView", "key", "archive_retention"}, Listed{"documents.SendPackage", "basis", "package_basis"},
             Listed{"quality.ItemView", "severity", "quality_severity"}, Listed{"resolution.CourtView", "ground", "court_ground"}})
        EXPECT_TRUE(book.choice(list, told(type, field).as_string())) << type << "." << field;
    for (auto const& [type, field, list] : {Listed{"acceptance.Refuse", "remedies", "remedy"}, Listed{"mediation.Terminate", "remedies", "remedy"},
                                            Listed{"mediation.HoldSession", "methods", "method"}, Listed{"app.OnTheSpot", "methods", "method"},
                                            Listed{"app.SafetyView", "actions", "safety_action"}, Listed{"workforce.Describe", "labels", "label"}}) {
        auto const keys = told(type, field);  // outlives the loop over its parts
        for (auto const& key : keys.as_array()) EXPECT_TRUE(book.choice(list, key.as_string())) << type << "." << field;
    }
    EXPECT_TRUE(book.kind(told("dispute.RequestForm", "kind").as_string()));
    EXPECT_TRUE(book.clock(told("dispute.ClockView", "key").as_string()));
    EXPECT_TRUE(book.honour(told("workforce.Honour", "honour").as_string()));
    EXPECT_TRUE(book.mediator_grade(told("workforce.Grant", "grade").as_string()));
}

// --- What is answered is what is described ---------------------------------------------------

struct Described : ::testing::Test {
    Town town;
    json::object document = api::openapi(town.dispatcher->catalogue());
    Schema schema{document};

    json::object const& answer_of(std::string const& verb, std::string const& path)
    {
        return document.at("paths").at(path).at(verb).at("responses").at("200").at("content").at("application/json").at("schema").as_object();
    }
    void fits(std::string const& verb, std::string const& path, json::value const& answer)
    {
        for (auto const& fault : schema.faults(answer_of(verb, path), answer, verb + " " + path)) ADD_FAILURE() << fault;
    }
};

TEST_F(Described, answers_and_refusals_fit_the_document)
{
    auto const made = town.well(town.director, "POST", "/disputes", Town::request());
    fits("post", "/disputes", made);
    auto const id = std::string(made.at("file").at("id").as_string());
    fits("post", "/disputes/{dispute}/acceptance", town.well(town.director, "POST", "/disputes/" + id + "/acceptance"));
    for (std::string const door : {"", "/twins", "/proposal", "/documents"})
        fits("get", "/disputes/{dispute}" + door, town.well(town.director, "GET", "/disputes/" + id + door));
    for (std::string const door : {"/desk", "/disputes", "/leads", "/referrals", "/session", "/catalogue", "/divisions", "/organisations", "/committees", "/indicators", "/health", "/ready"})
        fits("get", door, town.well(town.director, "GET", door));
    fits("post", "/my/matter", town.well(town.nobody, "POST", "/my/matter", {{"code", made.at("codes").at(0).at("code")}}));
    auto const& problem = document.at("components").at("schemas").at("Problem").as_object();
    for (auto const& told : {town.ask(town.director, "POST", "/disputes", json::object{}), town.ask(town.nobody, "GET", "/desk"),
                             town.ask(town.director, "POST", "/disputes/" + id + "/acceptance"), town.ask(town.director, "POST", "/disputes/on-the-spot",
                                      json::object{{"request", Town::request()}, {"record", "r"}, {"terms", "t"}, {"promises", json::array{}}})}) {
        EXPECT_FALSE(told.well());
        for (auto const& fault : schema.faults(problem, told.body(), "problem")) ADD_FAILURE() << fault << " in " << told.text;
    }
}

}  // namespace
}  // namespace maple
