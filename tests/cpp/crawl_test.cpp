// The policy against the doors: every route of the catalogue, asked by everybody, answers what
// the tables say and shows nobody a word that is not for him. A new route is crawled on the day
// it is born; one that opens to nobody fails.
#include "crawl.hpp"
#include "dispute/file.hpp"
#include "papers/rules.hpp"
#include "read_out.hpp"

#include <gtest/gtest.h>
#include <random>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>
#include <sstream>

namespace maple {
namespace {

using access::Right;
using ::maple::testing::Canary;
using ::maple::testing::Crawl;
using ::maple::testing::Official;
using ::maple::testing::ReadOut;
using ::maple::testing::text_of;
using ::maple::testing::Told;

struct Judge {
    Crawl& crawl;

    access::Caller caller(Official const& who)
    {
        return sql::read_now(*crawl.town.store, [&](sql::Session& sql) { return access::identify(sql, who.token, real_time()); });
    }
    access::Matter matter()
    {
        return sql::read_now(*crawl.town.store, [&](sql::Session& sql) {
            Desk desk{sql, crawl.town.house, {}, crawl.town.now, real_time()};
            return dispute::matter_of(dispute::read_unasked(desk, key_from_shown(crawl.keys.at("dispute")).value()), crawl.town.now);
        });
    }
    // No word of the answer may be of a class that this reader does not see.
    bool in_charge(Official const& who)
    {
        auto const scope = sql::read_now(*crawl.town.store, [&](sql::Session& sql) {
            return sql::cell<std::string>(sql, "SELECT path FROM organisation WHERE id = $1", crawl.town.committee).value();
        });
        auto const asker = caller(who);
        return access::may_in(asker, Right::lead_people, scope) || access::may_in(asker, Right::keep_people, scope);
    }
    // Whether a word on the papers of those who serve is for this reader: by name, or because he
    // leads or keeps the mediator whom the papers are about.
    bool reads(Canary const& canary, std::string const& who, Official const& asker)
    {
        return canary.readers.contains(who) || (who.starts_with("random") && !canary.readers.empty() && in_charge(asker));
    }
    void words(std::string const& who, Official const& asker, std::string const& path, Told const& told)
    {
        auto const sight = access::sight(caller(asker), matter());
        bool const inside = papers::eye_of(caller(asker), matter(), papers::Visibility::internal) == papers::Eye::whole;
        ReadOut const read(told.text);
        for (auto const& canary : crawl.canaries) {
            bool const consulted = canary.for_consulted && who == "adviser" && path.starts_with("/consultations");
            // Both sides agreed that the police get these forms, which name them.
            bool const handed_over = who == "officer" && path.starts_with("/packages") && canary.words.starts_with("鸟canary-name-");
            bool const for_him = canary.internal ? inside
                                                 : consulted || handed_over || (canary.elsewhere ? reads(canary, who, asker)
                                                                 : canary.contact ? sight.contacts
                                                                                  : sight.of(canary.field_class));
            if (!for_him) {
                EXPECT_FALSE(read.tells(canary.words)) << path << " tells " << who << ": " << canary.words;
            }
        }
    }
};

bool about_the_dispute(std::string_view path) { return path.starts_with("/disputes/{dispute}"); }

// Every form of the dispute, about everything that it is made out about, tells nobody a word that
// is not for him; and what was said alone is told by none, not even to who heard it.
void every_form(Crawl& crawl, Judge& judge, std::string const& route)
{
    auto const listed = crawl.town.well(crawl.town.director, "GET", crawl.here + "/documents");
    std::set<std::string> printed;
    for (auto const& one : listed.at("forms").as_array()) {
        crawl.keys["form"] = text_of(one.at("form"));
        auto path = crawl.filled(route);
        if (auto const& subject = one.at("subject"); subject.is_string()) path += "?subject=" + text_of(subject);
        for (auto const& [who, official] : crawl.everybody()) {
            auto const told = crawl.town.ask(*official, "GET", path, "");
            judge.words(who, *official, path, told);
            EXPECT_FALSE(ReadOut(told.text).tells("canary-sealed")) << path << " for " << who;
            if (told.well()) printed.insert(crawl.keys["form"]);
            else EXPECT_FALSE(official == &crawl.town.mediator && one.at("available").as_bool()) << path << ": " << told.text;
        }
    }
    crawl.keys["form"] = "rights_notice";
    EXPECT_GT(printed.size(), 12u);
}

// Each paper is told to whom its eyes let, and its words and bytes to nobody else.
bool every_paper(Crawl& crawl, Judge& judge, std::string const& route, Right needs)
{
    bool opened = false;
    auto const matter = judge.matter();
    for (auto const& [paper, visibility] : crawl.brought_papers) {
        crawl.keys["paper"] = paper;
        auto const path = crawl.filled(route);
        bool const drawn = visibility == papers::Visibility::file || !route.ends_with("/thumbnail");  // a sound has no small picture
        for (auto const& [who, official] : crawl.everybody()) {
            auto const caller = judge.caller(*official);
            auto const told = crawl.town.ask(*official, "GET", path, "");
            bool const may = access::may(caller, needs, matter) && papers::eye_of(caller, matter, visibility) == papers::Eye::whole;
            EXPECT_EQ(told.well(), may && drawn) << path << " for " << who << ": " << told.text.substr(0, 200);
            judge.words(who, *official, path, told);
            opened = opened || told.well();
        }
    }
    crawl.keys["paper"] = crawl.brought_papers.front().first;
    return opened;
}

struct Crawling : ::testing::TestWithParam<sql::Engine> {
    // The same town for all who only look at it.
    static Crawl& to_look_at() { return towns.try_emplace(GetParam(), GetParam()).first->second; }
    static void TearDownTestSuite() { towns.clear(); }
    inline static std::map<sql::Engine, Crawl> towns;
};
INSTANTIATE_TEST_SUITE_P(engines, Crawling, ::testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

// The judge would find a word where the bytes do not show it.
TEST_P(Crawling, a_word_in_a_pdf_and_in_a_package_is_read_out)
{
    auto& crawl = to_look_at();
    auto& town = crawl.town;
    auto const terms = "canary-story-terms", alone = "canary-sealed-alone";
    auto const told = town.ask(town.mediator, "GET", crawl.here + "/documents/agreement.pdf?subject=" + crawl.keys.at("agreement"), "");
    ASSERT_TRUE(told.well()) << told.text;
    EXPECT_EQ(told.text.find(terms), std::string::npos) << "what is printed is deflated";
    EXPECT_TRUE(ReadOut(told.text).tells(terms));
    EXPECT_FALSE(ReadOut(told.text).tells(alone));
    auto const package = zip({{"00-letter.pdf", told.text}, {"manifest.json", "{}"}});
    EXPECT_TRUE(ReadOut(package).tells(terms));
    EXPECT_TRUE(ReadOut(package).tells("00-letter.pdf"));
    EXPECT_FALSE(ReadOut(package).tells(alone));
}

// What a door has to be asked beside its path.
std::string question(std::string_view route)
{
    return route == "/quality/prospect" ? "?organisation={organisation}&first_day=2023-11-13&last_day=2023-11-17" : "";
}

// Whose organisation it is not is told so at the field.
bool not_yours(Told const& told) { return told.status == 422 && told.text.find(R"("code":"not_yours")") != told.text.npos; }

TEST_P(Crawling, every_door_that_reads_answers_what_the_policy_says_and_opens_to_somebody)
{
    auto& crawl = to_look_at();
    Judge judge{crawl};
    auto const matter = judge.matter();
    for (auto const& room : crawl.town.dispatcher->catalogue())
        for (auto const& route : room.routes) {
            if (route.verb != api::Verb::get || route.needs == Right::demonstrate) continue;
            auto const path = crawl.filled(std::string(route.path) + question(route.path));
            bool opened = false;
            if (route.path.find("{form}") != route.path.npos) every_form(crawl, judge, std::string(route.path));
            if (about_the_dispute(route.path) && route.path.find("{paper}") != route.path.npos) {
                EXPECT_TRUE(every_paper(crawl, judge, std::string(route.path), route.needs)) << path << " opens to nobody";
                continue;
            }
            for (auto const& [who, official] : crawl.everybody()) {
                auto const caller = judge.caller(*official);
                auto const told = crawl.town.ask(*official, "GET", path, "");
                opened = opened || told.well();
                judge.words(who, *official, path, told);
                if (!access::may(caller, route.needs)) EXPECT_EQ(told.status, caller.signed_in() ? 403 : 401) << path << " for " << who;
                else if (about_the_dispute(route.path)) {
                    bool const may = access::may(caller, route.needs, matter);
                    EXPECT_EQ(told.well(), may) << path << " for " << who << ": " << told.text;
                }
                else EXPECT_TRUE(told.well() || told.status == 403 || told.status == 404 || not_yours(told)) << path << " for " << who << ": " << told.text;
            }
            EXPECT_TRUE(opened) << path << " opens to nobody";
        }
    auto const ended = "/calls/" + crawl.keys.at("ended_call");
    judge.words("officer", crawl.town.officer, ended, crawl.town.ask(crawl.town.officer, "GET", ended, ""));
}

// The same for people whom nobody has thought of: any roles anywhere, and disputes of two desks
// at several points of their lives.
TEST_P(Crawling, random_people_and_disputes_are_answered_what_the_policy_says)
{
    Crawl crawl{GetParam()};
    auto& town = crawl.town;
    Judge judge{crawl};
    std::mt19937 dice(20231120);
    auto const pick = [&](auto const& from) { return from[dice() % from.size()]; };
    std::vector<access::Role> roles;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<access::Role>>([&](auto one) { roles.push_back(one.value); });
    std::vector<Key> const places{town.office, town.committee, town.other_office, key_from_shown(crawl.keys.at("organisation")).value()};
    std::vector<Official> people(GetParam() == sql::Engine::sqlite ? 40 : 10);  // fewer where each question goes to another process
    sql::write_now(*town.store, [&](sql::Session& session) {
        Desk desk{session, town.house, {}, town.now, town.now};
        registry::Registrar roll(desk);
        std::vector<Key> accounts;
        for (std::size_t n = 0; n < people.size(); ++n) {
            registry::NewPerson person{{}, pick(places), "random" + std::to_string(n), "", "zh", "", {registry::Service::mediator}, "R-" + std::to_string(n), {}};
            people[n].person = roll.add(person).id;
            std::vector<registry::NewGrant> grants{{pick(roles), pick(places)}};
            if (dice() % 2) grants.push_back({pick(roles), pick(places)});
            accounts.push_back(roll.add(registry::NewAccount{{}, people[n].person, "random" + std::to_string(n), std::nullopt, grants}));
        }
        roll.write();
        for (std::size_t n = 0; n < people.size(); ++n) people[n].token = registry::begin_session(session, town.book, accounts[n], real_time(), {});
    });
    std::vector<std::string> disputes{crawl.keys.at("dispute")};
    for (auto const* desk : {&town.clerk, &town.elsewhere, &town.director, &town.elsewhere}) {
        auto form = ::maple::testing::Town::request();
        if (desk == &town.elsewhere) form["place"] = "650203001001";
        disputes.push_back(text_of(town.well(*desk, "POST", "/disputes", form).at("file").at("id")));
        if (dice() % 2) town.well(*desk, "POST", "/disputes/" + disputes.back() + "/acceptance");
    }
    int opened = 0, shut = 0;
    for (auto const& dispute : disputes) {
        crawl.keys["dispute"] = dispute;
        auto const matter = judge.matter();
        for (auto const& room : town.dispatcher->catalogue())
            for (auto const& route : room.routes) {
                if (route.needs == Right::demonstrate || route.fill_in_lobby) continue;
                if (dispute != disputes.front() && !about_the_dispute(route.path)) continue;
                auto const path = crawl.filled(std::string(route.path));
                for (std::size_t n = 0; n < people.size(); ++n) {
                    auto const caller = judge.caller(people[n]);
                    bool const may = access::may(caller, route.needs) && (!about_the_dispute(route.path) || access::may(caller, route.needs, matter));
                    if (route.verb != api::Verb::get && may) continue;  // who may is tried with sound forms elsewhere
                    auto const told = town.ask(people[n], std::string(api::method(route.verb)), path, route.verb == api::Verb::get ? "" : "{}");
                    ++(may ? opened : shut);
                    if (!may) {
                        EXPECT_FALSE(told.well()) << path << " for random" << n;
                    } else if (about_the_dispute(route.path)) {
                        EXPECT_TRUE(told.well() || told.status == 404 || told.status == 409 || told.status == 422) << path << ": " << told.text;
                    }
                    if (dispute == disputes.front()) judge.words("random" + std::to_string(n), people[n], path, told);
                }
            }
    }
    EXPECT_GT(opened, 12 * int(people.size()));
    EXPECT_GT(shut, 12 * int(people.size()));
}

TEST_P(Crawling, no_door_that_changes_lets_anybody_in_whom_the_policy_keeps_out)
{
    Crawl crawl{GetParam()};
    Judge judge{crawl};
    auto const matter = judge.matter();
    for (auto const& room : crawl.town.dispatcher->catalogue())
        for (auto const& route : room.routes) {
            if (route.verb == api::Verb::get || route.needs == Right::demonstrate || route.fill_in_lobby) continue;
            auto const path = crawl.filled(std::string(route.path));
            for (auto const& [who, official] : crawl.everybody()) {
                auto const caller = judge.caller(*official);
                bool const kept_out = !access::may(caller, route.needs) || (about_the_dispute(route.path) && !access::may(caller, route.needs, matter));
                if (!kept_out) continue;
                auto const pages = crawl.town.pages();
                // A sound body would do no more than an empty one: who may not ask is told so first.
                auto const told = crawl.town.ask(*official, std::string(api::method(route.verb)), path, json::object{});
                EXPECT_FALSE(told.well()) << api::method(route.verb) << " " << path << " for " << who;
                EXPECT_EQ(crawl.town.pages(), pages) << path << " for " << who;
                judge.words(who, *official, path, told);
            }
        }
}

TEST_P(Crawling, a_search_finds_nobody_by_what_is_masked)
{
    auto& crawl = to_look_at();
    Judge judge{crawl};
    for (auto const& [who, official] : crawl.everybody()) {
        if (!judge.caller(*official).signed_in()) continue;
        auto const sight = access::sight(judge.caller(*official), judge.matter());
        auto const told = crawl.town.ask(*official, "GET", "/disputes?q=canary-name-respondent", "");
        bool const found = told.well() && told.text.find(crawl.keys.at("dispute")) != std::string::npos;
        // A called department has a page of its own and finds nothing in the list of disputes.
        EXPECT_EQ(found, sight.personal && access::may(judge.caller(*official), Right::read_dispute, judge.matter())) << who;
    }
}

TEST_P(Crawling, a_search_finds_nothing_by_what_one_side_said_alone)
{
    auto& crawl = to_look_at();
    int asked = 0;
    for (auto const& canary : crawl.canaries) {
        if (canary.field_class != FieldClass::sealed) continue;
        for (auto const& [who, official] : crawl.everybody()) {
            auto const told = crawl.town.ask(*official, "GET", "/disputes?q=" + canary.words, "");
            EXPECT_EQ(told.text.find(crawl.keys.at("dispute")), std::string::npos) << who << " finds " << canary.words;
            asked += told.well();
        }
    }
    EXPECT_GT(asked, 20);
}

TEST_P(Crawling, the_log_tells_no_word_that_is_not_open)
{
    auto const sink = std::make_shared<std::ostringstream>();
    auto const before = spdlog::default_logger();
    auto const logger = std::make_shared<spdlog::logger>("crawl", std::make_shared<spdlog::sinks::ostream_sink_mt>(*sink));
    logger->set_level(spdlog::level::trace);
    spdlog::set_default_logger(logger);
    {
        Crawl crawl{GetParam()};
        for (auto const& room : crawl.town.dispatcher->catalogue())
            for (auto const& route : room.routes)
                if (route.verb == api::Verb::get && route.needs != Right::demonstrate)
                    for (auto const& [who, official] : crawl.everybody()) crawl.town.ask(*official, "GET", crawl.filled(std::string(route.path)), "");
        for (auto const& canary : crawl.canaries) EXPECT_EQ(sink->str().find(canary.words), std::string::npos) << canary.words;
    }
    spdlog::set_default_logger(before);
}

TEST_P(Crawling, broken_glass_shows_the_bureau_names_and_words_to_the_director_and_the_party_that_it_did)
{
    Crawl crawl{GetParam()};
    auto& town = crawl.town;
    auto const name = "鸟canary-name-applicant", facts = "canary-story-facts", alone = "canary-sealed-alone";
    auto const before = town.ask(town.supervisor, "GET", crawl.here, "");
    EXPECT_EQ(before.text.find(name), std::string::npos);
    EXPECT_NE(before.text.find("鸟某"), std::string::npos) << "an initial stands in place of a name";
    EXPECT_EQ(town.ask(town.clerk, "POST", crawl.here + "/glass", json::object{{"reason", "核查投诉"}}).status, 403);
    EXPECT_EQ(town.ask(town.supervisor, "POST", crawl.here + "/glass", json::object{}).status, 422) << "without a reason";
    auto const opened = town.well(town.supervisor, "POST", crawl.here + "/glass", {{"reason", "核查群众投诉"}});
    auto const seen = json::serialize(opened);
    EXPECT_NE(seen.find(name), std::string::npos);
    EXPECT_NE(seen.find(facts), std::string::npos);
    EXPECT_EQ(seen.find(alone), std::string::npos);
    EXPECT_EQ(town.ask(town.supervisor, "POST", crawl.here + "/glass", json::object{{"reason", "核查群众投诉"}}).field("code"), "glass.not_needed");
    EXPECT_NE(town.ask(town.director, "GET", crawl.here, "").text.find("核查群众投诉"), std::string::npos);
    EXPECT_EQ(town.well(town.director, "GET", "/desk").at("opened_by_bureau").as_int64(), 1);
    EXPECT_NE(town.ask(town.nobody, "POST", "/my/matter", json::object{{"code", crawl.keys.at("code")}}).text.find("核查群众投诉"), std::string::npos);
    town.now = plus_seconds(town.now, town.book.policy("glass_hours") * 3600);
    EXPECT_EQ(town.ask(town.supervisor, "GET", crawl.here, "").text.find(name), std::string::npos) << "it closes by itself";
}

TEST_P(Crawling, a_telephone_number_is_told_to_who_may_ask_and_the_party_sees_who_opened_its_file)
{
    Crawl crawl{GetParam()};
    auto& town = crawl.town;
    Judge judge{crawl};
    auto const at = crawl.filled("/disputes/{dispute}/parties/{party}/contact");
    for (auto const& [who, official] : crawl.everybody()) {
        auto const told = town.ask(*official, "POST", at, json::object{});
        bool const may = access::sight(judge.caller(*official), judge.matter()).contacts;
        EXPECT_EQ(told.well(), may) << who;
        EXPECT_EQ(told.text.find("13800007711") != std::string::npos, may) << who;
    }
    auto const seen = town.ask(town.nobody, "POST", "/my/matter", json::object{{"code", crawl.keys.at("code")}}).text;
    EXPECT_NE(seen.find("\"clerk\""), std::string::npos);
    EXPECT_EQ(seen.find("\"colleague\""), std::string::npos);
}

TEST_P(Crawling, a_mediator_who_is_not_appointed_goes_on_with_nobody_elses_request)
{
    Crawl crawl{GetParam()};
    auto& town = crawl.town;
    auto const form = ::maple::testing::Town::request();
    auto const id = text_of(town.well(town.mediator, "POST", "/disputes", form).at("file").at("id"));
    EXPECT_TRUE(town.ask(town.mediator, "GET", "/disputes/" + id, "").well()) << "who wrote it down reads it";
    EXPECT_NE(town.ask(town.mediator, "GET", "/disputes", "").text.find(id), std::string::npos);
    EXPECT_EQ(town.ask(town.colleague, "GET", "/disputes/" + id, "").status, 404);
    EXPECT_EQ(town.ask(town.colleague, "POST", "/disputes/" + id + "/acceptance", json::object{}).status, 404);
}

}  // namespace
}  // namespace maple
