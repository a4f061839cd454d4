// Somebody who sends anything at all, at every door: sound requests with one or more things
// spoilt at random. Whatever comes in, the house answers with a clear no or does what was asked;
// it never breaks, a no changes nothing, names its field, and does not say back what was sent.
#include "app/replay.hpp"
#include "schema.hpp"
#include "town.hpp"

#include "api/prose.hpp"

#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>
#include <random>

namespace maple {
namespace {

using ::maple::testing::Official;
using ::maple::testing::Schema;
using ::maple::testing::Told;
using ::maple::testing::Town;
using ::maple::testing::text_of;

constexpr std::uint64_t fixed_seed = 20231120;
constexpr std::string_view canary = "canary-5e1f";

class Dice {
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}
    std::size_t below(std::size_t n) { return n == 0 ? 0 : std::size_t(random_() % n); }
    bool once_in(std::size_t n) { return below(n) == 0; }
    template <class List> auto const& pick(List const& list) { return list.at(below(list.size())); }

private:
    std::mt19937_64 random_;
};

// --- What can be spoilt --------------------------------------------------------------------

json::value nested(std::size_t depth)
{
    json::value v = json::array{};
    for (std::size_t n = 0; n < depth; ++n) v = n % 2 ? json::value(json::object{{"a", v}}) : json::value(json::array{v});
    return v;
}

json::array const& nasty_values()
{
    static json::array const all{
        nullptr, true, false, 0, 1, -1, 7, std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min(),
        std::numeric_limits<std::uint64_t>::max(), Fen::most, Fen::most + 1, 1.5, 1e300, -0.0, "", " ", "\n", "a\nb", "a\rb", "\u2028", json::string("a\0b", 3), "\x7F",
        "\u202Egnirts", json::string(canary), std::string(201, 'x'), std::string(6000, 'x'), "true", "0", "-1", "1e3", "NaN", "null", "2023-02-29", "2023-13-01", "2100-02-29",
        "0000-00-00", "2023-11-20", "2023-11-20T25:00:00+08:00", "2023-11-20T10:00:00", "2300-12-31T23:59:59Z", "1800-01-01T00:00:00Z", "06AF8Z1Q00001", "06AF8Z1Q0000I",
        "not a key", "../../etc/passwd", "' OR 1=1 --", "%s%n", "<script>", "{{name}}", "990203197001011230", "91650200MA00000000", "650203007001", "6502", "999999999999",
        "neighbour", "other", "agreed", "12", "13900000000", json::array{}, json::array{nullptr}, json::array{1, "a"}, json::object{}, json::object{{"a", 1}}, nested(4), nested(40)};
    return all;
}

void gather(json::value& v, std::vector<json::value*>& into)
{
    into.push_back(&v);
    if (auto* object = v.if_object())
        for (auto& member : *object) gather(member.value(), into);
    else if (auto* list = v.if_array())
        for (auto& item : *list) gather(item, into);
}

void spoil_tree(json::value& body, Dice& dice)
{
    std::vector<json::value*> places;
    gather(body, places);
    auto& place = *places.at(places.size() == 1 ? 0 : 1 + dice.below(places.size() - 1));
    switch (dice.below(6)) {
    case 0:
        if (auto* object = place.if_object(); object && !object->empty()) {
            object->erase(std::string(std::next(object->begin(), std::ptrdiff_t(dice.below(object->size())))->key()));
            break;
        }
        [[fallthrough]];
    case 1:
        if (auto* object = place.if_object()) {
            (*object)[dice.once_in(2) ? "mood" : std::string("a/b~") + std::string(canary.substr(0, 3))] = dice.pick(nasty_values());
            break;
        }
        [[fallthrough]];
    case 2:
        if (auto* list = place.if_array(); list && !list->empty()) {
            auto const one = list->front();
            for (auto const most = dice.once_in(4) ? 10'000u : 3u; list->size() < most;) list->push_back(one);
            break;
        }
        [[fallthrough]];
    default: place = dice.pick(nasty_values());
    }
}

void spoil_text(std::string& text, Dice& dice)
{
    static std::vector<std::string> const pieces{"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", std::string(1, '\0'), "\\ud800", "\\udc00\\ud800", "NaN", "Infinity", ",", "}", "\"", "//",
                                                 "1e999", "0x10", "\\u0000", "\xEF\xBB\xBF", "[[[[[[[[[[[[[[[[[[[["};
    auto const where = dice.below(text.size() + 1);
    switch (dice.below(5)) {
    case 0: text.resize(where); break;
    case 1:  // the first field twice
        if (auto const end = text.find(':'); text.size() > 3 && text[0] == '{' && end != text.npos) text.insert(1, text.substr(1, end) + "null,");
        break;
    default: text.insert(where, dice.pick(pieces));
    }
}

std::string spoilt_key(Dice& dice)
{
    static std::vector<std::string> const keys{"x", "0", "-1", "%00", "%2F", "%zz", "..", "06AF8Z1Q0000I", "06AF8Z1Q000010", "0000000000000", "ZZZZZZZZZZZZZ", "7ZZZZZZZZZZZZ", "%E5%85%8B", "%ED%A0%80",
                                               "%27%20OR%201", "null", "undefined", "06af8z1q00001", std::string(3000, 'x')};
    return dice.pick(keys);
}

http::Headers spoilt_headers(Dice& dice)
{
    static std::vector<std::pair<std::string, std::string>> const all{
        {"Content-Type", "text/plain"}, {"Content-Type", "application/jsonx"}, {"Content-Type", "application/json; charset=gbk"}, {"Content-Type", "multipart/form-data; boundary=x"},
        {"Content-Encoding", "gzip"}, {"Content-Encoding", "br"}, {"If-Match", "\"999\""}, {"If-Match", "7"}, {"If-Match", "\"99999999999999999999\""}, {"If-None-Match", "*"}, {"If-None-Match", "\"\",,W/"},
        {"Idempotency-Key", std::string(201, 'k')}, {"Idempotency-Key", "a\x01"}, {"Idempotency-Key", "k"}, {"Accept-Language", "tlh;q=9,*;q=-1,,;;"}, {"Accept-Language", std::string(3000, 'x')},
        {"Origin", "https://example.org"}, {"Sec-Fetch-Site", "cross-site"}, {"Cookie", "maplebridge_session=" + std::string(500, 'x')}, {"Cookie", "; =;;"}};
    return {dice.pick(all)};
}

// --- The house and who knocks --------------------------------------------------------------

struct Hostile : ::testing::TestWithParam<sql::Engine> {
    Town town{GetParam()};
    std::uint64_t seed = std::getenv("MAPLEBRIDGE_SEED") ? std::stoull(std::getenv("MAPLEBRIDGE_SEED")) : fixed_seed;
    Dice dice{seed};
    std::vector<json::value> files;  // disputes at several points of their lives
    std::string lead, referral;
    int asked = 0, done = 0;
    std::map<int, int> met;
    std::set<std::string> opened;  // doors that did what was asked at least once

    void SetUp() override
    {
        std::cout << "seed " << seed << " (set MAPLEBRIDGE_SEED for another one)\n";
        lead = text_of(town.well(town.informant, "POST", "/leads", {{"place", "650203007001"}, {"kind", "neighbour"}, {"urgency", "soon"}, {"words", "楼道里吵架"}}).at("id"));
        referral = text_of(town.well(town.officer, "POST", "/referrals", {{"reference", "公调 1 号"}, {"request", Town::request()}}).at("id"));
        for (int steps = 0; steps < 8; ++steps) files.push_back(brought(steps));
    }

    json::value brought(int steps)
    {
        auto file = town.well(town.director, "POST", "/disputes", Town::request()).at("file");
        auto const here = "/disputes/" + text_of(file.at("id"));
        json::array keys;
        for (auto const& one : file.at("dispute").at("parties").as_array()) keys.push_back(one.at("id"));
        json::object const promise{{"from", keys[1]}, {"to", keys[0]}, {"what", "修好水管"}, {"manner", "repair"}, {"due", "2023-12-01"}};
        std::vector<std::tuple<std::string, std::string, json::object>> const way{
            {"POST", "/acceptance", {}}, {"POST", "/risks", {{"kind", "other"}, {"level", "yellow"}}}, {"POST", "/consents", {{"party", keys[2]}, {"consent", "agreed"}}},
            {"POST", "/diversion", {{"organisation", shown(town.committee)}, {"grade", "complex"}, {"override_reason", "r"}, {"change_reason", "c"}}}, {"PUT", "/receipt", {}},
            {"PUT", "/assignment", {{"person", shown(town.director.person)}}}, {"POST", "/rights", {{"parties", keys}}},
            {"POST", "/agreements", {{"text", json::object{{"parties", keys}, {"facts", "漏水"}, {"terms", "修理"}, {"obligations", json::array{promise}}}}}}};
        for (int n = 0; n <= steps && n < int(way.size()); ++n) {
            auto const& [verb, door, body] = way[std::size_t(n)];
            file = town.well(town.director, verb, here + door, body);
        }
        return file;
    }

    Official const& somebody(access::Right right)
    {
        std::vector<Official const*> able;
        for (auto* who : {&town.director, &town.clerk, &town.mediator, &town.administrator, &town.security, &town.auditor, &town.informant, &town.officer, &town.supervisor, &town.elsewhere}) {
            auto const caller = sql::read_now(*town.store, [&](sql::Session& sql) { return access::identify(sql, who->token, real_time()); });
            if (access::may(caller, right)) able.push_back(who);
        }
        if (able.empty()) return town.director;
        return dice.once_in(3) ? *dice.pick(able) : *able.front();
    }

    // Some requests sign people out, as they should: who was signed out comes back.
    void sign_in_again(Official& who)
    {
        if (who.token.empty()) return;
        sql::write_now(*town.store, [&](sql::Session& sql) {
            if (access::identify(sql, who.token, real_time()).signed_in()) return;
            auto const account = sql::cell<Key>(sql, "SELECT id FROM account WHERE person = $1", who.person);
            who.token = registry::begin_session(sql, town.book, account.value(), real_time(), {});
        });
    }

    // What would take the town itself away is asked about things that are not there.
    static bool takes_away(api::Route const& route)
    {
        if (route.verb == api::Verb::del && route.path.find("/disputes/") == route.path.npos) return true;
        for (auto const word : {"closing", "departure", "suspension"})
            if (route.path.find(word) != route.path.npos && route.path.find("/disputes/") == route.path.npos) return true;
        return false;
    }

    std::string key_for(std::string_view name, json::value const& file, api::Route const& route)
    {
        auto const first = [&](std::string_view list) {
            auto const& all = file.at("dispute").at(list).as_array();
            return all.empty() ? shown(Key{7}) : text_of(all[0].at("id"));
        };
        if (name == "dispute") return text_of(file.at("id"));
        if (name == "party") return first("parties");
        if (name == "risk") return first("risks");
        if (name == "agreement") return first("agreements");
        if (name == "obligation") {
            auto const& all = file.at("dispute").at("agreements").as_array();
            return all.empty() ? shown(Key{7}) : text_of(all[0].at("obligations").at(0).at("id"));
        }
        if (name == "lead") return lead;
        if (name == "referral") return referral;
        if (name == "form") return "mediation_record";
        if (name == "key") return "mediation_success";
        if (takes_away(route)) return shown(Key{7});
        return name == "organisation" ? shown(town.office) : name == "person" ? shown(town.mediator.person) : shown(Key{7});
    }

    // Keys that examples cannot know.
    void put_keys(json::value& body, json::value const& file)
    {
        if (auto* list = body.if_array()) {
            for (auto& item : *list) put_keys(item, file);
            return;
        }
        auto* object = body.if_object();
        if (!object) return;
        auto const party = [&](std::size_t n) { return file.at("dispute").at("parties").at(n).at("id"); };
        for (auto& member : *object) {
            auto const name = member.key();
            auto& value = member.value();
            if (name == "parties" && value.is_array() && !value.get_array().empty() && value.get_array()[0].is_string()) value = json::array{party(0), party(1), party(2)};
            else if (name == "consented" || name == "agreed_by") value = json::array{party(0), party(1), party(2)};
            else if ((name == "party" || name == "to") && value.is_string() && value.get_string().size() == 13) value = party(0);
            else if (name == "from" && value.is_string() && value.get_string().size() == 13) value = party(1);
            else if (name == "organisation" && value.is_string()) value = shown(town.committee);
            else if (name == "parent") value = shown(town.office);
            else if (name == "person" && value.is_string()) value = shown(town.colleague.person);
            else if (name == "session" || name == "participants" || name == "member" || name == "agreement") value = nullptr;
            else put_keys(value, file);
        }
        for (auto member = object->begin(); member != object->end();)
            member = member->value().is_null() ? object->erase(member) : std::next(member);
    }

    // Everything that a refused request must leave alone.
    std::string state()
    {
        return sql::read_now(*town.store, [](sql::Session& sql) {
            auto const table = sql.run(R"(
                SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM words), (SELECT count(*) FROM receipt), (SELECT sum(version) FROM dispute), (SELECT count(*) FROM dispute),
                       (SELECT sum(version) FROM lead), (SELECT sum(version) FROM referral), (SELECT count(*) FROM organisation), (SELECT count(*) FROM person), (SELECT count(*) FROM account),
                       (SELECT count(*) FROM grant_of), (SELECT count(*) FROM invitation), (SELECT count(*) FROM sign_in), (SELECT sum(last) FROM counter), (SELECT count(*) FROM idempotency))", {});
            std::string all;
            for (auto const& cell : table.rows.front())
                all += (std::holds_alternative<std::int64_t>(cell) ? std::to_string(std::get<std::int64_t>(cell)) : std::holds_alternative<std::string>(cell) ? std::get<std::string>(cell) : "-") + " ";
            return all;
        });
    }

    Told knock(Official const& who, std::string_view verb, std::string const& path, std::string const& query, std::string body, http::Headers headers)
    {
        http::Request request;
        request.verb = verb;
        request.path = "/api" + path;
        request.query = query;
        request.body = std::move(body);
        request.peer = "198.51." + std::to_string(asked / 200 % 250) + "." + std::to_string(asked % 200);
        request.headers = std::move(headers);
        if (request.header("Content-Type").empty()) request.headers.emplace_back("Content-Type", "application/json");
        if (request.header("Cookie").empty()) request.headers.emplace_back("Cookie", std::string(access::session_cookie) + "=" + who.token);
        auto answer = town.dispatcher->ask(std::move(request));
        return {answer.status, answer.type, answer.shared ? *answer.shared : answer.body, answer.headers};
    }

    // The pointer of a fault leads into what was sent, or to where something is missing.
    static bool leads_into(std::string_view pointer, json::value const& sent)
    {
        auto const* here = &sent;
        while (!pointer.empty()) {
            pointer.remove_prefix(1);
            auto const slash = pointer.find('/');
            std::string step(pointer.substr(0, slash));
            pointer = slash == pointer.npos ? std::string_view{} : pointer.substr(slash);
            for (auto at = step.find("~1"); at != step.npos; at = step.find("~1")) step.replace(at, 2, "/");
            for (auto at = step.find("~0"); at != step.npos; at = step.find("~0", at + 1)) step.replace(at, 2, "~");
            json::value const* next = nullptr;
            if (auto const* object = here->if_object()) next = object->if_contains(step);
            else if (auto const* list = here->if_array()) {
                auto const n = step.find_first_not_of("0123456789") == step.npos ? std::stoul(step) : list->size();
                if (n < list->size()) next = &(*list)[n];
            }
            if (!next) return pointer.empty() && (here->is_object() || here->is_array());
            here = next;
        }
        return true;
    }

    void judge(Told const& told, std::string const& what, std::string const& before, std::string const& body, api::Route const& route)
    {
        ++met[told.status];
        ASSERT_LT(told.status, 500) << what << "\n" << told.text;
        if (told.well() || told.status == 304) {
            ++done;
            opened.insert(std::string(api::method(route.verb)) + " " + std::string(route.path));
            return;
        }
        EXPECT_EQ(state(), before) << what << "\n" << told.text;
        ASSERT_TRUE(told.type.starts_with("application/problem+json")) << what << ": " << told.type;
        auto const problem = told.body();
        EXPECT_FALSE(text_of(problem.at("code")).empty());
        EXPECT_EQ(text_of(problem.at("detail")).find("refusal."), std::string::npos) << told.text;
        EXPECT_EQ(text_of(problem.at("detail")).find(canary), std::string::npos) << told.text;
        boost::system::error_code bad;
        auto const sent = api::has_body(route.verb) ? json::parse(body, bad) : json::value();
        for (auto const& one : problem.at("problems").as_array()) {
            EXPECT_EQ(text_of(one.at("detail")).find("problem."), std::string::npos) << told.text;
            EXPECT_EQ(text_of(one.at("detail")).find(canary), std::string::npos) << told.text;
            auto const at = text_of(one.at("at"));
            bool const of_the_path = at.size() > 1 && route.path.find("{" + at.substr(1) + "}") != route.path.npos;
            if (!bad && sent.is_object() && !of_the_path) EXPECT_TRUE(leads_into(at, sent)) << what << ": " << at << " in " << body.substr(0, 2000);
        }
    }

    void attack(api::Route const& route, json::object const& sound)
    {
        auto const& file = dice.pick(files);
        json::value body = sound;
        put_keys(body, file);
        std::string path(route.path), query;
        for (auto open = path.find('{'); open != path.npos; open = path.find('{', open)) {
            auto const name = path.substr(open + 1, path.find('}', open) - open - 1);
            body.get_object().erase(name);
            path.replace(open, name.size() + 2, dice.once_in(12) ? spoilt_key(dice) : key_for(name, file, route));
        }
        http::Headers headers;
        std::string text;
        if (api::has_body(route.verb)) {
            auto const spoils = dice.below(4);  // sometimes nothing at all
            for (std::size_t n = 0; n < spoils && n < 2; ++n) spoil_tree(body, dice);
            text = json::serialize(body);
            if (dice.once_in(6)) spoil_text(text, dice);
            if (dice.once_in(20)) text = "";
            if (dice.once_in(30)) query = "x=1";
        } else {
            for (auto const& [name, value] : body.get_object()) {
                if (!dice.once_in(3)) continue;
                auto const nasty = dice.pick(nasty_values());
                auto const said = dice.once_in(2) ? value : nasty;
                std::string spelled = said.is_string() ? std::string(said.get_string()) : json::serialize(said);
                std::string escaped;
                for (unsigned char c : spelled) escaped += std::isalnum(c) ? std::string(1, char(c)) : fmt_hex(c);
                for (int n = dice.once_in(10) ? 2 : 1; n > 0; --n) query += (query.empty() ? "" : "&") + std::string(name) + "=" + escaped;
            }
            if (dice.once_in(15)) query += dice.once_in(2) ? "&mood=bad" : "&%zz=%ED%A0%80";
            if (dice.once_in(20)) text = R"({"a":1})";
        }
        if (dice.once_in(8)) headers = spoilt_headers(dice);
        ++asked;
        auto const& who = dice.once_in(25) ? town.nobody : somebody(route.needs);
        auto const before = state();
        auto const verb = dice.once_in(60) ? std::string_view("PATCH") : api::method(route.verb);
        auto const what = std::string(verb) + " " + path.substr(0, 200) + "?" + query.substr(0, 300) + " " + text.substr(0, 1500);
        judge(knock(who, verb, path, query, text, headers), what, before, text, route);
        for (auto* one : {&town.director, &town.clerk, &town.mediator, &town.administrator, &town.security, &town.auditor, &town.informant, &town.officer, &town.supervisor, &town.elsewhere})
            sign_in_again(*one);
    }

    static std::string fmt_hex(unsigned char c)
    {
        constexpr char digits[] = "0123456789ABCDEF";
        return {'%', digits[c >> 4], digits[c & 15]};
    }
};

json::object sound_form(api::Route const& route)
{
    Schemas all(api::prose);
    auto const ref = route.in(all, Way::asked);
    json::object components;
    for (auto const& [name, drawn] : all.all()) components[name] = drawn;
    json::object const own{{"components", {{"schemas", components}}}};
    Schema const schema(own);
    return ::maple::testing::Maker{schema}.whole(schema.resolved(ref));
}

TEST_P(Hostile, whatever_is_sent_is_done_or_refused_and_nothing_in_between)
{
    bool const embedded = GetParam() == sql::Engine::sqlite;
    for (auto const& room : town.dispatcher->catalogue())
        for (auto const& route : room.routes) {
            if (route.needs == access::Right::demonstrate) continue;
            auto const sound = sound_form(route);
            // Hashing a password takes its time by design.
            int const times = route.fill_in_lobby ? 3 : !embedded ? 8 : api::has_body(route.verb) ? 40 : 15;
            for (int n = 0; n < times && !HasFatalFailure(); ++n) attack(route, sound);
        }
    std::cout << asked << " requests, " << done << " done;";
    for (auto const& [status, times] : met) std::cout << " " << status << ": " << times;
    std::cout << "; doors opened: " << opened.size() << "\n";
    EXPECT_GT(done, asked / 20) << "nothing is tested by requests that nobody could grant";
    sql::write_now(*town.store, [](sql::Session& sql) { access::place_pages(sql); });
    for (auto const& one : app::verify(*town.store, town.book, town.vault).differences) ADD_FAILURE() << one.what << " " << one.which << " " << one.says;
}

INSTANTIATE_TEST_SUITE_P(engines, Hostile, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

}  // namespace
}  // namespace maple
