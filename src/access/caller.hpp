// Who is asking: an account of a person with roles, each scoped to an organisation and
// what lies below it. A resident has no account; a receipt code speaks for one party.
#pragma once
#include "foundation/form.hpp"

namespace maple::access {

enum class Role {
    informant,             // reports signs of disputes, sees what became of them
    desk_clerk,            // accepts, diverts, invites, seals, archives
    mediator,              // sees and mediates the disputes that he is appointed to
    director,              // of a committee or centre: receives, appoints, oversees its disputes
    supervisor,            // of a justice bureau: keeps committees and people, sees figures, decides nothing in a dispute
    agency_officer,        // petition, police, procuratorate, court, a department: refers, answers calls, sees what comes back
    adviser,               // legal adviser or expert: reads the disputes to which the parties let it be invited
    // Three administrators, and nobody is two of them (GB/T 22239, level 3).
    system_administrator,    // organisations and accounts, never disputes
    security_administrator,  // roles, second factors, lock-outs, sessions; never disputes
    auditor,                 // the audit journal alone
};
BOOST_DESCRIBE_ENUM(Role, informant, desk_clerk, mediator, director, supervisor, agency_officer, adviser,
                    system_administrator, security_administrator, auditor)

struct Grant {
    Role role{};
    Key organisation{};
    std::string scope;  // the organisation's path: "/000…1/000…7/"
};
BOOST_DESCRIBE_STRUCT(Grant, (), (role, organisation, scope))

struct Caller {
    Key account{};  // none: nobody signed in
    Key person{};
    std::vector<Grant> grants = {};
    Key session{};           // the sign-in by which it came
    Instant session_seen{};  // when it was used last, to the minute

    bool signed_in() const { return bool(account); }
    bool has(Role role) const
    {
        for (auto const& grant : grants)
            if (grant.role == role) return true;
        return false;
    }
};

}  // namespace maple::access
