// A form as a flow of pieces, each a line or the row of a table, that pages are made of.
#pragma once
#include "documents/pdf/pages.hpp"
#include "documents/pdf/text.hpp"
#include "foundation/strokes.hpp"

#include <deque>

namespace maple::documents::press {

inline constexpr double ink_height = 13 * millimetre;

// Some lines of a text, beside other strips of the same piece.
struct Strip {
    Text const* text = nullptr;
    int first = 0, count = 0;
    double x = 0, y = 0;  // in the piece
    Edge edge = Edge::start;
    char const* tag = nullptr;  // of a cell
};

// A place in the structure of the document: "P", "Table". Pieces that share a node stand in one
// element as long as they stand on one page.
struct Node {
    char const* tag;
    int id;
    bool operator==(Node const&) const = default;
};

// The ruled part of a table.
struct Rules {
    std::vector<double> columns;  // from edge to edge, left to right
    bool opens = true, closes = true;  // a row that is cut has no rule at the cut
};

struct Piece {
    Extent extent;
    std::vector<Strip> strips;
    std::vector<Node> nodes;  // from the outside in
    std::optional<Rules> rules;
    std::vector<Stroke> ink = {};  // a signature, drawn where a line begins
};

struct Flow {
    std::deque<Text> texts;  // where strips point to
    std::vector<Piece> pieces;
    std::vector<Page> pages;
};

// Set and divided into pages.
Flow flow_of(Sheet const&, std::string_view language, FontMap const&);

}  // namespace maple::documents::press
