// The fixture of the tests of papers: a dispute given to its mediator, what is sent to it, and what
// `verify` finds at the end.
#pragma once
#include "app/replay.hpp"
#include "carried.hpp"
#include "papers/shelf.hpp"
#include "papers/testing.hpp"

namespace maple {

using ::maple::testing::Carried;
using ::maple::testing::Fields;
using ::maple::testing::form_with;
using ::maple::testing::Official;
using ::maple::testing::OnBothEngines;
using ::maple::testing::text_of;
using ::maple::testing::Told;
using ::maple::testing::Town;
using json::array;
using json::object;
namespace fs = std::filesystem;
namespace samples = papers::samples;

class Papers : public OnBothEngines, protected Carried {
protected:
    Papers() : Carried(home, Town::request())
    {
        assigned();
    }
    ~Papers() override
    {
        for (auto const& one : differences()) ADD_FAILURE() << one;
    }

    Told sends(Official const& who, std::string const& path, Fields const& fields, std::optional<std::string> const& file, std::string const& name = "照片.jpg", http::Headers more = {})
    {
        more.emplace_back("Content-Type", "multipart/form-data; boundary=maple");
        return town.ask(who, "POST", path, form_with(fields, file, name), std::move(more));
    }
    Told brings(Official const& who, std::string const& file, Fields fields = {}, std::string const& name = "照片.jpg")
    {
        auto const given = [&](std::string const& key) { return std::any_of(fields.begin(), fields.end(), [&](auto const& one) { return one.first == key; }); };
        if (!given("kind")) fields.emplace_back("kind", "evidence");
        if (!given("visibility")) fields.emplace_back("visibility", "file");
        return sends(who, "/disputes/" + id + "/papers", fields, file, name);
    }
    json::value brought(Official const& who, std::string const& file, Fields const& fields = {}, std::string const& name = "照片.jpg")
    {
        auto const told = brings(who, file, fields, name);
        if (!told.well()) throw std::runtime_error(told.text);
        return told.body();
    }
    Told content(Official const& who, std::string const& paper, http::Headers headers = {})
    {
        return town.ask(who, "GET", "/disputes/" + id + "/papers/" + paper + "/content", "", std::move(headers));
    }
    array list(Official const& who) { return does(who, "GET", "/papers").at("papers").as_array(); }
    static std::string key_of(json::value const& paper) { return text_of(paper.at("id")); }
    static std::string code_of(Told const& told) { return told.well() ? "" : told.field("code"); }

    std::vector<std::string> on_disk()
    {
        std::vector<std::string> found;
        for (auto const& one : town.house.contents->lying()) found.push_back(one.file);
        return found;
    }
    fs::path place(std::string const& file) { return town.papers.path / file.substr(0, 2) / file; }
    std::vector<std::string> differences()
    {
        std::vector<std::string> all;
        for (auto const& one : app::verify(*town.store, town.book, town.vault, {}, town.house.contents.get()).differences) all.push_back(one.what + " " + one.says);
        return std::exchange(expected, {}) == all ? std::vector<std::string>{} : all;
    }
    template <class F> auto desk(F f)
    {
        return sql::read_now(*town.store, [&](sql::Session& sql) {
            Desk desk{sql, town.house, {}, town.now, town.now};
            return f(desk);
        });
    }

    std::vector<std::string> expected;
};

}  // namespace maple
