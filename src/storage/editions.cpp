#include "storage/editions.hpp"
#include "foundation/key.hpp"

#include <algorithm>

namespace maple::sql {
namespace {

enum Edition : Touched { access = 1, words = 2 };

struct Watched {
    std::string_view table;
    Touched edition;
    bool when_added;  // whether a new row alone makes what is remembered wrong
};

// Nobody remembers that a session, an account or a text is not there.
constexpr Watched watched[] = {
    {"sign_in", access, false},
    {"account", access, false},
    {"grant_of", access, true},
    {"organisation", access, false},
    {"words", words, false},
};

// Changes of these columns alone touch nothing that is remembered, and happen at every sign-in.
// What is not written exactly so counts.
constexpr std::string_view harmless[] = {
    "UPDATE sign_in SET seen_at = $2 WHERE ",
    "UPDATE account SET signed_in_at = $2 WHERE ",
    "UPDATE account SET locked_until = $2 WHERE ",
    "UPDATE account SET failures = failures + 1 WHERE ",
    "UPDATE account SET failures = 0, locked_until = NULL WHERE ",
};

std::string_view next_word(std::string_view& text)
{
    constexpr std::string_view space = " \t\r\n(";
    text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
    auto const word = text.substr(0, text.find_first_of(space));
    text.remove_prefix(word.size());
    return word;
}

}  // namespace

Touched touched_by(std::string_view statement)
{
    auto rest = statement;
    auto const verb = next_word(rest);
    if (verb != "INSERT" && verb != "UPDATE" && verb != "DELETE") return 0;
    bool const only_adds = verb == "INSERT" && statement.find(" DO UPDATE") == statement.npos;
    if (verb != "UPDATE") next_word(rest);  // INTO, FROM
    auto const table = next_word(rest);
    auto const is_harmless = [&](std::string_view one) { return statement.starts_with(one); };
    if (std::any_of(std::begin(harmless), std::end(harmless), is_harmless)) return 0;
    for (auto const& one : watched)
        if (one.table == table && (one.when_added || !only_adds)) return one.edition;
    return 0;
}

std::string new_editions(Touched touched)
{
    auto const number = std::to_string(new_key().n);
    std::string statement = "UPDATE edition SET ";
    if (touched & access) statement += "access = " + number;
    if (touched & words) statement += std::string(touched & access ? ", " : "") + "words = " + number;
    return statement;
}

}  // namespace maple::sql
