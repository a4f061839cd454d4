// The second door and the sessions behind it: codes, enrolment, recovery codes, lists.
#include "access/audit.hpp"
#include "access/identify.hpp"
#include "api/words.hpp"
#include "foundation/qr.hpp"
#include "foundation/totp.hpp"
#include "registry/account_view.hpp"
#include "registry/doors.hpp"
#include "registry/entering.hpp"
#include "registry/routes.hpp"
#include "registry/second_factor.hpp"

namespace maple::registry {
namespace {

using access::Right;
using api::Lobby;

// Who stands at the second door: signed in already, or with a right password behind him.
struct Standing {
    access::Caller caller;
    std::optional<HalfSession> half;
    Key account() const { return half ? half->account : caller.account; }
};

Standing standing(Lobby& lobby, std::optional<NextDoor> waits_for)
{
    Standing who;
    lobby.store.read([&](sql::Session& sql) {
        who.caller = caller_in(lobby, sql);
        if (!who.caller.signed_in()) who.half = half_session(sql, lobby.session_token, lobby.real_now);
    });
    if (who.half && waits_for && who.half->waits_for != *waits_for) throw Refused(refuse(Because::conflict, "factor.other_door"));
    if (!who.half && !who.caller.signed_in()) throw Refused(refuse(Because::not_signed_in, "factor.password_first"));
    return who;
}

void must_not_wait(Lobby& lobby, Key account)
{
    std::optional<Instant> until;
    lobby.store.read([&](sql::Session& sql) { until = access::locked_until(sql, tries_of_factor(account), lobby.real_now); });
    if (until) come_later("factor.locked", *until, lobby.real_now);
}

// Does what needs a code, in one transaction with it; a wrong one is counted, journaled and told.
template <class F> void with_code(Lobby& lobby, Standing const& who, std::string const& code, F then)
{
    auto const account = who.account();
    must_not_wait(lobby, account);
    bool wrong = false;
    std::optional<Instant> until;
    sql::write_now(lobby.store, [&](sql::Session& sql) {
        auto desk = desk_in(lobby, sql, who.caller);
        auto const tried = try_code(desk, account, code);
        wrong = tried == Tried::wrong;
        if (!wrong) {
            access::forget_failures(sql, tries_of_factor(account));
            return then(desk);
        }
        access::note_failure(sql, tries_of_factor(account), lobby.real_now, patience_of(lobby.house.book));
        access::audit(desk, access::AuditKind::second_factor_failed, account, {.outcome = access::Outcome::refused});
        until = access::locked_until(sql, tries_of_factor(account), lobby.real_now);
        if (until) access::audit(desk, access::AuditKind::account_locked, account, {.outcome = access::Outcome::refused});
    });
    if (until) come_later("factor.wrong_locked", *until, lobby.real_now);
    if (wrong) throw Refused(refuse_field("/code", "code_wrong"));
}

// --- The second door ---------------------------------------------------------------------

struct GiveCode {
    Text<1, 20> code;  // six digits of the app, or a recovery code
};
BOOST_DESCRIBE_STRUCT(GiveCode, (), (code))

SessionView give_code(Lobby& lobby, GiveCode const& form)
{
    auto const who = standing(lobby, NextDoor::code);
    if (!who.half) throw Refused(refuse(Because::conflict, "factor.signed_in"));
    Entered entered;
    with_code(lobby, who, form.code.str(), [&](Desk& desk) { entered = enter_at_last(lobby, desk.sql, who.account()); });
    return hand_over(lobby, std::move(entered));
}

struct AskSecret {
    std::optional<Text<0, 20>> code;  // of the one in use, to change to another phone
};
BOOST_DESCRIBE_STRUCT(AskSecret, (), (code))

struct Secret {
    std::string secret;  // for typing in, base32
    std::string uri;     // otpauth://…
    std::string qr;      // the same as an SVG
    std::string issuer, username;
};
BOOST_DESCRIBE_STRUCT(Secret, (), (secret, uri, qr, issuer, username))

Secret shown_secret(Desk& desk, Key account)
{
    auto const secret = propose_secret(desk, account);
    Secret shown;
    shown.issuer = law::in(desk.book().title, "zh-CN");
    if (shown.issuer.empty()) shown.issuer = "Maplebridge";
    shown.username = sql::cell<std::string>(desk.sql, "SELECT username FROM account WHERE id = $1", account).value_or("");
    shown.secret = totp::base32(secret);
    shown.uri = totp::uri(secret, shown.issuer, shown.username);
    shown.qr = qr_svg(shown.uri, "");
    return shown;
}

Secret ask_secret(Lobby& lobby, AskSecret const& form)
{
    auto const who = standing(lobby, NextDoor::enrolment);
    bool enrolled = false;
    lobby.store.read([&](sql::Session& sql) { enrolled = factor_state(sql, who.account()).enrolled(); });
    Secret secret;
    auto const propose = [&](Desk& desk) { secret = shown_secret(desk, who.account()); };
    if (enrolled) {
        if (!form.code || form.code->empty()) throw Refused(refuse_field("/code", "code_needed"));
        with_code(lobby, who, form.code->str(), propose);
    } else
        sql::write_now(lobby.store, [&](sql::Session& sql) {
            auto desk = desk_in(lobby, sql, who.caller);
            propose(desk);
        });
    return secret;
}

struct Enrolled {
    std::vector<std::string> recovery_codes;  // told this once
    SessionView session;
};
BOOST_DESCRIBE_STRUCT(Enrolled, (), (recovery_codes, session))

Enrolled enrol_now(Lobby& lobby, GiveCode const& form)
{
    auto const who = standing(lobby, NextDoor::enrolment);
    std::optional<std::vector<std::string>> codes;
    Entered entered;
    Enrolled told;
    sql::write_now(lobby.store, [&](sql::Session& sql) {
        auto desk = desk_in(lobby, sql, who.caller);
        codes = enrol(desk, who.account(), form.code.str());
        if (!codes) return;
        if (who.half) entered = enter_at_last(lobby, sql, who.account());
        else told.session = session_view(desk);
    });
    if (!codes) throw Refused(refuse_field("/code", "code_wrong"));
    told.recovery_codes = std::move(*codes);
    if (who.half) told.session = hand_over(lobby, std::move(entered));
    return told;
}

struct RecoveryCodes {
    std::vector<std::string> recovery_codes;
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (recovery_codes))

RecoveryCodes new_recovery_codes(Lobby& lobby, GiveCode const& form)
{
    auto const who = standing(lobby, {});
    if (who.half) throw Refused(refuse(Because::not_signed_in, "not_signed_in"));
    RecoveryCodes told;
    with_code(lobby, who, form.code.str(), [&](Desk& desk) { told.recovery_codes = renew_recovery_codes(desk, who.account()); });
    return told;
}

// --- Sessions ------------------------------------------------------------------------------

struct OneSessionView {
    Key id{};
    std::string device_name;
    std::string peer;
    Instant began, seen_at, expires_at;
    bool here = false;  // the one that asks
};
BOOST_DESCRIBE_STRUCT(OneSessionView, (), (id, device_name, peer, began, seen_at, expires_at, here))

struct SessionList {
    std::vector<OneSessionView> sessions;
};
BOOST_DESCRIBE_STRUCT(SessionList, (), (sessions))

std::string device_name(Desk const& desk, std::string const& device)
{
    auto const slash = device.find('/');
    if (slash == device.npos) return api::say(desk.language, "device.unknown");
    return api::say(desk.language, "device.name", {{"browser", "@browser." + device.substr(0, slash)}, {"system", "@system." + device.substr(slash + 1)}});
}

SessionList listed(Desk& desk, Key account)
{
    SessionList list;
    for (auto const& one : sessions_of(desk, account)) {
        bool const here = one.id == desk.caller.session;
        list.sessions.push_back({one.id, device_name(desk, one.device), one.peer, one.at, here ? desk.real_now : one.seen_at, one.expires_at, here});
    }
    return list;
}

SessionList my_sessions(Desk& desk, api::Nothing const&) { return listed(desk, desk.caller.account); }

struct OneSession {
    Key session{};
};
BOOST_DESCRIBE_STRUCT(OneSession, (), (session))

SessionList end_mine(Desk& desk, OneSession const& which)
{
    end_session(desk, desk.caller.account, which.session);
    return listed(desk, desk.caller.account);
}

SessionList sessions_of_account(Desk& desk, OneAccount const& which)
{
    account_for(desk, Right::secure, which.account);
    return listed(desk, which.account);
}

struct SessionOfAccount {
    Key account{};
    Key session{};
};
BOOST_DESCRIBE_STRUCT(SessionOfAccount, (), (account, session))

SessionList end_of_account(Desk& desk, SessionOfAccount const& which)
{
    account_for(desk, Right::secure, which.account);
    end_session(desk, which.account, which.session);
    return listed(desk, which.account);
}

SessionList end_all_of_account(Desk& desk, OneAccount const& which)
{
    account_for(desk, Right::secure, which.account);
    end_sessions(desk, which.account);
    return listed(desk, which.account);
}

AccountView reset_factor(Desk& desk, OneAccount const& which)
{
    account_for(desk, Right::secure, which.account);
    if (which.account == desk.caller.account) throw Refused(refuse(Because::forbidden_by, "account.own"));
    reset_second_factor(desk, which.account);
    return account_for(desk, Right::secure, which.account);
}

}  // namespace

std::vector<api::Route> door_routes()
{
    using enum api::Verb;
    return {
        {post, "/session/code", Right::anyone, give_code, "The code of the second factor after a right password, or a recovery code."},
        {post, "/session/enrolment", Right::anyone, ask_secret, "A new secret for an authenticator app; told this once."},
        {put, "/session/enrolment", Right::anyone, enrol_now, "Sets the second factor up with the first code of it; ten recovery codes are told this once."},
        {post, "/session/recovery-codes", Right::signed_in, new_recovery_codes, "Ten new recovery codes in place of the older ones."},
        {get, "/sessions", Right::signed_in, my_sessions, "Where I am signed in."},
        {del, "/sessions/{session}", Right::signed_in, end_mine, "Signs out one of my devices."},
        {get, "/accounts/{account}/sessions", Right::secure, sessions_of_account, "Where an account is signed in."},
        {del, "/accounts/{account}/sessions", Right::secure, end_all_of_account, "Signs an account out everywhere."},
        {del, "/accounts/{account}/sessions/{session}", Right::secure, end_of_account, "Signs an account out of one device."},
        {del, "/accounts/{account}/second-factor", Right::secure, reset_factor, "Takes a lost second factor away; a new one is set up at the next sign-in."},
    };
}

}  // namespace maple::registry
