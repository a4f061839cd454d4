// A refusal as people and programs read it: RFC 9457 problem details, worded in the
// reader's language, with the article of law and every field that is wrong.
#pragma once
#include "access/desk.hpp"
#include "http/server.hpp"
#include "law/book.hpp"

namespace maple::api {

int status_of(Because);
// An article is told as it stands on the day of `now`. Status 0: as the refusal has it.
http::Response problem(Refusal const&, Language, law::Book const*, std::string const& request_id, Instant now, int status = 0);

}  // namespace maple::api
