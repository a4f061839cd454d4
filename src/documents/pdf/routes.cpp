// One form, or the whole dossier, as a PDF file: the same right and the same entry in the audit
// journal as the page that a browser prints.
#include "access/audit.hpp"
#include "api/pdf_file.hpp"
#include "dispute/file.hpp"
#include "documents/columns.hpp"
#include "documents/copies.hpp"
#include "documents/dossier.hpp"
#include "documents/forms.hpp"
#include "documents/pdf/binding.hpp"
#include "documents/reading.hpp"
#include "documents/routes.hpp"
#include "documents/said.hpp"
#include "papers/pages.hpp"
#include "papers/paper.hpp"
#include "registry/roll.hpp"

namespace maple::documents {
namespace {

using access::Right;

struct PrintPdf {
    Key dispute{};
    std::string form;
    std::optional<Key> subject;
    std::optional<PaperLanguage> language;
    std::optional<Key> party;  // whose copy it is to be
    bool staff_copy = false;
};
BOOST_DESCRIBE_STRUCT(PrintPdf, (), (dispute, form, subject, language, party, staff_copy))

struct PrintDossier {
    Key dispute{};
    std::optional<PaperLanguage> language;
    bool staff_copy = false;
};
BOOST_DESCRIBE_STRUCT(PrintDossier, (), (dispute, language, staff_copy))

// A form speaks its own language.
Desk speaking(Desk const& asked, std::optional<PaperLanguage> language)
{
    auto desk = asked;
    desk.language = language_of(asked, language);
    return desk;
}

struct Made {
    FilledForm form;
    bool in_full = false;
};

// Nothing when the form is not there in the desk's language.
std::optional<Made> made(Desk& desk, dispute::Dispute d, FormRow const& row, std::optional<Key> subject, std::string about)
{
    auto const markdown = form_template(row, desk.language);
    if (!markdown) return std::nullopt;
    bool const in_full = fill_for_print(desk, d, row);
    FilledForm out{std::string(row.key), *markdown, values_of(desk, d, row, subject)};
    out.language = std::string(api::tag(desk.language));
    out.about = std::move(about);
    if (is_translation(d, row, subject, desk.language)) out.header = api::say(desk.language, "document.translation");
    if (auto const marks = copy_marks(desk, d, row, subject)) {
        out.verification = marks->link;
        out.digest = marks->digest;
    }
    return Made{std::move(out), in_full};
}

// On a copy for the desk stands who printed it and when, so that nobody takes it for the original.
std::string watermark(Desk& desk, bool staff_copy)
{
    if (!staff_copy) return {};
    auto const found = registry::people(desk, {desk.caller.person});
    auto const name = found.empty() ? std::string(struck_out) : found.front().name;
    return api::say(desk.language, "document.staff_copy", {{"name", name}, {"time", Said(desk.language).time(desk.now)}});
}

void note(Desk const& asked, Key dispute, std::string const& what, bool in_full)
{
    access::leave_trace(asked, access::AuditKind::printed, dispute, {.deed = "print " + what + (in_full ? " with contacts" : "")});
}

// The binding Chinese text, and a translation after it where one is asked for.
api::PdfFile one_form(Desk& asked, PrintPdf const& ask)
{
    auto const d = dispute::read_dispute(asked, ask.dispute);
    auto const& row = known_form(ask.form);
    if (ask.party && !may_be_given(row, d, ask.subject.value_or(Key{}), *ask.party))
        throw Refused(refuse(Because::forbidden_by, "document.not_for_this_party", {}, "PML-15"));
    std::vector<Leaf> leaves;
    bool in_full = false;
    std::vector<PaperLanguage> languages{PaperLanguage::zh};
    if (ask.language && *ask.language != PaperLanguage::zh) languages.push_back(*ask.language);
    for (auto const language : languages) {
        auto desk = speaking(asked, language);
        auto const one = made(desk, d, row, ask.subject, "");
        if (!one) continue;
        in_full = in_full || one->in_full;
        leaves.push_back({std::make_shared<Sheet const>(made_out(one->form.markdown, one->form.values)), one->form.language, one->form.header,
                          one->form.verification, one->form.digest});
    }
    auto desk = speaking(asked, PaperLanguage::zh);
    auto bytes = pdf(leaves, {.watermark = watermark(desk, ask.staff_copy)});
    note(asked, d.id, ask.form, in_full);
    return api::pdf_file(asked, std::move(bytes), ask.form);
}

constexpr int most_brought_pages = 300;
constexpr std::size_t most_brought_bytes = 80'000'000;  // of pictures as they are bound

// What was brought and lies open with the forms, for who may read the words on it: the rows of the
// catalogue (dossier.cpp) ask the same.
std::vector<BroughtPaper> brought_papers(Desk& desk, dispute::Dispute const& d)
{
    std::vector<BroughtPaper> all;
    if (!access::sight(desk.caller, dispute::matter_of(d, desk.now)).personal) return all;
    int pages = 0, number = 0;
    std::size_t bytes = 0;
    for (auto const& one : papers::open_papers(desk, d.id)) {
        ++number;
        if (bytes > most_brought_bytes) continue;
        auto const title = one.title.empty() ? Said(desk.language).word("paper_kind", one.kind) : one.title;
        BroughtPaper paper{shown(one.id), api::say(desk.language, "document.brought_header", {{"n", std::to_string(number)}, {"title", title}}), std::string(api::tag(desk.language)), {}};
        for (auto& page : papers::page_pictures(one.media, papers::bytes_in(papers::bytes_of(desk, one)), most_brought_pages - pages)) {
            bytes += page.jpeg.size();
            paper.plates.push_back({page.width, page.height, std::move(page.jpeg)});
        }
        pages += int(paper.plates.size());
        all.push_back(std::move(paper));
    }
    return all;
}

api::PdfFile dossier(Desk& asked, PrintDossier const& ask)
{
    auto const d = dispute::read_dispute(asked, ask.dispute);
    auto desk = speaking(asked, ask.language);
    auto masked = d;
    fill_masked(desk, masked);
    std::vector<FilledForm> forms;
    bool in_full = false;
    for (auto const& offer : forms_of(desk, masked).forms) {
        // A paper that nobody needed and nobody filled in is no part of it.
        bool const covers = offer.form == "cover" || offer.form == "catalogue" || offer.form == "back_cover";
        if (!offer.available || !(offer.needed || offer.there || covers) || !lies_with_others(known_form(offer.form))) continue;
        auto one = made(desk, d, known_form(offer.form), offer.subject, offer.about);
        if (!one) continue;
        in_full = in_full || one->in_full;
        forms.push_back(std::move(one->form));
    }
    if (forms.empty()) throw Refused(refuse(Because::wrong_stage, "document.not_yet", {{"why", "@document.not_accepted"}}));
    auto const title = api::say(desk.language, "document.dossier", {{"number", dispute::number_of(d)}});
    auto file = bound_dossier(std::move(forms), {.title = title, .watermark = watermark(desk, ask.staff_copy)}, brought_papers(desk, d));
    note(asked, d.id, "dossier", in_full);
    return api::pdf_file(asked, std::move(file.bytes), "dossier");
}

}  // namespace

std::vector<api::Route> pdf_routes()
{
    using enum api::Verb;
    return {
        {get, "/disputes/{dispute}/documents/{form}.pdf", Right::read_dispute, one_form, "One form as a PDF file of A4 pages; printing is logged."},
        {get, "/disputes/{dispute}/dossier.pdf", Right::read_dispute, dossier, "Every form that can be printed now in the dossier's order as one PDF file, its pages numbered through; printing is logged."},
    };
}

}  // namespace maple::documents
