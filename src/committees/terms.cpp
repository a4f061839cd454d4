#include "committees/terms.hpp"
#include "storage/insert.hpp"

namespace maple::committees {
namespace {

Term read_term(std::string_view state) { return from_record<Term>(state); }

}  // namespace

Row row_of(Term const& term, law::Book const&)
{
    return {term.id, term.version, term.organisation, term.begins, term.ends, term.closed_on, std::int64_t(untold(term).size()),
            record_text(term)};
}

Term term(Desk& desk, Key id)
{
    auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM term WHERE id = $1", id);
    if (!state) throw Refused(refuse(Because::not_found, "term.unknown"));
    return read_term(*state);
}

std::vector<Term> terms_of(Desk& desk, Key organisation)
{
    std::vector<Term> terms;
    for (auto const& state : sql::column<std::string>(desk.sql, "SELECT state FROM term WHERE organisation = $1 ORDER BY begins DESC, id DESC", organisation))
        terms.push_back(read_term(state));
    return terms;
}

std::optional<Term> term_on(Desk& desk, Key organisation, Date day)
{
    auto const state = sql::cell<std::string>(desk.sql, R"(
        SELECT state FROM term WHERE organisation = $1 AND begins <= $2 ORDER BY begins DESC, id DESC LIMIT 1)", organisation, day);
    if (!state) return std::nullopt;
    return read_term(*state);
}

bool is_latest(Desk& desk, Term const& term)
{
    return sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM term WHERE organisation = $1 AND begins > $2", term.organisation, term.begins) == 0;
}

void put_back(Sheet& sheet) { sheet.put_back("term", row_of(*sheet, sheet.desk().book())); }

Term begin_term(Desk& desk, registry::Organisation const& committee, NewTerm const& wanted)
{
    auto const before = terms_of(desk, committee.id);
    Term fresh;
    fresh.id = new_key();
    Sheet sheet(desk, "term", fresh);
    auto event = wanted.begun;
    event.minutes = sheet.keep("term.minutes", wanted.minutes);
    event.waiver = sheet.keep("term.waiver", wanted.waiver);
    event.notice = new_key();
    sheet.record(begin(committee, before.empty() ? nullptr : &before.front(), std::move(event), desk.book(), date_in_beijing(desk.now)).value());
    put_back(sheet);
    return *sheet;
}

void tell_court(Desk& desk, Key id, Key notice, Date on)
{
    Sheet sheet(desk, "term", term(desk, id));
    sheet.record(send(*sheet, notice, on, date_in_beijing(desk.now)).value());
    put_back(sheet);
}

void close_terms(Desk& desk, Key organisation)
{
    auto const terms = terms_of(desk, organisation);
    if (terms.empty() || terms.front().closed_on) return;
    Sheet sheet(desk, "term", terms.front());
    sheet.record(TermClosed{date_in_beijing(desk.now), new_key()});
    put_back(sheet);
}

std::vector<Refusal> faults_today(Desk& desk, Term const& term)
{
    auto seats = sitting(term);
    std::erase_if(seats, [&](Seat const& seat) {
        auto const person = registry::find_person(desk, seat.person);
        return !person || person->left_at;
    });
    return faults_of(seats, term.multi_ethnic, bool(term.waiver), desk.book());
}

void must_be_in_office(Desk& desk, registry::Organisation const& committee, std::string_view deed)
{
    if (!desk.book().is_on("expired_term_stops_" + std::string(deed))) return;
    auto const today = date_in_beijing(desk.now);
    auto const term = term_on(desk, committee.id, today);
    if (term && term->ends < today)
        throw Refused(refuse(Because::forbidden_by, "term.expired_stops", {{"date", iso(term->ends)}}, "PML-9"));
}

}  // namespace maple::committees
