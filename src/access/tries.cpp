#include "access/tries.hpp"

namespace maple::access {

bool Tries::is_over(Count const& count, Instant now) const { return now.us - count.since.us >= seconds_ * microseconds_a_second; }

std::int64_t Tries::wait(std::string const& key, Instant now)
{
    std::lock_guard const lock(mutex_);
    auto const count = counts_.find(key);
    if (count == counts_.end() || count->second.failures < most_ || is_over(count->second, now)) return 0;
    return seconds_ - (now.us - count->second.since.us) / microseconds_a_second;
}

void Tries::failed(std::string const& key, Instant now)
{
    std::lock_guard const lock(mutex_);
    make_room(now);
    auto& count = counts_[key];
    if (count.failures == 0 || is_over(count, now)) count = {0, now};
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
    std::erase_if(counts_, [&](auto const& one) { return is_over(one.second, now); });
    if (counts_.size() >= most_remembered_) counts_.clear();
}

}  // namespace maple::access
