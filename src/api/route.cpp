#include "api/route.hpp"

namespace maple::api {

Route::Route(Verb verb, std::string_view path, access::Right needs, std::string_view tells, Pace pace, Draw in, Draw out, std::type_info const& asked)
    : verb(verb), path(path), needs(needs), tells(tells), pace(pace), in(in), out(out), in_name(schema_name(asked.name()))
{}

Route::Route(Route const&) = default;
Route::Route(Route&&) noexcept = default;
Route& Route::operator=(Route const&) = default;
Route& Route::operator=(Route&&) noexcept = default;
Route::~Route() = default;

}  // namespace maple::api
