// Terms on the desk: found, entered, changed, each change with its page in the ledger.
#pragma once
#include "access/sheet.hpp"
#include "committees/rules.hpp"
#include "registry/roll.hpp"

namespace maple::committees {

using Sheet = access::Sheet<Term>;

// A row of the table, read off the term; the same on writing and in `verify`.
struct Row {
    Key id{};
    std::int64_t version = 0;
    Key organisation{};
    Date begins{};
    Date ends{};
    std::optional<Date> closed_on;
    std::int64_t untold = 0;
    std::string state;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, version, organisation, begins, ends, closed_on, untold, state))
Row row_of(Term const&, law::Book const&);
inline void refresh_scopes(Desk&, Term&) {}  // a term keeps no path

Term term(Desk&, Key);                                   // refuses: term.unknown (404)
std::vector<Term> terms_of(Desk&, Key organisation);     // the latest first
// The one that has begun last on that day, expired or not; none when none has begun.
std::optional<Term> term_on(Desk&, Key organisation, Date);
bool is_latest(Desk&, Term const&);

// Writes the row and the pages. Refuses: stale.
void put_back(Sheet&);

// A new term of the committee; texts come as they are typed.
struct NewTerm {
    TermBegun begun;
    std::string minutes, waiver;
};
Term begin_term(Desk&, registry::Organisation const& committee, NewTerm const&);
void tell_court(Desk&, Key term, Key notice, Date on);
// The committee itself has ended: its terms are over and the court is to be told. Nothing
// happens for an organisation without a term.
void close_terms(Desk&, Key organisation);

// What the law finds wrong with the term today: also a seat whose holder no longer serves.
std::vector<Refusal> faults_today(Desk&, Term const&);

// Whether the rule pack lets an expired term stop a deed ("seals", "receipts"). Refuses then:
// term.expired_stops, article 9.
void must_be_in_office(Desk&, registry::Organisation const& committee, std::string_view deed);

}  // namespace maple::committees
