#include "app/demo/tale.hpp"

#include <algorithm>

namespace maple::app::demo {
namespace {

using Words = std::map<std::string, std::string, std::less<>>;

std::string yuan(std::int64_t n) { return std::to_string(n) + "元"; }

// Fills {placeholders}; a firm is called by its full name once, afterwards by its short one.
class Filling {
public:
    Words words;
    Words short_names;  // of the placeholders that are firms

    std::string in(std::string_view pattern) const
    {
        std::set<std::string, std::less<>> met;
        return filled(pattern, met, 0);
    }

private:
    std::string filled(std::string_view pattern, std::set<std::string, std::less<>>& met, int depth) const
    {
        std::string out;
        while (!pattern.empty()) {
            auto const open = pattern.find('{');
            auto const close = pattern.find('}', open == pattern.npos ? 0 : open);
            if (open == pattern.npos || close == pattern.npos) break;
            out += pattern.substr(0, open);
            out += word(pattern.substr(open + 1, close - open - 1), met, depth);
            pattern.remove_prefix(close + 1);
        }
        return out + std::string(pattern);
    }

    std::string word(std::string_view name, std::set<std::string, std::less<>>& met, int depth) const
    {
        if (auto const firm = short_names.find(name); firm != short_names.end() && !met.insert(std::string(name)).second) return firm->second;
        auto const known = words.find(name);
        if (known == words.end()) throw std::runtime_error("a story asks for an unknown word: " + std::string(name));
        return depth < 3 ? filled(known->second, met, depth + 1) : known->second;
    }
};

struct Home {
    std::string estate;
    bool village = false;
    std::int64_t building = 1, unit = 1, floor = 1, door = 1;
};

class Telling {
public:
    Telling(Dice& dice, TaleWishes const& wishes)
        : dice_(dice), wishes_(wishes), story_(*wishes.story), community_(*community_of(wishes.place))
    {
        tale_.story = &story_;
        tale_.place = wishes.place;
        tale_.kind = story_.kind;
    }

    Tale told()
    {
        draw_days_and_sums();
        draw_parties();
        draw_words();
        write();
        promise();
        return std::move(tale_);
    }

private:
    static OrganisationEntry const* community_of(std::string const& place)
    {
        for (auto const& one : stock().organisations)
            if (one.division == place && !one.place.empty()) return &one;
        throw std::runtime_error("the demo has no committee in " + place);
    }

    void draw_days_and_sums()
    {
        using namespace std::chrono;
        auto const day_of = [](Date d) { return year_month_day(d.day); };
        if (story_.month_back) {
            auto const then = day_of(plus_months(wishes_.requested, -int(story_.month_back->draw(dice_))));
            bool const last_year = int(then.year()) < year_of(wishes_.requested);
            filling_.words["month"] = (last_year ? "去年" : "") + std::to_string(unsigned(then.month())) + "月";
        }
        if (story_.days_back) {
            auto const then = day_of(plus_days(wishes_.requested, -int(story_.days_back->draw(dice_))));
            filling_.words["date"] = std::to_string(unsigned(then.month())) + "月" + std::to_string(unsigned(then.day())) + "日";
        }
        if (!story_.sum_yuan) return;
        auto const claim = story_.sum_yuan->draw(dice_);
        agreed_ = std::max<std::int64_t>(claim * story_.agreed_percent.draw(dice_) / 100 / 10 * 10, 10);
        tale_.claim_fen = claim * 100;
        filling_.words["sum"] = yuan(claim);
        filling_.words["agreed"] = yuan(agreed_);
    }

    // --- The parties --------------------------------------------------------------------

    Home home_in(std::string const& estate)
    {
        auto const& s = stock();
        return {estate, village(), s.building.draw(dice_), s.unit.draw(dice_), s.floor.draw(dice_), s.door.draw(dice_)};
    }

    bool village() const { return community_.kind == registry::OrganisationKind::village_committee; }

    std::string estate()
    {
        auto const& name = community_.place;
        for (auto const* ending : {"花苑社区", "嘉苑社区", "佳苑社区", "花园社区", "家园社区"})
            if (name.ends_with(ending)) return name.substr(0, name.size() - std::string("社区").size());
        return village() ? dice_.pick(stock().village_estates) : dice_.pick(stock().urban_estates);
    }

    std::string address(Home const& h) const
    {
        if (h.village) return community_.place + h.estate + std::to_string(h.building) + "号院";
        return h.estate + std::to_string(h.building) + "幢" + std::to_string(h.unit) + "单元" + std::to_string(h.floor * 100 + h.door) + "室";
    }

    Home neighbour_of(Home h)
    {
        if (story_.near == "same_home") return h;
        if (story_.near == "same_landing") h.door = h.door % stock().door.most + 1;
        else if (story_.near == "same_stair_above") h.floor += 1;
        else if (story_.near == "same_estate" || story_.near == "same_village") return home_in(h.estate);
        else return home_in(estate());
        return h;
    }

    void draw_parties()
    {
        auto const here = home_in(estate());
        filling_.words["estate"] = here.estate;
        applicant_ = make_person(dice_, story_.applicant.sex);
        if (wishes_.applicant) known_applicant();
        auto const known_kin = stock().kin.find(story_.kin);
        for (;;) {
            respondent_ = known_kin == stock().kin.end() ? make_person(dice_, story_.respondent.sex)
                                                         : make_relative(dice_, story_.respondent.sex, known_kin->second, applicant_);
            if (respondent_.full() != applicant_.full()) break;
        }
        tale_.people = 0;
        tale_.parties.push_back(party("applicant", story_.applicant, applicant_, here));
        tale_.parties.push_back(party("respondent", story_.respondent, respondent_, neighbour_of(here)));
    }

    void known_applicant()
    {
        auto const& name = *wishes_.applicant;
        for (auto const& tradition : stock().traditions)
            for (auto const& surname : tradition.surnames)
                if (name.starts_with(surname)) {
                    applicant_.tradition = &tradition;
                    applicant_.second = surname;
                    applicant_.given = name.substr(surname.size());
                    applicant_.male = false;
                    return;
                }
    }

    json::object party(std::string const& side, Pattern const& pattern, PersonName const& person, Home const& home)
    {
        json::object p{{"side", side}, {"kind", "person"}, {"phone", made_up_phone(dice_)}, {"address", address(home)}};
        tale_.languages.push_back("zh");
        if (pattern.as == "firm") return firm(std::move(p), side, pattern);
        if (pattern.as == "group") return group(std::move(p), side, pattern, person);
        ++tale_.people;
        auto const age = int(pattern.age.draw(dice_));
        p["name"] = filling_.words[side] = person.full();
        p["sex"] = person.male ? "male" : "female";
        auto const born = year_of(wishes_.requested) - age;
        if (pattern.as == "minor") guarded(p, side, pattern, person, born);
        else if (dice_.chance(40)) p["id_number"] = made_up_id_number(dice_, born - 1, person.male);
        language(p, person);
        return p;
    }

    // A language is what the person wishes to speak, never read off a name: some do, most do not.
    void language(json::object& p, PersonName const& person)
    {
        if (!person.tradition->dotted || !dice_.chance(25)) return;
        tale_.languages.back() = person.tradition->key == "kazakh" ? "kk" : "ug";
        p["language"] = tale_.languages.back();
        if (dice_.chance(20)) p["interpreter"] = true;
    }

    void guarded(json::object& p, std::string const& side, Pattern const& pattern, PersonName const& child, int born)
    {
        p["birth_date"] = iso(Date{std::chrono::sys_days{std::chrono::year{born} / int(dice_.between(1, 6)) / int(dice_.between(1, 28))}});
        p.erase("phone");
        bool const mother = pattern.guardian != "father";
        auto guardian = make_person(dice_, mother ? "female" : "male", child.tradition);
        if (!mother) {
            if (child.tradition->dotted) guardian.given = child.second;
            else guardian.second = child.second;
        }
        filling_.words[side + "_guardian"] = guardian.full();
        p["guardian"] = json::object{{"name", guardian.full()}, {"phone", made_up_phone(dice_)}, {"relation", mother ? "母亲" : "父亲"}};
    }

    json::object firm(json::object p, std::string const& side, Pattern const& pattern)
    {
        auto const& one = firm_of(pattern.firm);
        ++tale_.people;
        p["kind"] = "organisation";
        p["name"] = filling_.words[side] = one.name;
        filling_.short_names[side] = one.short_name;
        p["address"] = dice_.pick(stock().streets) + std::to_string(dice_.between(1, 188)) + "号";
        p["represented_by"] = make_person(dice_, "").full();
        return p;
    }

    json::object group(json::object p, std::string const& side, Pattern const& pattern, PersonName const& first)
    {
        auto const n = pattern.count.draw(dice_);
        json::array members;
        std::set<std::string> names;
        for (std::int64_t i = 0; i < n;) {
            auto const sex = pattern.sexes.empty() ? std::string() : pattern.sexes[std::size_t(i) % pattern.sexes.size()];
            auto const name = i == 0 ? first.full() : make_person(dice_, sex.empty() ? pattern.sex : sex).full();
            if (!names.insert(name).second) continue;
            json::object member{{"name", name}, {"representative", i < (n > 6 ? 2 : 1)}, {"authorised", true}};
            if (tale_.claim_fen > 0 && side == "applicant") member["claim"] = tale_.claim_fen / n + (i == 0 ? tale_.claim_fen % n : 0);
            members.push_back(std::move(member));
            ++i;
        }
        tale_.people += n;
        p["kind"] = "group";
        p["name"] = filling_.words[side] = first.full() + "等" + std::to_string(n) + "人";
        p["members"] = std::move(members);
        return p;
    }

    Firm const& firm_of(std::string const& type)
    {
        std::vector<Firm const*> some;
        for (auto const& one : stock().firms)
            if (one.type == type && filling_.words["applicant"] != one.name && filling_.words["respondent"] != one.name) some.push_back(&one);
        if (some.empty()) throw std::runtime_error("the demo has no firm of type " + type);
        return *dice_.pick(some);
    }

    // --- The words ------------------------------------------------------------------------

    void draw_words()
    {
        auto& words = filling_.words;
        words["place"] = community_.place;
        words["street"] = village() ? dice_.pick(stock().village_streets) : dice_.pick(stock().streets);
        words["mediator"] = wishes_.mediator.value_or("调解员");
        words["building"] = std::to_string(dice_.between(1, 36));
        for (auto const& [name, range] : story_.numbers) words[name] = std::to_string(range.draw(dice_));
        for (auto const& [name, some] : story_.words) words[name] = dice_.pick(some);
        for (auto const& [name, type] : story_.firms) words[name] = firm_of(type).short_name;
        for (auto const& [name, pattern] : story_.persons) words[name] = further_person(pattern);
    }

    std::string further_person(Pattern const& pattern)
    {
        auto const& kin = stock().kin;
        auto const rule = kin.find(pattern.kin);
        auto const& elder = pattern.kin.ends_with("respondent") ? respondent_ : applicant_;
        for (;;) {
            auto const name = (rule == kin.end() ? make_person(dice_, pattern.sex) : make_relative(dice_, pattern.sex, rule->second, elder)).full();
            if (name != filling_.words["applicant"] && name != filling_.words["respondent"]) return name;
        }
    }

    void write()
    {
        tale_.facts = filling_.in(dice_.pick(story_.facts));
        tale_.request = filling_.in(story_.request);
        tale_.first_talk = filling_.in(dice_.pick(story_.first_talk));
        tale_.separate_applicant = filling_.in(story_.separate_applicant);
        tale_.separate_respondent = filling_.in(story_.separate_respondent);
        tale_.record = filling_.in(story_.turning_point + "\n" + story_.record);
        tale_.agreement_facts = filling_.in(story_.agreement_facts);
        tale_.failure_text = filling_.in(story_.failure_text);
        tale_.visit_note = filling_.in(dice_.pick(story_.visit_notes));
        tale_.session_place = filling_.in(story_.place);
        tale_.injury = story_.injury == "serious";
    }

    // The shares of what was agreed; the last one takes what rounding left.
    void promise()
    {
        std::int64_t left = agreed_, last_money = -1;
        for (std::size_t i = 0; i < story_.promises.size(); ++i)
            if (story_.promises[i].share) last_money = std::int64_t(i);
        int n = 0;
        for (std::size_t i = 0; i < story_.promises.size(); ++i) {
            auto const& pattern = story_.promises[i];
            FilledPromise promise;
            promise.manner = pattern.manner;
            promise.due_days = pattern.due_days;
            bool const money = promise.manner == "cash" || promise.manner == "transfer";
            if (money && !pattern.share) promise.manner = "other";  // a promise of money without a sum is none
            if (pattern.share && agreed_ > 0) {
                auto const share = std::int64_t(i) == last_money ? left : std::clamp<std::int64_t>(agreed_ * *pattern.share / 100, 1, left);
                left -= share;
                promise.fen = share * 100;
                filling_.words["amount"] = yuan(share);
            }
            promise.what = filling_.in(pattern.text);
            tale_.terms += std::to_string(++n) + ". " + promise.what + "\n";
            if (pattern.who != "respondent") tale_.promises.push_back(promise);
            if (pattern.who == "applicant") continue;
            promise.from = 1;
            promise.to = 0;
            tale_.promises.push_back(promise);
        }
    }

    Dice& dice_;
    TaleWishes const& wishes_;
    Story const& story_;
    OrganisationEntry const& community_;
    Filling filling_;
    Tale tale_;
    PersonName applicant_, respondent_;
    std::int64_t agreed_ = 0;
};

}  // namespace

Tale tell(Dice& dice, TaleWishes const& wishes) { return Telling(dice, wishes).told(); }

}  // namespace maple::app::demo
