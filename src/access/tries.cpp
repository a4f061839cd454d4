#include "access/tries.hpp"

namespace maple::access {
namespace {
constexpr std::size_t most_remembered = 100'000;
}

std::int64_t Tries::wait(std::string const& key, Instant now)
{
    std::lock_guard const lock(mutex_);
    auto const count = counts_.find(key);
    if (count == counts_.end() || count->second.failures < most_) return 0;
    auto const rest = seconds_ - (now.us - count->second.since.us) / microseconds_a_second;
    if (rest > 0) return rest;
    counts_.erase(count);
    return 0;
}

void Tries::failed(std::string const& key, Instant now)
{
    std::lock_guard const lock(mutex_);
    forget_old(now);
    auto& count = counts_[key];
    if (count.failures == 0 || now.us - count.since.us > seconds_ * microseconds_a_second) count = {0, now};
    ++count.failures;
}

void Tries::succeeded(std::string const& key)
{
    std::lock_guard const lock(mutex_);
    counts_.erase(key);
}

void Tries::forget_old(Instant now)
{
    if (counts_.size() < most_remembered) return;
    std::erase_if(counts_, [&](auto const& one) { return now.us - one.second.since.us > seconds_ * microseconds_a_second; });
}

}  // namespace maple::access
