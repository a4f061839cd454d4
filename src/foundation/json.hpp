// JSON values are Boost.JSON's; the library itself is linked, not compiled in.
#pragma once
#include <boost/json.hpp>

namespace maple {
namespace json = boost::json;
}
