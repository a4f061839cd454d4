#include "documents/roll/parse.hpp"
#include "documents/ledger/cell.hpp"
#include "foundation/chinese_text.hpp"
#include "foundation/text.hpp"

#include <stdexcept>

namespace maple::documents::roll {
namespace {

constexpr int name_most = 80, line_most = 200, phone_most = 20, short_most = 12, certificate_most = 40;

// One row cell by cell: what is wrong is noted, what is right is written again in our way.
class RowReader {
public:
    RowReader(CsvRow const& row, std::int64_t n, std::vector<std::optional<std::size_t>> const& places, Columns const& columns,
              Layout const& layout, Parsed& parsed)
        : row_(row), n_(n), places_(places), columns_(columns), layout_(layout), parsed_(parsed), cells(columns.all.size())
    {}

    bool good() const { return good_; }

    void fault(std::string_view key, std::string code, Params params = {})
    {
        parsed_.faults.push_back({n_, row_.line, {}, parsed_.headers[columns_.keyed(key)], std::move(code), std::move(params)});
        good_ = false;
    }

    std::string text(std::string_view key, int most)
    {
        auto cell = raw(key);
        if (cell.empty() && columns_.all[columns_.keyed(key)].required) fault(key, "missing");
        if (length(cell) > most) fault(key, "too_long", {{"most", std::to_string(most)}});
        if (has_control_characters(cell)) fault(key, "control_characters");
        return cells[columns_.keyed(key)] = cell;
    }

    // One word of a list; nothing for an empty cell.
    template <DescribedEnum E> std::optional<E> word(std::string_view key, std::string_view list, char const* unknown)
    {
        auto const found = keyed(key, list, unknown);
        E value{};
        if (found.empty() || !boost::describe::enum_from_string(found.c_str(), value)) return std::nullopt;
        return value;
    }

    std::string keyed(std::string_view key, std::string_view list, char const* unknown)
    {
        auto const cell = raw(key);
        if (cell.empty()) {
            if (columns_.all[columns_.keyed(key)].required) fault(key, "missing");
            return {};
        }
        auto const* found = layout_.list(list).spelt(cell);
        if (!found) {
            fault(key, unknown);
            return {};
        }
        cells[columns_.keyed(key)] = found->name;
        return found->key;
    }

    // Several words of a list in one cell.
    std::vector<std::string> several(std::string_view key, std::string_view list, char const* unknown)
    {
        std::vector<std::string> keys, names;
        for (auto const& one : ledger::read_names(raw(key))) {
            auto const* found = layout_.list(list).spelt(one);
            if (!found) {
                fault(key, unknown);
                continue;
            }
            if (std::find(keys.begin(), keys.end(), found->key) != keys.end()) continue;
            keys.push_back(found->key);
            names.push_back(found->name);
        }
        cells[columns_.keyed(key)] = ledger::joined(names);
        return keys;
    }

    std::optional<Date> date(std::string_view key)
    {
        auto const cell = raw(key);
        if (ledger::says_nothing(cell)) return std::nullopt;
        auto const read = ledger::read_date(cell);
        if (!read) {
            fault(key, read.error().code, read.error().params);
            return std::nullopt;
        }
        cells[columns_.keyed(key)] = iso(*read);
        return *read;
    }

    void write(std::string_view key, std::string text) { cells[columns_.keyed(key)] = std::move(text); }

private:
    std::string raw(std::string_view key) const
    {
        auto const place = places_[columns_.keyed(key)];
        auto cell = place && *place < row_.cells.size() ? ledger::tidy(row_.cells[*place]) : std::string();
        return ledger::says_nothing(cell) ? std::string() : cell;
    }

    CsvRow const& row_;
    std::int64_t n_;
    std::vector<std::optional<std::size_t>> const& places_;
    Columns const& columns_;
    Layout const& layout_;
    Parsed& parsed_;
    bool good_ = true;

public:
    Cells cells;
};

std::string commas(std::vector<std::string> const& keys)
{
    std::string line;
    for (auto const& one : keys) line += (line.empty() ? "" : ",") + one;
    return line;
}

void read_person(RowReader& r, std::int64_t row, std::int64_t line, Layout const& layout, Date today, Parsed& parsed)
{
    PersonRow p;
    p.row = row;
    p.line = line;
    p.name = r.text("name", name_most);
    p.organisation = r.text("organisation", name_most);
    for (auto const& key : r.several("serves_as", "service", "unknown_service")) {
        registry::Service service{};
        if (boost::describe::enum_from_string(key.c_str(), service)) p.serves_as.push_back(service);
    }
    if (p.serves_as.empty() && r.good()) {  // a list of mediators says it of nobody
        p.serves_as = {registry::Service::mediator};
        r.write("serves_as", layout.list("service").written("mediator"));
    }
    p.staffing = r.word<workforce::Staffing>("staffing", "how_staffed", "unknown_staffing");
    p.phone = r.text("phone", phone_most);
    p.languages = commas(r.several("languages", "tongue", "unknown_tongue"));
    p.skills = commas(r.several("skills", "kind", "unknown_kind"));
    p.certificate = r.text("certificate", certificate_most);
    p.issuer = r.text("issuer", name_most);
    p.valid_from = r.date("valid_from");
    p.valid_until = r.date("valid_until");
    if (p.certificate.empty() && (p.valid_from || p.valid_until || !p.issuer.empty())) r.fault("certificate", "certificate_needed");
    if (p.valid_from && *p.valid_from > today) r.fault("valid_from", "date_in_future", {{"date", iso(*p.valid_from)}});
    if (p.valid_from && p.valid_until && *p.valid_until < *p.valid_from)
        r.fault("valid_until", "ends_before_it_begins", {{"from", iso(*p.valid_from)}, {"until", iso(*p.valid_until)}});
    if (!r.good()) return;
    p.cells = std::move(r.cells);
    parsed.people.push_back(std::move(p));
}

// The level of a kind that leaves no choice.
std::optional<registry::Level> usual_level(registry::OrganisationKind kind)
{
    using enum registry::OrganisationKind;
    switch (kind) {
    case village_committee:
    case community_committee: return registry::Level::community;
    case township_committee:
    case subdistrict_committee:
    case judicial_office: return registry::Level::subdistrict;
    default: return std::nullopt;
    }
}

void read_organisation(RowReader& r, std::int64_t row, std::int64_t line, Layout const& layout, Date today, Parsed& parsed)
{
    OrganisationRow o;
    o.row = row;
    o.line = line;
    o.name = r.text("name", name_most);
    o.name_en = r.text("name_en", line_most);
    auto const kind = r.word<registry::OrganisationKind>("kind", "organisation_kind", "unknown_office_kind");
    auto level = r.word<registry::Level>("level", "level", "unknown_level");
    o.parent = r.text("parent", name_most);
    o.division = r.text("division", name_most);
    o.short_name = r.text("short_name", short_most);
    auto const seal = r.keyed("has_seal", "yes", "yes_or_no");
    auto const basis = r.word<registry::Basis>("basis", "basis", "unknown_basis");
    o.host = r.text("host", line_most);
    o.sector = r.keyed("sector", "sector", "unknown_sector");
    o.phone = r.text("phone", phone_most);
    o.address = r.text("address", line_most);
    o.hours = r.text("hours", line_most);
    o.contact = r.text("contact", name_most);
    o.set_up_on = r.date("set_up_on");
    if (o.set_up_on && *o.set_up_on > today) r.fault("set_up_on", "date_in_future", {{"date", iso(*o.set_up_on)}});
    if (!kind || !r.good()) return;
    o.kind = *kind;
    if (!level) level = usual_level(o.kind);
    if (!level) return r.fault("level", "level_needed");
    o.level = *level;
    o.has_seal = seal.empty() ? registry::stands_alone(o.kind) : seal == "yes";
    o.basis = basis.value_or(registry::usual_basis(o.kind));
    if (!registry::may_have_seal(o.kind, o.has_seal)) r.fault("has_seal", "part_has_no_seal");
    if (!registry::may_rest_on(o.kind, o.basis))
        r.fault("basis", "basis_not_of_this_kind",
                {{"basis", std::string("@basis.") + boost::describe::enum_to_string(registry::usual_basis(o.kind), "?")}});
    if (!o.sector.empty() && o.kind != registry::OrganisationKind::social_committee) r.fault("sector", "only_for_a_sector_committee");
    if (!r.good()) return;
    r.write("level", layout.list("level").written(boost::describe::enum_to_string(o.level, "?")));
    r.write("has_seal", layout.list("yes").written(o.has_seal ? "yes" : "no"));
    r.write("basis", layout.list("basis").written(boost::describe::enum_to_string(o.basis, "?")));
    o.cells = std::move(r.cells);
    parsed.organisations.push_back(std::move(o));
}

// Where our columns are in this file; notes what is missing, doubled or unknown.
std::vector<std::optional<std::size_t>> places_of(CsvRow const& top, Columns const& columns, Parsed& parsed, std::size_t& width)
{
    std::vector<std::optional<std::size_t>> places(columns.all.size());
    for (auto const& column : columns.all) parsed.headers.push_back(column.name);
    for (std::size_t i = 0; i < top.cells.size(); ++i) {
        auto const spelt = ledger::tidy(top.cells[i]);
        if (spelt.empty()) continue;
        width = i + 1;
        auto const column = columns.spelt(spelt);
        if (!column) parsed.warnings.push_back(ledger::of_file("unknown_header", spelt));
        else if (places[*column]) parsed.faults.push_back(ledger::of_file("header_twice", spelt));
        else {
            places[*column] = i;
            parsed.headers[*column] = spelt;
        }
    }
    for (std::size_t c = 0; c < columns.all.size(); ++c)
        if (columns.all[c].required && !places[c]) parsed.faults.push_back(ledger::of_file("header_missing", columns.all[c].name));
    return places;
}

}  // namespace

Parsed parse(std::string_view bytes, Subject subject, Layout const& layout, Date today)
{
    Parsed parsed;
    parsed.subject = subject;
    auto const table = ledger::read_table(bytes);
    parsed.encoding = table.encoding;
    auto const& columns = layout.columns(subject);
    auto const* top = table.fault ? nullptr : ledger::header_line(table.rows, [&](std::string_view header) { return columns.spelt(header).has_value(); });
    if (!top) {
        parsed.faults.push_back(table.fault ? *table.fault : ledger::of_file("no_list_header", {}, {{"columns", columns.all[0].name + "、" + columns.all[1].name}}));
        return parsed;
    }
    std::size_t width = 0;
    auto const places = places_of(*top, columns, parsed, width);
    if (!parsed.faults.empty()) return parsed;
    for (auto const* row = top + 1; row != table.rows.data() + table.rows.size(); ++row) {
        auto const n = ++parsed.rows_read;
        if (ledger::is_ragged(*row, width)) {
            parsed.faults.push_back({n, row->line, {}, {}, "ragged",
                                     {{"cells", std::to_string(row->cells.size())}, {"expected", std::to_string(width)}}});
            continue;
        }
        RowReader reader(*row, n, places, columns, layout, parsed);
        (subject == Subject::people ? read_person : read_organisation)(reader, n, row->line, layout, today, parsed);
    }
    return parsed;
}

std::string file_of(std::vector<Cells> const& rows, Subject subject, Layout const& layout, bool gb18030)
{
    Cells header;
    for (auto const& column : layout.columns(subject).all) header.push_back(column.name);
    auto text = csv_line(header, true);
    for (auto const& row : rows) text += csv_line(row, true);
    if (!gb18030) return "\xEF\xBB\xBF" + text;
    auto bytes = to_gb18030(text);
    if (!bytes) throw std::runtime_error("the list cannot be written in GB 18030");
    return std::move(*bytes);
}

}  // namespace maple::documents::roll
