// What can happen to an agreement (化解): drafted, signed, sealed, or reached by word of
// mouth; and to each promise in it. A broken promise may still be kept, late.
#pragma once
#include "dispute/dispute.hpp"

namespace maple::resolution {

using dispute::Dispute;
using dispute::Moment;

struct AgreementDrafted {  // a draft with the same id replaces the one before and its signatures
    static constexpr std::string_view deed = "resolution.agreement_drafted";
    dispute::Agreement agreement;
};
BOOST_DESCRIBE_STRUCT(AgreementDrafted, (), (agreement))

struct Signed {
    static constexpr std::string_view deed = "resolution.signed";
    Key agreement{};
    Key party{};
    dispute::Signing manner{};
};
BOOST_DESCRIBE_STRUCT(Signed, (), (agreement, party, manner))

struct MediatorSigned {
    static constexpr std::string_view deed = "resolution.mediator_signed";
    Key agreement{};
};
BOOST_DESCRIBE_STRUCT(MediatorSigned, (), (agreement))

struct Sealed {
    static constexpr std::string_view deed = "resolution.sealed";
    Key agreement{};
    Key committee{};
    std::string number;
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (agreement, committee, number))

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
};
BOOST_DESCRIBE_STRUCT(ConfirmationApplied, (), (agreement, applicants, court))

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

void evolve(Dispute&, AgreementDrafted const&, Moment const&);
void evolve(Dispute&, Signed const&, Moment const&);
void evolve(Dispute&, MediatorSigned const&, Moment const&);
void evolve(Dispute&, Sealed const&, Moment const&);
void evolve(Dispute&, OrallyAgreed const&, Moment const&);
void evolve(Dispute&, Performed const&, Moment const&);
void evolve(Dispute&, Waived const&, Moment const&);
void evolve(Dispute&, Breached const&, Moment const&);
void evolve(Dispute&, ConfirmationApplied const&, Moment const&);
void evolve(Dispute&, ConfirmationDocketed const&, Moment const&);
void evolve(Dispute&, ConfirmationRuled const&, Moment const&);

using Events = boost::mp11::mp_list<AgreementDrafted, Signed, MediatorSigned, Sealed, OrallyAgreed, Performed, Waived, Breached,
                                    ConfirmationApplied, ConfirmationDocketed, ConfirmationRuled>;

// PML art. 29: the day all parties and the mediator have signed and the seal is on it.
std::optional<Instant> effective_at(dispute::Agreement const&);

}  // namespace maple::resolution
