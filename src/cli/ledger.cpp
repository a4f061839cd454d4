#include "api/words.hpp"
#include "cli/commands.hpp"
#include "cli/paths.hpp"
#include "documents/ledger/ledger.hpp"

#include <fstream>
#include <iostream>
#include <sstream>
#include <unistd.h>

namespace maple::cli {
namespace {

namespace ledger = documents::ledger;

}  // namespace

std::string said(Language language, std::string_view key, Params const& params)
{
    return api::say(language, "commands." + std::string(key), params);
}

std::optional<std::string> bytes_of(std::string const& file, Language language)
{
    auto const unusable = [&](std::string_view why) {
        std::cerr << said(language, why, {{"file", file}}) << '\n';
        return std::nullopt;
    };
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) return unusable("is_a_folder");
    std::ifstream in(file, std::ios::binary);
    if (!in) return unusable(std::filesystem::exists(file, ignored) ? "cannot_be_read" : "is_not_there");
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (bytes.bad()) return unusable("cannot_be_read");
    if (bytes.view().empty()) return unusable("is_empty");
    return std::move(bytes).str();
}

bool confirmed(Language language)
{
    if (!isatty(STDIN_FILENO)) return false;
    std::cout << said(language, "write_it") << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes" || answer == "是";
}

int import_ledger(Import const& ask)
{
    auto const language = ask.language();
    auto const bytes = bytes_of(ask.file, language);
    if (!bytes) return broken;
    Premises premises(ask.where);
    House const house{premises.book(), premises.vault(), false, {}, false};
    auto const layout = ledger::open_layout(premises.book());
    // A ledger may be ahead of the demo's clock, and not of the day on which it is read.
    auto const parsed = ledger::parse(*bytes, layout, {date_in_beijing(real_time()), ask.office});
    ledger::ImportOptions options;
    options.skip_bad = ask.skip_bad;
    options.create_organisations = ask.create_organisations;
    options.progress = [step = said(language, "importing")](std::int64_t done, std::int64_t all) { show_progress(step, done, all); };

    auto const preview = sql::read_now(premises.store(), [&](sql::Session& sql) {
        auto desk = desk_of(sql, house, "import");
        return ledger::preview(desk, parsed, layout, options);
    });
    std::cout << ledger::preview_text(preview, language);
    bool const clean = preview.faults.empty() && (preview.unknown_organisations.empty() || ask.create_organisations);
    if (!clean && !ask.skip_bad) {
        std::cout << '\n' << ledger::nothing_written_text(preview, language);
        return refused;
    }
    if (!ask.yes && !confirmed(language)) {
        std::cout << said(language, "say_yes") << '\n';
        return well;
    }
    ledger::ImportReport report;
    sql::write_now(premises.store(), [&](sql::Session& sql) {
        auto desk = desk_of(sql, house, "import");
        report = ledger::import_ledger(desk, parsed, layout, options);
    });
    end_progress();
    if (report.written) journal(premises, access::AuditKind::imported, "import");
    std::cout << ledger::report_text(report, preview, language);
    return report.written ? well : refused;
}

int export_ledger(Export const& ask)
{
    demand_outlet(ask.where, ask.file);
    Premises premises(ask.where, {}, Expect::an_office);
    House const house{premises.book(), premises.vault(), false, {}, false};
    auto const layout = ledger::open_layout(premises.book());
    ledger::ExportOptions options;
    options.gb18030 = ask.gb18030;
    options.progress = [](std::int64_t done, std::int64_t all) { show_progress("exporting", done, all); };
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
        auto desk = desk_of(sql, house, "export");
        text = ledger::export_ledger(desk, layout, options);
    });
    end_progress();
    hand_over(premises, "export", text, ask.file);
    return well;
}

}  // namespace maple::cli
