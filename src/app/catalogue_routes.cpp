#include "app/catalogue.hpp"
#include "access/rules.hpp"
#include "api/words.hpp"
#include "committees/words.hpp"
#include "dispute/next.hpp"
#include "dispute/request.hpp"
#include "papers/words.hpp"
#include "privacy/events.hpp"
#include "registry/keep.hpp"
#include "registry/placing.hpp"
#include "workforce/complaint.hpp"
#include "registry/rules.hpp"

namespace maple::app {
namespace {

struct ChoiceView {
    std::string key, name;
    std::string statute;               // key of the article behind it, "" without one
    std::vector<std::string> prompts;  // of a method: what a mediator does in it
};
BOOST_DESCRIBE_STRUCT(ChoiceView, (), (key, name, statute, prompts))

// Lists by their names, as one JSON object.
struct Lists {
    std::map<std::string, std::vector<ChoiceView>> by_name;
};

struct KindView {
    std::string key, category, name;
    bool needs_writing = false, personal_relations = false, confirmable = true;
    std::string clock;
    std::vector<std::string> methods, remedies;
};
BOOST_DESCRIBE_STRUCT(KindView, (), (key, category, name, needs_writing, personal_relations, confirmable, clock, methods, remedies))

struct SafetyView {
    std::string key, ask;
    std::vector<std::string> actions;
    std::string statute;
};
BOOST_DESCRIBE_STRUCT(SafetyView, (), (key, ask, actions, statute))

struct ArticleLine {
    std::string key, law, article, says;
};
BOOST_DESCRIBE_STRUCT(ArticleLine, (), (key, law, article, says))

}  // namespace
}  // namespace maple::app

namespace maple {

template <> struct Form<app::Lists> {
    static void write(app::Lists const& lists, std::string& out)
    {
        char before = '{';
        for (auto const& [name, choices] : lists.by_name) {
            out += before;
            before = ',';
            quote(out, name);
            out += ':';
            Form<std::vector<app::ChoiceView>>::write(choices, out);
        }
        out += before == '{' ? "{}" : "}";
    }
    static json::object schema(Schemas& all, Way way)
    {
        return {{"type", "object"}, {"additionalProperties", Form<std::vector<app::ChoiceView>>::schema(all, way)}};
    }
};

}  // namespace maple

namespace maple::app {
namespace {

struct CatalogueView {
    std::string place, version, title, language;
    std::vector<KindView> kinds;
    Lists choices;
    Lists enumerations;
    std::vector<SafetyView> safety;
    std::vector<ArticleLine> statutes;
};
BOOST_DESCRIBE_STRUCT(CatalogueView, (), (place, version, title, language, kinds, choices, enumerations, safety, statutes))

template <DescribedEnum E> std::pair<std::string_view, std::vector<std::string_view>> words_of(std::string_view name)
{
    std::vector<std::string_view> keys;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto one) { keys.emplace_back(one.name); });
    return {name, keys};
}

Lists worded_enumerations(Language language)
{
    Lists lists;
    for (auto const& [name, keys] : enumerations())
        for (auto const key : keys)
            lists.by_name[std::string(name)].push_back({std::string(key), api::say(language, std::string(name) + "." + std::string(key)), {}, {}});
    return lists;
}

Lists worded_choices(law::Book const& book, std::string_view tag)
{
    Lists lists;
    for (auto const& [name, choices] : book.choices)
        for (auto const& one : choices) {
            ChoiceView view{one.key, law::in(one.name, tag), one.statute, {}};
            for (auto const& prompt : one.prompts) view.prompts.push_back(law::in(prompt, tag));
            lists.by_name[name].push_back(std::move(view));
        }
    return lists;
}

CatalogueView show_catalogue(Desk& desk, api::Nothing const&)
{
    auto const& book = desk.book();
    auto const tag = api::tag(desk.language);
    CatalogueView view{book.place, book.version, law::in(book.title, tag), std::string(tag), {}, worded_choices(book, tag),
                       worded_enumerations(desk.language), {}, {}};
    for (auto const& kind : book.kinds)
        view.kinds.push_back({kind.key, kind.category, law::in(kind.name, tag), kind.needs_writing, kind.personal_relations,
                              kind.confirmable, kind.clock, kind.methods, kind.remedies});
    for (auto const& question : book.safety)
        view.safety.push_back({question.key, law::in(question.ask, tag), question.actions, question.statute});
    auto const today = date_in_beijing(desk.now);
    for (auto const& one : book.statutes)
        if (one.in_force <= today && (!one.until || today <= *one.until))
            view.statutes.push_back({one.key, law::in(one.law, tag), law::in(one.article, tag), law::in(one.says, tag)});
    return view;
}

}  // namespace

std::vector<std::pair<std::string_view, std::vector<std::string_view>>> enumerations()
{
    std::vector<std::string_view> deeds;
    for (auto const& permit : dispute::life()) deeds.push_back(permit.deed);
    return {
        {"deed", std::move(deeds)},
        words_of<registry::Level>("level"),
        words_of<registry::OrganisationKind>("organisation_kind"),
        words_of<registry::Service>("service"),
        words_of<registry::Basis>("basis"),
        words_of<committees::Post>("post"),
        words_of<committees::Electors>("electors"),
        words_of<committees::Leaving>("leaving"),
        words_of<committees::TermState>("term_state"),
        words_of<access::Role>("role"),
        words_of<registry::AccountState>("account_state"),
        words_of<access::Right>("right"),
        words_of<access::Relation>("relation"),
        words_of<FieldClass>("field_class"),
        words_of<privacy::Status>("own_request_status"),
        words_of<dispute::Stage>("stage"),
        words_of<dispute::Source>("source"),
        words_of<dispute::Grade>("grade"),
        words_of<dispute::Side>("side"),
        words_of<dispute::PartyKind>("party_kind"),
        words_of<dispute::Capacity>("capacity"),
        words_of<dispute::Consent>("consent"),
        words_of<dispute::Tongue>("tongue"),
        words_of<dispute::Sex>("sex"),
        words_of<dispute::SessionKind>("session_kind"),
        words_of<dispute::By>("by"),
        words_of<dispute::SaidBy>("said_by"),
        words_of<dispute::SessionResult>("session_result"),
        words_of<dispute::Signing>("signing"),
        words_of<dispute::SigningWay>("signing_way"),
        words_of<dispute::SignsAs>("signs_as"),
        words_of<dispute::Manner>("manner"),
        words_of<dispute::Promise>("promise"),
        words_of<dispute::Satisfaction>("satisfaction"),
        words_of<dispute::RiskLevel>("risk_level"),
        words_of<dispute::RiskKind>("risk_kind"),
        words_of<dispute::Closing>("closing"),
        words_of<dispute::Mark>("mark"),
        words_of<dispute::Action>("action"),
        words_of<dispute::ConflictEnd>("conflict_end"),
        words_of<dispute::VaultKind>("vault_kind"),
        words_of<dispute::ProtectionKind>("protection_kind"),
        words_of<dispute::SeatKind>("seat_kind"),
        words_of<dispute::ShownKind>("shown_kind"),
        words_of<dispute::Ruling>("ruling"),
        words_of<dispute::ThirdParties>("third_parties"),
        words_of<dispute::HeardWith>("heard_with"),
        words_of<dispute::ReceiptKnownFrom>("receipt_known_from"),
        words_of<workforce::Body>("body"),
        words_of<workforce::Staffing>("staffing"),
        words_of<workforce::CertificateState>("certificate_state"),
        words_of<workforce::Misconduct>("misconduct"),
        words_of<workforce::BroughtBy>("brought_by"),
        words_of<workforce::Outcome>("outcome"),
        words_of<workforce::AnsweredBy>("answered_by"),
        words_of<papers::Kind>("paper_kind"),
        words_of<papers::Visibility>("paper_visibility"),
        words_of<papers::Media>("paper_media"),
        words_of<papers::Withdrawal>("paper_withdrawal"),
    };
}

api::Room catalogue_room()
{
    using enum api::Verb;
    return {"catalogue", {
        {get, "/catalogue", access::Right::anyone, show_catalogue, "Kinds, lists and enumerations with their names, in the language asked for."},
    }};
}

}  // namespace maple::app
