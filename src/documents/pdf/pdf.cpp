#include "documents/pdf/pdf.hpp"
#include "documents/pdf/draw.hpp"

#include <cairo-pdf.h>
#include <stdexcept>

namespace maple::documents {
namespace {

using press::Flow;
using press::FontMap;

std::deque<Flow> flows_of(std::vector<Leaf> const& leaves, FontMap const& fonts)
{
    std::deque<Flow> flows;
    for (auto const& leaf : leaves) {
        if (leaf.sheet) flows.push_back(press::flow_of(*leaf.sheet, leaf.language, fonts));
        else flows.emplace_back().pages.resize(leaf.plates.size());
    }
    return flows;
}

PageNumbers numbers_of(std::vector<Leaf> const& leaves, std::deque<Flow> const& flows)
{
    PageNumbers out;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        int const pages = int(flows[i].pages.size());
        out.begins.push_back(leaves[i].numbered ? out.last + 1 : 0);
        if (leaves[i].numbered) out.last += pages;
        out.ends.push_back(leaves[i].numbered ? out.last : 0);
        out.sheets += pages;
    }
    return out;
}

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

class Book {
public:
    Book()
        : surface_(cairo_pdf_surface_create_for_stream(&Book::write, &bytes_, press::page_width, press::page_height)),
          cairo_(cairo_create(surface_.get()))
    {
        cairo_pdf_surface_restrict_to_version(surface_.get(), CAIRO_PDF_VERSION_1_5);
        tell(CAIRO_PDF_METADATA_CREATE_DATE, "");  // Cairo would put the machine's time here
    }

    void tell(cairo_pdf_metadata_t what, std::string const& words) { cairo_pdf_surface_set_metadata(surface_.get(), what, words.c_str()); }
    cairo_t* page() { return cairo_.get(); }
    void turn() { cairo_show_page(cairo_.get()); }

    std::string close()
    {
        auto const drawn = cairo_status(cairo_.get());
        cairo_.reset();
        cairo_surface_finish(surface_.get());
        auto const status = drawn ? drawn : cairo_surface_status(surface_.get());
        if (status) throw std::runtime_error(std::string("a PDF cannot be written: ") + cairo_status_to_string(status));
        return std::move(bytes_);
    }

private:
    static cairo_status_t write(void* into, unsigned char const* data, unsigned length)
    {
        static_cast<std::string*>(into)->append(reinterpret_cast<char const*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    }

    std::string bytes_;
    std::unique_ptr<cairo_surface_t, Destroy> surface_;
    std::unique_ptr<cairo_t, Destroy> cairo_;
};

// Cairo does not say in which language a document is. Its catalogue is the last object before
// the table of objects, so that nothing but the place of that table moves when it grows.
std::string with_language(std::string pdf, std::string const& language)
{
    auto const catalogue = pdf.rfind("<< /Type /Catalog\n");
    auto const table = pdf.rfind("\nxref\n"), start = pdf.rfind("startxref\n");
    if (catalogue == pdf.npos || table == pdf.npos || start == pdf.npos || !(catalogue < table && table < start)) return pdf;
    if (pdf.substr(catalogue, table - catalogue).find(" obj\n") != std::string::npos) return pdf;
    auto const more = "   /Lang (" + language + ")\n   /ViewerPreferences << /DisplayDocTitle true >>\n";
    auto const digits = start + std::string_view("startxref\n").size();
    pdf.replace(digits, pdf.find('\n', digits) - digits, std::to_string(table + 1 + more.size()));
    pdf.insert(catalogue + std::string_view("<< /Type /Catalog\n").size(), more);
    return pdf;
}

}  // namespace

BoundPdf bound(std::vector<Leaf> const& leaves, PdfOptions const& options)
{
    if (leaves.empty()) throw std::logic_error("a file of no papers");
    FontMap const fonts;
    auto const flows = flows_of(leaves, fonts);
    auto const numbers = numbers_of(leaves, flows);
    Book book;
    book.tell(CAIRO_PDF_METADATA_TITLE, options.title.empty() && leaves.front().sheet ? leaves.front().sheet->title : options.title);
    book.tell(CAIRO_PDF_METADATA_CREATOR, "Maplebridge");
    if (!options.created.empty()) book.tell(CAIRO_PDF_METADATA_CREATE_DATE, options.created);
    cairo_tag_begin(book.page(), "Document", nullptr);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        auto const& leaf = leaves[i];
        cairo_tag_begin(book.page(), "Sect", nullptr);
        for (std::size_t page = 0; page < flows[i].pages.size(); ++page) {
            int const number = leaf.numbered ? numbers.begins[i] + int(page) : 0;
            press::draw_page(book.page(), flows[i], page, leaf.language, fonts,
                             {leaf.header, options.watermark, leaf.verification, leaf.digest, number, numbers.last});
            if (!leaf.sheet) press::draw_plate(book.page(), leaf.plates[page]);
            bool const last = page + 1 == flows[i].pages.size();
            if (last) cairo_tag_end(book.page(), "Sect");
            if (last && i + 1 == leaves.size()) cairo_tag_end(book.page(), "Document");
            book.turn();
        }
    }
    return {with_language(book.close(), leaves.front().language), numbers};
}

std::string pdf(std::vector<Leaf> const& leaves, PdfOptions const& options) { return bound(leaves, options).bytes; }

PageNumbers page_numbers(std::vector<Leaf> const& leaves)
{
    FontMap const fonts;
    return numbers_of(leaves, flows_of(leaves, fonts));
}

}  // namespace maple::documents
