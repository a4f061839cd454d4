// Open papers of a dispute as one file for another body: what was put in, for whom, by what right and
// with whose consent. The page of the dispute tells of it; the parts are kept sealed beside it, so
// that the same file can be given again bit for bit.
#pragma once
#include "dispute/dispute.hpp"
#include "law/book.hpp"

namespace maple::documents {

// For a body that handed the dispute over or takes it on; or for the court that is asked to confirm.
enum class PackageKind { handover, confirmation };
BOOST_DESCRIBE_ENUM(PackageKind, handover, confirmation)

// One file of it: the letter, a form about a subject, a paper that somebody brought, or a list.
struct PackagePart {
    std::string name;
    std::string form;  // "" for none
    Key subject{};
    Key paper{};       // that was brought
    std::string hash;  // SHA-256, hex
    std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(PackagePart, (), (name, form, subject, paper, hash, bytes))

struct PackageSent {
    static constexpr std::string_view deed = "documents.package_sent";
    Key package{};
    PackageKind kind{};
    Key organisation{};    // that it goes to; none: a court that is not in the registry
    std::string outside;   // then its key in the book
    Key referral{};
    Key agreement{};
    std::string basis;     // key of the list "package_basis"
    Kept reason;
    std::vector<Key> consented;  // parties
    std::vector<PackagePart> parts;
    std::string hash;      // of the whole file
};
BOOST_DESCRIBE_STRUCT(PackageSent, (), (package, kind, organisation, outside, referral, agreement, basis, reason, consented, parts, hash))
inline void evolve(dispute::Dispute&, PackageSent const&, dispute::Moment const&) {}  // the pages are all there is

// The rows, read off the page; the same on writing and in `verify`.
struct PackageRow {
    Key id{};
    Key dispute{};
    std::int64_t n = 0;
    std::optional<Key> organisation, referral, agreement;
    Instant sent_at;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(PackageRow, (), (id, dispute, n, organisation, referral, agreement, sent_at, hash))
PackageRow row_of(PackageSent const&, Key dispute, std::int64_t n, Instant sent_at);

struct PackagePartRow {
    Key id{};
    Key package{};
    std::int64_t n = 0;
    std::string name, hash;
    std::optional<Key> upload;
    std::optional<std::string> sealed;
};
BOOST_DESCRIBE_STRUCT(PackagePartRow, (), (id, package, n, name, hash, upload, sealed))

// What a sealed part is bound to.
std::string place_of_part(Key part);

}  // namespace maple::documents

namespace maple {
class Vault;
namespace sql {
class Session;
}
namespace documents {
// Seals the parts with the newest key of the vault; returns how many.
std::int64_t seal_packages_anew(sql::Session&, Vault const&);
}  // namespace documents
}  // namespace maple
