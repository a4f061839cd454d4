// How an office lays out its lists of people and of organisations: columns, headers, words.
// Data (rules/<place>/roll.toml), completed by the names of the catalogue and of the book.
#pragma once
#include "documents/ledger/layout.hpp"

namespace maple::documents::roll {

using ledger::Words;

enum class Subject { people, organisations };
BOOST_DESCRIBE_ENUM(Subject, people, organisations)

struct Column {
    std::string key, name, english;
    bool required = false;
};

// The columns of one list, in the order in which we write them ourselves.
struct Columns {
    std::vector<Column> all;
    std::map<std::string, std::size_t, std::less<>> headers;  // folded spelling to column

    std::optional<std::size_t> spelt(std::string_view header) const;
    std::size_t keyed(std::string_view key) const;  // throws std::out_of_range: `read_layout` has checked
};

struct Layout {
    Columns people, organisations;
    // Words by the list of the catalogue or the book that they come from: "service", "tongue",
    // "kind" (of disputes), "how_staffed", "organisation_kind", "level", "basis", "sector", "yes".
    std::map<std::string, Words, std::less<>> words;

    Columns const& columns(Subject subject) const { return subject == Subject::people ? people : organisations; }
    Words const& list(std::string_view name) const { return words.find(name)->second; }
};

// Throws std::runtime_error that names the file, the line and the reason.
Layout read_layout(std::string_view toml, std::string const& file, law::Book const&);
Layout open_layout(law::Book const&, std::string const& folder = {});

}  // namespace maple::documents::roll
