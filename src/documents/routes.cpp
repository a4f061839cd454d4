#include "documents/routes.hpp"
#include "access/audit.hpp"
#include "api/words.hpp"
#include "dispute/file.hpp"
#include "documents/columns.hpp"
#include "documents/copies.hpp"
#include "documents/forms.hpp"
#include "documents/rules.hpp"
#include "foundation/qr.hpp"

#include <algorithm>

namespace maple::documents {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

struct LookAtForms {
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(LookAtForms, (), (dispute))

Forms forms(Desk& desk, LookAtForms const& ask)
{
    auto d = dispute::read_dispute(desk, ask.dispute);
    fill_masked(desk, d);
    return forms_of(desk, d);
}

// Contacts and numbers are kept as those of a party are; so is all that is reported of a danger.
access::Secrecy secrecy(FormRow const& row, Cell const& cell)
{
    bool const personal = row.group == Group::safety || field(row, cell.section, cell.key)->personal;
    return personal ? access::Secrecy::personal : access::Secrecy::open;
}

struct LookAtFields {
    Key dispute{};
    std::string form;
    std::optional<Key> subject;
};
BOOST_DESCRIBE_STRUCT(LookAtFields, (), (dispute, form, subject))

FormFields fields(Desk& desk, LookAtFields const& ask)
{
    auto d = dispute::read_dispute(desk, ask.dispute);
    auto const& row = known_form(ask.form);
    fill_masked(desk, d);
    auto view = fields_of(desk, d, row, ask.subject);
    // A contact that was filled in is read in full here: the asking is written down.
    bool const in_full = std::any_of(view.fields.begin(), view.fields.end(), [&](FormField const& one) {
        return !one.text.empty() && secrecy(row, {one.section, one.row, one.key}) == access::Secrecy::personal;
    });
    if (in_full) access::leave_trace(desk, access::AuditKind::revealed, d.id, {.deed = "fields " + ask.form});
    return view;
}

struct FilledValue {
    std::optional<std::string> section;
    std::optional<std::string> row;
    std::string key;
    OptionalNarrative text;
};
BOOST_DESCRIBE_STRUCT(FilledValue, (), (section, row, key, text))

struct FillForm {
    Key dispute{};
    std::string form;
    std::optional<Key> subject;
    std::vector<FilledValue> values;  // what is not named stays as it is
};
BOOST_DESCRIBE_STRUCT(FillForm, (), (dispute, form, subject, values))

FileView filled(Desk& desk, FillForm const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::follow_up);
    auto const& row = known_form(ask.form);
    may_fill(*file, row).value();
    auto const subject = known_subject(*file, row, ask.subject);
    if (hindrance(row, {*file, subject}) == "document.alone") throw Refused(refuse(Because::forbidden_by, "document.sealed"));
    std::vector<CellText> asked;
    for (auto const& one : ask.values) asked.push_back({{one.section.value_or(""), one.row.value_or(""), one.key}, one.text.str()});
    auto const fillings = fillings_of(desk, *file);
    auto const changed = changes(row, asked, fillings.of(row.key, subject)).value();
    if (changed.empty()) return dispute::slip_of(desk, file->id, file->version);
    Filled event{std::string(row.key), subject, {}};
    for (auto const& [cell, text] : changed)
        event.cells.push_back({cell.section, cell.row, cell.key, file.keep("form." + cell.key, text, secrecy(row, cell))});
    file.record(event);
    return done(file);
}

struct PrintForm {
    Key dispute{};
    std::string form;
    std::optional<Key> subject;
    std::optional<PaperLanguage> language;
    std::optional<Key> party;  // whose copy it is to be
};
BOOST_DESCRIBE_STRUCT(PrintForm, (), (dispute, form, subject, language, party))

std::string without_isolates(std::string text)
{
    for (std::string_view const mark : {"\u2068", "\u2069"})
        for (auto at = text.find(mark); at != text.npos; at = text.find(mark)) text.erase(at, mark.size());
    return text;
}

// An agreement's papers go by its number, all others by the dossier's.
std::string number_on(FormRow const& row, Values const& values)
{
    bool const its_own = row.about == About::agreement || row.about == About::obligation || row.about == About::visit || row.about == About::confirmation;
    return without_isolates(values.texts.at(its_own ? "agreement_number" : "number"));
}

PrintedForm printed(Desk& asked, PrintForm const& ask)
{
    auto d = dispute::read_dispute(asked, ask.dispute);
    auto const& row = known_form(ask.form);
    if (ask.party && !may_be_given(row, d, ask.subject.value_or(Key{}), *ask.party))
        throw Refused(refuse(Because::forbidden_by, "document.not_for_this_party", {}, "PML-15"));
    auto desk = asked;  // the form speaks its own language
    desk.language = language_of(asked, ask.language);
    bool const in_full = fill_for_print(desk, d, row);
    auto const values = values_of(desk, d, row, ask.subject);
    auto page = paper(made_out(form_template(row, desk.language).value(), values));
    auto const what = "print " + ask.form + (in_full ? " with contacts" : "");
    access::leave_trace(asked, access::AuditKind::printed, d.id, {.deed = what});
    PrintedForm out{page.title, number_on(row, values), page.html, std::string(api::tag(desk.language)), without_isolates(values.texts.at("committee")),
                    date_in_beijing(desk.now)};
    if (auto const marks = copy_marks(desk, d, row, ask.subject)) {
        out.check_link = marks->link;
        out.check_qr = qr_svg(marks->link, "");
        out.digest = marks->digest;
    }
    return out;
}

}  // namespace

Language language_of(Desk const& desk, std::optional<PaperLanguage> wanted)
{
    if (wanted) return *wanted == PaperLanguage::en ? Language::en : *wanted == PaperLanguage::ug ? Language::ug : Language::zh;
    return desk.language == Language::en ? Language::en : Language::zh;
}

api::Room room()
{
    using enum api::Verb;
    api::Room all{"documents",
            {
                {get, "/disputes/{dispute}/documents", Right::read_dispute, forms, "The papers of a dispute in the dossier's order: which are needed, there, missing, and can be printed now."},
                {get, "/disputes/{dispute}/documents/{form}", Right::read_dispute, printed, "One form as a fragment for A4 pages; printing is logged."},
                {get, "/disputes/{dispute}/documents/{form}/fields", Right::read_dispute, fields, "What of a form is filled in by hand, and who changed what."},
                {put, "/disputes/{dispute}/documents/{form}", Right::follow_up, filled, "Fill in by hand what no deed says; kept as a page of the dispute."},
            }};
    for (auto* part : {notice_routes, list_routes, pdf_routes, package_routes, closing_routes, copy_routes})
        for (auto& route : part()) all.routes.push_back(std::move(route));
    return all;
}

}  // namespace maple::documents
