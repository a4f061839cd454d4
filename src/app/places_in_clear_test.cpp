// Where signs of disputes were seen: kept in clear by an older program, sealed when a newer one
// opens the house, told as before to who may read it, and no page changes.
#include "access/sheet.hpp"
#include "app/replay.hpp"
#include "law/book.hpp"
#include "storage/testing.hpp"
#include "warning/lead.hpp"
#include "warning/open_places.hpp"

#include <gtest/gtest.h>

namespace maple::app {
namespace {

constexpr std::string_view stairs = "8 号楼 2 单元", yard = "后院车棚";
constexpr int newest_with_open_places = 17;

struct OldHouse {
    explicit OldHouse(sql::Engine engine) : store(sql::fresh_store(engine))
    {
        auto known = sql::house_migrations();
        std::erase_if(known, [](sql::Migration const& one) { return one.number > newest_with_open_places; });
        sql::migrate(*store, known);
    }
    void migrate() { sql::migrate(*store, sql::house_migrations()); }

    template <class F> void work(F f)
    {
        sql::write_now(*store, [&](sql::Session& sql) {
            Desk desk{sql, house, {}, now, now};
            f(desk);
        });
    }

    // As the program of that time did; none is kept of a place that nobody told.
    warning::Lead reported_openly(std::string_view place)
    {
        std::optional<warning::Lead> made;
        work([&](Desk& desk) {
            warning::Lead lead;
            lead.id = new_key();
            access::Sheet<warning::Lead> sheet(desk, "lead", lead);
            lead.kind = "neighbour";
            lead.desk_scope = "/1/";
            lead.where = sheet.keep("lead.where", place);
            lead.words = sheet.keep("lead.words", "有人在吵");
            sheet.record(warning::Reported{lead});
            sheet.put_back("lead", warning::row_of(*sheet, book));
            made = *sheet;
        });
        return *made;
    }

    std::string held()
    {
        return sql::read_now(*store, [](sql::Session& sql) {
            std::string all;
            for (auto const* statement : {"SELECT body FROM words WHERE body IS NOT NULL", "SELECT text FROM page", "SELECT state FROM lead"})
                for (auto const& text : sql::column<std::string>(sql, statement)) all += text + "\n";
            return all;
        });
    }
    bool holds(std::string_view words) { return held().find(words) != std::string::npos; }
    std::string place_of(warning::Lead const& lead)
    {
        return sql::read_now(*store, [&](sql::Session& sql) { return access::one_text(sql, vault, lead.where.id).value_or(""); });
    }
    std::string said()
    {
        sql::write_now(*store, [](sql::Session& sql) { access::place_pages(sql); });
        std::string all;
        for (auto const& one : verify(*store, book, vault).differences) all += one.what + " " + one.which + ": " + one.says + "\n";
        return all;
    }

    law::Book book = law::open_book();
    Vault vault = Vault::for_tests();
    House house{book, vault};
    std::unique_ptr<sql::Store> store;
    Instant now = instant_from_iso("2023-11-20T09:00:00+08:00").value();
};

class places_of_signs : public testing::TestWithParam<sql::Engine> {};
INSTANTIATE_TEST_SUITE_P(engines, places_of_signs, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(places_of_signs, of_an_older_house_are_sealed_when_a_newer_program_opens_it)
{
    OldHouse house(GetParam());
    auto const one = house.reported_openly(stairs), other = house.reported_openly(yard), nowhere = house.reported_openly("");
    house.migrate();
    ASSERT_TRUE(house.holds(stairs)) << "a program that ended here has not sealed them: the next one does";
    EXPECT_EQ(warning::seal_open_places(*house.store, house.vault), 2);
    EXPECT_EQ(warning::seal_open_places(*house.store, house.vault), 0) << "once is enough";
    EXPECT_FALSE(house.holds(stairs));
    EXPECT_FALSE(house.holds(yard));
    EXPECT_TRUE(house.holds("有人在吵")) << "what was seen stays open, and this reading would find a place";
    EXPECT_EQ(house.place_of(one), stairs);
    EXPECT_EQ(house.place_of(other), yard);
    EXPECT_EQ(house.place_of(nowhere), "");
    EXPECT_EQ(house.said(), "") << "no page changes";
}

TEST_P(places_of_signs, of_an_older_house_are_never_sealed_with_the_key_of_another_one)
{
    OldHouse house(GetParam());
    auto const one = house.reported_openly(stairs);
    house.migrate();
    house.work([&](Desk& desk) { access::write_ledger(desk, {}, {access::prepare_words(one.id, "party.phone", "13700009942", access::Secrecy::personal)}); });
    auto const file = std::filesystem::temp_directory_path() / ("maple-places-" + shown(new_key()) + ".key");
    auto const another = Vault::open(file);
    std::filesystem::remove(file);
    EXPECT_THROW(warning::seal_open_places(*house.store, another), std::runtime_error);
    EXPECT_TRUE(house.holds(stairs)) << "nothing was changed";
    EXPECT_EQ(warning::seal_open_places(*house.store, house.vault), 1);
    EXPECT_FALSE(house.holds(stairs));
}

}  // namespace
}  // namespace maple::app
