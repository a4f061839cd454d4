// The two engines, for storage/store.cpp alone.
#pragma once
#include "storage/store.hpp"

namespace maple::sql {

std::unique_ptr<Store> open_sqlite(std::string const& file, StoreOptions options);
std::unique_ptr<Store> open_postgres(std::string const& url, StoreOptions options);

// Writes a checked copy of an SQLite file under another name; whole or not at all.
void copy_sqlite(std::string const& from, std::string const& to, HowFar const& told);

}  // namespace maple::sql
