// The catalogue: one per language (src/api/words/<language>.toml), keyed "refusal.wrong_stage".
// Rules and pages know keys and parameters only; here they become sentences.
#pragma once
#include "access/desk.hpp"

#include <string>
#include <string_view>

namespace maple::api {

std::string_view tag(Language);                        // "zh-CN", "en", "ug"
Language language_from(std::string_view accept_language);  // the first one that we speak; Chinese otherwise

// The sentence for a key with its {parameters} filled in. A parameter that begins with '@'
// is a key itself; a key that nobody wrote is shown as it is (a test finds them).
std::string say(Language, std::string_view key, Params const& params = {});
bool can_say(Language, std::string_view key);
// A value of an enumeration in words: "stage.mediating".
template <class E> std::string word(Language language, std::string_view list, E value)
{
    return say(language, std::string(list) + "." + boost::describe::enum_to_string(value, "?"));
}
// A choice of a list of the book in words; its key when the book does not know it.
std::string choice_name(Desk const&, std::string_view list, std::string_view key);
// Names of the book that sentences may use as parameters ("@kind.neighbour", "@pause.appraisal").
void teach(std::map<std::string, law::Wording> names);
std::vector<std::string> said_keys(Language);          // every key, for the tests that compare languages

}  // namespace maple::api
