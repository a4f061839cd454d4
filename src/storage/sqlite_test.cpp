// What only SQLite does: the file, its copies and its trouble.
#include "storage/sqlite_link.hpp"
#include "storage/testing.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace maple;
using namespace maple::sql;
namespace fs = std::filesystem;

namespace {

class SqliteFile : public testing::Test {
protected:
    SqliteFile() { fs::create_directories(place_); }
    ~SqliteFile() override { fs::remove_all(place_); }

    std::string in(char const* name) const { return (place_ / name).string(); }
    static void fill(Store& store)
    {
        write_now(store, [](Session& s) {
            s.script("CREATE TABLE note (id INTEGER PRIMARY KEY, word TEXT)");
            for (int n = 1; n <= 1000; ++n) change(s, "INSERT INTO note (word) VALUES ($1)", std::string(200, 'x'));
        });
    }
    static std::int64_t count(Store& store)
    {
        return read_now(store, [](Session& s) { return cell<std::int64_t>(s, "SELECT COUNT(*) FROM note").value(); });
    }

    fs::path const place_ = fs::temp_directory_path() / ("maplebridge-test-" + shown(new_key()));
};

TEST_F(SqliteFile, what_was_written_is_there_after_closing_and_the_log_is_empty)
{
    fill(*open(in("city.db")));
    EXPECT_FALSE(fs::exists(in("city.db-wal")) && fs::file_size(in("city.db-wal")) > 0);
    EXPECT_EQ(count(*open(in("city.db"))), 1000);
}

TEST_F(SqliteFile, a_reader_remembers_its_answers_until_anybody_writes)
{
    fill(*open(in("city.db")));
    SqliteLink reader(in("city.db"), SqliteLink::Use::read), writer(in("city.db"), SqliteLink::Use::write);
    auto const word_of = [&](Value id) {
        std::vector<Value> const values{std::move(id)};
        return reader.look("SELECT word FROM note WHERE id = $1", values);
    };
    auto const snapshot = [&] {
        if (reader.in_transaction()) reader.command("ROLLBACK");
        reader.open();
    };
    snapshot();
    auto const first = word_of(std::int64_t(7));
    EXPECT_EQ(word_of(std::int64_t(7)), first) << "the very same";
    EXPECT_TRUE(word_of(std::string("none"))->rows.empty()) << "another question has another answer";
    EXPECT_TRUE(word_of(nullptr)->rows.empty());
    writer.command("BEGIN IMMEDIATE");
    change(writer, "UPDATE note SET word = $1 WHERE id = 7", "new");
    writer.command("COMMIT");
    EXPECT_EQ(word_of(std::int64_t(7)), first) << "a snapshot stays what it is";
    EXPECT_EQ(cell<std::string>(reader, "SELECT word FROM note WHERE id = 7 AND 1 = 1"), std::string(200, 'x')) << "for what is asked now, too";
    snapshot();
    EXPECT_EQ(cell<std::string>(reader, "SELECT word FROM note WHERE id = $1", std::int64_t(7)), "new");
    auto const second = word_of(std::int64_t(8));
    snapshot();
    EXPECT_EQ(word_of(std::int64_t(8)), second) << "nobody wrote";
}

TEST_F(SqliteFile, the_connection_is_as_careful_as_we_promise)
{
    auto const store = open(in("city.db"));
    auto const setting = [&](char const* name) {
        std::int64_t value = -1;
        write_now(*store, [&](Session& s) { value = std::get<std::int64_t>(s.run(std::string("PRAGMA ") + name, {}).rows.at(0).at(0)); });
        return value;
    };
    EXPECT_EQ(setting("synchronous"), 2);
    EXPECT_EQ(setting("foreign_keys"), 1);
    EXPECT_EQ(setting("trusted_schema"), 0);
    EXPECT_EQ(setting("cell_size_check"), 1);
    EXPECT_EQ(setting("wal_autocheckpoint"), 0);
    EXPECT_GE(setting("busy_timeout"), 5000);
    EXPECT_EQ(read_now(*store, [](Session& s) { return cell<std::string>(s, "SELECT journal_mode FROM pragma_journal_mode"); }), "wal");
}

TEST_F(SqliteFile, a_backup_opens_and_equals)
{
    auto const store = open(in("city.db"));
    fill(*store);
    store->backup(in("copy.db"));
    write_now(*store, [](Session& s) { change(s, "DELETE FROM note"); });
    EXPECT_FALSE(fs::exists(in("copy.db.part")));
    EXPECT_EQ(count(*open(in("copy.db"))), 1000);
    store->backup(in("copy.db"));  // replaces the older one in one step
    EXPECT_EQ(count(*open(in("copy.db"))), 0);
}

TEST_F(SqliteFile, a_backup_that_fails_leaves_the_older_one)
{
    auto const store = open(in("city.db"));
    fill(*store);
    store->backup(in("copy.db"));
    fs::create_directories(in("copy.db.part/in the way"));
    EXPECT_ANY_THROW(store->backup(in("copy.db")));
    EXPECT_ANY_THROW(store->backup(in("no/such/folder.db")));
    EXPECT_EQ(count(*open(in("copy.db"))), 1000);
}

TEST_F(SqliteFile, a_full_database_is_no_room_for_the_whole_batch_and_recovers)
{
    auto const store = open(in("city.db"));
    fill(*store);
    write_now(*store, [](Session& s) { s.run("PRAGMA max_page_count = 1", {}); });  // SQLite takes the present size
    EXPECT_THROW(write_now(*store, [](Session& s) { change(s, "INSERT INTO note (word) VALUES ($1)", std::string(1'000'000, 'x')); }), NoRoom);
    EXPECT_EQ(count(*store), 1000);
    write_now(*store, [](Session& s) { s.run("PRAGMA max_page_count = 1000000", {}); });
    write_now(*store, [](Session& s) { change(s, "INSERT INTO note (word) VALUES ($1)", std::string(1'000'000, 'x')); });
    EXPECT_EQ(count(*store), 1001);
}

TEST_F(SqliteFile, a_work_that_ends_the_common_transaction_is_not_believed)
{
    auto const store = open(in("city.db"));
    fill(*store);
    EXPECT_THROW(write_now(*store, [](Session& s) {
        change(s, "DELETE FROM note");
        s.script("ROLLBACK");
    }), TryAgain);
    EXPECT_EQ(count(*store), 1000);
}

TEST_F(SqliteFile, a_snapshot_that_is_too_old_is_broken_off)
{
    auto const store = open(in("city.db"), {.longest_read = std::chrono::milliseconds(1)});
    EXPECT_THROW(store->read([](Session& s) {
        s.run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n", {});
    }), std::runtime_error);
}

TEST_F(SqliteFile, the_log_does_not_grow_with_what_is_written)
{
    constexpr int limit = 500, page = 4096;
    auto const store = open(in("city.db"), {.log_pages = limit});
    fill(*store);
    for (int n = 0; n < 100; ++n) write_now(*store, [](Session& s) { change(s, "UPDATE note SET word = word || 'y'"); });
    EXPECT_LT(fs::file_size(in("city.db-wal")), 3u * limit * page);  // written: more than 5,000 pages
}

TEST_F(SqliteFile, a_file_that_is_no_database_is_refused)
{
    std::ofstream(in("letter.db")) << std::string(5000, 'x');
    EXPECT_THROW(open(in("letter.db")), std::runtime_error);
    EXPECT_THROW(open(in("no/such/folder.db")), std::runtime_error);
}

TEST_F(SqliteFile, a_private_store_vanishes)
{
    std::string file;
    {
        auto const store = open(":memory:");
        fill(*store);
        file = read_now(*store, [](Session& s) { return cell<std::string>(s, "SELECT file FROM pragma_database_list").value(); });
        EXPECT_TRUE(fs::exists(file));
    }
    for (auto part : {"", "-wal", "-shm"}) EXPECT_FALSE(fs::exists(file + part));
}

}  // namespace
