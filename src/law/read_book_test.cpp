#include "law/book.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace maple::law {
namespace {

std::vector<RuleFile> karamay() { return rule_files(); }

RuleFile& named(std::vector<RuleFile>& files, std::string_view name)
{
    return *std::find_if(files.begin(), files.end(), [&](RuleFile const& f) { return f.name == name; });
}

std::string faults(std::vector<RuleFile> const& files)
{
    try {
        read_book(files);
        return "";
    } catch (std::runtime_error const& wrong) {
        return wrong.what();
    }
}

std::size_t line_of(std::string const& text, std::size_t at) { return 1 + std::size_t(std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n')); }

// "kinds.toml:17: ", where the text stands for the n-th time.
std::string place(std::vector<RuleFile>& files, std::string const& file, std::string_view what, int n = 1)
{
    auto const& text = named(files, file).text;
    auto at = text.find(what);
    while (--n > 0) at = text.find(what, at + 1);
    return file + ":" + std::to_string(line_of(text, at)) + ": ";
}

// One thing changed in a good pack, and the one fault that must be told for that line.
struct Broken {
    char const* file;
    char const* find;
    char const* put;
    char const* reason;
    int lines_below = 0;  // the fault is told so many lines below the change
};

Broken const broken[] = {
    {"pack.toml", "place = \"karamay\"", "place = \"Kara may\"", "'Kara may' is not a key: small letters, digits, '_' and '.'"},
    {"pack.toml", "version = \"2023.11-1\"", "version = \"\"", "'version' is empty"},
    {"pack.toml", "sign_in_failures_most = 5", "sign_in_failures_most = \"five\"", "'sign_in_failures_most' must be a whole number from 1 to 1000000"},
    {"pack.toml", "sign_in_failures_most = 5", "sign_in_failures_most = 0", "'sign_in_failures_most' must be a whole number from 1 to 1000000"},
    {"pack.toml", "twin_hints_most = 3", "twin_hints_most = 3\nmade_up = 1", "unknown key 'made_up'", 1},
    {"pack.toml", "multi_ethnic_place = true", "multi_ethnic_place = 1", "'multi_ethnic_place' must be true or false"},
    {"pack.toml", "multi_ethnic_place = true", "multi_ethnic_place = true\nmade_up = true", "unknown key 'made_up'", 1},
    {"pack.toml", "twin_hints_most = 3", "twin_hints_most = ", "Error while parsing"},
    {"numbering.toml", "{short}受字〔{year}〕", "{short}受字〔{jahr}〕", "'acceptance' has the unknown place {jahr}"},
    {"numbering.toml", "{short}受字〔{year}〕第{n:03}号", "受字〔{year}〕第{n:03}号", "'acceptance' must have {short} once"},
    {"numbering.toml", "人调协字", "人调字", "two patterns are the same: numbers would collide"},
    {"kinds.toml", "key = \"contract\"", "key = \"neighbour\"", "'neighbour' stands already on line "},
    {"kinds.toml", "category = \"04\"", "category = \"02\"", "'02' stands already on line "},
    {"kinds.toml", "category = \"04\"", "category = \"4\"", "'category' must be two digits"},
    {"kinds.toml", "clock = \"labour\"", "clock = \"labor\"", "there is no clock 'labor'"},
    {"kinds.toml", "\"outside_help\", \"changing_places\", \"emotional_guidance\"", "\"outside_help\", \"magic\"", "there is no method 'magic'"},
    {"kinds.toml", "[\"court_suit\", \"police\", \"legal_aid\"]", "[\"court_suit\", \"duel\"]", "there is no remedy 'duel'"},
    {"kinds.toml", "[\"court_suit\", \"police\", \"legal_aid\"]", "[\"court_suit\", \"court_suit\"]", "'court_suit' stands twice in 'remedies'"},
    {"kinds.toml", "[\"court_suit\", \"police\", \"legal_aid\"]", "[]", "'remedies' must be a list of texts"},
    {"kinds.toml", "needs_writing = true", "needs_writing = \"yes\"", "'needs_writing' must be true or false"},
    {"kinds.toml", "{ zh-CN = \"医疗纠纷\", en = \"Medical treatment\" }", "{ zh-CN = \"医疗纠纷\" }", "'name' has no en"},
    {"kinds.toml", "{ zh-CN = \"医疗纠纷\", en = \"Medical treatment\" }", "{ zh-CN = \"Medical\", en = \"Medical\" }", "'name' is the same in zh-CN and en"},
    {"kinds.toml", "{ zh-CN = \"医疗纠纷\", en = \"Medical treatment\" }", "{ zh-CN = \"医疗纠纷\", en = \"Medical\", fr = \"Médical\" }", "'name' has the unknown language 'fr'"},
    {"kinds.toml", "{ zh-CN = \"医疗纠纷\", en = \"Medical treatment\" }", "{ zh-CN = \"医疗纠纷\", en = \" Medical\" }", "'name' has white space at an end"},
    {"kinds.toml", "{ zh-CN = \"医疗纠纷\", en = \"Medical treatment\" }", "\"医疗纠纷\"", "'name' must be a table of languages"},
    {"kinds.toml", "en = \"Medical treatment\"", "en = \"Medical treatment, and everything else that a physician, a nurse or a hospital may do\"", "'name' is longer than 60 characters"},
    {"kinds.toml", "[[kind]]\nkey = \"other\"\n", "[[kind]]\n", "'key' is missing"},
    {"clocks.toml", "unit = \"working_days\"", "unit = \"workdays\"", "'workdays' is no unit"},
    {"clocks.toml", "length = 15", "length = 0", "'length' must be a whole number from 1 to 10000"},
    {"clocks.toml", "statute = \"LAB-14\"", "statute = \"LAB-99\"", "there is no statute 'LAB-99'"},
    {"clocks.toml", "length = 72\nunit = \"hours\"", "length = 72\nrolls = true\nunit = \"hours\"", "hours do not roll over holidays", 1},
    {"clocks.toml", "length = 72\nunit = \"hours\"\ntold_in", "length = 72\nunit = \"hours\"\nmay_extend = true\ntold_in", "what is only told of is neither paused nor extended", 3},
    {"kinds.toml", "clock = \"labour\"", "clock = \"protection_order\"", "there is no clock 'protection_order'"},
    {"calendar.toml", "known_until = 2026-12-31", "known_until = \"2026-12-31\"", "'known_until' must be a date such as 2023-11-20"},
    {"calendar.toml", "to = 2022-02-06", "to = 2022-01-06", "'to' lies before 'from'"},
    {"calendar.toml", "to = 2022-02-06", "to = 2022-03-06", "a holiday of more than 15 days"},
    {"calendar.toml", "worked = [2022-04-02]", "worked = [2022-04-06]", "2022-04-06 is no weekend day"},
    {"calendar.toml", "worked = [2022-04-02]", "worked = [2022-01-29]", "2022-01-29 stands already on line "},
    {"calendar.toml", "name = \"qingming\"", "name = \"easter\"", "'easter' has no entry under [names]"},
    {"calendar.toml", "from = 2026-10-01\nto = 2026-10-07", "from = 2027-10-01\nto = 2027-10-01", "2027-10-01 lies outside known_from and known_until"},
    {"calendar.toml", "[[missing]]\nname = \"roza\"", "[[missing]]\nname = \"easter\"", "'easter' has no entry under [names]", 1},
    {"calendar.toml", "to = 2026-03-28", "to = 2026-03-01", "'to' lies before 'from'"},
    {"calendar.toml", "to = 2026-06-06", "to = 2027-06-06", "2027-06-06 lies outside known_from and known_until"},
    {"calendar.toml", "name = \"kurban\"\nfrom = 2026-05-23", "name = \"labour_day\"\nfrom = 2026-05-01", "2026-05-01 is known: it stands on line ", 1},
    {"statutes.toml", "key = \"PML-2\"", "key = \"XYZ-2\"", "'XYZ-2' belongs to no law under [laws]"},
    {"statutes.toml", "key = \"PML-2\"", "key = \"PML-two\"", "'PML-two' does not end in the number of an article"},
    {"statutes.toml", "key = \"PML-4\"", "key = \"PML-3\"", "two versions of 'PML-3' are in force at once"},
    {"statutes.toml", "{ number = 201, in_force = 2022-01-01, until = 2023-12-31 }", "{ number = 201, in_force = 2021-12-31, until = 2023-12-31 }", "two versions of 'CPL-205' are in force at once"},
    {"statutes.toml", "{ number = 201, in_force = 2022-01-01, until = 2023-12-31 }", "{ number = 201, in_force = 2022-01-01, until = 2021-12-31 }", "'until' lies before 'in_force'"},
    {"reasons.toml", "key = \"too_far_apart\"", "key = \"withdrawn\"", "'withdrawn' stands already on line "},
    {"reasons.toml", "years = 30", "years = -1", "'years' must be a whole number from 1 to 500"},
    {"reasons.toml", "years = 30", "year = 30", "unknown key 'year'"},
    {"methods.toml", "statute = \"PML-20\"", "statute = \"PML-200\"", "there is no statute 'PML-200'"},
    {"safety.toml", "actions = [\"stop\", \"call_police\"]", "actions = [\"score\"]", "there is no safety_action 'score'"},
    {"grading.toml", "measure = \"people\"", "measure = \"ethnicity\"", "'ethnicity' is no measure"},
    {"grading.toml", "grade = \"major\"", "grade = \"huge\"", "'grade' is complex or major"},
    {"assigning.toml", "skill = 20", "skill = -20", "'skill' must be a whole number from 0 to 10000"},
    {"assigning.toml", "wish = 50", "wish = 50\nsuccess_rate = 50", "unknown key 'success_rate'", 1},
    {"assigning.toml", "\"650202\"", "\"Dushanzi\"", "'Dushanzi' is no code of a district"},
    {"agreement.toml", "\"尽早\"", "\"早\"", "'早' is too short: it would be found everywhere", -1},
    {"agreement.toml", "\"尽早\"", "\"尽快\"", "'尽快' stands twice in 'words'", -1},
    {"agreement.toml", "[vague_time]", "[vague_hours]", "unknown key 'vague_hours'"},
    {"agreement.toml", "refused_above = 30", "refused_above = 5", "'refused_above' lies below 'asked_above'"},
    {"people.toml", "[\"appointment\", \"lead\"]", "[\"danger\"]", "an expired certificate cannot stop 'danger'"},
    {"people.toml", "key = \"lawyer\"", "key = \"notary\"", "'notary' stands already on line ", 3},
    {"people.toml", "no_subsidy = true", "no_subsidy = 1", "'no_subsidy' must be true or false"},
    {"grades.toml", "key = \"two\"", "key = \"one\"", "'one' stands already on line "},
    {"grades.toml", "evaluator = \"city\"", "evaluator = \"village\"", "'evaluator' is city or district"},
    {"grades.toml", "{ measure = \"years\", at_least = 10 }", "{ measure = \"ethnicity\", at_least = 10 }", "'ethnicity' is no measure"},
    {"grades.toml", "{ measure = \"years\", at_least = 10 }", "{ measure = \"years\", at_least = 10, at_most = 20 }", "a criterion has 'at_least' or 'at_most', one of them"},
    {"honours.toml", "rung = \"district\"", "rung = \"street\"", "'rung' is national, region, city or district"},
    {"honours.toml", "bearer = \"organisation\"", "bearer = \"team\"", "'bearer' is person or organisation"},
    {"honours.toml", "rung = \"national\"", "rung = \"city\"", "the rungs must go down from national to district", 6},
};

}  // namespace

TEST(ReadBook, a_good_pack_has_no_faults) { EXPECT_EQ(faults(karamay()), ""); }

TEST(ReadBook, every_fault_is_told_with_its_file_and_line)
{
    for (auto const& one : broken) {
        auto files = karamay();
        auto& text = named(files, one.file).text;
        auto const at = text.find(one.find);
        ASSERT_NE(at, text.npos) << one.find;
        auto const line = line_of(text, at) + std::size_t(one.lines_below);
        text.replace(at, std::string_view(one.find).size(), one.put);
        auto const expected = std::string(one.file) + ":" + std::to_string(line) + ": " + one.reason;
        EXPECT_NE(("\n" + faults(files)).find("\n" + expected), std::string::npos) << "expected " << expected << "\ntold " << faults(files);
    }
}

TEST(ReadBook, all_faults_are_told_at_once_in_order)
{
    auto files = karamay();
    for (auto [file, find, put] : {std::tuple{"kinds.toml", "category = \"01\"", "category = \"x\""},
                                   std::tuple{"kinds.toml", "clock = \"medical\"", "clock = \"none\""},
                                   std::tuple{"clocks.toml", "key = \"labour\"", "clef = \"labour\""}}) {
        auto& text = named(files, file).text;
        text.replace(text.find(find), std::string_view(find).size(), put);
    }
    EXPECT_EQ(faults(files), place(files, "clocks.toml", "[[clock]]", 2) + "'key' is missing\n" +
                             place(files, "clocks.toml", "clef") + "unknown key 'clef'\n" +
                             place(files, "kinds.toml", "\"x\"") + "'category' must be two digits\n" +
                             place(files, "kinds.toml", "\"labour\"") + "there is no clock 'labour'\n" +
                             place(files, "kinds.toml", "\"labour\"", 2) + "there is no clock 'labour'\n" +
                             place(files, "kinds.toml", "\"none\"") + "there is no clock 'none'");
}

TEST(ReadBook, missing_strange_and_doubled_files_are_told)
{
    auto files = karamay();
    named(files, "safety.toml").name = "saftey.toml";
    EXPECT_NE(faults(files).find("safety.toml:1: this file is missing"), std::string::npos);
    EXPECT_NE(faults(files).find("saftey.toml:1: no such rule file is known"), std::string::npos);
    files = karamay();
    files.push_back(files.front());
    EXPECT_EQ(faults(files), "pack.toml:1: this file is given twice");
}

TEST(ReadBook, a_key_that_stands_twice_in_a_table_is_a_fault_of_its_line)
{
    auto files = karamay();
    auto& text = named(files, "grading.toml").text;
    text.insert(text.find("grade = \"complex\""), "grade = \"major\"\n");
    EXPECT_TRUE(faults(files).starts_with(place(files, "grading.toml", "grade = \"complex\""))) << faults(files);
}

TEST(ReadBook, no_byte_of_a_broken_pack_gets_past_as_another_exception)
{
    auto const good = karamay();
    for (std::size_t f = 0; f < good.size(); ++f)
        for (std::size_t at = 0; at < good[f].text.size(); at += 499) {
            auto files = good;
            files[f].text.resize(at);
            EXPECT_NO_THROW(faults(files)) << files[f].name << " cut at " << at;
        }
}

TEST(ReadBook, a_folder_is_read_like_the_binary)
{
    auto const folder = std::filesystem::temp_directory_path() / ("rules-" + std::to_string(::getpid()));
    std::filesystem::create_directory(folder);
    for (auto const& file : karamay()) std::ofstream(folder / file.name, std::ios::binary) << file.text;
    EXPECT_EQ(open_book(folder.string()).statutes.size(), open_book().statutes.size());
    std::filesystem::remove(folder / "kinds.toml");
    EXPECT_THROW(open_book(folder.string()), std::runtime_error);
    std::filesystem::remove_all(folder);
}

}  // namespace maple::law
