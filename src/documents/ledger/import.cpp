#include "documents/ledger/import.hpp"
#include "documents/ledger/event.hpp"

#include <algorithm>

namespace maple::documents::ledger {
namespace {

constexpr std::size_t rows_shown = 5, rows_between_progress = 100;

// What the database holds already: keys of imported rows, numbers of disputes born here.
class Known {
public:
    explicit Known(sql::Session& sql)
    {
        auto const table = sql.run("SELECT office_key, number FROM dispute WHERE office_key IS NOT NULL OR number <> ''", {});
        for (auto const& row : table.rows) {
            if (auto const* key = std::get_if<std::string>(&row[0])) keys_.insert(*key);
            else numbers_.insert(std::get<std::string>(row[1]));
        }
    }

    bool has(std::string const& key, std::string const& number) const { return keys_.contains(key) || numbers_.contains(number); }

private:
    std::set<std::string> keys_, numbers_;
};

struct Placed {
    Row const* row = nullptr;
    registry::Organisation const* office = nullptr;
    bool known = false;
};

// The good rows with the committees they belong to, and what only the registry can find wrong.
struct Resolved {
    std::vector<Placed> rows;
    std::vector<Fault> faults;  // of the file and of the registry, in the order of rows
    std::vector<UnknownOrganisation> unknown;
    std::int64_t bad = 0;
};

std::vector<UnknownOrganisation> unknown_in(Parsed const& parsed, Offices const& offices)
{
    std::map<std::string, std::vector<std::int64_t>> rows;
    for (auto const& row : parsed.rows) rows[row.organisation].push_back(row.row);
    std::vector<UnknownOrganisation> unknown;
    for (auto& [name, which] : rows)
        if (!offices.find(name) && !offices.ambiguous(name)) unknown.push_back({name, std::move(which)});
    return unknown;
}

std::int64_t rows_with(std::vector<Fault> const& faults)
{
    std::set<std::int64_t> rows;
    for (auto const& fault : faults)
        if (fault.row > 0) rows.insert(fault.row);
    return std::int64_t(rows.size());
}

Resolved resolve(Desk& desk, Parsed const& parsed, Offices const& offices, bool may_be_created)
{
    Resolved out;
    out.faults = parsed.faults;
    out.unknown = unknown_in(parsed, offices);
    Known const known(desk.sql);
    std::map<std::string, registry::Organisation const*> found;
    std::map<std::string, std::int64_t> first_row;
    for (auto const& row : parsed.rows) {
        auto const [place, fresh] = found.try_emplace(row.organisation, nullptr);
        if (fresh) place->second = offices.find(row.organisation);
        auto const fault = [&](std::string header, std::string code, Params params = {}) {
            out.faults.push_back({row.row, row.line, row.number, std::move(header), std::move(code), std::move(params)});
        };
        auto const* office = place->second;
        if (!office) {
            if (offices.ambiguous(row.organisation)) fault(parsed.organisation_header, "organisation_ambiguous");
            else if (may_be_created) out.rows.push_back({&row, nullptr, false});
            else fault(parsed.organisation_header, "unknown_organisation");
            continue;
        }
        auto const key = dispute::office_key(office->id, row.accepted_on, row.number);
        auto const [first, alone] = first_row.emplace(key, row.row);
        if (alone) out.rows.push_back({&row, office, known.has(key, row.number)});
        else fault(parsed.number_header, "number_twice", {{"row", std::to_string(first->second)}});
    }
    std::stable_sort(out.faults.begin(), out.faults.end(), [](Fault const& a, Fault const& b) { return a.row < b.row; });
    out.bad = rows_with(out.faults);
    return out;
}

std::vector<Count> counted(std::map<std::string, std::int64_t> const& rows)
{
    std::vector<Count> counts;
    for (auto const& [name, n] : rows) counts.push_back({name, n});
    std::stable_sort(counts.begin(), counts.end(), [](Count const& a, Count const& b) { return a.rows > b.rows; });
    return counts;
}

bool file_is_wrong(Resolved const& resolved)
{
    return std::any_of(resolved.faults.begin(), resolved.faults.end(), [](Fault const& f) { return f.row == 0; });
}

void write_row(Desk& desk, Placed const& placed, Offices& offices, Layout const& layout)
{
    auto file = dispute::File::begin(desk, new_key());
    auto const event = event_of(file, *placed.row, *placed.office, offices, layout);
    // The ledger may be ahead of a demo's clock; a page is not.
    file.record_first(event, std::min(happened_at(*placed.row), desk.now));
    file.put_back();
}

}  // namespace

Preview preview(Desk& desk, Parsed const& parsed, Layout const& layout, ImportOptions const& options)
{
    Offices const offices(desk, layout);
    auto const resolved = resolve(desk, parsed, offices, options.create_organisations);
    Preview out{parsed.encoding, parsed.rows_read};
    std::map<std::string, std::int64_t> kinds, results, organisations;
    for (auto const& row : parsed.rows) {
        ++kinds[at(row.cells, Column::kind)];
        ++results[at(row.cells, Column::result)];
        ++organisations[row.organisation];
        if (out.first_rows.size() < rows_shown) out.first_rows.push_back(row.cells);
    }
    for (auto const& placed : resolved.rows) {
        ++out.good;
        out.known += placed.known;
        out.open += placed.row->result.empty() && !placed.known;
    }
    out.by_kind = counted(kinds);
    out.by_result = counted(results);
    out.by_organisation = counted(organisations);
    out.bad = resolved.bad;
    out.faults = resolved.faults;
    out.warnings = parsed.warnings;
    if (options.create_organisations)
        for (auto const& one : resolved.unknown) out.organisations_to_create.push_back(one.name);
    else out.unknown_organisations = resolved.unknown;
    return out;
}

ImportReport import_ledger(Desk& desk, Parsed const& parsed, Layout const& layout, ImportOptions const& options)
{
    Offices offices(desk, layout);
    ImportReport report;
    report.warnings = parsed.warnings;
    auto resolved = resolve(desk, parsed, offices, options.create_organisations);
    auto const take_over = [&] {
        report.faults = resolved.faults;
        report.bad = resolved.bad;
    };
    take_over();
    if (!options.create_organisations) report.unknown_organisations = resolved.unknown;
    if (file_is_wrong(resolved) || (!resolved.faults.empty() && !options.skip_bad)) return report;
    if (options.create_organisations && !resolved.unknown.empty()) {
        std::set<std::string> names;
        for (auto const& one : resolved.unknown) names.insert(one.name);
        offices.create(names);
        report.organisations_created = std::int64_t(names.size());
        resolved = resolve(desk, parsed, offices, false);
        take_over();
        if (!resolved.faults.empty() && !options.skip_bad)
            throw Refused(refuse(Because::conflict, "ledger.committees_alike"));  // takes the new committees back
    }
    auto const all = std::int64_t(resolved.rows.size());
    std::int64_t done = 0;
    for (auto const& placed : resolved.rows) {
        if (placed.known) ++report.known;
        else {
            write_row(desk, placed, offices, layout);
            ++report.imported;
            report.open += placed.row->result.empty();
        }
        if (++done % rows_between_progress == 0 && options.progress) options.progress(done, all);
    }
    if (options.progress) options.progress(all, all);
    report.written = true;
    return report;
}

ImportReport import_ledger(sql::Store& store, House const& house, access::Caller const& caller, Instant now, Parsed const& parsed,
                           Layout const& layout, ImportOptions const& options)
{
    ImportReport report;
    sql::write_now(store, [&](sql::Session& sql) {
        Desk desk{sql, house, caller, now, real_time()};
        report = import_ledger(desk, parsed, layout, options);
    });
    return report;
}

}  // namespace maple::documents::ledger
