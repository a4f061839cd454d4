#include "indicators/counting.hpp"

namespace maple::indicators {

Asked asked(Desk& desk, Figure const& figure, Period const& period, std::vector<std::string> const& scopes)
{
    Asked out;
    auto const bind = [&](sql::Value value) {
        out.values.push_back(std::move(value));
        return "$" + std::to_string(out.values.size());
    };
    std::string base(figure.base);
    if (auto const at = base.find("$today"); at != base.npos) base.replace(at, 6, bind(iso(date_in_beijing(desk.now))));
    std::string where;
    for (auto const& scope : scopes)
        where += (where.empty() ? "(" : " OR ") + std::string("(scope >= ") + bind(scope) + " AND scope < " + bind(scope + "~") + ")";
    out.condition = "(" + base + ") AND " + (where.empty() ? "1 = 0" : where + ")") + " AND " + std::string(figure.month) + " >= " +
                    bind(period.from) + " AND " + std::string(figure.month) + " <= " + bind(period.to);
    return out;
}

std::string sums(Figure const& figure)
{
    return "CAST(coalesce(sum(CASE WHEN " + std::string(figure.hit) + " THEN " + std::string(figure.weight_hit) +
           " ELSE 0 END), 0) AS BIGINT) AS hits, CAST(coalesce(sum(" + std::string(figure.weight_base) + "), 0) AS BIGINT) AS total";
}

Counted counted(Desk& desk, Figure const& figure, Period const& period, std::vector<std::string> const& scopes)
{
    auto const ask = asked(desk, figure, period, scopes);
    auto const rows = sql::all<Counted>(desk.sql, "SELECT " + sums(figure) + " FROM dispute WHERE " + ask.condition,
                                        std::span<sql::Value const>(ask.values));
    return rows.empty() ? Counted{} : rows.front();
}

}  // namespace maple::indicators
