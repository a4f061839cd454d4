#include "app/demo/people.hpp"

#include <cstdio>

namespace maple::app::demo {
namespace {

Tradition const& any_tradition(Dice& dice)
{
    std::vector<double> weights;
    for (auto const& one : stock().traditions) weights.push_back(one.weight);
    return stock().traditions[dice.weighted(weights)];
}

// The commonest stand first.
std::string const& common_first(Dice& dice, Lines const& some)
{
    auto const n = std::int64_t(some.size()) - 1;
    return some[std::size_t(std::min(dice.between(0, n), dice.between(0, n)))];
}

std::string other_than(Dice& dice, Lines const& some, std::string const& taken)
{
    for (;;)
        if (auto const& one = common_first(dice, some); one != taken) return one;
}

}  // namespace

PersonName make_person(Dice& dice, std::string_view sex, Tradition const* of)
{
    PersonName p;
    p.tradition = of ? of : &any_tradition(dice);
    p.male = sex == "male" || (sex != "female" && dice.chance(50));
    p.given = common_first(dice, p.male ? p.tradition->male : p.tradition->female);
    p.second = p.tradition->dotted ? other_than(dice, p.tradition->male, p.given) : common_first(dice, p.tradition->surnames);
    return p;
}

PersonName make_relative(Dice& dice, std::string_view sex, Kin const& kin, PersonName const& elder)
{
    auto p = make_person(dice, sex, kin.same_tradition ? elder.tradition : nullptr);
    if (p.tradition != elder.tradition) return p;
    bool const by_elder = !kin.surname.ends_with("_if_male") || elder.male;
    if (p.tradition->dotted) {
        if (kin.father == "shared") p.second = elder.second;
        else if (!kin.father.empty() && by_elder && elder.male) p.second = elder.given;
    } else if (!kin.surname.empty() && by_elder) {
        p.second = elder.second;
    }
    if (p.given == p.second || p.full() == elder.full())
        p.given = other_than(dice, p.male ? p.tradition->male : p.tradition->female, p.given);
    return p;
}

std::string made_up_phone(Dice& dice)
{
    char text[16];
    std::snprintf(text, sizeof text, "%s0000%04d", dice.chance(50) ? "138" : "139", int(dice.between(0, 9999)));
    return text;
}

std::string made_up_id_number(Dice& dice, int birth_year, bool male)
{
    char text[20];
    auto const order = dice.between(0, 499) * 2 + (male ? 1 : 0);
    std::snprintf(text, sizeof text, "99%02d%02d%04d%02d%02d%03d", int(dice.between(1, 40)), int(dice.between(1, 30)), birth_year,
                  int(dice.between(1, 12)), int(dice.between(1, 28)), int(order));
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i) sum += (text[i] - '0') * weights[i];
    return std::string(text) + "10X98765432"[sum % 11];
}

}  // namespace maple::app::demo
