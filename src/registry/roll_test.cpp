#include "registry/roll.hpp"
#include "access/identify.hpp"
#include "foundation/sha256.hpp"
#include "registry/sign_in.hpp"
#include "registry/sorting.hpp"
#include "registry/standing.hpp"
#include "registry/testing.hpp"

#include <gtest/gtest.h>

namespace maple::registry {
namespace {

// A town of two subdistricts; only the first has a centre and a community with a committee.
struct Town : TestHouse {
    Organisation bureau, centre, office, subdistrict, community, room, district, agency;

    explicit Town(sql::Engine engine) : TestHouse(engine)
    {
        work([&](Desk& desk) {
            keep_divisions(desk, {{"6502", "", "克拉玛依市", "Karamay"}, {"650203", "6502", "克拉玛依区", "Karamay District"},
                                  {"650203007", "650203", "迎宾街道", "Yingbin"}, {"650203007001", "650203007", "汇福社区", "Huifu"},
                                  {"650203003", "650203", "昆仑路街道", "Kunlun Road"}, {"650205", "6502", "乌尔禾区", "Urho"}});
            Registrar registrar(desk);
            auto const add = [&](std::optional<Key> parent, OrganisationKind kind, Level level, char const* name, char const* division) {
                return registrar.add(NewOrganisation{{}, parent, kind, level, name, "", "", division, "", "", "", false});
            };
            bureau = add({}, OrganisationKind::justice_bureau, Level::city, "市司法局", "6502");
            district = add(bureau.id, OrganisationKind::justice_bureau, Level::district, "区司法局", "650203");
            office = add(district.id, OrganisationKind::judicial_office, Level::subdistrict, "迎宾司法所", "650203007");
            centre = add(office.id, OrganisationKind::resolution_centre, Level::subdistrict, "迎宾中心", "650203007");
            subdistrict = add(office.id, OrganisationKind::subdistrict_committee, Level::subdistrict, "迎宾街道调委会", "650203007");
            community = add(subdistrict.id, OrganisationKind::community_committee, Level::community, "汇福社区调委会", "650203007001");
            room = add(community.id, OrganisationKind::personal_room, Level::community, "石榴花调解室", "650203007001");
            agency = add(bureau.id, OrganisationKind::police, Level::district, "派出所", "650203");
            registrar.write();
        });
    }
};

class roll : public testing::TestWithParam<sql::Engine> {};
class numbers : public roll {};
class registrar : public roll {};
class grants : public roll {};
INSTANTIATE_TEST_SUITE_P(engines, roll, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);
INSTANTIATE_TEST_SUITE_P(engines, numbers, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);
INSTANTIATE_TEST_SUITE_P(engines, registrar, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);
INSTANTIATE_TEST_SUITE_P(engines, grants, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(roll, names_a_place_from_its_district_down)
{
    Town town(GetParam());
    town.work([](Desk& desk) {
        EXPECT_EQ(division_name(desk, "650203007001"), "克拉玛依区迎宾街道汇福社区");
        EXPECT_EQ(division_name(desk, "650203"), "克拉玛依区");
        desk.language = Language::en;
        EXPECT_EQ(division_name(desk, "650203007001"), "Huifu, Yingbin, Karamay District");
        desk.language = Language::zh;
        EXPECT_EQ(division_name(desk, "999999"), "");
    });
}

TEST_P(roll, what_is_remembered_ends_with_every_change_and_an_undone_one_leaves_nothing)
{
    Town town(GetParam());
    auto const closed = [&] {
        bool known = false;
        town.work([&](Desk& desk) { known = organisation(desk, town.room.id).closed_at.has_value(); });
        return known;
    };
    EXPECT_FALSE(closed());
    EXPECT_THROW(town.work([&](Desk& desk) {
        close_organisation(desk, town.room.id);
        EXPECT_TRUE(organisation(desk, town.room.id).closed_at.has_value());
        throw Refused(refuse(Because::conflict, "changed_my_mind"));
    }), Refused);
    EXPECT_FALSE(closed());
    town.work([&](Desk& desk) { close_organisation(desk, town.room.id); });
    EXPECT_TRUE(closed());
}

TEST_P(roll, sends_a_request_to_the_centre_of_the_subdistrict_or_to_the_district)
{
    Town town(GetParam());
    town.work([&](Desk& desk) {
        EXPECT_EQ(acceptance_desk_for(desk, "650203007001").id, town.centre.id);
        EXPECT_EQ(acceptance_desk_for(desk, "650203003").id, town.district.id);
        EXPECT_EQ(refusal_of([&] { acceptance_desk_for(desk, "650205"); }), "division.no_desk");
        EXPECT_EQ(refusal_of([&] { acceptance_desk_for(desk, "65"); }), "division.no_desk");
        close_organisation(desk, town.centre.id);
        EXPECT_EQ(acceptance_desk_for(desk, "650203007").id, town.office.id);
    });
}

TEST_P(roll, finds_the_committee_whose_seal_a_room_or_centre_uses)
{
    Town town(GetParam());
    town.work([&](Desk& desk) {
        EXPECT_EQ(committee_of(desk, town.room).id, town.community.id);
        EXPECT_EQ(committee_of(desk, town.community).id, town.community.id);
        EXPECT_EQ(committee_of(desk, town.centre).id, town.subdistrict.id);
        EXPECT_EQ(refusal_of([&] { committee_of(desk, town.agency); }), "organisation.no_committee");
        EXPECT_EQ(committee_for(desk, "650203007001")->id, town.community.id);
        EXPECT_FALSE(committee_for(desk, "650203007002"));
    });
}

TEST_P(roll, lists_what_lies_below_and_nothing_beside)
{
    Town town(GetParam());
    town.work([&](Desk& desk) {
        EXPECT_EQ(all_organisations(desk).size(), 8u);
        auto const below = all_organisations(desk, town.subdistrict.path);
        ASSERT_EQ(below.size(), 3u);
        EXPECT_EQ(below.front().id, town.subdistrict.id);
        EXPECT_TRUE(all_organisations(desk, "").empty());
        EXPECT_EQ(refusal_of([&] { organisation(desk, {42}); }), "organisation.unknown");
        EXPECT_EQ(organisations(desk, {town.room.id, {42}}).size(), 1u);
    });
}

TEST_P(roll, knows_the_mediators_who_serve_now_in_the_order_of_their_names)
{
    Town town(GetParam());
    town.work([&](Desk& desk) {
        Registrar registrar(desk);
        auto const add = [&](char const* name, std::vector<Service> as) {
            return registrar.add(NewPerson{{}, town.community.id, name, "", "zh", "", std::move(as), "", {}}).id;
        };
        add("张伟", {Service::mediator});
        add("阿不都", {Service::mediator, Service::informant});
        auto const gone = add("李娜", {Service::mediator});
        add("王五", {Service::informant});
        registrar.write();
        leave_service(desk, gone);
        auto const serving = mediators_of(desk, town.community.id);
        ASSERT_EQ(serving.size(), 2u);
        EXPECT_EQ(serving[0].name, "阿不都");
        EXPECT_EQ(serving[1].name, "张伟");
    });
}

TEST(names, are_sorted_by_pinyin)
{
    std::vector<std::string> names{"张", "李", "阿", "王"};
    sort_by_name(names, [](std::string const& one) -> std::string const& { return one; });
    EXPECT_EQ(names, (std::vector<std::string>{"阿", "李", "王", "张"}));
}

TEST(certificates, count_until_their_last_day)
{
    Person person;
    Date const last = date_from_iso("2023-11-20").value();
    EXPECT_FALSE(certificate_valid(person, last));
    person.certificate = "XJ-1";
    EXPECT_TRUE(certificate_valid(person, last));
    person.certificate_until = last;
    EXPECT_TRUE(certificate_valid(person, last));
    EXPECT_FALSE(certificate_valid(person, plus_days(last, 1)));
}

TEST_P(numbers, are_never_given_twice_and_leave_no_gap)
{
    Town town(GetParam());
    std::mutex guard;
    std::vector<std::int64_t> given;
    {
        std::vector<std::jthread> clerks;
        for (int clerk = 0; clerk < 4; ++clerk)
            clerks.emplace_back([&, clerk] {
                for (int n = 0; n < 25; ++n) {
                    std::int64_t number = 0;
                    try {
                        sql::write_now(*town.store, [&](sql::Session& session) {
                            Desk desk{session, town.house, {}, town.now, town.now};
                            number = next_number(desk, town.community.id, 2023, "acceptance");
                            if (n % 5 == clerk) throw std::runtime_error("the deed fails after all");
                        });
                    } catch (std::runtime_error const&) {
                        continue;
                    }
                    std::lock_guard const lock(guard);
                    given.push_back(number);
                }
            });
    }
    std::sort(given.begin(), given.end());
    ASSERT_EQ(given.size(), 80u);
    for (std::size_t i = 0; i < given.size(); ++i) EXPECT_EQ(given[i], std::int64_t(i) + 1);
}

TEST_P(numbers, begin_anew_for_each_year_series_and_organisation)
{
    Town town(GetParam());
    town.work([&](Desk& desk) {
        EXPECT_EQ(next_number(desk, town.community.id, 2023, "acceptance"), 1);
        EXPECT_EQ(next_number(desk, town.community.id, 2023, "acceptance"), 2);
        EXPECT_EQ(next_number(desk, town.community.id, 2024, "acceptance"), 1);
        EXPECT_EQ(next_number(desk, town.community.id, 2023, "dossier"), 1);
        EXPECT_EQ(next_number(desk, town.subdistrict.id, 2023, "acceptance"), 1);
    });
}

TEST_P(registrar, writes_pages_that_hold_no_name)
{
    Town town(GetParam());
    town.work([&](Desk& desk) {
        Registrar registrar(desk);
        auto const person = registrar.add(NewPerson{{}, town.community.id, "古丽娜尔", "0990-6200000", "zh,ug", "neighbour",
                                                    {Service::mediator}, "XJ-7", {}});
        registrar.write();
        auto const pages = access::pages_of(desk.sql, person.id);
        ASSERT_EQ(pages.size(), 1u);
        EXPECT_EQ(pages.front().deed, "registry.person_registered");
        auto const& text = pages.front().body;
        EXPECT_EQ(text.find("古丽"), text.npos);
        EXPECT_EQ(text.find("0990-"), text.npos);
        EXPECT_EQ(text.find("XJ-7"), text.npos);
        auto const said = from_record<PersonRegistered>(pages.front().body);
        EXPECT_EQ(access::one_text(desk.sql, desk.house.vault, said.name.id), "古丽娜尔");
        EXPECT_EQ(registry::person(desk, person.id).name, "古丽娜尔");
    });
}

TEST_P(registrar, refuses_a_username_that_is_taken_and_keeps_the_transaction_whole)
{
    Town town(GetParam());
    town.work([&](Desk& desk) {
        Registrar registrar(desk);
        auto const person = registrar.add(NewPerson{{}, town.community.id, "王明", "", "", "", {Service::staff}, "", {}}).id;
        registrar.add(NewAccount{{}, person, " WangMing ", {}, {}});
        registrar.write();
        Registrar second(desk);
        second.add(NewAccount{{}, person, "wangming", {}, {}});
        EXPECT_EQ(refusal_of([&] { second.write(); }), "account.username_taken");
        EXPECT_EQ(sql::cell<std::int64_t>(desk.sql, "SELECT count(*) FROM account"), 1);
    });
}

TEST_P(registrar, puts_a_whole_city_on_the_roll_in_one_go)
{
    Town town(GetParam());
    town.work([&](Desk& desk) {
        Registrar registrar(desk);
        for (int n = 0; n < 1100; ++n) {
            auto const person = registrar.add(NewPerson{{}, town.community.id, "调解员" + std::to_string(n), "", "zh", "", {Service::mediator}, "XJ", {}}).id;
            registrar.add(NewAccount{{}, person, "m" + std::to_string(n), {}, {{access::Role::mediator, town.community.id}}});
        }
        registrar.write();
        EXPECT_EQ(mediators_of(desk, town.community.id).size(), 1100u);
    });
}

TEST_P(grants, are_gone_at_once_when_they_end)
{
    Town town(GetParam());
    std::string token;
    Key account{}, grant{};
    town.work([&](Desk& desk) {
        Registrar registrar(desk);
        auto const person = registrar.add(NewPerson{{}, town.community.id, "王明", "", "", "", {Service::staff}, "", {}}).id;
        account = registrar.add(NewAccount{{}, person, "wangming", {}, {}});
        grant = registrar.grant(account, {access::Role::director, town.subdistrict.id});
        registrar.write();
        token = begin_session(desk.sql, desk.book(), account, desk.real_now, {});
    });
    town.work([&](Desk& desk) {
        auto const before = access::identify(desk.sql, token, desk.real_now);
        EXPECT_TRUE(access::may_in(before, access::Right::mediate, town.community.path));
        EXPECT_FALSE(access::may_in(before, access::Right::mediate, town.office.path));
        end_grant(desk, grant);
        auto const after = access::identify(desk.sql, token, desk.real_now);
        EXPECT_TRUE(after.signed_in());
        EXPECT_FALSE(access::may(after, access::Right::mediate));
        EXPECT_EQ(refusal_of([&] { end_grant(desk, grant); }), "grant.unknown");
        EXPECT_FALSE(access::identify(desk.sql, token, plus_seconds(desk.real_now, session_seconds(desk.book()))).signed_in());
        suspend_account(desk, account);
        EXPECT_FALSE(access::identify(desk.sql, token, desk.real_now).signed_in());
        EXPECT_EQ(access::pages_of(desk.sql, account).size(), 2u);
    });
}

}  // namespace
}  // namespace maple::registry
