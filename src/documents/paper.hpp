// A form as paper: the Markdown of the template is parsed first and the values are put into
// its text afterwards, so that no name, number or story can become markup.
//
// A value may be in a language of its own; alone in a cell it turns the whole cell its way. One may
// be a drawing: a signature.
//
// Besides plain Markdown with tables a template knows: {{name}}, a value ("／" where there is
// none); {{#name}} in a list item, table row or paragraph, which is repeated for each part of
// that section (an empty section leaves one struck-out item or row, and no paragraph); in the head
// of a table, which is there once for each part, its rows being of that part's own sections; a
// block quote, set at the end of the line (numbers, seal, date); and a rule "---", after which
// come the signatures, kept together on one page.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maple::documents {

inline constexpr std::string_view struck_out = "／";

struct Values {
    std::map<std::string, std::string, std::less<>> texts;
    std::map<std::string, std::vector<Values>, std::less<>> sections;
    std::map<std::string, std::string, std::less<>> languages = {};  // of a text that is not in the paper's: "ug"
    std::map<std::string, std::string, std::less<>> drawings = {};   // strokes (foundation/strokes.hpp); "" leaves no trace
};

// --- A form filled in, before anybody has written it ------------------------------------

// A run of words. What a value brought is a run of its own: on a page from right to left it
// keeps its own direction.
struct Words {
    enum class Kind { text, value, line_break, strong, emphasis, drawing };
    Kind kind = Kind::text;
    std::string text = {};           // of a text or a value, struck_out where there is none; of a drawing its strokes
    std::vector<Words> within = {};  // of strong and emphasis
    std::string language = {};       // of a value in another language than the paper's
};
using Phrase = std::vector<Words>;
using Row = std::vector<Phrase>;  // a phrase for each cell

struct Block {
    enum class Kind { heading, paragraph, list, item, table, at_the_end };
    Kind kind = Kind::paragraph;
    int level = 0;                  // of a heading: 2 or 3
    bool ordered = false;           // of a list
    Phrase words = {};              // of a heading or a paragraph, and of an item that is no more than one
    std::vector<Block> parts = {};  // of a list, of a longer item, of what is set at the end of the line
    Row head = {};                  // of a table
    std::vector<Row> rows = {};
};

struct Sheet {
    std::string title;  // of the first heading, as plain text
    std::vector<Block> blocks;
    std::optional<std::size_t> signatures;  // from this block on: kept together on one page
};

// Throws std::runtime_error for a template that asks for a value or section that nobody
// gives, or that holds raw HTML, links or anything else that has no place on a form.
Sheet sheet(std::string_view markdown, Values const&);

// --- As a fragment of HTML --------------------------------------------------------------

struct Paper {
    std::string title;  // of the first heading, as plain text
    std::string html;   // everything else, escaped
};

Paper paper(Sheet const&);
Paper paper(std::string_view markdown, Values const&);

}  // namespace maple::documents
