// Where a paper's row and its bytes are found again.
#pragma once
#include "access/compartments.hpp"
#include "papers/words.hpp"

namespace maple::papers {

// Contents of one box: the house's own, or one party's. The same content is kept once in each.
std::string name_of(Vault const&, Key party, Digest const& plain);
// What the sealed key of a content is bound to.
std::string place_of(Key content);

struct ContentRow {
    Key id{};
    std::string name, file, secret;
    std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(ContentRow, (), (id, name, file, secret, size))

// Enters a content that is on the disk; the one that is there already, when there is one.
struct Entered {
    Key id{};
    bool fresh = false;  // false: the file that was just written is one too many
};
Entered enter(Desk&, Content const&, std::string_view name, std::optional<access::Compartment> const&);
// Throws when it is gone.
Stream stream(sql::Session&, House const&, access::Compartments const&, Key content);
Content content_of(Vault const&, access::Compartments const&, ContentRow const&);

std::optional<Paper> find(Desk&, Key paper);
std::vector<Paper> papers_of(Desk&, Key dispute);  // in the order in which they were brought

// Seals the key of every content of the house with the newest key of the vault; returns how many.
std::int64_t seal_contents_anew(sql::Session&, Vault const&);
// Takes files away that nothing speaks of, left by a crash an hour ago or longer; returns how many.
std::int64_t sweep(sql::Session&, Contents const&, Instant real_now);

}  // namespace maple::papers
