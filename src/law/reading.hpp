// Reading rule files: every fault is noted with its file and line, and the reading goes on,
// so that one run tells all of them.
#pragma once
#include "law/book.hpp"

#include <toml++/toml.h>

namespace maple::law {

class Faults {
public:
    void add(std::string_view file, std::size_t line, std::string reason);
    bool none() const { return faults_.empty(); }
    std::string told() const;  // one "file:line: reason" a line, in order of file and line

private:
    std::map<std::pair<std::string, std::size_t>, std::vector<std::string>> faults_;
};

// One table of a rule file, read key by key. It remembers what was asked for: what is left
// over at the end is unknown.
class Entry {
public:
    Entry(toml::table const& table, std::string_view file, Faults& faults) : table_(table), file_(file), faults_(faults) {}

    std::string text(std::string_view key, int longest = 120);     // must be there
    std::string text_if(std::string_view key, int longest = 120);  // "" when it is not
    std::string id(std::string_view key);                          // small letters, digits, "_" and "."
    Wording wording(std::string_view key, int longest = 200);      // Chinese and English, perhaps Uyghur
    std::int64_t whole(std::string_view key, std::int64_t least, std::int64_t most);
    std::int64_t whole_or(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise);
    bool flag(std::string_view key, bool otherwise);
    Date date(std::string_view key);
    std::optional<Date> date_if(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    std::vector<Date> dates(std::string_view key);                 // none when it is not there
    std::vector<Wording> wordings(std::string_view key);
    std::vector<Entry> entries(std::string_view key);              // an array of tables, none when it is not there
    std::optional<Entry> entry(std::string_view key);              // a table that must be there
    std::vector<std::string> keys() const;                         // all of them, in no promised order

    bool has(std::string_view key) const { return table_.contains(key); }
    std::size_t line() const { return table_.source().begin.line; }
    std::size_t line_of(std::string_view key) const;
    std::string const& file() const { return file_; }
    void fault(std::string_view key, std::string reason);
    void nothing_else();  // faults every key that nobody asked for

private:
    toml::node const* find(std::string_view key, bool needed);
    Wording wording_in(toml::node const& node, std::string_view key, int longest);
    std::string checked(std::string_view key, std::string text, int longest);

    toml::table const& table_;
    std::string file_;
    Faults& faults_;
    std::set<std::string, std::less<>> asked_;
};

// "第二百零五条" for 205.
std::string chinese_article(int number);

}  // namespace maple::law
