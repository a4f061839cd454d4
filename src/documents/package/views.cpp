#include "documents/package/views.hpp"
#include "dispute/file.hpp"
#include "documents/dossier.hpp"
#include "documents/scans.hpp"
#include "registry/roll.hpp"
#include "resolution/courts.hpp"

#include <algorithm>

namespace maple::documents {
namespace {

Date today(Desk& desk) { return date_in_beijing(desk.now); }
BasisView basis_view(Desk& desk, law::PackageBasis const& basis)
{
    auto const* named = desk.book().choice("package_basis", basis.key);
    return {basis.key, law::in(named->name, api::tag(desk.language)), dispute::article_view(desk, named->statute), basis.consent};
}

// Who may be handed something: whoever has to do with the dispute already.
std::vector<RecipientView> recipients(Desk& desk, Dispute const& d)
{
    std::vector<RecipientView> all;
    auto const add = [&](Key key, std::string const& why) {
        auto const organisation = registry::find_organisation(desk, key);
        if (!organisation || std::any_of(all.begin(), all.end(), [&](auto const& one) { return one.organisation == key; })) return;
        RecipientView one{key, registry::called(desk, *organisation), api::say(desk.language, "package_to." + why), {}};
        auto const body = boost::describe::enum_to_string(organisation->kind, "?");
        for (auto const& basis : desk.book().handing_over->bases)
            if (std::find(basis.to.begin(), basis.to.end(), body) != basis.to.end()) one.bases.push_back(basis_view(desk, basis));
        if (!one.bases.empty()) all.push_back(std::move(one));
    };
    if (d.handover) add(d.handover->organisation, "handed_over");
    if (d.transferred_to) add(d.transferred_to, "takes_on");
    for (auto const& call : d.room.calls) add(call.organisation, "called");
    for (auto const& a : d.agreements) {
        if (a.confirmation) add(a.confirmation->court, "court");
        else if (a.court_choice) add(a.court_choice->court, "court");
    }
    return all;
}

PackablePaper packable(Desk& desk, papers::OpenPaper const& one)
{
    return {one.id, one.title, one.kind, api::say(desk.language, std::string("paper_kind.") + boost::describe::enum_to_string(one.kind, "?")), one.size};
}

std::string about_of(Desk& desk, Dispute const& d, FormRow const& row, Key subject)
{
    if (row.about != About::party) return "";
    auto const* party = dispute::party(d, subject);
    return party ? text_of(party->name) : api::say(desk.language, "unnamed.kind");
}

}  // namespace

SentPackage sent_package(Desk& desk, PackageRow const& row)
{
    auto const text = sql::cell<std::string>(desk.sql, "SELECT text FROM page WHERE subject = $1 AND n = $2", row.dispute, row.n);
    if (!text) throw std::runtime_error("a package has no page");
    auto const page = access::page_from({}, *text);
    return {from_record<PackageSent>(page.body), row.dispute, row.n, page.happened, page.person};
}

PackageView package_view(Desk& desk, Dispute const& d, SentPackage const& one, bool personal)
{
    auto const& sent = one.sent;
    PackageView view;
    view.id = sent.package;
    view.kind = sent.kind;
    view.to = resolution::court_name(desk, sent.organisation, sent.outside);
    view.number = dispute::number_of(d);
    view.from = registry::called(desk, registry::organisation(desk, dispute::answerable(d).organisation));
    if (sent.referral) view.reference = sql::cell<std::string>(desk.sql, "SELECT reference FROM referral WHERE id = $1", sent.referral).value_or("");
    if (auto const* basis = desk.book().choice("package_basis", sent.basis)) {
        view.basis = law::in(basis->name, api::tag(desk.language));
        view.article = dispute::article_view(desk, basis->statute);
    }
    if (personal && sent.reason) view.reason = access::one_text(desk, sent.reason);
    for (auto const key : sent.consented)
        if (auto const* party = dispute::party(d, key); party && personal)
            view.consented.push_back(access::one_text(desk, party->name).value_or(""));
    view.sent_at = one.at;
    view.sent_by_name = registry::person_name(desk, one.person);
    for (auto const& part : sent.parts) {
        auto const* form = part.form.empty() ? nullptr : find_form(part.form);
        view.files.push_back({part.name, form ? form_title(*form, desk.language) : "", part.bytes, part.hash});
        view.bytes += part.bytes;
    }
    view.hash = sent.hash;
    view.changed_since = d.version > one.n;
    return view;
}

PackagesView packages_view(Desk& desk, Dispute const& d)
{
    auto const matter = dispute::matter_of(d, desk.now);
    auto const sight = access::sight(desk.caller, matter);
    PackagesView view;
    for (auto const& row : sql::all<PackageRow>(desk.sql, "SELECT * FROM package WHERE dispute = $1 ORDER BY sent_at DESC, id DESC", d.id))
        view.packages.push_back(package_view(desk, d, sent_package(desk, row), sight.personal));
    view.recipients = recipients(desk, d);
    auto masked = d;
    fill_masked(desk, masked);
    for (auto const& offer : forms_of(desk, masked).forms) {
        auto const& row = known_form(offer.form);
        auto const open = OpenForm::of(row, d, offer.subject.value_or(Key{}), today(desk));
        if (!open) {
            if (std::find(view.kept_back.begin(), view.kept_back.end(), offer.title) == view.kept_back.end() && row.paper_class == PaperClass::guarded) view.kept_back.push_back(offer.title);
            continue;
        }
        // What nobody filled in or needed has nothing to say.
        bool const ready = offer.available && (offer.there || offer.needed);
        if (!ready && !offer.needed && !offer.available) continue;
        PackableForm one{offer.form, offer.subject, offer.number, offer.title, offer.about, ready, offer.reason};
        if (!ready && !one.reason) one.reason = api::say(desk.language, "document.not_filled");
        view.forms.push_back(std::move(one));
    }
    if (sight.personal)
        for (auto const& one : papers::open_papers(desk, d.id)) view.papers.push_back(packable(desk, one));
    for (auto const* party : dispute::present_parties(masked)) view.parties.push_back({party->id, text_of(party->name)});
    view.may_send = !d.restricted_at && dispute::permitted(d, PackageSent::deed) && access::may(desk.caller, access::Right::follow_up, matter);
    return view;
}

PacketContents packet_contents(Desk& desk, Dispute const& d, dispute::Agreement const& a)
{
    auto const fillings = fillings_of(desk, d);
    PacketContents out;
    std::vector<papers::OpenPaper> identity;
    for (auto& one : papers::open_papers(desk, d.id))
        if (one.kind == papers::Kind::identity_proof) identity.push_back(std::move(one));
    for (auto const& line : packet_of(d, a)) {
        auto const& row = known_form(line.form);
        auto const open = OpenForm::of(row, d, line.subject, today(desk));
        FormOf const leaf{d, line.subject, !fillings.of(row.key, line.subject).cells.empty()};
        bool const made_now = row.about == About::confirmation && hindrance(row, leaf).empty();  // by asking for it
        bool const brought = line.form == "identity_papers" && !identity.empty();
        bool const there = open && (is_there(row, leaf) || made_now);
        if (there) out.papers.push_back({open, {}});
        else if (line.required && open && !brought) out.lacking.push_back(line);  // an address that is kept back is told to the court in person
        if (line.form == "agreement")
            for (auto& one : scans_of(desk, d, a)) out.papers.push_back({{}, std::move(one)});
        if (line.form == "identity_papers")
            for (auto const& one : identity) out.papers.push_back({{}, one});
    }
    return out;
}

PacketView packet_view(Desk& desk, Dispute const& d, dispute::Agreement const& a)
{
    auto const contents = packet_contents(desk, d, a);
    auto masked = d;
    fill_masked(desk, masked);
    PacketView view;
    view.court = resolution::court_of(desk, d, a);
    auto const has = [&](PacketLine const& line) {
        return std::any_of(contents.papers.begin(), contents.papers.end(),
                           [&](Packed const& one) { return one.form && one.form->row().key == line.form && one.form->subject() == line.subject; });
    };
    for (auto const& line : packet_of(d, a)) {
        auto const& row = known_form(line.form);
        bool const lacks = std::any_of(contents.lacking.begin(), contents.lacking.end(), [&](auto const& one) { return one.form == line.form && one.subject == line.subject; });
        PacketPaper one{std::string(line.form), or_none(line.subject), form_title(row, desk.language), about_of(desk, masked, row, line.subject), line.required, has(line), {},
                        dispute::article_view(desk, line.article), !row.by_hand.empty()};
        if (!one.there) {
            auto const why = hindrance(row, {d, line.subject, false});
            bool const kept_back = !OpenForm::of(row, d, line.subject, today(desk));
            one.reason = api::say(desk.language, kept_back ? "document.kept_back" : why.empty() ? "document.not_filled" : std::string(why));
        }
        one.required = line.required && (one.there || lacks);
        view.papers.push_back(std::move(one));
    }
    for (auto const& one : contents.papers)
        if (one.paper) (one.paper->kind == papers::Kind::signed_paper ? view.scans : view.identity).push_back(packable(desk, *one.paper));
    view.wants_scan = wants_a_scan(desk, d, a);
    view.lacks = std::int64_t(contents.lacking.size());
    view.may_send = view.lacks == 0 && !view.court.empty() && a.effective_at && !a.oral && !d.restricted_at && dispute::permitted(d, PackageSent::deed) &&
                    access::may(desk.caller, access::Right::follow_up, dispute::matter_of(d, desk.now));
    return view;
}

}  // namespace maple::documents
