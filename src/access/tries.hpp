// Slowing down strangers at the open door (receipt codes, phone tails, requests by address):
// counted in memory, so that a failure counts although its transaction is rolled back and a
// flood of guesses costs no write. A restart forgets; what must not be forgotten stands in
// lockout.hpp.
#pragma once
#include "foundation/time.hpp"

#include <map>
#include <mutex>
#include <string>

namespace maple::access {

class Tries {
public:
    // So many failures within so many seconds; then nothing more until the time is over. At
    // most `remembered` keys are kept: when they do not suffice all are forgotten.
    Tries(int most, std::int64_t seconds, std::size_t remembered = 100'000) : most_(most), seconds_(seconds), most_remembered_(remembered) {}

    // Seconds to wait before the next try; 0: go on.
    std::int64_t wait(std::string const& key, Instant real_now);
    void failed(std::string const& key, Instant real_now);
    void succeeded(std::string const& key);
    std::size_t remembered();

private:
    struct Count {
        int failures = 0;
        Instant since;
    };
    bool is_over(Count const&, Instant real_now) const;
    void make_room(Instant real_now);

    int const most_;
    std::int64_t const seconds_;
    std::size_t const most_remembered_;
    std::mutex mutex_;
    std::map<std::string, Count> counts_;
};

}  // namespace maple::access
