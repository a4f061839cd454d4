// The works that wait to be written, in the order they came. Shared by both engines.
#pragma once
#include "storage/store.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace maple::sql {

struct Waiting {
    Work work;
    Done done;
};

class Works {
public:
    explicit Works(std::size_t most) : most_(most) {}

    // Throws TooBusy when too many wait already.
    void push(Waiting waiting);

    // The next one: waits for it; nothing once the queue is closed and empty.
    std::optional<Waiting> next();

    // The next one if it is there already.
    std::optional<Waiting> next_at_once();

    // What is queued is still handed out; whoever waits for more is told that nothing comes.
    void close();

    std::size_t size() const;

private:
    std::optional<Waiting> take();

    std::size_t const most_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Waiting> queue_;
    bool closed_ = false;
};

}  // namespace maple::sql
