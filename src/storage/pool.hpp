// Connections for reading, opened when they are first needed, lent to one thread at a time.
#pragma once
#include <algorithm>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace maple::sql {

template <class Link> class Pool {
public:
    Pool(int most, std::function<std::unique_ptr<Link>()> open) : most_(std::max(1, most)), open_one_(std::move(open)) {}

    // Waits while all are lent. A thread that has one must not ask for another.
    std::unique_ptr<Link> take()
    {
        std::unique_lock lock(mutex_);
        ++waiting_;
        given_back_.wait(lock, [&] { return !idle_.empty() || open_ < most_; });
        --waiting_;
        if (!idle_.empty()) {
            auto link = std::move(idle_.back());
            idle_.pop_back();
            return link;
        }
        ++open_;
        lock.unlock();
        try {
            return open_one_();
        } catch (...) {
            give_back(nullptr);
            throw;
        }
    }

    // One that waits to be lent and that nobody waits for; else null.
    std::unique_ptr<Link> take_idle()
    {
        std::lock_guard const lock(mutex_);
        if (idle_.empty() || waiting_ > 0) return nullptr;
        auto link = std::move(idle_.back());
        idle_.pop_back();
        return link;
    }

    // Nothing is given back where the connection was not worth keeping.
    void give_back(std::unique_ptr<Link> link)
    {
        {
            std::lock_guard const lock(mutex_);
            if (link) idle_.push_back(std::move(link));
            else --open_;
        }
        given_back_.notify_one();
    }

    void close()
    {
        std::lock_guard const lock(mutex_);
        idle_.clear();
    }

private:
    int const most_;
    std::function<std::unique_ptr<Link>()> const open_one_;
    int open_ = 0, waiting_ = 0;
    std::mutex mutex_;
    std::condition_variable given_back_;
    std::vector<std::unique_ptr<Link>> idle_;
};

}  // namespace maple::sql
