#include "indicators/routes.hpp"
#include "api/words.hpp"
#include "dispute/view.hpp"
#include "indicators/counting.hpp"
#include "indicators/periods.hpp"
#include "registry/roll.hpp"

namespace maple::indicators {
namespace {

using access::Right;

// --- Figures ----------------------------------------------------------------------------------------

struct Part {
    std::string key, name;           // a month, or an organisation
    std::int64_t numerator = 0, denominator = 0;
    std::optional<std::int64_t> hundredths;  // of a percent, cut off
    std::int64_t low = 0, high = 10000;      // Wilson's interval, hundredths of a percent
};
BOOST_DESCRIBE_STRUCT(Part, (), (key, name, numerator, denominator, hundredths, low, high))

struct FigureView {
    std::string key, name, definition, numerator_is, denominator_is;
    Part total;
    std::vector<Part> months;
    std::vector<Part> organisations;
};
BOOST_DESCRIBE_STRUCT(FigureView, (), (key, name, definition, numerator_is, denominator_is, total, months, organisations))

struct FiguresView {
    std::string from, to;
    Instant as_of;
    std::string rounding;
    std::vector<FigureView> figures;
};
BOOST_DESCRIBE_STRUCT(FiguresView, (), (from, to, as_of, rounding, figures))

Part part(std::string key, std::string name, std::int64_t hits, std::int64_t all)
{
    auto const interval = wilson(hits, all);
    return {std::move(key), std::move(name), hits, all, hundredths_of_percent(hits, all), std::int64_t(interval.low * 10000),
            std::int64_t(interval.high * 10000)};
}

struct MonthRow {
    std::string month;
    std::int64_t hits = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(MonthRow, (), (month, hits, total))

struct OrganisationRow {
    Key organisation{};
    std::int64_t hits = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(OrganisationRow, (), (organisation, hits, total))

void months_into(FigureView& view, Desk& desk, Figure const& figure, Asked const& ask)
{
    auto const rows = sql::all<MonthRow>(desk.sql, "SELECT " + std::string(figure.month) + " AS month, " + sums(figure) +
        " FROM dispute WHERE " + ask.condition + " GROUP BY " + std::string(figure.month) + " ORDER BY 1", std::span<sql::Value const>(ask.values));
    std::int64_t hits = 0, total = 0;
    for (auto const& row : rows) {
        view.months.push_back(part(row.month, row.month, row.hits, row.total));
        hits += row.hits;
        total += row.total;
    }
    view.total = part("total", "", hits, total);
}

void organisations_into(FigureView& view, Desk& desk, Figure const& figure, Asked const& ask)
{
    auto const rows = sql::all<OrganisationRow>(desk.sql, "SELECT organisation, " + sums(figure) + " FROM dispute WHERE " + ask.condition +
        " GROUP BY organisation ORDER BY 3 DESC, 1", std::span<sql::Value const>(ask.values));
    std::vector<Key> keys;
    for (auto const& row : rows) keys.push_back(row.organisation);
    std::map<Key, std::string> names;
    for (auto const& one : registry::organisations(desk, keys)) names[one.id] = registry::called(desk, one);
    for (auto const& row : rows) view.organisations.push_back(part(shown(row.organisation), names[row.organisation], row.hits, row.total));
}

struct AskFigures {
    std::optional<Month> from, to;
    std::optional<Key> organisation;
};
BOOST_DESCRIBE_STRUCT(AskFigures, (), (from, to, organisation))

FiguresView show_figures(Desk& desk, AskFigures const& ask)
{
    auto const period = period_of(desk, ask.from, ask.to);
    auto const where = scopes(desk, ask.organisation);
    auto const word = [&](Figure const& figure, std::string_view what) {
        return api::say(desk.language, "indicator." + std::string(figure.key) + "." + std::string(what));
    };
    FiguresView out{period.from, period.to, desk.now, api::say(desk.language, "indicator.rounding"), {}};
    for (auto const& figure : figures()) {
        FigureView view{std::string(figure.key), word(figure, "name"), word(figure, "definition"), word(figure, "numerator"), word(figure, "denominator"), {}, {}, {}};
        auto const question = asked(desk, figure, period, where);
        months_into(view, desk, figure, question);
        organisations_into(view, desk, figure, question);
        out.figures.push_back(std::move(view));
    }
    return out;
}

// --- The way down to the disputes ----------------------------------------------------------------------

enum class Which { numerator, denominator, others };  // others: in the base, and not a hit
BOOST_DESCRIBE_ENUM(Which, numerator, denominator, others)

struct AskBehind {
    std::string key;
    std::optional<Month> from, to;
    std::optional<Key> organisation;
    std::optional<bool> alone;                    // only this organisation, not what lies below it
    std::optional<Which> which;
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(AskBehind, (), (key, from, to, organisation, alone, which, cursor))

struct Behind {
    std::vector<dispute::Line> disputes;
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(Behind, (), (disputes, cursor))

constexpr std::size_t page = 30;

Behind behind_figure(Desk& desk, AskBehind const& ask)
{
    auto const* one = figure(ask.key);
    if (!one) throw Refused(refuse(Because::not_found, "indicator.unknown"));
    auto question = asked(desk, *one, period_of(desk, ask.from, ask.to), scopes(desk, ask.organisation));
    auto const which = ask.which.value_or(Which::denominator);
    if (which == Which::numerator) question.condition += " AND (" + std::string(one->hit) + ")";
    if (which == Which::others) question.condition += " AND NOT coalesce((" + std::string(one->hit) + "), 1 = 0)";
    if (ask.organisation && ask.alone.value_or(false)) {
        question.values.push_back(ask.organisation->n);
        question.condition += " AND dispute.organisation = $" + std::to_string(question.values.size());
    }
    if (ask.cursor) {
        question.values.push_back(ask.cursor->n);
        question.condition += " AND dispute.id < $" + std::to_string(question.values.size());
    }
    auto rows = sql::all<dispute::LineRow>(desk.sql, "SELECT " + std::string(dispute::line_columns) + " FROM dispute WHERE " + question.condition +
        " ORDER BY dispute.id DESC LIMIT " + std::to_string(page + 1), std::span<sql::Value const>(question.values));
    Behind out;
    if (rows.size() > page) {
        rows.pop_back();
        out.cursor = rows.back().id;
    }
    out.disputes = dispute::lines(desk, rows);
    return out;
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    return {"indicators",
            {
                {get, "/indicators", Right::read_figures, show_figures, "The figures by month and organisation, each with its definition and denominator."},
                {get, "/indicators/{key}/disputes", Right::read_figures, behind_figure, "The disputes behind a figure."},
            }};
}

}  // namespace maple::indicators
