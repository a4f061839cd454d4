// A small house for tests: an empty store, a key, a book without rules, and a desk in it.
#pragma once
#include "registry/keep.hpp"
#include "storage/testing.hpp"

namespace maple::registry {

struct TestHouse {
    explicit TestHouse(sql::Engine engine = sql::Engine::sqlite) : store(sql::fresh_store(engine))
    {
        book.policies = {{"sign_in_failures_most", 5}, {"sign_in_lockout_minutes", 15}, {"session_hours_most", 12}, {"session_idle_minutes", 30}, {"audit_kept_days", 400}};
        sql::migrate(*store, sql::house_migrations());
    }

    law::Book book;
    Vault vault = Vault::for_tests();
    House house{book, vault};
    std::unique_ptr<sql::Store> store;
    Instant now = instant_from_iso("2023-11-20T09:00:00+08:00").value();
    access::Caller caller;

    // A deed in a transaction of its own.
    template <class F> auto work(F f)
    {
        using Made = decltype(f(std::declval<Desk&>()));
        if constexpr (std::is_void_v<Made>) {
            sql::write_now(*store, [&](sql::Session& session) { with_desk(session, f); });
        } else {
            std::optional<Made> made;
            sql::write_now(*store, [&](sql::Session& session) { made.emplace(with_desk(session, f)); });
            return std::move(*made);
        }
    }

private:
    template <class F> auto with_desk(sql::Session& session, F& f)
    {
        Desk desk{session, house, caller, now, now};
        return f(desk);
    }
};

// The code of the refusal, "" when nothing was refused.
template <class F> std::string refusal_of(F f)
{
    try {
        f();
    } catch (Refused const& no) {
        return no.refusal.code;
    }
    return "";
}

}  // namespace maple::registry
