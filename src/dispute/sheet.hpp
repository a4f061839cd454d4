// The small dossiers beside disputes.
#pragma once
#include "access/sheet.hpp"
#include "dispute/dispute.hpp"

namespace maple::dispute {
using access::Sheet;
}
