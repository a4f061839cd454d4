#include "registry/view.hpp"
#include "api/words.hpp"
#include "registry/roll.hpp"

namespace maple::registry {

OrganisationView seen(Desk& desk, Organisation const& o)
{
    auto const kind = std::string("organisation_kind.") + boost::describe::enum_to_string(o.kind, "?");
    return {o.id, o.parent, o.kind, api::say(desk.language, kind), o.level, o.name, o.name_en, o.short_name, o.division,
            division_name(desk, o.division), o.phone, o.address, o.hours, o.has_seal, may_handle(o.kind), o.closed_at};
}

std::optional<ArticleView> article_view(Desk& desk, std::string_view key)
{
    auto const* statute = key.empty() ? nullptr : desk.book().statute(key, date_in_beijing(desk.now));
    if (!statute) return std::nullopt;
    auto const tag = api::tag(desk.language);
    return ArticleView{statute->key, law::in(statute->law, tag), law::in(statute->article, tag), law::in(statute->says, tag)};
}

StandingView standing_view(Desk& desk, Organisation const& o)
{
    auto const s = standing(desk, o);
    StandingView out{s.basis, api::say(desk.language, std::string("basis.") + boost::describe::enum_to_string(s.basis, "?")),
                     article_view(desk, article_of(s.basis)), {}, s.host, s.seated_at, {}, s.sector, {}, s.contact, s.seal_words, s.set_up_on};
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Basis>>([&](auto one) {
        if (may_rest_on(o.kind, one.value)) out.possible.push_back(one.value);
    });
    if (s.seated_at)
        if (auto const host = find_organisation(desk, *s.seated_at)) out.seated_at_name = called(desk, *host);
    if (auto const* sector = desk.book().choice("sector", s.sector)) out.sector_name = law::in(sector->name, api::tag(desk.language));
    return out;
}

}  // namespace maple::registry
