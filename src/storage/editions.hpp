// Facts that seldom change and are asked for at every request may be remembered. How long they
// are right the row of the table `edition` says: a work that changed one of the tables below ends
// with a new number in the edition's column, in its own transaction, whoever runs it and in
// whatever program. So what was read together with its edition holds in every snapshot that
// shows the same number. (A trigger would do, but a schema that is spread or replicated has none.)
#pragma once
#include <string>
#include <string_view>

namespace maple::sql {

using Touched = unsigned;  // bits: which editions a statement makes old

// Read off the statement's first words.
Touched touched_by(std::string_view statement);
// The statement that ends a work which touched some.
std::string new_editions(Touched);

}  // namespace maple::sql
