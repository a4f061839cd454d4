// What can happen to an agreement (化解): drafted, signed, sealed, or reached by word of
// mouth; and to each promise in it. A broken promise may still be kept, late.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::resolution {

using dispute::Dispute;
using dispute::Moment;

// A draft with the same id replaces the one before: its signatures hold no more, its links lead
// nowhere.
struct AgreementDrafted {
    static constexpr std::string_view deed = "resolution.agreement_drafted";
    dispute::Agreement agreement;
};
BOOST_DESCRIBE_STRUCT(AgreementDrafted, (), (agreement))

struct LinkMade {
    static constexpr std::string_view deed = "resolution.link_made";
    Key agreement{};
    dispute::SigningLink link;
};
BOOST_DESCRIBE_STRUCT(LinkMade, (), (agreement, link))

struct LinkRevoked {
    static constexpr std::string_view deed = "resolution.link_revoked";
    Key link{};
};
BOOST_DESCRIBE_STRUCT(LinkRevoked, (), (link))

struct Signed {
    static constexpr std::string_view deed = "resolution.signed";
    Key agreement{};
    Key party{};
    dispute::Signing manner{};
    std::optional<dispute::Pen> pen;
};
BOOST_DESCRIBE_STRUCT(Signed, (), (agreement, party, manner, pen))

struct SigningDeclined {
    static constexpr std::string_view deed = "resolution.signing_declined";
    Key agreement{};
    Key party{};
    Key member{};
    Key link{};
    Kept reason;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(SigningDeclined, (), (agreement, party, member, link, reason, text))

struct MediatorSigned {
    static constexpr std::string_view deed = "resolution.mediator_signed";
    Key agreement{};
    std::string text;  // Agreement::text, as in each pen
};
BOOST_DESCRIBE_STRUCT(MediatorSigned, (), (agreement, text))

struct Sealed {
    static constexpr std::string_view deed = "resolution.sealed";
    Key agreement{};
    Key committee{};
    std::string number;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (agreement, committee, number, text))

struct OrallyAgreed {
    static constexpr std::string_view deed = "resolution.orally_agreed";
    dispute::Agreement agreement;
};
BOOST_DESCRIBE_STRUCT(OrallyAgreed, (), (agreement))

struct Performed {
    static constexpr std::string_view deed = "resolution.performed";
    Key obligation{};
    std::optional<Fen> amount;
    bool in_full = false;
    Kept evidence;
};
BOOST_DESCRIBE_STRUCT(Performed, (), (obligation, amount, in_full, evidence))

struct Waived {
    static constexpr std::string_view deed = "resolution.waived";
    Key obligation{};
    Key by{};               // the party to which it is owed
    dispute::By said{};     // how it said so
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(Waived, (), (obligation, by, said, reason))

struct Breached {
    static constexpr std::string_view deed = "resolution.breached";
    Key obligation{};
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(Breached, (), (obligation, reason))

// Judicial confirmation (PML art. 33).
struct ConfirmationApplied {
    static constexpr std::string_view deed = "resolution.confirmation_applied";
    Key agreement{};
    std::vector<Key> applicants;
    Key court{};
    std::string court_outside = {};  // key of a court of the book, when it is not in the registry
};
BOOST_DESCRIBE_STRUCT(ConfirmationApplied, (), (agreement, applicants, court, court_outside))

// The parties choose among the courts that may be asked (CPL art. 205).
struct CourtChosen {
    static constexpr std::string_view deed = "resolution.court_chosen";
    Key agreement{};
    dispute::CourtChoice choice;
};
BOOST_DESCRIBE_STRUCT(CourtChosen, (), (agreement, choice))

struct ConfirmationDocketed {
    static constexpr std::string_view deed = "resolution.confirmation_docketed";
    Key agreement{};
    std::string number;
};
BOOST_DESCRIBE_STRUCT(ConfirmationDocketed, (), (agreement, number))

struct ConfirmationRuled {
    static constexpr std::string_view deed = "resolution.confirmation_ruled";
    Key agreement{};
    dispute::Ruling ruling{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ConfirmationRuled, (), (agreement, ruling, reason))

// When an applicant received the ruling; told again, the day before it was wrong.
struct RulingReceived {
    static constexpr std::string_view deed = "resolution.ruling_received";
    Key agreement{};
    dispute::RulingReceipt receipt;
};
BOOST_DESCRIBE_STRUCT(RulingReceived, (), (agreement, receipt))

void evolve(Dispute&, AgreementDrafted const&, Moment const&);
void evolve(Dispute&, LinkMade const&, Moment const&);
void evolve(Dispute&, LinkRevoked const&, Moment const&);
void evolve(Dispute&, Signed const&, Moment const&);
void evolve(Dispute&, SigningDeclined const&, Moment const&);
void evolve(Dispute&, MediatorSigned const&, Moment const&);
void evolve(Dispute&, Sealed const&, Moment const&);
void evolve(Dispute&, OrallyAgreed const&, Moment const&);
void evolve(Dispute&, Performed const&, Moment const&);
void evolve(Dispute&, Waived const&, Moment const&);
void evolve(Dispute&, Breached const&, Moment const&);
void evolve(Dispute&, CourtChosen const&, Moment const&);
void evolve(Dispute&, ConfirmationApplied const&, Moment const&);
void evolve(Dispute&, ConfirmationDocketed const&, Moment const&);
void evolve(Dispute&, ConfirmationRuled const&, Moment const&);
void evolve(Dispute&, RulingReceived const&, Moment const&);

using Events = boost::mp11::mp_list<AgreementDrafted, LinkMade, LinkRevoked, Signed, SigningDeclined, MediatorSigned, Sealed, OrallyAgreed,
                                    Performed, Waived, Breached, CourtChosen, ConfirmationApplied, ConfirmationDocketed, ConfirmationRuled,
                                    RulingReceived>;

// PML art. 29: the day all parties and the mediator have signed and the seal is on it.
std::optional<Instant> effective_at(Dispute const&, dispute::Agreement const&);

}  // namespace maple::resolution
