// How a person stands on a day: plain facts from the roll and the tables of this room, for
// whoever appoints, proposes or counts.
#pragma once
#include "access/desk.hpp"
#include "workforce/words.hpp"

#include <map>

namespace maple::workforce {

Standing standing(Desk&, Key person, Date);  // refuses: person.unknown (404)
// Of many at once, in a few statements; keys that nobody bears are left out.
std::map<Key, Standing> standings(Desk&, std::vector<Key> const&, Date);

// Refuses certificate.stops_recording: whoever is here bears a certificate that has expired,
// and the rule pack says that records wait until it is renewed.
void may_write_records(Desk&);

// The rows behind it.
Service service_of(Desk&, Key person);
std::map<Key, Service> services_of(Desk&, std::vector<Key> const&);

}  // namespace maple::workforce
