#include "documents/notices.hpp"
#include "access/audit.hpp"
#include "access/rules.hpp"
#include "api/words.hpp"
#include "documents/routes.hpp"
#include "documents/said.hpp"
#include "foundation/embedded.hpp"
#include "registry/view.hpp"

#include <algorithm>
#include <stdexcept>

namespace maple::documents {
namespace {

using access::Right;
using registry::OrganisationKind;

std::string district_name(Desk& desk, registry::Organisation const& committee)
{
    return registry::division_name(desk, std::string_view(committee.division).substr(0, 6));
}

std::string one_text(Desk& desk, Kept const& kept)
{
    return access::one_text(desk, kept).value_or("");
}

Values member_values(Desk& desk, Said const& say, committees::Seat const& seat)
{
    return {{{"name", registry::person_name(desk, seat.person)},
             {"post", say.word("post", seat.post)},
             {"woman", say(seat.woman ? "document.yes" : "document.no")},
             {"minority", say(seat.minority ? "document.yes" : "document.no")},
             {"since", say.date(seat.since)},
             {"until", seat.until ? say.date(*seat.until) : ""},
             {"reason", seat.left_as ? say.word("leaving", *seat.left_as) : ""}},
            {}};
}

std::vector<Values> when(bool is_so) { return is_so ? std::vector<Values>(1) : std::vector<Values>{}; }

}  // namespace

std::string bureau_of(Desk& desk, registry::Organisation const& committee)
{
    for (auto above = committee.parent; above;) {
        auto const one = registry::organisation(desk, *above);
        if (one.kind == OrganisationKind::justice_bureau) return registry::called(desk, one);
        above = one.parent;
    }
    return api::say(desk.language, "document.bureau_of", {{"district", district_name(desk, committee)}});
}

std::string court_of(Desk& desk, registry::Organisation const& committee)
{
    for (auto const& one : registry::organisations_of_division(desk, std::string_view(committee.division).substr(0, 6)))
        if (one.kind == OrganisationKind::court) return registry::called(desk, one);
    return api::say(desk.language, "document.court_of", {{"district", district_name(desk, committee)}});
}

Values values_of(Desk& desk, committees::Term const& term, committees::Notice const& notice)
{
    Said const say(desk.language);
    auto const committee = registry::organisation(desk, term.organisation);
    auto const standing = registry::standing(desk, committee);
    Values v;
    v.texts = {{"court", court_of(desk, committee)},
               {"committee", registry::called(desk, committee)},
               {"bureau", bureau_of(desk, committee)},
               {"begins", say.date(term.begins)},
               {"ends", say.date(term.ends)},
               {"of", say.date(notice.of)},
               {"electors", say.word("electors", term.elected_by)},
               {"elected_on", say.date(term.elected_on)},
               {"minutes", one_text(desk, term.minutes)},
               {"kind", say.word("organisation_kind", committee.kind)},
               {"basis", say.word("basis", standing.basis)},
               {"host", standing.host},
               {"address", committee.address},
               {"phone", committee.phone},
               {"date", say.date(date_in_beijing(desk.now))},
               {"sent_on", notice.sent_on ? say.date(*notice.sent_on) : say("document.pen_date")}};
    v.sections["new_term"] = when(notice.about == committees::About::term);
    v.sections["changed"] = when(notice.about == committees::About::composition);
    v.sections["closed"] = when(notice.about == committees::About::closing);
    auto& members = v.sections["members"];
    auto& left = v.sections["left"];
    for (auto const& seat : notice.seats) (seat.until ? left : members).push_back(member_values(desk, say, seat));
    auto const waiver = one_text(desk, term.waiver);
    bool const waived = !waiver.empty() && std::none_of(notice.seats.begin(), notice.seats.end(), [](auto const& seat) { return seat.minority && !seat.until; });
    v.sections["waived"] = waived ? std::vector<Values>{{{{"waiver", waiver}}, {}}} : std::vector<Values>{};
    return v;
}

std::string_view notice_template(Language language)
{
    std::string const name = std::string(language == Language::en ? "forms/en/" : "forms/zh-CN/") + "court_notice.md";
    if (auto const text = embedded(name)) return *text;
    throw std::runtime_error("the binary carries no " + name);
}

namespace {

struct OneNotice {
    Key term{};
    Key notice{};
    std::optional<PaperLanguage> language;
};
BOOST_DESCRIBE_STRUCT(OneNotice, (), (term, notice, language))

PrintedForm printed(Desk& asked, OneNotice const& ask)
{
    auto const term = committees::term(asked, ask.term);
    auto const committee = registry::organisation(asked, term.organisation);
    if (!access::may_in(asked.caller, Right::see_people, committee.path)) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    auto const notice = std::find_if(term.notices.begin(), term.notices.end(), [&](auto const& one) { return one.id == ask.notice; });
    if (notice == term.notices.end()) throw Refused(refuse(Because::not_found, "notice.unknown"));
    auto desk = asked;
    desk.language = language_of(asked, ask.language);
    if (desk.language == Language::ug) desk.language = Language::zh;  // the court is told in Chinese
    auto page = paper(notice_template(desk.language), values_of(desk, term, *notice));
    access::leave_trace(asked, access::AuditKind::printed, term.id, {.subject_kind = "term"});
    return {page.title, registry::called(desk, committee), page.html, std::string(api::tag(desk.language)), bureau_of(desk, committee),
            date_in_beijing(desk.now)};
}

}  // namespace

std::vector<api::Route> notice_routes()
{
    using enum api::Verb;
    return {
        {get, "/terms/{term}/notices/{notice}", Right::see_people, printed, "A notice to the court as a fragment for A4 pages; printing is logged."},
    };
}

}  // namespace maple::documents
