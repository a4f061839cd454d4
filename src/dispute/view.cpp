#include "dispute/view.hpp"
#include "access/audit.hpp"
#include "api/words.hpp"
#include "dispute/changes.hpp"
#include "dispute/story.hpp"
#include "foundation/phone.hpp"
#include "registry/phone.hpp"
#include "registry/roll.hpp"

#include <algorithm>
#include <set>

namespace maple {

void Form<dispute::FileView>::write(dispute::FileView const& file, std::string& out) { MemberwiseForm<dispute::FileView>::write(file, out); }
json::object Form<dispute::FileView>::schema(Schemas& all, Way way) { return MemberwiseForm<dispute::FileView>::schema(all, way); }

}  // namespace maple

namespace maple::dispute {
namespace {

constexpr std::int64_t an_hour = 3600 * microseconds_a_second;

std::string deed_key(std::string_view deed) { return "deed." + std::string(deed); }

// What a line of the timeline tells of a page: its open texts, and its plain things, but not
// those of a whole list (every party with all that is known of it).
void gather(JsonReader& in, std::string_view name, access::Texts const& texts, bool plain_things, Entry& into)
{
    std::string room;
    switch (in.next()) {
    case '{': return in.object([&](std::string_view member) { gather(in, member, texts, plain_things, into); });
    case '[': {
        if (auto const kept = access::take_kept(in)) {
            auto const known = texts.all.find(kept->id.n);
            if (known != texts.all.end() && !texts.personal.contains(kept->id.n)) into.texts.push_back(known->second);
            return;
        }
        return in.array([&] { gather(in, name, texts, plain_things && in.next() != '{', into); });
    }
    case '"': {
        auto const word = in.string(room);
        if (plain_things) into.details.push_back({std::string(name), std::string(word)});
        return;
    }
    default:
        if (auto const plain = in.skip(); plain_things && plain != "null") into.details.push_back({std::string(name), std::string(plain)});
    }
}

std::set<Key> organisations_in(Dispute const& d, std::optional<Next> const& next)
{
    std::set<Key> keys;
    for (auto const& turn : d.handlings) keys.insert(turn.organisation);
    if (next) keys.insert(next->organisation);
    if (d.transferred_to) keys.insert(d.transferred_to);
    if (d.handover) keys.insert(d.handover->organisation);
    for (auto const& call : d.room.calls) keys.insert(call.organisation);
    for (auto const& a : d.agreements) {
        if (a.confirmation && a.confirmation->court) keys.insert(a.confirmation->court);
        if (a.court_choice && a.court_choice->court) keys.insert(a.court_choice->court);
    }
    return keys;
}

std::set<Key> people_in(Dispute const& d, std::vector<access::Page> const& pages)
{
    std::set<Key> keys;
    for (auto const& a : d.appointments) keys.insert(a.person);
    for (auto const& c : d.conflicts) keys.insert(c.person);
    for (auto const& p : d.parties)
        if (p.wishes) keys.insert(p.wishes);
    for (auto const& r : d.risks)
        for (auto const& report : r.reports)
            if (report.by) keys.insert(report.by);
    for (auto const& a : d.agreements)
        for (auto const& s : a.signatures)
            if (s.pen && s.pen->witness) keys.insert(s.pen->witness);
    for (auto const& glass : d.glasses) keys.insert(glass.person);
    for (auto const& check : d.room.checks) keys.insert(check.by);
    for (auto const& child : d.room.children)
        if (child.by) keys.insert(child.by);
    for (auto const& s : d.sessions) keys.insert(s.people.begin(), s.people.end());
    for (auto const& one : d.room.conferences) {
        for (auto const person : {one.called_by, one.presides, one.decided_by})
            if (person) keys.insert(person);
        for (auto const& seat : one.seats)
            if (seat.person) keys.insert(seat.person);
        for (auto const& task : one.tasks) keys.insert(task.person);
    }
    for (auto const& page : pages)
        if (page.person) keys.insert(page.person);
    return keys;
}

std::vector<Key> list_of(std::set<Key> const& keys) { return {keys.begin(), keys.end()}; }

std::string name_in(std::vector<Named> const& names, Key id)
{
    for (auto const& one : names)
        if (one.id == id) return one.name;
    return {};
}

// What a reader sees of a kept text: its words, its mask, or nothing.
template <class K> void show(K& kept, std::optional<std::string_view> words, access::Sight const& sight)
{
    bool const for_him = sight.of(K::field_class);
    if (!words) kept.text.reset();
    else if constexpr (std::derived_from<K, KeptContact>) kept.text = for_him ? std::optional(K::masked(*words)) : std::nullopt;
    else if constexpr (std::same_as<K, KeptName>) kept.text = for_him ? std::string(*words) : K::masked(*words);
    else kept.text = for_him ? std::optional(std::string(*words)) : std::nullopt;
}

// That something was said alone is for the dispute's mediators; what crossed is for everybody who
// works on it. What is done for somebody's safety stays, because whoever is at the door has to know.
void shut_the_vault(Dispute& d)
{
    std::erase_if(d.room.vault, [](VaultSlip const& slip) { return !slip.released_at; });
}

// Reasons that were written into one line of a form are words about people, too.
void hide_reasons(Dispute& d)
{
    for (auto& turn : d.handlings) turn.reason.clear();
    for (auto& one : d.appointments) one.reason.clear();
}

void fill(Dispute& d, std::map<std::int64_t, std::string> const& texts, access::Sight const& sight)
{
    each_kept(d, [&](auto& kept) {
        auto const known = texts.find(kept.id.n);
        show(kept, known == texts.end() ? std::nullopt : std::optional<std::string_view>(known->second), sight);
    });
    if (!sight.sealed) shut_the_vault(d);
    if (!sight.counsel) d.room.conferences.clear();
    if (!sight.personal) hide_reasons(d);
}

access::Sight sight_of(Desk& desk, Dispute const& d) { return access::sight(desk.caller, matter_of(d, desk.now)); }

// What a reader of open fields may read of a page: that it was written, by whom and when; and
// why somebody broke the glass, which is told to everybody.
bool told_openly(std::string_view deed) { return deed == "oversight.glass_broken"; }

// What happens in a compartment happens before its mediators alone.
bool told_to_mediators(std::string_view deed)
{
    return deed == "mediation.vault_noted" || deed.starts_with("mediation.crossing_");
}

// That a conference was held is told to everybody; who advised what stays with who decides.
bool told_in_conference(std::string_view deed) { return deed.starts_with("mediation.conference_") || deed == "mediation.advice_given"; }

}  // namespace

bool is_told(std::string_view deed, access::Sight const& sight) { return sight.sealed || !told_to_mediators(deed); }

std::string stage_word(Desk& desk, Dispute const& d, std::string_view list)
{
    return d.merged_into ? api::say(desk.language, std::string(list) + ".merged") : api::word(desk.language, list, d.stage);
}

std::string kind_word(Desk& desk, std::string_view key)
{
    if (key.empty()) return api::say(desk.language, "unnamed.kind");
    auto const* kind = desk.book().kind(key);
    return kind ? law::in(kind->name, api::tag(desk.language)) : std::string(key);
}

void fill_words(Desk& desk, Dispute& d, access::Sight const& sight)
{
    fill(d, access::words_of(desk.sql, desk.house.vault, d.id, true, sight.sealed), sight);
}

void fill_words(Desk& desk, Dispute& d) { fill_words(desk, d, sight_of(desk, d)); }

std::vector<std::string> worded(Desk& desk, std::vector<law::Clause> const& clauses)
{
    std::vector<std::string> sentences;
    for (auto const& clause : clauses) sentences.push_back(api::say(desk.language, "clause." + clause.code, clause.params));
    return sentences;
}

std::optional<ArticleView> article_view(Desk& desk, std::string_view key)
{
    if (key.empty()) return std::nullopt;
    auto const* statute = desk.book().statute(key, date_in_beijing(desk.now));
    if (!statute) return std::nullopt;
    auto const tag = api::tag(desk.language);
    return ArticleView{statute->key, law::in(statute->law, tag), law::in(statute->article, tag), law::in(statute->says, tag)};
}

NextView next_view(Desk& desk, Next const& next)
{
    auto const* rule = desk.book().clock(next.clock);
    NextView out{next.action, api::word(desk.language, "action", next.action), next.due, next.due && *next.due < desk.now,
                 !next.statute.empty(), worded(desk, next.why), rule ? law::in(rule->consequence, api::tag(desk.language)) : "",
                 article_view(desk, next.statute), next.organisation, {}, {}, {}, {}, std::string(next.deed), next.subject};
    if (auto const organisation = registry::find_organisation(desk, next.organisation)) {
        out.organisation_name = registry::called(desk, *organisation);
        out.phone = organisation->phone;
    }
    if (next.person) {
        auto const person = registry::person(desk, next.person);
        out.person = next.person;
        out.person_name = person.name;
        if (auto phone = registry::phone_of(desk, person); !phone.empty()) out.phone = std::move(phone);
    }
    return out;
}

ClockView clock_view(Desk& desk, law::Due const& due)
{
    auto const* rule = desk.book().clock(due.clock);
    auto const tag = api::tag(desk.language);
    return {due.clock, rule ? law::in(rule->name, tag) : due.clock, due.at, due.paused, !due.paused && due.at < desk.now,
            rule && rule->legal, worded(desk, due.why), rule ? law::in(rule->consequence, tag) : "", article_view(desk, due.statute)};
}

namespace {

std::vector<LackView> lacks_of(Desk& desk, Dispute const& d)
{
    std::vector<LackView> lacks;
    if (is_over(d.stage) || d.concluded_at) return lacks;
    for (auto const* p : present_parties(d)) {
        if (!lacks_guardian(*p)) continue;
        std::string const code = p->guardian ? "guardian_accused" : "no_guardian";
        auto const article = p->guardian ? "MIN-11" : p->capacity == Capacity::none ? "CC-20" : "CC-19";
        lacks.push_back({p->id, code, api::say(desk.language, "lack." + code, by_side(*p)), "acceptance.party_amended", article_view(desk, article)});
    }
    return lacks;
}

// Nobody of the house did it: a party spoke for itself, by the code of its receipt or by a link.
bool by_a_party(access::Page const& page, Entry const& entry)
{
    return !page.person && std::any_of(entry.details.begin(), entry.details.end(), [](Detail const& one) { return one.name == "party"; });
}

// What of the reader shows in the file. Whoever adds something that only some may see adds it
// here: the file is put together without its reader's name or roles.
struct Reader {
    access::Sight sight;
    Deeds allowed;  // that are his now
};

FileView put_together(Desk& desk, Dispute d, Reader const& reader)
{
    auto const& sight = reader.sight;
    auto const texts = access::texts_of(desk.sql, desk.house.vault, d.id, true, sight.sealed);
    auto pages = access::pages_of(desk.sql, d.id);
    std::erase_if(pages, [&](access::Page const& page) { return page.n > d.version; });
    auto const next = next_step(d, desk.book(), desk.now);
    fill(d, texts.all, sight);

    FileView out;
    out.id = d.id;
    out.version = d.version;
    out.number = number_of(d);
    out.kind_name = kind_word(desk, d.kind);
    out.place_name = registry::division_name(desk, d.place);
    out.stage_name = stage_word(desk, d);
    out.source_name = api::word(desk.language, "source", d.source);
    for (auto const& o : registry::organisations(desk, list_of(organisations_in(d, next)))) out.organisations.push_back({o.id, registry::called(desk, o), o.phone});
    for (auto const& p : registry::people(desk, list_of(people_in(d, pages)))) out.people.push_back({p.id, p.name, registry::phone_of(desk, p)});
    if (next) out.next = next_view(desk, *next);
    out.lacks = lacks_of(desk, d);
    for (auto const& clock : clocks(d, desk.book(), desk.now)) out.clocks.push_back(clock_view(desk, clock));
    for (auto const& call : d.room.calls)
        if (auto const due = owed(d, call, desk.book())) out.calls.push_back({call.id, due->step, due->at});
    for (auto page = pages.rbegin(); page != pages.rend(); ++page) {
        if (!is_told(page->deed, sight)) continue;
        Entry entry{page->n, page->deed, api::say(desk.language, deed_key(page->deed)), page->happened, page->recorded,
                    page->recorded.us - page->happened.us > an_hour, name_in(out.people, page->person), {}, {}};
        JsonReader body(page->body);
        if ((sight.personal && (sight.counsel || !told_in_conference(page->deed))) || told_openly(page->deed)) gather(body, "", texts, true, entry);
        if (by_a_party(*page, entry)) entry.person_name = api::say(desk.language, "unnamed.party");
        out.timeline.push_back(std::move(entry));
    }
    out.allowed = reader.allowed.names();
    out.sight = sight;
    out.dispute = std::move(d);
    return out;
}

// A file that was told, and for how long it is true: until something falls due, a pause begins
// or goes on, or a day begins (statutes come into force by the day).
struct Picture {
    std::string json;
    Instant from, until;

    bool holds(Instant now) const { return from <= now && now <= until; }
};

Instant true_until(FileView const& file, Instant now)
{
    auto until = end_of(date_in_beijing(now));
    auto const due = [&](Instant at) { until = at >= now ? std::min(until, at) : until; };
    if (file.next && file.next->due) due(*file.next->due);
    for (auto const& clock : file.clocks) due(clock.due);
    for (auto const& pause : file.dispute.pauses)
        if (!pause.until || *pause.until >= now) until = now;
    return until;
}

// Everything that a picture depends on, but for the time and for the book, which is the program's.
ShelfName name_of_picture(Desk& desk, Dispute const& d, Reader const& reader)
{
    auto const& editions = access::editions(desk);
    ShelfName name("file");
    name << d.id.n << d.version << editions.roll << editions.words << std::int64_t(desk.language);
    each_field<access::Sight>([&](auto field) { name << std::int64_t(reader.sight.*field.pointer); });
    for (auto const bits : reader.allowed.bits()) name << std::int64_t(bits);
    return name;
}

}  // namespace

FileView view(Desk& desk, std::shared_ptr<Dispute const> d)
{
    Reader const reader{sight_of(desk, *d), allowed(*d, desk.caller, desk.now)};
    FileView out;
    out.id = d->id;
    out.version = d->version;
    desk.etag = d->version;
    auto const name = name_of_picture(desk, *d, reader);
    auto picture = desk.sql.snapshot() ? desk.house.shelf->find<Picture>(name) : nullptr;
    if (!picture || !picture->holds(desk.now)) {
        Desk nobodys{desk.sql, desk.house, {}, desk.now, desk.real_now, desk.language};
        nobodys.editions = desk.editions;
        auto const whole = put_together(nobodys, *d, reader);
        picture = std::make_shared<Picture const>(Picture{written(whole), desk.now, true_until(whole, desk.now)});
        if (desk.sql.snapshot()) desk.house.shelf->keep(name, picture, picture->json.size());
    }
    out.told = SharedText(picture, &picture->json);
    return out;
}

FileView slip_of(Desk& desk, Key dispute, std::int64_t version)
{
    FileView slip;
    slip.id = dispute;
    slip.version = version;
    slip.as_of = desk.now;
    desk.etag = version;
    return slip;
}

void complete(Desk& desk, FileView& slip)
{
    desk.now = slip.as_of;
    auto d = shared_unasked(desk, slip.id);
    if (d->version != slip.version) {
        auto then = as_it_was(desk.sql, slip.id, slip.version);
        refresh_scopes(desk, then);
        d = std::make_shared<Dispute const>(std::move(then));
    }
    slip = view(desk, std::move(d));
}

FileView done(File& file)
{
    auto const& d = file.put_back();
    return slip_of(file.desk(), d.id, d.version);
}

Contact contact_of(Desk& desk, Dispute const& d, Key id)
{
    auto const* p = party(d, id);
    if (!p) throw Refused(refuse(Because::not_found, "party.unknown"));
    if (!sight_of(desk, d).contacts) throw Refused(refuse(Because::not_allowed, "not_allowed"));
    access::audit(desk, access::AuditKind::revealed, d.id);
    auto const text = [&](Kept const& kept) { return access::one_text(desk, kept); };
    return {text(p->phone), text(p->address), text(p->id_number), p->guardian ? text(p->guardian->phone) : std::nullopt};
}

}  // namespace maple::dispute
