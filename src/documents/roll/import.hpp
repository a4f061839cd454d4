// A parsed list into the registry: first looked at (`preview`), then written, all rows in one
// transaction. An organisation is known by its name; a person by the number of the certificate,
// without one by name and organisation. Who is known is passed over, so that an import can be
// repeated. Nothing is written while a row has a fault, unless bad rows are to be skipped.
#pragma once
#include "access/desk.hpp"
#include "documents/roll/parse.hpp"

namespace maple::documents::roll {

struct Options {
    bool skip_bad = false;
    std::vector<std::string> scopes{"/"};  // paths in which the importer may enter anything
    std::function<void(std::int64_t done, std::int64_t all)> progress{};
};

struct Count {
    std::string name;
    std::int64_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(Count, (), (name, rows))

struct Preview {
    Subject subject{};
    Encoding encoding{};
    std::int64_t rows_read = 0;
    std::int64_t fresh = 0;                        // that would be written
    std::int64_t known = 0;                        // there already
    std::int64_t bad = 0;                          // rows with a fault
    std::vector<Count> by_kind, by_organisation;   // of the rows that can be read; most first
    std::vector<std::string> headers;              // of our own columns
    std::vector<Cells> first_rows;                 // five at most, canonical
    std::vector<Fault> faults, warnings;
};

struct Report {
    bool written = false;                          // false: there were faults and nothing was changed
    std::int64_t imported = 0, known = 0, bad = 0;
    std::vector<Fault> faults, warnings;
};

Preview preview(Desk&, Parsed const&, Layout const&, Options const& = {});
Report import(Desk&, Parsed const&, Layout const&, Options const& = {});

// The list back, as `import` takes it: open organisations, or people who serve, in the scopes.
std::string export_list(Desk&, Subject, Layout const&, std::vector<std::string> const& scopes, bool gb18030 = false);

// What the command line says before and after; lines end with \n. Names of people are not in it.
std::string preview_text(Preview const&, Layout const&, Language);
std::string nothing_written_text(Preview const&, Language);  // where its faults forbid writing
std::string report_text(Report const&, Preview const& seen_before, Language);

}  // namespace maple::documents::roll
