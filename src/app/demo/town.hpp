// The city's offices and the people who serve there, as the registry knows them; and in
// whose name each deed of the demo is done.
#pragma once
#include "app/demo/city.hpp"
#include "app/demo/people.hpp"
#include "registry/keep.hpp"

namespace maple::app::demo {

struct Server {  // somebody who serves
    Key person{};
    std::string name, languages;
    access::Caller caller;
    Key serves_at{};
    bool woman = false, minority = false;  // as the invented person was made
};

struct Office {
    Key id{};
    std::string path;
    OrganisationEntry const* entry = nullptr;
    std::vector<Server> mediators, informants;
    Server clerk;     // of a desk
    Server director;  // of a committee, a room or a centre
    Server officer;   // of an agency
};

// The username of a face of the bar: nobody can sign in with it, it has no password.
std::string username_of_face(std::string_view key);

class Town {
public:
    // Enters divisions, organisations, people, the team and accounts in the desk's transaction.
    Town(Desk&, Dice&, CitySize const&);

    Office const& office(std::string_view key) const;
    Office const& desk_of(std::string_view place) const;       // the acceptance desk of a community
    Office const& committee_of(std::string_view place) const;  // of a community
    Office const* agency_of(registry::OrganisationKind, std::string_view place) const;
    // A community, by the weights of the streets; only below one of the codes when there are any.
    std::string any_place(Dice&, Lines const& only_in) const;
    std::vector<Server> const& team() const { return team_; }
    Key team_key() const { return team_key_; }
    Server const& face(std::string_view key) const { return faces_.find(key)->second; }

    // Where a word of `handled_by` leads for this place; null when it does not fit.
    Office const* handler(std::string const& word, std::string const& place, Dice&) const;
    // Whether the program would propose this office by itself.
    bool is_proposed(Office const&, std::string const& place, bool general) const;

private:
    void open_offices(registry::Registrar&);
    void seat_faces(registry::Registrar&);
    void staff(registry::Registrar&, Office&);
    void form_team(registry::Registrar&);
    void describe(Office const&);
    Server enter(registry::Registrar&, Office const&, registry::Service, std::string name, std::string languages, bool certified);
    Server enter_any(registry::Registrar&, Office const&, registry::Service, bool certified, std::string_view sex = {});
    void open_account(registry::Registrar&, Server&, std::string const& username, std::vector<FaceGrant> const&);
    Server const* face_with(std::string_view role, std::string const& office) const;
    Office const* street_committee(std::string_view place) const;

    Desk& desk_;
    Dice& dice_;
    CitySize size_;
    std::map<std::string, Office, std::less<>> offices_;
    std::map<std::string, std::string> by_division_;                   // of community committees
    std::map<std::string, std::vector<std::string>> places_in_;        // street -> communities
    std::map<std::string, Server, std::less<>> faces_;
    std::vector<Server> team_;
    Key team_key_{};
    std::set<std::string> names_;
    int certificates_ = 0, accounts_ = 0, phones_ = 0;
};

}  // namespace maple::app::demo
