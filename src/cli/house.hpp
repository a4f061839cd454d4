// What every command of the command line needs: where the data lies, the store, the book,
// the vault. Opened once, in this order; each that cannot be opened says why in a sentence.
#pragma once
#include "access/desk.hpp"
#include "storage/store.hpp"

#include <filesystem>

namespace maple::cli {

struct Where {
    std::filesystem::path data = "data";
    std::string database;             // "postgresql://…"; empty: <data>/maplebridge.db
    std::filesystem::path key_file;   // empty: <data>/vault.key
    std::filesystem::path papers;     // empty: <data>/papers
    std::string rules;                // a folder; empty: the rules that the program carries
};

// A command that looks at an office expects one; a mistyped folder is told, not furnished.
enum class Expect { anything, an_office };

class Premises {
public:
    // Throws with a sentence: no database where one is expected, or a database whose key file
    // is gone (a new key could read nothing of it).
    explicit Premises(Where const&, sql::StoreOptions = {}, Expect = Expect::anything);

    law::Book const& book() const { return book_; }
    Vault const& vault() const { return vault_; }
    std::shared_ptr<Contents const> const& contents() const { return contents_; }
    sql::Store& store() { return *store_; }
    int migrated() const { return migrated_; }  // how many migrations ran just now

private:
    law::Book book_;
    std::unique_ptr<sql::Store> store_;
    Vault vault_;
    std::shared_ptr<Contents const> contents_;
    int migrated_ = 0;
};

std::string database_of(Where const&);
std::filesystem::path key_file_of(Where const&);
std::filesystem::path papers_of(Where const&);

// The house as the command line sees it: nobody signed in; the law's clock is the machine's, or
// the demo's own where the database holds the demo city. What is done there stands in the audit
// journal with "command line" in place of a network.
Desk desk_of(sql::Session&, House const&, std::string_view command);
// One entry of what a command did, in a transaction of its own.
void journal(Premises&, access::AuditKind, std::string_view command);

// One line that moves, when somebody is watching at a terminal; nothing otherwise. It is there at
// once, and again with every new step: nobody can know before how long a work will take. `all` is
// 0 where only the step is known.
void show_progress(std::string_view step, std::int64_t done, std::int64_t all);
void end_progress();  // wipes it away

// What the commands answer with.
inline constexpr int well = 0, wrong_usage = 1, refused = 2, broken = 3;

}  // namespace maple::cli
