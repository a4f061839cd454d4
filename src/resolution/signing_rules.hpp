// Who may sign for whom, by a link, on the tablet or on paper, and what may not be signed by a link at all. Pure.
#pragma once
#include "dispute/signing.hpp"
#include "law/book.hpp"
#include "resolution/events.hpp"

namespace maple::resolution {

// Whoever may lead the pen for a party, and by which name; "" where none is on file.
struct Signer {
    dispute::SignsAs as{};
    std::string name;
};

// Civil Code 19, 20, 23: a guardian for who cannot act alone; an organisation through its
// representative (61); an agent where one was named (161); of a group one member for himself.
// With the names filled in.
std::vector<Signer> signers_of(dispute::Party const& named, Key member);

// Who signed the paper, told by role or name; told neither, whoever comes first, which of a group noted
// as a whole are those who speak for it. Refuses: not_this_signer, not_the_signers_name.
Result<Signer> signer_on_paper(dispute::Party const& named, Key member, std::optional<dispute::SignsAs> as, std::string_view name);

// Why these terms are signed on paper alone (ESL art. 3): "personal_relations" for the kind of
// dispute, "marriage", "adoption" or "inheritance" for what the text is about; "" when they may be
// signed electronically. The words stand in the rule pack.
std::string_view paper_alone(law::Book const&, std::string_view kind, std::string_view text);

// Refuses: agreement.unknown, agreement.effective, an oral one, a party that is not of the
// agreement or cannot act, a group without a member, who has signed already, and marriage,
// adoption and inheritance.
Result<LinkMade> make_link(Dispute const&, law::Book const&, Key agreement, dispute::SigningLink, std::string_view text);

// Refuses: signing.unknown_link, a link that leads nowhere any more.
Result<LinkRevoked> revoke_link(Dispute const&, Key link, Instant now);

// What the signer sends.
struct PenInHand {
    std::string seen;                  // Agreement::text of the text that he read
    bool agrees = false;               // has read it, signs electronically, knows what follows
    std::optional<dispute::SignsAs> as;
    std::string name;                  // typed; "" when it is drawn
    bool drawn = false;
};
// Refuses: a link that leads nowhere, a text that was changed since it was opened, a name that is
// not the signer's, neither drawing nor name, and what `sign` refuses. The pen is filled in but for
// what is kept beside the page.
Result<Signed> sign_by_link(Dispute const& named, law::Book const&, Key link, PenInHand const&, std::string_view text, Instant now);

// "I do not agree". Refuses: a link that leads nowhere, another text.
Result<SigningDeclined> decline(Dispute const&, Key link, std::string const& seen, Kept reason, Instant now);

}  // namespace maple::resolution
