#include "quality/rules.hpp"

#include <algorithm>

namespace maple::quality {
namespace {

Result<void> is_reviewer(Review const& r, Key asker)
{
    if (r.reviewer && r.reviewer == asker) return {};
    return refuse(Because::not_allowed, "quality.not_the_reviewer");
}

Result<void> is_checking(Review const& r, Key asker)
{
    if (r.status != Status::checking) return refuse(Because::conflict, r.status == Status::closed ? "quality.closed" : "quality.not_checking");
    return is_reviewer(r, asker);
}

bool overlap(Period const& a, Period const& b) { return a.first <= b.last && b.first <= a.last; }

}  // namespace

std::size_t unanswered(Review const& r, law::Quality const& quality)
{
    return std::size_t(std::count_if(quality.items.begin(), quality.items.end(), [&](law::QualityItem const& item) {
        return std::none_of(r.answers.begin(), r.answers.end(), [&](Answer const& one) { return one.item == item.key; });
    }));
}

bool any_fault(Review const& r)
{
    return std::any_of(r.answers.begin(), r.answers.end(), [](Answer const& one) { return one.verdict == Verdict::fault; });
}

Result<std::vector<Key>> draw(Period const& period, std::vector<Period> const& drawn_before, std::vector<Key> const& dossiers, std::string_view seed, law::Quality const& quality,
                              Date today)
{
    if (period.last < period.first) return refuse_field("/last_day", "before_the_beginning");
    if (period.last >= today) return refuse_field("/last_day", "not_over");
    for (auto const& other : drawn_before)
        if (overlap(period, other)) return refuse(Because::conflict, "quality.drawn_already", {{"from", iso(other.first)}, {"to", iso(other.last)}});
    if (dossiers.empty()) return refuse(Because::conflict, "quality.nothing_archived");
    return drawn(dossiers, seed, {quality.share_percent, quality.minimum});
}

Result<ReviewTaken> take(Review const& r, Key reviewer)
{
    if (r.status == Status::closed) return refuse(Because::conflict, "quality.closed");
    if (r.status != Status::drawn || r.reviewer) return refuse(Because::conflict, "quality.taken");
    return ReviewTaken{reviewer};
}

Result<ReviewGivenBack> give_back(Review const& r, Key asker)
{
    if (auto ok = is_checking(r, asker); !ok) return ok.error();
    return ReviewGivenBack{};
}

Result<void> answer(Review const& r, law::Quality const& quality, std::vector<Answering> const& answers, Key asker)
{
    if (auto ok = is_checking(r, asker); !ok) return ok.error();
    if (answers.empty()) return refuse_field("/answers", "missing");
    Problems faults;
    std::vector<std::string> met;
    for (std::size_t n = 0; n < answers.size(); ++n) {
        auto const at = "/answers/" + std::to_string(n);
        auto const& one = answers[n];
        if (!quality.item(one.item)) faults.push_back({at + "/item", "not_in_the_book"});
        else if (std::find(met.begin(), met.end(), one.item) != met.end()) faults.push_back({at + "/item", "answered_twice"});
        else if (one.verdict == Verdict::fault && one.note.empty()) faults.push_back({at + "/note", "say_what_is_wrong"});
        met.push_back(one.item);
    }
    if (faults.empty()) return {};
    auto no = refuse(Because::invalid, "form.invalid");
    no.problems = std::move(faults);
    return no;
}

Result<SentBack> send_back(Review const& r, law::Quality const& quality, Key asker, Key responsible, Date due, Date today)
{
    if (r.status == Status::closed) return refuse(Because::conflict, "quality.closed");
    if (r.status != Status::checking && r.status != Status::mended) return refuse(Because::conflict, "quality.not_checking");
    if (auto ok = is_reviewer(r, asker); !ok) return ok.error();
    if (auto const n = unanswered(r, quality); r.status == Status::checking && n > 0) return refuse(Because::conflict, "quality.unanswered", {{"n", std::to_string(n)}});
    if (!any_fault(r)) return refuse(Because::conflict, "quality.nothing_to_mend");
    if (!responsible) return refuse_field("/responsible", "missing");
    if (responsible == asker) return refuse_field("/responsible", "is_the_reviewer");
    if (due < today) return refuse_field("/due", "in_the_past");
    return SentBack{responsible, due, {}};
}

Result<Mended> mend(Review const& r, Key asker, bool leads)
{
    if (r.status != Status::mending) return refuse(Because::conflict, r.status == Status::closed ? "quality.closed" : "quality.not_sent_back");
    if (asker == r.reviewer || (asker != r.responsible && !leads)) return refuse(Because::not_allowed, "quality.not_the_mender");
    return Mended{};
}

Result<ReviewClosed> close(Review const& r, law::Quality const& quality, Key asker)
{
    if (r.status == Status::closed) return refuse(Because::conflict, "quality.closed");
    if (r.status != Status::checking && r.status != Status::mended) return refuse(Because::conflict, "quality.not_checking");
    if (auto ok = is_reviewer(r, asker); !ok) return ok.error();
    if (r.status == Status::mended) return ReviewClosed{};
    if (auto const n = unanswered(r, quality); n > 0) return refuse(Because::conflict, "quality.unanswered", {{"n", std::to_string(n)}});
    if (any_fault(r)) return refuse(Because::conflict, "quality.faults_open");
    return ReviewClosed{};
}

}  // namespace maple::quality
