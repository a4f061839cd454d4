// Lists of people and organisations, uploaded: looked at first, then written; and given back.
#include "access/audit.hpp"
#include "access/rules.hpp"
#include "documents/roll/import.hpp"
#include "documents/routes.hpp"

#include <sodium.h>

namespace maple::documents {
namespace {

using access::Right;
using roll::Subject;

struct FaultLine {
    std::int64_t row = 0;   // below the header, from 1; 0: the file itself
    std::int64_t line = 0;
    std::string column;
    std::string says;
};
BOOST_DESCRIBE_STRUCT(FaultLine, (), (row, line, column, says))

struct ListPreview {
    Subject subject{};
    std::string encoding;
    std::int64_t rows_read = 0, fresh = 0, known = 0, bad = 0;
    std::vector<roll::Count> by_kind, by_organisation;
    std::vector<std::string> headers;
    std::vector<std::vector<std::string>> first_rows;
    std::vector<FaultLine> faults, warnings;
    bool complete = true;  // false: more faults than are shown
};
BOOST_DESCRIBE_STRUCT(ListPreview, (), (subject, encoding, rows_read, fresh, known, bad, by_kind, by_organisation, headers, first_rows,
                                        faults, warnings, complete))

struct ListImport {
    bool written = false;
    std::int64_t imported = 0, known = 0, bad = 0;
    std::vector<FaultLine> faults;
};
BOOST_DESCRIBE_STRUCT(ListImport, (), (written, imported, known, bad, faults))

constexpr std::size_t faults_shown = 500;

std::string bytes_of(std::string const& base64)
{
    std::string bytes(base64.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    char const* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), base64.data(), base64.size(), "\r\n", &length, &end,
                          sodium_base64_VARIANT_ORIGINAL) != 0 || end != base64.data() + base64.size())
        throw Refused(refuse_field("/file", "not_base64"));
    bytes.resize(length);
    return bytes;
}

std::vector<FaultLine> lines(std::vector<ledger::Fault> const& faults, Language language)
{
    std::vector<FaultLine> out;
    for (auto const& one : faults) {
        if (out.size() >= faults_shown) break;
        out.push_back({one.row, one.line, one.column, api::say(language, "ledger.fault." + one.code, one.params)});
    }
    return out;
}

struct ListForm {
    Subject subject{};
    Text<1, 1'048'576> file;  // the bytes of the file, base64; a request has no more room
    bool skip_bad = false;
};
BOOST_DESCRIBE_STRUCT(ListForm, (), (subject, file, skip_bad))

struct RollReading {
    roll::Layout layout;
    roll::Parsed parsed;
    roll::Options options;
};

RollReading read_list(Desk& desk, ListForm const& form)
{
    RollReading out{roll::open_layout(desk.book()), {}, {}};
    out.parsed = roll::parse(bytes_of(form.file.str()), form.subject, out.layout, date_in_beijing(desk.now));
    out.options.skip_bad = form.skip_bad;
    out.options.scopes = access::scopes_of(desk.caller, Right::administer);
    return out;
}

ListPreview look_at(Desk& desk, ListForm const& form)
{
    auto const reading = read_list(desk, form);
    auto seen = roll::preview(desk, reading.parsed, reading.layout, reading.options);
    return {seen.subject, api::say(desk.language, std::string("ledger.encoding.") + boost::describe::enum_to_string(seen.encoding, "?")),
            seen.rows_read, seen.fresh, seen.known, seen.bad, std::move(seen.by_kind), std::move(seen.by_organisation), std::move(seen.headers),
            std::move(seen.first_rows), lines(seen.faults, desk.language), lines(seen.warnings, desk.language), seen.faults.size() <= faults_shown};
}

ListImport bring(Desk& desk, ListForm const& form)
{
    auto const reading = read_list(desk, form);
    auto const report = roll::import(desk, reading.parsed, reading.layout, reading.options);
    if (report.written) access::audit(desk, access::AuditKind::imported);
    return {report.written, report.imported, report.known, report.bad, lines(report.faults, desk.language)};
}

struct AskList {
    Subject subject{};
};
BOOST_DESCRIBE_STRUCT(AskList, (), (subject))

struct ListFile {
    std::string name;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ListFile, (), (name, text))

ListFile give(Desk& desk, AskList const& ask)
{
    auto const layout = roll::open_layout(desk.book());
    access::leave_trace(desk, access::AuditKind::exported);
    auto const today = iso(date_in_beijing(desk.now));
    return {std::string(boost::describe::enum_to_string(ask.subject, "?")) + "-" + today + ".csv",
            roll::export_list(desk, ask.subject, layout, access::scopes_of(desk.caller, Right::administer))};
}

}  // namespace

std::vector<api::Route> list_routes()
{
    using enum api::Verb;
    return {
        {post, "/lists/preview", Right::administer, look_at, "What a list of people or organisations would bring; nothing is written."},
        {post, "/lists", Right::administer, bring, "Writes a list of people or organisations, all rows at once or none."},
        {get, "/lists/{subject}", Right::administer, give, "The list of my organisations or their people, as a file that can be imported again."},
    };
}

}  // namespace maple::documents
