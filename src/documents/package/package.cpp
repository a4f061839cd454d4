#include "documents/package/package.hpp"
#include "foundation/vault.hpp"
#include "storage/sql.hpp"

namespace maple::documents {
namespace {

struct SealedPart {
    Key id{};
    std::string sealed;
};
BOOST_DESCRIBE_STRUCT(SealedPart, (), (id, sealed))

}  // namespace

PackageRow row_of(PackageSent const& sent, Key dispute, std::int64_t n, Instant sent_at)
{
    return {sent.package, dispute, n, or_none(sent.organisation), or_none(sent.referral), or_none(sent.agreement), sent_at, sent.hash};
}

std::string place_of_part(Key part) { return "package_part/sealed/" + shown(part); }

std::int64_t seal_packages_anew(sql::Session& sql, Vault const& vault)
{
    std::int64_t sealed = 0;
    for (Key last{};;) {
        auto const rows = sql::all<SealedPart>(sql, "SELECT id, sealed FROM package_part WHERE id > $1 AND sealed IS NOT NULL ORDER BY id LIMIT 50", last);
        for (auto const& row : rows) {
            last = row.id;
            if (vault.sealed_with_newest_key(row.sealed)) continue;
            auto const place = place_of_part(row.id);
            sql::change(sql, "UPDATE package_part SET sealed = $2 WHERE id = $1", row.id, vault.seal(vault.unseal(row.sealed, place), place));
            ++sealed;
        }
        if (rows.empty()) return sealed;
    }
}

}  // namespace maple::documents
