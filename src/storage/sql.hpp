// The one door to SQL. Two engines stand behind it (sqlite.cpp, postgres.cpp); every
// statement in the program is written once, in the dialect that both understand:
// $1 placeholders, BIGINT keys and instants, ISO dates as text, ON CONFLICT, RETURNING,
// CAST($1 AS TEXT), FILTER. No JSON access, no string_agg, no date functions.
#pragma once
#include "foundation/form.hpp"

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <variant>

namespace maple::sql {

struct Bytes {
    std::string data;
    bool operator==(Bytes const&) const = default;
};

using Value = std::variant<std::nullptr_t, std::int64_t, std::string, Bytes>;  // what we send, what comes back

struct Table {
    std::shared_ptr<std::vector<std::string> const> columns = {};  // their names; the statement's own, shared
    std::vector<std::vector<Value>> rows;
    std::int64_t changed = 0;  // rows inserted, updated or deleted by the statement
};

// Two writers met (unique key taken): the use case may turn it into a refusal.
struct Collision : std::runtime_error { using runtime_error::runtime_error; };
// The engine asks to try the whole transaction again (40001, a lost connection before commit).
struct TryAgain : std::runtime_error { using runtime_error::runtime_error; };
// The disk is full or failing: nothing of the transaction was kept.
struct NoRoom : std::runtime_error { using runtime_error::runtime_error; };

enum class Engine { sqlite, postgres };

struct Statement {
    std::string_view text;
    std::vector<Value> values;
};

// A connection with an open transaction. Statements are prepared once and kept.
class Session {
public:
    virtual ~Session() = default;
    virtual Engine engine() const = 0;
    virtual Table run(std::string_view statement, std::span<Value const> values) = 0;
    // The same of a statement that changes nothing, perhaps from memory: as long as nobody writes,
    // a reader of SQLite is answered what it was answered before.
    virtual std::shared_ptr<Table const> look(std::string_view statement, std::span<Value const> values)
    {
        return std::make_shared<Table const>(run(statement, values));
    }
    // Several statements whose answers nobody needs, in one round trip where the engine can.
    virtual void batch(std::span<Statement const> statements) = 0;
    virtual void script(std::string const& statements) = 0;
    // Whether this is a reader's snapshot: what it shows is committed, and stays as it is. Only
    // what was read so may be remembered.
    virtual bool snapshot() const { return false; }
};

// A part of a transaction that may fail without spoiling the rest. Rolls back unless kept.
class Savepoint {
public:
    explicit Savepoint(Session& session);
    ~Savepoint();
    void keep();
    Savepoint(Savepoint const&) = delete;
    Savepoint& operator=(Savepoint const&) = delete;

private:
    Session& session_;
    bool kept_ = false;
};

// --- C++ values to and from SQL -------------------------------------------------------

inline Value to_sql(std::string const& s) { return s; }
inline Value to_sql(std::string&& s) { return std::move(s); }
inline Value to_sql(std::string_view s) { return std::string(s); }
inline Value to_sql(char const* s) { return std::string(s); }
inline Value to_sql(std::int64_t n) { return n; }
inline Value to_sql(int n) { return std::int64_t{n}; }
inline Value to_sql(bool b) { return std::int64_t{b}; }
inline Value to_sql(Bytes const& b) { return b; }
inline Value to_sql(Key k) { return k.n; }
inline Value to_sql(Instant t) { return t.us; }
inline Value to_sql(Date d) { return iso(d); }
inline Value to_sql(Fen f) { return f.n; }
template <std::int64_t A, std::int64_t B> Value to_sql(Whole<A, B> w) { return w.n; }
template <int A, int B, Lines L> Value to_sql(Text<A, B, L> const& t) { return t.str(); }
template <DescribedEnum E> Value to_sql(E e) { return std::string(boost::describe::enum_to_string(e, "?")); }
template <class T> Value to_sql(std::optional<T> const& o) { return o ? to_sql(*o) : Value(nullptr); }

inline void from_sql(Value const& c, std::string& into) { into = std::get<std::string>(c); }
inline void from_sql(Value const& c, std::int64_t& into) { into = std::get<std::int64_t>(c); }
inline void from_sql(Value const& c, bool& into) { into = std::get<std::int64_t>(c) != 0; }
inline void from_sql(Value const& c, Bytes& into) { into = std::get<Bytes>(c); }
inline void from_sql(Value const& c, Key& into) { into.n = std::get<std::int64_t>(c); }
inline void from_sql(Value const& c, Instant& into) { into.us = std::get<std::int64_t>(c); }
inline void from_sql(Value const& c, Fen& into) { into.n = std::get<std::int64_t>(c); }
inline void from_sql(Value const& c, Date& into) { into = date_from_iso(std::get<std::string>(c)).value(); }
template <std::int64_t A, std::int64_t B> void from_sql(Value const& c, Whole<A, B>& into) { into.n = std::get<std::int64_t>(c); }
template <int A, int B, Lines L> void from_sql(Value const& c, Text<A, B, L>& into) { into = Text<A, B, L>(std::get<std::string>(c)); }
template <DescribedEnum E> void from_sql(Value const& c, E& into)
{
    auto const& word = std::get<std::string>(c);
    if (!boost::describe::enum_from_string(word.c_str(), into)) throw std::runtime_error("unknown word in the database: " + word);
}
template <class T> void from_sql(Value const& c, std::optional<T>& into)
{
    if (std::holds_alternative<std::nullptr_t>(c)) into.reset();
    else from_sql(c, into.emplace());
}

// --- The verbs that the rest of the program uses ---------------------------------------

template <class... A> std::int64_t change(Session& s, std::string_view statement, A const&... values)
{
    std::vector<Value> const v{to_sql(values)...};
    return s.run(statement, v).changed;
}

// A member of a row, by the name of its column.
struct Cell {
    std::string_view name;
    void (*read)(Value const&, void*);
};
// Lays the cells of a table into structs of `size` bytes each. Compiled once, for all rows.
void lay(Table const& table, std::span<Cell const> cells, std::span<std::size_t const> offsets, void* first, std::size_t size);

template <class M> void read_cell(Value const& cell, void* into) { from_sql(cell, *static_cast<M*>(into)); }

// Rows of a table as structs: each column lands in the member of the same name; a missing
// column is a bug and says so.
template <DescribedStruct Row> std::vector<Row> rows_of(Table const& table)
{
    static constexpr auto cells = table_of<Cell, Row>([]<class D>() {
        return Cell{D::name, &read_cell<std::remove_cvref_t<decltype(std::declval<Row>().*D::pointer)>>};
    });
    std::vector<Row> rows(table.rows.size());
    lay(table, cells, offsets_of<Row>(), rows.data(), sizeof(Row));
    return rows;
}

template <DescribedStruct Row> std::vector<Row> all(Session& s, std::string_view statement, std::span<Value const> values)
{
    return rows_of<Row>(*s.look(statement, values));
}

template <DescribedStruct Row, class... A> std::vector<Row> all(Session& s, std::string_view statement, A const&... values)
{
    std::vector<Value> const v{to_sql(values)...};
    return rows_of<Row>(*s.look(statement, v));
}

template <DescribedStruct Row, class... A> std::optional<Row> one(Session& s, std::string_view statement, A const&... values)
{
    auto rows = all<Row>(s, statement, values...);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

// The one column that a statement asks for, from every row.
template <class T> std::vector<T> column(Session& s, std::string_view statement, std::span<Value const> values)
{
    auto const table = s.look(statement, values);
    if (table->columns->size() != 1) throw std::logic_error("a column was asked for, not several");
    std::vector<T> out(table->rows.size());
    for (std::size_t n = 0; n < out.size(); ++n) from_sql(table->rows[n].front(), out[n]);
    return out;
}

template <class T, class... A> std::vector<T> column(Session& s, std::string_view statement, A const&... values)
{
    std::vector<Value> const v{to_sql(values)...};
    return column<T>(s, statement, std::span<Value const>(v));
}

// One cell of one row, or nothing where there is no row or the cell is NULL.
template <class T, class... A> std::optional<T> cell(Session& s, std::string_view statement, A const&... values)
{
    std::vector<Value> const v{to_sql(values)...};
    auto const table = s.look(statement, v);
    std::optional<T> out;
    if (!table->rows.empty()) from_sql(table->rows.front().front(), out);
    return out;
}

}  // namespace maple::sql
