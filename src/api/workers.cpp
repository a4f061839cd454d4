#include "api/workers.hpp"

namespace maple::api {

Workers::Workers(int threads, std::size_t most_waiting) : most_waiting_(most_waiting)
{
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { toil(); });
}

Workers::~Workers()
{
    {
        std::lock_guard const lock(mutex_);
        closing_ = true;
    }
    news_.notify_all();
}

bool Workers::post(std::function<void()> work)
{
    {
        std::lock_guard const lock(mutex_);
        if (closing_ || waiting_.size() >= most_waiting_) return false;
        waiting_.push_back(std::move(work));
    }
    news_.notify_one();
    return true;
}

void Workers::post_surely(std::function<void()> work)
{
    {
        std::lock_guard const lock(mutex_);
        waiting_.push_front(std::move(work));
    }
    news_.notify_one();
}

void Workers::toil()
{
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(mutex_);
            news_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            work = std::move(waiting_.front());
            waiting_.pop_front();
        }
        work();
    }
}

}  // namespace maple::api
