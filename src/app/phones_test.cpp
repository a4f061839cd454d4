// Phones of people who serve: nowhere in clear, neither in a new house nor in one that an older
// program kept; with a new key; and named by `verify` when one was changed from outside.
#include "app/replay.hpp"
#include "app/rotate.hpp"
#include "registry/phone.hpp"
#include "registry/roll.hpp"
#include "registry/second_factor.hpp"
#include "registry/testing.hpp"

#include <fstream>
#include <gtest/gtest.h>

namespace maple::app {
namespace {

using namespace registry;

constexpr std::string_view hers = "0990-7310042", his = "13700009942";
constexpr int newest_that_kept_them_open = 17;

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("maple-phones-" + shown(new_key()));
    Folder() { std::filesystem::create_directories(path); }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

// A house whose store, key and age are the test's.
struct Office {
    explicit Office(std::unique_ptr<sql::Store> its_store, Vault its_vault = Vault::for_tests()) : store(std::move(its_store)), vault(std::move(its_vault)) {}
    Office(Office const&) = delete;
    Office& operator=(Office const&) = delete;

    int migrate_to(int newest)
    {
        auto known = sql::house_migrations();
        std::erase_if(known, [&](sql::Migration const& one) { return one.number > newest; });
        return sql::migrate(*store, known);
    }
    int migrate() { return sql::migrate(*store, sql::house_migrations()); }

    template <class F> void work(F f)
    {
        sql::write_now(*store, [&](sql::Session& sql) {
            Desk desk{sql, house, {}, now, now};
            f(desk);
        });
    }

    // What `verify` says.
    std::string said(Vault const& key)
    {
        sql::write_now(*store, [](sql::Session& sql) { access::place_pages(sql); });
        std::string all;
        for (auto const& one : verify(*store, book, key).differences) all += one.what + " " + one.which + ": " + one.says + "\n";
        return all;
    }
    std::string said() { return said(vault); }

    std::unique_ptr<sql::Store> store;
    Vault vault;
    law::Book book;
    House house{book, vault};
    Instant now = instant_from_iso("2023-11-20T09:00:00+08:00").value();
};

Key open_a_bureau(Desk& desk)
{
    Registrar roll(desk);
    auto const id = roll.add(NewOrganisation{{}, {}, OrganisationKind::justice_bureau, Level::city, "市司法局", "", "", "6502", "0990-6000000", "", "", false}).id;
    roll.write();
    return id;
}

Key register_one(Desk& desk, Key organisation, std::string name, std::string_view phone)
{
    Registrar roll(desk);
    auto const id = roll.add(NewPerson{{}, organisation, std::move(name), std::string(phone), "zh", "", {Service::mediator}, "", {}}).id;
    roll.write();
    return id;
}

// As the program of that time did: the row and the words beside the page in clear.
Key register_one_openly(Desk& desk, Key organisation, std::string const& name, std::string_view phone)
{
    auto const id = new_key();
    auto const called = access::prepare_words(id, "person.name", name, access::Secrecy::open);
    auto const reached = access::prepare_words(id, "person.phone", phone, access::Secrecy::open);
    sql::change(desk.sql, R"(
        INSERT INTO person (id, organisation, name, phone, languages, skills, serves_as, certificate)
        VALUES ($1, $2, $3, $4, 'zh', '', 'mediator', ''))", id, organisation, name, phone);
    access::write_ledger(desk, {{"person", id, 1, "registry.person_registered", desk.now,
                                 access::PageBody::of(PersonRegistered{organisation, called.kept, reached.kept, {}, "zh", "", {Service::mediator}, {}})}},
                         {called, reached});
    return id;
}

// All that the tables of people and of the ledger hold.
std::string held(sql::Store& store)
{
    static int asked = 0;  // each time by a statement of its own: the columns of a prepared one do not change
    auto const limit = " LIMIT " + std::to_string(10'000 + asked++);
    return sql::read_now(store, [&](sql::Session& sql) {
        std::string all;
        for (std::string const table : {"person", "words", "page"})
            for (auto const& row : sql.run("SELECT * FROM " + table + limit, {}).rows)
                for (auto const& cell : row)
                    if (auto const* text = std::get_if<std::string>(&cell)) all += *text + "\n";
        return all;
    });
}

bool holds(std::string const& all, std::string_view words) { return all.find(words) != all.npos; }

std::vector<std::string> pages_in(sql::Store& store)
{
    return sql::read_now(store, [](sql::Session& sql) { return sql::column<std::string>(sql, "SELECT text FROM page ORDER BY id"); });
}

// What its page tells of the phone, and what its row does.
void expect_phone(Desk& desk, Key id, std::string_view phone)
{
    auto const pages = access::pages_of(desk.sql, id);
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_EQ(access::one_text(desk, from_record<PersonRegistered>(pages.front().body).phone), phone);
    EXPECT_EQ(phone_of(desk, registry::person(desk, id)), phone);
}

class phones_of_people : public testing::TestWithParam<sql::Engine> {};
INSTANTIATE_TEST_SUITE_P(engines, phones_of_people, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(phones_of_people, lie_sealed_in_the_row_and_beside_the_page)
{
    Office office(sql::fresh_store(GetParam()));
    office.migrate();
    Key bureau{}, one{}, without{};
    office.work([&](Desk& desk) {
        bureau = open_a_bureau(desk);
        one = register_one(desk, bureau, "古丽", hers);
        without = register_one(desk, bureau, "王明", "");
    });
    auto const all = held(*office.store);
    EXPECT_TRUE(holds(all, "古丽")) << "names are searched, and this reading would find a phone";
    EXPECT_FALSE(holds(all, hers));
    office.work([&](Desk& desk) {
        expect_phone(desk, one, hers);
        EXPECT_EQ(phone_of(desk, registry::person(desk, without)), "");
        EXPECT_EQ(organisation(desk, bureau).phone, "0990-6000000") << "an office's own is public";
    });
    EXPECT_EQ(office.said(), "");
}

TEST_P(phones_of_people, open_in_their_own_row_alone)
{
    Office office(sql::fresh_store(GetParam()));
    office.migrate();
    office.work([&](Desk& desk) {
        auto const bureau = open_a_bureau(desk);
        auto const one = register_one(desk, bureau, "古丽", hers), other = register_one(desk, bureau, "王明", his);
        auto const sealed = registry::person(desk, one).sealed_phone;
        EXPECT_EQ(open_phone(office.vault, one, sealed), hers);
        EXPECT_THROW(open_phone(office.vault, other, sealed), Tampered);
    });
}

TEST_P(phones_of_people, are_shown_as_none_where_one_was_damaged_and_the_others_stay)
{
    Office office(sql::fresh_store(GetParam()));
    office.migrate();
    office.work([&](Desk& desk) {
        auto const bureau = open_a_bureau(desk);
        auto const one = register_one(desk, bureau, "古丽", hers), other = register_one(desk, bureau, "王明", his);
        sql::change(desk.sql, "UPDATE person SET sealed_phone = (SELECT sealed_phone FROM person WHERE id = $1) WHERE id = $2", other, one);
        auto damaged = registry::person(desk, one);
        EXPECT_EQ(phone_of(desk, damaged), "");
        damaged.sealed_phone = "x";
        EXPECT_EQ(phone_of(desk, damaged), "");
        EXPECT_EQ(phone_of(desk, registry::person(desk, other)), his);
    });
}

TEST_P(phones_of_people, are_named_by_verify_when_the_row_was_changed)
{
    Office office(sql::fresh_store(GetParam()));
    office.migrate();
    Key one{}, other{};
    office.work([&](Desk& desk) {
        auto const bureau = open_a_bureau(desk);
        one = register_one(desk, bureau, "古丽", hers);
        other = register_one(desk, bureau, "王明", his);
    });
    auto const sealed = office.vault.seal(his, place_of_phone(one));  // by somebody who has the key
    for (auto const& changed : {std::string("SELECT sealed_phone FROM person WHERE id = ") + std::to_string(other.n), "SELECT '" + sealed + "'",
                                "SELECT '" + std::string(hers) + "'", std::string("SELECT ''")}) {
        office.work([&](Desk& desk) { sql::change(desk.sql, "UPDATE person SET sealed_phone = (" + changed + ") WHERE id = $1", one); });
        EXPECT_EQ(office.said(), "person " + shown(one) + ": column sealed_phone is not what the pages tell\n") << changed;
    }
}

TEST_P(phones_of_people, of_an_older_house_are_sealed_when_a_newer_program_opens_it)
{
    Office office(sql::fresh_store(GetParam()));
    office.migrate_to(newest_that_kept_them_open);
    Key one{}, other{}, without{};
    office.work([&](Desk& desk) {
        auto const bureau = open_a_bureau(desk);
        one = register_one_openly(desk, bureau, "古丽", hers);
        other = register_one_openly(desk, bureau, "王明", his);
        without = register_one_openly(desk, bureau, "马晓燕", "");
    });
    ASSERT_TRUE(holds(held(*office.store), hers));
    auto const pages = pages_in(*office.store);
    EXPECT_GE(office.migrate(), 1);
    ASSERT_TRUE(holds(held(*office.store), his)) << "a program that ended here has not sealed them: the next one does";
    EXPECT_EQ(seal_open_phones(*office.store, office.vault), 2);
    EXPECT_EQ(seal_open_phones(*office.store, office.vault), 0) << "once is enough";
    auto const all = held(*office.store);
    EXPECT_FALSE(holds(all, hers));
    EXPECT_FALSE(holds(all, his));
    EXPECT_EQ(pages_in(*office.store), pages) << "a page never changes";
    office.work([&](Desk& desk) {
        expect_phone(desk, one, hers);
        expect_phone(desk, other, his);
        EXPECT_EQ(phone_of(desk, registry::person(desk, without)), "");
    });
    EXPECT_EQ(office.said(), "");
}

TEST_P(phones_of_people, of_an_older_house_are_bound_to_what_their_pages_tell)
{
    Office office(sql::fresh_store(GetParam()));
    office.migrate_to(newest_that_kept_them_open);
    Key one{}, other{};
    office.work([&](Desk& desk) {
        auto const bureau = open_a_bureau(desk);
        one = register_one_openly(desk, bureau, "古丽", hers);
        other = register_one_openly(desk, bureau, "王明", his);
    });
    office.migrate();
    seal_open_phones(*office.store, office.vault);
    office.work([&](Desk& desk) {
        sql::change(desk.sql, "UPDATE person SET sealed_phone = $2 WHERE id = $1", one, seal_phone(office.vault, one, std::string(his)));
        sql::change(desk.sql, "UPDATE words SET secrecy = 'open', body = '1' WHERE subject = $1 AND label = 'person.phone'", other);
    });
    auto const said = office.said();
    EXPECT_TRUE(holds(said, "person " + shown(one) + ": column sealed_phone is not what the pages tell\n")) << said;
    EXPECT_TRUE(holds(said, "the text beside person " + shown(other) + " is not the one that its page tells of\n")) << said;
}

TEST_P(phones_of_people, of_an_older_house_are_never_sealed_with_the_key_of_another_one)
{
    Folder const folder;
    auto const another = Vault::open(folder.path / "vault.key");
    Office office(sql::fresh_store(GetParam()));
    office.migrate_to(newest_that_kept_them_open);
    office.work([&](Desk& desk) {
        auto const bureau = open_a_bureau(desk);
        register_one_openly(desk, bureau, "古丽", hers);
        access::write_ledger(desk, {}, {access::prepare_words(bureau, "party.phone", his, access::Secrecy::personal)});
    });
    office.migrate();
    EXPECT_THROW(seal_open_phones(*office.store, another), std::runtime_error);
    EXPECT_TRUE(holds(held(*office.store), hers)) << "nothing was changed";
    EXPECT_EQ(seal_open_phones(*office.store, office.vault), 1);
    EXPECT_FALSE(holds(held(*office.store), hers));
}

// What such a house keeps sealed may be nothing but a compartment, or a second factor that waits for its first code.
TEST_P(phones_of_people, of_an_older_house_know_its_key_by_whatever_it_keeps_sealed)
{
    Folder const folder;
    auto const another = Vault::open(folder.path / "vault.key");
    auto const a_compartment = [](Desk& desk, Key) { access::compartment_of(desk, new_key(), new_key()); };
    auto const a_factor = [](Desk& desk, Key person) {
        Registrar roll(desk);
        auto const account = roll.add(NewAccount{{}, person, "guli", std::nullopt, {}});
        roll.write();
        propose_secret(desk, account);
    };
    for (auto const& keeps_sealed : std::vector<std::function<void(Desk&, Key)>>{a_compartment, a_factor}) {
        Office office(sql::fresh_store(GetParam()));
        office.migrate_to(newest_that_kept_them_open);
        Key one{};
        office.work([&](Desk& desk) { one = register_one_openly(desk, open_a_bureau(desk), "古丽", hers); });
        office.migrate();
        office.work([&](Desk& desk) { keeps_sealed(desk, one); });
        EXPECT_THROW(seal_open_phones(*office.store, another), std::runtime_error);
        EXPECT_TRUE(holds(held(*office.store), hers)) << "nothing was changed";
        EXPECT_EQ(seal_open_phones(*office.store, office.vault), 1);
    }
}

TEST_P(phones_of_people, are_sealed_anew_with_a_new_key_old_ones_and_new_ones)
{
    Folder const folder;
    auto const file = folder.path / "vault.key";
    Office office(sql::fresh_store(GetParam()), Vault::open(file));
    office.migrate_to(newest_that_kept_them_open);
    Key bureau{}, older{}, newer{};
    office.work([&](Desk& desk) {
        bureau = open_a_bureau(desk);
        older = register_one_openly(desk, bureau, "古丽", hers);
    });
    office.migrate();
    seal_open_phones(*office.store, office.vault);
    office.work([&](Desk& desk) { newer = register_one(desk, bureau, "王明", his); });
    Vault::add_key(file);
    auto const key = Vault::open(file);
    EXPECT_EQ(seal_anew(*office.store, key), 4) << "two rows, and two texts beside pages";
    EXPECT_EQ(seal_anew(*office.store, key), 0);
    sql::read_now(*office.store, [&](sql::Session& sql) {
        for (auto const& sealed : sql::column<std::string>(sql, "SELECT sealed_phone FROM person")) EXPECT_TRUE(key.sealed_with_newest_key(sealed));
        for (auto const& sealed : sql::column<std::string>(sql, "SELECT body FROM words WHERE label = 'person.phone'")) EXPECT_TRUE(key.sealed_with_newest_key(sealed));
        auto const row = [&](Key id) { return sql::cell<std::string>(sql, "SELECT sealed_phone FROM person WHERE id = $1", id).value(); };
        EXPECT_EQ(open_phone(key, older, row(older)), hers);
        EXPECT_EQ(open_phone(key, newer, row(newer)), his);
        return 0;
    });
    EXPECT_EQ(office.said(key), "");
}

TEST(phones_of_people_on_disk, leave_nothing_behind_in_the_file_once_they_are_sealed)
{
    Folder const folder;
    auto const file = (folder.path / "house.db").string();
    auto const bytes = [&] {
        std::string all;
        for (auto const* part : {"", "-wal"}) {
            std::ifstream in(file + part, std::ios::binary);
            all.append(std::istreambuf_iterator<char>(in), {});
        }
        return all;
    };
    auto const phone = [](int n) { return "137" + std::to_string(73100000 + n); };
    Office office(sql::open(file));
    office.migrate_to(newest_that_kept_them_open);
    office.work([&](Desk& desk) {
        auto const bureau = open_a_bureau(desk);
        for (int n = 0; n < 300; ++n) register_one_openly(desk, bureau, "调解员" + std::to_string(n), phone(n));
    });
    office.store.reset();
    ASSERT_TRUE(holds(bytes(), phone(0)));
    office.store = sql::open(file);
    office.migrate();
    EXPECT_EQ(seal_open_phones(*office.store, office.vault), 300);
    office.store.reset();
    auto const all = bytes();
    for (int n = 0; n < 300; ++n) EXPECT_FALSE(holds(all, phone(n))) << phone(n);
}

}  // namespace
}  // namespace maple::app
