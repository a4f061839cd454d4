#include "storage/works.hpp"

namespace maple::sql {

void Works::push(Waiting waiting)
{
    {
        std::lock_guard const lock(mutex_);
        if (queue_.size() >= most_) throw TooBusy("too many changes wait to be written");
        queue_.push_back(std::move(waiting));
    }
    arrived_.notify_one();
}

std::optional<Waiting> Works::next()
{
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return closed_ || !queue_.empty(); });
    return take();
}

std::optional<Waiting> Works::next_at_once()
{
    std::lock_guard const lock(mutex_);
    return take();
}

void Works::close()
{
    {
        std::lock_guard const lock(mutex_);
        closed_ = true;
    }
    arrived_.notify_all();
}

std::size_t Works::size() const
{
    std::lock_guard const lock(mutex_);
    return queue_.size();
}

std::optional<Waiting> Works::take()
{
    if (queue_.empty()) return std::nullopt;
    auto first = std::move(queue_.front());
    queue_.pop_front();
    return first;
}

}  // namespace maple::sql
