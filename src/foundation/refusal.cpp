#include "foundation/refusal.hpp"

namespace maple {

Refusal refuse(Because because, std::string code, Params params, std::string article)
{
    return {because, std::move(code), std::move(params), std::move(article), {}};
}

Refusal hidden(Refusal refusal)
{
    refusal.hides = true;
    return refusal;
}

Refusal refuse_field(std::string at, std::string code, Params params, std::string article)
{
    return {Because::invalid, "form.invalid", {}, std::move(article), {{std::move(at), std::move(code), std::move(params)}}};
}

Refusal refuse_form(Problems problems) { return {Because::invalid, "form.invalid", {}, {}, std::move(problems)}; }

Refusal under(std::string_view place, Refusal no)
{
    for (auto& problem : no.problems) problem.at.insert(0, place);
    return no;
}

Refused::Refused(Refusal refusal) : refusal(std::move(refusal)) {}

char const* Refused::what() const noexcept { return refusal.code.c_str(); }

void throw_exception_from_error(Refusal const& refusal, boost::source_location const&) { throw Refused(refusal); }

}  // namespace maple
