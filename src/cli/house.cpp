#include "cli/house.hpp"
#include "access/audit.hpp"
#include "access/salts.hpp"
#include "api/words.hpp"
#include "app/demo/city.hpp"
#include "app/demo/clock.hpp"
#include "app/renew.hpp"
#include "cli/paths.hpp"
#include "registry/phone.hpp"
#include "warning/open_places.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace maple::cli {
namespace {

// An empty file is the beginning of a database, and none where an office is expected.
void look_at(std::filesystem::path const& file, Expect expect)
{
    std::error_code missing;
    if (std::filesystem::is_directory(file, missing))
        throw std::runtime_error(file.string() + " is a folder, where the file of the database should lie; is --data right?");
    auto const bytes = std::filesystem::file_size(file, missing);
    if (missing) {
        if (expect == Expect::an_office) throw std::runtime_error("there is no database at " + file.string() + "; is --data right?");
        return;
    }
    if (::access(file.c_str(), R_OK | W_OK) != 0)
        throw std::runtime_error(file.string() + " cannot be opened: " + std::strerror(errno) + ". Run the command as the user who owns it.");
    if (bytes == 0 && expect == Expect::an_office)
        throw std::runtime_error(file.string() + " is empty: there is no Maplebridge in it. Move it away and restore a copy (restore --help).");
    if (bytes > 0 && !is_sqlite(file))
        throw std::runtime_error(file.string() + " is no database, or damaged. Move it away and restore a copy (restore --help). Nothing was changed.");
}

std::unique_ptr<sql::Store> opened(Where const& where, sql::StoreOptions const& options, Expect expect)
{
    bool const a_file = where.database.empty();
    if (a_file) look_at(where.data / "maplebridge.db", expect);
    auto store = sql::open(database_of(where), options);
    bool const furnished = sql::schema_version(*store) > 0;
    if (expect == Expect::an_office && !furnished)
        throw std::runtime_error("there is no Maplebridge in this database; is " + std::string(a_file ? "--data" : "--database") + " right?");
    if (furnished && !std::filesystem::exists(key_file_of(where)))
        throw std::runtime_error("the key file " + key_file_of(where).string() +
                                 " is gone, and without it nobody can read the phones and identity numbers of this database. "
                                 "Put it back (or name it with --key). Nothing was changed.");
    return store;
}

constexpr std::size_t bar_width = 24;
constexpr auto between_drawings = std::chrono::milliseconds(100);

// What stands on the terminal now.
struct Line {
    std::string step;  // empty: nothing
    std::chrono::steady_clock::time_point drawn;
} line;

// Pages of the demo city bear the demo's time: one of today would move its clock on by years.
Instant law_now(sql::Session& sql) { return app::demo::there_is_a_city(sql) ? app::demo::stopped_at(sql) : real_time(); }

}  // namespace

std::filesystem::path key_file_of(Where const& where)
{
    return where.key_file.empty() ? where.data / "vault.key" : where.key_file;
}

std::filesystem::path papers_of(Where const& where)
{
    return where.papers.empty() ? where.data / "papers" : where.papers;
}

std::string database_of(Where const& where)
{
    if (!where.database.empty()) return where.database;
    std::error_code bad;
    std::filesystem::create_directories(where.data, bad);
    if (bad) throw std::runtime_error("the folder " + where.data.string() + " cannot be made: " + bad.message() + "; is --data right?");
    return (where.data / "maplebridge.db").string();
}

Premises::Premises(Where const& where, sql::StoreOptions options, Expect expect)
    : book_(law::open_book(where.rules)), store_(opened(where, options, expect)), vault_(Vault::open(key_file_of(where))),
      contents_(std::make_shared<Contents const>(papers_of(where)))
{
    api::teach(law::names(book_));
    migrated_ = sql::migrate(*store_, sql::house_migrations(), [](std::string_view name, std::int64_t done, std::int64_t all) {
        show_progress("migration " + std::string(name), done, all);
    });
    // Asked each time: whoever was interrupted after the migration has still to do it.
    registry::seal_open_phones(*store_, vault_);
    warning::seal_open_places(*store_, vault_);
    access::seal_open_salts(*store_, vault_);
    // A newer program may see the next step otherwise; owed until it was done once.
    app::renew_where_owed(*store_, book_, vault_, show_progress);
    end_progress();
}

Desk desk_of(sql::Session& sql, House const& house, std::string_view command)
{
    Desk desk{sql, house, {}, law_now(sql), real_time()};
    desk.verb = "maplebridge";
    desk.route = command;
    desk.peer = "command line";
    return desk;
}

void journal(Premises& premises, access::AuditKind kind, std::string_view command)
{
    House const house{premises.book(), premises.vault()};
    sql::write_now(premises.store(), [&](sql::Session& sql) {
        auto desk = desk_of(sql, house, command);
        access::audit(desk, kind);
    });
}

void show_progress(std::string_view step, std::int64_t done, std::int64_t all)
{
    auto const now = std::chrono::steady_clock::now();
    if (!isatty(STDERR_FILENO) || (line.step == step && now - line.drawn < between_drawings)) return;
    line = {std::string(step), now};
    std::string bar;
    if (all > 0) {
        auto const filled = std::size_t(std::clamp<std::int64_t>(done * bar_width / all, 0, bar_width));
        bar = " [" + std::string(filled, '#') + std::string(bar_width - filled, ' ') + "] " + std::to_string(done) + "/" + std::to_string(all);
    }
    std::fprintf(stderr, "\r%s%s\033[K", line.step.c_str(), bar.c_str());
}

void end_progress()
{
    if (!line.step.empty()) std::fprintf(stderr, "\r\033[K");
    line = {};
}

}  // namespace maple::cli
