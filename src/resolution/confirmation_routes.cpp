#include "api/words.hpp"
#include "dispute/next.hpp"
#include "dispute/receipt_door.hpp"
#include "dispute/view.hpp"
#include "registry/roll.hpp"
#include "resolution/confirmation_rules.hpp"
#include "resolution/courts.hpp"
#include "resolution/routes.hpp"

#include <algorithm>

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

struct CourtView {
    std::optional<Key> court;             // of the registry
    std::optional<std::string> outside;   // key of a court of the book, when it is not in the registry
    std::string name, ground;
    std::string why;                      // the ground in words
    std::optional<dispute::ArticleView> article;
    bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(CourtView, (), (court, outside, name, ground, why, article, chosen))

struct EnforceableView {
    Key obligation{};
    Date due{};
    Instant until;
    std::vector<std::string> why;  // the clock's own explanation
};
BOOST_DESCRIBE_STRUCT(EnforceableView, (), (obligation, due, until, why))

struct OnwardView {
    Onward step{};
    std::string says;
    std::optional<dispute::ArticleView> article;
};
BOOST_DESCRIBE_STRUCT(OnwardView, (), (step, says, article))

// Until when one applicant may object; from the day of the ruling while nobody knows when it received it.
struct ObjectingView {
    Key party{};
    std::optional<Date> received;
    std::optional<dispute::ReceiptKnownFrom> known_from;
    dispute::ClockView clock;
};
BOOST_DESCRIBE_STRUCT(ObjectingView, (), (party, received, known_from, clock))

// What follows the docket and the ruling.
struct AfterView {
    std::string says;
    std::optional<dispute::ArticleView> article;
    std::optional<dispute::ClockView> review, third_party;
    std::vector<ObjectingView> objections;
    std::vector<EnforceableView> enforceable;
    std::vector<OnwardView> onward;
};
BOOST_DESCRIBE_STRUCT(AfterView, (), (says, article, review, third_party, objections, enforceable, onward))

struct Preflight {
    bool may = false;
    std::vector<Bar> bars;
    std::optional<Instant> until;
    std::vector<std::string> why;      // the clock's own explanation
    std::vector<CourtView> courts;     // that may be asked, the nearest first
    std::string court_rule;            // why it is these, in a sentence
    std::vector<Key> corps, in_corps_zone;  // what was noted of the parties
    std::optional<AfterView> after;    // once it was asked
};
BOOST_DESCRIBE_STRUCT(Preflight, (), (may, bars, until, why, courts, court_rule, corps, in_corps_zone, after))

struct AgreementAsked {
    Key dispute{};
    Key agreement{};
};
BOOST_DESCRIBE_STRUCT(AgreementAsked, (), (dispute, agreement))

bool is_chosen(dispute::Agreement const& a, CourtOption const& one)
{
    if (a.confirmation) return a.confirmation->court == one.court && a.confirmation->court_outside == one.outside;
    return a.court_choice && a.court_choice->court == one.court && a.court_choice->outside == one.outside;
}

CourtView court_view(Desk& desk, dispute::Agreement const& a, CourtOption const& one)
{
    auto const* ground = desk.book().choice("court_ground", one.ground);
    CourtView view;
    if (one.court) view.court = one.court;
    if (!one.outside.empty()) view.outside = one.outside;
    view.name = court_name(desk, one.court, one.outside);
    view.ground = one.ground;
    if (ground) {
        view.why = law::in(ground->name, api::tag(desk.language));
        view.article = dispute::article_view(desk, ground->statute);
    }
    view.chosen = is_chosen(a, one);
    return view;
}

std::string rule_of(dispute::Dispute const& d, std::vector<CourtOption> const& options)
{
    if (dispute::after_filing(d)) return "court_rule.trial_court";
    if (options.empty()) return "court_rule.none";
    auto const& ground = options.front().ground;
    if (ground == "inviting_court" || ground == "intermediate") return "court_rule." + ground;
    if (ground.starts_with("corps")) return "court_rule.corps";
    return options.size() == 1 ? "court_rule.only" : "court_rule.choose";
}

AfterView after(Desk& desk, dispute::Dispute const& d, dispute::Agreement const& a)
{
    auto const news = dispute::court_news(*a.confirmation);
    AfterView out;
    out.says = api::say(desk.language, std::string("confirmation_news.") + boost::describe::enum_to_string(news.stands, "?"));
    out.article = dispute::article_view(desk, news.statute);
    auto const running = dispute::court_clocks(a, desk.book(), desk.now);
    auto const shown = [&](std::optional<law::Due> const& due) { return due ? std::optional(dispute::clock_view(desk, *due)) : std::nullopt; };
    out.review = shown(running.review);
    for (auto const& one : running.objections) {
        auto const& all = a.confirmation->received;
        auto const told = std::find_if(all.begin(), all.end(), [&](auto const& receipt) { return receipt.party == one.party; });
        auto const from = told == all.end() ? std::nullopt : std::optional(told->known_from);
        out.objections.push_back({one.party, one.received, from, dispute::clock_view(desk, one.until)});
    }
    out.third_party = shown(running.third_party);
    for (auto const& one : enforceable(d, desk.book(), a, desk.now))
        out.enforceable.push_back({one.obligation, dispute::obligation(d, one.obligation)->due, one.until.at, dispute::worded(desk, one.until.why)});
    for (auto const step : onward(d, desk.book(), a, desk.now))
        out.onward.push_back({step, api::say(desk.language, std::string("confirmation_onward.") + boost::describe::enum_to_string(step, "?")),
                              dispute::article_view(desk, article_of(step, *a.confirmation->ruling))});
    return out;
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
    auto const window = dispute::after_filing(d) ? std::nullopt : confirmation_window(desk.book(), *a, desk.now);
    if (window) {
        out.until = window->at;
        out.why = dispute::worded(desk, window->why);
    }
    out.may = !a->oral && out.bars.empty() && dispute::confirmation_open(*a);
    if (a->confirmation) out.after = after(desk, d, *a);
    auto const facts = court_facts(desk, d, *a);
    auto const options = competent_courts(d, *a, desk.book(), facts);
    for (auto const& one : options) out.courts.push_back(court_view(desk, *a, one));
    out.court_rule = api::say(desk.language, rule_of(d, options));
    out.corps = facts.corps;
    out.in_corps_zone = facts.in_corps_zone;
    desk.etag.reset();
    return out;
}

// --- Its course ----------------------------------------------------------------------------------

struct ChooseCourt {
    Key dispute{};
    Key agreement{};
    std::optional<Key> court;             // of the registry; neither: only what the parties are is noted
    std::optional<std::string> outside;   // key of a court of the book
    std::vector<Key> corps;               // parties that belong to the Corps
    std::vector<Key> in_corps_zone;       // parties that live in one of its zones
    OptionalLine reason;                  // why this one of several
};
BOOST_DESCRIBE_STRUCT(ChooseCourt, (), (dispute, agreement, court, outside, corps, in_corps_zone, reason))

FileView court_chosen(Desk& desk, ChooseCourt const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    auto const* a = dispute::agreement(*file, ask.agreement);
    auto facts = a ? court_facts(desk, *file, *a) : CourtFacts{};
    facts.corps = ask.corps;
    facts.in_corps_zone = ask.in_corps_zone;
    auto event = choose_court(*file, desk.book(), ask.agreement, facts, ask.court.value_or(Key{}), ask.outside.value_or("")).value();
    event.choice.reason = file.keep("court.reason", ask.reason.str());
    file.record(event);
    return done(file);
}

struct Apply {
    Key dispute{};
    Key agreement{};
    std::vector<Key> applicants;
    std::optional<Key> court;             // none: the one that was chosen
    std::optional<Instant> happened_at;
};
BOOST_DESCRIBE_STRUCT(Apply, (), (dispute, agreement, applicants, court, happened_at))

// The one that is named, else the one that was chosen, else the only one.
CourtOption court_to_ask(Desk& desk, dispute::Dispute const& d, Apply const& ask)
{
    auto const* a = dispute::agreement(d, ask.agreement);
    if (!a) throw Refused(refuse(Because::not_found, "agreement.unknown"));
    auto const options = competent_courts(d, *a, desk.book(), court_facts(desk, d, *a));
    auto const wanted = [&](CourtOption const& one) {
        if (ask.court) return one.court == *ask.court;
        return options.size() == 1 || (a->court_choice && a->court_choice->court == one.court && a->court_choice->outside == one.outside);
    };
    auto const found = std::find_if(options.begin(), options.end(), wanted);
    if (found == options.end()) throw Refused(refuse_field("/court", ask.court ? "not_competent" : "choose_court", {}, "CPL-205"));
    return *found;
}

FileView applied(Desk& desk, Apply const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    if (ask.court) {
        auto const court = registry::find_organisation(desk, *ask.court);
        if (!court || court->kind != registry::OrganisationKind::court) throw Refused(refuse_field("/court", "not_a_court"));
    }
    auto const at = ask.happened_at.value_or(desk.now);
    auto event = apply_for_confirmation(*file, desk.book(), ask.agreement, ask.applicants, ask.court.value_or(Key{}), at).value();
    auto const court = court_to_ask(desk, *file, ask);
    event.court = court.court;
    event.court_outside = court.outside;
    file.record(event, ask.happened_at);
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

struct ReceiveRuling {
    Key dispute{};
    Key agreement{};
    Key party{};
    Date on{};
    dispute::ReceiptKnownFrom known_from{};
};
BOOST_DESCRIBE_STRUCT(ReceiveRuling, (), (dispute, agreement, party, on, known_from))

FileView ruling_received(Desk& desk, ReceiveRuling const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    if (ask.known_from == dispute::ReceiptKnownFrom::code) throw Refused(refuse_field("/known_from", "not_a_choice"));
    file.record(receive_ruling(*file, ask.agreement, {ask.party, ask.on, ask.known_from}, date_in_beijing(desk.now)).value());
    return done(file);
}

struct MyRuling {
    Text<8, 12> code;
    Text<4, 4> phone_tail;
    Date on{};
};
BOOST_DESCRIBE_STRUCT(MyRuling, (), (code, phone_tail, on))

struct MyRulingTold {
    Date received{};
    Instant until;     // my objection
    std::string says;
};
BOOST_DESCRIBE_STRUCT(MyRulingTold, (), (received, until, says))

// Of the agreement on which the court ruled last and whose party it is.
MyRulingTold my_ruling(Desk& desk, MyRuling const& ask)
{
    auto const who = dispute::speaker(desk, ask.code.str());
    auto file = File::open_unasked(desk, who.dispute);
    dispute::check_tail(desk, *file, who, ask.phone_tail.str());
    Key agreement{};
    for (auto const& a : file->agreements)
        if (a.confirmation && a.confirmation->ruled_at) agreement = a.id;
    if (!agreement) throw Refused(refuse(Because::conflict, "confirmation.not_ruled"));
    file.record(receive_ruling(*file, agreement, {who.party, ask.on, dispute::ReceiptKnownFrom::code}, date_in_beijing(desk.now)).value());
    auto const d = file.put_back();
    desk.etag.reset();
    MyRulingTold told{ask.on, {}, {}};
    for (auto const& one : dispute::court_clocks(*dispute::agreement(d, agreement), desk.book(), desk.now).objections)
        if (one.party == who.party) told.until = one.until.at;
    told.says = api::say(desk.language, "confirmation_until.objection");
    return told;
}

}  // namespace

api::Room confirmation_room()
{
    using enum api::Verb;
    return {"confirmation",
            {
                {get, "/disputes/{dispute}/agreements/{agreement}/confirmation", Right::read_dispute, preflight, "Whether the court can be asked to confirm: bars, the last day, which court; once it was asked, what follows."},
                {put, "/disputes/{dispute}/agreements/{agreement}/confirmation/court", Right::follow_up, court_chosen, "The parties choose among the courts that may be asked; what they are to the Corps decides which those are."},
                {post, "/disputes/{dispute}/agreements/{agreement}/confirmation", Right::follow_up, applied, "All parties of the agreement together ask the court to confirm it."},
                {put, "/disputes/{dispute}/agreements/{agreement}/confirmation/docket", Right::follow_up, docketed, "The court has put the request on its docket."},
                {put, "/disputes/{dispute}/agreements/{agreement}/confirmation/ruling", Right::follow_up, ruled, "The court confirmed, dismissed or did not take the request, or it was withdrawn."},
                {put, "/disputes/{dispute}/agreements/{agreement}/confirmation/receipts/{party}", Right::follow_up, ruling_received, "When a party received the ruling, from the court's proof of service or as it says: its time to object counts from that day."},
                {post, "/my/ruling", Right::anyone, my_ruling, "Say when the court's ruling reached me, with the code and the last four digits of the phone on file."},
            }};
}

}  // namespace maple::resolution
