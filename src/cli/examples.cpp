#include "cli/examples.hpp"

#include <algorithm>

namespace maple::cli {
namespace {

struct Lesson {
    std::string_view command, examples;
};

// /srv/maple stands for the folder of an office; a line below an example says what it does.
constexpr Lesson lessons[] = {
    {"serve", R"(
  maplebridge serve --demo --data /srv/demo
      a city of invented people at http://127.0.0.1:8080/, with a clock of its own
  maplebridge serve --data /srv/maple --proxy 127.0.0.1 --public-url https://maple.example
      a real office behind a proxy that does TLS; the first start prints a one-time link
  maplebridge serve --data /srv/maple --address 0.0.0.0 --port 8443 --tls-cert chain.pem --tls-key key.pem
      without a proxy)"},
    {"migrate", R"(
  maplebridge migrate --data /srv/maple
      after a new program was installed; every other command does it too)"},
    {"verify", R"(
  maplebridge verify --data /srv/maple
      exits with 2 and names each row that is not what the ledger tells)"},
    {"backup", R"(
  maplebridge backup copy.db --data /srv/maple
      writes copy.db, and what papers hold to copy.db.papers; the server may run
      (copy /srv/maple/vault.key too, to another place: nobody can read the copy without it))"},
    {"restore", R"(
  maplebridge restore copy.db --data /srv/new
      once the key file lies at /srv/new/vault.key; never overwrites a database
  maplebridge restore copy.db --data /srv/other --key kept.key
      with the key file somewhere else)"},
    {"rotate-key", R"(
  maplebridge rotate-key --data /srv/maple
      with the server stopped; keep a copy of vault.key afterwards, apart from the database)"},
    {"import", R"(
  maplebridge import ledger.csv --data /srv/maple --english
      shows what the ledger would bring and each bad row; writes nothing by itself
  maplebridge import ledger.csv --data /srv/maple --skip-bad --create-organisations --yes
      writes the good rows, and enters committees that nobody knows yet; can be repeated)"},
    {"import-people", R"(
  maplebridge import-people people.csv --data /srv/maple --english
      shows who would be entered; columns as export-people gives them
  maplebridge import-people people.csv --data /srv/maple --yes
      writes them; who is known is passed over)"},
    {"import-organisations", R"(
  maplebridge import-organisations organisations.csv --data /srv/maple --english
      shows which would be entered; columns as export-organisations gives them
  maplebridge import-organisations organisations.csv --data /srv/maple --yes
      writes them; those that are known are passed over)"},
    {"export", R"(
  maplebridge export --data /srv/maple --output ledger.csv
      the whole ledger, as import takes it
  maplebridge export --data /srv/maple --gb18030 --output ledger-gb.csv
      for a spreadsheet that expects GB 18030)"},
    {"export-people", R"(
  maplebridge export-people --data /srv/maple --output people.csv
      as import-people takes it)"},
    {"export-organisations", R"(
  maplebridge export-organisations --data /srv/maple --output organisations.csv
      as import-organisations takes it)"},
    {"openapi", R"(
  maplebridge openapi > openapi.json
      what a running server answers at /api/openapi.json)"},
    {"life", R"(
  maplebridge life > life.md
      stages and deeds as a diagram)"},
    {"account", R"(
  maplebridge account list --data /srv/maple
      who has an account
  maplebridge account unlock li.na --data /srv/maple
      for somebody who mistyped the password too often)"},
    {"account list", R"(
  maplebridge account list --data /srv/maple
      user name, person, state, second factor and last day in, with tabs between them)"},
    {"account invite", R"(
  maplebridge account invite li.na --data /srv/maple --public-url https://maple.example
      prints a link, good for three days, with which li.na sets a password)"},
    {"account reset-factor", R"(
  maplebridge account reset-factor li.na --data /srv/maple
      ends every session of li.na too)"},
    {"account unlock", R"(
  maplebridge account unlock li.na --data /srv/maple
      the password stays as it is)"},
    {"account appoint", R"(
  maplebridge account appoint li.na security_administrator --data /srv/maple
      nobody is two of the three administrators)"},
    {"version", R"(
  maplebridge version
      the number to name when something is reported)"},
};

}  // namespace

std::string examples_of(std::string_view command)
{
    auto const* const found = std::ranges::find(lessons, command, &Lesson::command);
    if (found == std::ranges::end(lessons)) return {};
    return "\nExamples" + std::string(found->examples) + "\n\nFirst steps and exit codes: maplebridge --help";
}

}  // namespace maple::cli
