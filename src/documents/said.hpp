// How values are worded on paper: dates, amounts, words of lists, in one language.
#pragma once
#include "api/words.hpp"
#include "foundation/record.hpp"

namespace maple::documents {


class Said {
public:
    explicit Said(Language language) : language_(language) {}
    Language language() const { return language_; }

    std::string operator()(std::string_view key, Params const& params = {}) const { return api::say(language_, key, params); }
    std::string in(law::Wording const& wording) const { return law::in(wording, api::tag(language_)); }
    template <class E> std::string word(std::string_view list, E value) const
    {
        return api::say(language_, std::string(list) + "." + boost::describe::enum_to_string(value, "?"));
    }

    std::string list(std::vector<std::string> const& names) const;  // "李某、张某"; "" for none
    std::string date(Date) const;                                   // "2023年11月20日"
    std::string date(std::optional<Instant>) const;                 // "" for none
    std::string time(Instant) const;                                // with the hour, Beijing time
    std::string amount(std::optional<Fen>) const;                   // figures and formal numerals; "" for none

private:
    Language language_;
};

}  // namespace maple::documents
