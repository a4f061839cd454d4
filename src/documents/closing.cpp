// Closing a dossier: what it has to have is there or is named with its rule; what it may have is
// reminded of; and how long it is kept, from when, stands beside it (PML art. 27). Nothing here or
// anywhere in the program deletes a dossier.
#include "api/words.hpp"
#include "dispute/file.hpp"
#include "documents/dossier.hpp"
#include "documents/forms.hpp"
#include "documents/routes.hpp"
#include "documents/scans.hpp"
#include "followup/rules.hpp"
#include "papers/events.hpp"

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

struct LackingPaper {
    std::string form;
    std::optional<Key> subject;
    std::string number, title;
    std::optional<dispute::ArticleView> article;
    std::string why;                        // in a sentence: what it waits for
    std::optional<std::string> deed;        // that makes it; none where it is filled in by hand
    bool fillable = false;                  // it is filled in by hand
};
BOOST_DESCRIBE_STRUCT(LackingPaper, (), (form, subject, number, title, article, why, deed, fillable))

struct RetentionView {
    std::string key, name, says;            // which dossiers
    std::int64_t years = 0;                 // 0: for ever
    std::string counted;                    // from when, in a sentence
    std::optional<Date> until;              // were it closed today, or since it was
    bool proposed = false;
};
BOOST_DESCRIBE_STRUCT(RetentionView, (), (key, name, says, years, counted, until, proposed))

struct ClosingView {
    std::int64_t needed = 0, there = 0;     // papers that the dossier has to have
    std::vector<LackingPaper> required;     // and has not: it cannot be closed
    std::vector<LackingPaper> reminders;    // it may have, and has not
    std::vector<RetentionView> classes;
    std::optional<Instant> archived_at;
    std::optional<RetentionView> kept;      // once it is closed
    bool may_close = false;                 // this reader, now
};
BOOST_DESCRIBE_STRUCT(ClosingView, (), (needed, there, required, reminders, classes, archived_at, kept, may_close))

// Cover, catalogue and back cover come with the binding.
bool holds_up(DossierLine const& one) { return one.needed && !one.there && one.row->group != Group::binding; }

// A paper with a number of the dossier that a subject calls for and nobody has made.
bool reminds(DossierLine const& one)
{
    return !one.needed && !one.there && !one.row->number.empty() && one.row->group != Group::binding && one.row->needed == nullptr && one.hindrance != one.row->none &&
           one.row->there != nullptr && !one.row->by_hand.empty();
}

std::vector<DossierLine> holding_up(std::vector<DossierLine> const& all)
{
    auto missing = completeness(all).missing;
    std::erase_if(missing, [](auto const& one) { return !holds_up(one); });
    return missing;
}

LackingPaper lacking(Desk& desk, DossierLine const& one)
{
    auto const why = one.hindrance.empty() ? std::string("document.not_filled") : std::string(one.hindrance);
    auto const deed = one.row->deed.empty() ? "" : "deed." + std::string(one.row->deed);
    bool const by_deed = !deed.empty() && one.row->deed != Filled::deed;
    return {std::string(one.row->key), one.subject ? std::optional(one.subject) : std::nullopt, std::string(one.row->number), form_title(*one.row, desk.language),
            dispute::article_view(desk, one.row->article), api::say(desk.language, by_deed ? deed : why),
            by_deed ? std::optional(std::string(one.row->deed)) : std::nullopt, !one.row->by_hand.empty()};
}

// The signed sheet of an agreement: brought, not made out.
LackingPaper lacking_scan(Desk& desk, dispute::Agreement const& a)
{
    auto const& row = known_form("agreement");
    return {"signed_paper", a.id, std::string(row.number), api::say(desk.language, "document.signed_scan"), dispute::article_view(desk, row.article),
            api::say(desk.language, "document.no_scan"), std::string(papers::Added::deed), false};
}

RetentionView retention_view(Desk& desk, law::Choice const& one, Date archived)
{
    auto const tag = api::tag(desk.language);
    return {one.key, law::in(one.name, tag), law::in(one.says, tag), one.years, api::say(desk.language, one.years == 0 ? "retention.for_ever" : "retention." + one.counts_from),
            followup::kept_until(one, archived), false};
}

ClosingView closing(Desk& desk, OfDispute const& ask)
{
    auto const d = dispute::read_dispute(desk, ask.dispute);
    desk.etag.reset();  // a scan that is brought: more than the dispute's own version
    auto const all = sheets(d, fillings_of(desk, d));
    auto const sum = completeness(all);
    ClosingView view;
    for (auto const& one : all)
        if (reminds(one)) view.reminders.push_back(lacking(desk, one));
    for (auto const& a : d.agreements)
        if (wants_a_scan(desk, d, a)) view.reminders.push_back(lacking_scan(desk, a));
    for (auto const& one : holding_up(all)) view.required.push_back(lacking(desk, one));
    auto const binding = std::count_if(sum.missing.begin(), sum.missing.end(), [](auto const& one) { return !holds_up(one); });
    view.there = sum.there;
    view.needed = sum.needed - std::int64_t(binding);
    auto const day = date_in_beijing(d.archived_at.value_or(desk.now));
    auto const proposed = followup::proposed_retention(d, desk.book());
    for (auto const& one : desk.book().list("archive_retention")) {
        view.classes.push_back(retention_view(desk, one, day));
        view.classes.back().proposed = one.key == proposed;
        if (d.archived_at && one.key == d.retention) view.kept = view.classes.back();
    }
    view.archived_at = d.archived_at;
    view.may_close = dispute::allowed(d, desk.caller, desk.now).contains(followup::Archived::deed);
    return view;
}

struct Archive {
    Key dispute{};
    std::string retention;
};
BOOST_DESCRIBE_STRUCT(Archive, (), (dispute, retention))

FileView archived(Desk& desk, Archive const& ask)
{
    auto file = File::open(desk, ask.dispute, Right::archive);
    std::vector<followup::MissingPaper> missing;
    for (auto const& one : holding_up(sheets(*file, fillings_of(desk, *file)))) missing.push_back({form_title(*one.row, desk.language), std::string(one.row->article)});
    file.record(followup::archive(*file, desk.book(), ask.retention, missing).value());
    return done(file);
}

}  // namespace

std::vector<api::Route> closing_routes()
{
    using enum api::Verb;
    return {
        {get, "/disputes/{dispute}/closing", Right::read_dispute, closing, "What the dossier has to have and lacks, what it may have, and how long it is kept."},
        {post, "/disputes/{dispute}/closing", Right::archive, archived, "Close the dossier and lay it to the archive."},
    };
}

}  // namespace maple::documents
