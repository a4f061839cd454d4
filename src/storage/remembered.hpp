// What one reader was answered, for as long as nobody writes. SQLite tells by a counter whether
// anybody did (PRAGMA data_version); a statement depends on nothing else than the database: the
// program's statements ask neither for the time nor for chance.
#pragma once
#include "storage/sql.hpp"

#include <unordered_map>

namespace maple::sql {

class Remembered {
public:
    // Forgets everything where the database is another than it was.
    void is_at(std::int64_t version);
    // None: it was not asked yet.
    std::shared_ptr<Table const> find(std::string_view statement, std::span<Value const> values) const;
    // Unless it is large.
    void keep(std::string_view statement, std::span<Value const> values, std::shared_ptr<Table const> answer);

private:
    struct Asked {
        std::string statement;
        std::vector<Value> values;
        std::shared_ptr<Table const> answer;
    };
    std::int64_t version_ = -1;
    std::size_t size_ = 0;                               // bytes, about
    std::unordered_multimap<std::size_t, Asked> known_;  // by the hash of statement and values
};

}  // namespace maple::sql
