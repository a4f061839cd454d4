// Every deed at every stage, through the doors: what the table of the life permits may
// succeed, everything else is refused and leaves no page behind.
#include "dispute/life.hpp"
#include "papers/testing.hpp"
#include "town.hpp"

#include <gtest/gtest.h>
#include <random>
#include <set>

namespace maple {
namespace {

using dispute::Stage;
using ::maple::testing::Town;
using ::maple::testing::text_of;

// A dispute brought to a point of its life, and what can be pointed at in it.
struct Case {
    Town& town;
    std::string id = text_of(town.well(town.director, "POST", "/disputes", identified()).at("file").at("id"));

    static json::object identified()
    {
        auto form = Town::request();
        auto& parties = form.at("parties").as_array();
        parties[0].as_object()["id_number"] = "650203199001010019";
        parties[1].as_object()["id_number"] = "650204198512319933";
        return form;
    }

    std::string here() const { return "/disputes/" + id; }
    json::value file() { return town.well(town.director, "GET", here()); }
    void does(std::string const& verb, std::string const& door, json::object const& body = {}) { town.well(town.director, verb, here() + door, body); }

    // The key of the n-th thing of a list of the dispute; of nothing when there is none.
    std::string key(std::string_view list, std::size_t n = 0)
    {
        auto const seen = file();
        auto const& all = seen.at("dispute").at(list).as_array();
        return n < all.size() ? text_of(all[n].at("id")) : shown(Key{7});
    }
    std::string room_key(std::string_view list)
    {
        auto const seen = file();
        auto const& all = seen.at("dispute").at("room").at(list).as_array();
        return all.empty() ? shown(Key{7}) : text_of(all.back().at("id"));
    }
    std::string conference_key(std::string_view list)
    {
        auto const seen = file();
        auto const& all = seen.at("dispute").at("room").at("conferences").as_array();
        if (all.empty() || all.back().at(list).as_array().empty()) return shown(Key{7});
        return text_of(all.back().at(list).as_array().back().at("id"));
    }
    // The key of the newest paper that somebody brought.
    std::string brought()
    {
        auto const seen = town.well(town.director, "GET", here() + "/papers");
        auto const& all = seen.at("papers").as_array();
        return all.empty() ? shown(Key{7}) : text_of(all[0].at("id"));
    }
    std::string promise()
    {
        auto const seen = file();
        auto const& all = seen.at("dispute").at("agreements").as_array();
        return all.empty() ? shown(Key{7}) : text_of(all[0].at("obligations").at(0).at("id"));
    }
    std::string link()
    {
        auto const seen = file();
        auto const& all = seen.at("dispute").at("agreements").as_array();
        return all.empty() || all[0].at("links").as_array().empty() ? shown(Key{7}) : text_of(all[0].at("links").at(0).at("id"));
    }
    json::array parties() { return {key("parties", 0), key("parties", 1), key("parties", 2)}; }
    std::string due() const { return iso(date_in_beijing(plus_seconds(town.now, 5 * 24 * 3600))); }

    json::object paper()
    {
        json::object promised{{"from", key("parties", 1)}, {"to", key("parties", 0)}, {"what", "修好水管"}, {"manner", "repair"}, {"due", due()}};
        return {{"parties", parties()}, {"facts", "楼上漏水"}, {"terms", "修理"}, {"obligations", json::array{promised}}};
    }
    void sign()
    {
        for (std::size_t n = 0; n < 3; ++n)
            does("POST", "/agreements/" + key("agreements") + "/signatures", {{"party", key("parties", n)}, {"manner", "signature"}});
    }
};

using Body = std::function<json::object(Case&)>;
struct Door {
    std::string deed;  // "": leaves no page, and is open at every stage
    Body body;
    testing::Official Town::*who = &Town::director;
    bool carries_file = false;
};

testing::Told knock(Town& town, Door const& door, std::string const& verb, std::string const& path, json::object const& body)
{
    if (!door.carries_file) return town.ask(town.*door.who, verb, path, body);
    testing::Fields fields;
    for (auto const& [key, value] : body) fields.emplace_back(key, text_of(value));
    return town.ask(town.*door.who, verb, path, testing::form_with(fields, papers::samples::jpeg()), {{"Content-Type", "multipart/form-data; boundary=maple"}});
}

// All cases have the same parties and one mediator: no two of their sessions at one time.
Instant a_free_time(Town const& town)
{
    static std::int64_t taken = 0;
    return plus_seconds(town.now, ++taken * 2 * 3600);
}

Body nothing() { return [](Case&) { return json::object{}; }; }

json::object because(Case& c, std::string_view list, json::object more = {})
{
    more["reason"] = c.town.first_of(list);
    return more;
}

// A sound body for every door of a dispute.
std::map<std::string, Door> const& doors()
{
    static std::map<std::string, Door> const all{
        {"POST /acceptance", {"acceptance.accepted", nothing()}},
        {"POST /refusal", {"acceptance.refused", [](Case& c) { return because(c, "refusal", {{"remedies", json::array{c.town.first_of("remedy")}}}); }}},
        {"POST /advice", {"acceptance.advised", [](Case& c) { return because(c, "advice", {{"advice", "听取了意见"}}); }}},
        {"POST /transfer", {"acceptance.transferred", [](Case& c) { return because(c, "transfer", {{"organisation", shown(c.town.other_office)}}); }}},
        {"POST /consents", {"acceptance.consent_recorded", [](Case& c) { return json::object{{"party", c.key("parties", 2)}, {"consent", "refused"}}; }}},
        {"POST /amendments", {"acceptance.amended", [](Case&) { return json::object{{"reason", "记错了"}, {"amount", 170000}}; }}},
        {"POST /parties", {"acceptance.party_added", [](Case&) { return json::object{{"party", Town::party("respondent", "安小满", {})}}; }}},
        {"POST /parties/{party}/amendments", {"acceptance.party_amended", [](Case&) { return json::object{{"reason", "号码换了"}, {"phone", "13900007788"}}; }}},
        {"POST /parties/{party}/code", {"", nothing()}},
        {"PUT /merge", {"acceptance.merged", [](Case& c) { return json::object{{"into", Case{c.town}.id}}; }}},
        {"DELETE /merge", {"acceptance.unmerged", nothing()}},
        {"PUT /grade", {"diversion.graded", [](Case&) { return json::object{{"grade", "complex"}, {"override_reason", "情况复杂"}}; }}},
        {"POST /diversion", {"diversion.diverted", [](Case& c) { return json::object{{"organisation", shown(c.town.committee)}, {"grade", "complex"}, {"override_reason", "r"}, {"change_reason", "c"}}; }}},
        {"PUT /receipt", {"diversion.received", nothing()}},
        {"POST /return", {"diversion.returned", [](Case& c) { return because(c, "return"); }}},
        {"PUT /assignment", {"diversion.appointed", [](Case& c) { return json::object{{"person", shown(c.town.colleague.person)}, {"reason", "换人"}}; }}},
        {"PUT /parties/{party}/wish", {"diversion.wished", [](Case& c) { return json::object{{"person", shown(c.town.mediator.person)}}; }}},
        {"POST /disclosures", {"diversion.disclosed", nothing()}},
        {"POST /objections", {"diversion.challenged", [](Case& c) { return json::object{{"party", c.key("parties")}, {"ground", "relative"}}; }}},
        {"POST /conflicts/{conflict}/consents", {"diversion.conflict_consented", [](Case& c) { return json::object{{"parties", c.parties()}}; }}},
        {"PUT /conflicts/{conflict}/decision", {"diversion.conflict_decided", [](Case& c) { return json::object{{"end", "replaced"}, {"person", shown(c.town.colleague.person)}, {"reason", "换人"}}; }}},
        {"POST /rights", {"mediation.rights_told", [](Case& c) { return json::object{{"parties", c.parties()}}; }}},
        {"POST /participants", {"mediation.participant_invited", [](Case& c) { return json::object{{"role", "亲属"}, {"name", "安小满"}, {"consented", c.parties()}}; }}},
        {"POST /participants/{participant}/departure", {"mediation.participant_left", [](Case& c) { return because(c, "participant_left"); }}},
        {"POST /sessions", {"mediation.session_planned", [](Case& c) { return json::object{{"kind", "joint"}, {"planned_for", iso(a_free_time(c.town))}, {"parties", c.parties()}}; }}},
        {"POST /sessions/{session}/cancellation", {"mediation.session_cancelled", [](Case& c) { return because(c, "session_cancel"); }}},
        {"POST /records", {"mediation.session_held", [](Case& c) { return json::object{{"kind", "investigation"}, {"parties", c.parties()}, {"record", "看了现场"}}; }}},
        {"POST /pause", {"mediation.paused", [](Case& c) { return because(c, "pause"); }}},
        {"DELETE /pause", {"mediation.resumed", nothing()}},
        {"POST /extensions", {"mediation.extended", [](Case& c) { return json::object{{"days", 10}, {"agreed_by", c.parties()}}; }}},
        {"POST /notes", {"mediation.noted", [](Case&) { return json::object{{"kind", "call"}, {"note", "打了电话"}}; }}},
        {"POST /risks", {"mediation.risk_raised", [](Case&) { return json::object{{"kind", "other"}, {"level", "yellow"}}; }}},
        {"POST /risks/{risk}/report", {"mediation.risk_reported", [](Case&) { return json::object{{"to", "police"}}; }}},
        {"POST /risks/{risk}/clearance", {"mediation.risk_cleared", [](Case&) { return json::object{{"why", "已平息"}}; }}},
        {"POST /departures", {"mediation.party_left", [](Case& c) { return because(c, "termination", {{"party", c.key("parties", 2)}, {"remedies", json::array{c.town.first_of("remedy")}}}); }}},
        {"POST /termination", {"mediation.terminated", [](Case& c) { return because(c, "termination", {{"remedies", json::array{c.town.first_of("remedy")}}}); }}},
        {"POST /termination/delivery", {"mediation.termination_delivered", [](Case&) { return json::object{{"by", "in_person"}}; }}},
        {"POST /agreements", {"resolution.agreement_drafted", [](Case& c) { return json::object{{"text", c.paper()}}; }}},
        {"POST /agreements/check", {"", [](Case& c) { return json::object{{"text", c.paper()}}; }}},
        {"POST /agreements/{agreement}/signatures", {"resolution.signed", [](Case& c) { return json::object{{"party", c.key("parties")}, {"manner", "seal"}}; }}},
        {"POST /agreements/{agreement}/links", {"resolution.link_made", [](Case& c) { return json::object{{"party", c.key("parties")}, {"way", "phone"}}; }}},
        {"DELETE /signing-links/{link}", {"resolution.link_revoked", nothing()}},
        {"POST /agreements/{agreement}/mediator-signature", {"resolution.mediator_signed", nothing()}},
        {"POST /agreements/{agreement}/seal", {"resolution.sealed", nothing()}},
        {"POST /oral-agreements", {"resolution.orally_agreed", [](Case& c) { return json::object{{"text", c.paper()}}; }}},
        {"POST /obligations/{obligation}/performance", {"resolution.performed", [](Case&) { return json::object{{"in_full", true}, {"evidence", "收条"}}; }}},
        {"POST /obligations/{obligation}/waiver", {"resolution.waived", [](Case& c) { return json::object{{"by", c.key("parties", 0)}, {"reason", "不要了"}}; }}},
        {"POST /obligations/{obligation}/breach", {"resolution.breached", [](Case& c) {
             c.town.now = plus_seconds(c.town.now, 10 * 24 * 3600);
             return json::object{{"reason", "没有履行"}};
         }}},
        {"POST /calls", {"mediation.department_called", [](Case& c) { return json::object{{"organisation", shown(c.town.police)}, {"need", "到场说明"},
             {"arrive_by", iso(plus_seconds(c.town.now, 1800))}, {"answer_by", iso(plus_seconds(c.town.now, 3600))}, {"consented", c.parties()}}; }}},
        {"PUT /calls/{call}/arrival", {"mediation.department_arrived", nothing()}},
        {"PUT /calls/{call}/answer", {"mediation.call_answered", [](Case& c) {
             c.town.now = plus_seconds(c.town.now, 24 * 3600);
             return json::object{{"answer", "未到场，由承办单位说明"}};
         }}},
        {"DELETE /calls/{call}", {"mediation.call_ended", nothing()}},
        {"POST /conferences", {"mediation.conference_called", [](Case& c) { return json::object{{"question", "怎样化解"}, {"why", "多次反复"}, {"meets_at", iso(plus_seconds(c.town.now, 3600))}}; }}},
        {"DELETE /conferences/{conference}", {"mediation.conference_called_off", nothing()}},
        {"POST /conferences/{conference}/seats", {"mediation.conference_invited", [](Case&) { return json::object{{"kind", "expert"}, {"name", "安小满"}, {"from", "省鉴定中心"}, {"asked", true}}; }}},
        {"PUT /conferences/{conference}/decision", {"mediation.conference_decided", [](Case& c) {
             return json::object{{"road", "go_on"}, {"reasons", "先修后议"}, {"tasks", json::array{json::object{{"what", "联系物业"}, {"person", shown(c.town.mediator.person)}, {"due", c.due()}}}}};
         }}},
        {"PUT /seats/{seat}/papers", {"mediation.conference_papers_chosen", [](Case&) { return json::object{{"papers", json::array{json::object{{"kind", "request"}}}}}; }}},
        {"DELETE /seats/{seat}", {"mediation.conference_uninvited", nothing()}},
        {"PUT /seats/{seat}/advice", {"mediation.advice_given", [](Case&) { return json::object{{"advice", "先修后议"}, {"basis", "相邻关系"}}; }}},
        {"PUT /tasks/{task}", {"mediation.conference_task_done", [](Case&) { return json::object{{"outcome", "已联系"}}; }}},
        {"POST /issues", {"mediation.issue_named", [](Case&) { return json::object{{"title", "修理费谁出"}}; }}},
        {"POST /vault", {"mediation.vault_noted", [](Case& c) { return json::object{{"party", c.key("parties")}, {"kind", "offer"}, {"issue", c.room_key("issues")}, {"words", "一人一半"}, {"amount", 90000}}; }}},
        {"PUT /vault/{slip}/consent", {"mediation.crossing_agreed", [](Case&) { return json::object{{"by", "phone"}}; }}},
        {"PUT /vault/{slip}/withdrawal", {"mediation.crossing_withdrawn", [](Case&) { return json::object{{"by", "phone"}}; }}},
        {"PUT /vault/{slip}/release", {"mediation.statement_released", nothing()}},
        {"POST /safety", {"mediation.safety_asked", [](Case& c) { return json::object{{"party", c.key("parties")}, {"yes", json::array{"afraid_to_go_home"}}}; }}},
        {"POST /safety/{check}/lifting", {"mediation.safety_lifted", [](Case&) { return json::object{{"action", "shelter"}, {"why", "已住到亲戚家"}}; }}},
        {"POST /children", {"mediation.child_heard", [](Case&) { return json::object{{"name", "小雨"}, {"birth_year", 2013}, {"with", "alone"}, {"wish", "上学的日子想住妈妈家"}}; }}},
        {"POST /protections", {"mediation.protection_filed", [](Case& c) { return json::object{{"kind", "protection_order"}, {"protects", c.key("parties", 0)}, {"against", c.key("parties", 1)},
             {"from", iso(date_in_beijing(c.town.now))}, {"until", c.due()}}; }}},
        {"POST /protections/{protection}/visits", {"mediation.protection_visited", [](Case&) { return json::object{{"findings", "平静"}}; }}},
        {"PUT /agreements/{agreement}/confirmation/court", {"resolution.court_chosen", [](Case& c) { return json::object{{"court", shown(c.town.court)}}; }}},
        {"POST /agreements/{agreement}/packet", {"documents.package_sent", nothing()}},
        {"POST /packages", {"documents.package_sent", [](Case& c) { return json::object{{"organisation", shown(c.town.court)}, {"basis", "parties_agree"}, {"reason", "移交"}, {"consented", c.parties()},
             {"forms", json::array{json::object{{"form", "rights_notice"}}}}}; }}},
        {"POST /agreements/{agreement}/confirmation", {"resolution.confirmation_applied", [](Case& c) { return json::object{{"applicants", c.parties()}, {"court", shown(c.town.court)}}; }}},
        {"PUT /agreements/{agreement}/confirmation/docket", {"resolution.confirmation_docketed", [](Case&) { return json::object{{"number", "（2023）新0203诉前调确7号"}}; }}},
        {"PUT /agreements/{agreement}/confirmation/ruling", {"resolution.confirmation_ruled", [](Case&) { return json::object{{"ruling", "withdrawn"}}; }}},
        {"PUT /agreements/{agreement}/confirmation/receipts/{party}", {"resolution.ruling_received", [](Case& c) { return json::object{{"on", iso(date_in_beijing(c.town.now))}, {"known_from", "court"}}; }}},
        {"PUT /documents/{form}", {"documents.filled", [](Case&) { return json::object{{"values", json::array{json::object{{"key", "note"}, {"text", "补正说明"}}}}}; }}},
        {"POST /papers", {"", [](Case&) { return json::object{{"kind", "place_photo"}, {"visibility", "file"}, {"title", "漏水处"}}; }, &Town::director, true}},
        {"PUT /papers/{paper}/calls/{call}", {"", nothing()}},
        {"DELETE /papers/{paper}/calls/{call}", {"", nothing()}},
        {"PUT /papers/{paper}/withdrawal", {"", [](Case&) { return json::object{{"why", "wrong_file"}}; }}},
        {"PUT /papers/{paper}/erasure", {"", [](Case&) { return json::object{{"statute", "PIPL-47"}}; }}},
        {"POST /visits", {"followup.visited", [](Case& c) { return json::object{{"by", "phone"}, {"answers", json::array{json::object{{"party", c.key("parties")}, {"satisfaction", "satisfied"}}}}, {"findings", "满意"}}; }}},
        {"POST /reopening", {"followup.reopened", [](Case& c) { return because(c, "reopen", {{"facts", "又漏水了"}}); }}},
        {"POST /restriction", {"privacy.restricted", [](Case&) { return json::object{{"reason", "当事人申请"}}; }}},
        {"POST /restriction/release", {"privacy.released", [](Case&) { return json::object{{"reason", "法院调卷"}}; }}},
        {"POST /parties/{party}/contact", {"", nothing()}},
        {"POST /still-owed", {"", [](Case& c) {
             return json::object{{"one", c.key("parties", 0)}, {"other", c.key("parties", 1)}, {"both_present", true}};
         }}},
        {"POST /glass", {"oversight.glass_broken", [](Case&) { return json::object{{"reason", "核查投诉"}}; }, &Town::supervisor}},
        {"POST /closing", {"followup.archived", [](Case& c) { return json::object{{"retention", c.town.first_of("archive_retention")}}; }}},
    };
    return all;
}

// The points of a life: each stage, and some of its turns.
struct Road {
    std::string point;
    Stage stage;
    std::vector<std::string> deeds;  // doors of the table on the way, with its own sound bodies
};

constexpr std::pair<std::string_view, std::string_view> on_the_table[] = {{"{call}", "calls"}, {"{slip}", "vault"}, {"{check}", "checks"}, {"{protection}", "protections"}, {"{conference}", "conferences"}};

void take(Case& c, std::string const& door)
{
    if (door == "all agree") return c.does("POST", "/consents", {{"party", c.key("parties", 2)}, {"consent", "agreed"}});
    if (door == "the chair") return c.does("PUT", "/assignment", {{"person", shown(c.town.director.person)}});
    if (door == "all sign") return c.sign();
    if (door == "all meet") return c.does("POST", "/records", {{"kind", "joint"}, {"parties", c.parties()}, {"record", "双方到场，谈拢"}, {"result", "success"}});
    if (door == "all show papers") return c.does("PUT", "/documents/identity_papers", {{"values", json::array{json::object{{"section", "papers"}, {"row", c.key("parties")}, {"key", "paper"}, {"text", "居民身份证"}}}}});
    if (door == "all give addresses") {
        for (auto const& party : c.parties()) c.does("PUT", "/documents/delivery_address", {{"subject", party}, {"values", json::array{json::object{{"key", "delivery_address"}, {"text", "汇福家园三栋"}}}}});
        return;
    }
    auto const space = door.find(' ');
    auto path = door.substr(space + 1);
    for (auto const& [name, list] : {std::pair("{agreement}", "agreements"), {"{risk}", "risks"}, {"{party}", "parties"}, {"{conflict}", "conflicts"}})
        if (auto const at = path.find(name); at != path.npos) path.replace(at, std::string_view(name).size(), c.key(list));
    for (auto const& [name, list] : on_the_table)
        if (auto const at = path.find(name); at != path.npos) path.replace(at, name.size(), c.room_key(list));
    if (auto const at = path.find("{obligation}"); at != path.npos) path.replace(at, 12, c.promise());
    for (auto const& [name, list] : {std::pair("{seat}", "seats"), {"{task}", "tasks"}})
        if (auto const at = path.find(name); at != path.npos) path.replace(at, std::string_view(name).size(), c.conference_key(list));
    if (auto const at = path.find("{paper}"); at != path.npos) path.replace(at, 7, c.brought());
    auto const& known = doors().at(door);
    auto const told = knock(c.town, known, door.substr(0, space), c.here() + path, known.body(c));
    if (!told.well()) throw std::runtime_error(door + ": " + told.text);
}

std::vector<Road> all_roads()
{
    using enum Stage;
    auto const on = [](std::vector<std::string> road, std::vector<std::string> const& more) {
        road.insert(road.end(), more.begin(), more.end());
        return road;
    };
    std::vector<std::string> const in{"POST /acceptance", "POST /risks"}, sent = on(in, {"POST /diversion"}),
        willing = on(sent, {"all agree"}), room = on(willing, {"PUT /receipt", "the chair", "POST /rights"}),
        drafted = on(room, {"POST /disclosures", "all meet", "POST /agreements"}), signed_by_all = on(drafted, {"all sign", "POST /agreements/{agreement}/mediator-signature"}),
        effective = on(signed_by_all, {"POST /agreements/{agreement}/seal"}),
        kept = on(effective, {"POST /obligations/{obligation}/performance"}), visited = on(kept, {"all show papers", "POST /visits"});
    return {{"requested", requested, {}}, {"accepted", accepted, in}, {"inviting", inviting, sent}, {"sent", diverted, willing},
            {"received", diverted, on(willing, {"PUT /receipt"})}, {"in the room", mediating, room}, {"objected", mediating, on(room, {"POST /objections"})}, {"paused", mediating, on(room, {"POST /pause"})},
            {"with a guest", mediating, on(room, {"POST /participants"})}, {"called", mediating, on(room, {"POST /calls"})}, {"planned", mediating, on(room, {"POST /sessions"})}, {"offered", mediating, on(room, {"POST /issues", "POST /vault"})}, {"let cross", mediating, on(room, {"POST /issues", "POST /vault", "PUT /vault/{slip}/consent"})},
            {"checked", mediating, on(room, {"POST /safety"})}, {"protected", mediating, on(room, {"POST /protections"})}, {"asked the court", agreed, on(effective, {"POST /agreements/{agreement}/confirmation"})},
            {"ruled on", agreed, on(effective, {"POST /agreements/{agreement}/confirmation", "PUT /agreements/{agreement}/confirmation/ruling"})},
            {"whole for the court", agreed, on(effective, {"POST /agreements/{agreement}/confirmation", "all show papers", "all give addresses"})},
            {"conferring", mediating, on(room, {"POST /conferences"})}, {"invited", mediating, on(room, {"POST /conferences", "POST /conferences/{conference}/seats"})},
            {"advised by others", mediating, on(room, {"POST /conferences", "POST /conferences/{conference}/seats", "PUT /seats/{seat}/advice"})},
            {"with a task", mediating, on(room, {"POST /conferences", "POST /conferences/{conference}/seats", "PUT /seats/{seat}/advice", "PUT /conferences/{conference}/decision"})},
            {"with a photo", mediating, on(room, {"POST /calls", "POST /papers"})}, {"photo shown", mediating, on(room, {"POST /calls", "POST /papers", "PUT /papers/{paper}/calls/{call}"})},
            {"photo withdrawn", mediating, on(room, {"POST /papers", "PUT /papers/{paper}/withdrawal"})},
            {"drafted", mediating, drafted}, {"linked", mediating, on(drafted, {"POST /agreements/{agreement}/links"})}, {"ready to be sealed", mediating, signed_by_all}, {"agreed", agreed, effective},
            {"kept", visiting, kept}, {"visited", visiting, visited}, {"archived", archived, on(visited, {"POST /closing"})}, {"locked away", archived, on(visited, {"POST /closing", "POST /restriction"})},
            {"advised", advised, {"POST /advice"}}, {"merged", advised, {"PUT /merge"}}, {"refused", refused, {"POST /refusal"}},
            {"terminated", terminated, on(room, {"POST /termination"})}, {"transferred", transferred, {"POST /transfer"}}};
}

Case at(Town& town, Road const& road)
{
    Case c{town};
    for (auto const& deed : road.deeds) take(c, deed);
    return c;
}

std::string filled(Case& c, std::string path)
{
    auto const put = [&](std::string_view name, auto key) {
        if (auto const found = path.find(name); found != path.npos) path.replace(found, name.size(), key());
    };
    put("{dispute}", [&] { return c.id; });
    put("{party}", [&] { return c.key("parties"); });
    put("{conflict}", [&] { return c.key("conflicts"); });
    put("{risk}", [&] { return c.key("risks"); });
    put("{agreement}", [&] { return c.key("agreements"); });
    put("{participant}", [&] { return c.key("participants"); });
    put("{session}", [&] { return c.key("sessions"); });
    put("{obligation}", [&] { return c.promise(); });
    put("{seat}", [&] { return c.conference_key("seats"); });
    put("{task}", [&] { return c.conference_key("tasks"); });
    put("{form}", [] { return std::string("dossier_note"); });
    put("{paper}", [&] { return c.brought(); });
    put("{link}", [&] { return c.link(); });
    for (auto const& [name, list] : on_the_table) put(name, [&, what = list] { return c.room_key(what); });
    return path;
}

struct Matrix : ::testing::TestWithParam<sql::Engine> {};
INSTANTIATE_TEST_SUITE_P(engines, Matrix, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(Matrix, every_door_of_a_dispute_opens_at_the_stages_of_the_table_and_at_no_other)
{
    Town town{GetParam()};
    // Where each change waits for another process and its disk: one pair in twelve, always the same ones.
    bool const every_pair = GetParam() == sql::Engine::sqlite;
    std::mt19937 dice(20231120);
    constexpr std::string_view under = "/disputes/{dispute}";
    std::set<std::string> opened, met;
    for (auto const& road : all_roads()) {
        std::optional<Case> c;
        for (auto const& room : town.dispatcher->catalogue())
            for (auto const& route : room.routes) {
                if (route.verb == api::Verb::get || !route.path.starts_with("/disputes/{dispute}/")) continue;
                auto const name = std::string(api::method(route.verb)) + " " + std::string(route.path.substr(under.size()));
                met.insert(name);
                ASSERT_TRUE(doors().contains(name)) << name << " is missing in this table";
                auto const& door = doors().at(name);
                if (!every_pair && dice() % 12 != 0) continue;
                if (!c) c.emplace(at(town, road));
                ASSERT_EQ(text_of(c->file().at("dispute").at("stage")), boost::describe::enum_to_string(road.stage, "?")) << road.point;
                auto const body = door.body(*c);
                auto const path = filled(*c, std::string(route.path));
                auto const version = c->file().at("version");
                auto const pages = town.pages();
                auto const told = knock(town, door, std::string(api::method(route.verb)), path, body);
                if (told.well()) {
                    opened.insert(name);
                    auto const* permit = door.deed.empty() ? nullptr : dispute::permit(door.deed);
                    bool const may = !permit || std::find(permit->from.begin(), permit->from.end(), road.stage) != permit->from.end();
                    EXPECT_TRUE(may) << name << " opened when " << road.point;
                    c.reset();
                    continue;
                }
                EXPECT_TRUE(told.status >= 400 && told.status < 500) << name << ": " << told.text;
                EXPECT_FALSE(told.field("code").empty());
                EXPECT_EQ(town.pages(), pages) << name << " when " << road.point;
                EXPECT_EQ(c->file().at("version"), version);
            }
    }
    EXPECT_GT(opened.size(), 10u);
    EXPECT_EQ(met.size(), doors().size());
    if (!every_pair) return;
    for (auto const& name : met) EXPECT_TRUE(opened.contains(name)) << name << " opened nowhere: its body in this table is not sound";
}

}  // namespace
}  // namespace maple
