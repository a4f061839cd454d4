// Which disputes a reader's lists are made of, as conditions of a question.
#pragma once
#include "access/desk.hpp"
#include "app/question.hpp"

namespace maple::app {

// Stages in which somebody still owes a step.
inline constexpr std::string_view alive = "('requested', 'accepted', 'inviting', 'diverted', 'mediating', 'agreed', 'visiting', 'terminated')";

// How to look along the index of what is alive, and how within scopes.
Look look_along(Desk const&);
Look look_in(Desk&, std::vector<std::string> const& scopes);

// What the policy lets this caller see (access/rules.hpp), as a condition.
std::string visible(Question&, Desk const&, access::Right, Look);

// Mine to move: I am answerable in person; or my organisation is, and nobody in person is, and my
// role can do it. A director sees what his mediators owe, too.
std::string mine(Question&, Desk const&);

}  // namespace maple::app
