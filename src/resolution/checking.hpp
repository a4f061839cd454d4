// For the tests of the checker: an agreement that is as it should be, and what is found once something in it
// is changed.
#pragma once
#include "law/clock.hpp"
#include "resolution/checker.hpp"

#include <gtest/gtest.h>

namespace maple::resolution::checking {

using dispute::Manner;
using dispute::Side;

inline Date day(std::string_view iso) { return date_from_iso(iso).value(); }

inline law::Book const& book()
{
    static law::Book const in_force = law::open_book();
    return in_force;
}

inline CheckedObligation owes(std::string what, Manner manner, std::optional<std::int64_t> fen, char const* due)
{
    CheckedObligation o;
    o.from = 1;
    o.to = 0;
    o.what = std::move(what);
    o.manner = manner;
    o.amount = fen;
    o.due = day(due);
    return o;
}

inline CheckedParty person(std::string name, Side side)
{
    CheckedParty p;
    p.name = std::move(name);
    p.side = side;
    p.birth_year = 1980;
    return p;
}

// A leak between neighbours, settled as it should be.
inline CheckedAgreement good()
{
    CheckedAgreement a;
    a.kind = "neighbour";
    a.signed_on = a.today = day("2024-03-01");
    a.asks_confirmation = true;
    a.third_parties = dispute::ThirdParties::none_touched;
    a.parties = {person("方雨晴", Side::applicant), person("玉山·卡米力", Side::respondent)};
    a.facts = "玉山·卡米力家水管破裂，淹了楼下方雨晴家的地板。双方同意由玉山·卡米力承担修理费。";
    a.terms = "1. 玉山·卡米力赔偿方雨晴地板修理费3000元（大写：叁仟元整），2024年4月1日前在社区调解室以现金付清。\n"
              "2. 玉山·卡米力2024年3月20日前换好水管。";
    a.breach = "逾期付款的，每天加付10元。";
    a.obligations = {owes("赔偿地板修理费", Manner::cash, 300'000, "2024-04-01"), owes("换好水管", Manner::repair, {}, "2024-03-20")};
    return a;
}

// "date_missing /obligations/0/due", what is only to be asked with "?"; several with "; ".
template <class Change> std::string told(Change change)
{
    auto a = good();
    change(a);
    std::string out;
    for (auto const& f : check(book(), a)) {
        if (!out.empty()) out += "; ";
        out += f.code + (f.weight == Weight::ask ? "? " : " ") + f.at;
        EXPECT_TRUE(book().statute(f.article, a.today)) << f.code << " names " << f.article;
    }
    return out;
}

// "CC-36": the articles that the findings name.
template <class Change> std::string named(Change change)
{
    auto a = good();
    change(a);
    std::string out;
    for (auto const& f : check(book(), a)) out += (out.empty() ? "" : "; ") + f.article;
    return out;
}

inline std::string with_terms(std::string const& more)
{
    return told([&](auto& a) { a.terms += "\n3. " + more; });
}

inline void put(std::string& text, std::string_view old, std::string_view fresh)
{
    auto const at = text.find(old);
    ASSERT_NE(at, text.npos) << old;
    text.replace(at, old.size(), fresh);
}

}  // namespace maple::resolution::checking
