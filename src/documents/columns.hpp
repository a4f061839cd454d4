// An agreement in two languages: its text as a table of two columns, paragraph beside paragraph,
// in place of the paragraphs that the template gives in one.
#pragma once
#include "documents/paper.hpp"

namespace maple::documents {

// The section of values that holds the text side by side: "left", "right", and "heading" that is
// not empty where the row is one; its first row is the head of the table.
inline constexpr std::string_view side_by_side = "side_by_side";

// A form made out: with its two columns where its values have them. They stand in place of
// everything from the first heading of the second level to the fifth, which is where the text of an
// agreement begins and ends.
Sheet made_out(std::string_view markdown, Values const&);

}  // namespace maple::documents
