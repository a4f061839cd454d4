// What the catalogue of routes promises: prose for every field, no doubled door, one
// description of the API that validates what the program answers.
#include "api/prose.hpp"
#include "app/life.hpp"
#include "app/rooms.hpp"
#include "dispute/life.hpp"

#include <gtest/gtest.h>
#include <set>

namespace maple {

TEST(Catalogue, every_field_is_told_about)
{
    for (auto const& field : api::fields_without_prose(app::all_rooms())) ADD_FAILURE() << field << " has no prose";
}

TEST(Catalogue, no_door_is_declared_twice)
{
    std::set<std::string> met;
    for (auto const& room : app::all_rooms())
        for (auto const& route : room.routes)
            EXPECT_TRUE(met.insert(std::string(api::method(route.verb)) + " " + std::string(route.path)).second) << route.path;
}

TEST(Catalogue, every_reference_of_the_document_leads_somewhere)
{
    auto const document = api::openapi(app::all_rooms());
    auto const text = json::serialize(document);
    auto const& schemas = document.at("components").at("schemas").as_object();
    constexpr std::string_view mark = "#/components/schemas/";
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        auto const name = text.substr(at + mark.size(), text.find('"', at) - at - mark.size());
        EXPECT_TRUE(schemas.contains(name)) << name;
    }
}

TEST(Catalogue, every_deed_of_the_life_is_at_somebodys_door)
{
    EXPECT_NE(app::life_page().find("mediation.session_held"), std::string::npos);
    for (auto const& row : dispute::life()) EXPECT_FALSE(row.deed.empty());
}

}  // namespace maple
