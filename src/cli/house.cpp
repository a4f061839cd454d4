#include "cli/house.hpp"
#include "access/audit.hpp"
#include "api/words.hpp"

#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace maple::cli {
namespace {

std::unique_ptr<sql::Store> opened(Where const& where, sql::StoreOptions const& options, Expect expect)
{
    bool const a_file = where.database.empty();
    auto const file = where.data / "maplebridge.db";
    if (a_file && expect == Expect::an_office && !std::filesystem::exists(file))
        throw std::runtime_error("there is no database at " + file.string() + "; is --data right?");
    auto store = sql::open(database_of(where), options);
    bool const furnished = sql::schema_version(*store) > 0;
    if (!a_file && expect == Expect::an_office && !furnished)
        throw std::runtime_error("there is no Maplebridge in this database; is --database right?");
    if (furnished && !std::filesystem::exists(key_file_of(where)))
        throw std::runtime_error("the key file " + key_file_of(where).string() +
                                 " is gone, and without it nobody can read the phones and identity numbers of this database. "
                                 "Put it back (or name it with --key). Nothing was changed.");
    return store;
}

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
    std::filesystem::create_directories(where.data);
    return (where.data / "maplebridge.db").string();
}

Premises::Premises(Where const& where, sql::StoreOptions options, Expect expect)
    : book_(law::open_book(where.rules)), store_(opened(where, options, expect)), vault_(Vault::open(key_file_of(where))),
      contents_(std::make_shared<Contents const>(papers_of(where)))
{
    api::teach(law::names(book_));
    migrated_ = sql::migrate(*store_, sql::house_migrations());
}

Desk desk_of(sql::Session& sql, House const& house, std::string_view command)
{
    Desk desk{sql, house, {}, real_time(), real_time()};
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

void show_progress(std::string_view what, std::int64_t done, std::int64_t all)
{
    static auto const began = std::chrono::steady_clock::now();
    static auto shown = began;
    auto const now = std::chrono::steady_clock::now();
    if (!isatty(STDERR_FILENO) || now - shown < std::chrono::milliseconds(100)) return;
    shown = now;
    constexpr int width = 30;
    int const filled = all > 0 ? int(done * width / all) : 0;
    std::fprintf(stderr, "\r%.*s [%s%s] %lld of %lld ", int(what.size()), what.data(), std::string(std::size_t(filled), '#').c_str(),
                 std::string(std::size_t(width - filled), ' ').c_str(), static_cast<long long>(done), static_cast<long long>(all));
}

void end_progress()
{
    if (isatty(STDERR_FILENO)) std::fprintf(stderr, "\r\033[K");
}

}  // namespace maple::cli
