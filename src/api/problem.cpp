#include "api/problem.hpp"
#include "api/words.hpp"

namespace maple::api {
namespace {

json::array field_problems(Refusal const& refusal, Language language)
{
    json::array fields;
    for (auto const& one : refusal.problems)
        fields.push_back(json::object{{"at", one.at}, {"code", one.code}, {"detail", say(language, "problem." + one.code, one.params)}});
    return fields;
}

json::array instead(Refusal const& refusal)
{
    json::array all;
    for (auto const& one : refusal.instead) {
        json::object facts;
        for (auto const& [name, value] : one) facts[name] = value;
        all.push_back(std::move(facts));
    }
    return all;
}

json::value article_of(Refusal const& refusal, Language language, law::Book const* book, Instant now)
{
    if (refusal.article.empty() || !book) return nullptr;
    auto const* statute = book->statute(refusal.article, date_in_beijing(now));
    if (!statute) return nullptr;
    return json::object{{"key", statute->key}, {"law", law::in(statute->law, tag(language))},
                        {"article", law::in(statute->article, tag(language))}, {"says", law::in(statute->says, tag(language))}};
}

}  // namespace

int status_of(Because because)
{
    switch (because) {
    case Because::malformed: return 400;
    case Because::unsupported: return 415;
    case Because::not_signed_in: return 401;
    case Because::not_allowed: return 403;
    case Because::not_found: return 404;
    case Because::wrong_stage: return 409;
    case Because::forbidden_by: return 409;
    case Because::conflict: return 409;
    case Because::stale: return 412;
    case Because::too_large: return 413;
    case Because::invalid: return 422;
    case Because::too_many: return 429;
    case Because::busy: return 503;
    case Because::full: return 507;
    }
    return 500;
}

http::Response problem(Refusal const& refusal, Language language, law::Book const* book, std::string const& request_id, Instant now, int told_status)
{
    auto const status = told_status ? told_status : status_of(refusal.because);
    auto const because = boost::describe::enum_to_string(refusal.because, "?");
    json::object body{
        {"type", "urn:maplebridge:problem:" + refusal.code},
        {"title", say(language, std::string("because.") + because)},
        {"status", status},
        {"detail", say(language, "refusal." + refusal.code, refusal.params)},
        {"code", refusal.code},
        {"problems", field_problems(refusal, language)},
        {"article", article_of(refusal, language, book, now)},
        {"request", request_id},
    };
    if (!refusal.instead.empty()) body["alternatives"] = instead(refusal);
    http::Response answer{status, "application/problem+json; charset=utf-8", json::serialize(body), {}, {}};
    answer.headers.emplace_back("Content-Language", tag(language));
    if (refusal.because == Because::too_many || refusal.because == Because::busy) {
        auto const wait = std::find_if(refusal.params.begin(), refusal.params.end(), [](Param const& p) { return p.name == "seconds"; });
        answer.headers.emplace_back("Retry-After", wait == refusal.params.end() ? "2" : wait->value);
    }
    return answer;
}

}  // namespace maple::api
