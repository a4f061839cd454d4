// Slowing down whoever guesses: failures by key (an address, a code), kept in memory, so
// that a refused request counts although its transaction is rolled back.
#pragma once
#include "foundation/time.hpp"

#include <map>
#include <mutex>
#include <string>

namespace maple::access {

class Tries {
public:
    Tries(int most, std::int64_t seconds) : most_(most), seconds_(seconds) {}

    // Seconds to wait before the next try; 0: go on.
    std::int64_t wait(std::string const& key, Instant real_now);
    void failed(std::string const& key, Instant real_now);
    void succeeded(std::string const& key);

private:
    struct Count {
        int failures = 0;
        Instant since;
    };
    void forget_old(Instant real_now);

    int const most_;
    std::int64_t const seconds_;
    std::mutex mutex_;
    std::map<std::string, Count> counts_;
};

}  // namespace maple::access
