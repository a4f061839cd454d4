#include "foundation/shelf.hpp"

namespace maple {

std::shared_ptr<void const> Shelf::look(std::string_view name)
{
    std::lock_guard const lock(mutex_);
    auto const known = by_name_.find(name);
    if (known == by_name_.end()) return nullptr;
    items_.splice(items_.begin(), items_, known->second);
    return known->second->thing;
}

void Shelf::put(std::string_view name, std::shared_ptr<void const> thing, std::size_t bytes)
{
    constexpr std::size_t of_its_place = 200;  // nodes of the list and of the map, the counts of the pointer
    bytes += name.size() + of_its_place;
    if (bytes > most_ / 16) return;
    std::list<Item> gone;  // is freed when nobody waits for the lock
    std::lock_guard const lock(mutex_);
    if (auto const known = by_name_.find(name); known != by_name_.end()) {
        auto const item = known->second;
        bytes_ -= item->bytes;
        by_name_.erase(known);  // its name lies in the item
        gone.splice(gone.begin(), items_, item);
    }
    items_.push_front({std::string(name), std::move(thing), bytes});
    by_name_.emplace(items_.front().name, items_.begin());
    for (bytes_ += bytes; bytes_ > most_; gone.splice(gone.begin(), items_, std::prev(items_.end()))) {
        bytes_ -= items_.back().bytes;
        by_name_.erase(items_.back().name);
    }
}

std::size_t Shelf::bytes() const
{
    std::lock_guard const lock(mutex_);
    return bytes_;
}

}  // namespace maple
