// The page of a signer: what he promises himself first, then what he gets, then the whole text.
#pragma once
#include "access/desk.hpp"
#include "dispute/signing.hpp"
#include "resolution/text.hpp"

namespace maple::resolution {

struct SignerPromise {
    std::string who, to, what;
    std::string second;  // what, in the second language; "" where there is none
    std::string manner;
    std::optional<Fen> amount;
    Date due{};
};
BOOST_DESCRIBE_STRUCT(SignerPromise, (), (who, to, what, second, manner, amount, due))

struct SignerChoice {
    dispute::SignsAs as{};
    std::string as_name;
    std::string name;  // that is to be typed; "" where none is on file
};
BOOST_DESCRIBE_STRUCT(SignerChoice, (), (as, as_name, name))

struct OtherSigner {
    std::string name;
    std::optional<Instant> signed_at;
};
BOOST_DESCRIBE_STRUCT(OtherSigner, (), (name, signed_at))

// Of a link that opens nothing any more only how that came about and whom to call.
struct SigningPage {
    dispute::LinkState state{};
    dispute::SigningWay way{};
    std::optional<Instant> signed_at;     // by this link
    bool sent_back = false;               // by this link: "I do not agree"
    std::string organisation_name, phone;
    std::optional<std::string> mediator_name;
    std::string my_name;                  // the party's, or the member's
    std::vector<SignerChoice> signs_as;
    std::vector<SignerPromise> i_promise, i_get, among_others;
    std::vector<Clause> clauses;          // the whole text, Chinese beside the second language
    std::optional<dispute::Tongue> second_language;
    std::optional<dispute::Tongue> governs;
    dispute::Tongue language{};           // of the party
    std::string text;                     // which text this is: sent back with the signature
    std::vector<OtherSigner> others;
    bool partial = false;                 // other issues stay open
    bool wants_digits = false;            // the last four digits of the phone on file
    bool voided = false;                  // an earlier signature of this signer holds no more: the text was changed
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(SigningPage, (), (state, way, signed_at, sent_back, organisation_name, phone, mediator_name, my_name, signs_as,
                                        i_promise, i_get, among_others, clauses, second_language, governs, language, text, others,
                                        partial, wants_digits, voided, expires_at))

// `d` as it was read; a signer reads names and terms, as on the page of his own matter.
SigningPage signing_page(Desk&, dispute::Dispute d, Key link);

// Open texts filled in: names and what was agreed, nothing that was said alone and no contact.
void fill_open(Desk&, dispute::Dispute&);

}  // namespace maple::resolution
