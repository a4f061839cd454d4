// Lists of people and organisations in and out by the command line.
#include "app/divisions.hpp"
#include "cli/commands.hpp"
#include "cli/paths.hpp"
#include "documents/roll/import.hpp"

#include <iostream>

namespace maple::cli {
namespace {

namespace roll = documents::roll;

bool of_people(roll::Subject subject) { return subject == roll::Subject::people; }

}  // namespace

int import_list(ListImport const& ask)
{
    auto const language = ask.language();
    auto const bytes = bytes_of(ask.file, language);
    if (!bytes) return broken;
    std::string_view const command = of_people(ask.subject) ? "import-people" : "import-organisations";
    Premises premises(ask.where, {}, Expect::an_office);
    House const house{premises.book(), premises.vault(), false, {}, false};
    if (!of_people(ask.subject)) app::enter_divisions(premises.store(), house);
    auto const layout = roll::open_layout(premises.book(), ask.where.rules);
    auto const today = sql::read_now(premises.store(), [&](sql::Session& sql) { return date_in_beijing(desk_of(sql, house, command).now); });
    auto const parsed = roll::parse(*bytes, ask.subject, layout, today);
    roll::Options options;
    options.skip_bad = ask.skip_bad;
    options.progress = [step = said(language, "importing")](std::int64_t done, std::int64_t all) { show_progress(step, done, all); };

    auto const seen = sql::read_now(premises.store(), [&](sql::Session& sql) {
        auto desk = desk_of(sql, house, command);
        return roll::preview(desk, parsed, layout, options);
    });
    std::cout << roll::preview_text(seen, layout, language);
    if (!seen.faults.empty() && !ask.skip_bad) {
        std::cout << '\n' << roll::nothing_written_text(seen, language);
        return refused;
    }
    if (!ask.yes && !confirmed(language)) {
        std::cout << said(language, "say_yes") << '\n';
        return well;
    }
    roll::Report report;
    sql::write_now(premises.store(), [&](sql::Session& sql) {
        auto desk = desk_of(sql, house, command);
        report = roll::import(desk, parsed, layout, options);
    });
    end_progress();
    if (report.written) journal(premises, access::AuditKind::imported, command);
    std::cout << roll::report_text(report, seen, language);
    return report.written ? well : refused;
}

int export_list(ListExport const& ask)
{
    demand_outlet(ask.where, ask.file);
    Premises premises(ask.where, {}, Expect::an_office);
    House const house{premises.book(), premises.vault(), false, {}, false};
    auto const layout = roll::open_layout(premises.book(), ask.where.rules);
    std::string_view const command = of_people(ask.subject) ? "export-people" : "export-organisations";
    auto const text = sql::read_now(premises.store(), [&](sql::Session& sql) {
        auto desk = desk_of(sql, house, command);
        return roll::export_list(desk, ask.subject, layout, {"/"}, ask.gb18030);
    });
    hand_over(premises, command, text, ask.file);
    return well;
}

}  // namespace maple::cli
