// The numbers of a committee: how far each series has come this year, and which stay without a dossier.
#include "api/words.hpp"
#include "app/offices/offices.hpp"
#include "registry/numbers.hpp"

namespace maple::app {
namespace {

using access::Right;

struct AnnulledView {
    std::string number, reason_name, note;
    Instant annulled_at;
};
BOOST_DESCRIBE_STRUCT(AnnulledView, (), (number, reason_name, note, annulled_at))

struct SeriesView {
    std::string series, name;
    std::int64_t year = 0;
    std::int64_t last = 0;        // numbers given this year
    std::string next;             // the one that comes next
};
BOOST_DESCRIBE_STRUCT(SeriesView, (), (series, name, year, last, next))

struct NumbersView {
    std::vector<SeriesView> series;
    std::vector<AnnulledView> annulled;
    bool may_annul = false;
};
BOOST_DESCRIBE_STRUCT(NumbersView, (), (series, annulled, may_annul))

struct OfOrganisation {
    Key organisation{};
};
BOOST_DESCRIBE_STRUCT(OfOrganisation, (), (organisation))

NumbersView numbers_of(Desk& desk, registry::Organisation const& one)
{
    NumbersView view;
    auto const year = year_of(date_in_beijing(desk.now));
    for (std::string const series : {"acceptance", "dossier", "agreement"}) {
        auto const last = sql::cell<std::int64_t>(desk.sql, "SELECT last FROM counter WHERE organisation = $1 AND year = $2 AND series = $3", one.id, year, series).value_or(0);
        view.series.push_back({series, api::say(desk.language, "number_series." + series), year, last,
                               registry::filled_pattern(registry::pattern_of(desk.book(), series), one.short_name, year, last + 1)});
    }
    for (auto const& row : registry::annulled_numbers(desk, one.id)) {
        view.annulled.push_back({row.number, api::choice_name(desk, "annulment", row.reason), row.note, row.annulled_at});
    }
    view.may_annul = !one.closed_at && access::may_in(desk.caller, Right::archive, one.path);
    desk.etag.reset();
    return view;
}

NumbersView numbers(Desk& desk, OfOrganisation const& ask)
{
    auto const one = registry::organisation(desk, ask.organisation);
    if (!access::may_in(desk.caller, Right::see_people, one.path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    return numbers_of(desk, one);
}

struct AnnulNumber {
    Key organisation{};
    std::string series;
    std::string reason;
    Line note;
};
BOOST_DESCRIBE_STRUCT(AnnulNumber, (), (organisation, series, reason, note))

NumbersView annulled(Desk& desk, AnnulNumber const& ask)
{
    auto const one = registry::organisation(desk, ask.organisation);
    if (!access::may_in(desk.caller, Right::archive, one.path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    if (one.closed_at) throw Refused(refuse(Because::forbidden_by, "organisation.closed"));
    registry::annul_next(desk, one, ask.series, ask.reason, ask.note.str());
    return numbers_of(desk, one);
}

}  // namespace

std::vector<api::Route> number_routes()
{
    using enum api::Verb;
    return {
        {get, "/organisations/{organisation}/numbers", Right::see_people, numbers, "How far the numbers of this year have come, and those that stay without a dossier."},
        {post, "/organisations/{organisation}/numbers", Right::archive, annulled, "Take the next number of a series out of use, with a reason: a gap that is explained."},
    };
}

}  // namespace maple::app
