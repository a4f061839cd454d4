#include "foundation/month.hpp"
#include "foundation/refusal.hpp"
#include "foundation/time.hpp"

namespace maple {

void must_be_month(std::string_view at, std::string_view month)
{
    if (!date_from_iso(std::string(month) + "-01")) throw Refused(refuse_field(std::string(at), "not_a_month"));
}

}  // namespace maple
