// The forms as a table: every paper of the dossier (domain.md 3.8) and every letter of section 2,
// a row each. What a form says is its template and the makers of its values; when it can be
// printed, whether the dossier needs it and whether it is there are questions of a dispute's facts.
#pragma once
#include "dispute/dispute.hpp"
#include "documents/paper.hpp"

#include <span>

namespace maple::documents {

using dispute::Dispute;

struct Reading;
using Maker = void (*)(Reading const&, Values&);  // reading.hpp

// The parts of the dossier, in its order.
enum class Group { opening, talks, result, performance, court, letters, safety, binding };
BOOST_DESCRIBE_ENUM(Group, opening, talks, result, performance, court, letters, safety, binding)

// What a form is made out about; one paper for each.
enum class About { dispute, party, session, agreement, obligation, visit, confirmation, call, referral, risk };
BOOST_DESCRIBE_ENUM(About, dispute, party, session, agreement, obligation, visit, confirmation, call, referral, risk)

// Whether it may go into a package for a court or another body (JI22 art. 107, SPC16 art. 22).
// A form of which nobody has said anything is guarded.
enum class PaperClass { guarded, open };
BOOST_DESCRIBE_ENUM(PaperClass, guarded, open)

// Whom the paper reaches: every party; one side alone; the body that it is sent to; the dossier alone.
enum class Reach { parties, own, authority, office };
BOOST_DESCRIBE_ENUM(Reach, parties, own, authority, office)

// One paper: a form about a subject, and whether anything was filled in by hand.
struct FormOf {
    Dispute const& d;
    Key subject{};
    bool filled = false;
};

// A value that is filled in by hand: at the form itself, or in the rows of a section.
struct Field {
    std::string section;  // "" for the form itself
    std::string key;
    bool personal = false;  // a contact or an identity number: encrypted, for who may ask for contacts
    bool lines = false;     // several lines
    bool grows = false;     // rows are added by hand
};

struct FormRow {
    std::string_view key;     // of the template
    Group group{};
    std::string_view number;  // in the dossier (domain.md 3.8); "" for none
    About about{};
    std::string_view article;
    PaperClass paper_class{};
    Reach reach{};
    std::string_view signs;   // who signs, words of the list "signs"
    std::string_view none;    // why there is no such paper when there is nothing to make it out about
    bool (*concerns)(FormOf const&) = nullptr;              // which subjects; null for all of them
    std::string_view (*hindrance)(FormOf const&) = nullptr;  // why it cannot be printed now; "" or null when it can
    bool (*needed)(FormOf const&) = nullptr;                // null: as needed
    bool (*there)(FormOf const&) = nullptr;                 // null: as soon as it can be printed
    std::string_view deed = {};                           // what makes it, when it is missing
    bool particulars = false;  // names the parties in full: identity numbers, addresses, phones (PML art. 29)
    bool by_desk = false;      // made out in the name of the acceptance desk
    std::vector<Maker> makers = {};
    std::vector<Field> by_hand = {};
};

std::span<FormRow const> forms_table();
FormRow const* find_form(std::string_view key);

// What a form can be made out about; the dispute itself is no key.
std::vector<Key> subjects_of(Dispute const&, FormRow const&);
std::string_view hindrance(FormRow const&, FormOf const&);
bool is_needed(FormRow const&, FormOf const&);
bool is_there(FormRow const&, FormOf const&);
Field const* field(FormRow const&, std::string_view section, std::string_view key);

// Whether a copy may be given to this party: never what one side filled in, asked for or was told,
// nor a report to an authority, to the other side.
bool may_be_given(FormRow const&, Dispute const&, Key subject, Key party);

}  // namespace maple::documents
