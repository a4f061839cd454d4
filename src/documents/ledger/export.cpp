#include "documents/ledger/export.hpp"
#include "access/journal.hpp"
#include "dispute/file.hpp"
#include "documents/ledger/imported.hpp"
#include "foundation/money.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::documents::ledger {
namespace {

using dispute::Dispute;
using dispute::Promise;
using dispute::Satisfaction;

constexpr std::int64_t disputes_a_time = 1000;

struct StateRow {
    Key id{};
    std::string state;
};
BOOST_DESCRIBE_STRUCT(StateRow, (), (id, state))

struct TextRow {
    Key id{};
    std::string body;
};
BOOST_DESCRIBE_STRUCT(TextRow, (), (id, body))

struct PageRow {
    Key id{};
    Key subject{};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(PageRow, (), (id, subject, text))

using Texts = std::map<std::int64_t, std::string>;

Performed performed(Dispute const& d)
{
    std::size_t all = 0, kept = 0, late = 0, waived = 0, breached = 0, begun = 0;
    for (auto const& agreement : d.agreements) {
        if (!agreement.effective_at) continue;
        for (auto const& promise : agreement.obligations) {
            ++all;
            kept += promise.state == Promise::performed;
            late += promise.state == Promise::late;
            waived += promise.state == Promise::waived;
            breached += promise.state == Promise::breached;
            begun += promise.state == Promise::open && !promise.performed.empty();
        }
    }
    if (waived == all) return Performed::waived;
    if (kept + late + waived == all) return late ? Performed::late : Performed::performed;
    if (kept + late + waived + begun > 0) return Performed::partly;
    return breached ? Performed::breached : Performed::open;
}

bool promises_anything(Dispute const& d)
{
    return std::any_of(d.agreements.begin(), d.agreements.end(),
                       [](auto const& a) { return a.effective_at && !a.obligations.empty(); });
}

// Of several answers the least satisfied one counts.
std::optional<Satisfaction> satisfaction_in(dispute::Visit const& visit)
{
    std::optional<Satisfaction> least;
    for (auto const& answer : visit.answers)
        if (!least || *least == Satisfaction::no_answer || (answer.satisfaction != Satisfaction::no_answer && answer.satisfaction > *least))
            least = answer.satisfaction;
    return least;
}

template <DescribedEnum E> std::string key_of(E e) { return boost::describe::enum_to_string(e, "?"); }

// One dispute as a row, with the texts that lie beside it and the page it was imported with.
class Liner {
public:
    Liner(Dispute const& d, Imported const* imported, Texts const& texts, Layout const& layout,
          std::map<Key, std::string> const& offices, std::map<Key, std::string> const& people)
        : d_(d), imported_(imported), texts_(texts), layout_(layout), offices_(offices), people_(people) {}

    Cells line()
    {
        set(Column::number, d_.office_number.empty() ? dispute::number_of(d_) : d_.office_number);
        set(Column::accepted_on, day(*d_.accepted_at));
        set(Column::applicants, names(dispute::Side::applicant));
        set(Column::respondents, names(dispute::Side::respondent));
        set(Column::kind, layout_.kinds.written(d_.kind));
        set(Column::facts, d_.facts ? text(d_.facts) : "");
        set(Column::source, source());
        if (d_.amount) set(Column::amount, plain_yuan(d_.amount->n));
        set(Column::mediators, written("mediators").value_or(mediators()));
        set(Column::organisation, written("organisation").value_or(named(offices_, office())));
        set(Column::methods, written("methods").value_or(methods()));
        set_ending();
        return std::move(cells_);
    }

private:
    void set(Column c, std::string const& text) { at(cells_, c) = tidy(text); }

    static std::string day(Instant at) { return iso(date_in_beijing(at)); }

    std::string text(Kept const& kept) const
    {
        auto const found = texts_.find(kept.id.n);
        return found == texts_.end() ? layout_.erased : found->second;
    }

    static std::string named(std::map<Key, std::string> const& names, Key key)
    {
        auto const found = names.find(key);
        return found == names.end() ? std::string() : found->second;
    }

    Key office() const { return imported_ ? d_.handlings.front().organisation : dispute::answerable(d_).organisation; }

    // Words of the office that neither registry nor book knows, until the program knows better.
    std::optional<std::string> written(std::string_view column) const
    {
        if (!imported_ || (column == "mediators" && d_.appointments.size() != imported_->appointments.size()) ||
            (column == "methods" && d_.sessions.size() != imported_->sessions.size()))
            return std::nullopt;
        for (auto const& cell : imported_->written)
            if (cell.column == column) return text(cell.text);
        return std::nullopt;
    }

    std::string names(dispute::Side side) const
    {
        std::vector<std::string> all;
        for (auto const& party : d_.parties)
            if (party.side == side) all.push_back(text(party.name));
        return joined(all);
    }

    std::string source() const
    {
        if (imported_) return imported_->source_word.empty() ? "" : layout_.sources.written(imported_->source_word);
        if (d_.handover && layout_.sources.keyed(d_.handover->clock)) return layout_.sources.written(d_.handover->clock);
        auto const word = layout_.word_of_source.find(d_.source);
        return word == layout_.word_of_source.end() ? "" : layout_.sources.written(word->second);
    }

    std::string mediators() const
    {
        std::vector<std::string> all;
        for (auto const& one : d_.appointments)
            if (!one.until) all.push_back(named(people_, one.person));
        return joined(all);
    }

    std::string methods() const
    {
        std::vector<std::string> all;
        for (auto const& session : d_.sessions)
            for (auto const& key : session.methods)
                if (auto name = layout_.methods.written(key); std::find(all.begin(), all.end(), name) == all.end())
                    all.push_back(std::move(name));
        return joined(all);
    }

    void set_ending()
    {
        bool const agreed = d_.concluded_at && dispute::has_effective_agreement(d_);
        bool const moved = d_.closed_as == dispute::Closing::transferred && d_.closed_at;
        if (agreed) set_agreement();
        else if (moved) set(Column::result, layout_.results.written(layout_.transferred_word));
        else if (d_.concluded_at && d_.termination) set(Column::result, layout_.results.written(reason_word()));
        else return;
        auto const ended = day(moved && !agreed ? *d_.closed_at : *d_.concluded_at);
        set(Column::concluded_on, ended);
        if (d_.visits.empty() || day(d_.visits.back().at) < ended) return;
        set(Column::visited_on, day(d_.visits.back().at));
        if (auto const said = satisfaction_in(d_.visits.back()))
            set(Column::satisfaction, layout_.satisfactions.written(key_of(*said)));
    }

    std::string reason_word() const
    {
        auto const word = layout_.word_of_reason.find(d_.termination->reason);
        return word == layout_.word_of_reason.end() ? d_.termination->reason : word->second;
    }

    void set_agreement()
    {
        bool oral = true;
        std::string number;
        for (auto const& one : d_.agreements) {
            if (!one.effective_at) continue;
            oral = oral && one.oral;
            if (!one.number.empty()) number = one.number;
        }
        set(Column::result, layout_.results.written(layout_.agreed_word));
        set(Column::form, layout_.forms.written(key_of(oral ? AgreementForm::oral : AgreementForm::written)));
        set(Column::agreement_number, number);
        if (promises_anything(d_)) set(Column::performance, layout_.performances.written(key_of(performed(d_))));
    }

    Dispute const& d_;
    Imported const* imported_;
    Texts const& texts_;
    Layout const& layout_;
    std::map<Key, std::string> const& offices_;
    std::map<Key, std::string> const& people_;
    Cells cells_;
};

std::map<Key, std::string> names_in(sql::Session& sql, std::string_view statement)
{
    std::map<Key, std::string> names;
    for (auto const& row : sql::all<TextRow>(sql, statement)) names[row.id] = row.body;
    return names;
}

std::int64_t disputes_between(sql::Session& sql, std::string const& from, std::string const& to)
{
    return sql::cell<std::int64_t>(sql, R"(
        SELECT COUNT(*) FROM dispute
         WHERE accepted_at IS NOT NULL
           AND ((desk_scope >= $1 AND desk_scope < $2) OR (scope >= $1 AND scope < $2)))", from, to).value_or(0);
}

// Disputes, their texts and their first pages, a thousand at a time, in the order of keys.
struct Portion {
    std::vector<Dispute> disputes;
    Texts texts;
    std::map<Key, Imported> imported;
};

Portion portion_after(Desk& desk, Key after, std::string const& from, std::string const& to)
{
    Portion portion;
    auto& sql = desk.sql;
    auto const rows = sql::all<StateRow>(sql, R"(
        SELECT id, state FROM dispute
         WHERE id > $1 AND accepted_at IS NOT NULL
           AND ((desk_scope >= $2 AND desk_scope < $3) OR (scope >= $2 AND scope < $3))
         ORDER BY id LIMIT $4)", after, from, to, disputes_a_time);
    if (rows.empty()) return portion;
    for (auto const& row : rows) portion.disputes.push_back(dispute::from_state(desk, row.state));
    auto const first = rows.front().id, last = rows.back().id;
    for (auto& row : sql::all<TextRow>(sql, R"(
            SELECT words.id, words.body
              FROM words JOIN dispute ON dispute.id = words.subject
             WHERE words.subject >= $1 AND words.subject <= $2 AND words.body IS NOT NULL AND words.secrecy = 'open'
               AND words.label IN ('party.name', 'facts', 'ledger.mediators', 'ledger.organisation', 'ledger.methods')
               AND ((desk_scope >= $3 AND desk_scope < $4) OR (scope >= $3 AND scope < $4)))", first, last, from, to))
        portion.texts[row.id.n] = std::move(row.body);
    for (auto const& row : sql::all<PageRow>(sql, R"(
            SELECT page.id, page.subject, page.text
              FROM page JOIN dispute ON dispute.id = page.subject
             WHERE page.subject >= $1 AND page.subject <= $2 AND page.n = 1 AND dispute.office_key IS NOT NULL)", first, last))
        portion.imported[row.subject] = from_record<Imported>(access::page_from(row.id, row.text).body);
    return portion;
}

}  // namespace

std::vector<Cells> rows_to_export(Desk& desk, Layout const& layout, ExportOptions const& options)
{
    auto const from = options.organisation ? registry::organisation(desk, options.organisation).path : std::string("/");
    auto to = from;
    to.back() = '0';  // follows '/'
    auto const offices = names_in(desk.sql, "SELECT id, name AS body FROM organisation");
    auto const people = names_in(desk.sql, "SELECT id, name AS body FROM person");
    auto const all = options.progress ? disputes_between(desk.sql, from, to) : 0;
    std::int64_t done = 0;
    std::vector<Cells> lines;
    for (Key after{};;) {
        if (options.progress) options.progress(done, all);
        auto const portion = portion_after(desk, after, from, to);
        if (portion.disputes.empty()) return lines;
        for (auto const& d : portion.disputes) {
            auto const imported = portion.imported.find(d.id);
            auto const* page = imported == portion.imported.end() ? nullptr : &imported->second;
            auto const& office = page ? d.handlings.front() : dispute::answerable(d);
            if (office.scope.starts_with(from)) lines.push_back(Liner(d, page, portion.texts, layout, offices, people).line());
        }
        after = portion.disputes.back().id;
        done += std::int64_t(portion.disputes.size());
    }
}

std::string export_ledger(Desk& desk, Layout const& layout, ExportOptions const& options)
{
    return file_of(rows_to_export(desk, layout, options), layout, {options.gb18030});
}

}  // namespace maple::documents::ledger
