// The demo city: it comes into being by ordinary commands, and holds what it promises.
#include "app/demo/stock.hpp"
#include "app/demo/testing.hpp"
#include "app/replay.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace maple::app::demo {
namespace {

constexpr std::string_view settled =
    "SELECT count(*) FROM dispute WHERE agreed = 1 AND concluded_in BETWEEN '2023-01' AND '2023-10'";
constexpr std::string_view alive =
    "SELECT count(*) FROM dispute WHERE stage NOT IN ('archived', 'advised', 'refused', 'transferred')";

void replace_all(std::string& text, std::string const& what, std::string const& with)
{
    if (what.empty()) return;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
}

// What is left of a story when names, numbers and places are taken out.
std::string skeleton(std::string text, std::vector<std::string> const& names)
{
    for (auto const& name : names) replace_all(text, name, "N");
    std::string bare;
    for (auto const c : text)
        if (c < '0' || c > '9') bare += c;
    return bare;
}

// Every name and place that the demo may put into a sentence, long ones first.
std::vector<std::string> names_and_places(TestCity& city)
{
    auto const people = city.words("SELECT body FROM words WHERE label IN ('party.name', 'member.name', 'guardian.name', 'participant.name')");
    std::vector<std::string> all(people.begin(), people.end());
    for (auto const& firm : stock().firms) {
        all.push_back(firm.name);
        all.push_back(firm.short_name);
    }
    for (auto const* list : {&stock().urban_estates, &stock().village_estates, &stock().streets, &stock().village_streets})
        all.insert(all.end(), list->begin(), list->end());
    for (auto const& one : stock().organisations) all.push_back(one.place);
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.size() > b.size(); });
    return all;
}

std::size_t skeletons(TestCity& city)
{
    auto const names = names_and_places(city);
    std::set<std::string> met;
    for (auto const& text : city.words("SELECT body FROM words WHERE label = 'request'")) met.insert(skeleton(text, names));
    return met.size();
}

bool bears_name_of(std::set<std::string> const& people, std::string_view key)
{
    auto const& all = stock().traditions;
    auto const& tradition = *std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.key == key; });
    for (auto const& given : {tradition.male, tradition.female})
        for (auto const& one : given)
            for (auto const& second : tradition.dotted ? tradition.male : tradition.surnames)
                if (people.contains(tradition.dotted ? one + "·" + second : second + one)) return true;
    return false;
}

TEST(DemoCity, every_stage_is_there_on_the_first_morning)
{
    auto const stages = small_city().words("SELECT stage FROM dispute");
    for (auto const* stage : {"requested", "accepted", "inviting", "diverted", "mediating", "agreed", "visiting", "archived", "advised",
                              "refused", "terminated", "transferred"})
        EXPECT_TRUE(stages.contains(stage)) << stage;
}

TEST(DemoCity, every_kind_is_alive)
{
    auto const kinds = small_city().words("SELECT kind FROM dispute WHERE stage NOT IN ('archived', 'advised', 'refused', 'transferred')");
    for (auto const& kind : small_city().book.kinds) EXPECT_TRUE(kinds.contains(kind.key)) << kind.key;
}

TEST(DemoCity, every_door_was_used)
{
    auto const sources = small_city().words("SELECT source FROM dispute");
    for (auto const* source : {"walk_in", "phone", "own_initiative", "lead", "police", "court"}) EXPECT_TRUE(sources.contains(source)) << source;
    EXPECT_GT(small_city().count("SELECT count(*) FROM lead WHERE status = 'reported'"), 0);
    EXPECT_GT(small_city().count("SELECT count(*) FROM referral WHERE status = 'sent'"), 0);
    EXPECT_GT(small_city().count("SELECT count(*) FROM referral WHERE status = 'declined'"), 0);
}

TEST(DemoCity, verify_finds_no_difference)
{
    auto& city = small_city();
    auto const verified = verify(*city.store, city.book, city.vault, {}, city.house.contents.get());
    for (auto const& one : verified.differences) ADD_FAILURE() << one.what << " " << one.which << ": " << one.says;
    EXPECT_GT(verified.disputes, 100);
}

TEST(DemoCity, what_is_alive_holds_papers_that_can_be_looked_at)
{
    auto& city = small_city();
    EXPECT_GE(city.count("SELECT count(*) FROM paper"), 10);
    EXPECT_EQ(city.count("SELECT count(*) FROM paper JOIN dispute ON dispute.id = paper.dispute WHERE dispute.stage = 'archived'"), 0);
    EXPECT_EQ(city.count("SELECT count(*) FROM paper WHERE thumbnail IS NULL OR thumbnail = 0"), 0);
    EXPECT_LT(city.count("SELECT max(size) FROM content"), 150'000) << "small, so that a city is soon there";
}

TEST(DemoCity, nobody_has_a_password)
{
    EXPECT_EQ(small_city().count("SELECT count(*) FROM account WHERE password_hash IS NOT NULL"), 0);
}

TEST(DemoCity, the_settled_are_counted_to_the_last)
{
    EXPECT_EQ(small_city().count(settled), CitySize::small().settled);
}

// Of a hundred concluded from January to October: settled, and settled where they were first sent.
double percent(TestCity& city, std::string const& hit)
{
    std::string const base = "SELECT count(*) FROM dispute WHERE concluded_in BETWEEN '2023-01' AND '2023-10' AND original IS NULL";
    return 100.0 * double(city.count(base + " AND " + hit)) / double(city.count(base));
}

constexpr auto went_up = "first_level = 'community' AND organisation IN (SELECT id FROM organisation WHERE kind = 'subdistrict_committee' OR kind = 'township_committee')";

TEST(DemoCity, what_a_community_cannot_settle_goes_up_and_is_settled_there_or_not)
{
    auto& city = small_city();
    EXPECT_LT(percent(city, "agreed = 1 AND settled_level = first_level"), percent(city, "agreed = 1"));
    EXPECT_GT(percent(city, std::string("agreed = 1 AND settled_level = 'subdistrict' AND ") + went_up), 0);
    EXPECT_EQ(city.count(std::string("SELECT count(*) FROM dispute WHERE grade = 'general' AND ") + went_up), 0);
}

TEST(DemoCity, people_bear_names_of_four_traditions)
{
    auto const people = small_city().words("SELECT body FROM words WHERE label IN ('party.name', 'member.name', 'person.name')");
    for (auto const* key : {"han", "hui", "uyghur", "kazakh"}) EXPECT_TRUE(bears_name_of(people, key)) << key;
}

TEST(DemoCity, at_least_forty_stories_differ_in_more_than_names_numbers_and_places)
{
    EXPECT_GE(skeletons(small_city()), 40u);
}

TEST(DemoCity, the_mediator_has_nine_disputes_one_overdue_and_one_due_today)
{
    auto& city = small_city();
    std::string const hers = "SELECT count(*) FROM dispute WHERE stage NOT IN ('archived', 'advised', 'refused', 'transferred') AND "
                             "mediator = (SELECT person FROM account WHERE username = 'demo.mediator')";
    auto const morning = first_morning().us;
    auto const midnight = end_of(date_in_beijing(first_morning())).us;
    EXPECT_EQ(city.count(hers), 9);
    EXPECT_EQ(city.count(hers + " AND due_at < " + std::to_string(morning)), 1);
    EXPECT_EQ(city.count(hers + " AND due_at BETWEEN " + std::to_string(morning) + " AND " + std::to_string(midnight)), 1);
}

TEST(DemoCity, comes_into_being_the_same_way_every_time)
{
    TestCity again(CitySize::small());
    for (auto const* texts : {"SELECT body FROM words WHERE secrecy = 'open' AND label <> 'certificate.check_code' ORDER BY 1", "SELECT number FROM dispute",
                              "SELECT CAST(concluded_at AS TEXT) FROM dispute", "SELECT parties FROM dispute"})
        EXPECT_EQ(again.words(texts), small_city().words(texts)) << texts;
}

TEST(DemoCity, nothing_is_built_twice_or_over_something_else)
{
    auto& city = small_city();
    EXPECT_FALSE(ensure_city(*city.store, city.house, city.dispatcher));
    EXPECT_THROW(build_city(*city.store, city.house, city.dispatcher), std::runtime_error);
}

TEST(FullCity, holds_what_the_article_counts)
{
    TestCity city{CitySize{}};
    EXPECT_EQ(city.count(settled), 3012);
    EXPECT_NEAR(double(city.count(alive)), 150, 10);
    EXPECT_NEAR(double(city.count("SELECT count(*) FROM dispute WHERE outcome IS NOT NULL AND agreed = 0")), 98, 15);
    EXPECT_NEAR(percent(city, "agreed = 1"), 97, 1);
    EXPECT_NEAR(percent(city, "agreed = 1 AND settled_level = first_level"), 93, 2);
    EXPECT_GT(percent(city, std::string("agreed = 0 AND ") + went_up), 0.3);
    EXPECT_GT(city.count(std::string("SELECT count(*) FROM dispute WHERE stage IN ('mediating', 'agreed', 'visiting') AND ") + went_up), 0);
    for (auto const* service : {"mediator", "informant"})
        EXPECT_EQ(city.count("SELECT count(*) FROM person WHERE certificate <> '' AND serves_as = '" + std::string(service) + "'"), 1088) << service;
    EXPECT_EQ(city.count("SELECT count(*) FROM team_member"), 9);
    EXPECT_EQ(city.count("SELECT count(*) FROM division WHERE parent = '650203007'"), 12);
    EXPECT_GE(skeletons(city), 60u);
    EXPECT_TRUE(verify(*city.store, city.book, city.vault, {}, city.house.contents.get()).differences.empty());
}

}  // namespace
}  // namespace maple::app::demo
