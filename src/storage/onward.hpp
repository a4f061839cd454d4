// A list that is read onward, the newest first: a page now, and where the next one begins.
#pragma once
#include "storage/insert.hpp"

namespace maple::sql {

// Puts a condition together with its values, in the order in which they are named.
class Binding {
public:
    template <class T> std::string operator()(T const& value)
    {
        values_.push_back(to_sql(value));
        return "$" + std::to_string(values_.size());
    }
    std::span<Value const> values() const { return values_; }

private:
    std::vector<Value> values_;
};

struct Onward {
    std::vector<std::string> states;
    bool more = false;  // older ones follow after the last of these
};

// Thirty states of a table, older than the cursor where there is one.
inline Onward onward(Session& session, std::string_view table, std::string const& condition, std::optional<Key> cursor, Binding bind)
{
    constexpr std::size_t page = 30;
    auto statement = "SELECT state FROM " + std::string(table) + " WHERE " + condition;
    if (cursor) statement += " AND id < " + bind(*cursor);
    statement += " ORDER BY id DESC LIMIT " + std::to_string(page + 1);
    Onward out{column<std::string>(session, statement, bind.values())};
    out.more = out.states.size() > page;
    if (out.more) out.states.pop_back();
    return out;
}

}  // namespace maple::sql
