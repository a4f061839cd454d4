// How the checker reads: sentences, words of the rule pack, and who is meant by a name.
#pragma once
#include "foundation/capital_amount.hpp"
#include "resolution/checker.hpp"

namespace maple::resolution::checking {

using Words = std::vector<std::string>;

std::vector<std::string_view> lines(std::string_view text);
std::vector<std::string_view> sentences(std::string_view text);  // to a full stop, a semicolon or the line's end
std::vector<std::string_view> clauses(std::string_view text);    // to a comma as well, but not in "480,000"

// The first word of the list in the order of the text, "" when there is none.
std::string first_of(std::string_view text, Words const&);
inline bool any_of(std::string_view text, Words const& words) { return !first_of(text, words).empty(); }
bool has_date(std::string_view text);  // 2024年6月30日, 二〇二四年四月十五日, 6月30日
bool has_account(std::string_view text);
// The sentence that speaks of this promise, by its sum and its words; "" when none does.
std::string_view sentence_about(std::string_view text, CheckedObligation const&);
bool is_money(CheckedObligation const&);

// Every name by which somebody is called in the text: in full, short ("以下简称"), 甲方.
struct Called {
    std::string name;
    std::optional<std::size_t> party;  // none: a guardian, a representative, a member
};
// A place where somebody is called by name.
struct Mention {
    std::size_t at = 0, end = 0;
    std::optional<std::size_t> party;
};
std::vector<Called> names_in(CheckedAgreement const&);
std::vector<Mention> mentions(std::string_view text, std::vector<Called> const&);

// The whole matter, read once: texts are narrow().
struct Matter {
    law::Book const& book;
    CheckedAgreement const& paper;
    std::string facts, terms, breach;
    std::vector<Called> names;
    std::vector<AmountInText> amounts;  // of the terms
    std::vector<Finding> found;

    Matter(law::Book const&, CheckedAgreement const&);
    Words const& words(std::string_view list) const { return book.words(list); }
    void refuse(std::string code, std::string at, std::string article, Params params = {});
    void ask(std::string code, std::string at, std::string article, Params params = {});
};

std::string row(std::size_t n, std::string_view field = {});

void check_parties(Matter&);   // checker_parties.cpp
void check_names(Matter&);
void check_rows(Matter&);      // checker.cpp
void check_amounts(Matter&);   // checker_amounts.cpp
void check_shares(Matter&);    // checker_shares.cpp
void check_matters(Matter&);   // checker_matters.cpp
void check_tongues(Matter&);   // checker_tongues.cpp

}  // namespace maple::resolution::checking
