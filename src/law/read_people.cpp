// The people who serve: labels, leave, training, grades and honours.
#include "law/chapters.hpp"

#include <algorithm>

namespace maple::law {
namespace {

constexpr std::string_view may_be_stopped[] = {"appointment", "recording", "lead"};
constexpr std::string_view grade_measures[] = {"years", "disputes", "oral_percent", "agreed_percent", "kept_percent", "escalated", "training_hours"};
constexpr std::string_view rungs[] = {"national", "region", "city", "district"};

template <std::size_t N> std::size_t place_in(std::string_view const (&list)[N], std::string_view word)
{
    return std::size_t(std::find(std::begin(list), std::end(list), word) - std::begin(list));
}

void read_choices(Entry& file, std::string_view list, Reading& r)
{
    Once keys;
    auto& choices = r.book.choices[std::string(list)];
    for (auto& e : file.entries(list)) {
        Choice choice;
        keys.see(e, "key", choice.key = e.id("key"));
        choice.name = e.wording("name", 60);
        if (list == "label" && e.flag("no_subsidy", false)) r.book.serving.no_subsidy.insert(choice.key);
        e.nothing_else();
        choices.push_back(std::move(choice));
    }
    if (choices.empty()) file.fault(list, "the list '" + std::string(list) + "' is missing");
}

GradeCriterion read_criterion(Entry& e)
{
    GradeCriterion c;
    c.measure = e.id("measure");
    if (!c.measure.empty() && place_in(grade_measures, c.measure) == std::size(grade_measures)) e.fault("measure", "'" + c.measure + "' is no measure");
    c.at_most = e.has("at_most");
    if (c.at_most == e.has("at_least")) e.fault("measure", "a criterion has 'at_least' or 'at_most', one of them");
    c.bound = c.at_most ? e.whole("at_most", 0, 100'000) : e.whole("at_least", 1, 100'000);
    if (c.at_most && e.has("at_least")) e.whole("at_least", 1, 100'000);
    e.nothing_else();
    return c;
}

}  // namespace

void read_people(Entry& file, Reading& r)
{
    if (auto certificate = file.entry("certificate")) {
        auto& serving = r.book.serving;
        serving.expired_stops.clear();
        for (auto const& act : certificate->texts("expired_stops")) {
            if (place_in(may_be_stopped, act) == std::size(may_be_stopped))
                certificate->fault("expired_stops", "an expired certificate cannot stop '" + act + "'");
            serving.expired_stops.insert(act);
        }
        serving.certificate_years = int(certificate->whole("years", 1, 20));
        certificate->nothing_else();
    }
    for (auto list : {"label", "absence", "training"}) read_choices(file, list, r);
}

void read_grades(Entry& file, Reading& r)
{
    Once keys;
    for (auto& e : file.entries("grade")) {
        MediatorGrade grade;
        keys.see(e, "key", grade.key = e.id("key"));
        grade.name = e.wording("name", 60);
        grade.evaluator = e.id("evaluator");
        if (grade.evaluator != "city" && grade.evaluator != "district") e.fault("evaluator", "'evaluator' is city or district");
        grade.valid_years = int(e.whole("valid_years", 1, 20));
        grade.looks_back_years = int(e.whole("looks_back_years", 1, 20));
        for (auto& criterion : e.entries("criteria")) grade.criteria.push_back(read_criterion(criterion));
        if (grade.criteria.empty()) e.fault("criteria", "a grade asks for something");
        e.nothing_else();
        r.book.mediator_grades.push_back(std::move(grade));
    }
    if (r.book.mediator_grades.empty()) file.fault("grade", "there is no grade");
}

void read_honours(Entry& file, Reading& r)
{
    Once keys;
    std::size_t last = 0;
    for (auto& e : file.entries("honour")) {
        Honour honour;
        keys.see(e, "key", honour.key = e.id("key"));
        honour.rung = e.id("rung");
        auto const rung = place_in(rungs, honour.rung);
        if (rung == std::size(rungs)) e.fault("rung", "'rung' is national, region, city or district");
        else if (rung < last) e.fault("rung", "the rungs must go down from national to district");
        else last = rung;
        auto const bearer = e.id("bearer");
        if (bearer != "person" && bearer != "organisation") e.fault("bearer", "'bearer' is person or organisation");
        honour.of_person = bearer == "person";
        honour.name = e.wording("name", 80);
        honour.giver = e.wording("giver", 80);
        e.nothing_else();
        r.book.honours.push_back(std::move(honour));
    }
    if (r.book.honours.empty()) file.fault("honour", "there is no honour");
}

}  // namespace maple::law
