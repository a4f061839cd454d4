#include "documents/ledger/event.hpp"

#include <algorithm>

namespace maple::documents::ledger {
namespace {

using namespace dispute;

// What a result says that it took place: the parties sat down to mediate.
bool was_mediated(Row const& row, Ending const* ending)
{
    if (!ending) return !row.cells[std::size_t(Column::methods)].empty();
    return ending->ends == Ends::agreement || ending->reason == "too_far_apart" || ending->reason == "refused_to_sign";
}

class Maker {
public:
    Maker(File& file, Row const& row, registry::Organisation const& office, Offices& offices, Layout const& layout)
        : file_(file), row_(row), office_(office), offices_(offices), layout_(layout),
          accepted_(start_of(row.accepted_on)), concluded_(row.concluded_on ? std::optional(start_of(*row.concluded_on)) : std::nullopt)
    {
        if (auto const found = layout.ending_of.find(row.result); found != layout.ending_of.end()) ending_ = &found->second;
    }

    Imported make()
    {
        event_.office_number = row_.number;
        event_.kind = row_.kind;
        event_.source_word = row_.source;
        event_.source = row_.source.empty() ? Source::walk_in : layout_.source_of.at(row_.source);
        event_.place = office_.division;
        event_.office = Handling{office_.id, office_.path, office_.level, registry::is_committee(office_.kind), accepted_, accepted_,
                                 {}, {}, {}};
        event_.facts = file_.keep("facts", row_.facts);
        event_.amount = row_.amount;
        event_.accepted_at = accepted_;
        event_.concluded_at = concluded_;
        make_parties();
        make_appointments();
        make_session();
        if (ending_) make_ending();
        make_visit();
        if (ending_ || !event_.appointments.empty() || !event_.sessions.empty() || !cell(Column::mediators).empty())
            event_.diverted_at = accepted_;
        if (office_.name != row_.organisation) keep_cell(Column::organisation);
        return std::move(event_);
    }

private:
    std::string const& cell(Column c) const { return at(row_.cells, c); }

    void keep_cell(Column c)
    {
        std::string const name = boost::describe::enum_to_string(c, "?");
        event_.written.push_back({name, file_.keep("ledger." + name, cell(c))});
    }

    void make_parties()
    {
        bool const consented = was_mediated(row_, ending_);
        bool const asked = event_.source == Source::walk_in || event_.source == Source::phone || event_.source == Source::web;
        auto const add = [&](std::string const& name, Side side) {
            Party party;
            party.id = new_key();
            party.side = side;
            auto const heads = heads_in(name);
            party.kind = heads > 1 ? PartyKind::group : layout_.is_organisation(name) ? PartyKind::organisation : PartyKind::person;
            party.name = file_.keep("party.name", name);
            bool const applies = side == Side::applicant && asked && !row_.source.empty();
            if (applies) party.requested_at = accepted_;
            if (consented || applies) {
                party.consent = Consent::agreed;
                party.consent_at = accepted_;
            }
            event_.people += heads;
            event_.parties.push_back(std::move(party));
        };
        for (auto const& name : row_.applicants) add(name, Side::applicant);
        for (auto const& name : row_.respondents) add(name, Side::respondent);
    }

    // Mediators of the registry are appointed; a name that it does not have stays as written.
    void make_appointments()
    {
        bool all_found = true;
        for (auto const& name : row_.mediators) {
            auto const person = offices_.mediator(office_.id, name);
            all_found = all_found && person;
            if (person)
                event_.appointments.push_back({*person, event_.appointments.empty(), false, accepted_, {}, {}});
        }
        if (!all_found) keep_cell(Column::mediators);
    }

    void make_session()
    {
        if (cell(Column::methods).empty()) return;
        Session session;
        session.id = new_key();
        session.kind = SessionKind::joint;
        session.by = By::in_person;
        session.held_at = concluded_.value_or(accepted_);
        for (auto const& party : event_.parties) session.parties.push_back(party.id);
        session.methods = row_.methods;
        session.result = !ending_ ? SessionResult::to_be_continued
                         : ending_->ends == Ends::agreement ? SessionResult::success : SessionResult::failed;
        event_.sessions.push_back(std::move(session));
        std::vector<std::string> known;
        for (auto const& key : row_.methods) known.push_back(layout_.methods.written(key));
        if (joined(known) != cell(Column::methods)) keep_cell(Column::methods);
    }

    void make_ending()
    {
        if (ending_->ends == Ends::agreement) event_.agreements.push_back(agreement());
        if (ending_->ends == Ends::termination)
            event_.termination = Termination{*concluded_, ending_->reason, {}, concluded_, {}};
        if (ending_->ends == Ends::transfer) event_.closed_as = Closing::transferred;
    }

    Agreement agreement()
    {
        Agreement one;
        one.id = new_key();
        one.oral = row_.form == AgreementForm::oral;
        one.number = row_.agreement_number;
        for (auto const& party : event_.parties) one.parties.push_back(party.id);
        if (one.oral) one.reached_at = concluded_;
        else one.mediator_signed_at = one.sealed_at = concluded_;
        one.effective_at = concluded_;
        if (row_.performance) one.obligations.push_back(promise(*row_.performance));
        return one;
    }

    // The ledger says one thing of all promises: they are one here, of the whole sum.
    Obligation promise(Performed performed)
    {
        Obligation one;
        one.id = new_key();
        one.from = event_.parties.back().id;
        one.to = event_.parties.front().id;
        one.manner = Manner::other;
        one.amount = row_.amount;
        one.due = *row_.concluded_on;
        auto const settle = [&](Promise state) {
            one.state = state;
            one.settled_at = row_.visited_on ? start_of(*row_.visited_on) : concluded_;
        };
        switch (performed) {
        case Performed::performed: settle(Promise::performed); break;
        case Performed::late: settle(Promise::late); break;
        case Performed::waived: settle(Promise::waived); break;
        case Performed::breached: settle(Promise::breached); break;
        case Performed::partly: one.performed.push_back({*concluded_, {}, {}}); break;
        case Performed::open: break;
        }
        return one;
    }

    void make_visit()
    {
        if (!row_.visited_on) return;
        Visit visit;
        visit.id = new_key();
        visit.at = start_of(*row_.visited_on);
        visit.by = By::in_person;
        visit.performed = !row_.performance || row_.performance == Performed::performed || row_.performance == Performed::late;
        if (row_.satisfaction) visit.answers.push_back({event_.parties.front().id, *row_.satisfaction});
        event_.visits.push_back(std::move(visit));
    }

    File& file_;
    Row const& row_;
    registry::Organisation const& office_;
    Offices& offices_;
    Layout const& layout_;
    Instant accepted_;
    std::optional<Instant> concluded_;
    Ending const* ending_ = nullptr;
    Imported event_;
};

}  // namespace

Imported event_of(File& file, Row const& row, registry::Organisation const& office, Offices& offices, Layout const& layout)
{
    return Maker(file, row, office, offices, layout).make();
}

Instant happened_at(Row const& row) { return start_of(row.concluded_on.value_or(row.accepted_on)); }

}  // namespace maple::documents::ledger
