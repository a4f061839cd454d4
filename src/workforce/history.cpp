// The pages of a person in words. Leave is told to those who lead and keep and to the person
// alone, and so are the reasons that lie beside the pages.
#include "api/words.hpp"
#include "registry/keep.hpp"
#include "workforce/events.hpp"
#include "workforce/views.hpp"

namespace maple::workforce {
namespace {

class Teller {
public:
    Teller(Desk& desk, Key person, Sight const& sight)
        : desk_(desk), closely_(sight.closely()), texts_(access::words_of(desk.sql, desk.house.vault, person, sight.closely(), false))
    {}

    std::optional<HistoryEntry> tell(access::Page const& page)
    {
        auto const key = "person_deed." + page.deed;
        if (!api::can_say(desk_.language, key)) return std::nullopt;  // of a room that tells of it elsewhere
        if (!closely_ && (page.deed == WentAway::deed || page.deed == CameBack::deed)) return std::nullopt;
        entry_ = {page.n, page.deed, "", page.happened, registry::person_name(desk_, page.person), {}};
        entry_.says = api::say(desk_.language, key, params(page));
        return std::move(entry_);
    }

private:
    std::string words(Kept const& kept) const
    {
        auto const known = texts_.find(kept.id.n);
        return known == texts_.end() ? "" : known->second;
    }
    void beside(Kept const& kept)
    {
        if (auto text = words(kept); closely_ && !text.empty()) entry_.texts.push_back(std::move(text));
    }
    std::string day(std::optional<Date> const& date) const { return date ? iso(*date) : api::say(desk_.language, "person_deed.no_end"); }

    Params of_certificate(CertificatePaper const& c, Kept const& reason)
    {
        beside(reason);
        return {{"number", words(c.number)}, {"issuer", words(c.issuer)}, {"until", day(c.valid_until)}};
    }

    // What the sentence of a deed says besides itself.
    Params params(access::Page const& page)
    {
        auto const& body = page.body;
        if (page.deed == "registry.person_registered")
            return {{"organisation", name_of_organisation(desk_, from_record<registry::PersonRegistered>(body).organisation)}};
        if (page.deed == PersonEngaged::deed) {
            auto const e = from_record<PersonEngaged>(body).engagement;
            return {{"manner", "@engaged." + enum_key(e.manner)}, {"organisation", name_of_organisation(desk_, e.organisation)},
                    {"body", "@body." + enum_key(e.body)}, {"since", iso(e.since)}, {"until", day(e.until)}};
        }
        if (page.deed == EngagementEnded::deed) {
            auto const e = from_record<EngagementEnded>(body);
            return {{"date", iso(e.on)}, {"ending", "@ending." + enum_key(e.as)}};
        }
        if (page.deed == CertificateIssued::deed) {
            auto const e = from_record<CertificateIssued>(body);
            return of_certificate(e.certificate, e.reason);
        }
        if (page.deed == CertificateRenewed::deed) {
            auto const e = from_record<CertificateRenewed>(body);
            return of_certificate(e.certificate, e.reason);
        }
        if (page.deed == CardMade::deed) return of_certificate(from_record<CardMade>(body).certificate, {});
        if (page.deed == CertificateRevoked::deed) beside(from_record<CertificateRevoked>(body).reason);
        if (page.deed == WentAway::deed) {
            auto const a = from_record<WentAway>(body).absence;
            beside(a.note);
            return {{"kind", "@absence." + a.kind}, {"first", iso(a.first_day)}, {"last", iso(a.last_day)}};
        }
        if (page.deed == CameBack::deed) return {{"date", iso(from_record<CameBack>(body).on)}};
        return of_merit(page);
    }

    Params of_merit(access::Page const& page)
    {
        if (page.deed == GradeGranted::deed) {
            auto const g = from_record<GradeGranted>(page.body).grade;
            beside(g.reason);
            return {{"grade", "@mediator_grade." + g.grade}, {"evaluator", name_of_organisation(desk_, g.evaluator)}, {"until", iso(g.valid_until)}};
        }
        if (page.deed == GradeWithdrawn::deed) beside(from_record<GradeWithdrawn>(page.body).reason);
        if (page.deed == Honoured::deed) {
            auto const h = from_record<Honoured>(page.body).honour;
            return {{"honour", "@honour." + h.honour}, {"giver", words(h.giver)}, {"year", std::to_string(h.year)}};
        }
        if (page.deed == HonourWithdrawn::deed) beside(from_record<HonourWithdrawn>(page.body).reason);
        return {};
    }

    Desk& desk_;
    bool closely_;
    std::map<std::int64_t, std::string> texts_;
    HistoryEntry entry_;
};

}  // namespace

std::vector<HistoryEntry> history_of(Desk& desk, registry::Person const& person, Sight const& sight)
{
    Teller teller(desk, person.id, sight);
    std::vector<HistoryEntry> entries;
    for (auto const& page : access::pages_of(desk.sql, person.id))
        if (auto entry = teller.tell(page)) entries.push_back(std::move(*entry));
    std::reverse(entries.begin(), entries.end());
    return entries;
}

}  // namespace maple::workforce
