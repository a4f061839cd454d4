// The papers of a person on the desk: opened, written on by events, put back. Putting them
// back writes the pages, the texts beside them, the rows that changed and the line of the
// roll, in the open transaction. No policy is asked here: sight.hpp does.
#pragma once
#include "access/journal.hpp"
#include "registry/keep.hpp"
#include "workforce/events.hpp"

namespace maple::workforce {

// The papers as the tables have them; texts carry their words and no key.
Papers read_papers(Desk&, Key person);  // refuses: person.unknown
// The papers on the day when somebody was registered.
Papers papers_of(registry::PersonRegistered const&);
// The rows that the papers add up to.
Service service_in(Key person, Papers const&);

class Folder {
public:
    // Whoever is second waits here until the first is done. Refuses: person.unknown.
    static Folder open(Desk&, Key person);
    // Of somebody who was registered in this very transaction and has one page.
    static Folder fresh(Desk&, registry::Person const&, std::vector<registry::Service> const&);
    // Of everybody below a scope whose certificate only the roll knows of: nothing else is read.
    static std::vector<Folder> without_card(Desk&, std::string const& scope);

    Papers const& operator*() const { return papers_; }
    Papers const* operator->() const { return &papers_; }
    Key person() const { return person_; }
    Service service() const { return service_in(person_, papers_); }
    Desk& desk() const { return *desk_; }

    Kept keep(std::string_view label, std::string_view text, access::Secrecy = access::Secrecy::open);
    template <class E> void record(E const& event)
    {
        evolve(papers_, event);
        note(E::deed, access::PageBody::of(event));
    }
    void put_back();

private:
    friend void put_back(Desk&, std::vector<Folder>&);
    Folder(Desk& desk, Key person, Papers papers, std::int64_t pages)
        : desk_(&desk), person_(person), read_(papers), papers_(std::move(papers)), pages_so_far_(pages)
    {}
    void note(std::string_view deed, access::PageBody body);
    bool roll_changed() const;

    Desk* desk_;
    Key person_;
    Papers read_, papers_;
    std::int64_t pages_so_far_;
    std::vector<access::PageToWrite> pages_;
    std::vector<access::WordsToKeep> words_;
};

// Many at once, in few round trips.
void put_back(Desk&, std::vector<Folder>&);

// --- Rows and papers --------------------------------------------------------------------

Certificate row_of(Key person, CertificatePaper const&);
Absence row_of(Key person, AbsencePaper const&);
GradeHeld row_of(Key person, GradePaper const&);
HonourHeld row_of(std::optional<Key> person, std::optional<Key> organisation, HonourPaper const&);

}  // namespace maple::workforce
