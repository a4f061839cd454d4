// What people see of an organisation.
#pragma once
#include "registry/standing.hpp"

namespace maple::registry {

struct OrganisationView {
    Key id{};
    std::optional<Key> parent;
    OrganisationKind kind{};
    std::string kind_name;
    Level level{};
    std::string name, name_en, short_name, division, division_name, phone, address, hours;
    bool has_seal = false;
    bool may_handle = false;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(OrganisationView, (), (id, parent, kind, kind_name, level, name, name_en, short_name, division, division_name,
                                             phone, address, hours, has_seal, may_handle, closed_at))
OrganisationView seen(Desk&, Organisation const&);

struct ArticleView {
    std::string key, law, article, says;
};
BOOST_DESCRIBE_STRUCT(ArticleView, (), (key, law, article, says))
std::optional<ArticleView> article_view(Desk&, std::string_view statute);  // nothing for "" and for what is not in force

struct StandingView {
    Basis basis{};
    std::string basis_name;
    std::optional<ArticleView> article;  // on which it rests
    std::vector<Basis> possible;         // that the law gives to this kind
    std::string host;
    std::optional<Key> seated_at;
    std::optional<std::string> seated_at_name;
    std::string sector;
    std::optional<std::string> sector_name;
    std::string contact, seal_words;
    std::optional<Date> set_up_on;
};
BOOST_DESCRIBE_STRUCT(StandingView, (), (basis, basis_name, article, possible, host, seated_at, seated_at_name, sector, sector_name,
                                         contact, seal_words, set_up_on))
StandingView standing_view(Desk&, Organisation const&);

}  // namespace maple::registry
