// Values on their way to and from libpq.
#pragma once
#include "storage/sql.hpp"

#include <array>
#include <libpq-fe.h>

namespace maple::sql {

namespace oid {
inline constexpr Oid boolean = 16, bytea = 17, int8 = 20, int2 = 21, int4 = 23, oid = 26, float4 = 700, float8 = 701, numeric = 1700;
}

// The three arrays that libpq asks for; they point into the values, which must live longer.
class Parameters {
public:
    Parameters(std::span<Value const> values, std::size_t expected, std::string_view statement);
    int count() const { return int(texts_.size()); }
    char const* const* texts() const { return texts_.data(); }
    int const* lengths() const { return lengths_.data(); }
    int const* formats() const { return formats_.data(); }

private:
    std::vector<std::array<char, 24>> numbers_;
    std::vector<char const*> texts_;
    std::vector<int> lengths_, formats_;
};

Table table_from(PGresult const* answer);
std::int64_t changed_by(PGresult const* answer);

}  // namespace maple::sql
