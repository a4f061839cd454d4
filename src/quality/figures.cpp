// Faults of dossiers by question and month, with how many were reviewed; the way down is the list of
// reviews. Nothing is counted by person.
#include "quality/routes.hpp"
#include "quality/views.hpp"
#include "api/words.hpp"
#include "foundation/month.hpp"

namespace maple::quality {
namespace {

using access::Right;

struct MonthFigure {
    std::string month;             // "2023-11"
    std::int64_t reviewed = 0;     // dossiers whose list was done in the month
    std::int64_t with_faults = 0;
};
BOOST_DESCRIBE_STRUCT(MonthFigure, (), (month, reviewed, with_faults))

struct ItemMonth {
    std::string month;
    std::int64_t dossiers = 0;
};
BOOST_DESCRIBE_STRUCT(ItemMonth, (), (month, dossiers))

struct ItemFigure {
    std::string item, ask, severity, severity_name;
    std::int64_t dossiers = 0;     // with a fault at it
    std::vector<ItemMonth> months; // those with one
};
BOOST_DESCRIBE_STRUCT(ItemFigure, (), (item, ask, severity, severity_name, dossiers, months))

struct QualityFigures {
    std::int64_t reviewed = 0, with_faults = 0;
    std::vector<MonthFigure> months;
    std::vector<ItemFigure> items;  // in the order of the list
};
BOOST_DESCRIBE_STRUCT(QualityFigures, (), (reviewed, with_faults, months, items))

struct AskFigures {
    std::optional<Month> from, until;  // months, both included
};
BOOST_DESCRIBE_STRUCT(AskFigures, (), (from, until))

struct CheckedRow {
    Key id{};
    std::string checked_in, findings;
};
BOOST_DESCRIBE_STRUCT(CheckedRow, (), (id, checked_in, findings))

std::map<Key, CheckedRow> checked(Desk& desk, AskFigures const& ask)
{
    std::map<Key, CheckedRow> all;
    for (auto const& scope : access::scopes_of(desk.caller, Right::review_quality))
        for (auto& row : sql::all<CheckedRow>(desk.sql, R"(
                SELECT id, checked_in, findings FROM quality_review
                 WHERE checked_in IS NOT NULL AND scope >= $1 AND scope < $2
                   AND checked_in >= $3 AND checked_in <= $4)", scope, scope + "~", ask.from ? ask.from->str() : "", ask.until ? ask.until->str() : "9999"))
            all.emplace(row.id, std::move(row));
    return all;
}

QualityFigures figures(Desk& desk, AskFigures const& ask)
{
    if (ask.from) must_be_month("/from", ask.from->str());
    if (ask.until) must_be_month("/until", ask.until->str());
    if (ask.from && ask.until && *ask.until < *ask.from) throw Refused(refuse_field("/until", "before_from"));
    QualityFigures out;
    std::map<std::string, MonthFigure> months;
    auto const rows = checked(desk, ask);
    for (auto const& [id, row] : rows) {
        auto& month = months[row.checked_in];
        month.month = row.checked_in;
        ++month.reviewed;
        ++out.reviewed;
        if (row.findings.empty()) continue;
        ++month.with_faults;
        ++out.with_faults;
    }
    for (auto& [name, month] : months) out.months.push_back(std::move(month));
    auto const tag = api::tag(desk.language);
    for (auto const& item : desk.book().quality->items) {
        std::map<std::string, std::int64_t> by_month;
        for (auto const& [id, row] : rows)
            if (row.findings.find(";" + item.key + ";") != std::string::npos) ++by_month[row.checked_in];
        ItemFigure figure{item.key, law::in(item.ask, tag), item.severity, api::choice_name(desk, "quality_severity", item.severity), 0, {}};
        for (auto const& [month, n] : by_month) {
            figure.months.push_back({month, n});
            figure.dossiers += n;
        }
        out.items.push_back(std::move(figure));
    }
    desk.etag.reset();
    return out;
}

}  // namespace

std::vector<api::Route> figure_routes()
{
    using enum api::Verb;
    return {
        {get, "/quality/figures", Right::review_quality, figures, "Dossiers with faults by question and month, and how many were reviewed; never by person."},
    };
}

}  // namespace maple::quality
