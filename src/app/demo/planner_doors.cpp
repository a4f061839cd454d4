#include "app/demo/planner.hpp"

namespace maple::app::demo {
namespace {

using json::array;
using json::object;

Date any_day(Dice& dice)
{
    return Date{std::chrono::sys_days{std::chrono::year{2023} / int(dice.between(1, 10)) / int(dice.between(1, 28))}};
}

Date november(int d) { return Date{std::chrono::sys_days{std::chrono::year{2023} / 11 / d}}; }

std::string filled(std::string text, std::string const& name, std::string const& word)
{
    for (auto at = text.find(name); at != text.npos; at = text.find(name)) text.replace(at, name.size(), word);
    return text;
}

object lead_of(Dice& dice, Slip const& slip, std::string const& place)
{
    auto where = filled(slip.text.at("where"), "{estate}", dice.pick(stock().urban_estates));
    where = filled(where, "{building}", std::to_string(dice.between(1, 36)));
    return {{"place", place}, {"kind", slip.text.at("kind")}, {"urgency", slip.text.at("urgency")}, {"where", where}, {"words", dice.pick(slip.words)}};
}

}  // namespace

// --- Requests that end at the desk -----------------------------------------------------------

void Planner::the_short()
{
    auto const asks = [&](std::string const& kind, std::string const& facts, bool alone, auto end) {
        auto const& story = any_story(kind);
        auto const asked = hours_.on(any_day(dice_));
        auto c = course(story, Halt::requested, asked);
        c.source = dice_.chance(70) ? "walk_in" : "phone";
        c.tale.facts = facts;
        c.tale.request.clear();
        c.tale.claim_fen = 0;
        if (alone) c.tale.parties.erase(c.tale.parties.begin() + 1);
        auto script = script_of(c, town_, hours_, dice_, book_);
        auto const key = std::make_shared<std::string>();
        script.deeds.back().run = [run = script.deeds.back().run, clerk = town_.desk_of(c.tale.place).clerk, form = request_form(c.tale, c.source), key](Hand& hand) {
            *key = std::string(hand.act(clerk, "POST", "/disputes", form).at("file").at("id").as_string());
        };
        script.deeds.push_back({hours_.minutes_after(script.last(), 10, 240),
                                [end, clerk = town_.desk_of(c.tale.place).clerk, key](Hand& hand) { end(hand, clerk, "/disputes/" + *key); }});
        take(std::move(script));
    };
    Lines const ways{"law_explained", "procedure_explained", "document_help", "pointed_elsewhere", "listened"};
    for (int i = 0; i < size_.advised; ++i) {
        auto const& slip = dice_.pick(stock().advice);
        asks(slip.text.at("kind"), slip.text.at("question"), true,
             [given = slip.text.at("given"), way = dice_.pick(ways)](Hand& hand, Server const& clerk, std::string const& path) {
                 hand.act(clerk, "POST", path + "/advice", {{"reason", way}, {"advice", given}});
             });
    }
    for (int i = 0; i < size_.refused; ++i) {
        auto const& slip = dice_.pick(stock().refused);
        asks(slip.text.at("kind"), slip.text.at("facts"), false,
             [key = slip.text.at("key"), remedy = book_.kind(slip.text.at("kind"))->remedies.front()](Hand& hand, Server const& clerk, std::string const& path) {
                 hand.act(clerk, "POST", path + "/refusal", {{"reason", key}, {"remedies", array{remedy}}});
             });
    }
    for (int i = 0; i < size_.transferred; ++i) {
        auto const& story = any_story();
        auto const tale = tell(dice_, {&story, town_.any_place(dice_, story.only_in), any_day(dice_), {}, {}});
        auto const& to = town_.office(dice_.chance(50) ? "department_market" : "department_housing");
        asks(story.kind, tale.facts, false, [to = shown(to.id)](Hand& hand, Server const& clerk, std::string const& path) {
            hand.act(clerk, "POST", path + "/transfer", {{"reason", "competent_authority"}, {"organisation", to}});
        });
    }
}

// --- Leads and hand-overs -----------------------------------------------------------------------

void Planner::lead_that_became_nothing(Instant when, std::string const& place, Server const& who)
{
    auto const& clerk = town_.desk_of(place).clerk;
    auto const key = std::make_shared<std::string>();
    deeds_.push_back({when, [who, report = lead_of(dice_, dice_.pick(stock().leads), place), key](Hand& hand) {
                          *key = std::string(hand.act(who, "POST", "/leads", report).at("id").as_string());
                      }});
    std::string const status = dice_.chance(55) ? "solved_on_the_spot" : "no_dispute";
    object const outcome{{"status", status}, {"outcome", dice_.pick(stock().lines("triage." + status))}};
    deeds_.push_back({hours_.minutes_after(when, 40, 500), [clerk, outcome, key](Hand& hand) {
                          hand.act(clerk, "POST", "/leads/" + *key + "/triage", outcome);
                      }});
}

void Planner::lead_that_waits(Instant when, std::string const& place, Server const& who)
{
    deeds_.push_back({when, [who, report = lead_of(dice_, dice_.pick(stock().leads), place)](Hand& hand) { hand.act(who, "POST", "/leads", report); }});
}

void Planner::referral(Instant when, Slip const& slip, std::string const& place, std::optional<std::string> declined, bool answered)
{
    using enum registry::OrganisationKind;
    auto const& source = slip.text.at("agency");
    auto const kind = source == "police" ? police : source == "court" ? court : source == "petition" ? petition_office : procuratorate;
    auto const* story = &any_story(source == "court" ? "property_management" : source == "police" ? "neighbour" : "migrant_wage_arrears");
    auto const tale = tell(dice_, {story, place, date_in_beijing(when), {}, {}});
    object form{{"reference", reference(source)}, {"consent_stated", true}, {"answer_by", iso(plus_days(date_in_beijing(when), int(slip.days)))},
                {"request", request_form(tale, source)}};
    if (kind == court) form["court_stage"] = "before_filing";
    auto const key = std::make_shared<std::string>();
    deeds_.push_back({when, [officer = town_.agency_of(kind, place)->officer, form, key](Hand& hand) {
                          *key = std::string(hand.act(officer, "POST", "/referrals", form).at("id").as_string());
                      }});
    if (!answered) return;
    Lines const reasons{"no_consent", "already_here", "not_mediable", "wrong_organisation"};
    object const no{{"reason", dice_.pick(reasons)}, {"note", *declined}};
    deeds_.push_back({hours_.minutes_after(when, 60, 700), [clerk = town_.desk_of(place).clerk, no, key](Hand& hand) {
                          hand.act(clerk, "POST", "/referrals/" + *key + "/decline", no);
                      }});
}

void Planner::the_side_doors()
{
    for (int i = 0; i < size_.leads; ++i) {
        auto const place = town_.any_place(dice_, {});
        lead_that_became_nothing(hours_.on(any_day(dice_)), place, dice_.pick(town_.committee_of(place).informants));
    }
    for (int i = 0; i < size_.declined; ++i)
        referral(hours_.on(any_day(dice_)), dice_.pick(stock().referrals), town_.any_place(dice_, {}),
                 dice_.pick(stock().lines("decline.reasons")), true);
    // What waits on the first morning at the desk of Yingbin, and what the informant has reported.
    std::string const huifu = stock().face("resident")->place;
    auto const& tursun = town_.face("informant");
    lead_that_became_nothing(hours_.on(november(6)), huifu, tursun);
    lead_that_became_nothing(hours_.on(november(14)), huifu, tursun);
    lead_that_waits(hours_.on(november(16)), huifu, dice_.pick(town_.committee_of(huifu).informants));
    lead_that_waits(hours_.on(november(17)), huifu, tursun);
    lead_that_waits(hours_.on(november(17)), town_.any_place(dice_, {"650203007"}), dice_.pick(town_.committee_of(huifu).informants));
    lead_that_waits(hours_.on(november(17)), town_.any_place(dice_, {"6502040"}), dice_.pick(town_.committee_of(huifu).informants));
    auto const of = [&](std::string_view agency) {
        std::vector<Slip const*> some;
        for (auto const& one : stock().referrals)
            if (one.text.at("agency") == agency) some.push_back(&one);
        return dice_.pick(some);
    };
    referral(hours_.on(november(16)), *of("police"), huifu, {}, false);
    referral(hours_.on(november(17)), *of("police"), town_.any_place(dice_, {"650203007"}), {}, false);
    referral(hours_.on(november(17)), *of("court"), town_.any_place(dice_, {"650203007"}), {}, false);
    referral(hours_.on(november(15)), *of("petition"), town_.any_place(dice_, {"650203"}), {}, false);
    referral(hours_.on(november(8)), *of("court"), huifu, stock().lines("decline.reasons").front(), true);
}

}  // namespace maple::app::demo
