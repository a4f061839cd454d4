#include "documents/pdf/text.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <stdexcept>

namespace maple::documents::press {
namespace {

// --- Font maps -------------------------------------------------------------------------

struct Shelved {
    std::mutex mutex;
    std::vector<Owned<PangoFontMap>> free;
};

Shelved& shelved()
{
    static auto* const shelf = new Shelved;  // outlives every thread that prints
    return *shelf;
}

// A form set in whatever face is there would be a page of boxes, kept for decades.
Owned<PangoFontMap> new_map()
{
    Owned<PangoFontMap> map(pango_cairo_font_map_new());
    for (auto const* family : {"Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Serif", "Noto Sans", "Noto Naskh Arabic"})
        if (!pango_font_map_get_family(map.get(), family)) throw std::runtime_error(std::string("a face of printed forms is not installed: ") + family);
    return map;
}

Owned<PangoFontMap> lent()
{
    auto& shelf = shelved();
    std::lock_guard const lock(shelf.mutex);
    if (shelf.free.empty()) return new_map();
    auto map = std::move(shelf.free.back());
    shelf.free.pop_back();
    return map;
}

// --- Characters --------------------------------------------------------------------------

constexpr std::string_view isolate = "\u2068", pop_isolate = "\u2069";

// What turns the direction of others, and what leaves no ink but could: a value may not.
bool has_no_place(gunichar c)
{
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return true;
    return (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C || c == 0xFEFF ||
           c == 0xFFFC || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool is_line_end(gunichar c) { return c == '\n' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_from_the_right(gunichar c) { return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF); }

void append(std::string& into, gunichar c)
{
    char bytes[6];
    into.append(bytes, std::size_t(g_unichar_to_utf8(c, bytes)));
}

template <class Each> void each_character(std::string const& text, Each const& each)
{
    std::unique_ptr<char, decltype(&g_free)> const valid(g_utf8_make_valid(text.data(), gssize(text.size())), g_free);
    for (char const* at = valid.get(); *at; at = g_utf8_next_char(at)) each(g_utf8_get_char(at));
}

void split(Phrase const& phrase, std::vector<Phrase>& lines);

void split(Words const& words, std::vector<Phrase>& lines)
{
    using enum Words::Kind;
    if (words.kind == line_break) return void(lines.emplace_back());
    if (words.kind == drawing) return;  // stands below the line, drawn
    if (words.kind == strong || words.kind == emphasis) {
        std::vector<Phrase> inside(1);
        split(words.within, inside);
        for (std::size_t i = 0; i < inside.size(); ++i) {
            if (i) lines.emplace_back();
            lines.back().push_back({words.kind, {}, std::move(inside[i])});
        }
        return;
    }
    Words part{words.kind};
    auto const put = [&] {
        if (!part.text.empty()) lines.back().push_back(part);
        part.text.clear();
    };
    each_character(words.text, [&](gunichar c) {
        if (is_line_end(c)) {
            put();
            lines.emplace_back();
        } else if (c == '\t') {
            part.text += ' ';
        } else if (!has_no_place(c)) {
            append(part.text, c);
        }
    });
    put();
}

void split(Phrase const& phrase, std::vector<Phrase>& lines)
{
    for (auto const& words : phrase) split(words, lines);
}

// --- Runs --------------------------------------------------------------------------------

struct Running {
    std::string text;
    PangoAttrList* attributes;
    TypeCase const& types;

    void add(PangoAttribute* attribute, std::size_t from)
    {
        attribute->start_index = guint(from);
        attribute->end_index = guint(text.size());
        pango_attr_list_insert(attributes, attribute);
    }

    void put(Phrase const& phrase)
    {
        for (auto const& words : phrase) {
            auto const from = text.size();
            if (words.kind == Words::Kind::value) put_value(words.text);
            else text += words.text;
            put(words.within);
            if (words.kind == Words::Kind::strong) add(pango_attr_weight_new(PANGO_WEIGHT_BOLD), from);
            if (words.kind == Words::Kind::emphasis && types.slants) add(pango_attr_style_new(PANGO_STYLE_ITALIC), from);
        }
    }

    // A value of another direction neither takes the words around it along nor is it torn by them.
    void put_value(std::string const& words)
    {
        bool other = !types.rightward;
        if (!other) each_character(words, [&](gunichar c) { other = other || is_from_the_right(c); });
        if (!other) return void(text += words);
        text.append(isolate).append(words).append(pop_isolate);
    }
};

struct Run {
    PangoGlyphItem* item;
    double x;
};

double points(int pango) { return double(pango) / PANGO_SCALE; }

double width_of(PangoGlyphItem const* item) { return points(pango_glyph_string_get_width(item->glyphs)); }

}  // namespace

FontMap::FontMap() : map_(lent()) {}

FontMap::~FontMap()
{
    auto& shelf = shelved();
    std::lock_guard const lock(shelf.mutex);
    shelf.free.push_back(std::move(map_));
}

Owned<PangoContext> FontMap::context(std::string_view language) const
{
    Owned<PangoContext> context(pango_font_map_create_context(map_.get()));
    std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> const options(cairo_font_options_create(),
                                                                                              cairo_font_options_destroy);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_cairo_context_set_resolution(context.get(), 72);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_language(context.get(), pango_language_from_string(std::string(language).c_str()));
    pango_context_set_base_dir(context.get(), type_case(language).rightward ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL);
    return context;
}

std::vector<Phrase> lines_of(Phrase const& phrase)
{
    std::vector<Phrase> lines(1);
    split(phrase, lines);
    // An empty line at the end was a habit of the keyboard.
    while (lines.size() > 1 && lines.back().empty()) lines.pop_back();
    return lines;
}

Text::Text(PangoContext* context, TypeCase const& types, Type const& type, Phrase const& phrase, double width, double indent)
    : layout_(pango_layout_new(context)), width_(width), indent_(indent), pitch_(type.pitch), size_(type.size), rightward_(types.rightward)
{
    std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> const face(pango_font_description_new(), pango_font_description_free);
    pango_font_description_set_family_static(face.get(), type.family);
    pango_font_description_set_absolute_size(face.get(), type.size * PANGO_SCALE);
    pango_font_description_set_weight(face.get(), type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout_.get(), face.get());
    std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> const attributes(pango_attr_list_new(), pango_attr_list_unref);
    Running running{{}, attributes.get(), types};
    running.put(phrase);
    // A ligature that nobody needs is read again in the wrong order by whoever searches the file.
    if (!types.rightward) running.add(pango_attr_font_features_new("liga=0, dlig=0"), 0);
    words_ = std::move(running.text);
    pango_layout_set_text(layout_.get(), words_.data(), int(words_.size()));
    pango_layout_set_attributes(layout_.get(), attributes.get());
    pango_layout_set_auto_dir(layout_.get(), FALSE);
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(layout_.get(), int(indent * PANGO_SCALE));
    pango_layout_set_width(layout_.get(), int(std::floor(width * PANGO_SCALE)));
}

int Text::lines() const { return pango_layout_get_line_count(layout_.get()); }

double Text::widest(int width) const
{
    Owned<PangoLayout> const copy(pango_layout_copy(layout_.get()));
    pango_layout_set_indent(copy.get(), 0);
    if (width == 0) pango_layout_set_wrap(copy.get(), PANGO_WRAP_WORD);
    pango_layout_set_width(copy.get(), width);
    PangoRectangle logical;
    pango_layout_get_extents(copy.get(), nullptr, &logical);
    return points(logical.width);
}

double Text::natural_width() const { return widest(-1); }
double Text::narrowest_width() const { return widest(0); }

void Text::draw(cairo_t* cairo, int n, double x, double y, Edge edge) const
{
    auto* const line = pango_layout_get_line_readonly(layout_.get(), n);
    PangoRectangle logical;
    pango_layout_line_get_extents(line, nullptr, &logical);
    auto const indent = n == 0 ? indent_ : 0;
    auto const room = width_ - points(logical.width);
    bool const at_the_left = (edge == Edge::start) == rightward_;
    auto const offset = edge == Edge::centre ? room / 2 : at_the_left ? (rightward_ ? indent : 0) : room - (rightward_ ? 0 : indent);
    // On the same baseline whatever faces are mixed: the middle of a Han character in the middle of the pitch.
    draw_line(cairo, line, x + offset, y + pitch_ / 2 + 0.37 * size_);
}

void Text::draw_line(cairo_t* cairo, PangoLayoutLine* line, double x, double baseline) const
{
    std::vector<Run> runs;
    for (auto* at = line->runs; at; at = at->next) {
        auto* const item = static_cast<PangoGlyphItem*>(at->data);
        runs.push_back({item, x});
        x += width_of(item);
    }
    // Drawn as they are read, not as they stand, so that the words of the file can be read in order.
    std::sort(runs.begin(), runs.end(), [](Run const& a, Run const& b) { return a.item->item->offset < b.item->item->offset; });
    auto const* const text = pango_layout_get_text(layout_.get());
    for (auto const& run : runs) {
        cairo_move_to(cairo, run.x, baseline);
        pango_cairo_show_glyph_item(cairo, text, run.item);
    }
}

}  // namespace maple::documents::press
