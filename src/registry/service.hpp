// What a person serves as; one may be several things.
#pragma once
#include <boost/describe.hpp>

namespace maple::registry {

enum class Service { mediator, informant, officer, staff };
BOOST_DESCRIBE_ENUM(Service, mediator, informant, officer, staff)

}  // namespace maple::registry
