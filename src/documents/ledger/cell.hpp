// One cell of a ledger: the many ways in which people write a date, a sum, several names.
// Pure. What cannot be read has a code (a key below "ledger.fault." in the catalogue) and
// parameters, never the cell itself: it may hold a name.
#pragma once
#include "foundation/form.hpp"

namespace maple::documents::ledger {

struct Trouble {
    std::string code;
    Params params = {};
};
template <class T> using Reading = boost::system::result<T, Trouble>;

// 2023-10-27, 2023/10/27, 2023/8/6, 2023.10.27, 2023年10月27日, 20231027; a time of midnight behind it is
// passed over. Troubles: date_impossible, date_unreadable.
Reading<Date> read_date(std::string_view cell);

// 1700, 1,700.50, 13,800元, ￥500, 0.18万元, １７００; in yuan unless it says 万 or 亿. Troubles: amount_below_zero,
// amount_too_large (10^13 fen), amount_too_fine (less than a fen), amount_unreadable.
Reading<Fen> read_amount(std::string_view cell);

// Several names in one cell: by 、 and ; always, by a comma or a stroke where no piece looks
// like a part of one foreign name ("Zhao, Ltd."). Joined again by 、.
std::vector<std::string> read_names(std::string_view cell);
std::string joined(std::vector<std::string> const& names);

// "赵玉梅等12人" speaks of twelve; any other name of one.
std::int64_t heads_in(std::string_view name);

// Line ends inside a cell as the house writes them, nothing white around it.
std::string tidy(std::string_view cell);

// What people write where there is nothing: "", "/", "-", "——", "无".
bool says_nothing(std::string_view cell);

}  // namespace maple::documents::ledger
