// The agreements of tests/data/agreements, written before there was a checker: how many of the
// seeded defects are found, and how many sound ones are refused for nothing.
#include "resolution/checker_testing.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <map>

namespace maple::resolution {
namespace {

std::vector<testing::Sample> set(std::string const& name)
{
    auto const root = std::filesystem::path(__FILE__).parent_path().parent_path().parent_path();
    return testing::samples((root / "tests/data/agreements" / name).string());
}

// Two codes that ask for the same repair.
bool same_repair(std::string_view seeded, std::string_view told)
{
    constexpr std::pair<std::string_view, std::string_view> pairs[] = {
        {"date_missing", "date_vague"}, {"amount_missing", "amount_vague"}, {"manner_missing", "manner_unclear"},
        {"party_name_differs", "party_not_in_list"}, {"party_not_in_list", "outsider_to_ask"}, {"waives_public_duty", "freedom_limited"}};
    for (auto const& [a, b] : pairs)
        if ((seeded == a && told == b) || (seeded == b && told == a)) return true;
    return seeded == told;
}

struct Row {
    int seeded = 0, same = 0, repair = 0, any = 0;
};

TEST(checker_set, seeded_defects_are_found)
{
    auto const book = law::open_book();
    std::map<std::string, Row> rows;
    Row all;
    for (auto const& one : set("defective.json")) {
        auto const found = check(book, one.paper);
        auto const any = [&](auto told) { return std::any_of(found.begin(), found.end(), told); };
        bool const same = any([&](auto const& f) { return f.code == one.defect; });
        bool const repair = any([&](auto const& f) { return same_repair(one.defect, f.code); });
        for (auto* row : {&rows[one.defect], &all}) {
            ++row->seeded;
            row->same += same;
            row->repair += repair;
            row->any += !found.empty();
        }
        if (!same) std::printf("%s: %s was not found by its own code\n", one.id.c_str(), one.defect.c_str());
    }
    rows["all"] = all;
    std::printf("%-28s seeded  same code  same repair  anything\n", "defect");
    for (auto const& [code, row] : rows) std::printf("%-28s %6d %10d %12d %9d\n", code.c_str(), row.seeded, row.same, row.repair, row.any);
    EXPECT_EQ(all.seeded, 100);
    EXPECT_GE(all.same, 96);
    EXPECT_GE(all.repair, 97);
}

TEST(checker_set, sound_agreements_are_seldom_refused)
{
    auto const book = law::open_book();
    int refused = 0, asked = 0, total = 0;
    for (auto const& one : set("sound.json")) {
        ++total;
        bool refuses = false, asks = false;
        for (auto const& f : check(book, one.paper)) {
            (f.weight == Weight::refused ? refuses : asks) = true;
            std::printf("%s: %s%s %s\n", one.id.c_str(), f.code.c_str(), f.weight == Weight::ask ? "?" : "", f.at.c_str());
        }
        refused += refuses;
        asked += asks && !refuses;
    }
    std::printf("sound: %d, refused for nothing: %d, only asked about: %d\n", total, refused, asked);
    EXPECT_EQ(total, 100);
    EXPECT_LE(refused, 3);
    EXPECT_LE(asked, 18);
}

bool has(std::vector<Finding> const& found, std::string_view code)
{
    return std::any_of(found.begin(), found.end(), [&](auto const& f) { return f.code == code && f.weight == Weight::refused; });
}

// Faults that nobody seeded: a sound agreement with one thing changed, wherever it can be.
struct Changed {
    int tried = 0, found = 0;
    void add(bool yes) { ++tried, found += yes; }
    double share() const { return double(found) / tried; }
};

TEST(checker_set, one_change_in_a_sound_agreement_is_found)
{
    auto const book = law::open_book();
    Changed rows, names, days;
    for (auto const& one : set("sound.json")) {
        for (std::size_t n = 0; n < one.paper.obligations.size(); ++n) {
            auto changed = one.paper;
            auto& o = changed.obligations[n];
            if (o.amount) {
                *o.amount *= 10;  // a zero too many
                rows.add(has(check(book, changed), "rows_differ_from_terms"));
            }
            o.due = plus_days(changed.signed_on, -400);  // the year before
            days.add(has(check(book, changed), "date_before_signing"));
        }
        for (std::size_t n = 0; n < one.paper.parties.size(); ++n) {
            auto changed = one.paper;
            auto const& name = changed.parties[n].name;
            auto const at = changed.terms.find(name);
            if (changed.parties[n].kind != dispute::PartyKind::person || length(name) < 3 || at == changed.terms.npos) continue;
            changed.terms.replace(at + 3, 3, "瑄");  // the second letter, the first time
            names.add(has(check(book, changed), "party_name_differs"));
        }
    }
    std::printf("one change: rows %d of %d, names %d of %d, days %d of %d\n", rows.found, rows.tried, names.found, names.tried, days.found, days.tried);
    EXPECT_GE(rows.share(), 0.95);
    EXPECT_GE(names.share(), 0.95);
    EXPECT_EQ(days.share(), 1.0);
}

}  // namespace
}  // namespace maple::resolution
