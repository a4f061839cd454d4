// What is signed, word for word, in every language in which it stands side by side. The printed
// agreement prints these very paragraphs, and their hash is what a copy is checked by.
#pragma once
#include "access/desk.hpp"
#include "dispute/dispute.hpp"

namespace maple::resolution {

// A heading, a paragraph or a promise; `second` is empty where there is no second language.
struct Clause {
    std::string chinese;
    std::string second = {};
};
BOOST_DESCRIBE_STRUCT(Clause, (), (chinese, second))

struct Clauses {
    Clause facts_heading, facts, terms_heading, terms, promises_heading;
    std::vector<Clause> promises;
    Clause breach_heading, breach;

    std::vector<Clause> all() const;
};

// "一、…", what was agreed, who owes whom what; of a dispute and an agreement with their words.
Clauses clauses_of(dispute::Dispute const& named, dispute::Agreement const&);

// One promise in a language of the house: "（1）甲向乙履行：…".
std::string promise_line(Language, dispute::Dispute const& named, dispute::Obligation const&, std::size_t n, std::string const& what);

// Of each group that says what its members get, a line that follows the promises.
std::vector<std::string> share_lines(Language, dispute::Dispute const& named, dispute::Agreement const&);

enum class Column { chinese, second };
std::string column_text(Clauses const&, Column);
// All of it, a clause a line: the Chinese column, then the other one.
std::string exact_text(Clauses const&);

// Hex SHA-256 of the bare text (foundation/bare_text.hpp): who holds a copy can compute it.
std::string digest_of(std::string_view text);
// Its beginning as people read it aloud: "3F2A 9C01 77BE D4E8".
std::string in_groups(std::string_view digest);

// The names of the parties filled in, and nothing else.
void name_parties(Desk&, dispute::Dispute&);

Language language_of(dispute::Tongue);  // of headings: Chinese for a language that the house does not speak

}  // namespace maple::resolution
