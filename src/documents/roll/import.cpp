#include "documents/roll/import.hpp"
#include "documents/ledger/cell.hpp"
#include "documents/roll/resolve.hpp"
#include "registry/standing.hpp"
#include "workforce/standing.hpp"

#include <algorithm>

namespace maple::documents::roll {
namespace {

constexpr std::size_t rows_shown = 5, rows_between_progress = 100;

bool file_is_wrong(Resolved const& resolved)
{
    return std::any_of(resolved.faults.begin(), resolved.faults.end(), [](Fault const& f) { return f.row == 0; });
}

std::vector<Count> counted(std::map<std::string, std::int64_t> const& rows)
{
    std::vector<Count> counts;
    for (auto const& [name, n] : rows) counts.push_back({name, n});
    std::stable_sort(counts.begin(), counts.end(), [](Count const& a, Count const& b) { return a.rows > b.rows; });
    return counts;
}

class Steps {
public:
    Steps(Options const& options, std::size_t all) : options_(options), all_(std::int64_t(all)) {}
    ~Steps() = default;
    void step()
    {
        if (++done_ % std::int64_t(rows_between_progress) == 0 || done_ == all_)
            if (options_.progress) options_.progress(done_, all_);
    }

private:
    Options const& options_;
    std::int64_t done_ = 0, all_;
};

registry::NewPerson person(PlacedPerson const& placed)
{
    auto const& row = *placed.row;
    return {{}, placed.organisation, row.name, row.phone, row.languages, row.skills, row.serves_as, row.certificate, row.valid_until};
}

void write_people(Desk& desk, Resolved const& resolved, Options const& options, Report& report)
{
    registry::Registrar registrar(desk);
    Steps steps(options, resolved.people.size());
    for (auto const& placed : resolved.people) {
        if (placed.known) ++report.known;
        else {
            registrar.add(person(placed));
            ++report.imported;
        }
        steps.step();
    }
    if (report.imported) registrar.write();
}

void write_organisations(Desk& desk, Resolved const& resolved, Options const& options, Report& report)
{
    registry::Registrar registrar(desk);
    std::map<OrganisationRow const*, Key> made;
    Steps steps(options, resolved.organisations.size());
    for (auto const& placed : resolved.organisations) {
        steps.step();
        if (placed.known) {
            ++report.known;
            continue;
        }
        auto const& row = *placed.row;
        auto const parent = placed.above ? std::optional(made.at(placed.above)) : placed.parent;
        made[&row] = registrar.add(registry::NewOrganisation{{}, parent, row.kind, row.level, row.name, row.name_en, row.short_name, placed.division,
                                                             row.phone, row.address, row.hours, row.has_seal}).id;
        ++report.imported;
    }
    if (report.imported) registrar.write();
    for (auto const& placed : resolved.organisations)
        if (auto const fresh = made.find(placed.row); fresh != made.end()) {
            auto const& row = *placed.row;
            registry::set_standing(desk, {fresh->second, row.basis, row.host, {}, row.sector, row.contact, {}, row.set_up_on});
        }
}

}  // namespace

Preview preview(Desk& desk, Parsed const& parsed, Layout const& layout, Options const& options)
{
    auto const resolved = resolve(desk, parsed, layout, options);
    Preview out;
    out.subject = parsed.subject;
    out.encoding = parsed.encoding;
    out.rows_read = parsed.rows_read;
    for (auto const& column : layout.columns(parsed.subject).all) out.headers.push_back(column.name);
    std::map<std::string, std::int64_t> kinds, organisations;
    auto const note = [&](Cells const& cells, std::string const& kind, std::string const& organisation) {
        ++kinds[kind];
        ++organisations[organisation];
        if (out.first_rows.size() < rows_shown) out.first_rows.push_back(cells);
    };
    for (auto const& row : parsed.people) note(row.cells, row.cells[layout.people.keyed("serves_as")], row.organisation);
    for (auto const& row : parsed.organisations) note(row.cells, row.cells[layout.organisations.keyed("kind")], row.parent);
    auto const count = [&](bool known) { ++(known ? out.known : out.fresh); };
    for (auto const& one : resolved.people) count(one.known);
    for (auto const& one : resolved.organisations) count(one.known);
    out.by_kind = counted(kinds);
    out.by_organisation = counted(organisations);
    out.bad = resolved.bad;
    out.faults = resolved.faults;
    out.warnings = parsed.warnings;
    return out;
}

Report import(Desk& desk, Parsed const& parsed, Layout const& layout, Options const& options)
{
    auto const resolved = resolve(desk, parsed, layout, options);
    Report report;
    report.warnings = parsed.warnings;
    report.faults = resolved.faults;
    report.bad = resolved.bad;
    if (file_is_wrong(resolved) || (!resolved.faults.empty() && !options.skip_bad)) return report;
    if (parsed.subject == Subject::people) write_people(desk, resolved, options, report);
    else write_organisations(desk, resolved, options, report);
    report.written = true;
    return report;
}

}  // namespace maple::documents::roll
