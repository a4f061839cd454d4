// INSERT and UPDATE of a whole described row: columns are named like its members.
#pragma once
#include "storage/sql.hpp"

namespace maple::sql {

// Appends the values of a row, behind those that are there already.
template <DescribedStruct Row> void put_values(Row&& row, std::vector<Value>& into)
{
    each_field<Row>([&](auto field) { into.push_back(to_sql(std::move(row.*field.pointer))); });
}

template <DescribedStruct Row> Statement insertion(std::string_view table, Row row)
{
    static std::string const text = [&] {
        std::string columns, places;
        int n = 0;
        each_field<Row>([&](auto field) {
            columns += (n ? ", " : "") + std::string(field.name);
            places += (n ? ", $" : "$") + std::to_string(n + 1);
            ++n;
        });
        return "INSERT INTO " + std::string(table) + " (" + columns + ") VALUES (" + places + ")";
    }();
    Statement statement{text, {}};
    put_values(std::move(row), statement.values);
    return statement;
}

// One table per Row type: the statement is made once.
template <DescribedStruct Row> void insert(Session& s, std::string_view table, Row row)
{
    auto const statement = insertion(table, std::move(row));
    s.run(statement.text, statement.values);
}

// UPDATE of every column where `condition` holds; its $1, $2 … are the values given.
// Returns the number of rows changed.
template <DescribedStruct Row, class... A>
std::int64_t update(Session& s, std::string_view table, Row row, std::string_view condition, A const&... values)
{
    static std::string const text = [&] {
        std::string assignments;
        std::size_t n = sizeof...(A);
        each_field<Row>([&](auto field) {
            assignments += (n > sizeof...(A) ? ", " : "") + std::string(field.name) + " = $" + std::to_string(n + 1);
            ++n;
        });
        return "UPDATE " + std::string(table) + " SET " + assignments + " WHERE " + std::string(condition);
    }();
    std::vector<Value> all{to_sql(values)...};
    put_values(std::move(row), all);
    return s.run(text, all).changed;
}

}  // namespace maple::sql
