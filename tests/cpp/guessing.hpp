// Who has the database without the key tries a text against every hash that the pages tell, with
// every salt that lies in it, under every label: what he finds so is as good as written in clear.
#pragma once
#include "access/salts.hpp"

#include <algorithm>
#include <set>

namespace maple::testing {

class Guesser {
public:
    // With the vault: somebody who has the key as well.
    explicit Guesser(sql::Store& store, Vault const* vault = nullptr)
    {
        sql::read_now(store, [&](sql::Session& sql) {
            for (auto const& page : sql::column<std::string>(sql, "SELECT text FROM page")) take_hashes(page);
            auto const apart = vault ? access::Compartments::all(sql, *vault) : access::Compartments{};
            for (auto const& row : sql.run("SELECT id, label, secrecy, salt FROM words WHERE salt IS NOT NULL", {}).rows) {
                access::Secrecy secrecy{};
                sql::from_sql(row[2], secrecy);
                ways_.emplace(std::get<std::string>(row[1]), secrecy);
                auto const& kept = std::get<sql::Bytes>(row[3]).data;
                salts_.insert(vault ? access::open_salt(*vault, apart, Key{std::get<std::int64_t>(row[0])}, secrecy, kept) : kept);
            }
            return 0;
        });
    }

    bool finds(std::string_view text) const
    {
        for (auto const& salt : salts_)
            for (auto const& [label, secrecy] : ways_)
                if (hashes_.contains(access::hash_of_words(salt, label, secrecy, text))) return true;
        return false;
    }

private:
    void take_hashes(std::string_view page)
    {
        constexpr std::size_t length = 64;
        for (std::size_t from = 0; (from = page.find_first_of("0123456789abcdef", from)) != page.npos;) {
            auto const to = std::min(page.find_first_not_of("0123456789abcdef", from), page.size());
            if (to - from == length) hashes_.emplace(page.substr(from, length));
            from = to;
        }
    }

    std::set<std::string> hashes_, salts_;
    std::set<std::pair<std::string, access::Secrecy>> ways_;
};

}  // namespace maple::testing
