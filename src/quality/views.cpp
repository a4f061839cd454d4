#include "quality/views.hpp"
#include "api/words.hpp"
#include "dispute/file.hpp"
#include "documents/dossier.hpp"
#include "documents/forms.hpp"
#include "law/clock.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::quality {
namespace {

using access::Right;

std::string text_of(Desk& desk, Kept const& kept)
{
    return access::one_text(desk, kept).value_or("");
}

struct Counted {
    Status status{};
    std::int64_t n = 0;
    std::int64_t faulty = 0;
};
BOOST_DESCRIBE_STRUCT(Counted, (), (status, n, faulty))

ItemView item_view(Desk& desk, Review const& r, law::QualityItem const& item)
{
    auto const tag = api::tag(desk.language);
    ItemView view{item.key, law::in(item.ask, tag), law::in(item.basis, tag), dispute::article_view(desk, item.statute), item.severity,
                  api::choice_name(desk, "quality_severity", item.severity), {}, {}, ""};
    for (auto const& form : item.forms)
        if (auto const* row = documents::find_form(form)) view.forms.push_back({form, documents::form_title(*row, desk.language)});
    for (auto const& one : r.answers)
        if (one.item == item.key) {
            view.verdict = one.verdict;
            view.note = text_of(desk, one.note);
        }
    return view;
}

std::vector<Mender> menders(Desk& desk, dispute::Dispute const& d, Review const& r)
{
    std::vector<Key> keys;
    if (r.responsible) keys.push_back(r.responsible);
    for (auto one = d.appointments.rbegin(); one != d.appointments.rend(); ++one)
        if (std::find(keys.begin(), keys.end(), one->person) == keys.end()) keys.push_back(one->person);
    std::vector<Mender> all;
    for (auto const key : keys)
        if (auto const person = registry::find_person(desk, key)) all.push_back({key, person->name});
    return all;
}

std::vector<Step> allowed(Desk& desk, dispute::Dispute const& d, Review const& r)
{
    auto const me = desk.caller.person;
    auto const& quality = *desk.book().quality;
    std::vector<Step> all;
    if (may_review(desk, d)) {
        if (take(r, me)) all.push_back(Step::take);
        if (r.status == Status::checking && r.reviewer == me) {
            all.push_back(Step::answer);
            all.push_back(Step::give_back);
        }
        bool const mine = r.reviewer == me && unanswered(r, quality) == 0;
        if (mine && any_fault(r) && (r.status == Status::checking || r.status == Status::mended)) all.push_back(Step::send_back);
        if (close(r, quality, me)) all.push_back(Step::close);
    }
    if (mend(r, me, leads(desk, r))) all.push_back(Step::mend);
    return all;
}

// A sample is gone through within the time of the house; what is mended, by the day that was set.
std::optional<Date> due_day(Desk& desk, Review const& r)
{
    if (r.status == Status::mending) return r.rounds.back().due;
    if (r.status != Status::drawn && r.status != Status::checking) return std::nullopt;
    auto const drawn = sql::cell<Instant>(desk.sql, "SELECT drawn_at FROM quality_sample WHERE id = $1", r.sample);
    if (!drawn) return std::nullopt;
    return date_in_beijing(law::due(desk.book(), "desk.quality_review", *drawn, desk.now).at);
}

}  // namespace

bool may_review(Desk& desk, dispute::Dispute const& d) { return access::may(desk.caller, Right::review_quality, dispute::matter_of(d, desk.now)); }
bool leads(Desk& desk, Review const& r) { return access::may_in(desk.caller, Right::lead_people, r.scope); }

bool may_see(Desk& desk, Review const& r)
{
    if (access::may_in(desk.caller, Right::review_quality, r.scope)) return true;
    return !r.rounds.empty() && r.responsible == desk.caller.person;
}

ReviewLine line_of(Desk& desk, Review const& r)
{
    auto const d = dispute::shared_unasked(desk, r.dispute);
    ReviewLine line;
    line.id = r.id;
    line.version = r.version;
    line.number = dispute::number_of(*d);
    line.kind_name = dispute::kind_word(desk, d->kind);
    if (auto const committee = registry::find_organisation(desk, r.organisation)) line.committee_name = registry::called(desk, *committee);
    line.archived_at = d->archived_at;
    line.status = r.status;
    line.status_name = api::word(desk.language, "quality_status", r.status);
    if (r.reviewer) line.reviewer_name = registry::person_name(desk, r.reviewer);
    if (r.responsible && !r.rounds.empty()) line.responsible_name = registry::person_name(desk, r.responsible);
    line.due = due_day(desk, r);
    line.overdue = line.due && *line.due < date_in_beijing(desk.now);
    line.faults = std::count_if(r.answers.begin(), r.answers.end(), [](Answer const& one) { return one.verdict == Verdict::fault; });
    auto const me = desk.caller.person;
    bool const with_reviewer = r.status == Status::checking || r.status == Status::mended;
    line.mine = (with_reviewer && r.reviewer == me) || (r.status == Status::mending && r.responsible == me);
    line.may_take = r.status == Status::drawn && may_review(desk, *d);
    return line;
}

ReviewView review_view(Desk& desk, Review const& r)
{
    auto const d = dispute::read_unasked(desk, r.dispute);
    ReviewView view;
    view.line = line_of(desk, r);
    view.sample = r.sample;
    if (access::may(desk.caller, Right::read_dispute, dispute::matter_of(d, desk.now))) view.dispute = r.dispute;
    for (auto const& item : desk.book().quality->items) view.items.push_back(item_view(desk, r, item));
    for (auto const& round : r.rounds)
        view.rounds.push_back({round.sent_at, round.due, text_of(desk, round.words), round.mended_at, round.mended_by ? registry::person_name(desk, round.mended_by) : "",
                               text_of(desk, round.done), round.decided_at, round.confirmed});
    auto const sum = documents::completeness(documents::sheets(d, documents::fillings_of(desk, d)));
    view.needed = sum.needed;
    view.there = sum.there;
    for (auto const& one : sum.missing) view.missing.push_back(documents::form_title(*one.row, desk.language));
    if (auto const* kept = desk.book().choice("archive_retention", d.retention)) view.retention_name = law::in(kept->name, api::tag(desk.language));
    view.menders = menders(desk, d, r);
    view.proposed_due = plus_days(date_in_beijing(desk.now), desk.book().quality->mend_days);
    view.allowed = allowed(desk, d, r);
    desk.etag = r.version;
    return view;
}

SampleView sample_view(Desk& desk, Sample const& s, bool with_reviews)
{
    SampleView view;
    view.id = s.id;
    if (auto const office = registry::find_organisation(desk, s.organisation)) view.organisation_name = registry::called(desk, *office);
    view.first_day = s.first_day;
    view.last_day = s.last_day;
    view.drawn_at = s.drawn_at;
    view.drawn_by_name = registry::person_name(desk, s.drawn_by);
    view.seed = s.seed;
    view.rule = api::say(desk.language, "quality_rule.lots", {{"share", std::to_string(s.share_percent)}, {"minimum", std::to_string(s.minimum)}});
    view.dossiers = std::int64_t(s.dossiers.size());
    view.drawn = std::int64_t(s.drawn.size());
    if (with_reviews) view.draws_the_same = drawn(s.dossiers, s.seed, {int(s.share_percent), int(s.minimum)}) == s.drawn;
    std::map<Status, std::int64_t> counts;
    for (auto const& row : sql::all<Counted>(desk.sql, R"(
            SELECT status, CAST(count(*) AS BIGINT) AS n, CAST(sum(CASE WHEN findings <> '' THEN 1 ELSE 0 END) AS BIGINT) AS faulty
              FROM quality_review WHERE sample = $1 GROUP BY status)", s.id)) {
        counts[row.status] = row.n;
        view.with_faults += row.faulty;
    }
    for (auto const status : {Status::drawn, Status::checking, Status::mending, Status::mended, Status::closed})
        view.statuses.push_back({status, api::word(desk.language, "quality_status", status), counts[status]});
    if (with_reviews)
        for (auto const& state : sql::column<std::string>(desk.sql, "SELECT state FROM quality_review WHERE sample = $1 ORDER BY id", s.id))
            view.reviews.push_back(line_of(desk, review_from_state(desk, state)));
    return view;
}

}  // namespace maple::quality
