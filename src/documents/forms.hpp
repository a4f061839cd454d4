// The papers of a dispute, made out: what is offered, what can be filled in by hand, and the values
// of one form. What one side said alone is on none of them, whoever prints.
#pragma once
#include "dispute/view.hpp"
#include "documents/dossier.hpp"
#include "documents/paper.hpp"

namespace maple::documents {

// A form that could be printed now, or why it cannot be.
struct FormOffer {
    std::string form;
    std::optional<Key> subject;   // what it is made out about, where that is not the dispute itself
    Group group{};
    std::string number;           // in the dossier's order; "" for none
    std::string title;
    std::string about;            // of several: "20 November 2023, joint session"
    PaperClass paper_class{};     // open: may go to a court or another body
    Reach reach{};                // whom a copy may be given to
    std::string signs;            // who signs it
    std::optional<dispute::ArticleView> article;
    bool needed = false;          // by this dossier, as it stands
    bool there = false;
    bool available = false;
    std::optional<std::string> reason;
    bool fillable = false;        // some of it is filled in by hand
    bool filled = false;
    std::vector<std::string> languages;  // it exists in: "zh", "en", "ug"
    std::vector<std::string> wanted;     // by parties that it reaches and that read another language than Chinese
};
BOOST_DESCRIBE_STRUCT(FormOffer, (), (form, subject, group, number, title, about, paper_class, reach, signs, article, needed, there,
                                      available, reason, fillable, filled, languages, wanted))

// A needed paper that is not there, and the deed that makes it.
struct MissingPaper {
    std::string form;
    std::optional<Key> subject;
    std::string title, about;
    std::string deed, says;
    bool mine = false;  // this reader may do it now
};
BOOST_DESCRIBE_STRUCT(MissingPaper, (), (form, subject, title, about, deed, says, mine))

struct Forms {
    std::string number;
    std::vector<FormOffer> forms;
    std::int64_t needed = 0, there = 0;  // papers
    std::vector<MissingPaper> missing;
    bool may_fill = false;  // this reader, by hand, now
};
BOOST_DESCRIBE_STRUCT(Forms, (), (number, forms, needed, there, missing, may_fill))

// In the order of the dossier; `dispute` with the words that this reader may see.
Forms forms_of(Desk&, Dispute const&);

// A value that is filled in by hand, and what the program would print without it.
struct FormField {
    std::string section, row, key;
    std::string name;       // what is asked for
    std::string about;      // of a row: what it is about
    std::string text;       // filled in
    std::string suggested;  // printed while nothing is filled in
    bool lines = false;
};
BOOST_DESCRIBE_STRUCT(FormField, (), (section, row, key, name, about, text, suggested, lines))

// A section to which rows are added: what each row asks for.
struct FormRows {
    std::string section, name;
    std::vector<FormField> columns;
};
BOOST_DESCRIBE_STRUCT(FormRows, (), (section, name, columns))

struct FormChange {
    Instant at;
    std::string person_name;
    std::vector<std::string> names;
};
BOOST_DESCRIBE_STRUCT(FormChange, (), (at, person_name, names))

struct FormFields {
    std::string form;
    std::optional<Key> subject;
    std::string title, about;
    std::int64_t version = 0;  // of the dispute
    std::string says;          // what has to be minded with this form; "" for nothing
    std::vector<FormField> fields;
    std::vector<FormRows> rows;
    std::vector<FormChange> changes;  // newest first
};
BOOST_DESCRIBE_STRUCT(FormFields, (), (form, subject, title, about, version, says, fields, rows, changes))
// Refuses: document.unknown.
FormFields fields_of(Desk&, Dispute const&, FormRow const&, std::optional<Key> subject);

// Refuses: document.unknown (404).
FormRow const& known_form(std::string_view key);
// Refuses: document.unknown, a thing that this form is not made out about.
Key known_subject(Dispute const&, FormRow const&, std::optional<Key> subject);

// Fills in what this reader may see: contacts and numbers masked, nothing sealed, whoever reads.
void fill_masked(Desk&, Dispute&);

// Fills in the words that may stand on this form: sealed ones never, personal ones masked; on one
// that names the parties identity numbers, addresses and phones in full (PML art. 29) for those who
// work on the dispute. Returns whether anything personal was filled in in full.
bool fill_for_print(Desk&, Dispute&, FormRow const&);

// The values of a form in the desk's language; `dispute` with its words filled in.
// Refuses: document.unknown (404), document.not_yet (wrong stage), document.sealed.
Values values_of(Desk&, Dispute const&, FormRow const&, std::optional<Key> subject);
Values values_of(Desk&, Dispute const&, FormRow const&, std::optional<Key> subject, Fillings const&);

// The template as the binary carries it; nothing when the form is not there in this language.
std::optional<std::string_view> form_template(FormRow const&, Language);
std::string form_title(FormRow const&, Language);  // Chinese where it has no other

}  // namespace maple::documents
