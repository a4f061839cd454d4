// The draw, and the table of routes; reviews have a file of their own.
#include "quality/routes.hpp"
#include "calendar/bookings.hpp"
#include "dispute/file.hpp"
#include "foundation/random_token.hpp"
#include "foundation/sha256.hpp"
#include "quality/sheets.hpp"
#include "quality/views.hpp"
#include "registry/roll.hpp"
#include "storage/onward.hpp"

#include <algorithm>

namespace maple::quality {
namespace {

using access::Right;

struct PeriodRow {
    Date first_day{}, last_day{};
};
BOOST_DESCRIBE_STRUCT(PeriodRow, (), (first_day, last_day))

struct AskedPeriod {
    Key organisation{};
    Date first_day{};
    Date last_day{};
};
BOOST_DESCRIBE_STRUCT(AskedPeriod, (), (organisation, first_day, last_day))

registry::Organisation reviewed(Desk& desk, Key key)
{
    auto const office = registry::find_organisation(desk, key);
    if (!office || !access::may_in(desk.caller, Right::review_quality, office->path)) throw Refused(refuse_field("/organisation", "not_yours"));
    return *office;
}

// Dossiers of the house's own that were closed in the period; an old ledger's rows have none, and
// what is locked away from use is not read for a review either (PIPL art. 47).
std::vector<Key> archived_in(Desk& desk, std::string const& scope, Period const& period)
{
    std::vector<Key> keys;
    for (auto const& id : sql::column<Key>(desk.sql, R"(
            SELECT id FROM dispute
             WHERE stage = 'archived' AND historical = 0 AND restricted_at IS NULL
               AND scope >= $1 AND scope < $2 AND archived_at >= $3 AND archived_at < $4
             ORDER BY id)", scope, scope + "~", start_of(period.first), start_of(plus_days(period.last, 1))))
        keys.push_back(id);
    return keys;
}

std::vector<Period> drawn_before(Desk& desk, Key organisation)
{
    std::vector<Period> all;
    for (auto const& row : sql::all<PeriodRow>(desk.sql, "SELECT first_day, last_day FROM quality_sample WHERE organisation = $1", organisation))
        all.push_back({row.first_day, row.last_day});
    return all;
}

struct Prospect {
    std::int64_t dossiers = 0;   // archived in the period
    std::int64_t drawn = 0;      // so many would be drawn
    std::int64_t share_percent = 0, minimum = 0;
    std::optional<Date> drawn_from, drawn_to;  // drawn from already
    bool may_draw = false;
};
BOOST_DESCRIBE_STRUCT(Prospect, (), (dossiers, drawn, share_percent, minimum, drawn_from, drawn_to, may_draw))

Prospect prospect(Desk& desk, AskedPeriod const& ask)
{
    auto const office = reviewed(desk, ask.organisation);
    Period const period{ask.first_day, ask.last_day};
    auto const& quality = *desk.book().quality;
    auto const dossiers = archived_in(desk, office.path, period);
    auto const before = drawn_before(desk, office.id);
    Prospect out{std::int64_t(dossiers.size()), std::int64_t(size_of_sample(dossiers.size(), {quality.share_percent, quality.minimum})), quality.share_percent,
                 quality.minimum, {}, {}, false};
    for (auto const& one : before)
        if (period.first <= one.last && one.first <= period.last) std::tie(out.drawn_from, out.drawn_to) = std::pair(one.first, one.last);
    out.may_draw = bool(draw(period, before, dossiers, "", quality, date_in_beijing(desk.now)));
    desk.etag.reset();
    return out;
}

// Who presided last; without one, whoever is there.
Key responsible_for(dispute::Dispute const& d)
{
    auto const& all = d.appointments;
    auto const chair = std::find_if(all.rbegin(), all.rend(), [](auto const& one) { return one.presiding; });
    return chair != all.rend() ? chair->person : all.empty() ? Key{} : all.back().person;
}

SampleView draw_sample(Desk& desk, AskedPeriod const& ask)
{
    auto const office = reviewed(desk, ask.organisation);
    Period const period{ask.first_day, ask.last_day};
    auto const& quality = *desk.book().quality;
    Sample s;
    s.id = new_key();
    s.organisation = office.id;
    s.scope = office.path;
    s.first_day = period.first;
    s.last_day = period.last;
    s.share_percent = quality.share_percent;
    s.minimum = quality.minimum;
    // Two who draw at once would draw the same dossiers twice.
    calendar::wait_for_turn(desk.sql, {"quality/" + shown(office.id)});
    s.seed = hex(sha256(random_bytes(32))).substr(0, 32);
    s.dossiers = archived_in(desk, office.path, period);
    s.drawn = draw(period, drawn_before(desk, office.id), s.dossiers, s.seed, quality, date_in_beijing(desk.now)).value();
    Sheet<Sample> sheet(desk, "quality_sample", Sample{.id = s.id});
    sheet.record(SampleDrawn{s});
    put_back(sheet, "quality_sample");
    for (auto const key : s.drawn) {
        auto const d = dispute::shared_unasked(desk, key);
        Review r;
        r.id = new_key();
        r.sample = s.id;
        r.dispute = key;
        r.organisation = dispute::answerable(*d).organisation;
        r.scope = dispute::answerable(*d).scope;
        r.responsible = responsible_for(*d);
        Sheet<Review> one(desk, "quality_review", Review{.id = r.id});
        one.record(ReviewOpened{r});
        // Whoever draws begins with it, unless it is his own dispute.
        if (may_review(desk, *d)) one.record(take(r, desk.caller.person).value());
        put_back(one, "quality_review");
    }
    return sample_view(desk, *sheet, true);
}

// An organisation whose dossiers the reader may draw from, with all below it.
struct Place {
    Key organisation{};
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Place, (), (organisation, name))

struct AskSamples {
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(AskSamples, (), (cursor))

struct Samples {
    std::vector<SampleView> samples;
    std::vector<Place> places;   // the widest first
    std::optional<Key> cursor;
};
BOOST_DESCRIBE_STRUCT(Samples, (), (samples, places, cursor))

Samples samples(Desk& desk, AskSamples const& ask)
{
    sql::Binding bind;
    auto const condition = sql::within("scope", access::scopes_of(desk.caller, Right::review_quality), bind);
    auto const found = sql::onward(desk.sql, "quality_sample", condition, ask.cursor, std::move(bind));
    Samples out;
    for (auto const& state : found.states) {
        auto const s = sample_from_state(desk, state);
        if (found.more) out.cursor = s.id;
        out.samples.push_back(sample_view(desk, s, false));
    }
    std::set<Key> places;
    for (auto const& scope : access::scopes_of(desk.caller, Right::review_quality))
        for (auto const& one : registry::all_organisations(desk, scope))
            if (!registry::is_agency(one.kind) && !registry::is_part_of_committee(one.kind) && places.insert(one.id).second)
                out.places.push_back({one.id, registry::called(desk, one)});
    desk.etag.reset();
    return out;
}

struct OneSample {
    Key sample{};
};
BOOST_DESCRIBE_STRUCT(OneSample, (), (sample))

SampleView one_sample(Desk& desk, OneSample const& ask)
{
    auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM quality_sample WHERE id = $1", ask.sample);
    if (state)
        if (auto const s = sample_from_state(desk, *state); access::may_in(desk.caller, Right::review_quality, s.scope)) {
            auto view = sample_view(desk, s, true);
            desk.etag.reset();
            return view;
        }
    throw Refused(refuse(Because::not_found, "quality.unknown"));
}

}  // namespace

api::Room room()
{
    using enum api::Verb;
    api::Room all{"quality",
            {
                {get, "/quality/prospect", Right::review_quality, prospect, "How many dossiers were archived in a period, and how many would be drawn."},
                {post, "/quality/samples", Right::review_quality, draw_sample, "Draw a sample of the dossiers archived in a period that is over: by lot, once."},
                {get, "/quality/samples", Right::review_quality, samples, "The samples of one's own organisations."},
                {get, "/quality/samples/{sample}", Right::review_quality, one_sample, "A sample with seed, rule and reviews."},
            }};
    for (auto& route : review_routes()) all.routes.push_back(std::move(route));
    for (auto& route : figure_routes()) all.routes.push_back(std::move(route));
    return all;
}

}  // namespace maple::quality
