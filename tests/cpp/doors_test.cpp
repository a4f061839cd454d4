// Every door that changes something opens to somebody: each route of the catalogue, but for those
// of a dispute (matrix_test.cpp), is gone through once with a sound form. A route that nobody goes
// through here fails on the day it is born.
#include "carried.hpp"
#include "crawl.hpp"
#include "foundation/totp.hpp"

#include <gtest/gtest.h>

namespace maple {
namespace {

using ::maple::testing::Crawl;
using ::maple::testing::Fields;
using ::maple::testing::form_with;
using ::maple::testing::Official;
using ::maple::testing::text_of;
using ::maple::testing::Told;
using ::maple::testing::Town;
using json::array;
using json::object;

std::string const password = "red lanterns over the canal", other_password = "sixteen sparrows in the reeds";

std::string from_base32(std::string_view text)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    unsigned bits = 0;
    int held = 0;
    for (char const c : text) {
        bits = (bits << 5) | unsigned(letters.find(c));
        held += 5;
        if (held < 8) continue;
        held -= 8;
        out += char((bits >> held) & 0xFF);
    }
    return out;
}

// Goes through doors and remembers through which.
struct Visitor {
    Crawl crawl;
    explicit Visitor(sql::Engine engine) : crawl(engine) {}
    Town& town = crawl.town;
    std::set<std::string> opened;

    json::value goes(Official const& who, std::string verb, std::string route, object const& body = {}, std::map<std::string, std::string> keys = {})
    {
        for (auto const& [name, key] : keys) crawl.keys[name] = key;
        return went(verb + " " + route, town.ask(who, verb, crawl.filled(route), body));
    }
    json::value brings(Official const& who, std::string route, Fields const& fields, std::string const& file)
    {
        return went("POST " + route, town.ask(who, "POST", crawl.filled(route), form_with(fields, file), {{"Content-Type", "multipart/form-data; boundary=maple"}}));
    }
    json::value went(std::string const& door, Told const& told)
    {
        opened.insert(door);
        if (!told.well()) {
            ADD_FAILURE() << door << ": " << told.text;
            return json::object{};
        }
        auto const cookie = told.header("Set-Cookie");
        if (auto const at = cookie.find(std::string(access::session_cookie) + "="); at != cookie.npos) {
            auto const from = at + access::session_cookie.size() + 1;
            entered.token = cookie.substr(from, cookie.find(';') - from);
        }
        return told.type == "application/json" && !told.text.empty() ? told.body() : json::value(object{});
    }
    Official entered;  // whoever came in last

    std::string key(json::value const& of, std::string_view name = "id") { return text_of(of.at(name)); }
};

void organisations(Visitor& v)
{
    auto& town = v.town;
    auto const open = [&](std::string name, std::string short_name) {
        return v.key(v.goes(town.administrator, "POST", "/organisations",
                            {{"parent", shown(town.office)}, {"kind", "community_committee"}, {"level", "community"}, {"name", name}, {"short_name", short_name},
                             {"division", "650203007002"}, {"has_seal", true}}));
    };
    auto const one = open("甲调委会", "甲"), other = open("乙调委会", "乙"), third = open("丙调委会", "丙");
    v.crawl.keys["near"] = one;
    v.goes(town.supervisor, "PUT", "/organisations/{organisation}/particulars",
           {{"name", "甲社区调委会"}, {"division", "650203007002"}, {"has_seal", true}, {"reason", "改名"}}, {{"organisation", one}});
    v.goes(town.supervisor, "PUT", "/organisations/{organisation}/standing", {{"basis", "grassroots"}, {"host", "甲居委会"}});
    v.goes(town.supervisor, "PUT", "/organisations/{organisation}/parent", {{"parent", shown(town.other_office)}, {"reason", "调整"}}, {{"organisation", other}});
    v.goes(town.supervisor, "POST", "/organisations/{organisation}/merger", {{"into", one}, {"reason", "合并"}}, {{"organisation", other}});
    v.goes(town.supervisor, "POST", "/organisations/{organisation}/closing", {{"reason", "设错了"}}, {{"organisation", third}});
    // 姓名,所在组织,证书编号 / 甲,汇福调委会,A-1
    auto const file = "5aeT5ZCNLOaJgOWcqOe7hOe7hyzor4HkuabnvJblj7cNCueUsizmsYfnpo/osIPlp5TkvJosQS0xDQo=";
    v.goes(town.administrator, "POST", "/lists/preview", {{"subject", "people"}, {"file", file}});
    v.goes(town.administrator, "POST", "/lists", {{"subject", "people"}, {"file", file}});
}

void accounts(Visitor& v)
{
    auto& town = v.town;
    auto const person = v.key(v.goes(town.administrator, "POST", "/people",
                                     {{"organisation", shown(town.committee)}, {"name", "安小满"}, {"serves_as", array{"staff"}}}));
    auto const invited = v.goes(town.administrator, "POST", "/accounts", {{"person", person}, {"username", "xiaoman"}});
    v.crawl.keys["account"] = v.key(invited.at("account"));
    auto const link = text_of(v.goes(town.administrator, "POST", "/invitations", {{"account", v.crawl.keys["account"]}}).at("link"));
    v.goes(town.security, "POST", "/accounts/{account}/roles", {{"role", "desk_clerk"}, {"organisation", shown(town.office)}});
    v.goes(town.nobody, "POST", "/invitations/use", {{"token", link.substr(link.find('#') + 1)}, {"password", password}});
    auto const enter = [&](std::string const& with) { v.goes(town.nobody, "POST", "/session", {{"username", "xiaoman"}, {"password", with}}); };
    enter(password);
    auto const secret = from_base32(text_of(v.goes(v.entered, "POST", "/session/enrolment").at("secret")));
    auto const code = [&](std::int64_t ahead) { return totp::code_at(secret, totp::step_of(real_time()) + ahead); };
    v.goes(v.entered, "PUT", "/session/enrolment", {{"code", code(-1)}});
    auto const renewed = v.goes(v.entered, "POST", "/session/recovery-codes", {{"code", code(0)}}).at("recovery_codes").as_array();
    std::size_t used = 0;
    auto const enter_by_recovery = [&] {
        enter(other_password);
        v.goes(v.entered, "POST", "/session/code", {{"code", renewed.at(used++)}});
    };
    v.goes(v.entered, "PUT", "/session/password", {{"old_password", password}, {"new_password", other_password}});
    enter(other_password);
    v.goes(v.entered, "POST", "/session/code", {{"code", code(1)}});
    auto const sessions = town.well(v.entered, "GET", "/sessions").at("sessions").as_array();
    for (auto const& one : sessions)
        if (!one.at("here").as_bool()) v.goes(v.entered, "DELETE", "/sessions/{session}", {}, {{"session", v.key(one)}});
    v.opened.insert("DELETE /sessions/{session}");
    v.goes(v.entered, "DELETE", "/session");
    v.goes(town.administrator, "PUT", "/accounts/{account}/expiry", {{"expires_on", "2099-01-01"}});
    enter_by_recovery();
    auto const open = town.well(town.security, "GET", v.crawl.filled("/accounts/{account}/sessions")).at("sessions").as_array();
    ASSERT_FALSE(open.empty());
    v.goes(town.security, "DELETE", "/accounts/{account}/sessions/{session}", {}, {{"session", v.key(open[0])}});
    v.goes(town.security, "DELETE", "/accounts/{account}/sessions");
    enter_by_recovery();
    v.goes(v.entered, "DELETE", "/sessions");
    v.goes(town.security, "DELETE", "/accounts/{account}/second-factor");
    for (int n = 0; n < 20; ++n) town.ask(town.nobody, "POST", "/session", object{{"username", "xiaoman"}, {"password", "wrong and wrong again"}});
    v.goes(town.security, "POST", "/accounts/{account}/unlocking");
    auto const grant = town.well(town.security, "GET", v.crawl.filled("/accounts/{account}")).at("roles").at(0);
    v.goes(town.security, "DELETE", "/grants/{grant}", {}, {{"grant", text_of(grant.as_object().contains("grant") ? grant.at("grant") : grant.at("id"))}});
    v.goes(town.security, "POST", "/accounts/{account}/suspension");
    v.goes(town.security, "POST", "/accounts/{account}/readmission");
    v.goes(town.administrator, "POST", "/people/{person}/departure", {}, {{"person", person}});
    v.goes(town.auditor, "POST", "/audit/exports");
}

void people(Visitor& v)
{
    auto& town = v.town;
    v.crawl.keys["person"] = shown(town.mediator.person);
    v.goes(town.supervisor, "PUT", "/people/{person}/description", {{"languages", array{"zh"}}, {"staffing", "full_time"}});
    v.goes(town.director, "POST", "/people/{person}/absences/{absence}/return");
    v.goes(town.director, "POST", "/people/{person}/absences", {{"kind", "annual"}, {"first_day", "2024-01-08"}, {"last_day", "2024-01-09"}});
    v.goes(town.supervisor, "POST", "/people/{person}/certificates", {{"number", "调证00002"}, {"reason", "换证"}});
    v.goes(town.supervisor, "POST", "/cards", {{"organisation", shown(town.office)}});
    v.goes(town.nobody, "POST", "/check", {{"code", "23456789ABCDEFGHJKMN"}});
    v.goes(town.director, "PUT", "/trainings/{training}/attendance",
           {{"day", "2023-11-20"}, {"hours", 24}, {"attended", array{object{{"person", v.crawl.keys["person"]}, {"hours", 24}}}}});
    auto const planned = v.goes(town.director, "POST", "/trainings",
        {{"organisation", shown(town.committee)}, {"kind", "yearly"}, {"topic", "调解方法"}, {"day", "2023-12-20"}, {"hours", 8}});
    v.goes(town.director, "POST", "/trainings/{training}/calling-off", {{"reason", "改期"}}, {{"training", v.key(planned)}});
    v.goes(town.supervisor, "POST", "/people/{person}/grades/{grade}/withdrawal", {{"reason", "误评"}});
    v.goes(town.supervisor, "POST", "/people/{person}/grades", {{"grade", "four"}, {"reason", "破格"}});
    v.goes(town.supervisor, "POST", "/honours/{honour}/withdrawal", {{"reason", "误登"}});
    v.goes(town.supervisor, "POST", "/honours", {{"honour", "national_model_mediator"}, {"person", v.crawl.keys["person"]}, {"year", 2021}});
    v.goes(town.director, "POST", "/complaints/{complaint}/contact");
    v.goes(town.director, "POST", "/complaints/{complaint}/examination", {{"well_founded", true}, {"findings", "确有不当"}});
    v.goes(town.director, "POST", "/complaints/{complaint}/outcome", {{"outcome", "criticised"}});
    v.goes(town.director, "POST", "/complaints/{complaint}/answer", {{"by", "phone"}, {"words", "已批评"}});
    v.goes(town.clerk, "POST", "/people/{person}/complaints",
           {{"kind", "insulted"}, {"brought_by", "other_person"}, {"words", "大声训人"}, {"complainant", "李秀兰"}});
    v.goes(town.supervisor, "PUT", "/teams/{team}/story", {{"story", "从一个人到一支队伍"}});
    v.goes(town.supervisor, "POST", "/teams/{team}/members", {{"person", shown(town.colleague.person)}});
    v.goes(town.supervisor, "DELETE", "/teams/{team}/members/{person}", {}, {{"person", shown(town.colleague.person)}});
    v.goes(town.supervisor, "POST", "/teams/{team}/reach", {{"organisation", v.crawl.keys["near"]}});
    v.goes(town.supervisor, "DELETE", "/teams/{team}/reach/{organisation}", {}, {{"organisation", v.crawl.keys["near"]}});
    v.goes(town.supervisor, "POST", "/teams", {{"organisation", shown(town.committee)}, {"name", "又一队"}, {"leader", v.crawl.keys["person"] = shown(town.mediator.person)}});
    v.opened.insert("POST /terms");  // by the crawl itself
    v.goes(town.supervisor, "PUT", "/terms/{term}/notices/{notice}", {{"on", "2023-11-20"}});
    array members;
    for (auto const* who : {&town.colleague, &town.mediator, &town.informant})
        members.push_back(object{{"person", shown(who->person)}, {"post", members.empty() ? "director" : "member"}, {"woman", members.empty()}, {"minority", members.size() == 2}});
    v.goes(town.supervisor, "PUT", "/terms/{term}/composition", {{"from", "2023-11-20"}, {"members", members}, {"elected_on", "2023-11-20"}, {"minutes", "补选"}});
    auto const newcomer = v.goes(town.director, "POST", "/mediators",
        {{"organisation", shown(town.committee)}, {"name", "郭小满"}, {"manner", "engaged"}, {"since", "2023-01-01"}, {"born", "1980-01-01"}, {"languages", array{"zh"}}});
    v.crawl.keys["person"] = v.key(newcomer);
    v.goes(town.director, "POST", "/people/{person}/engagements/{engagement}/ending", {{"term_over", true}}, {{"engagement", text_of(newcomer.at("engagements").at(0).at("id"))}});
    v.goes(town.director, "POST", "/people/{person}/engagements", {{"manner", "engaged"}, {"since", "2023-01-01"}, {"born", "1980-01-01"}});
    v.crawl.keys["person"] = shown(town.mediator.person);
    v.goes(town.supervisor, "POST", "/people/{person}/revocation", {{"reason", "失职"}});
}

void residents(Visitor& v)
{
    auto& town = v.town;
    auto const code = text_of(v.goes(town.nobody, "POST", "/my/requests", {{"place", "650203007001"}, {"kind", "neighbour"}, {"facts", "漏水"}, {"name", "顾真远"}, {"phone", "13800002046"},
        {"other_name", "马伊布拉"}, {"agrees", true}}).at("code"));
    object const who{{"code", code}, {"phone_tail", "2046"}};
    auto const with = [&](object more) {
        more.insert(who.begin(), who.end());
        return more;
    };
    v.goes(town.nobody, "POST", "/my/matter", {{"code", code}});
    v.goes(town.nobody, "POST", "/my/language", {{"code", code}, {"language", "ug"}});
    auto const another = text_of(town.well(town.nobody, "POST", "/my/requests",
        {{"place", "650203007001"}, {"kind", "neighbour"}, {"facts", "漏水"}, {"name", "顾真远"}, {"phone", "13800002046"}, {"agrees", true}}).at("code"));
    v.goes(town.nobody, "POST", "/my/consent", {{"code", another}, {"phone_tail", "2046"}, {"consent", "refused"}});
    v.goes(town.clerk, "POST", "/receipts/qr", {{"code", code}});
    auto const newest = town.well(town.clerk, "GET", "/disputes?limit=2").at("disputes");
    auto const here = "/disputes/" + text_of(newest.at(1).at("id"));
    town.well(town.clerk, "POST", here + "/acceptance");
    auto const file = town.well(town.clerk, "GET", here);
    town.well(town.clerk, "POST", here + "/consents", {{"party", file.at("dispute").at("parties").at(1).at("id")}, {"consent", "agreed"}});
    town.well(town.clerk, "POST", here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
    auto const received = town.well(town.director, "PUT", here + "/receipt");
    v.goes(town.nobody, "POST", "/my/mediators", {{"code", code}});
    v.goes(town.nobody, "POST", "/my/wish", with({{"person", shown(town.colleague.person)}}));
    auto const version = town.well(town.director, "GET", here).at("version");
    v.goes(town.director, "POST", "/assignments",
           {{"approvals", array{object{{"dispute", received.at("id")}, {"version", version}, {"person", shown(town.colleague.person)}, {"chosen_by_parties", true}}}}});
    town.well(town.colleague, "POST", here + "/disclosures", {{"ground", "relative"}});
    v.goes(town.nobody, "POST", "/my/going-on", who);
    v.goes(town.nobody, "POST", "/my/complaint", with({{"kind", "took_sides"}, {"words", "只让对方说"}}));
    auto const spot = object{{"request", Town::request()}, {"all_agreed_and_told", true}, {"no_conflict", true}, {"record", "谈妥"}, {"terms", "修好"},
                             {"promises", array{object{{"from", 1}, {"to", 0}, {"what", "赔偿"}, {"manner", "cash"}, {"amount", 100000}, {"due", "2023-12-01"}}}}};
    auto settled = spot;
    settled["request"].as_object()["parties"].as_array()[2].as_object()["consent"] = "agreed";
    v.goes(town.colleague, "POST", "/disputes/on-the-spot", settled);
}

void an_objection(Visitor& v)
{
    auto& town = v.town;
    auto const begun = v.goes(town.clerk, "POST", "/disputes", Town::request());
    auto const here = "/disputes/" + text_of(begun.at("file").at("id"));
    town.well(town.clerk, "POST", here + "/acceptance");
    town.well(town.clerk, "POST", here + "/consents", {{"party", begun.at("file").at("dispute").at("parties").at(2).at("id")}, {"consent", "agreed"}});
    town.well(town.clerk, "POST", here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
    town.well(town.director, "PUT", here + "/receipt");
    town.well(town.director, "PUT", here + "/assignment", {{"person", shown(town.colleague.person)}, {"reason", "r"}});
    v.goes(town.nobody, "POST", "/my/objection", {{"code", begun.at("codes").at(0).at("code")}, {"phone_tail", "2046"}, {"ground", "relative"}});
}

// A department is called: it comes and answers, or does not come.
void joint_mediation(Visitor& v)
{
    auto& town = v.town;
    v.goes(town.officer, "PUT", "/calls/{call}/acceptance");
    v.goes(town.officer, "PUT", "/calls/{call}/arrival");
    v.goes(town.officer, "PUT", "/calls/{call}/answer", {{"answer", "出警记录已核对"}});
    v.goes(town.officer, "PUT", "/calls/{call}/return");
    auto const begun = town.well(town.clerk, "POST", "/disputes", Town::request()).at("file");
    auto const here = "/disputes/" + text_of(begun.at("id"));
    auto const& parties = begun.at("dispute").at("parties").as_array();
    array all;
    for (auto const& party : parties) all.push_back(party.at("id"));
    town.well(town.clerk, "POST", here + "/acceptance");
    town.well(town.clerk, "POST", here + "/consents", {{"party", all[2]}, {"consent", "agreed"}});
    town.well(town.clerk, "POST", here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
    town.well(town.director, "PUT", here + "/receipt");
    town.well(town.director, "PUT", here + "/assignment", {{"person", shown(town.mediator.person)}, {"reason", "r"}});
    auto const file = town.well(town.mediator, "POST", here + "/calls", {{"organisation", shown(town.police)}, {"need", "到场"}, {"arrive_by", "2023-11-21T09:00:00+08:00"},
                                                                       {"answer_by", "2023-11-22T09:00:00+08:00"}, {"consented", all}});
    v.goes(town.officer, "POST", "/calls/{call}/refusal", {{"reason", town.first_of("call_decline")}}, {{"call", text_of(file.at("dispute").at("room").at("calls").at(0).at("id"))}});
}

void side_doors(Visitor& v)
{
    auto& town = v.town;
    v.goes(town.clerk, "POST", "/referrals/{referral}/acceptance");
    auto const referral = v.goes(town.officer, "POST", "/referrals", {{"reference", "警 8"}, {"consent_stated", true}, {"request", Town::request()}});
    v.goes(town.clerk, "POST", "/referrals/{referral}/decline", {{"reason", town.first_of("decline")}}, {{"referral", v.key(referral)}});
    v.goes(town.clerk, "POST", "/leads/{lead}/triage", {{"status", "no_dispute"}, {"outcome", "说话声音大"}});
    v.goes(town.informant, "POST", "/leads", {{"place", "650203007001"}, {"kind", "neighbour"}, {"urgency", "soon"}, {"words", "有人吵架"}});
    v.goes(town.supervisor, "POST", "/own-requests/{own_request}/confirmation");
    v.goes(town.clerk, "POST", "/own-requests/{own_request}/answer");
    auto const second = v.goes(town.clerk, "POST", "/own-requests", {{"number", "650204198512319933"}, {"name", "马伊布拉"}, {"papers", "居民身份证"}});
    v.goes(town.supervisor, "POST", "/own-requests/{own_request}/decline", {{"why", "证件不符"}}, {{"own_request", v.key(second)}});
}

// A dossier is reviewed by the bureau, sent back, mended and confirmed; a number is taken out of use.
void quality(Visitor& v)
{
    auto& town = v.town;
    v.opened.insert("POST /quality/samples");  // by the crawl itself
    v.goes(town.director, "DELETE", "/quality/reviews/{review}/reviewer");
    auto const taken = v.goes(town.supervisor, "POST", "/quality/reviews/{review}/reviewer");
    array answers;
    for (auto const& item : taken.at("items").as_array())
        answers.push_back(object{{"item", item.at("key")}, {"verdict", answers.empty() ? "fault" : "sound"}, {"note", answers.empty() ? "没有申请书" : ""}});
    v.goes(town.supervisor, "PUT", "/quality/reviews/{review}/answers", {{"answers", answers}});
    v.goes(town.supervisor, "POST", "/quality/reviews/{review}/mending", {{"words", "请补正"}});
    v.goes(town.director, "POST", "/quality/reviews/{review}/mended", {{"done", "已补"}});
    v.goes(town.supervisor, "POST", "/quality/reviews/{review}/closing");
    v.goes(town.director, "POST", "/organisations/{organisation}/numbers",
           {{"series", "dossier"}, {"reason", town.first_of("annulment")}, {"note", "纸质卷宗用过"}}, {{"organisation", shown(town.committee)}});
}

// Two neighbours who are at the table.
struct NeighboursAtTheTable {
    std::string here;
    array all;
    std::string code;  // of the first one's receipt

    explicit NeighboursAtTheTable(Town& town)
    {
        auto form = Town::request();
        form["parties"] = array{Town::party("applicant", "顾真远", "agreed"), Town::party("respondent", "马伊布拉", "agreed")};
        auto const begun = town.well(town.clerk, "POST", "/disputes", form);
        here = "/disputes/" + text_of(begun.at("file").at("id"));
        code = text_of(begun.at("codes").at(0).at("code"));
        for (auto const& one : begun.at("file").at("dispute").at("parties").as_array()) all.push_back(one.at("id"));
        town.well(town.clerk, "POST", here + "/acceptance");
        town.well(town.clerk, "POST", here + "/diversion", {{"organisation", shown(town.committee)}, {"grade", "general"}, {"override_reason", "r"}, {"change_reason", "c"}});
        town.well(town.director, "PUT", here + "/receipt");
        town.well(town.director, "PUT", here + "/assignment", {{"person", shown(town.mediator.person)}, {"reason", "r"}});
        town.well(town.mediator, "POST", here + "/rights", {{"parties", all}});
        town.well(town.mediator, "POST", here + "/disclosures");
    }
};

// A place is kept; a party finds what it is called to, asks for another time, and looks what is open to it.
void calendar(Visitor& v)
{
    auto& town = v.town;
    object place{{"name", "二号调解室"}, {"seats", 6}, {"hours", object{{"opens", 600}, {"closes", 1200}, {"pause_from", 0}, {"pause_until", 0}}}};
    auto const opened = v.goes(town.director, "POST", "/organisations/{organisation}/places", place);
    place["seats"] = 8;
    v.goes(town.director, "PUT", "/places/{place}", place, {{"place", v.key(opened)}});
    v.goes(town.director, "DELETE", "/places/{place}");
    NeighboursAtTheTable const room(town);
    auto const planned = town.well(town.mediator, "POST", room.here + "/sessions", {{"kind", "joint"}, {"planned_for", "2023-11-23T10:00:00+08:00"}, {"parties", room.all}, {"place", "居委会"}});
    object const called{{"code", room.code}, {"session", planned.at("dispute").at("sessions").at(0).at("id")}};
    v.goes(town.nobody, "POST", "/my/calendar", {{"code", room.code}});
    v.goes(town.nobody, "POST", "/my/calendar/file", {{"code", room.code}});
    auto answer = called;
    answer["phone_tail"] = "2046";
    answer["comes"] = false;
    answer["wishes"] = array{v.goes(town.nobody, "POST", "/my/meetings/slots", called).at("slots").at(0).at("from")};
    v.goes(town.nobody, "POST", "/my/meetings/answer", answer);
    v.goes(town.nobody, "POST", "/my/roads", {{"code", room.code}});
}

// Whoever is invited advises, finds that it is tied, and steps aside; a task is done.
void consulting(Visitor& v)
{
    auto& town = v.town;
    v.goes(town.mediator, "PUT", "/tasks/{task}", {{"outcome", "周五上门"}});
    NeighboursAtTheTable const room(town);
    auto const at = room.here + "/conferences";
    auto const conference = [](json::value const& file) { return file.at("dispute").at("room").at("conferences").at(0); };
    auto const called = conference(town.well(town.director, "POST", at, {{"question", "怎样化解"}, {"why", "多次反复"}, {"meets_at", "2023-11-24T09:00:00+08:00"}}));
    auto const seats = conference(town.well(town.director, "POST", at + "/" + v.key(called) + "/seats",
        {{"kind", "legal_adviser"}, {"person", shown(town.adviser.person)}, {"asked", true}, {"papers", array{object{{"kind", "request"}}}}})).at("seats");
    v.goes(town.adviser, "PUT", "/consultations/{seat}/advice", {{"advice", "先修后议"}}, {{"seat", v.key(seats.at(0))}});
    v.goes(town.adviser, "POST", "/consultations/{seat}/stepping-aside", {{"ground", town.first_of("conflict")}});
}

// A party brings a photo, looks at it and takes it back.
void own_papers(Visitor& v)
{
    auto& town = v.town;
    NeighboursAtTheTable const room(town);
    auto const brought = v.brings(town.nobody, "/my/papers", {{"code", room.code}, {"phone_tail", "2046"}, {"kind", "evidence"}, {"visibility", "side"}, {"title", "漏水处"}},
                                  papers::samples::jpeg());
    object const mine{{"code", room.code}};
    v.goes(town.nobody, "POST", "/my/papers/list", mine);
    v.goes(town.nobody, "POST", "/my/papers/{paper}/content", mine, {{"paper", v.key(brought)}});
    v.goes(town.nobody, "POST", "/my/papers/{paper}/thumbnail", mine);
    v.goes(town.nobody, "POST", "/my/papers/{paper}/withdrawal", {{"code", room.code}, {"phone_tail", "2046"}});
}

// One party signs on its own phone, the other sends the text back; the tablet goes there and back; a
// copy is checked.
void signing(Visitor& v)
{
    auto& town = v.town;
    NeighboursAtTheTable const room(town);
    auto const& here = room.here;
    auto const& all = room.all;
    object const promise{{"from", all[1]}, {"to", all[0]}, {"what", "赔偿"}, {"manner", "cash"}, {"amount", 100000}, {"due", "2023-12-01"}};
    auto const drafted = town.well(town.mediator, "POST", here + "/agreements",
                                   {{"text", object{{"parties", all}, {"facts", "漏水"}, {"terms", "修好"}, {"obligations", array{promise}}}}});
    auto const agreement = text_of(drafted.at("dispute").at("agreements").at(0).at("id"));
    auto const token = [&](std::size_t party) {
        return text_of(town.well(town.mediator, "POST", here + "/agreements/" + agreement + "/links", {{"party", all[party]}, {"way", "phone"}}).at("token"));
    };
    auto const first = token(0), second = token(1);
    auto const text = v.goes(town.nobody, "POST", "/signing", {{"token", first}}).at("text");
    v.goes(town.nobody, "POST", "/signing/signature", {{"token", first}, {"text", text}, {"agrees", true}, {"phone_tail", "2046"}, {"name", "顾真远"}});
    v.goes(town.nobody, "POST", "/signing/refusal", {{"token", second}, {"text", text}, {"reason", "数目不对"}, {"phone_tail", "2046"}});
    auto const copy = text_of(town.well(town.mediator, "GET", here + "/documents/agreement?subject=" + agreement).at("check_link"));
    v.goes(town.nobody, "POST", "/check/agreement", {{"token", copy.substr(copy.rfind('/') + 1)}});
    v.goes(town.mediator, "POST", "/session/hand-over");
    town.house.demo = true;  // where nobody has a password, a click is enough
    v.goes(town.mediator, "POST", "/session/unlocking", {{"password", ""}});
    town.house.demo = false;
}

// The court has ruled; a party says when it received it.
void a_ruling(Visitor& v)
{
    auto& town = v.town;
    testing::Carried room(town, Town::request());
    auto const at_court = room.in_the_room().docketed();
    room.does(town.director, "PUT", at_court + "/ruling", {{"ruling", "valid"}});
    v.goes(town.nobody, "POST", "/my/ruling", {{"code", room.codes[0]}, {"phone_tail", "2046"}, {"on", iso(date_in_beijing(town.now))}});
}

// An empty house is begun by the link that `serve` prints.
void first_run(Visitor& v)
{
    auto const store = sql::fresh_store(v.town.store->engine());
    sql::migrate(*store, sql::house_migrations());
    app::enter_divisions(*store, v.town.house);
    api::Dispatcher dispatcher(app::all_rooms(), *store, v.town.house, [&] { return v.town.now; });
    http::Request request;
    request.verb = "POST";
    request.path = "/api/first-run";
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = json::serialize(object{{"token", registry::first_run_token(*store, real_time()).value()}, {"username", "admin"}, {"password", password}, {"name", "王明"}});
    EXPECT_EQ(dispatcher.ask(std::move(request)).status, 200);
    v.opened.insert("POST /first-run");
}

struct Doors : ::testing::TestWithParam<sql::Engine> {};
INSTANTIATE_TEST_SUITE_P(engines, Doors, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Doors, every_one_that_changes_something_opens_to_somebody)
{
    Visitor v{GetParam()};
    joint_mediation(v);
    quality(v);
    side_doors(v);
    residents(v);
    an_objection(v);
    calendar(v);
    consulting(v);
    own_papers(v);
    signing(v);
    a_ruling(v);
    organisations(v);
    people(v);
    accounts(v);
    first_run(v);
    for (auto const& room : v.town.dispatcher->catalogue())
        for (auto const& route : room.routes) {
            if (route.verb == api::Verb::get || route.needs == access::Right::demonstrate || route.path.starts_with("/disputes/{dispute}/")) continue;
            auto const name = std::string(api::method(route.verb)) + " " + std::string(route.path);
            EXPECT_TRUE(v.opened.contains(name)) << name << " opens to nobody here: go through it in tests/cpp/doors_test.cpp";
        }
}

}  // namespace
}  // namespace maple
