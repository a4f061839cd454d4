// What can happen to a person who serves: a page of the person each, and the papers that
// they add up to. Texts are kept beside the pages; the papers carry them while they are
// being written.
#pragma once
#include "foundation/record.hpp"
#include "registry/service.hpp"
#include "workforce/words.hpp"

namespace maple::workforce {

struct CertificatePaper {
    Key id{};
    Kept number, issuer;
    Date valid_from{};
    std::optional<Date> valid_until;
    Kept check_code;
    std::optional<Date> ended_on;
    bool revoked = false;
};
BOOST_DESCRIBE_STRUCT(CertificatePaper, (), (id, number, issuer, valid_from, valid_until, check_code, ended_on, revoked))

struct AbsencePaper {
    Key id{};
    std::string kind;
    Date first_day{};
    Date last_day{};
    KeptStory note;
    std::optional<Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(AbsencePaper, (), (id, kind, first_day, last_day, note, ended_on))

struct GradePaper {
    Key id{};
    std::string grade;
    Date granted_on{};
    Date valid_until{};
    Key evaluator{};        // the bureau
    bool proposed = true;   // every criterion was met
    Kept reason;            // why it was granted otherwise
    std::optional<Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(GradePaper, (), (id, grade, granted_on, valid_until, evaluator, proposed, reason, ended_on))

struct HonourPaper {
    Key id{};
    std::string honour;
    Kept giver;
    std::int64_t year = 0;
    Kept certificate;
    std::optional<Date> withdrawn_on;
};
BOOST_DESCRIBE_STRUCT(HonourPaper, (), (id, honour, giver, year, certificate, withdrawn_on))

// What a criterion of a grade said on the day of the grant; the bound as it stood then.
struct Finding {
    std::string measure;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    bool at_most = false;
    bool met = false;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (measure, value, bound, at_most, met))

// What this room adds to the roll's row of a person.
struct RollLine {
    std::string languages, skills;
    std::vector<registry::Service> serves_as;
    Kept certificate;
    std::optional<Date> certificate_until;
};

struct Papers {
    RollLine roll;
    std::optional<Profile> profile;
    std::vector<Engagement> engagements;
    std::vector<CertificatePaper> certificates;
    std::vector<AbsencePaper> absences;
    std::vector<GradePaper> grades;
    std::vector<HonourPaper> honours;
};

struct PersonEngaged {
    static constexpr std::string_view deed = "workforce.engaged";
    Engagement engagement;
};
BOOST_DESCRIBE_STRUCT(PersonEngaged, (), (engagement))

struct EngagementEnded {
    static constexpr std::string_view deed = "workforce.engagement_ended";
    Key engagement{};
    Date on{};
    Ending as{};
};
BOOST_DESCRIBE_STRUCT(EngagementEnded, (), (engagement, on, as))

struct Described {
    static constexpr std::string_view deed = "workforce.described";
    Profile profile;
    std::string languages, skills;
};
BOOST_DESCRIBE_STRUCT(Described, (), (profile, languages, skills))

struct CertificateIssued {
    static constexpr std::string_view deed = "workforce.certificate_issued";
    CertificatePaper certificate;
    Kept reason;  // why without the hours of training
};
BOOST_DESCRIBE_STRUCT(CertificateIssued, (), (certificate, reason))

struct CertificateRenewed {
    static constexpr std::string_view deed = "workforce.certificate_renewed";
    CertificatePaper certificate;
    Key replaces{};  // none: one that only the roll knew of
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(CertificateRenewed, (), (certificate, replaces, reason))

// A certificate that only the roll knew of gets a card with a code, and stays as it was.
struct CardMade {
    static constexpr std::string_view deed = "workforce.card_made";
    CertificatePaper certificate;
};
BOOST_DESCRIBE_STRUCT(CardMade, (), (certificate))

struct CertificateRevoked {
    static constexpr std::string_view deed = "workforce.certificate_revoked";
    Key certificate{};  // none: one that only the roll knew of
    Date on{};
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(CertificateRevoked, (), (certificate, on, reason))

struct WentAway {
    static constexpr std::string_view deed = "workforce.went_away";
    AbsencePaper absence;
};
BOOST_DESCRIBE_STRUCT(WentAway, (), (absence))

struct CameBack {
    static constexpr std::string_view deed = "workforce.came_back";
    Key absence{};
    Date on{};
};
BOOST_DESCRIBE_STRUCT(CameBack, (), (absence, on))

struct GradeGranted {
    static constexpr std::string_view deed = "workforce.grade_granted";
    GradePaper grade;
    std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(GradeGranted, (), (grade, findings))

struct GradeWithdrawn {
    static constexpr std::string_view deed = "workforce.grade_withdrawn";
    Key grade{};
    Date on{};
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(GradeWithdrawn, (), (grade, on, reason))

// Of a person on the person's pages, of an organisation on its own.
struct Honoured {
    static constexpr std::string_view deed = "workforce.honoured";
    HonourPaper honour;
};
BOOST_DESCRIBE_STRUCT(Honoured, (), (honour))

struct HonourWithdrawn {
    static constexpr std::string_view deed = "workforce.honour_withdrawn";
    Key honour{};
    Date on{};
    Kept reason;
};
BOOST_DESCRIBE_STRUCT(HonourWithdrawn, (), (honour, on, reason))

void evolve(Papers&, PersonEngaged const&);
void evolve(Papers&, EngagementEnded const&);
void evolve(Papers&, Described const&);
void evolve(Papers&, CertificateIssued const&);
void evolve(Papers&, CertificateRenewed const&);
void evolve(Papers&, CardMade const&);
void evolve(Papers&, CertificateRevoked const&);
void evolve(Papers&, WentAway const&);
void evolve(Papers&, CameBack const&);
void evolve(Papers&, GradeGranted const&);
void evolve(Papers&, GradeWithdrawn const&);
void evolve(Papers&, Honoured const&);
void evolve(Papers&, HonourWithdrawn const&);

using Events = boost::mp11::mp_list<PersonEngaged, EngagementEnded, Described, CertificateIssued, CertificateRenewed, CardMade, CertificateRevoked,
                                    WentAway, CameBack, GradeGranted, GradeWithdrawn, Honoured, HonourWithdrawn>;

// Applies a page by the name of its deed; false for a deed that is none of these.
bool tell(Papers&, std::string_view deed, std::string_view body);

}  // namespace maple::workforce
