#include "access/tries.hpp"

#include <arpa/inet.h>
#include <cstring>

namespace maple::access {

std::int64_t Tries::wait(std::string const& key, Brake brake, Instant now)
{
    std::lock_guard const lock(mutex_);
    auto const count = counts_.find(key);
    if (count == counts_.end() || count->second.failures < brake.most || now >= count->second.until) return 0;
    return brake.seconds - (now.us - count->second.since.us) / microseconds_a_second;
}

void Tries::failed(std::string const& key, Brake brake, Instant now)
{
    std::lock_guard const lock(mutex_);
    make_room(now);
    auto& count = counts_[key];
    if (count.failures == 0 || now >= count.until) count = {0, now, plus_seconds(now, brake.seconds)};
    ++count.failures;
}

void Tries::succeeded(std::string const& key)
{
    std::lock_guard const lock(mutex_);
    counts_.erase(key);
}

std::size_t Tries::remembered()
{
    std::lock_guard const lock(mutex_);
    return counts_.size();
}

// A flood from more addresses than there is room for must cost neither memory nor, at each
// failure, a walk through all of them.
void Tries::make_room(Instant now)
{
    if (counts_.size() < most_remembered_) return;
    std::erase_if(counts_, [&](auto const& one) { return now >= one.second.until; });
    if (counts_.size() >= most_remembered_) counts_.clear();
}

std::string network_of(std::string const& address)
{
    in6_addr six{};
    if (inet_pton(AF_INET6, address.c_str(), &six) != 1) return address;
    char text[INET6_ADDRSTRLEN];
    if (IN6_IS_ADDR_V4MAPPED(&six)) return inet_ntop(AF_INET, &six.s6_addr[12], text, sizeof text);
    std::memset(&six.s6_addr[8], 0, 8);
    return std::string(inet_ntop(AF_INET6, &six, text, sizeof text)) + "/64";
}

}  // namespace maple::access
