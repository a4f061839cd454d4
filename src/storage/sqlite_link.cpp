#include "storage/sqlite_link.hpp"

#include <algorithm>
#include <charconv>

namespace maple::sql {
namespace {

constexpr std::size_t most_statements = 400;
constexpr int steps_between_looks_at_the_clock = 5'000;

// The number in "$12"; 0 for any other spelling of a parameter.
int number_of(char const* parameter)
{
    int n = 0;
    std::string_view const name(parameter ? parameter : "");
    if (!name.starts_with('$')) return 0;
    auto const [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), n);
    return error == std::errc{} && end == name.data() + name.size() ? n : 0;
}

std::shared_ptr<std::vector<std::string> const> columns_of(sqlite3_stmt* s)
{
    auto names = std::make_shared<std::vector<std::string>>();
    for (int i = 0; i < sqlite3_column_count(s); ++i) names->emplace_back(sqlite3_column_name(s, i));
    return names;
}

bool only_space(std::string_view rest) { return rest.find_first_not_of(" \t\r\n;") == rest.npos; }

}  // namespace

SqliteLink::SqliteLink(std::string const& file, Use use) : use_(use)
{
    sqlite3* raw = nullptr;
    int const access = use == Use::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                     : use == Use::read  ? SQLITE_OPEN_READWRITE
                                         : SQLITE_OPEN_READONLY;
    int const opened = sqlite3_open_v2(file.c_str(), &raw, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    db_.reset(raw);
    if (opened != SQLITE_OK) fail("opening the database file " + file);
    sqlite3_busy_timeout(raw, 5000);  // first: even asking for WAL can meet a lock
    for (int const quirk : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_TRUSTED_SCHEMA})
        sqlite3_db_config(raw, quirk, 0, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    script("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
           "PRAGMA case_sensitive_like = ON;");  // as PostgreSQL has it
    if (use == Use::write) {
        script("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 67108864;"
               "PRAGMA cache_size = -16000; PRAGMA secure_delete = ON;");  // what was erased or sealed leaves nothing behind
        auto const committed = [](void* self, sqlite3*, char const*, int pages) {
            static_cast<SqliteLink*>(self)->pages_in_log_ = pages;
            return SQLITE_OK;
        };
        sqlite3_wal_hook(raw, committed, this);
    }
    if (use != Use::look) script("PRAGMA synchronous = FULL;");
    if (use != Use::write) script("PRAGMA query_only = ON;");
}

Table SqliteLink::run(std::string_view statement, std::span<Value const> values)
{
    if (spoiled_) throw std::runtime_error("a statement failed before this one: what may fail belongs in a Savepoint");
    return execute(statement, values, true);
}

std::shared_ptr<Table const> SqliteLink::look(std::string_view statement, std::span<Value const> values)
{
    if (use_ == Use::write || spoiled_ || !in_transaction()) return Session::look(statement, values);
    if (!checked_) {
        auto const version = run("PRAGMA data_version", {});  // and begins the snapshot
        remembered_.is_at(std::get<std::int64_t>(version.rows.front().front()));
        checked_ = true;
    }
    if (auto known = remembered_.find(statement, values)) return known;
    auto answer = std::make_shared<Table const>(run(statement, values));
    remembered_.keep(statement, values, answer);
    return answer;
}

void SqliteLink::open()
{
    checked_ = false;
    command("BEGIN");
}

void SqliteLink::batch(std::span<Statement const> statements)
{
    for (auto const& s : statements) run(s.text, s.values);
}

void SqliteLink::script(std::string const& statements)
{
    if (statements.starts_with("ROLLBACK TO")) spoiled_ = false;
    if (spoiled_) throw std::runtime_error("a statement failed before this script: what may fail belongs in a Savepoint");
    if (sqlite3_exec(db_.get(), statements.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return;
    spoiled_ = true;
    fail(std::string("running a script: ") + sqlite3_errmsg(db_.get()));  // scripts are ours and hold no values
}

void SqliteLink::settle_editions()
{
    if (auto const touched = std::exchange(touched_, 0)) run(new_editions(touched), {});
}

void SqliteLink::command(std::string_view statement) { execute(statement, {}, false); }

bool SqliteLink::owes_a_reference() const
{
    int owed = 0, highest = 0;
    sqlite3_db_status(db_.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &owed, &highest, 0);
    return owed != 0;
}

void SqliteLink::until(std::optional<std::chrono::steady_clock::time_point> end)
{
    end_ = end;
    sqlite3_progress_handler(db_.get(), steps_between_looks_at_the_clock, end ? &out_of_time : nullptr, this);
}

int SqliteLink::out_of_time(void* self)
{
    auto const& end = static_cast<SqliteLink*>(self)->end_;
    return end && std::chrono::steady_clock::now() > *end;
}

SqliteLink::Log SqliteLink::checkpoint(int mode)
{
    Log log;
    sqlite3_wal_checkpoint_v2(db_.get(), nullptr, mode, &log.pages, &log.moved);
    return log;
}

Table SqliteLink::execute(std::string_view statement, std::span<Value const> values, bool want_rows)
{
    Table table;
    if (out_of_time(this)) throw TooSlow("reading took too long: a snapshot may not stay open");
    spoiled_ = true;  // until it has succeeded
    auto& p = prepared(statement);
    auto* const s = p.statement.get();
    struct Reset {
        sqlite3_stmt* s;
        ~Reset() { sqlite3_reset(s); sqlite3_clear_bindings(s); }
    } const reset{s};
    bind(p, values);

    auto const before = sqlite3_total_changes64(db_.get());
    int rc = sqlite3_step(s);
    // A statement that was compiled anew after a change of the schema may have other columns.
    if (want_rows && (!p.columns || int(p.columns->size()) != sqlite3_column_count(s))) p.columns = columns_of(s);
    table.columns = p.columns;
    for (; rc == SQLITE_ROW; rc = sqlite3_step(s))
        if (want_rows) read_row(s, table);
    if (rc != SQLITE_DONE) fail(statement);
    if (sqlite3_total_changes64(db_.get()) != before) table.changed = sqlite3_changes64(db_.get());
    if (table.changed > 0) touched_ |= p.touches;
    spoiled_ = false;
    return table;
}

SqliteLink::Prepared& SqliteLink::prepared(std::string_view statement)
{
    auto found = cache_.find(statement);
    if (found == cache_.end()) {
        if (cache_.size() >= most_statements) forget_the_oldest();
        found = cache_.emplace(std::string(statement), prepare(statement)).first;
    }
    found->second.used = ++uses_;
    return found->second;
}

SqliteLink::Prepared SqliteLink::prepare(std::string_view statement)
{
    sqlite3_stmt* raw = nullptr;
    char const* rest = nullptr;
    int const rc = sqlite3_prepare_v3(db_.get(), statement.data(), int(statement.size()), SQLITE_PREPARE_PERSISTENT, &raw, &rest);
    Prepared p{std::unique_ptr<sqlite3_stmt, Finalize>(raw), {}, touched_by(statement)};
    if (rc != SQLITE_OK) {
        if (sqlite3_errcode(db_.get()) != SQLITE_ERROR) fail(statement);
        throw std::runtime_error(std::string("sqlite: ") + sqlite3_errmsg(db_.get()) + ", while preparing: " + std::string(statement));
    }
    if (!raw || !only_space({rest, statement.data() + statement.size()}))
        throw std::logic_error("one statement at a time, not: " + std::string(statement));
    p.places.resize(std::size_t(sqlite3_bind_parameter_count(raw)));
    for (int place = 1; place <= int(p.places.size()); ++place) {
        int const n = number_of(sqlite3_bind_parameter_name(raw, place));
        if (n < 1 || n > int(p.places.size()))
            throw std::logic_error("parameters are $1, $2, … without a gap, in: " + std::string(statement));
        p.places[std::size_t(n) - 1] = place;
    }
    return p;
}

void SqliteLink::forget_the_oldest()
{
    cache_.erase(std::min_element(cache_.begin(), cache_.end(),
                                  [](auto const& a, auto const& b) { return a.second.used < b.second.used; }));
}

// The values outlive the statement's run, so SQLite need not copy them.
void SqliteLink::bind(Prepared const& p, std::span<Value const> values)
{
    if (values.size() != p.places.size())
        throw std::logic_error(std::to_string(values.size()) + " values for " + std::to_string(p.places.size())
                               + " parameters of: " + sqlite3_sql(p.statement.get()));
    struct Binder {
        sqlite3_stmt* s;
        int place;
        int operator()(std::nullptr_t) const { return sqlite3_bind_null(s, place); }
        int operator()(std::int64_t n) const { return sqlite3_bind_int64(s, place, n); }
        int operator()(std::string const& t) const
        {
            if (t.find('\0') != t.npos) throw std::runtime_error("a text holds U+0000");
            return sqlite3_bind_text64(s, place, t.data(), t.size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        int operator()(Bytes const& b) const { return sqlite3_bind_blob64(s, place, b.data.data(), b.data.size(), SQLITE_STATIC); }
    };
    for (std::size_t n = 0; n < values.size(); ++n)
        if (std::visit(Binder{p.statement.get(), p.places[n]}, values[n]) != SQLITE_OK) fail("binding $" + std::to_string(n + 1));
}

void SqliteLink::read_row(sqlite3_stmt* s, Table& table)
{
    auto& row = table.rows.emplace_back();
    auto const width = sqlite3_column_count(s);
    row.reserve(std::size_t(width));
    for (int i = 0; i < width; ++i) {
        switch (sqlite3_column_type(s, i)) {
        case SQLITE_NULL: row.emplace_back(nullptr); break;
        case SQLITE_INTEGER: row.emplace_back(sqlite3_column_int64(s, i)); break;
        case SQLITE_TEXT: {
            auto const* text = reinterpret_cast<char const*>(sqlite3_column_text(s, i));
            row.emplace_back(std::string(text, std::size_t(sqlite3_column_bytes(s, i))));
            break;
        }
        case SQLITE_BLOB: {
            auto const* bytes = static_cast<char const*>(sqlite3_column_blob(s, i));
            row.emplace_back(Bytes{bytes ? std::string(bytes, std::size_t(sqlite3_column_bytes(s, i))) : std::string()});
            break;
        }
        default: throw std::logic_error("only whole numbers leave the database; a fraction in column " + std::string(sqlite3_column_name(s, i)));
        }
    }
}

// SQLite's own sentence can quote values (a search expression, say), but for constraints it
// names columns only.
void SqliteLink::fail(std::string_view doing) const
{
    int const code = sqlite3_extended_errcode(db_.get());
    bool const constraint = (code & 0xff) == SQLITE_CONSTRAINT;
    auto const sentence = std::string("sqlite: ") + (constraint ? sqlite3_errmsg(db_.get()) : sqlite3_errstr(code)) + " ("
                        + std::to_string(code) + "), while: " + std::string(doing);
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_ROWID)
            throw Collision(sentence);
        break;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_NOMEM: throw NoRoom(sentence);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: throw TryAgain(sentence);
    case SQLITE_INTERRUPT: throw TooSlow(sentence);
    }
    throw std::runtime_error(sentence);
}

}  // namespace maple::sql
