// maplebridge: the whole program is one binary. `maplebridge --help` teaches.
#include "api/words.hpp"
#include "cli/commands.hpp"
#include "cli/examples.hpp"
#include "cli/serve.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace {

using namespace maple::cli;

constexpr char const* teaching = R"(
First steps
  maplebridge serve --demo                  a city of invented people at http://127.0.0.1:8080/
  maplebridge serve --data /srv/maple       a real office; the first start prints a one-time link
  maplebridge import ledger.csv --data …    shows what an office's ledger would bring; --yes writes it
  maplebridge import-people list.csv --data …   the same for a list of people; import-organisations too
  maplebridge verify --data …               replays the ledger against the tables
  maplebridge backup copy.db --data …       a copy that was opened and checked

Exit codes: 0 done · 1 the command was not understood · 2 refused, or differences were found ·
3 something is broken (a path, disk, network, database), the message says what)";

// A database URL taken for a path would make folders of that name: "postgresql:/".
std::string fault_in_path(std::string const& path)
{
    return path.find("://") == path.npos ? "" : "takes a path; the URL of a database goes with --database";
}

std::string fault_in_url(std::string const& url)
{
    bool const known = url.starts_with("postgresql://") || url.starts_with("postgres://");
    return known ? "" : "takes postgresql://…; the folder of an SQLite file goes with --data";
}

void where_options(CLI::App& command, Where& where)
{
    command.add_option("--data", where.data, "folder of the database and the key file")->check(fault_in_path)->capture_default_str();
    command.add_option("--database", where.database, "postgresql://… instead of an SQLite file in the folder")->check(fault_in_url);
    command.add_option("--key", where.key_file, "key file of the vault (default: vault.key in the folder)")->check(fault_in_path);
    command.add_option("--papers", where.papers, "folder of uploaded papers, encrypted (default: papers in the folder)")->check(fault_in_path);
    command.add_option("--rules", where.rules, "folder of a rule pack (default: the one that the program carries)")->check(CLI::ExistingDirectory);
}

// Every command, and those below it, ends its help with examples of its own.
void teach(CLI::App& above, std::string const& path = "")
{
    for (auto* command : above.get_subcommands([](CLI::App*) { return true; })) {
        auto const name = path + command->get_name();
        command->footer(examples_of(name));
        teach(*command, name + " ");
    }
}

// In `spoken`: the language in which what is refused is to be said.
int run(int argc, char** argv, maple::Language& spoken)
{
    CLI::App app{"Maplebridge: people's mediation, from the first word to the return visit"};
    app.footer(teaching);
    app.require_subcommand(1);

    Serve serving;
    bool empty = false;
    auto* serve_command = app.add_subcommand("serve", "serve the web app and the API");
    where_options(*serve_command, serving.where);
    serve_command->add_option("--address", serving.address, "address to listen on")->capture_default_str();
    serve_command->add_option("--port", serving.port, "port to listen on; 0: any free one")->check(CLI::Range(0, 65535))->capture_default_str();
    auto* demo = serve_command->add_flag("--demo", serving.demo, "with the demo city: invented people, a bar of seven persons, a movable clock");
    serve_command->add_flag("--empty", empty, "without the demo city (the default)")->excludes(demo);
    serve_command->add_option("--public-url", serving.public_url, "what QR codes print");
    serve_command->add_option("--tls-cert", serving.tls_certificate, "PEM certificate chain");
    serve_command->add_option("--tls-key", serving.tls_key, "PEM private key");
    serve_command->add_option("--proxy", serving.trusted_proxies, "address of a proxy whose X-Forwarded-* is believed");
    serve_command->add_option("--web", serving.web_folder, "folder of a web build, instead of the one carried (for developers)")->check(CLI::ExistingDirectory);

    Where where;
    std::string file;
    auto const plain = [&](char const* name, char const* about) {
        auto* command = app.add_subcommand(name, about);
        where_options(*command, where);
        return command;
    };
    auto* migrate_command = plain("migrate", "bring the database to this program's version");
    auto* verify_command = plain("verify", "replay the journal against the tables; name what differs");
    auto* backup_command = plain("backup", "copy the database while it is served");
    backup_command->add_option("file", file, "where the copy goes")->required()->check(fault_in_path);
    auto* restore_command = plain("restore", "put a copy in place of a missing database, and verify it");
    restore_command->add_option("file", file, "the copy")->required()->check(CLI::ExistingFile);

    auto* rotate_command = plain("rotate-key", "add a new encryption key and seal everything anew (with the server stopped)");

    Import importing;
    auto* import_command = app.add_subcommand("import", "take in an office's ledger (CSV; UTF-8 or GB 18030)");
    where_options(*import_command, importing.where);
    import_command->add_option("file", importing.file, "the ledger")->required();
    import_command->add_option("--office", importing.office, "name of the committee of rows that name none");
    import_command->add_flag("--skip-bad", importing.skip_bad, "write the good rows although others are bad");
    import_command->add_flag("--create-organisations", importing.create_organisations, "enter committees that nobody knows");
    import_command->add_flag("--yes", importing.yes, "write; without it only the preview is shown, or asked at a terminal");
    import_command->add_flag("--english", importing.english, "speak English instead of Chinese");

    ListImport people, organisations;
    ListExport people_out, organisations_out;
    people.subject = people_out.subject = maple::documents::roll::Subject::people;
    organisations.subject = organisations_out.subject = maple::documents::roll::Subject::organisations;
    auto const import_of = [&](char const* name, char const* about, ListImport& into) {
        auto* command = app.add_subcommand(name, about);
        where_options(*command, into.where);
        command->add_option("file", into.file, "the list")->required();
        command->add_flag("--skip-bad", into.skip_bad, "write the good rows although others are bad");
        command->add_flag("--yes", into.yes, "write; without it only the preview is shown, or asked at a terminal");
        command->add_flag("--english", into.english, "speak English instead of Chinese");
        return command;
    };
    auto const export_of = [&](char const* name, char const* about, ListExport& into) {
        auto* command = app.add_subcommand(name, about);
        where_options(*command, into.where);
        command->add_option("--output", into.file, "file (default: standard output)")->check(fault_in_path);
        command->add_flag("--gb18030", into.gb18030, "in GB 18030 instead of UTF-8");
        return command;
    };
    auto* import_people = import_of("import-people", "take in a list of people who serve (CSV; UTF-8 or GB 18030)", people);
    auto* import_organisations = import_of("import-organisations", "take in a list of organisations (CSV; UTF-8 or GB 18030)", organisations);
    auto* export_people = export_of("export-people", "give the list of people who serve", people_out);
    auto* export_organisations = export_of("export-organisations", "give the list of open organisations", organisations_out);

    Export exporting;
    auto* export_command = app.add_subcommand("export", "give the ledger back as CSV");
    where_options(*export_command, exporting.where);
    export_command->add_option("--organisation", exporting.organisation, "key of an organisation; with what lies below it");
    export_command->add_option("--output", exporting.file, "file (default: standard output)")->check(fault_in_path);
    export_command->add_flag("--gb18030", exporting.gb18030, "in GB 18030 instead of UTF-8");

    auto* openapi_command = app.add_subcommand("openapi", "print the OpenAPI 3.1 document");
    auto* life_command = app.add_subcommand("life", "print the life of a dispute (Markdown with Mermaid)");
    auto* account_command = app.add_subcommand("account", "accounts, for whoever runs the server when nobody is left to ask");
    account_command->require_subcommand(1);
    auto* account_list = account_command->add_subcommand("list", "every account, its person and state");
    where_options(*account_list, where);
    Account inviting;
    auto* account_invite = account_command->add_subcommand("invite", "print a fresh one-time link for an account");
    where_options(*account_invite, inviting.where);
    account_invite->add_option("username", inviting.username, "the account")->required();
    account_invite->add_option("--public-url", inviting.public_url, "what the link begins with")->capture_default_str();
    Account kept;
    std::string role;
    auto const of_account = [&](char const* name, char const* about) {
        auto* command = account_command->add_subcommand(name, about);
        where_options(*command, kept.where);
        command->add_option("username", kept.username, "the account")->required();
        return command;
    };
    auto* account_reset = of_account("reset-factor", "take a lost second factor away; a new one is set up at the next sign-in");
    auto* account_unlock = of_account("unlock", "forget wrong passwords and codes");
    auto* account_appoint = of_account("appoint", "make an administrator, where none is left to do it");
    account_appoint->add_option("role", role, "system_administrator, security_administrator or auditor")->required();
    auto* version_command = app.add_subcommand("version", "print the version");
    teach(app);

    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        return app.exit(error) == 0 ? well : wrong_usage;
    }
    if (*import_command) spoken = importing.language();
    if (*import_people) spoken = people.language();
    if (*import_organisations) spoken = organisations.language();
    if (*serve_command) return serve(serving);
    if (*migrate_command) return migrate(where);
    if (*verify_command) return verify(where);
    if (*backup_command) return backup(where, file);
    if (*restore_command) return restore(where, file);
    if (*rotate_command) return rotate_key(where);
    if (*import_command) return import_ledger(importing);
    if (*export_command) return export_ledger(exporting);
    if (*import_people) return import_list(people);
    if (*import_organisations) return import_list(organisations);
    if (*export_people) return export_list(people_out);
    if (*export_organisations) return export_list(organisations_out);
    if (*openapi_command) return print_openapi();
    if (*life_command) return print_life();
    if (*account_list) return list_accounts(where);
    if (*account_invite) return invite_account(inviting);
    if (*account_reset) return reset_factor(kept);
    if (*account_unlock) return unlock_account(kept);
    if (*account_appoint) return appoint(kept, role);
    if (*version_command) std::cout << "maplebridge " << MAPLE_VERSION << '\n';
    return well;
}

}  // namespace

int main(int argc, char** argv)
{
    // Logs go to standard error, in UTC, with keys and never names.
    auto log = spdlog::stderr_logger_mt("maplebridge");
    log->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
    spdlog::set_default_logger(log);
    auto spoken = maple::Language::en;
    try {
        int const answer = run(argc, argv, spoken);
        if (!std::cout.flush()) throw std::runtime_error("what was to be printed could not be written out whole: is the disk full?");
        return answer;
    } catch (maple::Refused const& no) {
        end_progress();
        std::cerr << "maplebridge: " << maple::api::say(spoken, "refusal." + no.refusal.code, no.refusal.params) << '\n';
        for (auto const& one : no.refusal.problems)
            std::cerr << "  " << one.at << ": " << maple::api::say(spoken, "problem." + one.code, one.params) << '\n';
        return refused;
    } catch (std::exception const& trouble) {
        end_progress();
        std::cerr << "maplebridge: " << trouble.what() << '\n';
        return broken;
    }
}
