// The compartments of a dispute: what one side said alone lies in that party's compartment,
// sealed with a key of its own (PML art. 15; domain.md 5.7). The key itself is sealed by the vault,
// so a new key of the vault seals compartments anew without touching what lies in them, and a
// compartment whose key is erased is closed for good.
#pragma once
#include "access/desk.hpp"

#include <map>

namespace maple::access {

struct Compartment {
    Key id{};
    BoxKey key;
};

class Compartments {
public:
    // Those of one dispute.
    static Compartments of(sql::Session&, Vault const&, Key dispute);
    static Compartments all(sql::Session&, Vault const&);  // for `verify`
    static Compartments that_open(sql::Session&, Vault const&);  // without those whose key was changed

    // Throws Tampered for a text of a compartment that is not there, or was changed.
    std::string open(std::string_view body, std::string_view bound_to) const;
    // A text as it lies in the compartment where `body` lies. Throws Tampered when that one is not there.
    std::string put_beside(std::string_view body, std::string_view text, std::string_view bound_to) const;

private:
    std::pair<Key const, BoxKey> const& where(std::string_view body) const;
    std::map<Key, BoxKey> keys_;
};

std::string place_of_compartment(Key);  // what its sealed key is bound to

// Whether a text lies in a compartment.
bool in_compartment(std::string_view body);

// The party's compartment, made when there is none: in the open transaction.
Compartment compartment_of(Desk&, Key dispute, Key party);
// A text as it lies there.
std::string put_into(Compartment const&, std::string_view text, std::string_view bound_to);

// Seals every compartment's key with the newest key of the vault; returns how many there were to do.
std::int64_t seal_compartments_anew(sql::Session&, Vault const&);

}  // namespace maple::access
