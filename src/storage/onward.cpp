#include "storage/onward.hpp"

#include <charconv>

namespace maple::sql {

std::string within(std::string const& column, std::vector<std::string> const& scopes, Binding& bind)
{
    std::string any;
    for (auto const& scope : scopes)
        any += (any.empty() ? "(" : " OR ") + std::string("(") + column + " >= " + bind(scope) + " AND " + column + " < " + bind(scope + "~") + ")";
    return any.empty() ? "1 = 0" : any + ")";
}

Onward onward(Session& session, std::string_view table, std::string const& condition, std::optional<Key> cursor, Binding bind)
{
    auto statement = "SELECT state FROM " + std::string(table) + " WHERE " + condition;
    if (cursor) statement += " AND id < " + bind(*cursor);
    statement += " ORDER BY id DESC LIMIT " + std::to_string(page_of_a_list + 1);
    Onward out{column<std::string>(session, statement, bind.values())};
    out.more = out.states.size() > page_of_a_list;
    if (out.more) out.states.pop_back();
    return out;
}

namespace {

Refused not_a_cursor() { return Refused(refuse_field("/cursor", "not_a_cursor")); }

std::int64_t number_in(std::string_view text)
{
    std::int64_t n = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (fault != std::errc{} || end != text.data() + text.size()) throw not_a_cursor();
    return n;
}

// The next piece of a cursor, up to its dot.
std::string_view taken(std::string_view& rest)
{
    auto const dot = rest.find('.');
    if (dot == rest.npos) throw not_a_cursor();
    auto const piece = rest.substr(0, dot);
    rest.remove_prefix(dot + 1);
    return piece;
}

}  // namespace

std::string Order::place() const
{
    std::string text;
    for (auto const& number : numbers_) text += "CAST(" + number + " AS TEXT) || '.' || ";
    return text + "CAST(" + key_ + " AS TEXT)";
}

std::string Order::after(std::string_view cursor, Binding& bind) const
{
    std::vector<std::int64_t> at;
    for (std::size_t n = 0; n < numbers_.size(); ++n) at.push_back(number_in(taken(cursor)));
    auto const key = key_from_shown(cursor);
    if (!key) throw not_a_cursor();
    auto condition = key_ + " < " + bind(*key);
    for (auto n = numbers_.size(); n-- > 0;) {
        auto const here = bind(at[n]);
        condition = "(" + numbers_[n] + " > " + here + " OR (" + numbers_[n] + " = " + here + " AND " + condition + "))";
    }
    return condition;
}

std::string Order::sorted() const
{
    std::string by;
    for (auto const& number : numbers_) by += number + ", ";
    return by + key_ + " DESC";
}

std::string or_never(std::string const& moment) { return "coalesce(" + moment + ", " + std::to_string(std::numeric_limits<std::int64_t>::max()) + ")"; }

std::string day_or_never(std::string const& day) { return "CAST(replace(coalesce(" + day + ", '9999-12-31'), '-', '') AS BIGINT)"; }

namespace inside {

std::shared_ptr<Table const> rows_after(Session& session, Reading const& reading, std::string_view cursor, Binding bind)
{
    auto statement = "SELECT " + reading.columns + ", " + reading.order.place() + " AS place FROM " + reading.from + " WHERE " + reading.condition;
    if (!cursor.empty()) statement += " AND " + reading.order.after(cursor, bind);
    statement += " ORDER BY " + reading.order.sorted() + " LIMIT " + std::to_string(page_of_a_list + 1);
    return session.look(statement, bind.values());
}

// Its key is told as keys are.
std::string place_of(Table const& table, std::size_t row)
{
    auto const& text = std::get<std::string>(table.rows.at(row).back());
    auto const key = text.rfind('.') + 1;
    return text.substr(0, key) + shown(Key{number_in(std::string_view(text).substr(key))});
}

}  // namespace inside
}  // namespace maple::sql
