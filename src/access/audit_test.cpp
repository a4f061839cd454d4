#include "access/audit_chain.hpp"
#include "access/keeper.hpp"
#include "storage/testing.hpp"

#include <gtest/gtest.h>

namespace maple::access {
namespace {

Instant const start = instant_from_iso("2026-03-02T09:00:00+08:00").value();
Key const clerk{7}, her{8}, file{9}, session{10};

class journal : public testing::TestWithParam<sql::Engine> {
protected:
    journal() { sql::migrate(*store, sql::house_migrations()); }

    template <class F> void work(F f, Instant at = start)
    {
        sql::write_now(*store, [&](sql::Session& sql) {
            Desk desk{sql, house, {clerk, her, {{Role::mediator, {1}, "/1/"}, {Role::desk_clerk, {1}, "/1/"}, {Role::mediator, {2}, "/2/"}}}, at, at};
            desk.request = "R1";
            desk.peer = "192.0.2.7";
            desk.verb = "POST";
            desk.route = "/accounts";
            f(desk);
        });
        place();
    }
    void place() { sql::write_now(*store, [](sql::Session& sql) { if (sql.engine() == sql::Engine::postgres) place_entries(sql); }); }
    std::vector<AuditEntry> entries()
    {
        return sql::read_now(*store, [](sql::Session& sql) {
            return sql::all<AuditEntry>(sql, "SELECT audit.* FROM audit JOIN audit_link ON audit_link.entry = audit.id ORDER BY audit_link.n");
        });
    }
    ChainFound check(std::int64_t newest = 0) { return sql::read_now(*store, [&](sql::Session& sql) { return check_chain(sql, newest); }); }
    void spoil(std::string const& statement) { sql::write_now(*store, [&](sql::Session& sql) { sql.run(statement, {}); }); }
    std::string faults()
    {
        std::string line;
        for (auto const& one : check().breaks) line += std::string(boost::describe::enum_to_string(one.fault, "?")) + " " + std::to_string(one.n) + "; ";
        return line;
    }
    void write_some(int n, Instant at = start)
    {
        for (int i = 0; i < n; ++i) work([](Desk& desk) { audit(desk, AuditKind::sign_in, clerk); }, at);
    }

    law::Book book{.policies = {{"audit_kept_days", 200}}};
    Vault vault = Vault::for_tests();
    House house{book, vault};
    std::unique_ptr<sql::Store> store = sql::fresh_store(GetParam());
};
INSTANTIATE_TEST_SUITE_P(engines, journal, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);

TEST_P(journal, says_who_did_what_to_what_from_where)
{
    work([](Desk& desk) { audit(desk, AuditKind::account_opened, file); });
    auto const one = entries().at(0);
    EXPECT_EQ(one.at, start);
    EXPECT_EQ(one.account, clerk);
    EXPECT_EQ(one.person, her);
    EXPECT_EQ(one.roles, "desk_clerk,mediator");
    EXPECT_EQ(one.kind, AuditKind::account_opened);
    EXPECT_EQ(one.subject_kind, "account");
    EXPECT_EQ(one.subject, file);
    EXPECT_EQ(one.outcome, Outcome::done);
    EXPECT_EQ(one.deed, "POST /accounts");
    EXPECT_EQ(one.request, "R1");
    EXPECT_EQ(one.peer, "192.0.2.7");
    EXPECT_EQ(one.times, 1);
}

TEST_P(journal, is_there_or_not_there_together_with_the_deed)
{
    EXPECT_THROW(work([](Desk& desk) {
        audit(desk, AuditKind::role_granted, clerk);
        throw Refused(refuse(Because::conflict, "grant.already"));
    }), Refused);
    EXPECT_TRUE(entries().empty());
    EXPECT_EQ(check().last, 0);
}

TEST_P(journal, chains_each_entry_to_the_one_before)
{
    write_some(3);
    auto const found = check();
    EXPECT_EQ(found.first, 1);
    EXPECT_EQ(found.last, 3);
    EXPECT_EQ(found.checked, 3);
    EXPECT_EQ(found.unplaced, 0);
    EXPECT_TRUE(found.breaks.empty());
    Digest hash{};
    for (auto const& one : entries()) hash = next_hash(hash, one);
    EXPECT_EQ(found.head, hash);
}

TEST_P(journal, names_an_entry_that_was_changed)
{
    write_some(3);
    spoil("UPDATE audit SET account = 1 WHERE id = (SELECT entry FROM audit_link WHERE n = 2)");
    EXPECT_EQ(faults(), "changed 2; ");
}

TEST_P(journal, names_an_entry_with_a_word_that_nobody_knows)
{
    write_some(2);
    spoil("UPDATE audit SET kind = 'whistled' WHERE id = (SELECT entry FROM audit_link WHERE n = 1)");
    EXPECT_EQ(faults(), "changed 1; ");
}

TEST_P(journal, names_an_entry_that_is_gone_and_a_gap_in_the_numbers)
{
    write_some(4);
    spoil("DELETE FROM audit WHERE id = (SELECT entry FROM audit_link WHERE n = 2)");
    EXPECT_EQ(faults(), "missing 2; ");
    spoil("DELETE FROM audit_link WHERE n = 2");
    EXPECT_EQ(faults(), "gap 2; ");
}

TEST_P(journal, misses_what_was_cut_off_behind_a_seal_in_the_ledger)
{
    write_some(3);
    work([](Desk& desk) { seal_journal(desk); });
    EXPECT_EQ(faults(), "");
    spoil("DELETE FROM audit WHERE id = (SELECT entry FROM audit_link WHERE n = 3)");
    spoil("DELETE FROM audit_link WHERE n = 3");
    EXPECT_EQ(faults(), "cut_off 3; ");
    write_some(1);  // a new third one is not the old one
    EXPECT_EQ(faults(), "changed 3; ");
}

TEST_P(journal, can_look_at_the_newest_alone)
{
    write_some(5);
    EXPECT_EQ(check(2).checked, 2);
    EXPECT_TRUE(check(2).breaks.empty());
    EXPECT_EQ(check(50).checked, 5);
}

TEST_P(journal, is_swept_by_whole_days_and_the_chain_goes_on_from_its_anchor)
{
    auto const day = [](int n) { return at_clock(plus_days(date_in_beijing(start), n), 10); };
    write_some(2, day(0));
    write_some(1, plus_seconds(day(0), 13 * 3600));
    write_some(2, day(1));
    auto const sweep = [&](Instant now) {
        bool swept = false;
        work([&](Desk& desk) { swept = sweep_journal(desk, 200); }, now);
        return swept;
    };
    EXPECT_FALSE(sweep(day(200)));
    EXPECT_TRUE(sweep(day(201)));
    EXPECT_FALSE(sweep(day(201)));
    auto const found = check();
    EXPECT_EQ(found.first, 4);
    EXPECT_EQ(found.last, 6);  // the sweep itself is an entry
    EXPECT_EQ(faults(), "");
    EXPECT_TRUE(sweep(day(202)));
    EXPECT_EQ(check().first, 6);
    spoil("UPDATE audit_anchor SET hash = (SELECT hash FROM audit_link WHERE n = 6) WHERE n = 5");
    EXPECT_EQ(faults(), "changed 6; ");
}

TEST_P(journal, takes_in_the_trail_of_readers_in_one_go)
{
    work([](Desk& desk) {
        leave_trace(desk, AuditKind::file_opened, file);
        leave_trace(desk, AuditKind::policy_denied, file, {"dispute", Outcome::refused, "GET /disputes/{dispute}"});
        leave_trace(desk, AuditKind::policy_denied, file, {"dispute", Outcome::refused, "GET /disputes/{dispute}"});
    });
    EXPECT_TRUE(entries().empty());
    write_trail(*store, *house.trail, start);
    place();
    auto const all = entries();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].kind, AuditKind::file_opened);
    EXPECT_EQ(all[0].subject_kind, "dispute");
    EXPECT_EQ(all[1].times, 2);
    EXPECT_EQ(all[1].deed, "GET /disputes/{dispute}");
    EXPECT_TRUE(check().breaks.empty());
    write_trail(*store, *house.trail, start);
    EXPECT_EQ(entries().size(), 2u);
}

TEST_P(journal, says_how_many_it_had_no_room_for)
{
    house.trail = std::make_shared<Trail>(2);
    work([](Desk& desk) {
        for (int n = 1; n <= 5; ++n) leave_trace(desk, AuditKind::printed, Key{n});
    });
    write_trail(*store, *house.trail, start);
    place();
    auto const all = entries();
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[2].kind, AuditKind::entries_dropped);
    EXPECT_EQ(all[2].times, 3);
}

TEST_P(journal, loses_nothing_to_a_store_in_trouble)
{
    work([](Desk& desk) { leave_trace(desk, AuditKind::printed, file); });
    spoil("ALTER TABLE audit_link RENAME TO elsewhere");
    if (GetParam() == sql::Engine::sqlite) {
        EXPECT_ANY_THROW(write_trail(*store, *house.trail, start));
    }
    spoil("ALTER TABLE elsewhere RENAME TO audit_link");
    write_trail(*store, *house.trail, start);
    place();
    EXPECT_EQ(entries().size(), 1u);
}

TEST_P(journal, is_written_by_its_keeper_to_the_last_entry)
{
    {
        JournalKeeper const keeper(*store, house, [] { return start; });
        work([](Desk& desk) { leave_trace(desk, AuditKind::printed, file); });
    }
    EXPECT_EQ(entries().size(), 1u);
    EXPECT_TRUE(check().breaks.empty());
}

AuditEntry look(Instant at, Key of = file, Key by = clerk)
{
    AuditEntry entry;
    entry.at = at;
    entry.account = by;
    entry.subject = of;
    entry.kind = AuditKind::file_opened;
    return entry;
}

TEST(trail, counts_a_long_look_once)
{
    Trail trail;
    for (int n = 0; n < 5; ++n) trail.add(look(plus_seconds(start, n * 60)));
    trail.add(look(plus_seconds(start, 60), Key{99}));
    trail.add(look(plus_seconds(start, 60), file, Key{98}));
    EXPECT_EQ(trail.take().entries.size(), 3u);
    trail.add(look(plus_seconds(start, 599)));
    EXPECT_TRUE(trail.take().empty());
    trail.add(look(plus_seconds(start, 600)));
    EXPECT_EQ(trail.take().entries.size(), 1u);
}

TEST(trail, tells_once_a_minute_that_a_session_is_used)
{
    Trail trail;
    trail.seen(session, start);
    trail.seen(session, plus_seconds(start, 59));
    EXPECT_EQ(trail.take().seen.at(session), start);
    trail.seen(session, plus_seconds(start, 59));
    EXPECT_TRUE(trail.take().empty());
    trail.seen(session, plus_seconds(start, 60));
    EXPECT_EQ(trail.take().seen.at(session), plus_seconds(start, 60));
}

TEST(trail, keeps_what_came_first_when_the_store_had_no_room)
{
    Trail trail(2);
    trail.add(look(start, Key{1}));
    auto taken = trail.take();
    trail.add(look(start, Key{2}));
    trail.add(look(start, Key{3}));
    trail.put_back(std::move(taken));
    auto const again = trail.take();
    ASSERT_EQ(again.entries.size(), 2u);
    EXPECT_EQ(again.entries[0].subject, Key{1});
    EXPECT_EQ(again.entries[1].subject, Key{2});
    EXPECT_EQ(again.dropped, 1);
}

TEST(trail, counts_likes_within_a_second_in_one_entry)
{
    Trail trail(4);
    auto denied = look(start);
    denied.kind = AuditKind::policy_denied;
    for (int n = 0; n < 1000; ++n) trail.add(denied);
    auto const taken = trail.take();
    ASSERT_EQ(taken.entries.size(), 1u);
    EXPECT_EQ(taken.entries[0].times, 1000);
    EXPECT_EQ(taken.dropped, 0);
}

}  // namespace
}  // namespace maple::access
