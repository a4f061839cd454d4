#include "documents/pdf/flow.hpp"
#include "documents/pdf/columns.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace maple::documents::press {
namespace {

constexpr double inset = 6.5, above = 3.5;  // of the words of a cell: more than a letter between two, or readers take them for one line
constexpr double between = 1.2 * millimetre, over_heading = 3.5 * millimetre, around_table = 2.4 * millimetre;
constexpr double over_signatures = 6 * millimetre, room_to_sign = 4.5 * millimetre, room_for_seal = 12 * millimetre;

bool is_note(Block const& block)
{
    return block.kind == Block::Kind::paragraph && !block.words.empty() &&
           std::all_of(block.words.begin(), block.words.end(), [](Words const& w) { return w.kind == Words::Kind::emphasis || w.kind == Words::Kind::line_break; });
}

bool speaks_to(Block const& block)
{
    if (block.kind != Block::Kind::paragraph || block.words.empty()) return false;
    auto const& last = block.words.back().text;
    return last.ends_with("：") || last.ends_with(":");
}

class Setter {
public:
    Setter(Sheet const& sheet, std::string_view language, FontMap const& fonts)
        : sheet_(sheet), types_(type_case(language)), fonts_(fonts), context_(fonts.context(language))
    {}

    Flow set()
    {
        begin("H1", 0);
        paragraph({{Words::Kind::text, sheet_.title}}, types_.title, Edge::centre, 0, true);
        nodes_.clear();
        for (std::size_t i = 0; i < sheet_.blocks.size(); ++i) {
            signing_ = sheet_.signatures && i >= *sheet_.signatures;
            auto const first = flow_.pieces.size();
            top_level(i);
            if (signing_) keep_together(first, i);
        }
        std::vector<Extent> extents;
        for (auto const& piece : flow_.pieces) extents.push_back(piece.extent);
        flow_.pages = pages_of(extents, text_height);
        return std::move(flow_);
    }

private:
    // Where words stand between the margins: measured from the edge where reading begins.
    struct Box {
        double from = 0;
        double width = text_width;
    };

    void top_level(std::size_t i)
    {
        auto const& block = sheet_.blocks[i];
        bool const below_title = i == 0;
        bool const below_number = i == 1 && sheet_.blocks[0].kind == Block::Kind::at_the_end;
        indented_ = types_.indents && !signing_ && !below_number && !(below_title && speaks_to(block));
        if (below_title) space_ = between * 2;
        place(block, signing_ ? (i == *sheet_.signatures ? over_signatures : room_to_sign) : between);
        indented_ = false;
    }

    void place(Block const& block, double space)
    {
        space_ = std::max(space_, space);
        switch (block.kind) {
        case Block::Kind::heading: heading(block); break;
        case Block::Kind::paragraph: body(block); break;
        case Block::Kind::list: list(block); break;
        case Block::Kind::item: break;  // a list has placed it
        case Block::Kind::at_the_end: at_the_end(block); break;
        case Block::Kind::table: table(block); break;
        }
    }

    void begin(char const* tag, int depth)
    {
        nodes_.resize(std::size_t(depth));
        nodes_.push_back({tag, ++last_id_});
    }
    void end() { nodes_.pop_back(); }

    void heading(Block const& block)
    {
        space_ = std::max(space_, over_heading);
        begin(block.level == 2 ? "H2" : "H3", int(nodes_.size()));
        paragraph(block.words, block.level == 2 ? types_.heading : types_.subheading, Edge::start, 0, true);
        end();
        follows_heading_ = true;
        space_ = between;
    }

    void body(Block const& block)
    {
        begin("P", int(nodes_.size()));
        if (is_note(block)) paragraph(block.words, types_.table, Edge::centre, 0);
        else paragraph(block.words, types_.body, edge_, indented_ ? 2 * types_.body.size : 0);
        end();
        space_ = between;
    }

    void at_the_end(Block const& block)
    {
        if (signing_) space_ = std::max(space_, room_for_seal);
        edge_ = Edge::end;
        for (auto const& part : block.parts) place(part, 0);
        edge_ = Edge::start;
    }

    void list(Block const& block)
    {
        auto const outer = box_;
        auto const step = 2 * types_.body.size;
        begin("L", int(nodes_.size()));
        int n = 0;
        for (auto const& item : block.parts) {
            space_ = std::max(space_, between);
            begin("LI", int(nodes_.size()));
            auto const first = flow_.pieces.size();
            box_ = {outer.from + step, outer.width - step};
            if (item.parts.empty()) paragraph(item.words, types_.body, Edge::start, 0);
            else for (auto const& part : item.parts) place(part, between);
            mark(first, {outer.from, step}, block.ordered ? std::to_string(++n) + "." : "•");
            end();
            space_ = between;
        }
        end();
        box_ = outer;
    }

    // The number or dot of an item, on its first line.
    void mark(std::size_t piece, Box box, std::string const& sign)
    {
        auto const* text = set_text({{Words::Kind::text, sign}}, types_.body, box.width, 0);
        auto& strips = flow_.pieces[piece].strips;
        strips.insert(strips.begin(), {text, 0, 1, left_of(box), 0, Edge::start, nullptr});
    }

    double left_of(Box box) const { return types_.rightward ? box.from : text_width - box.from - box.width; }

    Text const* set_text(Phrase const& phrase, Type const& type, double width, double indent)
    {
        return &flow_.texts.emplace_back(context_.get(), types_, type, phrase, width, indent);
    }

    // Line by line; neither its first nor its last line stands alone on a page.
    void paragraph(Phrase const& phrase, Type const& type, Edge edge, double indent, bool solid = false)
    {
        auto const first = flow_.pieces.size();
        for (auto const& line : lines_of(phrase)) {
            auto const* text = set_text(line, type, box_.width, indent);
            for (int n = 0; n < text->lines(); ++n) {
                Piece piece{{text->pitch(), 0, Hold::free, std::nullopt}, {{text, n, 1, left_of(box_), 0, edge, nullptr}}, nodes_, {}};
                add(std::move(piece));
            }
        }
        auto& pieces = flow_.pieces;
        if (pieces.size() >= first + 2) {
            pieces[first + 1].extent.hold = Hold::firm;
            pieces.back().extent.hold = Hold::firm;
        }
        for (auto i = first + 1; solid && i < pieces.size(); ++i) pieces[i].extent.hold = Hold::firm;
        for (auto const& words : phrase)
            if (words.kind == Words::Kind::drawing) ink(words.text);
    }

    // A signature as it was drawn, below the line that says whose it is.
    void ink(std::string const& drawn)
    {
        if (auto strokes = strokes_in(drawn)) {
            Piece piece{{ink_height, 0, Hold::firm, std::nullopt}, {}, nodes_, {}};
            piece.ink = std::move(*strokes);
            add(std::move(piece));
        }
    }

    void add(Piece piece)
    {
        piece.extent.before = std::exchange(space_, 0);
        if (std::exchange(follows_heading_, false) || flow_.pieces.size() == title_lines()) piece.extent.hold = Hold::firm;
        flow_.pieces.push_back(std::move(piece));
    }

    std::size_t title_lines() const { return flow_.texts.empty() ? 0 : std::size_t(flow_.texts.front().lines()); }

    // --- Tables -----------------------------------------------------------------------------

    // Lines that somebody broke stand in one text here, parted as they were.
    static Phrase cell(Row const& row, std::size_t column)
    {
        Phrase whole;
        auto const lines = lines_of(column < row.size() ? row[column] : Phrase{});
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i) whole.push_back({Words::Kind::text, "\n"});
            whole.insert(whole.end(), lines[i].begin(), lines[i].end());
        }
        return whole;
    }

    // A cell in a language of its own is set in its types, from the edge where its reading begins.
    static std::string language_in(Row const& row, std::size_t column)
    {
        return column < row.size() && row[column].size() == 1 ? row[column].front().language : "";
    }

    static bool in_two_languages(Block const& table)
    {
        return table.head.size() == 2 && !language_in(table.head, 1).empty();
    }

    Text const* set_cell(Row const& row, std::size_t column, bool head, double width)
    {
        auto const language = language_in(row, column);
        auto const& types = language.empty() ? types_ : type_case(language);
        if (!language.empty() && !others_.contains(language)) others_.emplace(language, fonts_.context(language));
        auto* const context = language.empty() ? context_.get() : others_.at(language).get();
        return &flow_.texts.emplace_back(context, types, head ? types.table_head : types.table, cell(row, column), width, 0.0);
    }

    std::vector<double> widths_of(Block const& table)
    {
        if (in_two_languages(table)) return {text_width / 2, text_width / 2};
        std::vector<ColumnNeeds> needs(table.head.size());
        auto const need = [&](Row const& row, Type const& type, bool head) {
            for (std::size_t i = 0; i < needs.size(); ++i) {
                if (needs.size() == 2 && i == 1) break;  // the rest
                Text const text(context_.get(), types_, type, cell(row, i), text_width, 0);
                auto const natural = text.natural_width() + 2 * inset + 1;
                auto const narrowest = head ? std::min(natural, 6 * type.size) : text.narrowest_width() + 2 * inset + 1;
                needs[i] = {std::max(needs[i].narrowest, narrowest), std::max(needs[i].natural, natural)};
            }
        };
        need(table.head, types_.table_head, true);
        for (auto const& row : table.rows) need(row, types_.table, false);
        return column_widths(needs, text_width, types_.label);
    }

    void table(Block const& block)
    {
        space_ = std::max(space_, around_table);
        auto const widths = widths_of(block);
        begin("Table", int(nodes_.size()));
        auto const head = flow_.pieces.size();
        row(block.head, widths, std::nullopt);
        auto const head_height = flow_.pieces[head].extent.height;
        for (auto const& cells : block.rows) {
            if (flow_.pieces.size() == head + 1) follows_heading_ = true;  // a head is never alone
            row(cells, widths, std::pair(head, head_height));
        }
        end();
        space_ = around_table;
    }

    void row(Row const& cells, std::vector<double> const& widths, std::optional<std::pair<std::size_t, double>> head)
    {
        begin("TR", int(nodes_.size()));
        Piece whole{{0, 0, Hold::free, std::nullopt}, {}, nodes_, Rules{}};
        if (head) whole.extent.head = head->first;
        int lines = 1;
        double from = 0, height = head ? types_.table.pitch : types_.table_head.pitch, pitch = height;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            auto const* text = set_cell(cells, i, !head, widths[i] - 2 * inset);
            whole.strips.push_back({text, 0, text->lines(), left_of({from + inset, widths[i] - 2 * inset}), above, Edge::start, head ? "TD" : "TH"});
            lines = std::max(lines, text->lines());
            height = std::max(height, text->lines() * text->pitch());
            pitch = std::max(pitch, text->pitch());
            from += widths[i];
        }
        whole.rules->columns = edges(widths);
        whole.extent.height = height + 2 * above;
        if (whole.extent.height + (head ? head->second : 0) <= text_height) add(std::move(whole));
        else in_slices(whole, lines, pitch);
        end();
    }

    // A row that no page can hold is cut between its lines.
    void in_slices(Piece const& whole, int lines, double pitch)
    {
        for (int n = 0; n < lines; ++n) {
            Piece slice{whole.extent, {}, whole.nodes, Rules{whole.rules->columns, n == 0, n == lines - 1}};
            slice.extent.height = pitch + (n == 0 ? above : 0) + (n == lines - 1 ? above : 0);
            slice.extent.hold = n == 1 || (n > 0 && n == lines - 1) ? Hold::firm : Hold::free;
            for (auto strip : whole.strips) {
                if (n >= strip.count) continue;
                strip.first = n;
                strip.count = 1;
                strip.y = n == 0 ? above : 0;
                slice.strips.push_back(strip);
            }
            add(std::move(slice));
        }
    }

    std::vector<double> edges(std::vector<double> widths) const
    {
        if (!types_.rightward) std::reverse(widths.begin(), widths.end());
        std::vector<double> all{0};
        for (auto const width : widths) all.push_back(all.back() + width);
        return all;
    }

    // --- Signatures -------------------------------------------------------------------------

    // Signatures, seal and date stand on one page, and never alone: at least two lines of what
    // they are set under come along.
    void keep_together(std::size_t first, std::size_t i)
    {
        auto& pieces = flow_.pieces;
        for (auto n = first; n < pieces.size(); ++n)
            if (pieces[n].extent.hold == Hold::free) pieces[n].extent.hold = Hold::together;
        bool const seal = sheet_.blocks[i].kind == Block::Kind::at_the_end && i != *sheet_.signatures;
        if (seal && first < pieces.size()) pieces[first].extent.hold = Hold::firm;  // no seal without a name above it
        if (i != *sheet_.signatures || first == 0) return;
        for (std::size_t back = 1, lines = 0; back <= first && lines < 2; ++back) {
            auto& piece = pieces[first - back];
            for (auto const& strip : piece.strips) lines += std::size_t(strip.count);
            if (lines < 2 && piece.extent.hold == Hold::free) piece.extent.hold = Hold::together;
        }
    }

    Sheet const& sheet_;
    TypeCase const& types_;
    FontMap const& fonts_;
    Owned<PangoContext> context_;
    std::map<std::string, Owned<PangoContext>> others_;  // of cells in other languages
    Flow flow_;
    Box box_;
    Edge edge_ = Edge::start;
    std::vector<Node> nodes_;
    int last_id_ = 0;
    double space_ = 0;
    bool signing_ = false, indented_ = false, follows_heading_ = false;
};

}  // namespace

Flow flow_of(Sheet const& sheet, std::string_view language, FontMap const& fonts) { return Setter(sheet, language, fonts).set(); }

}  // namespace maple::documents::press
