#include "storage/store.hpp"

#include "storage/engines.hpp"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace maple::sql {

void lay(Table const& table, std::span<Cell const> cells, std::span<std::size_t const> offsets, void* first, std::size_t size)
{
    auto const& columns = *table.columns;
    std::vector<std::size_t> places;
    for (auto const& cell : cells) {
        std::size_t at = places.size();  // as a rule columns come in the order of the members
        if (at >= columns.size() || columns[at] != cell.name) at = std::size_t(std::find(columns.begin(), columns.end(), cell.name) - columns.begin());
        if (at == columns.size()) throw std::logic_error("no column for " + std::string(cell.name));
        places.push_back(at);
    }
    auto* row = static_cast<char*>(first);
    for (auto const& values : table.rows) {
        for (std::size_t n = 0; n < cells.size(); ++n) cells[n].read(values[places[n]], row + offsets[n]);
        row += size;
    }
}

Savepoint::Savepoint(Session& session) : session_(session) { session_.script("SAVEPOINT part"); }

void Savepoint::keep()
{
    session_.script("RELEASE SAVEPOINT part");
    kept_ = true;
}

Savepoint::~Savepoint()
{
    if (kept_) return;
    try {
        session_.script("ROLLBACK TO SAVEPOINT part");
        session_.script("RELEASE SAVEPOINT part");
    } catch (std::exception const&) {
        // The whole transaction has gone; its end will say so.
    }
}

namespace {

// Where a caller waits for its answer.
struct Counter {
    std::mutex mutex;
    std::condition_variable called;
    bool answered = false;
    std::exception_ptr problem;
};

}  // namespace

void write_now(Store& store, Work work)
{
    // Shared, because the store's thread may still hold it when we have our answer.
    auto const counter = std::make_shared<Counter>();
    store.write(std::move(work), [counter](std::exception_ptr problem) {
        std::lock_guard const lock(counter->mutex);
        counter->problem = std::move(problem);
        counter->answered = true;
        counter->called.notify_one();
    });
    std::unique_lock lock(counter->mutex);
    counter->called.wait(lock, [&] { return counter->answered; });
    if (counter->problem) std::rethrow_exception(std::exchange(counter->problem, nullptr));
}

std::unique_ptr<Store> open(std::string const& where, StoreOptions options)
{
    bool const elsewhere = where.starts_with("postgresql://") || where.starts_with("postgres://");
    return elsewhere ? open_postgres(where, options) : open_sqlite(where, options);
}

}  // namespace maple::sql
