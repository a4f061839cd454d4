// A statement about disputes put together from conditions; its values are numbered as they come.
#pragma once
#include "storage/sql.hpp"

namespace maple::app {

class Question {
public:
    template <class T> std::string value(T const& v)
    {
        values_.push_back(sql::to_sql(v));
        return "$" + std::to_string(values_.size());
    }
    void where(std::string condition) { conditions_.push_back(std::move(condition)); }
    std::string conditions() const
    {
        std::string out;
        for (auto const& one : conditions_) out += (out.empty() ? "WHERE " : " AND ") + one;
        return out;
    }
    std::vector<sql::Value> const& values() const { return values_; }

private:
    std::vector<std::string> conditions_;
    std::vector<sql::Value> values_;
};

// "(a OR b)"; nothing at all is never true.
inline std::string any_of(std::vector<std::string> const& conditions)
{
    std::string out;
    for (auto const& one : conditions) out += (out.empty() ? "(" : " OR ") + one;
    return out.empty() ? "1 = 0" : out + ")";
}

inline std::string below(Question& q, std::string_view column, std::string const& scope)
{
    return "(dispute." + std::string(column) + " >= " + q.value(scope) + " AND dispute." + std::string(column) + " < " + q.value(scope + "~") + ")";
}

inline std::string appointed(Question& q, Key person) { return "dispute.mediators LIKE " + q.value("%;" + shown(person) + ";%"); }

// A text in a LIKE pattern with ESCAPE '!'.
inline std::string escaped(std::string_view text)
{
    std::string out;
    for (char c : text) {
        if (c == '%' || c == '_' || c == '!') out += '!';
        out += c;
    }
    return out;
}

}  // namespace maple::app
