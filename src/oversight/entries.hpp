// The journal as questions to the store: which entries, how many a day.
#pragma once
#include "access/audit.hpp"

namespace maple::oversight {

// What an auditor asks for; nothing said: everything of the last thirty days.
struct Wanted {
    std::optional<access::AuditKind> kind;
    std::optional<Text<0, 40>> username;   // of the account that acted, or that it happened to
    std::optional<Key> subject;
    std::optional<access::Outcome> outcome;
    std::optional<Date> from, until;       // days in Beijing time, both included
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (kind, username, subject, outcome, from, until))

struct Line {
    std::optional<std::int64_t> n;         // none: not in the chain yet
    access::AuditEntry entry;
};

struct DayCount {
    std::int64_t day = 0;                  // since 1970 in Beijing
    access::AuditKind kind{};
    std::int64_t times = 0;
};
BOOST_DESCRIBE_STRUCT(DayCount, (), (day, kind, times))

class Entries {
public:
    // Refuses: /until, when the days asked for are in the wrong order.
    Entries(Desk&, Wanted const&);

    Date from() const { return from_; }
    Date until() const { return until_; }
    // The newest first, those before an entry when one is named.
    std::vector<Line> newest(std::optional<Key> before, std::int64_t most);
    std::vector<DayCount> by_day();

private:
    std::string value(sql::Value);
    void where(std::string condition);

    Desk& desk_;
    Date from_{}, until_{};
    std::string conditions_;
    std::vector<sql::Value> values_;
};

inline constexpr int ordinary_days = 30, most_days = 400;

}  // namespace maple::oversight
