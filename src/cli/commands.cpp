#include "cli/commands.hpp"
#include "cli/paths.hpp"
#include "api/route.hpp"
#include "app/life.hpp"
#include "app/replay.hpp"
#include "app/rotate.hpp"
#include "app/rooms.hpp"
#include "foundation/progress.hpp"

#include <iostream>

namespace maple::cli {

int migrate(Where const& where)
{
    Premises premises(where);
    std::cout << (premises.migrated() ? std::to_string(premises.migrated()) + " migrations ran." : std::string("Nothing to do."))
              << " The database is at version " << sql::schema_version(premises.store()) << ".\n";
    return well;
}

int verify(Where const& where)
{
    Premises premises(where, {}, Expect::an_office);
    auto const found = app::verify(premises.store(), premises.book(), premises.vault(),
                                   [](std::int64_t done, std::int64_t all) { show_progress("checking", done, all); },
                                   premises.contents().get());
    end_progress();
    for (auto const& one : found.differences) std::cout << one.what << ' ' << one.which << ": " << one.says << '\n';
    std::cout << found.pages << " pages, " << found.texts << " texts (" << found.erased << " erased), " << found.disputes
              << " disputes, " << found.leads << " leads, " << found.referrals << " referrals, " << found.receipts << " receipts, "
              << found.papers << " papers with " << found.contents << " contents, "
              << found.registered << " entries of the registry, " << found.audited << " of the audit journal\n";
    if (found.unplaced) std::cout << found.unplaced << " pages are not placed in the tree yet\n";
    std::cout << "tree head " << found.tree_head << " over " << found.leaves << " leaves\n";
    std::cout << (found.differences.empty() ? "The tables are what the ledger tells.\n"
                                            : std::to_string(found.differences.size()) + " differences\n");
    return found.differences.empty() ? well : refused;
}

namespace {

namespace fs = std::filesystem;

fs::path papers_beside(std::string const& copy) { return copy + ".papers"; }

// What is half written belongs to nobody yet.
std::vector<fs::directory_entry> files_of_papers(fs::path const& folder)
{
    std::vector<fs::directory_entry> files;
    if (!fs::exists(folder)) return files;
    for (auto const& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && !entry.path().filename().string().starts_with(".")) files.push_back(entry);
    return files;
}

// A file of the folder never changes under its name: what is there already need not be copied
// again. Returns how many lie there now.
std::int64_t copy_papers(fs::path const& from, fs::path const& to)
{
    auto const files = files_of_papers(from);
    auto const all = std::int64_t(files.size());
    for (std::int64_t done = 0; done < all; ++done) {
        show_progress("copying papers", done, all);
        auto const& file = files[std::size_t(done)];
        auto const place = to / fs::relative(file.path(), from);
        fs::create_directories(place.parent_path());
        if (fs::exists(place) && fs::file_size(place) == file.file_size()) continue;
        auto const part = place.string() + ".part";
        fs::copy_file(file.path(), part, fs::copy_options::overwrite_existing);
        fs::rename(part, place);
    }
    end_progress();
    return all;
}

// Under another name until it is whole: a kill leaves the old state or the new one.
void put_back(fs::path const& copy, fs::path const& target)
{
    auto const part = target.string() + ".part";
    {
        GrowingFile const growing(part, fs::file_size(copy), "putting the database back, MB", show_progress);
        fs::copy_file(copy, part, fs::copy_options::overwrite_existing);
    }
    end_progress();
    fs::rename(part, target);
}

}  // namespace

int backup(Where const& where, std::string const& file)
{
    demand_place(where, file);
    if (std::error_code ignored; fs::exists(papers_beside(file), ignored) && !fs::is_directory(papers_beside(file), ignored))
        throw std::runtime_error(papers_beside(file).string() + " is a file, where the folder of papers goes. Move it away, or name another copy.");
    Premises premises(where, {}, Expect::an_office);
    premises.store().backup(file, show_progress);
    end_progress();
    auto const papers = copy_papers(papers_of(where), papers_beside(file));
    journal(premises, access::AuditKind::backup, "backup");
    std::cout << "The copy was made, opened and checked: " << file << "\n";
    if (papers > 0) std::cout << papers << " files of papers lie beside it: " << papers_beside(file).string() << "\n";
    std::cout << "Keep the key file with care, apart from it.\n";
    return well;
}

int restore(Where const& where, std::string const& file)
{
    if (!where.database.empty()) {
        std::cerr << "PostgreSQL is restored with its own tools (pg_restore).\n";
        return wrong_usage;
    }
    auto const target = std::filesystem::path(database_of(where));
    if (std::filesystem::exists(target)) {
        std::cerr << target.string() << " exists. Move it away first: a restore never overwrites.\n";
        return refused;
    }
    if (!std::filesystem::exists(key_file_of(where))) {
        std::cerr << "Put the key file of that database at " << key_file_of(where).string() << " first (or name it with --key).\n";
        return refused;
    }
    if (!is_sqlite(file)) {
        std::cerr << file << " is no copy of a Maplebridge database. Nothing was changed.\n";
        return refused;
    }
    // What papers hold comes first: a row never speaks of a file that is not there.
    copy_papers(papers_beside(file), papers_of(where));
    put_back(file, target);
    {
        Premises premises(where, {}, Expect::an_office);
        journal(premises, access::AuditKind::restored, "restore");
    }
    return verify(where);
}

int rotate_key(Where const& where)
{
    { Premises before(where, {}, Expect::an_office); }  // everything can be read with the keys that are there
    Vault::add_key(key_file_of(where));
    Premises premises(where, {}, Expect::an_office);
    auto const sealed = app::seal_anew(premises.store(), premises.vault(), [](std::int64_t done, std::int64_t all) { show_progress("sealing", done, all); });
    end_progress();
    journal(premises, access::AuditKind::key_rotated, "rotate-key");
    std::cout << sealed << " texts were sealed anew with a new key. Keep a copy of " << key_file_of(where).string()
              << " apart from the database: older copies of the database still need its older keys.\n";
    return well;
}

int print_openapi()
{
    std::cout << json::serialize(api::openapi(app::all_rooms())) << '\n';
    return well;
}

int print_life()
{
    std::cout << app::life_page();
    return well;
}

}  // namespace maple::cli
