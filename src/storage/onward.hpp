// A list that is read onward: a page now, and where the next one begins.
#pragma once
#include "storage/insert.hpp"

#include <functional>

namespace maple::sql {

inline constexpr std::size_t page_of_a_list = 30;

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

// Whether a path lies in one of the scopes; of none nothing does.
std::string within(std::string const& column, std::vector<std::string> const& scopes, Binding&);

// --- The newest first, by keys alone --------------------------------------------------------

struct Onward {
    std::vector<std::string> states;
    bool more = false;  // older ones follow after the last of these
};

// A page of states of a table, older than the cursor where there is one.
Onward onward(Session&, std::string_view table, std::string const& condition, std::optional<Key> cursor, Binding);

// --- In another order ------------------------------------------------------------------------

// By whole numbers, the least first, then the newest key, so that no two stand at one place. A
// cursor is the place of the last one shown: the next page goes on from there, whatever has become of it.
class Order {
public:
    explicit Order(std::vector<std::string> numbers, std::string key = "id") : numbers_(std::move(numbers)), key_(std::move(key)) {}

    std::string place() const;                                      // of a row, as a text
    std::string after(std::string_view cursor, Binding&) const;     // refuses: not_a_cursor
    std::string sorted() const;

private:
    std::vector<std::string> numbers_;  // expressions that are never NULL
    std::string key_;
};

// The last moment and the last day that a column could tell: what has none comes after all that have.
std::string or_never(std::string const& moment);
std::string day_or_never(std::string const& day);

struct Reading {
    std::string columns, from, condition;
    Order order;
};

namespace inside {

// The next rows, one more than a page holds; the last column is the place of each.
std::shared_ptr<Table const> rows_after(Session&, Reading const&, std::string_view cursor, Binding);
std::string place_of(Table const&, std::size_t row);

}  // namespace inside

template <class Row> struct Page {
    std::vector<Row> rows;
    std::optional<std::string> cursor;  // none: nothing follows
};

// A page of those rows that `keeps` lets pass; the others use up no room on it.
template <DescribedStruct Row>
Page<Row> onward(Session& session, Reading const& reading, std::string cursor, Binding const& bind, std::function<bool(Row const&)> const& keeps = {})
{
    Page<Row> page;
    std::string last;
    for (;;) {
        auto const table = inside::rows_after(session, reading, cursor, bind);
        auto rows = rows_of<Row>(*table);
        for (std::size_t n = 0; n < rows.size(); ++n) {
            if (keeps && !keeps(rows[n])) continue;
            if (page.rows.size() == page_of_a_list) {
                page.cursor = std::move(last);
                return page;
            }
            page.rows.push_back(std::move(rows[n]));
            last = inside::place_of(*table, n);
        }
        if (rows.size() <= page_of_a_list) return page;
        cursor = inside::place_of(*table, rows.size() - 1);
    }
}

// --- Of what was made and sorted in memory -----------------------------------------------------

// Leaves a page of the items, those whose place comes after one; says whether more follow. Places
// are texts that sort as the items do, no two alike.
template <class T, class F> bool cut_to_page(std::vector<T>& items, std::string const& after, F place_of)
{
    if (!after.empty()) std::erase_if(items, [&](T const& item) { return place_of(item) <= after; });
    bool const more = items.size() > page_of_a_list;
    if (more) items.erase(items.begin() + page_of_a_list, items.end());
    return more;
}

}  // namespace maple::sql
