// A few threads and a bounded queue: use cases are worked out here, never on the sockets.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace maple::api {

class Workers {
public:
    Workers(int threads, std::size_t most_waiting);
    ~Workers();  // finishes what waits
    // False when too many wait already: the asker is told to come back.
    bool post(std::function<void()> work);
    // For what has been begun and must be ended: it waits however many there are, before the others.
    void post_surely(std::function<void()> work);

private:
    void toil();

    std::mutex mutex_;
    std::condition_variable news_;
    std::deque<std::function<void()>> waiting_;
    std::size_t const most_waiting_;
    bool closing_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace maple::api
