// Lists of people and organisations in and out by the command line.
#include "app/divisions.hpp"
#include "cli/commands.hpp"
#include "documents/roll/import.hpp"

#include <fstream>
#include <iostream>
#include <sstream>

namespace maple::cli {
namespace {

namespace roll = documents::roll;

}  // namespace

int import_list(ListImport const& ask)
{
    auto const bytes = bytes_of(ask.file);
    if (!bytes) {
        std::cerr << ask.file << " cannot be read.\n";
        return broken;
    }
    Premises premises(ask.where, {}, Expect::an_office);
    House const house{premises.book(), premises.vault(), false, {}, false};
    if (ask.subject == roll::Subject::organisations) app::enter_divisions(premises.store(), house);
    auto const language = ask.english ? Language::en : Language::zh;
    auto const layout = roll::open_layout(premises.book(), ask.where.rules);
    auto const parsed = roll::parse(*bytes, ask.subject, layout, date_in_beijing(real_time()));
    roll::Options options;
    options.skip_bad = ask.skip_bad;
    options.progress = [](std::int64_t done, std::int64_t all) { show_progress("importing", done, all); };

    auto const seen = sql::read_now(premises.store(), [&](sql::Session& sql) {
        auto desk = desk_of(sql, house);
        return roll::preview(desk, parsed, layout, options);
    });
    std::cout << roll::preview_text(seen, layout, language);
    if (!seen.faults.empty() && !ask.skip_bad) {
        std::cout << "Nothing was written. Mend the rows, or use --skip-bad.\n";
        return refused;
    }
    if (!ask.yes && !confirmed()) {
        std::cout << "Nothing was written: say --yes to write.\n";
        return well;
    }
    roll::Report report;
    sql::write_now(premises.store(), [&](sql::Session& sql) {
        auto desk = desk_of(sql, house);
        report = roll::import(desk, parsed, layout, options);
    });
    end_progress();
    std::cout << roll::report_text(report, seen, language);
    return report.written ? well : refused;
}

int export_list(ListExport const& ask)
{
    Premises premises(ask.where, {}, Expect::an_office);
    House const house{premises.book(), premises.vault(), false, {}, false};
    auto const layout = roll::open_layout(premises.book(), ask.where.rules);
    auto const text = sql::read_now(premises.store(), [&](sql::Session& sql) {
        auto desk = desk_of(sql, house);
        return roll::export_list(desk, ask.subject, layout, {"/"}, ask.gb18030);
    });
    if (ask.file.empty()) {
        std::cout << text;
        return well;
    }
    std::ofstream out(ask.file, std::ios::binary);
    out << text;
    return out.flush() ? well : broken;
}

}  // namespace maple::cli
