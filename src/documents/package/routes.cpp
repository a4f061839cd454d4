// Packages at the door: of the dispute for who works on it, of an agency on a page of its own.
#include "access/audit.hpp"
#include "api/zip_file.hpp"
#include "dispute/file.hpp"
#include "documents/package/views.hpp"
#include "documents/routes.hpp"
#include "linkage/referral.hpp"
#include "registry/roll.hpp"
#include "resolution/courts.hpp"
#include "storage/onward.hpp"

#include <algorithm>

namespace maple::documents {
namespace {

using access::Right;
using dispute::File;
using dispute::FileView;

struct OfDispute {
    Key dispute{};
};
BOOST_DESCRIBE_STRUCT(OfDispute, (), (dispute))

PackagesView look(Desk& desk, OfDispute const& ask)
{
    auto const view = packages_view(desk, dispute::read_dispute(desk, ask.dispute));
    desk.etag.reset();  // an agency's name, a paper that is brought: more than the dispute's own version
    return view;
}

struct ChosenForm {
    std::string form;
    std::optional<Key> subject;
};
BOOST_DESCRIBE_STRUCT(ChosenForm, (), (form, subject))

struct SendPackage {
    Key dispute{};
    Key organisation{};
    std::string basis;
    Narrative reason;
    std::vector<Key> consented;
    std::vector<ChosenForm> forms;
    std::vector<Key> papers;
};
BOOST_DESCRIBE_STRUCT(SendPackage, (), (dispute, organisation, basis, reason, consented, forms, papers))

Packed open_form(Dispute const& d, ChosenForm const& chosen, Fillings const& fillings, std::size_t n, Date today)
{
    auto const at = "/forms/" + std::to_string(n) + "/form";
    auto const* row = find_form(chosen.form);
    if (!row) throw Refused(refuse_field(at, "unknown_form"));
    auto const subject = known_subject(d, *row, chosen.subject);
    auto const open = OpenForm::of(*row, d, subject, today);
    if (!open) throw Refused(refuse_field(at, "guarded_form", {}, "JI22-107"));
    FormOf const leaf{d, subject, !fillings.of(row->key, subject).cells.empty()};
    if (!is_there(*row, leaf) && !(hindrance(*row, leaf).empty() && is_needed(*row, leaf))) throw Refused(refuse_field(at, "not_made_out"));
    return {open, {}};
}

Packed brought_paper(std::vector<papers::OpenPaper> const& open, Key key, std::size_t n)
{
    auto const found = std::find_if(open.begin(), open.end(), [&](auto const& one) { return one.id == key; });
    if (found == open.end()) throw Refused(refuse_field("/papers/" + std::to_string(n), "guarded_paper", {}, "JI22-107"));
    return {{}, *found};
}

std::string reference_of(Desk& desk, Key referral)
{
    return referral ? sql::cell<std::string>(desk.sql, "SELECT reference FROM referral WHERE id = $1", referral).value_or("") : "";
}

// A package printed from a snapshot, and what it was printed from.
struct Printed {
    PackageSent event;
    MadePackage made;
    std::string reason;
    std::int64_t version = 0;   // of the dispute
    access::Editions editions;  // of names and words
};

Printed in_print(Desk& desk, Dispute const& d, PackageSent event, Draft draft, std::string reason)
{
    event.package = draft.id = new_key();
    draft.kind = event.kind;
    auto chinese = in_chinese(desk);
    draft.to = resolution::court_name(chinese, event.organisation, event.outside);
    draft.reference = reference_of(desk, event.referral);
    draft.basis = event.basis;
    draft.consented = event.consented;
    draft.reason = reason;
    auto made = make_package(desk, d, draft);
    event.parts = made.parts;
    event.hash = made.hash;
    return {std::move(event), std::move(made), std::move(reason), d.version, access::editions(desk)};
}

// Whether each paper that was put in may still be handed over.
bool all_still_open(Desk& desk, Key dispute, std::vector<PackagePart> const& parts)
{
    auto const open = papers::open_papers(desk, dispute);
    return std::all_of(parts.begin(), parts.end(), [&](auto const& part) {
        return !part.paper || std::any_of(open.begin(), open.end(), [&](auto const& one) { return one.id == part.paper; });
    });
}

// The file gets its page, the journal its entry, the parts their place: of the very version that was
// printed, or not at all.
FileView send(Desk& desk, Key dispute, Printed const& one)
{
    auto file = File::open(desk, dispute, Right::follow_up);
    auto const& now = access::editions(desk);
    if (file->version != one.version || now.roll != one.editions.roll || now.words != one.editions.words) throw api::Outdated{};
    if (!all_still_open(desk, dispute, one.made.parts)) throw api::Outdated{};
    auto sent = one.event;
    sent.reason = file.keep("package.reason", one.reason);
    file.record(sent);
    keep_package(desk, sent, one.made, row_of(sent, file->id, file->version, desk.now));
    access::audit(desk, access::AuditKind::handed_over, file->id);
    return done(file);
}

Printed to_be_sent(Desk& desk, SendPackage const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute, Right::follow_up);
    auto const to = registry::find_organisation(desk, ask.organisation);
    auto const view = packages_view(desk, d);
    bool const known = std::any_of(view.recipients.begin(), view.recipients.end(), [&](auto const& one) { return one.organisation == ask.organisation; });
    if (!to || !known) throw Refused(refuse_field("/organisation", "no_business_with_it"));
    may_send(d, desk.book(), {ask.basis, to->kind, ask.consented, ask.forms.size() + ask.papers.size()}).value();
    Draft draft;
    auto const fillings = fillings_of(desk, d);
    for (std::size_t n = 0; n < ask.forms.size(); ++n) draft.papers.push_back(open_form(d, ask.forms[n], fillings, n, date_in_beijing(desk.now)));
    auto const open = papers::open_papers(desk, ask.dispute);
    for (std::size_t n = 0; n < ask.papers.size(); ++n) draft.papers.push_back(brought_paper(open, ask.papers[n], n));
    PackageSent event;
    event.kind = PackageKind::handover;
    event.organisation = ask.organisation;
    if (d.handover && d.handover->organisation == ask.organisation) event.referral = d.handover->referral;
    event.basis = ask.basis;
    event.consented = ask.consented;
    return in_print(desk, d, std::move(event), std::move(draft), ask.reason.str());
}

FileView sent(Desk& desk, SendPackage const& ask, Printed const& one) { return send(desk, ask.dispute, one); }

struct OfAgreement {
    Key dispute{};
    Key agreement{};
};
BOOST_DESCRIBE_STRUCT(OfAgreement, (), (dispute, agreement))

PacketView packet(Desk& desk, OfAgreement const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute);
    auto const* a = dispute::agreement(d, ask.agreement);
    if (!a) throw Refused(refuse(Because::not_found, "agreement.unknown"));
    auto const view = packet_view(desk, d, *a);
    desk.etag.reset();
    return view;
}

struct SendPacket {
    Key dispute{};
    Key agreement{};
    OptionalNarrative reason;
};
BOOST_DESCRIBE_STRUCT(SendPacket, (), (dispute, agreement, reason))

Printed packet_to_be_sent(Desk& desk, SendPacket const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute, Right::follow_up);
    auto const* a = dispute::agreement(d, ask.agreement);
    if (!a) throw Refused(refuse(Because::not_found, "agreement.unknown"));
    auto contents = packet_contents(desk, d, *a);
    may_send_packet(d, ask.agreement, contents.lacking).value();
    auto const options = resolution::competent_courts(d, *a, desk.book(), resolution::court_facts(desk, d, *a));
    PackageSent event;
    event.kind = PackageKind::confirmation;
    event.agreement = ask.agreement;
    event.basis = "confirmation";
    event.consented = a->parties;  // all of them ask together
    if (a->confirmation) std::tie(event.organisation, event.outside) = std::pair(a->confirmation->court, a->confirmation->court_outside);
    else if (a->court_choice && !a->court_choice->ground.empty()) std::tie(event.organisation, event.outside) = std::pair(a->court_choice->court, a->court_choice->outside);
    else if (options.size() == 1) std::tie(event.organisation, event.outside) = std::pair(options.front().court, options.front().outside);
    else throw Refused(refuse(Because::forbidden_by, "packet.choose_court", {}, "CPL-205"));
    may_send(d, desk.book(), {event.basis, registry::OrganisationKind::court, event.consented, contents.papers.size()}).value();
    auto const reason = ask.reason.str().empty() ? api::say(Language::zh, "package.for_confirmation") : ask.reason.str();
    return in_print(desk, d, std::move(event), {{}, {}, {}, {}, {}, {}, {}, std::move(contents.papers)}, reason);
}

FileView packet_sent(Desk& desk, SendPacket const& ask, Printed const& one) { return send(desk, ask.dispute, one); }

// --- Downloaded again, and by whom it went to ------------------------------------------------------

struct OnePackage {
    Key dispute{};
    Key package{};
};
BOOST_DESCRIBE_STRUCT(OnePackage, (), (dispute, package))

api::ZipFile file_of(Desk& desk, PackageRow const& row)
{
    auto const one = sent_package(desk, row);
    auto bytes = package_again(desk, one.sent);
    access::leave_trace(desk, access::AuditKind::package_fetched, row.dispute);
    return api::zip_file(desk, std::move(bytes), "package-" + shown(row.id));
}

// Whoever works on the dispute may have the file, while it is used (PIPL art. 47).
api::ZipFile again(Desk& desk, OnePackage const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute);
    if (!access::may(desk.caller, Right::follow_up, dispute::matter_of(d, desk.now))) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    auto const row = sql::one<PackageRow>(desk.sql, "SELECT * FROM package WHERE id = $1 AND dispute = $2", ask.package, ask.dispute);
    if (!row) throw Refused(refuse(Because::not_found, "package.unknown"));
    if (!access::sight(desk.caller, dispute::matter_of(d, desk.now)).contacts) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    return file_of(desk, *row);
}

// A referral's comes to the officer who sent it; the court's packet to whoever serves at the court.
// What is locked away from use is handed out to nobody (PIPL art. 47).
bool is_for(Desk& desk, PackageRow const& row)
{
    if (!row.organisation) return false;
    auto const body = registry::find_organisation(desk, *row.organisation);
    if (!body || !access::may_in(desk.caller, Right::refer, body->path)) return false;
    if (dispute::shared_unasked(desk, row.dispute)->restricted_at) return false;
    if (!row.referral) return true;
    auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM referral WHERE id = $1", *row.referral);
    return state && linkage::from_state(desk, *state).officer == desk.caller.person;
}

struct AskReceived {
    std::optional<Text<0, 60>> cursor;
};
BOOST_DESCRIBE_STRUCT(AskReceived, (), (cursor))

struct ReceivedPackages {
    std::vector<PackageView> packages;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(ReceivedPackages, (), (packages, cursor))

constexpr std::string_view package_columns = R"(
       package.id AS id, package.dispute AS dispute, package.n AS n, package.organisation AS organisation,
       package.referral AS referral, package.agreement AS agreement, package.sent_at AS sent_at, package.hash AS hash)";

// What went to a colleague of the same agency is passed over, however much of it there is.
ReceivedPackages received(Desk& desk, AskReceived const& ask)
{
    sql::Binding bind;
    auto const condition = sql::within("organisation.path", access::scopes_of(desk.caller, Right::refer), bind);
    sql::Reading const newest{std::string(package_columns), "package JOIN organisation ON organisation.id = package.organisation", condition,
                              sql::Order({"-package.sent_at"}, "package.id")};
    auto page = sql::onward<PackageRow>(desk.sql, newest, ask.cursor ? ask.cursor->str() : "", bind, [&](PackageRow const& row) { return is_for(desk, row); });
    ReceivedPackages out{{}, std::move(page.cursor)};
    for (auto const& row : page.rows) {
        auto view = package_view(desk, dispute::read_unasked(desk, row.dispute), sent_package(desk, row), true);
        view.changed_since = false;  // what goes on in the file is told by the referral alone
        out.packages.push_back(std::move(view));
    }
    desk.etag.reset();
    return out;
}

struct OneReceived {
    Key package{};
};
BOOST_DESCRIBE_STRUCT(OneReceived, (), (package))

api::ZipFile fetched(Desk& desk, OneReceived const& ask)
{
    auto const row = sql::one<PackageRow>(desk.sql, "SELECT * FROM package WHERE id = $1", ask.package);
    if (!row || !is_for(desk, *row)) throw Refused(refuse(Because::not_found, "package.unknown"));
    return file_of(desk, *row);
}

}  // namespace

std::vector<api::Route> package_routes()
{
    using enum api::Verb;
    return {
        {get, "/disputes/{dispute}/packages", Right::read_dispute, look, "Packages of open papers that were handed over, and what may go into one, to whom, by what right."},
        {post, "/disputes/{dispute}/packages", Right::follow_up, to_be_sent, sent, "Hand open papers over to a body that has to do with the dispute: one file with a letter, a manifest and sums."},
        {get, "/disputes/{dispute}/packages/{package}.zip", Right::follow_up, again, "The same file again, bit for bit; or a sentence that says which part is not what it was."},
        {get, "/disputes/{dispute}/agreements/{agreement}/packet", Right::read_dispute, packet, "The packet for judicial confirmation in the court's order: what is there and what it lacks."},
        {post, "/disputes/{dispute}/agreements/{agreement}/packet", Right::follow_up, packet_to_be_sent, packet_sent, "Make the packet for the court that the parties chose."},
        {get, "/packages", Right::refer, received, "Packages that came to one's own agency."},
        {get, "/packages/{package}.zip", Right::refer, fetched, "A package that came to one's own agency, as a file; downloading is logged."},
    };
}

}  // namespace maple::documents
