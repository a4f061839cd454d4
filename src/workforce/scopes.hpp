// Where trainings and complaints lie in the tree of organisations. Their rows keep the path of
// today, their state keeps none: it is what the registry says when they are opened.
#pragma once
#include "registry/standing.hpp"
#include "workforce/complaint.hpp"
#include "workforce/training.hpp"

namespace maple::workforce {

Training training_from(Desk&, std::string_view state);
Complaint complaint_from(Desk&, std::string_view state);

// What moved takes its rows along (app/offices/moving).
void move_scopes(Desk&, registry::PathChange const&);

}  // namespace maple::workforce
