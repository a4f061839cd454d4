#include "dispute/changes.hpp"
#include "api/words.hpp"
#include "dispute/story.hpp"
#include "foundation/money.hpp"
#include "registry/roll.hpp"

#include <algorithm>

namespace maple::dispute {
namespace {

constexpr std::size_t most_pages = 60;  // whoever was away for longer reads the timeline

// --- A value in words --------------------------------------------------------------------------

template <class E> constexpr std::string_view list_of = "";
template <> constexpr std::string_view list_of<Stage> = "stage";
template <> constexpr std::string_view list_of<Source> = "source";
template <> constexpr std::string_view list_of<Grade> = "grade";
template <> constexpr std::string_view list_of<Side> = "side";
template <> constexpr std::string_view list_of<PartyKind> = "party_kind";
template <> constexpr std::string_view list_of<Capacity> = "capacity";
template <> constexpr std::string_view list_of<Consent> = "consent";
template <> constexpr std::string_view list_of<Tongue> = "tongue";
template <> constexpr std::string_view list_of<Sex> = "sex";
template <> constexpr std::string_view list_of<SessionKind> = "session_kind";
template <> constexpr std::string_view list_of<By> = "by";
template <> constexpr std::string_view list_of<SessionResult> = "session_result";
template <> constexpr std::string_view list_of<Signing> = "signing";
template <> constexpr std::string_view list_of<Manner> = "manner";
template <> constexpr std::string_view list_of<Promise> = "promise";
template <> constexpr std::string_view list_of<Satisfaction> = "satisfaction";
template <> constexpr std::string_view list_of<RiskLevel> = "risk_level";
template <> constexpr std::string_view list_of<RiskKind> = "risk_kind";
template <> constexpr std::string_view list_of<Closing> = "closing";
template <> constexpr std::string_view list_of<ConflictEnd> = "conflict_end";
template <> constexpr std::string_view list_of<Ruling> = "ruling";
template <> constexpr std::string_view list_of<ThirdParties> = "third_parties";
template <> constexpr std::string_view list_of<VaultKind> = "vault_kind";
template <> constexpr std::string_view list_of<ProtectionKind> = "protection_kind";
template <> constexpr std::string_view list_of<HeardWith> = "heard_with";
template <> constexpr std::string_view list_of<ReceiptKnownFrom> = "receipt_known_from";
template <> constexpr std::string_view list_of<SeatKind> = "seat_kind";
template <> constexpr std::string_view list_of<ShownKind> = "shown_kind";
template <> constexpr std::string_view list_of<Level> = "level";

// A key is told by the name of what it stands for; one without a name tells nobody anything.
class Telling {
public:
    Telling(Desk& desk, Dispute const& before, Dispute const& after) : desk_(desk), after_(after), before_(before) {}

    std::string of(Kept const& kept) const { return text_of(kept); }
    std::string of(bool yes) const { return api::say(desk_.language, yes ? "document.yes" : "document.no"); }
    std::string of(std::int64_t n) const { return std::to_string(n); }
    std::string of(Fen fen) const { return yuan_text(fen.n); }
    std::string of(Date day) const { return iso(day); }
    std::string of(Instant at) const
    {
        auto const text = iso(Instant{at.us / (60 * microseconds_a_second) * 60 * microseconds_a_second});
        return text.substr(0, 10) + " " + text.substr(11, 5);
    }
    std::string of(Key key) const
    {
        if (!key) return {};
        for (auto const* d : {&after_, &before_})
            if (auto const* p = party(*d, key)) return text_of(p->name);
        if (auto const person = registry::find_person(desk_, key)) return person->name;
        if (auto const office = registry::find_organisation(desk_, key)) return registry::called(desk_, *office);
        return {};
    }
    std::string of(std::string const& word) const
    {
        if (auto const* kind = desk_.book().kind(word)) return law::in(kind->name, api::tag(desk_.language));
        for (auto const& [name, choices] : desk_.book().choices)
            if (auto const* choice = desk_.book().choice(name, word)) return law::in(choice->name, api::tag(desk_.language));
        return word;
    }
    template <DescribedEnum E> std::string of(E one) const
    {
        return api::say(desk_.language, std::string(list_of<E>) + "." + boost::describe::enum_to_string(one, "?"));
    }

private:
    Desk& desk_;
    Dispute const& after_;
    Dispute const& before_;
};

// --- Walking two states at once ------------------------------------------------------------------

template <class T> concept Optional = requires(T t) { t.has_value(); *t; };
template <class T> concept List = requires(T t) { t.push_back(*t.begin()); } && !requires(T t) { t.c_str(); };
template <class T> concept Plain = std::derived_from<T, Kept> || !DescribedStruct<T>;
template <class T> concept WithKey = DescribedStruct<T> && !std::derived_from<T, Kept> && requires(T t) { { t.id } -> std::convertible_to<Key>; };

// What every event changes, and what is a mere key of the house.
bool is_bookkeeping(std::string_view name)
{
    return name == "id" || name == "version" || name == "stage_since" || name == "scope" || name == "advised_by" || name == "session";
}

struct Walk {
    Telling const& telling;
    std::vector<FieldChange>& found;
    bool is_new = false, is_gone = false;  // something that was not there before, or is not any more

    void note(std::string const& field, Key subject, std::string before, std::string after) const
    {
        if (is_new) before.clear();
        if (is_gone) after.clear();
        if (before == after) return;  // also what was written anew in the same words
        found.push_back({field, subject ? shown(subject) : "", std::move(before), std::move(after)});
    }

    template <class T> std::string told(std::optional<T> const& value) const { return value ? telling.of(*value) : std::string(); }
    template <class T> std::string told(T const& value) const { return telling.of(value); }

    template <class T> void compare(std::string const& field, Key subject, T const& before, T const& after) const
    {
        if constexpr (Optional<T>) {
            using Inner = std::remove_cvref_t<decltype(*before)>;
            if constexpr (Plain<Inner>) {
                if (before != after) note(field, subject, told(before), told(after));
            } else compare(field, subject, before.value_or(Inner{}), after.value_or(Inner{}));
        } else if constexpr (List<T>) lists(field, subject, before, after);
        else if constexpr (Plain<T>) {
            if (!(before == after)) note(field, subject, told(before), told(after));
        } else members(field, subject, before, after);
    }

    template <class T> void members(std::string const& field, Key subject, T const& before, T const& after) const
    {
        each_field<T>([&](auto member) {
            if (is_bookkeeping(member.name)) return;
            auto const name = field.empty() ? std::string(member.name) : field + "." + member.name;
            compare(name, subject, before.*member.pointer, after.*member.pointer);
        });
    }

    // Things with a key are found again by it, also when others were added or taken away; what was
    // written anew under another key, as the promises of a draft are, is compared in its order.
    template <class T> void lists(std::string const& field, Key subject, T const& before, T const& after) const
    {
        using Item = typename T::value_type;
        if constexpr (WithKey<Item>) {
            std::vector<Item const*> earlier, anew;
            auto const in = [](T const& list, Key id) {
                auto const at = std::find_if(list.begin(), list.end(), [&](Item const& one) { return one.id == id; });
                return at == list.end() ? nullptr : &*at;
            };
            for (auto const& one : before)
                if (!in(after, one.id)) earlier.push_back(&one);
            for (auto const& one : after) {
                if (auto const* same = in(before, one.id)) members(field, one.id, *same, one);
                else anew.push_back(&one);
            }
            for (std::size_t i = 0; i < std::max(earlier.size(), anew.size()); ++i) {
                if (i >= earlier.size()) Walk{telling, found, true, false}.members(field, anew[i]->id, Item{}, *anew[i]);
                else if (i >= anew.size()) Walk{telling, found, false, true}.members(field, earlier[i]->id, *earlier[i], Item{});
                else members(field, anew[i]->id, *earlier[i], *anew[i]);
            }
        } else if constexpr (Plain<Item>) {
            if (!(before == after)) note(field, subject, joined(before), joined(after));
        } else {
            for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i)
                members(field, subject, i < before.size() ? before[i] : Item{}, i < after.size() ? after[i] : Item{});
        }
    }

    template <class T> std::string joined(T const& list) const
    {
        std::string all;
        for (auto const& one : list) {
            auto const word = telling.of(one);
            if (!word.empty()) all += (all.empty() ? "" : "、") + word;
        }
        return all;
    }
};

}  // namespace

std::vector<FieldChange> differences(Desk& desk, Dispute const& before, Dispute const& after)
{
    std::vector<FieldChange> found;
    Telling const telling(desk, before, after);
    Walk{telling, found}.members("", Key{}, before, after);
    return found;
}

Changes changes_since(Desk& desk, Key id, std::int64_t version)
{
    auto const now = shared_dispute(desk, id);
    auto const sight = access::sight(desk.caller, matter_of(*now, desk.now));
    Changes out{now->version, {}};
    Dispute d;
    d.id = id;
    auto const pages = access::pages_of(desk.sql, id);
    for (auto const& page : pages) {
        if (page.n > now->version) break;
        bool const news = page.n > version && page.n + std::int64_t(most_pages) > now->version && is_told(page.deed, sight);
        auto before = news ? d : Dispute{};
        tell(d, page);
        settle(d, page.happened);
        if (!news) continue;
        auto after = d;
        fill_words(desk, before, sight);
        fill_words(desk, after, sight);
        out.changes.push_back({page.n, page.deed, api::say(desk.language, "deed." + page.deed), registry::person_name(desk, page.person), page.recorded,
                               differences(desk, before, after)});
    }
    desk.etag = now->version;
    return out;
}

}  // namespace maple::dispute
