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

// So many failures within so many seconds; then nothing more until the time is over.
struct Brake {
    std::int64_t most = 0;
    std::int64_t seconds = 0;
};

class Tries {
public:
    // At most `remembered` keys are kept: when they do not suffice all are forgotten.
    explicit Tries(std::size_t remembered = 100'000) : most_remembered_(remembered) {}

    // Seconds to wait before the next try; 0: go on.
    std::int64_t wait(std::string const& key, Brake, Instant real_now);
    void failed(std::string const& key, Brake, Instant real_now);
    void succeeded(std::string const& key);
    std::size_t remembered();

private:
    struct Count {
        std::int64_t failures = 0;
        Instant since, until;
    };
    void make_room(Instant real_now);

    std::size_t const most_remembered_;
    std::mutex mutex_;
    std::map<std::string, Count> counts_;
};

// Who counts as one stranger: an IPv4 address, or the /64 of an IPv6 address, of which a
// household has more addresses than anybody could count.
std::string network_of(std::string const& address);

}  // namespace maple::access
