// The chapters of a rule pack: one file each, read into one book.
#pragma once
#include "law/handing_over.hpp"
#include "law/practice.hpp"
#include "law/quality.hpp"
#include "law/reading.hpp"
#include "law/roads.hpp"

namespace maple::law {

// What an entry points to, checked when everything has been read.
struct Reference {
    std::string file;
    std::size_t line;
    std::string to;   // "statute", "clock", or the list of choices
    std::string key;
};

struct Reading {
    Book book;
    Faults faults;
    std::vector<Reference> references;
    std::shared_ptr<Practice> practice = std::make_shared<Practice>();
    std::shared_ptr<Roads> roads = std::make_shared<Roads>();
    std::shared_ptr<Quality> quality = std::make_shared<Quality>();
    std::shared_ptr<HandingOver> handing_over = std::make_shared<HandingOver>();

    void refer(Entry const& entry, std::string_view at, std::string to, std::string key)
    {
        if (!key.empty()) references.push_back({entry.file(), entry.line_of(at), std::move(to), std::move(key)});
    }
};

// Keys of one list are told apart; the second one is at fault.
class Once {
public:
    void see(Entry& entry, std::string_view at, std::string const& key)
    {
        if (key.empty()) return;
        auto const [first, fresh] = lines_.emplace(key, entry.line_of(at));
        if (!fresh) entry.fault(at, "'" + key + "' stands already on line " + std::to_string(first->second));
    }

private:
    std::map<std::string, std::size_t> lines_;
};

Choice read_choice(Entry&, Reading&);      // key, name, statute
std::string statute_of(Entry&, Reading&);  // "statute" of an entry, "" when it has none
// The keys that an entry lists under `at`; each must stand in the list of choices.
std::vector<std::string> choices_of(Entry&, std::string_view at, std::string_view list, Reading&);

void read_pack(Entry&, Reading&);
void read_numbering(Entry&, Reading&);
void read_kinds(Entry&, Reading&);
void read_clocks(Entry&, Reading&);
void read_calendar(Entry&, Reading&);
void read_statutes(Entry&, Reading&);
void read_reasons(Entry&, Reading&);
void read_methods(Entry&, Reading&);
void read_safety(Entry&, Reading&);
void read_grading(Entry&, Reading&);
void read_people(Entry&, Reading&);
void read_grades(Entry&, Reading&);
void read_honours(Entry&, Reading&);
void read_assigning(Entry&, Reading&);
void read_agreement(Entry&, Reading&);
void read_court_outlook(Entry&, Reading&);
void read_phrases(Entry&, Reading&);
void read_roads(Entry&, Reading&);
void read_quality(Entry&, Reading&);
void read_courts(Entry&, Reading&);
void read_packages(Entry&, Reading&);
void read_reminders(Entry&, Reading&);

}  // namespace maple::law
