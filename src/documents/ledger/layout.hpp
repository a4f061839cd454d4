// How an office lays out its ledger (台账): the columns, their headers, and the words that
// stand in them. Data (rules/<place>/ledger.toml), completed by the names in the book of law.
#pragma once
#include "dispute/words.hpp"
#include "law/book.hpp"

#include <array>
#include <map>

namespace maple::documents::ledger {

enum class Column {
    number, accepted_on, applicants, respondents, kind, facts, source, amount, mediators, organisation, methods, result,
    form, agreement_number, performance, visited_on, satisfaction, concluded_on,
};
BOOST_DESCRIBE_ENUM(Column, number, accepted_on, applicants, respondents, kind, facts, source, amount, mediators,
                    organisation, methods, result, form, agreement_number, performance, visited_on, satisfaction, concluded_on)

inline constexpr std::size_t column_count = 18;
using Cells = std::array<std::string, column_count>;  // one row, in the order of Column

inline std::string& at(Cells& cells, Column c) { return cells[std::size_t(c)]; }
inline std::string const& at(Cells const& cells, Column c) { return cells[std::size_t(c)]; }

struct Heading {
    Column column{};
    std::string name, english;
    bool required = false;
};

// One word of a column. `key` is what the program calls it, `name` how it is written out.
struct Word {
    std::string key, name, english;
};

// The words of one column: found by any of their spellings.
class Words {
public:
    // A later word never takes a spelling from an earlier one; the first word of a key is how it is written.
    void add(Word const& word, std::vector<std::string> const& spellings);
    Word const* spelt(std::string_view cell) const;  // null when nobody knows it
    Word const* keyed(std::string_view key) const;
    std::string written(std::string_view key) const;  // the key itself when nobody knows it

private:
    std::vector<Word> words_;
    std::map<std::string, std::size_t, std::less<>> by_spelling_, by_key_;
};

enum class AgreementForm { written, oral };
BOOST_DESCRIBE_ENUM(AgreementForm, written, oral)

enum class Performed { performed, late, partly, open, breached, waived };
BOOST_DESCRIBE_ENUM(Performed, performed, late, partly, open, breached, waived)

enum class Ends { agreement, termination, transfer };
BOOST_DESCRIBE_ENUM(Ends, agreement, termination, transfer)

struct Ending {
    Ends ends{};
    std::string reason;  // of a termination: a key of the book's list
};

struct OfficeKind {  // what a word in a committee's name says about it
    std::string word;
    registry::OrganisationKind kind{};
    registry::Level level{};
};

struct Layout {
    std::vector<Heading> headings;  // one a column, in the order of Column
    std::map<std::string, Column, std::less<>> headers;  // folded spelling to column
    Words kinds, sources, methods, results, forms, performances, satisfactions;
    std::map<std::string, dispute::Source, std::less<>> source_of;  // by key of the word
    std::map<dispute::Source, std::string> word_of_source;          // the first that names it
    std::map<std::string, Ending, std::less<>> ending_of;           // by key of the result
    std::map<std::string, std::string, std::less<>> word_of_reason; // of termination: the first result that names it
    std::string agreed_word, transferred_word;                      // the first result that ends so
    std::vector<std::string> organisation_endings, organisation_words, organisation_prefixes;
    std::vector<OfficeKind> office_kinds;
    std::string erased;  // stands for a name that was erased by law

    Heading const& heading(Column c) const { return headings[std::size_t(c)]; }
    std::optional<Column> column(std::string_view header) const;
    bool is_organisation(std::string_view name) const;  // a party's name: of a firm, not of a person
    // What a committee's names have in common: without the city and district before it and
    // without 人民调解委员会 (调委会) behind it, as a spelling.
    std::string committee(std::string_view name) const;
};

// Reads and checks a ledger.toml against the book. Throws std::runtime_error that names the
// file, the line and the reason.
Layout read_layout(std::string_view toml, std::string const& file, law::Book const&);
// From a folder of rules, or from the binary ("rules/karamay/ledger.toml") when it is empty.
Layout open_layout(law::Book const&, std::string const& folder = {});

// A file of the rule pack that the book itself does not read.
law::RuleFile rule_text(law::Book const&, std::string const& folder, std::string const& file);

// What two spellings of one word have in common: no white space, no case, no full width.
std::string spelling(std::string_view);

}  // namespace maple::documents::ledger
