#include "app/replay.hpp"
#include "access/audit_chain.hpp"
#include "app/findings.hpp"
#include "app/pages.hpp"
#include "app/rooms.hpp"
#include "committees/terms.hpp"
#include "dispute/file.hpp"
#include "dispute/signing_token.hpp"
#include "dispute/story.hpp"
#include "foundation/merkle.hpp"
#include "documents/package/package.hpp"
#include "foundation/sha256.hpp"
#include "linkage/referral.hpp"
#include "papers/events.hpp"
#include "privacy/events.hpp"
#include "quality/draw.hpp"
#include "quality/events.hpp"
#include "registry/keep.hpp"
#include "registry/numbers.hpp"
#include "registry/standing.hpp"
#include "warning/lead.hpp"

namespace maple::app {
namespace {

struct LeafRow {
    Key page{};
    std::optional<std::int64_t> n;
    std::string text;
    sql::Bytes salt, hash;
};
BOOST_DESCRIBE_STRUCT(LeafRow, (), (page, n, text, salt, hash))

struct PlaceRow {
    Key id{};
    Key subject{};
    std::int64_t n = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(PlaceRow, (), (id, subject, n, text))

struct CounterRow {
    Key organisation{};
    std::int64_t year = 0;
    std::string series;
    std::int64_t last = 0;
};
BOOST_DESCRIBE_STRUCT(CounterRow, (), (organisation, year, series, last))

struct IdentityRow {
    Key party{};
    std::string blind;
};
BOOST_DESCRIBE_STRUCT(IdentityRow, (), (party, blind))

// What a risk was told to others is compared only where the program that wrote the state kept it.
void as_far_as_kept(json::object& told, json::object const& kept)
{
    auto* all = told.if_contains("risks");
    auto const* known = kept.if_contains("risks");
    if (!all || !known || all->as_array().size() != known->as_array().size()) return;
    for (std::size_t i = 0; i < known->as_array().size(); ++i) {
        auto const& risk = known->at(i).as_object();
        auto& again = all->at(i).as_object();
        auto const* reports = again.if_contains("reports");
        if (risk.contains("reported_at") && !risk.contains("reports") && reports && reports->as_array().size() == 1) again.erase("reports");
    }
}

// Older programs kept scopes in the state, too, wrote its members in another order, or kept no list of reports.
bool same_state(std::string const& kept, std::string const& told)
{
    auto state = json::parse(kept);
    auto again = json::parse(told);
    as_far_as_kept(again.as_object(), state.as_object());
    if (auto* turns = state.as_object().if_contains("handlings"))
        for (auto& turn : turns->as_array()) turn.as_object().erase("scope");
    return state == again;
}

struct Numbered {
    std::string number;
};
BOOST_DESCRIBE_STRUCT(Numbered, (), (number))

class Verifier {
public:
    Verifier(sql::Session& sql, law::Book const& book, Vault const& vault, Progress const& progress, Contents const* contents)
        : sql_(sql), book_(book), vault_(vault), progress_(progress), contents_(contents), house_{book, vault}, desk_{sql, house_, {}, real_time(), real_time()}
    {}

    Verified run()
    {
        leaves();
        found_.unless_unreadable("words", "", [&] { texts_.read_rows(); });
        beside_the_pages();
        disputes();
        calendar_.compare();
        calendar_.places();
        sheets<linkage::Referral, linkage::Row, linkage::Events>("referral", out_.referrals);
        sheets<warning::Lead, warning::Row, warning::Events>("lead", out_.leads);
        sheets<privacy::OwnRequest, privacy::Row, privacy::OwnEvents>("own_request", out_.own_requests);
        sheets<committees::Term, committees::Row, committees::Events>("term", out_.terms);
        sheets<papers::Paper, papers::Row, papers::Events>("paper", out_.papers);
        sheets<quality::Sample, quality::SampleRow, quality::SampleEvents>("quality_sample", out_.samples);
        sheets<quality::Review, quality::ReviewRow, quality::ReviewEvents>("quality_review", out_.reviews);
        samples();
        packages();
        found_.unless_unreadable("content", "", [&] { replay_contents(sql_, vault_, contents_, found_); });
        replay_registry(sql_, vault_, found_);
        replay_people(sql_, book_, found_);
        journal();
        for (std::string_view const kind : {"dispute", "referral", "lead", "own_request", "term", "paper", "quality_sample", "quality_review", "place"}) without_rows(kind);
        numbers();
        return std::move(out_);
    }

private:
    void leaves()
    {
        constexpr std::int64_t at_a_time = 5000;
        auto const all = sql::cell<std::int64_t>(sql_, "SELECT count(*) FROM page").value_or(0);
        Tree tree;
        for (std::int64_t from = 0;; from += at_a_time) {
            auto const rows = sql::all<LeafRow>(sql_, R"(
                SELECT page.id AS page, leaf.n AS n, page.text AS text, page.salt AS salt, page.hash AS hash
                  FROM leaf JOIN page ON page.id = leaf.page
                 WHERE leaf.n >= $1 AND leaf.n < $2 ORDER BY leaf.n)", from, from + at_a_time);
            for (auto const& row : rows) {
                if (*row.n != out_.leaves) found_.differs("leaf", std::to_string(out_.leaves), "the tree has a gap here");
                out_.leaves = *row.n + 1;
                auto const hash = leaf_hash(row.salt.data, row.text);
                if (bytes_of(hash) != row.hash.data) found_.differs("page", shown(row.page), "the page does not match its leaf: it was changed");
                tree.append(hash);
            }
            if (progress_) progress_(out_.leaves, all);
            if (rows.empty()) break;
        }
        out_.pages = all;
        out_.unplaced = all - std::int64_t(tree.size());
        if (out_.unplaced != 0 && sql_.engine() == sql::Engine::sqlite)
            found_.differs("leaf", std::to_string(out_.leaves), std::to_string(out_.unplaced) + " pages have no place in the tree");
        out_.tree_head = hex(tree.head());
    }

    // Every page once more, for what lies beside the pages and is told of by several kinds.
    void beside_the_pages()
    {
        ReceiptsReplay receipts(sql_, found_);
        PlaceRow last;
        for (;;) {
            auto const rows = sql::all<PlaceRow>(sql_, R"(
                SELECT id, subject, n, text FROM page WHERE (subject, n) > ($1, $2) ORDER BY subject, n LIMIT 2000)", last.subject, last.n);
            for (auto const& row : rows)
                found_.unless_unreadable("page", shown(row.id), [&] {
                    auto const page = access::page_from(row.id, row.text);
                    if (page.subject != row.subject || page.n != row.n) found_.differs("page", row.id, "stands at another place than it tells");
                    texts_.hear(page);
                    receipts.hear(page);
                });
            if (rows.empty()) break;
            last = rows.back();
        }
        texts_.compare();
        receipts.compare();
    }

    void disputes()
    {
        Key last{};
        for (;;) {
            auto const rows = sql::all<dispute::Row>(sql_, "SELECT * FROM dispute WHERE id > $1 ORDER BY id LIMIT 200", last);
            for (auto const& row : rows) {
                last = row.id;
                ++out_.disputes;
                found_.unless_unreadable("dispute", shown(row.id), [&] { one_dispute(row); });
            }
            if (rows.empty()) return;
        }
    }

    void one_dispute(dispute::Row const& row)
    {
        dispute::Dispute d;
        d.id = row.id;
        Instant recorded{};
        for (auto const& page : access::pages_of(sql_, row.id)) {
            if (page.n != d.version + 1) found_.differs("page", shown(page.id), "the pages of dispute " + shown(row.id) + " have a gap");
            if (!dispute::tell(d, page)) found_.differs("page", shown(page.id), "tells of a deed that nobody knows: " + page.deed);
            dispute::settle(d, page.happened);
            recorded = page.recorded;
        }
        if (d.version == 0) return found_.differs("dispute", shown(row.id), "has a row but no pages");
        identities(d);
        signing_links(d);
        compare(row, d, recorded);
    }

    void compare(dispute::Row const& row, dispute::Dispute d, Instant recorded)
    {
        auto const words = access::words_of(sql_, vault_, row.id, false, false);
        for (auto& p : d.parties)
            if (auto const known = words.find(p.name.id.n); known != words.end()) p.name.text = known->second;
        dispute::refresh_scopes(desk_, d);
        calendar_.hear(d);
        auto const again = dispute::row_of(d, book_, recorded);
        each_field<dispute::Row>([&](auto field) {
            if (sql::to_sql(row.*field.pointer) == sql::to_sql(again.*field.pointer)) return;
            if (std::string_view(field.name) == "state" && same_state(row.state, again.state)) return;
            found_.differs("dispute", shown(row.id), std::string("column ") + field.name + " is not what the pages tell");
        });
    }

    template <class T, class Row, class Events> void sheets(std::string const& table, std::int64_t& counted)
    {
        for (auto const& row : sql::all<Row>(sql_, "SELECT * FROM " + table + " ORDER BY id")) {
            ++counted;
            found_.unless_unreadable(table, shown(row.id), [&] {
                T thing;
                thing.id = row.id;
                for (auto const& page : access::pages_of(sql_, row.id)) {
                    if (!apply<Events>(thing, page, moment_of(page)))
                        found_.differs("page", shown(page.id), "tells of a deed that nobody knows: " + page.deed);
                    thing.id = row.id;
                    thing.version = page.n;
                }
                auto const again = row_again(thing);
                each_field<Row>([&](auto field) {
                    if (sql::to_sql(row.*field.pointer) == sql::to_sql(again.*field.pointer)) return;
                    if (std::string_view(field.name) == "state" && state_again<T>(row.state) == again.state) return;
                    found_.differs(table, shown(row.id), std::string("column ") + field.name + " is not what the pages tell");
                });
            });
        }
    }

    template <class T> auto row_again(T thing)
    {
        if constexpr (requires { refresh_scopes(desk_, thing); }) refresh_scopes(desk_, thing);
        if constexpr (requires { row_of(thing, book_); }) return row_of(thing, book_);
        else return row_of(thing);
    }

    // The state as a row of an older program keeps it, written by this one.
    template <class T> std::string state_again(std::string const& state) { return row_again(from_record<T>(state)).state; }

    // The index of identity numbers is what the parties' numbers say: no row too many, none missing.
    void identities(dispute::Dispute const& d)
    {
        std::map<Key, std::string> told, there;
        bool const any = std::any_of(d.parties.begin(), d.parties.end(), [](auto const& p) { return bool(p.id_number); });
        if (any) {
            auto const words = access::words_of(sql_, vault_, d.id, true, false);
            for (auto const& p : d.parties)
                if (auto const number = words.find(p.id_number.id.n); p.id_number && number != words.end()) told[p.id] = dispute::blind_of(vault_, number->second);
        }
        for (auto const& row : sql::all<IdentityRow>(sql_, "SELECT party, blind FROM identity WHERE dispute = $1", d.id)) there[row.party] = row.blind;
        if (told != there) found_.differs("identity", shown(d.id), "the index of identity numbers is not what the parties' numbers say");
    }

    // A link that nobody made, that was changed or taken away: the pages tell of each by its mark.
    void signing_links(dispute::Dispute const& d)
    {
        std::map<Key, std::pair<Key, std::string>> told, there;
        for (auto const& a : d.agreements)
            for (auto const& link : a.links) told[link.id] = {a.id, link.mark};
        for (auto const& row : sql::all<dispute::SigningRow>(sql_, "SELECT token_blind, id, dispute, agreement FROM signing_link WHERE dispute = $1", d.id))
            there[row.id] = {row.agreement, dispute::mark_of(row.token_blind)};
        if (told != there) found_.differs("signing_link", shown(d.id), "the links by which parties sign are not those that the pages tell of");
    }

    // The audit journal is chained by itself; the ledger holds seals of it.
    void journal()
    {
        auto const chain = access::check_chain(sql_);
        out_.audited = chain.checked;
        for (auto const& one : chain.breaks)
            found_.differs("audit", std::to_string(one.n), one.fault == access::ChainFault::gap       ? "a number of the audit journal is missing"
                                                         : one.fault == access::ChainFault::changed ? "the entry is not what was written"
                                                         : one.fault == access::ChainFault::missing ? "the entry was taken out"
                                                                                                    : "entries that were there are gone from here on");
    }

    void without_rows(std::string_view kind)
    {
        auto const statement = "SELECT subject AS id FROM page WHERE kind = $1 AND n = 1 AND subject NOT IN (SELECT id FROM " + std::string(kind) + ")";
        for (auto const& id : sql::column<Key>(sql_, statement, kind)) found_.differs(kind, id, "is told of by pages and has no row");
    }

    // Numbers are allocated in the transaction of the page that bears them: as many pages as
    // the counter says, so no gap and nothing twice.
    void numbers()
    {
        std::map<std::string, std::int64_t> borne;
        for (std::string_view const deed : {"acceptance.accepted", "diversion.received", "resolution.sealed"}) {
            auto const texts = sql::column<std::string>(sql_, "SELECT text FROM page WHERE kind = 'dispute' AND text LIKE $1",
                                                        "%\"deed\":\"" + std::string(deed) + "\"%");
            for (auto const& text : texts)
                found_.unless_unreadable("page", std::string(deed), [&] {
                    auto const page = access::page_from({}, text);
                    if (page.deed != deed) return;
                    auto const number = from_record<Numbered>(page.body).number;
                    if (!number.empty() && ++borne[number] > 1) found_.differs("number", number, "was given twice");
                });
        }
        for (auto const& row : sql::all<Numbered>(sql_, "SELECT number FROM annulled_number"))
            if (++borne[row.number] > 1) found_.differs("number", row.number, "was annulled, and a page bears it");
        std::int64_t allocated = 0;
        auto const counters = sql::all<CounterRow>(sql_, "SELECT organisation, year, series, last FROM counter ORDER BY organisation, year, series");
        for (auto const& row : counters) allocated += row.last;
        if (allocated == std::int64_t(borne.size())) return;
        found_.differs("number", std::to_string(allocated), "numbers were allocated, but pages and annulments bear " + std::to_string(borne.size()));
        for (auto const& row : counters) gaps(row, borne);
    }

    // Names each number that no page bears and nobody annulled. A committee may have had another
    // short name when it was given.
    void gaps(CounterRow const& row, std::map<std::string, std::int64_t> const& borne)
    {
        auto const& pattern = registry::pattern_of(book_, row.series);
        auto const names = short_names(row.organisation);
        for (std::int64_t n = 1; n <= row.last; ++n) {
            auto const is_borne = [&](std::string const& name) { return borne.contains(registry::filled_pattern(pattern, name, int(row.year), n)); };
            if (!names.empty() && std::none_of(names.begin(), names.end(), is_borne))
                found_.differs("number", registry::filled_pattern(pattern, names.back(), int(row.year), n), "is a gap: no dossier bears it and nobody annulled it");
        }
    }

    std::vector<std::string> short_names(Key organisation)
    {
        std::vector<std::string> names;
        for (auto const& page : access::pages_of(sql_, organisation)) {
            std::string name;
            if (page.deed == "registry.organisation_opened") name = from_record<registry::OrganisationOpened>(page.body).short_name;
            else if (page.deed == registry::OrganisationChanged::deed) name = from_record<registry::OrganisationChanged>(page.body).short_name;
            if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        }
        return names;
    }

    // A sample is what its seed draws from what was archived, and each of its dossiers has one review.
    void samples()
    {
        for (auto const& row : sql::all<quality::SampleRow>(sql_, "SELECT * FROM quality_sample ORDER BY id"))
            found_.unless_unreadable("quality_sample", shown(row.id), [&] {
                auto const s = from_record<quality::Sample>(row.state);
                if (quality::drawn(s.dossiers, s.seed, {int(s.share_percent), int(s.minimum)}) != s.drawn)
                    found_.differs("quality_sample", row.id, "is not what its seed draws");
                std::set<Key> reviewed;
                for (auto const& id : sql::column<Key>(sql_, "SELECT dispute AS id FROM quality_review WHERE sample = $1", row.id)) reviewed.insert(id);
                if (reviewed != std::set<Key>(s.drawn.begin(), s.drawn.end())) found_.differs("quality_sample", row.id, "its reviews are not of the dossiers that were drawn");
            });
    }

    // Packages are what the pages of their disputes tell; each part is what its page says it was.
    void packages()
    {
        std::map<Key, documents::PackageRow> told;
        std::map<Key, documents::PackageSent> sent;
        for (auto const& row : sql::all<PlaceRow>(sql_, "SELECT id, subject, n, text FROM page WHERE kind = 'dispute' AND text LIKE $1",
                                                  "%\"deed\":\"" + std::string(documents::PackageSent::deed) + "\"%"))
            found_.unless_unreadable("page", shown(row.id), [&] {
                auto const page = access::page_from(row.id, row.text);
                if (page.deed != documents::PackageSent::deed) return;
                auto const one = from_record<documents::PackageSent>(page.body);
                told.emplace(one.package, documents::row_of(one, page.subject, page.n, page.happened));
                sent.emplace(one.package, one);
            });
        for (auto const& row : sql::all<documents::PackageRow>(sql_, "SELECT * FROM package")) {
            auto const one = told.extract(row.id);
            if (one.empty()) {
                found_.differs("package", row.id, "has a row but no page");
                continue;
            }
            each_field<documents::PackageRow>([&](auto field) {
                if (sql::to_sql(row.*field.pointer) != sql::to_sql(one.mapped().*field.pointer))
                    found_.differs("package", row.id, std::string("column ") + field.name + " is not what the page tells");
            });
            found_.unless_unreadable("package", shown(row.id), [&] { parts(sent.at(row.id)); });
        }
        for (auto const& [key, one] : told) found_.differs("package", key, "is told of by a page and has no row");
    }

    void parts(documents::PackageSent const& sent)
    {
        auto const rows = sql::all<documents::PackagePartRow>(sql_, "SELECT * FROM package_part WHERE package = $1 ORDER BY n", sent.package);
        if (rows.size() != sent.parts.size()) return found_.differs("package", sent.package, "has other parts than its page tells");
        for (std::size_t n = 0; n < rows.size(); ++n) {
            auto const& row = rows[n];
            bool same = row.name == sent.parts[n].name && row.hash == sent.parts[n].hash && row.upload.value_or(Key{}) == sent.parts[n].paper;
            if (same && row.sealed) same = hex(sha256(vault_.unseal(*row.sealed, documents::place_of_part(row.id)))) == row.hash;
            if (!same) found_.differs("package", sent.package, "part " + row.name + " is not what was sent");
        }
    }

    sql::Session& sql_;
    law::Book const& book_;
    Vault const& vault_;
    Progress const& progress_;
    Contents const* contents_;
    House const house_;
    Desk desk_;  // for reading the registry: paths are those of today
    Findings found_;
    TextsReplay texts_{sql_, vault_, found_};
    CalendarReplay calendar_{sql_, found_};
    Verified& out_ = found_.out;
};

}  // namespace

Verified verify(sql::Store& store, law::Book const& book, Vault const& vault, Progress const& progress, Contents const* contents)
{
    bind_the_story();
    return sql::read_now(store, [&](sql::Session& sql) { return Verifier(sql, book, vault, progress, contents).run(); });
}

}  // namespace maple::app
