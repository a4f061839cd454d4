#include "storage/editions.hpp"
#include "foundation/key.hpp"

namespace maple::sql {
namespace {

enum Edition : Touched { access = 1, words = 2 };

struct Watched {
    std::string_view table;
    Touched edition;
    bool when_added;  // whether a new row alone makes what is remembered wrong
    std::string_view harmless = {};  // a change that begins so touches nothing that is remembered
};

// Nobody remembers that a session, an account or a text is not there.
constexpr Watched watched[] = {
    {"sign_in", access, false, " SET seen_at = "},
    {"account", access, false},
    {"grant_of", access, true},
    {"organisation", access, false},
    {"words", words, false},
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
    auto const verb = next_word(statement);
    bool const adds = verb == "INSERT";
    if (!adds && verb != "UPDATE" && verb != "DELETE") return 0;
    if (verb != "UPDATE") next_word(statement);  // INTO, FROM
    auto const table = next_word(statement);
    for (auto const& one : watched)
        if (one.table == table && (one.when_added || !adds) && (one.harmless.empty() || !statement.starts_with(one.harmless))) return one.edition;
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
