// Deciding a complaint about a mediator (PML art. 15). A removal ends everything at once:
// engagement, certificate, roles, sessions, accounts (workforce), and the appointments, which
// belong to the disputes; each of them waits for a new mediator, and the director is told.
#include "app/removal.hpp"
#include "dispute/file.hpp"
#include "diversion/rules.hpp"
#include "workforce/complaints.hpp"

namespace maple::app {
namespace {

std::vector<Key> end_appointments(Desk& desk, Key person, std::string const& reason)
{
    std::vector<Key> disputes;
    for (auto const& id : sql::column<Key>(desk.sql, R"(
            SELECT id FROM dispute
             WHERE mediators LIKE $1 AND stage IN ('inviting', 'diverted', 'mediating', 'agreed', 'visiting', 'terminated')
             ORDER BY id)", "%;" + shown(person) + ";%")) {
        auto file = dispute::File::open_unasked(desk, id);
        bool const chair = dispute::presiding(*file) && dispute::presiding(*file)->person == person;
        file.record(diversion::end_appointment(*file, person, reason).value());
        file.put_back();
        if (chair) disputes.push_back(id);
    }
    return disputes;
}

workforce::ComplaintView decide(Desk& desk, workforce::DecideComplaint const& ask)
{
    auto const reason = std::string(boost::describe::enum_to_string(ask.outcome, "?"));
    return workforce::decide_complaint(desk, ask, [&](Key person) { return end_appointments(desk, person, reason); });
}

}  // namespace

api::Room removal_room()
{
    using enum api::Verb;
    return {"removal",
            {
                {post, "/complaints/{complaint}/outcome", access::Right::see_people, decide,
                 "Decides a complaint by the ladder of article 15; a removal ends roles, sessions and appointments at once."},
            }};
}

}  // namespace maple::app
