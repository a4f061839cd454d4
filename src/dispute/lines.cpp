#include "api/words.hpp"
#include "dispute/view.hpp"
#include "registry/roll.hpp"

namespace maple::dispute {
namespace {

std::string stage_name(Desk& desk, LineRow const& row)
{
    std::string const stage = boost::describe::enum_to_string(row.stage, "?");
    return api::say(desk.language, "stage." + (row.outcome == "merged" ? "merged" : stage));
}

// Everything of a reader that decides what he sees of a row: who he is and what he may where.
ShelfName standing(access::Caller const& caller)
{
    ShelfName name("line");
    name << caller.person.n << std::int64_t(caller.grants.size());
    for (auto const& grant : caller.grants) name << std::int64_t(grant.role) << grant.scope;
    return name;
}

// ";key;key;"
std::vector<Key> keys_in(std::string_view list)
{
    std::vector<Key> keys;
    for (std::size_t at = 0; (at = list.find(';', at)) != list.npos; ++at)
        if (auto const end = list.find(';', at + 1); end != list.npos)
            if (auto const key = key_from_shown(list.substr(at + 1, end - at - 1))) keys.push_back(*key);
    return keys;
}

// As much of the matter as a row tells: who had a turn in between is not there.
access::Matter matter_of(LineRow const& row)
{
    access::Matter matter;
    matter.scopes = {row.scope, row.desk_scope};
    if (row.sent_scope) matter.scopes.push_back(*row.sent_scope);
    matter.persons = keys_in(row.mediators);
    matter.participants = keys_in(row.guests);
    matter.restricted = row.restricted_at.has_value();
    return matter;
}

}  // namespace

std::string initials(std::string_view parties)
{
    std::string out;
    bool at_start = true;
    for (std::size_t i = 0; i < parties.size();) {
        std::size_t bytes = 1;
        while (i + bytes < parties.size() && (static_cast<unsigned char>(parties[i + bytes]) & 0xC0) == 0x80) ++bytes;
        auto const character = parties.substr(i, bytes);
        i += bytes;
        if (character == "、" || character == "/" || character == " ") {
            out += character;
            at_start = true;
        } else if (at_start) {
            out += std::string(character) + "某";
            at_start = false;
        }
    }
    return out;
}

std::vector<Line> lines(Desk& desk, std::vector<LineRow> const& rows)
{
    std::vector<Line> out;
    for (auto const& row : rows) {
        bool const named = !row.discreet && access::sight(desk.caller, matter_of(row)).personal;
        Line line{row.id, row.version, row.number, named ? row.parties : initials(row.parties), row.kind,
                  kind_word(desk, row.kind), row.stage, stage_name(desk, row), row.grade,
                  row.source, registry::division_name(desk, row.place), {}, {}, row.next_action, {},
                  row.due_at, row.due_at && *row.due_at < desk.now, row.requested_at, row.concluded_at, row.outcome};
        if (auto const organisation = registry::find_organisation(desk, row.organisation)) line.organisation_name = registry::called(desk, *organisation);
        if (auto const who = row.person ? row.person : row.mediator) {
            auto const person = registry::find_person(desk, *who);
            line.person_name = person ? person->name : std::string();
        }
        if (row.next_action) line.next_says = api::say(desk.language, "action." + *row.next_action);
        out.push_back(std::move(line));
    }
    return out;
}

std::vector<Line> lines(Desk& desk, std::vector<LineSeen> const& seen)
{
    auto const roll = access::editions(desk).roll;
    auto const reader = standing(desk.caller);
    std::vector<Line> out;
    out.reserve(seen.size());
    for (auto const& row : seen) {
        bool const overdue = row.due_at && *row.due_at < desk.now;
        auto name = reader;
        name << row.id.n << row.version << roll << std::int64_t(desk.language) << std::int64_t(overdue);
        auto told = desk.sql.snapshot() ? desk.house.shelf->find<std::string>(name) : nullptr;
        if (!told) {
            auto const whole = sql::all<LineRow>(desk.sql, "SELECT " + std::string(line_columns) + " FROM dispute WHERE dispute.id = $1", row.id);
            told = std::make_shared<std::string const>(written(lines(desk, whole).at(0)));
            if (desk.sql.snapshot()) desk.house.shelf->keep(name, told, told->size());
        }
        out.emplace_back().told = std::move(told);
    }
    return out;
}

}  // namespace maple::dispute
