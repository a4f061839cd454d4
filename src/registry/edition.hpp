// What the roll says changes a few times a week and is asked a thousand times a minute, so
// it is remembered, one edition at a time. Its number (access/editions.hpp) is a new key in the
// transaction of every change; what was read under one edition holds as long as it does.
// Numbers are keys: several programs, databases and snapshots never mix theirs.
#pragma once
#include "access/desk.hpp"
#include "registry/words.hpp"

#include <map>
#include <memory>
#include <shared_mutex>

namespace maple::registry {

// Answers by question, at most so many.
template <class Asked, class Told> class Memory {
public:
    template <class Find> Told recall(Asked const& asked, Find&& find)
    {
        {
            std::shared_lock const lock(mutex_);
            if (auto const known = told_.find(asked); known != told_.end()) return known->second;
        }
        Told told = find();
        std::unique_lock const lock(mutex_);
        if (told_.size() >= most) told_.clear();
        return told_.insert_or_assign(asked, std::move(told)).first->second;
    }

private:
    static constexpr std::size_t most = 20'000;
    std::shared_mutex mutex_;
    std::map<Asked, Told> told_;
};

struct Edition {
    std::int64_t number = 0;  // 0: nobody has written the roll yet
    Memory<Key, std::optional<Organisation>> organisations;
    Memory<Key, std::optional<Person>> people;
    Memory<std::string, std::vector<Organisation>> of_division;
    Memory<std::string, std::optional<Division>> divisions;
    Memory<std::string, std::string> division_names;
};

// The edition that this request's snapshot shows.
Edition& edition(Desk&);

// On PostgreSQL several write at once: whoever read the roll before it changed, and wrote a path
// after that, begins again. To be called after writing paths. Throws sql::TryAgain.
void must_be_current(Desk&);

// To be called after every change of organisations, people or divisions, in its transaction.
void new_edition(Desk&);

}  // namespace maple::registry
