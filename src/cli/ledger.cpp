#include "cli/commands.hpp"
#include "documents/ledger/ledger.hpp"

#include <fstream>
#include <iostream>
#include <sstream>
#include <unistd.h>

namespace maple::cli {
namespace {

namespace ledger = documents::ledger;

}  // namespace

Desk desk_of(sql::Session& sql, House const& house)
{
    return Desk{sql, house, {}, real_time(), real_time()};
}

std::optional<std::string> bytes_of(std::string const& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

bool confirmed()
{
    if (!isatty(STDIN_FILENO)) return false;
    std::cout << "Write this into the database? [y/N] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes" || answer == "是";
}

int import_ledger(Import const& ask)
{
    auto const bytes = bytes_of(ask.file);
    if (!bytes) {
        std::cerr << ask.file << " cannot be read.\n";
        return broken;
    }
    Premises premises(ask.where);
    House const house{premises.book(), premises.vault(), false, {}, false};
    auto const language = ask.english ? Language::en : Language::zh;
    auto const layout = ledger::open_layout(premises.book());
    auto const parsed = ledger::parse(*bytes, layout, {date_in_beijing(real_time()), ask.office});
    ledger::ImportOptions options;
    options.skip_bad = ask.skip_bad;
    options.create_organisations = ask.create_organisations;
    options.progress = [](std::int64_t done, std::int64_t all) { show_progress("importing", done, all); };

    auto const preview = sql::read_now(premises.store(), [&](sql::Session& sql) {
        auto desk = desk_of(sql, house, "ledger");
        return ledger::preview(desk, parsed, layout, options);
    });
    std::cout << ledger::preview_text(preview, language);
    bool const clean = preview.faults.empty() && (preview.unknown_organisations.empty() || ask.create_organisations);
    if (!clean && !ask.skip_bad) {
        std::cout << "Nothing was written. Mend the rows, or use --skip-bad (and --create-organisations).\n";
        return refused;
    }
    if (!ask.yes && !confirmed()) {
        std::cout << "Nothing was written: say --yes to write.\n";
        return well;
    }
    auto const report = ledger::import_ledger(premises.store(), house, {}, real_time(), parsed, layout, options);
    end_progress();
    if (report.written) journal(premises, access::AuditKind::imported, "import");
    std::cout << ledger::report_text(report, preview, language);
    return report.written ? well : refused;
}

int export_ledger(Export const& ask)
{
    Premises premises(ask.where, {}, Expect::an_office);
    House const house{premises.book(), premises.vault(), false, {}, false};
    auto const layout = ledger::open_layout(premises.book());
    ledger::ExportOptions options;
    options.gb18030 = ask.gb18030;
    if (!ask.organisation.empty()) {
        auto const key = key_from_shown(ask.organisation);
        if (!key) {
            std::cerr << "--organisation takes a key of 13 characters.\n";
            return wrong_usage;
        }
        options.organisation = *key;
    }
    std::string text;
    premises.store().read([&](sql::Session& sql) {
        auto desk = desk_of(sql, house, "ledger");
        text = ledger::export_ledger(desk, layout, options);
    });
    journal(premises, access::AuditKind::exported, "export");
    if (ask.file.empty()) {
        std::cout << text;
        return well;
    }
    std::ofstream out(ask.file, std::ios::binary);
    out << text;
    return out.flush() ? well : broken;
}

}  // namespace maple::cli
