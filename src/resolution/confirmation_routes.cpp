#include "api/words.hpp"
#include "dispute/view.hpp"
#include "registry/roll.hpp"
#include "resolution/confirmation_rules.hpp"
#include "resolution/routes.hpp"

namespace maple::resolution {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

// --- Preflight -----------------------------------------------------------------------------------

struct Bar {
    std::string key, name;
    std::optional<dispute::ArticleView> article;
};
BOOST_DESCRIBE_STRUCT(Bar, (), (key, name, article))

struct CourtChoice {
    Key id{};
    std::string name;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(CourtChoice, (), (id, name, why))

struct Preflight {
    bool may = false;
    std::vector<Bar> bars;
    std::optional<Instant> until;
    std::vector<std::string> why;      // the clock's own explanation
    std::vector<CourtChoice> courts;   // the nearest first
};
BOOST_DESCRIBE_STRUCT(Preflight, (), (may, bars, until, why, courts))

struct AgreementAsked {
    Key dispute{};
    Key agreement{};
};
BOOST_DESCRIBE_STRUCT(AgreementAsked, (), (dispute, agreement))

// CPL art. 205: the basic court of a party's domicile, of the object's place, or of the organisation's
// seat. The program knows where it happened and where the organisation sits; the parties choose.
std::vector<CourtChoice> courts_for(Desk& desk, dispute::Dispute const& d)
{
    auto const seat = registry::organisation(desk, dispute::answerable(d).organisation).division;
    std::vector<CourtChoice> courts;
    for (auto const& one : registry::all_organisations(desk)) {
        if (one.kind != registry::OrganisationKind::court) continue;
        bool const of_place = d.place.starts_with(one.division), of_seat = seat.starts_with(one.division);
        bool const basic = one.division.size() >= 6;
        std::string const why = !basic ? "court.intermediate" : of_place ? "court.of_the_place" : of_seat ? "court.of_the_seat" : "court.of_a_domicile";
        courts.push_back({one.id, registry::called(desk, one), api::say(desk.language, why)});
        if (basic && (of_place || of_seat)) std::rotate(courts.begin(), courts.end() - 1, courts.end());
    }
    return courts;
}

Preflight preflight(Desk& desk, AgreementAsked const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute);
    auto const* a = dispute::agreement(d, ask.agreement);
    if (!a) throw Refused(refuse(Because::not_found, "agreement.unknown"));
    Preflight out;
    for (auto const& key : confirmation_bars(d, desk.book(), *a, desk.now)) {
        auto const* bar = desk.book().choice("confirmation_bar", key);
        out.bars.push_back({key, law::in(bar->name, api::tag(desk.language)), dispute::article_view(desk, bar->statute)});
    }
    if (auto const window = confirmation_window(desk.book(), *a, desk.now)) {
        out.until = window->at;
        out.why = dispute::worded(desk, window->why);
    }
    out.may = a->effective_at && !a->oral && out.bars.empty() && (!a->confirmation || (a->confirmation->ruling && *a->confirmation->ruling != dispute::Ruling::valid));
    out.courts = courts_for(desk, d);
    desk.etag.reset();
    return out;
}

// --- Its course ----------------------------------------------------------------------------------

struct Apply {
    Key dispute{};
    Key agreement{};
    std::vector<Key> applicants;
    Key court{};
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Apply, (), (dispute, agreement, applicants, court, happened_at))

FileView applied(Desk& desk, Apply const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    auto const court = registry::find_organisation(desk, ask.court);
    if (!court || court->kind != registry::OrganisationKind::court) throw Refused(refuse_field("/court", "not_a_court"));
    auto const at = ask.happened_at.value_or(desk.now);
    file.record(apply_for_confirmation(*file, desk.book(), ask.agreement, ask.applicants, ask.court, at).value(), ask.happened_at);
    return done(file);
}

struct Docket {
    Key dispute{};
    Key agreement{};
    Line number;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Docket, (), (dispute, agreement, number, happened_at))

FileView docketed(Desk& desk, Docket const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    file.record(docket(*file, ask.agreement, ask.number.str()).value(), ask.happened_at);
    return done(file);
}

struct RuleOn {
    Key dispute{};
    Key agreement{};
    dispute::Ruling ruling{};
    std::optional<std::string> reason;
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(RuleOn, (), (dispute, agreement, ruling, reason, happened_at))

FileView ruled(Desk& desk, RuleOn const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    file.record(rule_on(*file, desk.book(), ask.agreement, ask.ruling, ask.reason.value_or("")).value(), ask.happened_at);
    return done(file);
}

}  // namespace

api::Room confirmation_room()
{
    using enum api::Verb;
    return {"confirmation",
            {
                {get, "/disputes/{dispute}/agreements/{agreement}/confirmation", Right::read_dispute, preflight, "Whether the court can be asked to confirm: bars, the last day, which court."},
                {post, "/disputes/{dispute}/agreements/{agreement}/confirmation", Right::follow_up, applied, "All parties of the agreement together ask the court to confirm it."},
                {put, "/disputes/{dispute}/agreements/{agreement}/confirmation/docket", Right::follow_up, docketed, "The court has put the request on its docket."},
                {put, "/disputes/{dispute}/agreements/{agreement}/confirmation/ruling", Right::follow_up, ruled, "The court confirmed, dismissed or did not take the request, or it was withdrawn."},
            }};
}

}  // namespace maple::resolution
