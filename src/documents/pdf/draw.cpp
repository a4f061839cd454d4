#include "documents/pdf/draw.hpp"
#include "foundation/qr.hpp"

#include <algorithm>

namespace maple::documents::press {
namespace {

constexpr double rule = 0.6;

// Elements that are open on this page; whatever two pieces share is left open.
class Structure {
public:
    explicit Structure(cairo_t* cairo) : cairo_(cairo) {}
    ~Structure() { shut(0); }
    Structure(Structure const&) = delete;
    Structure& operator=(Structure const&) = delete;

    void stand_in(std::vector<Node> const& nodes)
    {
        std::size_t same = 0;
        while (same < open_.size() && same < nodes.size() && open_[same] == nodes[same]) ++same;
        shut(same);
        for (; same < nodes.size(); ++same) {
            cairo_tag_begin(cairo_, nodes[same].tag, nullptr);
            open_.push_back(nodes[same]);
        }
    }

private:
    void shut(std::size_t left)
    {
        while (open_.size() > left) {
            cairo_tag_end(cairo_, open_.back().tag);
            open_.pop_back();
        }
    }

    cairo_t* cairo_;
    std::vector<Node> open_;
};

void draw_line(cairo_t* cairo, double x1, double y1, double x2, double y2)
{
    cairo_move_to(cairo, x1, y1);
    cairo_line_to(cairo, x2, y2);
}

void draw_rules(cairo_t* cairo, Piece const& piece, double top, bool first, bool last)
{
    auto const& rules = *piece.rules;
    auto const left = left_margin + rules.columns.front(), right = left_margin + rules.columns.back(), bottom = top + piece.extent.height;
    for (auto const x : rules.columns) draw_line(cairo, left_margin + x, top, left_margin + x, bottom);
    if (rules.opens || first) draw_line(cairo, left - rule / 2, top, right + rule / 2, top);
    if (rules.closes || last) draw_line(cairo, left - rule / 2, bottom, right + rule / 2, bottom);
    cairo_set_line_width(cairo, rule);
    cairo_stroke(cairo);
}

// In the height of a line of handwriting, as wide as the frame in which it was drawn.
void draw_ink(cairo_t* cairo, Piece const& piece, double top, bool rightward)
{
    auto const scale = ink_height / strokes_high;
    auto const left = rightward ? left_margin : left_margin + text_width - strokes_wide * scale;
    cairo_set_line_width(cairo, 5 * scale);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    for (auto const& stroke : piece.ink) {
        cairo_new_sub_path(cairo);
        for (auto const& dot : stroke) cairo_line_to(cairo, left + dot.x * scale, top + dot.y * scale);
        if (stroke.size() == 1) cairo_rel_line_to(cairo, scale, 0);
    }
    cairo_stroke(cairo);
}

void draw_strips(cairo_t* cairo, Piece const& piece, double top)
{
    for (auto const& strip : piece.strips) {
        if (strip.tag) cairo_tag_begin(cairo, strip.tag, nullptr);
        for (int n = 0; n < strip.count; ++n)
            strip.text->draw(cairo, strip.first + n, left_margin + strip.x, top + strip.y + n * strip.text->pitch(), strip.edge);
        if (strip.tag) cairo_tag_end(cairo, strip.tag);
    }
}

// --- The margins ---------------------------------------------------------------------------

constexpr double grey = 0.35, code_size = 17 * millimetre, code_top = page_height - bottom_margin + 3 * millimetre;

struct Small {
    cairo_t* cairo;
    PangoContext* context;
    TypeCase const& types;

    void set(std::string const& words, double x, double y, double width, Edge edge) const
    {
        Text const text(context, types, types.small, {{Words::Kind::value, words}}, width);
        for (int n = 0; n < std::min(text.lines(), 2); ++n) text.draw(cairo, n, x, y + n * types.small.pitch, edge);
    }
};

void draw_code(cairo_t* cairo, std::string const& says, double x, double y)
{
    auto const code = qr_modules(says);
    auto const module = code_size / code.width;
    for (int row = 0; row < code.width; ++row)
        for (int column = 0; column < code.width; ++column) {
            int const begin = column;
            while (column < code.width && code.dark(column, row)) ++column;
            if (column > begin) cairo_rectangle(cairo, x + begin * module, y + row * module, (column - begin) * module, module);
        }
    cairo_fill(cairo);
}

void draw_margins(cairo_t* cairo, std::string_view language, FontMap const& fonts, Margins const& margins)
{
    auto const& types = type_case(language);
    auto const context = fonts.context(language);
    Small const small{cairo, context.get(), types};
    auto const footer = page_height - bottom_margin + 7 * millimetre;
    cairo_set_source_rgb(cairo, 0, 0, 0);
    if (margins.page) small.set(page_number_text(language, margins.page, margins.of), left_margin, footer, text_width, Edge::centre);
    // The code where the line ends, the digest where it begins.
    if (!margins.verification.empty()) draw_code(cairo, margins.verification, types.rightward ? page_width - right_margin - code_size : left_margin, code_top);
    cairo_set_source_rgb(cairo, grey, grey, grey);
    if (!margins.digest.empty()) small.set(digest_text(language, margins.digest), left_margin, footer, text_width, Edge::start);
    auto const header = top_margin - 13 * millimetre;
    if (!margins.header.empty()) small.set(margins.header, left_margin, header, text_width, Edge::start);
    if (!margins.watermark.empty()) small.set(margins.watermark, left_margin, header - (margins.header.empty() ? 0 : types.small.pitch), text_width, Edge::end);
    cairo_set_source_rgb(cairo, 0, 0, 0);
}

}  // namespace

void draw_page(cairo_t* cairo, Flow const& flow, std::size_t number, std::string_view language, FontMap const& fonts, Margins const& margins)
{
    auto const& page = flow.pages[number];
    cairo_set_source_rgb(cairo, 0, 0, 0);
    {
        Structure structure(cairo);
        for (std::size_t i = 0; i < page.size(); ++i) {
            auto const& piece = flow.pieces[page[i].piece];
            structure.stand_in(piece.nodes);
            draw_strips(cairo, piece, top_margin + page[i].top);
            if (!piece.ink.empty()) draw_ink(cairo, piece, top_margin + page[i].top, type_case(language).rightward);
            if (piece.rules) draw_rules(cairo, piece, top_margin + page[i].top, i == 0, i + 1 == page.size());
        }
    }
    draw_margins(cairo, language, fonts, margins);
}

void draw_plate(cairo_t* cairo, Plate const& plate)
{
    constexpr double largest_point = 1.2;  // a picture of few points would be a page of squares
    auto const scale = std::min({text_width / plate.width, text_height / plate.height, largest_point});
    auto const left = left_margin + (text_width - plate.width * scale) / 2;
    auto* const bytes = new std::string(plate.jpeg);
    // Its points are never asked for: the file holds the picture as it was made.
    auto* const picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, plate.width, plate.height);
    cairo_surface_set_mime_data(picture, CAIRO_MIME_TYPE_JPEG, reinterpret_cast<unsigned char const*>(bytes->data()), bytes->size(),
                                [](void* held) { delete static_cast<std::string*>(held); }, bytes);
    cairo_tag_begin(cairo, "Figure", nullptr);
    cairo_save(cairo);
    cairo_translate(cairo, left, top_margin);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_surface(cairo, picture, 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
    cairo_tag_end(cairo, "Figure");
    cairo_surface_destroy(picture);
}

}  // namespace maple::documents::press
