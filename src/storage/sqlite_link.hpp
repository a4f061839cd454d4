// One connection to an SQLite file, used by one thread at a time.
#pragma once
#include "storage/editions.hpp"
#include "storage/remembered.hpp"
#include "storage/sql.hpp"

#include <chrono>
#include <memory>
#include <sqlite3.h>
#include <unordered_map>

namespace maple::sql {

// The time that a reading was given is over.
struct TooSlow : std::runtime_error { using runtime_error::runtime_error; };

class SqliteLink final : public Session {
public:
    enum class Use { write, read, look };  // look: read only, the file is not changed in any way

    SqliteLink(std::string const& file, Use use);

    Engine engine() const override { return Engine::sqlite; }
    Table run(std::string_view statement, std::span<Value const> values) override;
    std::shared_ptr<Table const> look(std::string_view statement, std::span<Value const> values) override;
    void batch(std::span<Statement const> statements) override;
    void script(std::string const& statements) override;
    bool snapshot() const override { return use_ != Use::write; }

    // Ends a work: what it touched gets new editions.
    void settle_editions();

    // Begins a snapshot.
    void open();
    // A statement of the store itself, allowed at any time.
    void command(std::string_view statement);

    bool in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }
    bool owes_a_reference() const;  // a deferred foreign key points nowhere yet

    // A statement failed and its part of the transaction was not rolled back. PostgreSQL
    // accepts nothing more then, so neither do we.
    bool spoiled() const { return spoiled_; }
    void forgive()
    {
        spoiled_ = false;
        touched_ = 0;
    }

    // Statements fail when the time is over; nothing means no limit.
    void until(std::optional<std::chrono::steady_clock::time_point> end);

    // Moves what it can from the log into the file, without waiting for anybody.
    // Answers the number of pages in the log and how many of them were moved.
    struct Log {
        int pages = 0, moved = 0;
    };
    Log checkpoint(int mode = SQLITE_CHECKPOINT_PASSIVE);
    int pages_in_log() const { return pages_in_log_; }  // after the last commit of this connection

private:
    struct Close { void operator()(sqlite3* db) const { sqlite3_close(db); } };
    struct Finalize { void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); } };
    struct Prepared {
        std::unique_ptr<sqlite3_stmt, Finalize> statement;
        std::vector<int> places;  // of $1, $2, … as SQLite counts them
        Touched touches = 0;
        std::uint64_t used = 0;
        std::shared_ptr<std::vector<std::string> const> columns = {};
    };
    struct Hash : std::hash<std::string_view> { using is_transparent = void; };

    Table execute(std::string_view statement, std::span<Value const> values, bool want_rows);
    Prepared& prepared(std::string_view statement);
    Prepared prepare(std::string_view statement);
    void forget_the_oldest();
    void bind(Prepared const& p, std::span<Value const> values);
    static void read_row(sqlite3_stmt* s, Table& table);
    static int out_of_time(void* self);
    [[noreturn]] void fail(std::string_view doing) const;

    std::unique_ptr<sqlite3, Close> db_;
    std::unordered_map<std::string, Prepared, Hash, std::equal_to<>> cache_;  // closed before db_
    Remembered remembered_;
    bool checked_ = false;  // whether what is remembered is of this snapshot
    Use const use_;
    std::uint64_t uses_ = 0;
    Touched touched_ = 0;
    bool spoiled_ = false;
    int pages_in_log_ = 0;
    std::optional<std::chrono::steady_clock::time_point> end_;
};

}  // namespace maple::sql
