#include "access/editions.hpp"

namespace maple::access {

Editions editions_of(sql::Session& sql) { return sql::one<Editions>(sql, "SELECT roll, access, words FROM edition").value(); }

}  // namespace maple::access
