// A form as paper: the Markdown of the template is parsed first and the values are put into
// its text afterwards, so that no name, number or story can become markup.
//
// Besides plain Markdown with tables a template knows: {{name}}, a value ("／" where there is
// none); {{#name}} in a list item, table row or paragraph, which is repeated for each part of
// that section (an empty section leaves one struck-out item or row, and no paragraph); a
// block quote, set at the end of the line (numbers, seal, date); and a rule "---", after which
// come the signatures, kept together on one page.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace maple::documents {

inline constexpr std::string_view struck_out = "／";

struct Values {
    std::map<std::string, std::string, std::less<>> texts;
    std::map<std::string, std::vector<Values>, std::less<>> sections;
};

struct Paper {
    std::string title;  // of the first heading, as plain text
    std::string html;   // everything else, escaped
};

// Throws std::runtime_error for a template that asks for a value or section that nobody
// gives, or that holds raw HTML, links or anything else that has no place on a form.
Paper paper(std::string_view markdown, Values const&);

}  // namespace maple::documents
