// What people see of packages: what may go, to whom, and what went.
#pragma once
#include "dispute/view.hpp"
#include "documents/forms.hpp"
#include "documents/package/making.hpp"
#include "documents/package/rules.hpp"

namespace maple::documents {

struct PackageFile {
    std::string name, title;
    std::int64_t bytes = 0;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(PackageFile, (), (name, title, bytes, hash))

struct PackageView {
    Key id{};
    PackageKind kind{};
    std::string to, number, from, reference;
    std::string basis;                      // in words
    std::optional<dispute::ArticleView> article;
    std::optional<std::string> reason;      // for who sees names
    std::vector<std::string> consented;     // names, likewise
    Instant sent_at;
    std::string sent_by_name;
    std::vector<PackageFile> files;
    std::int64_t bytes = 0;
    std::string hash;
    bool changed_since = false;             // the dispute has gone on: what was sent stays as it was
};
BOOST_DESCRIBE_STRUCT(PackageView, (), (id, kind, to, number, from, reference, basis, article, reason, consented, sent_at, sent_by_name,
                                        files, bytes, hash, changed_since))

// As its page tells it.
struct SentPackage {
    PackageSent sent;
    Key dispute{};
    std::int64_t n = 0;
    Instant at;
    Key person{};
};
SentPackage sent_package(Desk&, PackageRow const&);
PackageView package_view(Desk&, Dispute const&, SentPackage const&, bool personal);

struct BasisView {
    std::string key, name;
    std::optional<dispute::ArticleView> article;
    bool consent = false;
};
BOOST_DESCRIBE_STRUCT(BasisView, (), (key, name, article, consent))

// A body that has to do with the dispute: it handed it over, takes it on, or was called.
struct RecipientView {
    Key organisation{};
    std::string name, why;
    std::vector<BasisView> bases;
};
BOOST_DESCRIBE_STRUCT(RecipientView, (), (organisation, name, why, bases))

struct PackableForm {
    std::string form;
    std::optional<Key> subject;
    std::string number, title, about;
    bool ready = false;
    std::optional<std::string> reason;      // why it cannot go in
};
BOOST_DESCRIBE_STRUCT(PackableForm, (), (form, subject, number, title, about, ready, reason))

struct PackablePaper {
    Key paper{};
    std::string title;
    papers::Kind kind{};
    std::string kind_name;
    std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(PackablePaper, (), (paper, title, kind, kind_name, size))

struct ConsentingParty {
    Key party{};
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ConsentingParty, (), (party, name))

struct PackagesView {
    std::vector<PackageView> packages;      // the newest first
    std::vector<RecipientView> recipients;
    std::vector<PackableForm> forms;        // open ones alone: a guarded form cannot be named here
    std::vector<PackablePaper> papers;
    std::vector<ConsentingParty> parties;
    std::vector<std::string> kept_back;     // titles of what never goes, so that nobody looks for it
    bool may_send = false;
};
BOOST_DESCRIBE_STRUCT(PackagesView, (), (packages, recipients, forms, papers, parties, kept_back, may_send))

struct PacketPaper {
    std::string form;
    std::optional<Key> subject;
    std::string title, about;
    bool required = false, there = false;
    std::optional<std::string> reason;      // why it is not there
    std::optional<dispute::ArticleView> article;
    bool fillable = false;                  // it is filled in by hand
};
BOOST_DESCRIBE_STRUCT(PacketPaper, (), (form, subject, title, about, required, there, reason, article, fillable))

struct PacketView {
    std::string court;                      // "" while the parties have not chosen
    std::vector<PacketPaper> papers;        // in the court's order
    std::vector<PackablePaper> identity;    // that were brought, and go in too
    std::vector<PackablePaper> scans;       // of the signed agreement, likewise, beside the printed one
    bool wants_scan = false;                // somebody signed on paper, and there is none
    std::int64_t lacks = 0;
    bool may_send = false;
};
BOOST_DESCRIBE_STRUCT(PacketView, (), (court, papers, identity, scans, wants_scan, lacks, may_send))

PackagesView packages_view(Desk&, Dispute const&);
PacketView packet_view(Desk&, Dispute const&, dispute::Agreement const&);

// The packet's forms that are there, with scans of the signed agreement and identity papers in their
// place; and what it lacks.
struct PacketContents {
    std::vector<Packed> papers;
    std::vector<PacketLine> lacking;
};
PacketContents packet_contents(Desk&, Dispute const&, dispute::Agreement const&);

}  // namespace maple::documents
