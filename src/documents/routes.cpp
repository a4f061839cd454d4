#include "documents/routes.hpp"
#include "access/audit.hpp"
#include "api/words.hpp"
#include "dispute/file.hpp"
#include "documents/forms.hpp"

namespace maple::documents {
namespace {

using access::Right;

struct LookAtForms {
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(LookAtForms, (), (dispute))

struct Forms {
    std::string number;
    std::vector<FormOffer> forms;
};
BOOST_DESCRIBE_STRUCT(Forms, (), (number, forms))

Forms forms(Desk& desk, LookAtForms const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute);
    return {dispute::number_of(d), offers(desk, d)};
}

struct PrintForm {
    Key dispute{};
    FormName form{};
    std::optional<Key> subject;
    std::optional<PaperLanguage> language;
};
BOOST_DESCRIBE_STRUCT(PrintForm, (), (dispute, form, subject, language))

PrintedForm printed(Desk& asked, PrintForm const& ask)
{
    auto d = dispute::read_dispute(asked, ask.dispute);
    auto desk = asked;  // the form speaks its own language
    desk.language = language_of(asked, ask.language);
    bool const in_full = fill_for_print(desk, d, ask.form);
    auto const values = values_of(desk, d, ask.form, ask.subject);
    auto page = paper(form_template(ask.form, desk.language), values);
    auto const what = std::string("print ") + boost::describe::enum_to_string(ask.form, "?") + (in_full ? " with contacts" : "");
    access::leave_trace(asked, access::AuditKind::printed, d.id, {.deed = what});
    auto const number = values.texts.find("agreement_number");
    return {page.title, number == values.texts.end() ? values.texts.at("number") : number->second, page.html,
            std::string(api::tag(desk.language)), maker(desk, d, ask.form), date_in_beijing(desk.now)};
}

}  // namespace

Language language_of(Desk const& desk, std::optional<PaperLanguage> wanted)
{
    if (wanted) return *wanted == PaperLanguage::en ? Language::en : Language::zh;
    return desk.language == Language::en ? Language::en : Language::zh;
}

api::Room room()
{
    using enum api::Verb;
    api::Room all{"documents",
            {
                {get, "/disputes/{dispute}/documents", Right::read_dispute, forms, "The forms of a dispute: which can be printed now, and why the others cannot."},
                {get, "/disputes/{dispute}/documents/{form}", Right::read_dispute, printed, "One form as a fragment for A4 pages; printing is logged."},
            }};
    for (auto* part : {notice_routes, list_routes})
        for (auto& route : part()) all.routes.push_back(std::move(route));
    return all;
}

}  // namespace maple::documents
