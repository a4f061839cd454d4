// The one page of a dispute that comes from an office's old ledger. Guards, clocks and gap
// checks are not applied to it: it says what the office says, under the office's own number.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::documents::ledger {

// A cell whose words the dispute itself does not carry: a mediator or method that is not in
// the registry or the book, a committee's name as the office spells it.
struct WrittenCell {
    std::string column;  // "mediators", "organisation", "methods"
    Kept text;
};
BOOST_DESCRIBE_STRUCT(WrittenCell, (), (column, text))

struct Imported {
    static constexpr std::string_view deed = "documents.imported";
    std::string office_number;
    std::string kind;
    dispute::Source source{};
    std::string source_word;    // key of the ledger's word; "" when the cell was empty
    std::string place;
    dispute::Handling office;
    Kept facts;
    std::optional<Fen> amount;
    std::int64_t people = 0;
    std::vector<dispute::Party> parties;
    Instant accepted_at;
    std::optional<Instant> diverted_at;   // a mediator or a session is named: it is past the desk
    std::vector<dispute::Appointment> appointments;
    std::vector<dispute::Session> sessions;
    std::vector<dispute::Agreement> agreements;
    std::vector<dispute::Visit> visits;
    std::optional<dispute::Termination> termination;
    std::optional<dispute::Closing> closed_as;
    std::optional<Instant> concluded_at;  // none: the dispute is alive
    std::vector<WrittenCell> written;
};
BOOST_DESCRIBE_STRUCT(Imported, (), (office_number, kind, source, source_word, place, office, facts, amount, people, parties,
                                     accepted_at, diverted_at, appointments, sessions, agreements, visits, termination,
                                     closed_as, concluded_at, written))
void evolve(dispute::Dispute&, Imported const&, dispute::Moment const&);

}  // namespace maple::documents::ledger
