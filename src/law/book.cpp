#include "law/book.hpp"

#include <algorithm>
#include <stdexcept>

namespace maple::law {
namespace {

template <class List> auto const* with_key(List const& list, std::string_view key)
{
    auto const found = std::find_if(list.begin(), list.end(), [&](auto const& one) { return one.key == key; });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

Kind const* Book::kind(std::string_view key) const { return with_key(kinds, key); }

ClockRule const* Book::clock(std::string_view key) const { return with_key(clocks, key); }

MediatorGrade const* Book::mediator_grade(std::string_view key) const { return with_key(mediator_grades, key); }

Honour const* Book::honour(std::string_view key) const { return with_key(honours, key); }

Statute const* Book::statute(std::string_view key, Date on) const
{
    for (auto const& one : statutes)
        if (one.key == key && one.in_force <= on && (!one.until || on <= *one.until)) return &one;
    return nullptr;
}

ReminderRule const& Book::reminder(std::string_view key) const
{
    auto const* found = with_key(reminders, key);
    if (!found) throw std::out_of_range("the book has no reminder " + std::string(key));
    return *found;
}

std::vector<Choice> const& Book::list(std::string_view name) const
{
    static std::vector<Choice> const none;
    auto const found = choices.find(name);
    return found == choices.end() ? none : found->second;
}

Choice const* Book::choice(std::string_view name, std::string_view key) const { return with_key(list(name), key); }

std::int64_t Book::policy(std::string_view name) const
{
    auto const found = policies.find(name);
    if (found == policies.end()) throw std::out_of_range("the book has no policy " + std::string(name));
    return found->second;
}

std::int64_t Book::weight(std::string_view name) const
{
    auto const found = assigning.weights.find(name);
    if (found == assigning.weights.end()) throw std::out_of_range("the book has no weight " + std::string(name));
    return found->second;
}

std::vector<std::string> const& Book::words(std::string_view list) const
{
    auto const found = agreement_words.find(list);
    if (found == agreement_words.end()) throw std::out_of_range("the book has no words for " + std::string(list));
    return found->second;
}

bool Book::is_on(std::string_view name) const
{
    auto const found = switches.find(name);
    if (found == switches.end()) throw std::out_of_range("the book has no switch " + std::string(name));
    return found->second;
}

std::string const& in(Wording const& wording, std::string_view language)
{
    static std::string const nothing;
    auto found = wording.find(language);
    if (found == wording.end()) found = wording.find("zh-CN");
    return found == wording.end() ? nothing : found->second;
}

std::map<std::string, Wording> names(Book const& book)
{
    std::map<std::string, Wording> all;
    for (auto const& kind : book.kinds) all["kind." + kind.key] = kind.name;
    for (auto const& clock : book.clocks) all["clock." + clock.key] = clock.name;
    for (auto const& rule : book.grading) all["grading." + rule.key] = rule.name;
    for (auto const& grade : book.mediator_grades) all["mediator_grade." + grade.key] = grade.name;
    for (auto const& honour : book.honours) all["honour." + honour.key] = honour.name;
    for (auto const& rule : book.reminders) all["reminder." + rule.key] = rule.name;
    for (auto const& question : book.safety) all["safety." + question.key] = question.ask;
    for (auto const& [key, name] : book.calendar.names) all["holiday." + key] = name;
    for (auto const& [list, choices] : book.choices)
        for (auto const& choice : choices) all[list + "." + choice.key] = choice.name;
    return all;
}

}  // namespace maple::law
