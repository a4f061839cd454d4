// A small demo city, built once for all tests of a program.
#pragma once
#include "app/demo/city.hpp"
#include "app/demo/clock.hpp"
#include "app/rooms.hpp"
#include "storage/testing.hpp"

namespace maple::app::demo {

class TestCity {
public:
    explicit TestCity(CitySize const& size)
    {
        house.contents = std::make_shared<Contents const>(papers);
        build_city(*store, house, dispatcher, {}, size);
    }
    ~TestCity()
    {
        std::error_code ignored;
        std::filesystem::remove_all(papers, ignored);
    }

    std::int64_t count(std::string_view statement)
    {
        return sql::read_now(*store, [&](sql::Session& sql) { return sql::cell<std::int64_t>(sql, statement).value_or(0); });
    }
    // The words of a column, once each.
    std::set<std::string> words(std::string_view statement)
    {
        return sql::read_now(*store, [&](sql::Session& sql) {
            std::set<std::string> out;
            for (auto const& row : sql.run(statement, {}).rows)
                if (auto const* word = std::get_if<std::string>(&row.front())) out.insert(*word);
            return out;
        });
    }

    std::filesystem::path papers = std::filesystem::temp_directory_path() / ("maple-demo-" + shown(new_key()));
    law::Book book = law::open_book();
    Vault vault = Vault::for_tests();
    House house{book, vault, true};
    std::unique_ptr<sql::Store> store = [] {
        auto fresh = sql::fresh_store(sql::Engine::sqlite);
        sql::migrate(*fresh, sql::house_migrations());
        return fresh;
    }();
    DemoClock clock{*store};
    api::Dispatcher dispatcher{all_rooms(&clock), *store, house, [this] { return clock.now(); }};
};

inline TestCity& small_city()
{
    static TestCity city(CitySize::small());
    return city;
}

}  // namespace maple::app::demo
