#include "storage/store.hpp"

#include "storage/engines.hpp"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace maple::sql {

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
