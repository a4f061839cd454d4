#include "registry/sign_in.hpp"
#include "access/audit.hpp"
#include "access/identify.hpp"
#include "foundation/password.hpp"
#include "foundation/sha256.hpp"
#include "registry/doors.hpp"
#include "registry/entering.hpp"
#include "registry/keep.hpp"
#include "registry/routes.hpp"

namespace maple::registry {
namespace {

using access::Right;
using api::Lobby;

// Many people share an address: ten times as many failures cost nothing.
access::Patience with_an_address(law::Book const& book)
{
    auto patience = patience_of(book);
    patience.free *= 10;
    return patience;
}

struct Known {
    Key id{};
    std::optional<std::string> password_hash;
    std::optional<Instant> locked_until;
    std::optional<Instant> suspended_at, expires_at;
};
BOOST_DESCRIBE_STRUCT(Known, (), (id, password_hash, locked_until, suspended_at, expires_at))

constexpr std::string_view by_name = "SELECT id, password_hash, locked_until, suspended_at, expires_at FROM account WHERE username = $1";
constexpr std::string_view by_id = "SELECT id, password_hash, locked_until, suspended_at, expires_at FROM account WHERE id = $1";

// Hashing against this costs what hashing against a real one costs.
std::string const& nobodys_hash()
{
    static std::string const hash = hash_password("nobody signs in with this");
    return hash;
}

std::string address_of(Lobby const& lobby) { return "sign_in:" + lobby.peer; }
std::string name_of(Lobby const& lobby, std::string const& username) { return "name:" + lobby.house.vault.blind(username); }

// The account behind a name, if any; refuses while the address or the name must wait. A name
// without an account waits just like one with.
std::optional<Known> look_up(Lobby& lobby, std::string const& username)
{
    std::optional<Known> known;
    std::optional<Instant> here, named;
    lobby.store.read([&](sql::Session& sql) {
        known = sql::one<Known>(sql, by_name, username);
        here = access::locked_until(sql, address_of(lobby), lobby.real_now);
        named = known ? known->locked_until : access::locked_until(sql, name_of(lobby, username), lobby.real_now);
    });
    if (here) come_later("sign_in.locked_here", *here, lobby.real_now);
    if (named && *named > lobby.real_now) come_later("sign_in.locked", *named, lobby.real_now);
    return known;
}

std::optional<Instant> count_failure(sql::Session& sql, Key account, Instant real_now, access::Patience const& patience)
{
    auto const failures = sql::cell<std::int64_t>(sql, "UPDATE account SET failures = failures + 1 WHERE id = $1 RETURNING failures", account);
    auto const delay = access::delay_after(failures.value_or(0), patience);
    if (!delay) return std::nullopt;
    auto const until = plus_seconds(real_now, delay);
    sql::change(sql, "UPDATE account SET locked_until = $2 WHERE id = $1", account, until);
    return until;
}

// One failure more; until when the name is locked by it. With and without an account alike.
std::optional<Instant> note_wrong(Lobby& lobby, std::optional<Known> const& known, std::string const& username)
{
    auto const patience = patience_of(lobby.house.book);
    std::optional<Instant> until;
    sql::write_now(lobby.store, [&](sql::Session& sql) {
        access::note_failure(sql, address_of(lobby), lobby.real_now, with_an_address(lobby.house.book));
        auto desk = desk_in(lobby, sql, {});
        auto const whose = known ? known->id : Key{};
        access::audit(desk, access::AuditKind::sign_in_failed, whose, {.outcome = access::Outcome::refused});
        if (known) until = count_failure(sql, known->id, lobby.real_now, patience);
        else {
            access::note_failure(sql, name_of(lobby, username), lobby.real_now, patience);
            until = access::locked_until(sql, name_of(lobby, username), lobby.real_now);
        }
        if (until && known) access::audit(desk, access::AuditKind::account_locked, whose, {.outcome = access::Outcome::refused});
    });
    return until;
}

[[noreturn]] void wrong(Lobby& lobby, std::optional<Known> const& known, std::string const& username)
{
    auto const until = note_wrong(lobby, known, username);
    if (!until) throw Refused(refuse(Because::not_signed_in, "sign_in.wrong"));
    try {
        come_later("sign_in.wrong_locked", *until, lobby.real_now);
    } catch (Refused const& later) {
        throw Refused(refuse(Because::not_signed_in, later.refusal.code, later.refusal.params));
    }
}

void check_new_password(std::string const& password, std::string_view username, std::string const& at)
{
    if (auto const fault = fault_in_password(password, username); fault != PasswordFault::none)
        throw Refused(refuse_field(at, std::string("password_") + boost::describe::enum_to_string(fault, "?"),
                                   {{"least", std::to_string(shortest_password)}, {"most", std::to_string(longest_password)}}));
}

struct SignIn {
    Text<1, 80> username;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (username, password))

[[noreturn]] void shut_out(Lobby& lobby, Key account, std::string code)
{
    sql::write_now(lobby.store, [&](sql::Session& sql) {
        auto desk = desk_in(lobby, sql, {});
        access::audit(desk, access::AuditKind::sign_in_failed, account, {.outcome = access::Outcome::refused});
    });
    throw Refused(refuse(Because::not_signed_in, std::move(code)));
}

SessionView sign_in(Lobby& lobby, SignIn const& form)
{
    auto const username = normal_username(form.username.str());
    auto const known = look_up(lobby, username);
    auto const& nobody = nobodys_hash();
    bool const matches = password_matches(form.password, known && known->password_hash ? *known->password_hash : nobody);
    if (!known || !known->password_hash || !matches) wrong(lobby, known, username);
    // Only whoever knows the password is told what else is in the way.
    if (known->suspended_at) shut_out(lobby, known->id, "sign_in.suspended");
    if (known->expires_at && *known->expires_at <= lobby.real_now) shut_out(lobby, known->id, "sign_in.expired");
    Entered entered;
    sql::write_now(lobby.store, [&](sql::Session& sql) {
        sql::change(sql, "UPDATE account SET failures = 0, locked_until = NULL WHERE id = $1", known->id);
        access::sweep_attempts(sql, lobby.real_now);
        entered = enter(lobby, sql, known->id);
    });
    return hand_over(lobby, std::move(entered));
}

SessionView show_session(Desk& desk, api::Nothing const&) { return session_view(desk); }

SessionView sign_out(Desk& desk, api::Nothing const&)
{
    end_session_of(desk.sql, desk.session_token);
    if (desk.caller.signed_in()) access::audit(desk, access::AuditKind::sign_out, desk.caller.account);
    clear_session_cookie(desk.answer_headers);
    desk.caller = {};
    desk.session_token.clear();
    return session_view(desk);
}

SessionView sign_out_everywhere(Desk& desk, api::Nothing const&)
{
    end_sessions(desk, desk.caller.account);
    clear_session_cookie(desk.answer_headers);
    desk.caller = {};
    desk.session_token.clear();
    return session_view(desk);
}

struct ChangePassword {
    std::string old_password;
    std::string new_password;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (old_password, new_password))

SessionView change_password(Lobby& lobby, ChangePassword const& form)
{
    access::Caller caller;
    std::optional<Known> known;
    std::string username;
    lobby.store.read([&](sql::Session& sql) {
        caller = caller_in(lobby, sql);
        if (!caller.signed_in()) return;
        known = sql::one<Known>(sql, by_id, caller.account);
        username = sql::cell<std::string>(sql, "SELECT username FROM account WHERE id = $1", caller.account).value_or("");
    });
    if (!known) throw Refused(refuse(Because::not_signed_in, "not_signed_in"));
    if (known->locked_until && *known->locked_until > lobby.real_now) come_later("sign_in.locked", *known->locked_until, lobby.real_now);
    check_new_password(form.new_password, username, "/new_password");
    if (!password_matches(form.old_password, known->password_hash.value_or(nobodys_hash()))) {
        note_wrong(lobby, known, username);
        throw Refused(refuse_field("/old_password", "password_wrong"));
    }
    auto const hash = hash_password(form.new_password);
    SessionView view;
    sql::write_now(lobby.store, [&](sql::Session& sql) {
        auto desk = desk_in(lobby, sql, caller);
        set_password(desk, caller.account, hash, hex(sha256(lobby.session_token)));
        view = session_view(desk);
    });
    return view;
}

// --- Handing the tablet over ------------------------------------------------------------

// Whoever hands the tablet to a party keeps the session and lays it aside: from then on it opens
// nothing, whatever the party types into the address, until the same person unlocks it.
constexpr std::string_view laid_aside = "unlock";

SessionView lay_aside(Desk& desk, api::Nothing const&)
{
    sql::change(desk.sql, "UPDATE sign_in SET waits_for = $2 WHERE id = $1", desk.caller.session, laid_aside);
    access::audit(desk, access::AuditKind::sign_out, desk.caller.account, {.deed = "hand over"});
    desk.caller = {};
    return session_view(desk);
}

struct LaidAside {
    Key session{};
    Key account{};
};
BOOST_DESCRIBE_STRUCT(LaidAside, (), (session, account))

struct Unlock {
    std::string password;  // empty in the demo, where nobody has one
};
BOOST_DESCRIBE_STRUCT(Unlock, (), (password))

SessionView unlock(Lobby& lobby, Unlock const& form)
{
    std::optional<LaidAside> aside;
    std::optional<Known> known;
    std::string username;
    lobby.store.read([&](sql::Session& sql) {
        aside = sql::one<LaidAside>(sql, R"(
            SELECT sign_in.id AS session, sign_in.account AS account
              FROM sign_in JOIN account ON account.id = sign_in.account
             WHERE sign_in.token_hash = $1 AND sign_in.expires_at > $2 AND sign_in.waits_for = $3 AND account.suspended_at IS NULL
               AND (account.expires_at IS NULL OR account.expires_at > $2))", hex(sha256(lobby.session_token)), lobby.real_now, laid_aside);
        if (!aside) return;
        known = sql::one<Known>(sql, by_id, aside->account);
        username = sql::cell<std::string>(sql, "SELECT username FROM account WHERE id = $1", aside->account).value_or("");
    });
    if (!aside || !known) throw Refused(refuse(Because::not_signed_in, "session.not_laid_aside"));
    if (known->locked_until && *known->locked_until > lobby.real_now) come_later("sign_in.locked", *known->locked_until, lobby.real_now);
    bool const by_a_click = lobby.house.demo && !known->password_hash;
    if (!by_a_click && !password_matches(form.password, known->password_hash.value_or(nobodys_hash()))) {
        note_wrong(lobby, known, username);
        throw Refused(refuse_field("/password", "password_wrong"));
    }
    SessionView view;
    sql::write_now(lobby.store, [&](sql::Session& sql) {
        sql::change(sql, "UPDATE sign_in SET waits_for = NULL, seen_at = $2 WHERE id = $1", aside->session, lobby.real_now);
        sql::change(sql, "UPDATE account SET failures = 0, locked_until = NULL WHERE id = $1", aside->account);
        auto desk = desk_in(lobby, sql, access::identify(sql, lobby.session_token, lobby.real_now));
        access::audit(desk, access::AuditKind::sign_in, aside->account, {.deed = "unlock"});
        view = session_view(desk);
    });
    return view;
}

// --- One-time links --------------------------------------------------------------------

struct Link {
    std::optional<Key> account;
    Instant expires_at;
    std::optional<Instant> used_at;
};
BOOST_DESCRIBE_STRUCT(Link, (), (account, expires_at, used_at))

// Refuses a link that is unknown, used or too old.
Link link_of(sql::Session& sql, std::string_view token, Instant real_now)
{
    auto const link = sql::one<Link>(sql, "SELECT account, expires_at, used_at FROM invitation WHERE token_hash = $1", hex(sha256(token)));
    if (!link || link->used_at || link->expires_at <= real_now) throw Refused(refuse(Because::not_found, "invitation.invalid"));
    return *link;
}

void use_up(sql::Session& sql, std::string_view token, Instant real_now)
{
    sql::change(sql, "UPDATE invitation SET used_at = $2 WHERE token_hash = $1", hex(sha256(token)), real_now);
}

struct FirstRun {
    Text<1, 200> token;
    Text<2, 40> username;
    std::string password;
    Name name;
    OptionalLine organisation;
};
BOOST_DESCRIBE_STRUCT(FirstRun, (), (token, username, password, name, organisation))

bool any_account(sql::Session& sql) { return sql::cell<Key>(sql, "SELECT id FROM account LIMIT 1").has_value(); }

// The organisation at the top of the tree: what is there already, or the one that is named.
Key root_organisation(Desk& desk, Registrar& registrar, FirstRun const& form)
{
    if (auto const there = sql::cell<Key>(desk.sql, "SELECT id FROM organisation WHERE parent IS NULL ORDER BY id LIMIT 1")) return *there;
    auto const city = sql::cell<std::string>(desk.sql, "SELECT code FROM division ORDER BY length(code), code LIMIT 1");
    NewOrganisation root;
    root.kind = OrganisationKind::justice_bureau;
    root.level = Level::city;
    root.name = form.organisation.empty() ? "司法局" : form.organisation.str();
    root.name_en = form.organisation.empty() ? "Justice bureau" : "";
    root.division = city.value_or("");
    return registrar.add(root).id;
}

Key first_administrator(Desk& desk, FirstRun const& form, std::string const& password_hash)
{
    Registrar registrar(desk);
    auto const root = root_organisation(desk, registrar, form);
    NewPerson person;
    person.organisation = root;
    person.name = form.name.str();
    person.serves_as = {Service::staff};
    auto const who = registrar.add(person).id;
    auto const account = registrar.add(NewAccount{{}, who, form.username.str(), password_hash, {{access::Role::system_administrator, root}}});
    registrar.write();
    return account;
}

SessionView begin_first_run(Lobby& lobby, FirstRun const& form)
{
    lobby.store.read([&](sql::Session& sql) {
        if (link_of(sql, form.token.str(), lobby.real_now).account || any_account(sql)) throw Refused(refuse(Because::not_found, "invitation.invalid"));
    });
    auto const username = normal_username(form.username.str());
    check_new_password(form.password, username, "/password");
    auto const hash = hash_password(form.password);
    Entered entered;
    sql::write_now(lobby.store, [&](sql::Session& sql) {
        if (any_account(sql)) throw Refused(refuse(Because::not_found, "invitation.invalid"));
        link_of(sql, form.token.str(), lobby.real_now);
        auto desk = desk_in(lobby, sql, {});
        auto const account = first_administrator(desk, form, hash);
        use_up(sql, form.token.str(), lobby.real_now);
        entered = enter(lobby, sql, account);
    });
    return hand_over(lobby, std::move(entered));
}

struct UseInvitation {
    Text<1, 200> token;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(UseInvitation, (), (token, password))

SessionView use_invitation(Lobby& lobby, UseInvitation const& form)
{
    std::optional<Key> account;
    std::string username;
    lobby.store.read([&](sql::Session& sql) {
        account = link_of(sql, form.token.str(), lobby.real_now).account;
        if (account) username = sql::cell<std::string>(sql, "SELECT username FROM account WHERE id = $1 AND suspended_at IS NULL AND (expires_at IS NULL OR expires_at > $2)", *account, lobby.real_now).value_or("");
    });
    if (username.empty()) throw Refused(refuse(Because::not_found, "invitation.invalid"));
    check_new_password(form.password, username, "/password");
    auto const hash = hash_password(form.password);
    Entered entered;
    sql::write_now(lobby.store, [&](sql::Session& sql) {
        link_of(sql, form.token.str(), lobby.real_now);
        auto desk = desk_in(lobby, sql, {*account, {}, {}});
        set_password(desk, *account, hash);
        use_up(sql, form.token.str(), lobby.real_now);
        entered = enter(lobby, sql, *account);
    });
    return hand_over(lobby, std::move(entered));
}

}  // namespace

std::vector<api::Route> session_routes()
{
    using enum api::Verb;
    return {
        {post, "/session", Right::anyone, sign_in, "Signs in with a username and a password; the session is a cookie."},
        {get, "/session", Right::anyone, show_session, "Who is signed in, with which roles; nobody is an answer too."},
        {del, "/session", Right::anyone, sign_out, "Signs out here."},
        {del, "/sessions", Right::signed_in, sign_out_everywhere, "Signs out everywhere."},
        {put, "/session/password", Right::signed_in, change_password, "A new password; other sessions end."},
        {post, "/session/hand-over", Right::signed_in, lay_aside, "Lays this session aside while a party holds the tablet: it opens nothing until it is unlocked."},
        {post, "/session/unlocking", Right::anyone, unlock, "Takes a session up again that was laid aside, by the password of whom it belongs to."},
        {post, "/first-run", Right::anyone, begin_first_run, "Creates the first administrator of an empty house, by a one-time link."},
        {post, "/invitations/use", Right::anyone, use_invitation, "Sets the password of an invited account, by a one-time link."},
    };
}

}  // namespace maple::registry
