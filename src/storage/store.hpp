// A store: one jurisdiction's database, an SQLite file or a PostgreSQL schema.
//
// Reading never waits for writing. Writing on SQLite: one writer thread runs the works
// that wait together, each in a SAVEPOINT of its own, and commits them with one fsync;
// nobody is answered before it. On PostgreSQL a pool of connections does the same job.
#pragma once
#include "foundation/progress.hpp"
#include "storage/sql.hpp"

#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <string>

namespace maple::sql {

using Work = std::function<void(Session&)>;
// Called once, on a thread of the store, and must not throw or wait: with nothing when the work is durable, with
// what the work threw when it was rolled back, with NoRoom or TryAgain when the commit failed.
using Done = std::function<void(std::exception_ptr)>;

struct StoreOptions {
    int readers = 4;            // connections that read at the same time
    int writers = 4;            // PostgreSQL only; SQLite has one
    std::size_t most_waiting = 2000;  // works that may wait to be written; more throw TooBusy
    std::size_t batch = 256;    // works in one commit at most
    // A snapshot that stays open keeps the log from shrinking: a server gives its readers
    // five seconds; 0 (exports, verify) is no limit.
    std::chrono::milliseconds longest_read{0};
    int log_pages = 16'000;     // SQLite only: beyond this (64 MB) the writer itself helps to empty the log
};

struct TooBusy : std::runtime_error { using runtime_error::runtime_error; };

class Store {
public:
    virtual ~Store() = default;  // finishes what waits, then closes
    virtual Engine engine() const = 0;

    // Runs the work on the caller's thread in a read-only snapshot. Throws what it throws.
    virtual void read(Work const& work) = 0;
    // The same where it takes no waiting, neither for a connection nor for a network; else
    // nothing is done and the answer is false. For the threads that run the sockets.
    virtual bool read_at_once(Work const&) { return false; }

    // Queues the work; returns at once. The work may be run again after TryAgain.
    // Throws TooBusy when too many wait already.
    virtual void write(Work work, Done done) = 0;

    // A consistent copy in one step, opened and checked afterwards (SQLite only; PostgreSQL
    // has its own tools and this throws std::runtime_error with a sentence that says so).
    // Who is told may be called from another thread, while this one waits.
    virtual void backup(std::string const& file, HowFar const& = {}) = 0;

    virtual std::size_t waiting() const = 0;
};

// Queues the work and waits until it is durable; throws what it threw.
void write_now(Store& store, Work work);

// A work, given back what it made: read_now(store, [](Session& s) { return ...; }).
template <class F> auto read_now(Store& store, F f)
{
    std::optional<decltype(f(std::declval<Session&>()))> out;
    store.read([&](Session& s) { out.emplace(f(s)); });
    return std::move(*out);
}

// "postgresql://…" opens PostgreSQL (add ?options=-csearch_path%3Dcity for a schema);
// anything else is an SQLite file, ":memory:" a store that lives as long as the object.
std::unique_ptr<Store> open(std::string const& where, StoreOptions options = {});

// --- Migrations: numbered files in storage/migrations, run in order, once each ----------

struct Migration {
    int number;
    std::string_view name;
    std::string_view text;
};

// Written in one dialect: "BIGINT PRIMARY KEY" becomes "INTEGER PRIMARY KEY" and BYTEA
// becomes BLOB on SQLite. All pending ones run in one transaction; a database from a
// newer program is refused with a sentence. Returns how many ran; tells which one is at work.
int migrate(Store& store, std::span<Migration const> migrations, HowFar const& = {});
int schema_version(Store& store);  // 0 for an empty database

// The ones that the binary carries ("migrations/0007_visits.sql" has the number 7).
std::vector<Migration> house_migrations();

}  // namespace maple::sql
