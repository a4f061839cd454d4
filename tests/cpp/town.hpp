// A town for the tests of the whole house: a judicial office with its committee, another
// subdistrict with its own, and somebody of every role, all asked through the dispatcher as
// a browser asks. The law's clock stands still unless a test moves it.
#pragma once
#include "access/identify.hpp"
#include "access/journal.hpp"
#include "api/dispatch.hpp"
#include "app/divisions.hpp"
#include "app/rooms.hpp"
#include "registry/keep.hpp"
#include "registry/sign_in.hpp"
#include "storage/testing.hpp"

namespace maple::testing {

// What somebody is answered.
struct Told {
    int status = 0;
    std::string type;
    std::string text;
    http::Headers headers;

    json::value body() const { return json::parse(text); }
    std::string field(std::string_view name) const { return body().at(name).as_string().c_str(); }
    std::string header(std::string_view name) const
    {
        for (auto const& [key, value] : headers)
            if (key == name) return value;
        return "";
    }
    bool well() const { return status >= 200 && status < 300; }
};

inline std::string text_of(json::value const& v) { return v.as_string().c_str(); }

struct Official {
    Key person{};
    std::string token;  // of the session; "": nobody is signed in
};

// A folder of its own, gone at the end.
struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("maple-papers-" + shown(new_key()));
    Folder() = default;
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

// What the socket layer would send.
inline std::string sent_body(http::Response const& answer)
{
    if (!answer.stream) return answer.shared ? *answer.shared : answer.body;
    std::string all;
    auto pieces = answer.stream->between(answer.from, answer.to < 0 ? answer.stream->size : answer.to);
    for (auto piece = pieces(); !piece.empty(); piece = pieces()) all += piece;
    return all;
}

using Fields = std::vector<std::pair<std::string, std::string>>;

// A form with a file, as a browser sends it with the boundary "maple"; what it says of the type is a lie.
inline std::string form_with(Fields const& fields, std::optional<std::string> const& file, std::string const& name = "照片.jpg")
{
    std::string out;
    auto const part = [&](std::string const& disposition, std::string const& body) {
        out += "--maple\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + body + "\r\n";
    };
    for (auto const& [key, value] : fields) part("name=\"" + key + "\"", value);
    if (file) part("name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/html", *file);
    return out + "--maple--\r\n";
}

class Town {
public:
    explicit Town(sql::Engine engine = sql::Engine::sqlite) : store(sql::fresh_store(engine))
    {
        house.contents = std::make_shared<Contents const>(papers.path);
        sql::migrate(*store, sql::house_migrations());
        app::enter_divisions(*store, house);
        sql::write_now(*store, [&](sql::Session& session) { furnish(session); });
        dispatcher.emplace(app::all_rooms(), *store, house, [this] { return now; });
    }

    // A network of its own: strangers are slowed down by theirs, in one count for the whole program.
    static std::string next_network()
    {
        static std::atomic<int> towns = 0;
        auto const n = towns++;
        return "198.18." + std::to_string(n / 250 % 250) + "." + std::to_string(n % 250 + 1);
    }
    std::string const peer = next_network();

    Told ask(Official const& who, std::string verb, std::string path, std::string body, http::Headers headers = {})
    {
        http::Request request;
        request.verb = std::move(verb);
        auto const mark = path.find('?');
        request.query = mark == path.npos ? "" : path.substr(mark + 1);
        request.path = "/api" + path.substr(0, mark);
        request.body = std::move(body);
        request.peer = peer;
        request.headers = std::move(headers);
        if (request.header("Content-Type").empty()) request.headers.emplace_back("Content-Type", "application/json");
        if (!who.token.empty()) request.headers.emplace_back("Cookie", std::string(access::session_cookie) + "=" + who.token);
        auto answer = dispatcher->ask(std::move(request));
        return {answer.status, answer.type, sent_body(answer), answer.headers};
    }

    Told ask(Official const& who, std::string verb, std::string path, json::object const& body = {}, http::Headers headers = {})
    {
        return ask(who, std::move(verb), std::move(path), json::serialize(body), std::move(headers));
    }

    // The same, of something that has to go well.
    json::value well(Official const& who, std::string verb, std::string path, json::object const& body = {})
    {
        auto const told = ask(who, verb, path, body);
        if (!told.well()) throw std::runtime_error(verb + " " + path + ": " + told.text);
        return told.body();
    }

    std::int64_t count(std::string_view table)
    {
        return sql::read_now(*store, [&](sql::Session& sql) {
            return sql::cell<std::int64_t>(sql, "SELECT count(*) FROM " + std::string(table)).value_or(0);
        });
    }
    std::int64_t pages() { return count("page"); }

    static json::object party(std::string side, std::string name, std::optional<std::string> consent)
    {
        json::object p{{"side", side}, {"kind", "person"}, {"name", name}, {"phone", "13800002046"}};
        if (consent) p["consent"] = *consent;
        return p;
    }

    // A quarrel of three neighbours; one of the respondents has not been asked yet.
    static json::object request()
    {
        return {{"kind", "neighbour"}, {"source", "walk_in"}, {"place", "650203007001"}, {"facts", "楼上漏水。"},
                {"request", "请求修理。"}, {"amount", 180000},
                {"parties", json::array{party("applicant", "顾真远", "agreed"), party("respondent", "马伊布拉", "agreed"),
                                        party("respondent", "柳成荫", {})}}};
    }

    // In Chinese the first key of a list of the book.
    std::string first_of(std::string_view list) const { return book.list(list).front().key; }

    law::Book book = law::open_book();
    Vault vault = Vault::for_tests();
    House house{book, vault};
    Folder papers;
    std::unique_ptr<sql::Store> store;
    Instant now = instant_from_iso("2023-11-20T09:00:00+08:00").value();
    Key office{}, committee{}, other_office{}, police{}, court{};
    Official nobody, clerk, director, mediator, colleague, elsewhere, supervisor, administrator, security, auditor, informant, officer, adviser;
    std::optional<api::Dispatcher> dispatcher;

private:
    using Kind = registry::OrganisationKind;
    using Level = registry::Level;

    void furnish(sql::Session& session)
    {
        Desk desk{session, house, {}, now, now};
        registry::Registrar roll(desk);
        auto const open = [&](std::optional<Key> above, Kind kind, Level level, std::string name, std::string division, bool seal) {
            return roll.add(registry::NewOrganisation{{}, above, kind, level, name, "", name, division, "0990-6000000", "", "", seal}).id;
        };
        auto const bureau = open({}, Kind::justice_bureau, Level::city, "市司法局", "6502", false);
        office = open(bureau, Kind::judicial_office, Level::subdistrict, "迎宾司法所", "650203007", false);
        committee = open(office, Kind::community_committee, Level::community, "汇福调委会", "650203007001", true);
        other_office = open(bureau, Kind::judicial_office, Level::subdistrict, "天山司法所", "650203001", false);
        police = open(bureau, Kind::police, Level::city, "市公安局", "6502", false);
        court = open(bureau, Kind::court, Level::district, "区人民法院", "650203", false);
        std::vector<std::pair<Official*, Key>> accounts;
        auto const serve = [&](Official& who, std::string name, Key where, access::Role role) {
            registry::NewPerson person{{}, where, name, "0990-6000001", "zh", "", {registry::Service::mediator}, "C-" + name, date_from_iso("2099-01-01").value()};
            who.person = roll.add(person).id;
            accounts.emplace_back(&who, roll.add(registry::NewAccount{{}, who.person, name, std::nullopt, {{role, where}}}));
        };
        using access::Role;
        serve(clerk, "clerk", office, Role::desk_clerk);
        serve(director, "director", office, Role::director);
        serve(mediator, "mediator", committee, Role::mediator);
        serve(colleague, "colleague", committee, Role::mediator);
        serve(elsewhere, "elsewhere", other_office, Role::director);
        serve(supervisor, "supervisor", bureau, Role::supervisor);
        serve(administrator, "administrator", bureau, Role::system_administrator);
        serve(security, "security", bureau, Role::security_administrator);
        serve(auditor, "auditor", bureau, Role::auditor);
        serve(informant, "informant", committee, Role::informant);
        serve(officer, "officer", police, Role::agency_officer);
        serve(adviser, "adviser", office, Role::adviser);
        roll.write();
        for (auto const& [who, account] : accounts) who->token = registry::begin_session(session, book, account, real_time(), {});
    }
};

}  // namespace maple::testing
