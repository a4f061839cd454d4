// The keeper of the audit journal, a thread beside the server: within a second it writes what
// readers left in the trail, on PostgreSQL it places entries in the chain, every hour it seals
// the chain into the ledger and sweeps what is older than the rules keep. Ends with an empty trail.
#pragma once
#include "access/desk.hpp"
#include "storage/store.hpp"

#include <functional>
#include <thread>

namespace maple::access {

class JournalKeeper {
public:
    // The law's clock dates the pages that the keeper writes.
    JournalKeeper(sql::Store&, House const&, std::function<Instant()> clock);
    ~JournalKeeper();
    JournalKeeper(JournalKeeper const&) = delete;
    JournalKeeper& operator=(JournalKeeper const&) = delete;

private:
    void live(std::stop_token);
    void write();
    void every_hour();

    sql::Store& store_;
    House const& house_;
    std::function<Instant()> const clock_;
    std::jthread thread_;
};

}  // namespace maple::access
