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

// How disputes of a scope are found: by the index of the scope, or by looking at each one along
// another order. SQLite knows nothing of how many there are and would always take the first.
enum class Look { by_scope, along };

inline std::string below(Question& q, std::string_view column, std::string const& scope, Look look = Look::by_scope)
{
    auto const text = look == Look::by_scope ? "dispute." + std::string(column) : "(dispute." + std::string(column) + " || '')";
    return "(" + text + " >= " + q.value(scope) + " AND " + text + " < " + q.value(scope + "~") + ")";
}

// Nearly always there is one mediator, ";key;", which an index finds; the others are few.
inline std::string appointed(Question& q, Key person)
{
    auto const alone = ";" + shown(person) + ";";
    return "(dispute.mediators = " + q.value(alone) + R"( OR dispute.id IN (
                SELECT several.id FROM dispute AS several
                 WHERE length(several.mediators) > 15 AND several.mediators LIKE )" + q.value("%" + alone + "%") + "))";
}

// Let in by the parties: few disputes have anybody, and an index of their own.
inline std::string invited(Question& q, Key person)
{
    return R"(dispute.id IN (SELECT open.id FROM dispute AS open WHERE open.guests <> '' AND open.guests LIKE )" + q.value("%;" + shown(person) + ";%") + ")";
}

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
