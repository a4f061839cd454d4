#include "workforce/folder.hpp"
#include "registry/edition.hpp"
#include "registry/roll.hpp"
#include "storage/insert.hpp"

namespace maple::workforce {
namespace {

Kept worded(std::string words)
{
    Kept kept;
    if (!words.empty()) kept.text = std::move(words);
    return kept;
}

struct RollRow {
    std::string languages, skills, serves_as, certificate;
    std::optional<Date> certificate_until;
};
BOOST_DESCRIBE_STRUCT(RollRow, (), (languages, skills, serves_as, certificate, certificate_until))

std::vector<registry::Service> services(std::string_view commas)
{
    std::vector<registry::Service> some;
    for (auto const& word : split(commas)) {
        registry::Service one{};
        if (boost::describe::enum_from_string(word.c_str(), one)) some.push_back(one);
    }
    return some;
}

RollRow row_of(RollLine const& line)
{
    return {line.languages, line.skills, registry::joined(line.serves_as), text_of(line.certificate), line.certificate_until};
}

template <class Row> bool differ(Row a, Row b)
{
    std::vector<sql::Value> one, other;
    sql::put_values(std::move(a), one);
    sql::put_values(std::move(b), other);
    return one != other;
}

// Papers are added at the end and mended in place, never taken away.
template <class Paper, class RowOf>
void write_rows(std::string_view table, std::vector<Paper> const& before, std::vector<Paper> const& now, RowOf row_of,
                Desk& desk, std::vector<sql::Statement>& rows)
{
    for (std::size_t i = 0; i < now.size(); ++i) {
        auto const row = row_of(now[i]);
        if (i >= before.size()) rows.push_back(sql::insertion(table, row));
        else if (differ(row, row_of(before[i]))) sql::update(desk.sql, table, row, "id = $1", row.id);
    }
}

}  // namespace

Certificate row_of(Key person, CertificatePaper const& p)
{
    return {p.id, person, text_of(p.number), text_of(p.issuer), p.valid_from, p.valid_until, text_of(p.check_code), p.ended_on, p.revoked};
}

Absence row_of(Key person, AbsencePaper const& p)
{
    return {p.id, person, p.kind, p.first_day, p.last_day, p.note ? std::optional(p.note.id) : std::nullopt, p.ended_on};
}

GradeHeld row_of(Key person, GradePaper const& p)
{
    return {p.id, person, p.grade, p.granted_on, p.valid_until, p.evaluator, p.proposed, text_of(p.reason), p.ended_on};
}

HonourHeld row_of(std::optional<Key> person, std::optional<Key> organisation, HonourPaper const& p)
{
    return {p.id, person, organisation, p.honour, text_of(p.giver), p.year, text_of(p.certificate), p.withdrawn_on};
}

Service service_in(Key person, Papers const& papers)
{
    Service service;
    service.profile = papers.profile;
    service.engagements = papers.engagements;
    for (auto const& one : papers.certificates) service.certificates.push_back(row_of(person, one));
    for (auto const& one : papers.absences) service.absences.push_back(row_of(person, one));
    return service;
}

Papers read_papers(Desk& desk, Key person)
{
    auto const roll = sql::one<RollRow>(desk.sql, "SELECT languages, skills, serves_as, certificate, certificate_until FROM person WHERE id = $1", person);
    if (!roll) throw Refused(refuse(Because::not_found, "person.unknown"));
    Papers p;
    p.roll = {roll->languages, roll->skills, services(roll->serves_as), worded(roll->certificate), roll->certificate_until};
    p.profile = sql::one<Profile>(desk.sql, "SELECT * FROM profile WHERE person = $1", person);
    p.engagements = sql::all<Engagement>(desk.sql, "SELECT * FROM engagement WHERE person = $1 ORDER BY id", person);
    for (auto& row : sql::all<Certificate>(desk.sql, "SELECT * FROM certificate WHERE person = $1 ORDER BY id", person))
        p.certificates.push_back({row.id, worded(row.number), worded(row.issuer), row.valid_from, row.valid_until, worded(row.check_code), row.ended_on, row.revoked});
    for (auto& row : sql::all<Absence>(desk.sql, "SELECT * FROM absence WHERE person = $1 ORDER BY id", person))
        p.absences.push_back({row.id, row.kind, row.first_day, row.last_day, KeptStory(Kept{row.note.value_or(Key{})}), row.ended_on});
    for (auto& row : sql::all<GradeHeld>(desk.sql, "SELECT * FROM grade_of WHERE person = $1 ORDER BY id", person))
        p.grades.push_back({row.id, row.grade, row.granted_on, row.valid_until, row.evaluator, row.proposed, worded(row.reason), row.ended_on});
    for (auto& row : sql::all<HonourHeld>(desk.sql, "SELECT * FROM honour WHERE person = $1 ORDER BY id", person))
        p.honours.push_back({row.id, row.honour, worded(row.giver), row.year, worded(row.certificate), row.withdrawn_on});
    return p;
}

Papers papers_of(registry::PersonRegistered const& e)
{
    Papers papers;
    papers.roll = {e.languages, e.skills, e.serves_as, e.certificate, e.certificate_until};
    return papers;
}

Folder Folder::open(Desk& desk, Key person)
{
    sql::change(desk.sql, "UPDATE person SET left_at = left_at WHERE id = $1", person);  // the row is ours until the end
    auto papers = read_papers(desk, person);
    auto const pages = sql::cell<std::int64_t>(desk.sql, "SELECT max(n) FROM page WHERE subject = $1", person).value_or(0);
    return Folder(desk, person, std::move(papers), pages);
}

Folder Folder::fresh(Desk& desk, registry::Person const& person, std::vector<registry::Service> const& serves_as)
{
    Papers papers;
    papers.roll = {person.languages, person.skills, serves_as, worded(person.certificate), person.certificate_until};
    return Folder(desk, person.id, std::move(papers), 1);
}

namespace {

struct RollOnly {
    Key id{};
    std::string languages, skills, serves_as, certificate;
    std::optional<Date> certificate_until;
    std::int64_t pages = 0;
};
BOOST_DESCRIBE_STRUCT(RollOnly, (), (id, languages, skills, serves_as, certificate, certificate_until, pages))

}  // namespace

std::vector<Folder> Folder::without_card(Desk& desk, std::string const& scope)
{
    std::string const who = R"(
        SELECT person.id FROM person JOIN organisation ON organisation.id = person.organisation
         WHERE organisation.path >= $1 AND organisation.path < $2 AND person.left_at IS NULL AND person.certificate <> ''
           AND NOT EXISTS (SELECT 1 FROM certificate WHERE certificate.person = person.id))";
    sql::change(desk.sql, "UPDATE person SET left_at = left_at WHERE id IN (" + who + ")", scope, scope + "~");
    std::vector<Folder> folders;
    for (auto& row : sql::all<RollOnly>(desk.sql, R"(
            SELECT id, languages, skills, serves_as, certificate, certificate_until,
                   (SELECT max(page.n) FROM page WHERE page.subject = person.id) AS pages
              FROM person WHERE id IN ()" + who + ") ORDER BY id", scope, scope + "~")) {
        Papers papers;
        papers.roll = {row.languages, row.skills, services(row.serves_as), worded(row.certificate), row.certificate_until};
        folders.push_back(Folder(desk, row.id, std::move(papers), row.pages));
    }
    return folders;
}

Kept Folder::keep(std::string_view label, std::string_view words, access::Secrecy secrecy)
{
    words_.push_back(access::prepare_words(person_, label, words, secrecy));
    return words_.back().kept;
}

void Folder::note(std::string_view deed, access::PageBody body)
{
    pages_.push_back({"person", person_, ++pages_so_far_, std::string(deed), desk_->now, std::move(body)});
}

bool Folder::roll_changed() const { return differ(row_of(papers_.roll), row_of(read_.roll)); }

void put_back(Desk& desk, std::vector<Folder>& folders)
{
    std::vector<sql::Statement> rows;
    std::vector<access::PageToWrite> pages;
    std::vector<access::WordsToKeep> words;
    bool roll = false;
    for (auto& f : folders) {
        auto const who = f.person_;
        auto const own = [who](auto const& paper) { return row_of(who, paper); };
        write_rows("engagement", f.read_.engagements, f.papers_.engagements, [](Engagement const& e) { return e; }, desk, rows);
        write_rows("certificate", f.read_.certificates, f.papers_.certificates, own, desk, rows);
        write_rows("absence", f.read_.absences, f.papers_.absences, own, desk, rows);
        write_rows("grade_of", f.read_.grades, f.papers_.grades, own, desk, rows);
        write_rows("honour", f.read_.honours, f.papers_.honours, [who](HonourPaper const& h) { return row_of(who, {}, h); }, desk, rows);
        if (f.papers_.profile && !f.read_.profile) rows.push_back(sql::insertion("profile", *f.papers_.profile));
        else if (f.papers_.profile && differ(*f.papers_.profile, *f.read_.profile)) sql::update(desk.sql, "profile", *f.papers_.profile, "person = $1", who);
        if (f.roll_changed()) {
            sql::update(desk.sql, "person", row_of(f.papers_.roll), "id = $1", who);
            roll = true;
        }
        std::move(f.pages_.begin(), f.pages_.end(), std::back_inserter(pages));
        std::move(f.words_.begin(), f.words_.end(), std::back_inserter(words));
        f.pages_.clear();
        f.words_.clear();
        f.read_ = f.papers_;
    }
    desk.sql.batch(rows);
    if (roll) registry::new_edition(desk);
    access::write_ledger(desk, pages, words);
}

void Folder::put_back()
{
    std::vector<Folder> one{std::move(*this)};
    maple::workforce::put_back(*one.front().desk_, one);
    *this = std::move(one.front());
}

}  // namespace maple::workforce
