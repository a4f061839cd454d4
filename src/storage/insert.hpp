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

namespace inside {

template <DescribedStruct Row> std::vector<std::string_view> columns()
{
    std::vector<std::string_view> names;
    each_field<Row>([&](auto field) { names.push_back(field.name); });
    return names;
}

// A number with a bit for each column that differs from its value; the values stand behind `given` others.
inline std::string differing(std::vector<std::string_view> const& columns, std::size_t given)
{
    std::string bits;
    for (std::size_t n = 0; n < columns.size(); ++n)
        bits += (n ? " | (($" : "(($") + std::to_string(given + n + 1) + " IS NOT " + std::string(columns[n]) + ") << " + std::to_string(n) + ")";
    return bits;
}

}  // namespace inside

// UPDATE of one row, where `condition` holds; its $1, $2 … are the values given. Columns called `id` stay as
// they are. SQLite writes every index of a column that is named, and looks whether anybody refers to a key that
// is, whatever their values: there only columns that differ are named. Returns the number of rows found, 0 or 1.
template <DescribedStruct Row, class... A>
std::int64_t update(Session& s, std::string_view table, Row row, std::string_view condition, A const&... values)
{
    static auto const columns = inside::columns<Row>();
    static_assert(boost::mp11::mp_size<boost::describe::describe_members<Row, boost::describe::mod_public>>::value < 63);
    std::vector<Value> all{to_sql(values)...};
    auto const given = all.size();
    put_values(std::move(row), all);
    std::int64_t differ = ~std::int64_t{0};
    if (s.engine() == Engine::sqlite) {
        static auto const bits = inside::differing(columns, sizeof...(A));
        auto const found = s.run("SELECT " + bits + " FROM " + std::string(table) + " WHERE " + std::string(condition), all);
        if (found.rows.empty()) return 0;
        differ = std::get<std::int64_t>(found.rows.front().front());
        if (differ == 0) return 1;
    }
    std::string assignments;
    std::vector<Value> sent(std::make_move_iterator(all.begin()), std::make_move_iterator(all.begin() + std::ptrdiff_t(given)));
    for (std::size_t n = 0; n < columns.size(); ++n) {
        if (columns[n] == "id" || !(differ >> n & 1)) continue;
        assignments += (assignments.empty() ? "" : ", ") + std::string(columns[n]) + " = $" + std::to_string(sent.size() + 1);
        sent.push_back(std::move(all[given + n]));
    }
    return s.run("UPDATE " + std::string(table) + " SET " + assignments + " WHERE " + std::string(condition), sent).changed;
}

}  // namespace maple::sql
