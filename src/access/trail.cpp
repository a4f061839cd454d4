#include "access/trail.hpp"

namespace maple::access {
namespace {

constexpr std::int64_t one_look = 600;        // seconds
constexpr std::int64_t seen_again_after = 60; // seconds
constexpr std::size_t most_remembered = 50'000;

std::string likeness(AuditEntry const& entry)
{
    auto const n = [](auto number) { return std::to_string(number) + '|'; };
    return n(entry.account.n) + n(int(entry.kind)) + n(entry.subject.n) + n(int(entry.outcome)) + entry.deed + '|' + entry.peer;
}

// Forgetting all costs an entry too many, never one too few.
template <class M> void make_room(M& remembered)
{
    if (remembered.size() >= most_remembered) remembered.clear();
}

}  // namespace

bool Trail::is_the_same_look(AuditEntry const& entry)
{
    bool const opens = entry.kind == AuditKind::file_opened || entry.kind == AuditKind::journal_opened;
    if (!opens || entry.outcome != Outcome::done) return false;
    make_room(looks_);
    auto const [look, fresh] = looks_.try_emplace({entry.account, entry.subject}, entry.at);
    if (!fresh && entry.at >= look->second && entry.at < plus_seconds(look->second, one_look)) return true;
    look->second = entry.at;
    return false;
}

void Trail::add(AuditEntry entry)
{
    std::lock_guard const lock(mutex_);
    if (is_the_same_look(entry)) return;
    auto const like = likeness(entry);
    if (auto const place = places_.find(like); place != places_.end()) {
        waiting_.entries[place->second].times += entry.times;
        return;
    }
    if (waiting_.entries.size() >= most_) {
        waiting_.dropped += entry.times;
        return;
    }
    places_[like] = waiting_.entries.size();
    waiting_.entries.push_back(std::move(entry));
    if (waiting_.entries.size() == most_ / 2) much_.notify_all();
}

void Trail::seen(Key session, Instant real_now)
{
    std::lock_guard const lock(mutex_);
    make_room(last_seen_);
    auto& last = last_seen_[session];
    if (real_now < plus_seconds(last, seen_again_after)) return;
    last = real_now;
    waiting_.seen[session] = real_now;
}

Trail::Taken Trail::take()
{
    std::lock_guard const lock(mutex_);
    places_.clear();
    return std::exchange(waiting_, {});
}

void Trail::put_back(Taken taken)
{
    std::lock_guard const lock(mutex_);
    waiting_.dropped += taken.dropped;
    for (auto const& [session, at] : taken.seen) waiting_.seen.emplace(session, at);
    // What came first is kept first.
    auto later = std::exchange(waiting_.entries, std::move(taken.entries));
    for (auto& entry : later)
        if (waiting_.entries.size() < most_) waiting_.entries.push_back(std::move(entry));
        else waiting_.dropped += entry.times;
    places_.clear();
    for (std::size_t n = 0; n < waiting_.entries.size(); ++n) places_[likeness(waiting_.entries[n])] = n;
}

void Trail::wait(std::stop_token stop, std::chrono::milliseconds most)
{
    std::unique_lock lock(mutex_);
    much_.wait_for(lock, stop, most, [&] { return waiting_.entries.size() >= most_ / 2; });
}

}  // namespace maple::access
