// The only place that knows every room: the catalogue of all routes.
#pragma once
#include "api/route.hpp"

namespace maple::app {
api::Catalogue all_rooms();
}
