#include "app/findings.hpp"
#include "papers/shelf.hpp"

namespace maple::app {
namespace {

struct StateRow {
    Key id{};
    std::string state;
};
BOOST_DESCRIBE_STRUCT(StateRow, (), (id, state))

std::string hash_of(Stream const& stream)
{
    Sha256 hash;
    auto pieces = stream.all();
    for (auto piece = pieces(); !piece.empty(); piece = pieces()) hash.add(piece);
    return hex(hash.digest());
}

// Hex hash of what lies there, by the content's number; none for what cannot be read.
std::map<std::int64_t, std::string> hashes(sql::Session& sql, Vault const& vault, Contents const* contents, Findings& found)
{
    auto const compartments = access::Compartments::all(sql, vault);
    std::map<std::int64_t, std::string> all;
    for (auto const& row : sql::all<papers::ContentRow>(sql, "SELECT id, name, file, secret, size FROM content ORDER BY id")) {
        ++found.out.contents;
        auto& hash = all[row.id.n];
        found.unless_unreadable("content", shown(row.id), [&] {
            if (!contents || !contents->has(row.file)) return found.differs("content", row.id, "its file is gone");
            hash = hash_of(contents->stream(papers::content_of(vault, compartments, row)));
        });
    }
    return all;
}

}  // namespace

void replay_contents(sql::Session& sql, Vault const& vault, Contents const* contents, Findings& found)
{
    auto const there = hashes(sql, vault, contents, found);
    std::set<std::int64_t> spoken_of;
    for (auto const& row : sql::all<StateRow>(sql, "SELECT id, state FROM paper ORDER BY id")) {
        auto const paper = from_record<papers::Paper>(row.state);
        for (auto const content : {paper.bytes, paper.thumbnail}) {
            if (!content) continue;
            spoken_of.insert(content.n);
            if (!there.contains(content.n)) found.differs("paper", row.id, "what it holds is gone");
        }
        if (!paper.bytes && !paper.erased_at) found.differs("paper", row.id, "holds nothing, and nobody erased it");
        auto const hash = there.find(paper.bytes.n);
        if (hash != there.end() && !hash->second.empty() && !found.tells_of(paper.content, hash->second))
            found.differs("paper", row.id, "what lies in its file is not what its page tells of");
    }
    for (auto const& [content, hash] : there)
        if (!spoken_of.contains(content)) found.differs("content", Key{content}, "no paper speaks of it");
}

}  // namespace maple::app
