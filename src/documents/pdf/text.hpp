// A paragraph as set lines: words in, lines of known widths out, drawn where they are wanted.
#pragma once
#include "documents/paper.hpp"
#include "documents/pdf/type.hpp"

#include <memory>
#include <pango/pangocairo.h>
#include <vector>

namespace maple::documents::press {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T> using Owned = std::unique_ptr<T, Unref>;

// One job's font map. Pango's own is one for each thread; a map in use belongs to one job
// alone, and is lent to the next one, with the faces that it has found and opened.
class FontMap {
public:
    FontMap();
    ~FontMap();
    FontMap(FontMap const&) = delete;
    FontMap& operator=(FontMap const&) = delete;

    // For a language, with metrics that no screen has rounded.
    Owned<PangoContext> context(std::string_view language) const;

private:
    Owned<PangoFontMap> map_;
};

// The lines of a phrase: whoever wrote a line break gets a new paragraph.
std::vector<Phrase> lines_of(Phrase const&);

enum class Edge { start, centre, end };

// Of one line of words without line breaks, set in a width.
class Text {
public:
    Text(PangoContext*, TypeCase const&, Type const&, Phrase const&, double width, double indent = 0);

    int lines() const;
    double pitch() const { return pitch_; }
    double natural_width() const;    // as wide as it would like to be
    double narrowest_width() const;  // of its longest word

    // Line n in the box at x, y that is as wide as this text was set, in the order of reading.
    void draw(cairo_t*, int n, double x, double y, Edge) const;

private:
    double widest(int width) const;
    void draw_line(cairo_t*, PangoLayoutLine*, double x, double baseline) const;

    Owned<PangoLayout> layout_;
    std::string words_;
    double width_, indent_, pitch_, size_;
    bool rightward_;
};

}  // namespace maple::documents::press
