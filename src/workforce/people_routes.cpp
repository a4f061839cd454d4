// The list of people and the page of one.
#include "api/words.hpp"
#include "registry/sorting.hpp"
#include "workforce/parts.hpp"
#include "workforce/views.hpp"

namespace maple::workforce {
namespace {

using access::Right;

struct PersonLine {
    Key id{};
    std::string name;
    Key organisation{};
    std::string organisation_name;
    std::vector<Worded> serves_as;
    Engaged engaged{};
    std::string engaged_name, staffing_name;
    std::vector<Worded> labels;
    CertificateState certificate{};
    std::string certificate_name;
    std::optional<Date> certificate_until;
    bool away = false;
    std::optional<Date> away_until;
    bool left = false;
};
BOOST_DESCRIBE_STRUCT(PersonLine, (), (id, name, organisation, organisation_name, serves_as, engaged, engaged_name, staffing_name, labels,
                                       certificate, certificate_name, certificate_until, away, away_until, left))

struct AskPeople {
    std::optional<Text<0, 80>> q;       // of a name
    std::optional<Key> organisation;    // and what lies below it
    std::optional<registry::Service> service;
    std::optional<CertificateState> certificate;
    std::optional<bool> away;
    std::optional<bool> left;           // those who have left, instead of those who serve
    std::optional<std::string> cursor;
    std::optional<Whole<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(AskPeople, (), (q, organisation, service, certificate, away, left, cursor, limit))

struct PeopleList {
    std::vector<PersonLine> people;
    std::int64_t found = 0;             // on all pages
    std::optional<std::string> cursor;  // ask again with it for the next ones
};
BOOST_DESCRIBE_STRUCT(PeopleList, (), (people, found, cursor))

// A statement put together from conditions; its values are numbered as they come.
class Question {
public:
    template <class T> std::string value(T const& v)
    {
        values_.push_back(sql::to_sql(v));
        return "$" + std::to_string(values_.size());
    }
    void where(std::string condition) { conditions_ += (conditions_.empty() ? " WHERE " : " AND ") + std::move(condition); }
    std::string const& conditions() const { return conditions_; }
    std::vector<sql::Value> const& values() const { return values_; }

private:
    std::string conditions_;
    std::vector<sql::Value> values_;
};

std::string below(Question& q, std::string const& scope)
{
    return "(organisation.path >= " + q.value(scope) + " AND organisation.path < " + q.value(scope + "~") + ")";
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (char c : text) {
        if (c == '%' || c == '_' || c == '!') out += '!';
        out += c;
    }
    return out;
}

// The certificate's state as the roll's line tells it; a revoked one is no longer there.
std::string of_state(Question& q, CertificateState state, Date today, std::int64_t soon)
{
    auto const revoked = std::string("EXISTS (SELECT 1 FROM certificate WHERE certificate.person = person.id AND certificate.revoked = 1)");
    switch (state) {
    case CertificateState::none: return "person.certificate = '' AND NOT " + revoked;
    case CertificateState::revoked: return "person.certificate = '' AND " + revoked;
    case CertificateState::expired: return "person.certificate <> '' AND person.certificate_until < " + q.value(today);
    case CertificateState::expires_soon: {
        auto const first = q.value(today);
        return "person.certificate <> '' AND person.certificate_until >= " + first + " AND person.certificate_until <= " + q.value(plus_days(today, int(soon)));
    }
    case CertificateState::valid: break;
    }
    return "person.certificate <> '' AND (person.certificate_until IS NULL OR person.certificate_until > " + q.value(plus_days(today, int(soon))) + ")";
}

void filters(Question& q, Desk& desk, AskPeople const& ask)
{
    auto const today = date_in_beijing(desk.now);
    std::string mine;
    for (auto const& scope : scopes_for(desk, Right::see_people)) mine += (mine.empty() ? "(" : " OR ") + below(q, scope);
    q.where(mine.empty() ? "1 = 0" : mine + ")");
    q.where(ask.left.value_or(false) ? "person.left_at IS NOT NULL" : "person.left_at IS NULL");
    if (ask.q && !ask.q->empty()) q.where("person.name LIKE " + q.value("%" + escaped(ask.q->str()) + "%") + " ESCAPE '!'");
    if (ask.organisation) q.where(below(q, registry::organisation(desk, *ask.organisation).path));
    if (ask.service) q.where("',' || person.serves_as || ',' LIKE " + q.value("%," + enum_key(*ask.service) + ",%"));
    if (ask.certificate) q.where(of_state(q, *ask.certificate, today, desk.book().policy("certificate_reminder_days")));
    if (ask.away && *ask.away) {
        auto const on = q.value(today);
        q.where("EXISTS (SELECT 1 FROM absence WHERE absence.person = person.id AND absence.first_day <= " + on + " AND absence.last_day >= " + on +
                " AND (absence.ended_on IS NULL OR absence.ended_on > " + on + "))");
    }
}

struct NameRow {
    Key id{};
    std::string name, serves_as;
};
BOOST_DESCRIBE_STRUCT(NameRow, (), (id, name, serves_as))

PersonLine line(Desk& desk, NameRow const& row, Standing const& s)
{
    auto const said = [&](std::string_view list, std::string const& key) { return api::say(desk.language, std::string(list) + "." + key); };
    PersonLine line;
    line.id = row.id;
    line.name = row.name;
    line.organisation = s.organisation;
    line.organisation_name = name_of_organisation(desk, s.organisation);
    for (auto const& key : split(row.serves_as)) line.serves_as.push_back({key, said("service", key)});
    line.engaged = s.engaged;
    line.engaged_name = said("engaged", enum_key(s.engaged));
    if (s.staffing) line.staffing_name = said("staffing", enum_key(*s.staffing));
    for (auto const& key : s.labels) line.labels.push_back(choice_in_words(desk, "label", key));
    line.certificate = s.certificate.state;
    line.certificate_name = said("certificate_state", enum_key(s.certificate.state));
    line.certificate_until = s.certificate.valid_until;
    line.away = s.away;
    line.away_until = s.away_until;
    line.left = s.left;
    return line;
}

constexpr std::int64_t ordinary_page = 50;

std::size_t place_of(std::optional<std::string> const& cursor)
{
    if (!cursor || cursor->empty()) return 0;
    std::size_t at = 0;
    auto const [end, bad] = std::from_chars(cursor->data(), cursor->data() + cursor->size(), at);
    if (bad != std::errc{} || end != cursor->data() + cursor->size()) throw Refused(refuse_field("/cursor", "not_a_cursor"));
    return at;
}

PeopleList list_people(Desk& desk, AskPeople const& ask)
{
    Question q;
    filters(q, desk, ask);
    auto const statement = "SELECT person.id AS id, person.name AS name, person.serves_as AS serves_as "
                           "FROM person JOIN organisation ON organisation.id = person.organisation" + q.conditions() + " ORDER BY person.id";
    auto rows = sql::all<NameRow>(desk.sql, statement, std::span<sql::Value const>(q.values()));
    registry::sort_by_name(rows, [](NameRow const& row) -> std::string const& { return row.name; });
    auto const from = std::min(place_of(ask.cursor), rows.size());
    auto const to = std::min(rows.size(), from + std::size_t(ask.limit ? ask.limit->n : ordinary_page));
    std::vector<Key> keys;
    for (auto at = from; at < to; ++at) keys.push_back(rows[at].id);
    auto const all = standings(desk, keys, date_in_beijing(desk.now));
    PeopleList out;
    out.found = std::int64_t(rows.size());
    for (auto at = from; at < to; ++at) out.people.push_back(line(desk, rows[at], all.at(rows[at].id)));
    if (to < rows.size()) out.cursor = std::to_string(to);
    return out;
}

struct One {
    Key person{};
};
BOOST_DESCRIBE_STRUCT(One, (), (person))

PersonPage show(Desk& desk, One const& ask) { return person_page(desk, ask.person); }

}  // namespace

std::vector<api::Route> people_routes()
{
    using enum api::Verb;
    return {
        {get, "/people", Right::see_people, list_people, "The people who serve in what I may see, by name, with filters."},
        {get, "/people/{person}", Right::signed_in, show, "One who serves: how engaged, certificate, leave, training, grade, honours, history. Nothing about how well."},
    };
}

}  // namespace maple::workforce
