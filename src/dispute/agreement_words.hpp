// The words of an agreement: who owes whom what, who signed how, what each member of a group gets,
// and what the court said of it.
#pragma once
#include "dispute/words.hpp"

namespace maple::dispute {

// How a party puts its name under an agreement (PML art. 29).
enum class Signing { signature, fingerprint, seal, electronic };
BOOST_DESCRIBE_ENUM(Signing, signature, fingerprint, seal, electronic)

// Where the pen was led: on paper, that was noted afterwards; on the signer's own phone; on the
// committee's tablet, face to face.
enum class SigningWay { paper, phone, tablet };
BOOST_DESCRIBE_ENUM(SigningWay, paper, phone, tablet)

// For whom the signer speaks: for himself, as guardian or agent of a party, for an organisation, as
// a member of a group for his own share.
enum class SignsAs { self, guardian, agent, representative, member };
BOOST_DESCRIBE_ENUM(SignsAs, self, guardian, agent, representative, member)

enum class Manner { cash, transfer, delivery, repair, apology, restraint, other };
BOOST_DESCRIBE_ENUM(Manner, cash, transfer, delivery, repair, apology, restraint, other)

enum class Promise { open, performed, late, waived, breached };
BOOST_DESCRIBE_ENUM(Promise, open, performed, late, waived, breached)

struct Performance {  // one act of performance, or a part of one
    Instant at;
    std::optional<Fen> amount;
    KeptStory evidence;
};
BOOST_DESCRIBE_STRUCT(Performance, (), (at, amount, evidence))

struct Obligation {  // who owes whom what, in which manner, by when
    Key id{};
    Key from{};
    Key to{};
    KeptStory what;
    Manner manner{};
    std::optional<Fen> amount;
    Date due{};
    KeptAccount account;      // where money is to be paid, when it is transferred
    std::vector<Performance> performed;
    Promise state = Promise::open;
    std::optional<Instant> settled_at;  // performed in full, waived or breached
    std::string nature;       // key of the list "promise_nature": what it is for, where the law treats it apart
    KeptStory second;         // what, in the second language of the agreement
};
BOOST_DESCRIBE_STRUCT(Obligation, (), (id, from, to, what, manner, amount, due, account, performed, state, settled_at, nature, second))

// How a name came under an agreement.
struct Pen {
    SigningWay way{};
    SignsAs as{};
    Key member{};        // of a group, who signed; none: the party as a whole
    KeptName name;       // as the signer typed it
    KeptStrokes strokes;
    std::string text;    // hash of the exact text that it was put under (Agreement::text)
    Key witness{};       // who handed the tablet over, or noted the paper; none: nobody was there
    Key scan{};          // of the signed paper
    Key link{};
};
BOOST_DESCRIBE_STRUCT(Pen, (), (way, as, member, name, strokes, text, witness, scan, link))

struct Signature {
    Key party{};
    Signing manner{};
    Instant at;
    std::optional<Pen> pen;  // none: noted before ways were told apart
};
BOOST_DESCRIBE_STRUCT(Signature, (), (party, manner, at, pen))

// A signer's own way to one text: works once, for some days or on this tablet only, until it is
// revoked or the text changes.
struct SigningLink {
    Key id{};
    Key party{};
    Key member{};      // of a group
    SigningWay way{};
    std::string mark;  // hex SHA-256 of the token's blind hash
    std::string text;  // Agreement::text of the text that was offered
    Key made_by{};
    Instant made_at;
    Instant expires_at;
    std::optional<Instant> used_at;     // signed, or sent back
    std::optional<Instant> revoked_at;
};
BOOST_DESCRIBE_STRUCT(SigningLink, (), (id, party, member, way, mark, text, made_by, made_at, expires_at, used_at, revoked_at))

// "I do not agree": the text goes back to the mediator with a reason.
struct SigningDeclined {
    Key party{};
    Key member{};
    Instant at;
    KeptStory reason;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(SigningDeclined, (), (party, member, at, reason, text))

// A signature under a text that was changed afterwards: it holds for the text before alone.
struct SignatureVoided {
    Key party{};  // none: the mediator's
    Key member{};
    Instant signed_at;
    Instant voided_at;
};
BOOST_DESCRIBE_STRUCT(SignatureVoided, (), (party, member, signed_at, voided_at))

// The same terms in a second language, beside the Chinese; what is promised has its own in each
// obligation. It must be proof-read before anybody signs.
struct SecondText {
    Tongue language{};
    KeptStory facts;
    KeptStory terms;
    KeptStory breach;
    KeptName translator;
    KeptName proof_reader;         // none: nobody yet
    Tongue governs = Tongue::zh;   // which text decides where they differ, as the parties chose
};
BOOST_DESCRIBE_STRUCT(SecondText, (), (language, facts, terms, breach, translator, proof_reader, governs))

// How the court answered a joint application for judicial confirmation (CPL art. 206).
enum class Ruling { valid, dismissed, not_accepted, withdrawn };
BOOST_DESCRIBE_ENUM(Ruling, valid, dismissed, not_accepted, withdrawn)

// Which court the parties choose, and the facts from which the courts that may be asked follow (CPL
// art. 205; SPC05 art. 3 for the courts of the Production and Construction Corps).
struct CourtChoice {
    Key court{};                      // of the registry; none: one that is not in it
    std::string outside;              // key of a court of the book, when it is not in the registry
    std::string ground;               // key of the list "court_ground"
    std::vector<Key> corps;           // parties that belong to the Corps
    std::vector<Key> in_corps_zone;   // parties whose domicile lies where the Corps works, lives or manages
    KeptStory reason;                 // why this one, where there are several
    Instant at;
};
BOOST_DESCRIBE_STRUCT(CourtChoice, (), (court, outside, ground, corps, in_corps_zone, reason, at))

// From whom it is known when a party received the ruling: the court and its proof of service, the
// party as it told the office, or the party itself by the code of its receipt.
enum class ReceiptKnownFrom { court, party, code };
BOOST_DESCRIBE_ENUM(ReceiptKnownFrom, court, party, code)

// The day on which one applicant received the ruling: from it counts the time in which it may object
// (JI22 art. 372).
struct RulingReceipt {
    Key party{};
    Date on{};
    ReceiptKnownFrom known_from{};
};
BOOST_DESCRIBE_STRUCT(RulingReceipt, (), (party, on, known_from))

// Both parties together ask the court to confirm the agreement (PML art. 33).
struct Confirmation {
    std::vector<Key> applicants;
    Key court{};
    Instant applied_at;
    std::optional<Instant> docketed_at;
    std::string docket_number;
    std::optional<Ruling> ruling;
    std::optional<Instant> ruled_at;
    std::string reason;  // of a dismissal: key of the list "dismissal"
    std::string court_outside = {};  // key of a court of the book, when it is not in the registry
    std::vector<RulingReceipt> received = {};  // each applicant once, the day that was told last
};
BOOST_DESCRIBE_STRUCT(Confirmation, (), (applicants, court, applied_at, docketed_at, docket_number, ruling, ruled_at, reason, court_outside, received))

// Whether others whose rights an agreement touches were asked (CC art. 154; JI22 art. 358).
enum class ThirdParties { none_touched, heard, not_asked };
BOOST_DESCRIBE_ENUM(ThirdParties, none_touched, heard, not_asked)

// What one member of a group has of the money that is promised to the group as a whole.
struct Share {
    Key member{};
    Fen amount{};
};
BOOST_DESCRIBE_STRUCT(Share, (), (member, amount))

// How a group divides that money, as it was agreed (CC art. 517); a group that owes, what each of it pays.
struct GroupShares {
    Key party{};
    std::vector<Share> shares;
    KeptStory why;  // why they do not make the whole, where they do not
};
BOOST_DESCRIBE_STRUCT(GroupShares, (), (party, shares, why))

// Names that stand under an agreement although the file has others by now: one that was drawn up
// bears a party's name as it was written then; one that was signed, who acted for it, too.
struct NamesBorne {
    Key party{};
    KeptName name;
    KeptName represented_by;
    std::optional<Guardian> guardian;
    bool whole = false;  // the party had signed: who acted for it is as it was then
};
BOOST_DESCRIBE_STRUCT(NamesBorne, (), (party, name, represented_by, guardian, whole))

struct Agreement {
    Key id{};
    bool oral = false;
    std::string number;
    std::vector<Key> parties;
    KeptStory facts;      // main facts, issues, each side's responsibility
    KeptStory terms;
    KeptStory breach;     // what follows when it is not kept
    std::int64_t copies = 0;
    bool ends_dispute = true;  // false: a partial agreement, other issues stay open
    std::vector<Obligation> obligations;
    std::vector<Signature> signatures;
    std::optional<Instant> mediator_signed_at;
    std::optional<Instant> sealed_at;
    std::optional<Instant> reached_at;    // oral: the day the parties reached it
    std::optional<Instant> effective_at;  // computed (PML art. 29, 30), never typed
    bool asks_confirmation = false;       // the parties mean to ask the court together
    std::optional<ThirdParties> third_parties;
    std::optional<Confirmation> confirmation;
    std::optional<CourtChoice> court_choice;
    std::optional<SecondText> second;
    KeptStory text;                       // all that is signed, in all its languages, word for word
    std::vector<SigningLink> links;
    std::vector<SigningDeclined> declined;
    std::vector<SignatureVoided> voided;  // by a change of the text
    std::vector<Key> issues;              // of a part: which of the issues on the table it settles
    std::vector<GroupShares> shares;      // of the groups that say what each of their members gets
    std::vector<NamesBorne> names;        // of parties whose entry was mended since

    Agreement();  // what compilers make of so large a struct they make once (words.cpp)
    Agreement(Agreement const&);
    Agreement(Agreement&&) noexcept;
    Agreement& operator=(Agreement const&);
    Agreement& operator=(Agreement&&) noexcept;
    ~Agreement();
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (id, oral, number, parties, facts, terms, breach, copies, ends_dispute, obligations,
                                      signatures, mediator_signed_at, sealed_at, reached_at, effective_at, asks_confirmation,
                                      third_parties, confirmation, court_choice, second, text, links, declined, voided,
                                      issues, shares, names))

}  // namespace maple::dispute
