// What the demo city is made from: rules/demo/*.toml as the binary carries it. A faulty file
// is the program's own fault and throws std::runtime_error with the file's name.
#pragma once
#include "app/demo/dice.hpp"
#include "law/book.hpp"
#include "registry/words.hpp"

namespace maple::app::demo {

struct Range {
    std::int64_t least = 0, most = 0, step = 1;
    std::int64_t draw(Dice& dice) const { return least + dice.between(0, (most - least) / std::max<std::int64_t>(step, 1)) * step; }
};

using Lines = std::vector<std::string>;

struct Tradition {
    std::string key;      // "han", "hui", "uyghur", "kazakh"
    int weight = 0;
    bool dotted = false;  // given name, dot, father's name; else surname and given name
    Lines surnames, male, female;
};

struct Kin {
    bool same_tradition = false;
    std::string surname, father;  // "shared", "applicant", "applicant_if_male", "guardian" …
};

struct Firm {
    std::string type, name, short_name;
};

struct Pattern {  // of a party, or of a further person
    std::string as, sex, firm, guardian, kin;
    Range age{20, 70}, count;
    Lines sexes;
};

struct PromisePattern {
    std::string who, text, manner;
    std::optional<std::int64_t> share;  // percent of what was agreed
    int due_days = 0;
};

struct RiskPattern {
    std::string kind, level, text;
};

struct Story {
    std::string key, kind, grade, kin, near, injury, place, request, failure_reason, failure_text;
    double weight = 1;
    bool on_spot = false, oral_allowed = false;
    std::vector<std::int64_t> season;
    Lines handled_by, only_in, methods, facts, visit_notes, first_talk;
    std::map<std::string, double> sources, satisfaction;
    Pattern applicant, respondent;
    std::optional<Range> month_back, days_back, sum_yuan;
    Range agreed_percent{100, 100};
    std::map<std::string, Range> numbers;
    std::map<std::string, Lines> words;
    std::map<std::string, Pattern> persons;
    std::map<std::string, std::string> firms;  // placeholder -> type
    std::string separate_applicant, separate_respondent, turning_point, record, agreement_facts;
    std::vector<PromisePattern> promises;
    std::optional<RiskPattern> risk;
};

// Where a word of `handled_by` leads.
struct Handler {
    std::string of_place, organisation, within, otherwise;
    Lines any_of;
    bool team = false;
};

struct OrganisationEntry {
    std::string key, parent, name, name_en, division, short_name, place;
    registry::OrganisationKind kind{};
    registry::Level level{};
    bool seal = false;
    int mediators = 0, informants = 0;
    std::string host, sector, seated_at;  // seated_at: key of another organisation
};

struct FaceGrant {
    std::string role, organisation;
};

struct Face {
    std::string key, name, sex, organisation, languages, place, story;
    law::Wording title, try_this;
    bool leads_team = false;
    std::vector<FaceGrant> grants;
};

// A loose sheet of phrases: texts, lists and numbers by name.
struct Slip {
    std::map<std::string, std::string> text;
    Lines words;
    std::int64_t days = 0;
};

struct Stock {
    std::vector<Tradition> traditions;
    std::map<std::string, Kin> kin;
    std::vector<Firm> firms;
    Lines urban_estates, village_estates, streets, village_streets;
    Range building, unit, floor, door;
    std::vector<Story> stories;
    std::vector<OrganisationEntry> organisations;
    std::map<std::string, Handler> handlers;
    std::map<std::string, double> place_weights;
    std::string hours, hotline;
    std::vector<std::string> team_radiates;
    std::string team_name, team_name_en, team_committee, team_since, team_story;
    std::vector<Face> faces;   // the seven of the bar
    std::vector<Face> extras;  // with accounts, without a place in the bar
    law::Wording note;         // that this is a demo
    std::map<std::string, Lines> phrases;                          // "consent.agreed"
    std::map<std::string, std::map<std::string, double>> weights;  // "sources", "performed_percent"
    std::vector<Slip> leads, advice, refused, referrals;
    std::int64_t failure_percent = 0;

    Lines const& lines(std::string const& name) const;
    Story const& story(std::string_view key) const;
    Face const* face(std::string_view key) const;  // null when nobody is called so
    OrganisationEntry const& organisation(std::string_view key) const;
};

// Read once.
Stock const& stock();

std::vector<registry::Division> official_divisions();

}  // namespace maple::app::demo
