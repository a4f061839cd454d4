#include "quality/routes.hpp"
#include "access/sheet.hpp"
#include "calendar/bookings.hpp"
#include "dispute/file.hpp"
#include "foundation/month.hpp"
#include "foundation/random_token.hpp"
#include "foundation/sha256.hpp"
#include "quality/views.hpp"
#include "registry/edition.hpp"
#include "registry/roll.hpp"
#include "storage/onward.hpp"

#include <algorithm>

namespace maple::quality {
namespace {

using access::Right;
template <class T> using Sheet = access::Sheet<T>;

template <class T> void put_back(Sheet<T>& sheet, std::string_view table)
{
    registry::must_be_current(sheet.desk());
    sheet.put_back(table, row_of(*sheet));
}

struct PeriodRow {
    Date first_day{}, last_day{};
};
BOOST_DESCRIBE_STRUCT(PeriodRow, (), (first_day, last_day))

// --- The draw ------------------------------------------------------------------------------------

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

// --- Reviews ---------------------------------------------------------------------------------------

struct OneReview {
    Key review{};
};
BOOST_DESCRIBE_STRUCT(OneReview, (), (review))

Review find(Desk& desk, Key key)
{
    auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM quality_review WHERE id = $1", key);
    if (state)
        if (auto r = review_from_state(desk, *state); may_see(desk, r)) return r;
    throw Refused(hidden(refuse(Because::not_found, "quality.unknown")));
}

Sheet<Review> open(Desk& desk, Key key)
{
    auto r = find(desk, key);
    if (desk.if_match && *desk.if_match != r.version)
        throw Refused(refuse(Because::stale, "stale", {{"seen", std::to_string(*desk.if_match)}, {"now", std::to_string(r.version)}}));
    return Sheet<Review>(desk, "quality_review", std::move(r));
}

// What a reviewer does; the policy is asked anew at every step.
Sheet<Review> open_to_review(Desk& desk, Key key)
{
    auto sheet = open(desk, key);
    if (!may_review(desk, *dispute::shared_unasked(desk, sheet->dispute))) throw Refused(refuse(Because::not_allowed, "quality.not_yours_to_review"));
    return sheet;
}

ReviewView done(Sheet<Review>& sheet)
{
    put_back(sheet, "quality_review");
    return review_view(sheet.desk(), *sheet);
}

ReviewView show_review(Desk& desk, OneReview const& ask) { return review_view(desk, find(desk, ask.review)); }

ReviewView taken(Desk& desk, OneReview const& ask)
{
    auto sheet = open_to_review(desk, ask.review);
    sheet.record(take(*sheet, desk.caller.person).value());
    return done(sheet);
}

ReviewView given_back(Desk& desk, OneReview const& ask)
{
    auto sheet = open(desk, ask.review);
    sheet.record(give_back(*sheet, desk.caller.person).value());
    return done(sheet);
}

struct AnswerForm {
    std::string item;
    Verdict verdict{};
    OptionalNarrative note;
};
BOOST_DESCRIBE_STRUCT(AnswerForm, (), (item, verdict, note))

struct AnswerReview {
    Key review{};
    std::vector<AnswerForm> answers;  // what is not named stays as it is
};
BOOST_DESCRIBE_STRUCT(AnswerReview, (), (review, answers))

ReviewView answered(Desk& desk, AnswerReview const& ask)
{
    auto sheet = open_to_review(desk, ask.review);
    std::vector<Answering> answers;
    for (auto const& one : ask.answers) answers.push_back({one.item, one.verdict, one.note.str()});
    answer(*sheet, *desk.book().quality, answers, desk.caller.person).value();
    ReviewAnswered event;
    for (auto const& one : answers) event.answers.push_back({one.item, one.verdict, KeptStory(sheet.keep("quality.note", one.note))});
    sheet.record(event);
    return done(sheet);
}

struct SendBack {
    Key review{};
    std::optional<Key> responsible;   // none: who presided last
    std::optional<Date> due;          // none: as the rules propose
    OptionalNarrative words;
};
BOOST_DESCRIBE_STRUCT(SendBack, (), (review, responsible, due, words))

ReviewView sent_back(Desk& desk, SendBack const& ask)
{
    auto sheet = open_to_review(desk, ask.review);
    auto const& quality = *desk.book().quality;
    auto const today = date_in_beijing(desk.now);
    auto const who = ask.responsible.value_or(sheet->responsible);
    auto const hands = dispute::matter_of(*dispute::shared_unasked(desk, sheet->dispute), desk.now).hands;
    if (who && std::find(hands.begin(), hands.end(), who) == hands.end()) throw Refused(refuse_field("/responsible", "did_not_mediate_it"));
    auto event = send_back(*sheet, quality, desk.caller.person, who, ask.due.value_or(plus_days(today, quality.mend_days)), today).value();
    event.words = KeptStory(sheet.keep("quality.sent_back", ask.words.str()));
    sheet.record(event);
    return done(sheet);
}

struct MendReview {
    Key review{};
    Narrative done;                   // what was done about it
};
BOOST_DESCRIBE_STRUCT(MendReview, (), (review, done))

ReviewView mended(Desk& desk, MendReview const& ask)
{
    auto sheet = open(desk, ask.review);
    auto event = mend(*sheet, desk.caller.person, leads(desk, *sheet)).value();
    event.done = KeptStory(sheet.keep("quality.mended", ask.done.str()));
    sheet.record(event);
    return done(sheet);
}

ReviewView closed(Desk& desk, OneReview const& ask)
{
    auto sheet = open_to_review(desk, ask.review);
    sheet.record(close(*sheet, *desk.book().quality, desk.caller.person).value());
    return done(sheet);
}

enum class Whose { mine, to_take, all };
BOOST_DESCRIBE_ENUM(Whose, mine, to_take, all)

struct ListReviews {
    std::optional<Whose> whose;
    std::optional<Status> status;
    std::optional<Text<0, 40>> item;   // with a fault at this question
    std::optional<Month> month;        // "2023-11": of the review
    std::optional<Text<0, 60>> cursor;
};
BOOST_DESCRIBE_STRUCT(ListReviews, (), (whose, status, item, month, cursor))

struct Reviews {
    std::vector<ReviewLine> reviews;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(Reviews, (), (reviews, cursor))

struct ReviewState {
    std::string state;
};
BOOST_DESCRIBE_STRUCT(ReviewState, (), (state))

// Whose turn it is, as far as the columns tell.
std::string asked_for(Desk const& desk, Whose whose, sql::Binding& bind)
{
    auto const below = [&] { return sql::within("scope", access::scopes_of(desk.caller, Right::review_quality), bind); };
    if (whose == Whose::to_take) return "(status = 'drawn' AND " + below() + ")";
    auto const me = bind(desk.caller.person);
    if (whose == Whose::mine)
        return "((status IN ('checking', 'mended') AND reviewer = " + me + ") OR (status = 'mending' AND responsible = " + me + "))";
    return "(reviewer = " + me + " OR responsible = " + me + " OR " + below() + ")";
}

Reviews list_reviews(Desk& desk, ListReviews const& ask)
{
    if (ask.item && !desk.book().quality->item(ask.item->str())) throw Refused(refuse_field("/item", "not_in_the_book"));
    if (ask.month) must_be_month("/month", ask.month->str());
    auto const whose = ask.whose.value_or(Whose::all);
    sql::Binding bind;
    auto condition = asked_for(desk, whose, bind);
    if (ask.status) condition += " AND status = " + bind(*ask.status);
    if (ask.item) condition += " AND findings LIKE " + bind("%;" + ask.item->str() + ";%");
    if (ask.month) condition += " AND checked_in = " + bind(*ask.month);
    Reviews out;
    // What is of nobody's turn but passes the columns is passed over, and uses up no page.
    auto const keeps = [&](ReviewState const& row) {
        auto const r = review_from_state(desk, row.state);
        return may_see(desk, r) && (whose != Whose::to_take || may_review(desk, *dispute::shared_unasked(desk, r.dispute)));
    };
    sql::Reading const soonest{"state", "quality_review", condition, sql::Order({sql::day_or_never("due_on")})};
    auto page = sql::onward<ReviewState>(desk.sql, soonest, ask.cursor ? ask.cursor->str() : "", bind, keeps);
    for (auto const& row : page.rows) out.reviews.push_back(line_of(desk, review_from_state(desk, row.state)));
    out.cursor = std::move(page.cursor);
    desk.etag.reset();
    return out;
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
                {get, "/quality/reviews", Right::signed_in, list_reviews, "Reviews: those that wait for me, those that can be taken, or all with a fault at one question or of a month."},
                {get, "/quality/reviews/{review}", Right::signed_in, show_review, "One review: the list, what was found, and its course."},
                {post, "/quality/reviews/{review}/reviewer", Right::review_quality, taken, "Take a review; never of a dispute that one mediated."},
                {del, "/quality/reviews/{review}/reviewer", Right::review_quality, given_back, "Give a review back, for somebody else."},
                {put, "/quality/reviews/{review}/answers", Right::review_quality, answered, "Answer questions of the list; a fault has a note."},
                {post, "/quality/reviews/{review}/mending", Right::review_quality, sent_back, "Send the dossier back to be mended, until a day."},
                {post, "/quality/reviews/{review}/mended", Right::follow_up, mended, "What was found is mended: what was done."},
                {post, "/quality/reviews/{review}/closing", Right::review_quality, closed, "Confirm and close: nothing was found, or it is mended."},
            }};
    for (auto& route : figure_routes()) all.routes.push_back(std::move(route));
    return all;
}

}  // namespace maple::quality
