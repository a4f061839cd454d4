#include "access/keeper.hpp"
#include "access/audit_chain.hpp"

#include <spdlog/spdlog.h>

namespace maple::access {
namespace {

constexpr auto within = std::chrono::milliseconds(700);
constexpr std::int64_t an_hour = 3600 * microseconds_a_second;
constexpr int days_at_once = 7;

}  // namespace

JournalKeeper::JournalKeeper(sql::Store& store, House const& house, std::function<Instant()> clock)
    : store_(store), house_(house), clock_(std::move(clock)), thread_([this](std::stop_token stop) { live(stop); })
{}

JournalKeeper::~JournalKeeper()
{
    thread_.request_stop();
    thread_.join();
}

void JournalKeeper::live(std::stop_token stop)
{
    auto last = real_time();
    bool well = true;
    std::mutex mutex;
    std::condition_variable_any bell;
    for (bool ends = false; !ends;) {
        if (well) house_.trail->wait(stop, within);
        else {  // a store in trouble is not asked without pause
            std::unique_lock lock(mutex);
            bell.wait_for(lock, stop, within, [] { return false; });
        }
        ends = stop.stop_requested();
        try {
            write();
            if (real_time().us - last.us >= an_hour) {
                last = real_time();
                every_hour();
            }
            well = true;
        } catch (std::exception const& trouble) {
            if (well) spdlog::warn("audit journal: {}", trouble.what());
            well = false;
        }
    }
}

void JournalKeeper::write()
{
    write_trail(store_, *house_.trail, real_time());
    if (store_.engine() == sql::Engine::postgres) sql::write_now(store_, [](sql::Session& sql) { place_entries(sql); });
}

void JournalKeeper::every_hour()
{
    auto const days = house_.book.policy("audit_kept_days");
    sql::write_now(store_, [&](sql::Session& sql) {
        Desk desk{sql, house_, {}, clock_(), real_time()};
        seal_journal(desk);
    });
    for (int n = 0; n < days_at_once; ++n) {
        bool swept = false;
        sql::write_now(store_, [&](sql::Session& sql) {
            Desk desk{sql, house_, {}, clock_(), real_time()};
            swept = sweep_journal(desk, days);
        });
        if (!swept) return;
    }
}

}  // namespace maple::access
