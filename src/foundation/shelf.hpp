// What was put together once and is asked for again: things by a name that says everything they
// depend on, so that a thing is right as long as its name is asked for. At most so many bytes;
// what was asked for longest ago goes first. For any number of threads.
#pragma once
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace maple {

using SharedText = std::shared_ptr<std::string const>;

class Shelf {
public:
    explicit Shelf(std::size_t most_bytes = 16 * 1024 * 1024) : most_(most_bytes) {}

    // Null when it is not there. What bears names of one kind is always of the same type.
    template <class T> std::shared_ptr<T const> find(std::string_view name) { return std::static_pointer_cast<T const>(look(name)); }
    // In the place of what bore the name before. What is larger than a sixteenth of the shelf is not kept.
    template <class T> void keep(std::string_view name, std::shared_ptr<T const> thing, std::size_t bytes) { put(name, std::move(thing), bytes); }
    std::size_t bytes() const;

    Shelf(Shelf const&) = delete;
    Shelf& operator=(Shelf const&) = delete;

private:
    struct Item {
        std::string name;
        std::shared_ptr<void const> thing;
        std::size_t bytes;
    };
    std::shared_ptr<void const> look(std::string_view name);
    void put(std::string_view name, std::shared_ptr<void const>, std::size_t bytes);

    std::size_t const most_;
    mutable std::mutex mutex_;
    std::list<Item> items_;  // the one asked for last stands first
    std::unordered_map<std::string_view, std::list<Item>::iterator> by_name_;
    std::size_t bytes_ = 0;
};

// The name of a thing on a shelf, part after part; numbers as their bytes, words with their length.
class ShelfName {
public:
    explicit ShelfName(std::string_view kind) { *this << kind; }
    ShelfName& operator<<(std::int64_t number)
    {
        name_.append(reinterpret_cast<char const*>(&number), sizeof number);
        return *this;
    }
    ShelfName& operator<<(std::string_view word)
    {
        *this << std::int64_t(word.size());
        name_ += word;
        return *this;
    }
    operator std::string_view() const { return name_; }

private:
    std::string name_;
};

}  // namespace maple
