// A review from hand to hand: taken, answered, sent back, mended, closed.
#include "dispute/file.hpp"
#include "foundation/month.hpp"
#include "quality/routes.hpp"
#include "quality/sheets.hpp"
#include "quality/views.hpp"
#include "storage/onward.hpp"

namespace maple::quality {
namespace {

using access::Right;

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

std::vector<api::Route> review_routes()
{
    using enum api::Verb;
    return {
        {get, "/quality/reviews", Right::signed_in, list_reviews, "Reviews: those that wait for me, those that can be taken, or all with a fault at one question or of a month."},
        {get, "/quality/reviews/{review}", Right::signed_in, show_review, "One review: the list, what was found, and its course."},
        {post, "/quality/reviews/{review}/reviewer", Right::review_quality, taken, "Take a review; never of a dispute that one mediated."},
        {del, "/quality/reviews/{review}/reviewer", Right::review_quality, given_back, "Give a review back, for somebody else."},
        {put, "/quality/reviews/{review}/answers", Right::review_quality, answered, "Answer questions of the list; a fault has a note."},
        {post, "/quality/reviews/{review}/mending", Right::review_quality, sent_back, "Send the dossier back to be mended, until a day."},
        {post, "/quality/reviews/{review}/mended", Right::follow_up, mended, "What was found is mended: what was done."},
        {post, "/quality/reviews/{review}/closing", Right::review_quality, closed, "Confirm and close: nothing was found, or it is mended."},
    };
}

}  // namespace maple::quality
