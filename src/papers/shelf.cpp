#include "papers/shelf.hpp"
#include "access/journal.hpp"
#include "papers/paper.hpp"
#include "storage/insert.hpp"

namespace maple::papers {
namespace {

constexpr std::int64_t grace = 3600;  // seconds: longer than any upload is on its way

struct SecretRow {
    Key id{};
    std::string secret;
};
BOOST_DESCRIBE_STRUCT(SecretRow, (), (id, secret))

bool in_use(Paper const& paper) { return !paper.withdrawn_at && !paper.erased_at; }

}  // namespace

std::string name_of(Vault const& vault, Key party, Digest const& plain)
{
    return vault.blind("content/" + (party ? shown(party) : std::string("house")) + "/" + hex(plain));
}

std::string place_of(Key content) { return "content/" + shown(content); }

Entered enter(Desk& desk, Content const& content, std::string_view name, std::optional<access::Compartment> const& compartment)
{
    // Held until this change is through, so that nobody forgets it in between.
    auto const known = sql::cell<Key>(desk.sql, "UPDATE content SET size = size WHERE name = $1 RETURNING id", name);
    if (known) return {*known, false};
    auto const id = new_key();
    auto const secret = std::string(content.key.secret());
    auto const sealed = compartment ? access::put_into(*compartment, secret, place_of(id)) : desk.house.vault.seal(secret, place_of(id));
    auto const written = sql::change(desk.sql, R"(
        INSERT INTO content (id, name, file, secret, size) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO NOTHING)",
        id, name, content.file, sealed, content.size);
    if (written == 1) return {id, true};
    // Somebody else was quicker, in a transaction that this one does not see.
    throw sql::TryAgain("the same content was brought twice at once");
}

Content content_of(Vault const& vault, access::Compartments const& compartments, ContentRow const& row)
{
    auto const place = place_of(row.id);
    auto const secret = access::in_compartment(row.secret) ? compartments.open(row.secret, place) : vault.unseal(row.secret, place);
    return {row.file, BoxKey::from_secret(secret), row.size};
}

Stream stream(sql::Session& sql, House const& house, access::Compartments const& compartments, Key content)
{
    auto const row = sql::one<ContentRow>(sql, "SELECT id, name, file, secret, size FROM content WHERE id = $1", content);
    if (!row || !house.contents) throw std::runtime_error("the content " + shown(content) + " is gone");
    return house.contents->stream(content_of(house.vault, compartments, *row));
}

std::optional<Paper> find(Desk& desk, Key paper)
{
    auto const state = sql::cell<std::string>(desk.sql, "SELECT state FROM paper WHERE id = $1", paper);
    return state ? std::optional(from_record<Paper>(*state)) : std::nullopt;
}

std::vector<Paper> papers_of(Desk& desk, Key dispute)
{
    std::vector<Paper> all;
    for (auto const& state : sql::column<std::string>(desk.sql, "SELECT state FROM paper WHERE dispute = $1 ORDER BY added_at, id", dispute))
        all.push_back(from_record<Paper>(state));
    return all;
}

std::vector<OpenPaper> open_papers(Desk& desk, Key dispute)
{
    std::vector<OpenPaper> open;
    for (auto const& paper : papers_of(desk, dispute)) {
        if (paper.visibility != Visibility::file || !in_use(paper)) continue;
        auto const words = access::words_beside(desk.sql, desk.house.vault, paper.id, {});
        auto const text = [&](Kept const& kept) { return words.contains(kept.id.n) ? words.at(kept.id.n) : std::string(); };
        open.push_back({paper.id, paper.kind, text(paper.title), paper.media, std::string(type_of(paper.media)), std::string(ending_of(paper.media)),
                        paper.size, text(paper.content), paper.added_at, paper.session, paper.obligation, paper.agreement, paper.bytes});
    }
    return open;
}

std::vector<OpenPaper> signed_papers(Desk& desk, Key dispute)
{
    auto open = open_papers(desk, dispute);
    std::erase_if(open, [](OpenPaper const& one) { return one.kind != Kind::signed_paper; });
    return open;
}

Stream bytes_of(Desk& desk, OpenPaper const& paper) { return stream(desk.sql, desk.house, {}, paper.bytes); }

std::int64_t seal_contents_anew(sql::Session& sql, Vault const& vault)
{
    std::int64_t sealed = 0;
    for (auto const& row : sql::all<SecretRow>(sql, "SELECT id, secret FROM content")) {
        if (access::in_compartment(row.secret) || vault.sealed_with_newest_key(row.secret)) continue;
        auto const place = place_of(row.id);
        sql::change(sql, "UPDATE content SET secret = $2 WHERE id = $1", row.id, vault.seal(vault.unseal(row.secret, place), place));
        ++sealed;
    }
    return sealed;
}

std::int64_t sweep(sql::Session& sql, Contents const& contents, Instant real_now)
{
    std::set<std::string> spoken_of;
    for (auto& file : sql::column<std::string>(sql, "SELECT file FROM content")) spoken_of.insert(std::move(file));
    std::int64_t swept = 0;
    for (auto const& lying : contents.lying()) {
        if (spoken_of.contains(lying.file) || plus_seconds(lying.since, grace) > real_now) continue;
        contents.remove(lying.file);
        ++swept;
    }
    return swept;
}

}  // namespace maple::papers
