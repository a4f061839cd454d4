// A refusal is a normal answer: the rules said no, and say why.
// It carries a code, parameters and an article of law, never prose: the server words it
// in the reader's language (api/words.hpp). Anything that is not a refusal (disk full,
// a bug) stays an ordinary exception.
#pragma once
#include <boost/describe.hpp>
#include <boost/system/result.hpp>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace maple {

// Why, in the broadest sense; api/problem.cpp gives each its HTTP status.
enum class Because {
    malformed,      // not a form at all
    unsupported,    // in a shape that nobody reads here
    not_signed_in,  // we do not know who asks
    not_allowed,    // we know, and it is not theirs to do
    not_found,      // it is not there, or not there for this reader
    wrong_stage,    // the dispute is not at the step that this needs
    forbidden_by,   // a rule of law or of the house says no
    conflict,       // it collides with what is already so
    stale,          // somebody changed it in the meantime
    invalid,        // some fields need another look
    too_large,
    too_many,       // slow down
    busy,           // try again soon
    full,           // no room on the disk
};
BOOST_DESCRIBE_ENUM(Because, malformed, unsupported, not_signed_in, not_allowed, not_found, wrong_stage, forbidden_by, conflict,
                    stale, invalid, too_large, too_many, busy, full)

// A value for a sentence. A value that begins with '@' is itself a key of the catalogue
// ("@stage.mediating"). Never a name, number or text of a person.
struct Param {
    std::string name;
    std::string value;
};
using Params = std::vector<Param>;

struct Problem {       // one thing wrong with one field
    std::string at;    // JSON pointer: "/parties/0/name"
    std::string code;  // "too_short", a key below "problem." in the catalogue
    Params params = {};
};
using Problems = std::vector<Problem>;

struct Refusal {
    Because because;
    std::string code;     // "consent.refused", a key below "refusal." in the catalogue
    Params params = {};
    std::string article = {};  // "PML-17", a key of the statutes in rules/
    Problems problems = {};
    bool hides = false;   // it is there, and this reader is told that it is not: the audit journal knows
    std::vector<Params> instead = {};  // what could be had in its place, each a set of facts for the form ("from", "to", "place")
};

template <class T> using Result = boost::system::result<T, Refusal>;

Refusal refuse(Because because, std::string code, Params params = {}, std::string article = {});

// What is not this reader's does not exist for him; that he asked is noted.
Refusal hidden(Refusal refusal);

// One field is wrong for a reason that only a rule knows.
Refusal refuse_field(std::string at, std::string code, Params params = {}, std::string article = {});

// Of a form that was read, and these are its faults.
Refusal refuse_form(Problems problems);

// The refusal of a form that lies inside another one: its fields are told by their place in
// what was sent. `under("/text", draft(dispute, text)).value()`
Refusal under(std::string_view place, Refusal no);
template <class T> Result<T> under(std::string_view place, Result<T> result)
{
    if (!result) return under(place, std::move(result).error());
    return result;
}

// How a refusal leaves the use cases: `rules::assign(...).value()` throws it, the
// dispatcher in api/ catches it once and turns it into an answer.
class Refused : public std::exception {
public:
    explicit Refused(Refusal refusal);
    char const* what() const noexcept override;
    Refusal const refusal;
};

// Found by argument-dependent lookup from Result<T>::value().
[[noreturn]] void throw_exception_from_error(Refusal const& refusal, boost::source_location const&);

}  // namespace maple
