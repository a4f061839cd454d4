#include "foundation/embedded.hpp"
#include "foundation/time.hpp"
#include "storage/store.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace maple::sql {
namespace {

constexpr std::int64_t migration_lock = 0x6d61706c65;  // "maple": one program at a time moves a PostgreSQL schema

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

std::string in_dialect(std::string_view text, Engine engine)
{
    std::string out(text);
    if (engine == Engine::postgres) return out;
    replace_all(out, "BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY");  // SQLite's rowid, and no index beside it
    replace_all(out, "BYTEA", "BLOB");
    return out;
}

bool has_versions(Session& s)
{
    if (s.engine() == Engine::sqlite)
        return cell<std::int64_t>(s, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_versions'").has_value();
    return cell<std::string>(s, "SELECT CAST(to_regclass('schema_versions') AS TEXT)").has_value();
}

std::set<int> versions(Session& s)
{
    std::set<int> numbers;
    if (!has_versions(s)) return numbers;
    for (auto const& row : s.run("SELECT number FROM schema_versions", {}).rows) numbers.insert(int(std::get<std::int64_t>(row[0])));
    return numbers;
}

void prepare_versions(Session& s)
{
    if (s.engine() == Engine::postgres) change(s, "SELECT pg_advisory_xact_lock($1)", migration_lock);
    if (!has_versions(s))
        s.script(in_dialect("CREATE TABLE schema_versions (number BIGINT PRIMARY KEY, name TEXT NOT NULL, at BIGINT NOT NULL)", s.engine()));
}

void run_one(Session& s, Migration const& m)
{
    try {
        s.script(in_dialect(m.text, s.engine()));
    } catch (NoRoom const&) {
        throw;
    } catch (TryAgain const&) {
        throw;
    } catch (std::exception const& e) {
        throw std::runtime_error("migration " + std::to_string(m.number) + " (" + std::string(m.name) + ") failed: " + e.what());
    }
    change(s, "INSERT INTO schema_versions (number, name, at) VALUES ($1, $2, $3)", m.number, m.name, real_time());
}

void refuse_disorder(std::span<Migration const> migrations, std::set<int> const& there)
{
    for (std::size_t n = 1; n < migrations.size(); ++n)
        if (migrations[n].number <= migrations[n - 1].number)
            throw std::logic_error("migrations out of order: " + std::string(migrations[n].name));
    int const newest_there = there.empty() ? 0 : *there.rbegin();
    int const newest_known = migrations.empty() ? 0 : migrations.back().number;
    if (newest_there > newest_known)
        throw std::runtime_error("This database was written by a newer program (its version is " + std::to_string(newest_there)
                                 + ", this program knows " + std::to_string(newest_known) + "): please use that program.");
    for (auto const& m : migrations)
        if (m.number < newest_there && !there.contains(m.number))
            throw std::runtime_error("This database has passed migration " + std::to_string(m.number) + " (" + std::string(m.name)
                                     + ") without running it: it does not belong to this program.");
}

}  // namespace

int migrate(Store& store, std::span<Migration const> migrations, HowFar const& told)
{
    int ran = 0;
    write_now(store, [&](Session& s) {
        ran = 0;  // the work may be run again
        prepare_versions(s);
        auto const there = versions(s);
        refuse_disorder(migrations, there);
        auto const all = std::ranges::count_if(migrations, [&](Migration const& m) { return !there.contains(m.number); });
        for (auto const& m : migrations)
            if (!there.contains(m.number)) {
                if (told) told(m.name, ran, all);
                run_one(s, m);
                ++ran;
            }
    });
    return ran;
}

int schema_version(Store& store)
{
    auto const numbers = read_now(store, [](Session& s) { return versions(s); });
    return numbers.empty() ? 0 : *numbers.rbegin();
}

std::vector<Migration> house_migrations()
{
    constexpr std::string_view place = "migrations/";
    std::vector<Migration> found;
    for (auto const& file : embedded_under(place)) {
        auto const name = file.name.substr(place.size());
        int number = 0;
        auto const [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (error != std::errc{} || number < 1) throw std::logic_error("a migration's name begins with its number: " + std::string(name));
        found.push_back({number, name, file.body});
    }
    std::ranges::sort(found, {}, &Migration::number);
    return found;
}

}  // namespace maple::sql
