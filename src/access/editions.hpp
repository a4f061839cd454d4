// Which editions of what may be remembered a snapshot shows (storage/editions.hpp): one row,
// asked for once a request.
#pragma once
#include "storage/sql.hpp"

namespace maple::access {

struct Editions {
    std::int64_t roll = 0;    // organisations, people, divisions; 0: nothing was ever written
    std::int64_t access = 0;  // sessions, accounts, grants
    std::int64_t words = 0;   // texts that were changed or erased
};
BOOST_DESCRIBE_STRUCT(Editions, (), (roll, access, words))

Editions editions_of(sql::Session&);

}  // namespace maple::access
