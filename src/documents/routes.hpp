// The papers of a dispute, and what a committee sends to the court, as fragments for A4 pages. Who
// may read a dispute may print its forms; who works on it fills in what no deed says.
#pragma once
#include "api/route.hpp"

namespace maple::documents {

api::Room room();

// Its parts, a file each.
std::vector<api::Route> notice_routes();
std::vector<api::Route> list_routes();  // roll/routes.cpp
std::vector<api::Route> pdf_routes();   // pdf/routes.cpp
std::vector<api::Route> package_routes();  // package/routes.cpp
std::vector<api::Route> closing_routes();  // closing.cpp
std::vector<api::Route> copy_routes();  // copies.cpp

enum class PaperLanguage { zh, en, ug };
BOOST_DESCRIBE_ENUM(PaperLanguage, zh, en, ug)
// Chinese or English, as the reader; Uyghur where it is asked for.
Language language_of(Desk const&, std::optional<PaperLanguage>);

struct PrintedForm {
    std::string title, number, html, language, organisation_name;
    Date date{};
    std::string check_qr = {}, check_link = {};  // where a copy of an agreement can be checked
    std::string digest = {};                     // of its text, the beginning in groups
};
BOOST_DESCRIBE_STRUCT(PrintedForm, (), (title, number, html, language, organisation_name, date, check_qr, check_link, digest))

}  // namespace maple::documents
