// The other commands: each takes what the command line gave and answers with an exit code.
#pragma once
#include "cli/house.hpp"
#include "documents/roll/layout.hpp"

namespace maple::cli {

int migrate(Where const&);
int verify(Where const&);
int backup(Where const&, std::string const& file);
int restore(Where const&, std::string const& file);
// A new key version in the key file, and everything sealed anew with it. The server must stand
// still: it reads the key file when it starts.
int rotate_key(Where const&);
int print_openapi();
int print_life();

struct Import {
    Where where;
    std::string file;
    std::string office;  // key of the committee of rows that name none
    bool skip_bad = false, create_organisations = false, yes = false;
    bool english = false;
    Language language() const { return english ? Language::en : Language::zh; }
};
int import_ledger(Import const&);

// What the imports of ledgers and lists share. They speak one language from the first line to the last.
std::string said(Language, std::string_view key, Params const& = {});    // of [commands] in the catalogue
std::optional<std::string> bytes_of(std::string const& file, Language);  // nothing when it cannot be used, and it is said why
bool confirmed(Language);                                                // asked at a terminal; no where there is none

// A list of people or of organisations.
struct ListImport {
    Where where;
    std::string file;
    documents::roll::Subject subject{};
    bool skip_bad = false, yes = false;
    bool english = false;
    Language language() const { return english ? Language::en : Language::zh; }
};
int import_list(ListImport const&);

struct ListExport {
    Where where;
    std::string file;  // empty: standard output
    documents::roll::Subject subject{};
    bool gb18030 = false;
};
int export_list(ListExport const&);

struct Export {
    Where where;
    std::string organisation;  // key; empty: all
    std::string file;          // empty: standard output
    bool gb18030 = false;
};
int export_ledger(Export const&);

struct Account {
    Where where;
    std::string username;
    std::string public_url = "http://127.0.0.1:8080";
};
int list_accounts(Where const&);
int invite_account(Account const&);
int reset_factor(Account const&);    // of who lost the phone and cannot ask anybody
int unlock_account(Account const&);
int appoint(Account const&, std::string const& role);  // an administrator, where none is left to do it

}  // namespace maple::cli
