#include "api/idempotency.hpp"
#include "foundation/sha256.hpp"

#include <atomic>

namespace maple::api {
namespace {

constexpr std::int64_t kept_for = 24 * 3600;  // seconds
constexpr std::size_t longest_key = 200;

struct Answered {
    std::string request_hash;
    std::int64_t status = 0;
    std::optional<std::int64_t> etag;
    std::string body;  // sealed: answers may hold names
};
BOOST_DESCRIBE_STRUCT(Answered, (), (request_hash, status, etag, body))

// Keyed, because a form holds phones: without the vault nobody can try them all against it.
std::string kept_hash(Desk const& desk, Once const& once) { return desk.house.vault.blind("idempotency/" + once.request_hash); }

// An older program kept the hash itself; its rows are asked for a day longer.
bool is_of(Desk const& desk, Answered const& before, Once const& once)
{
    return before.request_hash == kept_hash(desk, once) || before.request_hash == once.request_hash;
}

// A few times an hour is often enough.
void forget_the_old(Desk& desk)
{
    constexpr std::int64_t between = 600 * microseconds_a_second;
    static std::atomic<std::int64_t> latest{0};
    auto last = latest.load();
    if (desk.real_now.us - last < between || !latest.compare_exchange_strong(last, desk.real_now.us)) return;
    sql::change(desk.sql, "DELETE FROM idempotency WHERE at < $1", plus_seconds(desk.real_now, -2 * kept_for));
}

}  // namespace

std::optional<Once> once_of(http::Request const& request, access::Caller const& caller, std::string_view route)
{
    auto const key = request.header("Idempotency-Key");
    if (key.empty()) return std::nullopt;
    if (key.size() > longest_key || has_control_characters(key)) throw Refused(refuse(Because::malformed, "malformed.idempotency_key"));
    auto const asker = shown(caller.account) + "|" + request.path + "|" + std::string(route) + "|";
    return Once{hex(sha256(asker + std::string(key))), hex(sha256(request.query + "\n" + request.body))};
}

std::optional<http::Response> answered_before(Desk& desk, Once const& once)
{
    auto const before = sql::one<Answered>(desk.sql, R"(
        SELECT request_hash, status, etag, body FROM idempotency WHERE key_hash = $1 AND at > $2)",
        once.key_hash, plus_seconds(desk.real_now, -kept_for));
    if (!before) return std::nullopt;
    if (!is_of(desk, *before, once)) throw Refused(refuse(Because::invalid, "idempotency.other_request"));
    http::Response again{int(before->status), "application/json", desk.house.vault.unseal(before->body, "idempotency/" + once.key_hash), {}, {}};
    if (before->etag) again.headers.emplace_back("ETag", "\"" + std::to_string(*before->etag) + "\"");
    again.headers.emplace_back("Idempotency-Replayed", "true");
    return again;
}

bool is_kept(http::Response const& answer) { return answer.type == "application/json" && !answer.stream; }

void remember(Desk& desk, Once const& once, http::Response const& answer)
{
    forget_the_old(desk);
    auto const& body = answer.shared ? *answer.shared : answer.body;
    sql::change(desk.sql, R"(
        INSERT INTO idempotency (key_hash, request_hash, status, etag, body, at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (key_hash) DO UPDATE SET request_hash = excluded.request_hash, status = excluded.status, etag = excluded.etag,
                                             body = excluded.body, at = excluded.at)",
        once.key_hash, kept_hash(desk, once), answer.status, desk.etag,
        desk.house.vault.seal(body, "idempotency/" + once.key_hash), desk.real_now);
}

}  // namespace maple::api
