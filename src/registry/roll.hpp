// The roll: finding organisations, people and divisions. Nothing personal lies here but
// what staff show to parties: a name and an office phone, which is opened where it is shown (phone.hpp).
#pragma once
#include "access/desk.hpp"
#include "registry/words.hpp"

namespace maple::registry {

Organisation organisation(Desk&, Key);                        // refuses: organisation.unknown (404)
std::optional<Organisation> find_organisation(Desk&, Key);
std::vector<Organisation> organisations(Desk&, std::vector<Key> const&);     // those that exist
std::vector<Organisation> all_organisations(Desk&, std::string_view below = "/");  // open ones, in the order of paths
// The open ones of a place; instead of one that was merged, who goes on with its work.
std::vector<Organisation> organisations_of_division(Desk&, std::string_view code);

Person person(Desk&, Key);                                    // refuses: person.unknown (404)
std::optional<Person> find_person(Desk&, Key);
std::string person_name(Desk&, Key);                          // "" for nobody and for who is not on the roll
std::vector<Person> people(Desk&, std::vector<Key> const&);
std::vector<Person> mediators_of(Desk&, Key organisation);    // serving now, by collation of names
// With an account as adviser there or above, serving now, by collation of names.
std::vector<Person> advisers_of(Desk&, Key organisation);
std::vector<Person> people_of(Desk&, Key organisation);       // the same of everybody who serves there

std::optional<Division> division(Desk&, std::string_view code);
std::vector<Division> divisions(Desk&);
// "克拉玛依区迎宾街道汇福社区", the names from district down to the code's division; in English
// from the small to the large.
std::string division_name(Desk&, std::string_view code);
// An organisation's name in the reader's language, where it has one.
std::string called(Desk const&, Organisation const&);

// The committee whose seal, number and statistics stand for an organisation: itself, or
// for a room the committee it belongs to. Refuses: organisation.no_committee.
Organisation committee_of(Desk&, Organisation const&);

// The organisation that receives what is requested in a place: the judicial office or
// centre of the subdistrict. Refuses: division.no_desk.
Organisation acceptance_desk_for(Desk&, std::string_view division);
// The committee of a community; nothing when it has none.
std::optional<Organisation> committee_for(Desk&, std::string_view division);

// The next number of a series ("acceptance", "dossier", "agreement") of an organisation in
// a year: allocated in the open transaction, so never twice and never with a gap.
std::int64_t next_number(Desk&, Key organisation, int year, std::string_view series);

}  // namespace maple::registry
