// For the tests of every room: a fresh, empty store on each engine that can be tested here.
//
//     class Ledger : public testing::TestWithParam<sql::Engine> { … sql::fresh_store(GetParam()) … };
//     INSTANTIATE_TEST_SUITE_P(engines, Ledger, testing::ValuesIn(sql::engines_under_test()), sql::engine_name);
//
// PostgreSQL takes part when MAPLEBRIDGE_TEST_POSTGRES holds a connection string
// (tools/postgres.sh start prints one).
#pragma once
#include "storage/store.hpp"

namespace maple::sql {

std::vector<Engine> engines_under_test();

// Nothing is in it; the caller migrates. On PostgreSQL it is a schema of its own, dropped
// together with the object.
std::unique_ptr<Store> fresh_store(Engine engine, StoreOptions options = {});

inline constexpr auto engine_name = [](auto const& info) -> std::string { return info.param == Engine::sqlite ? "sqlite" : "postgres"; };

}  // namespace maple::sql
