// Printing: the six forms of a dispute as fragments for A4 pages. Who may read the dispute
// may print it.
#pragma once
#include "api/route.hpp"

namespace maple::documents {

api::Room room();

}  // namespace maple::documents
