#include "api/idempotency.hpp"
#include "api/inside.hpp"
#include "api/multipart.hpp"
#include "foundation/descriptor.hpp"
#include "foundation/sha256.hpp"

#include <spdlog/spdlog.h>
#include <sys/mman.h>
#include <unistd.h>

namespace maple::api {
namespace {

// Of the file itself: two of the same size are not the same file.
std::string hash_of(Incoming const& file)
{
    Sha256 hash;
    std::string piece(64 * 1024, '\0');
    for (std::int64_t at = 0; at < file.size;) {
        auto const most = std::size_t(std::min<std::int64_t>(file.size - at, std::int64_t(piece.size())));
        auto const n = ::pread(file.file, piece.data(), most, file.from + at);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) throw std::runtime_error("a file that was sent cannot be read");
        hash.add(std::string_view(piece).substr(0, std::size_t(n)));
        at += n;
    }
    return hex(hash.digest());
}

}  // namespace

std::shared_ptr<http::Spool> Dispatcher::Inside::spool_for(std::string_view body)
{
    if (!house.contents) throw std::runtime_error("there is no folder for papers");
    auto spool = std::make_unique<http::Spool>(house.contents->folder());
    ++*files;
    auto held = std::shared_ptr<http::Spool>(spool.release(), [files = files](http::Spool* gone) {
        delete gone;
        --*files;
    });
    held->add(body);
    return held;
}

void Dispatcher::Inside::answer_with_file(Sent const& errand)
{
    refuse_other_sites(errand->request);
    auto& request = errand->request;
    if (!request.spool) request.spool = spool_for(std::exchange(request.body, {}));
    if (request.spool->full()) throw Contents::FullDisk("the body of a request");
    auto parts = std::make_shared<Parts>(unless_kept_out(*errand, [&] { return parts_of(*request.spool, request.header("Content-Type")); }));
    for (auto& [name, value] : std::exchange(errand->found.named, {}))
        if (!parts->fields.emplace(name, std::move(value)).second) throw Refused(refuse(Because::malformed, "malformed.doubled"));
    request.body = json::serialize(parts->fields);
    errand->question = std::move(parts->fields);
    auto const filled = fill(*errand, errand->route->fill_with_file);
    if (!parts->file) throw Refused(refuse_field("/file", "missing"));
    auto const look = [this, errand, filled, parts] {
        try {
            store.read([&](sql::Session& session) {
                auto desk = desk_for(*errand, session);
                check_right(desk.caller, errand->route->needs, house);
                filled.admit(desk);
            });
            // What the same Idempotency-Key must come with again.
            if (!errand->request.header("Idempotency-Key").empty()) errand->request.body += hash_of(*parts->file);
            auto deed = filled.take_in(house, *parts->file);
            errand->request.spool.reset();
            write(errand, std::move(deed));
        } catch (...) {
            refused(*errand, std::current_exception());
        }
    };
    if (!hands.post(look)) throw Refused(come_back());
}

http::Reception Dispatcher::Inside::receive(http::Request const& head)
{
    if (head.verb != "POST" || !head.path.starts_with("/api/") || !house.contents) return {};
    auto const* route = router.find(head.verb, std::string_view(head.path).substr(prefix.size())).route;
    if (!route || !route->fill_with_file) return {};
    // Whoever has no account at all need not be heard to the end.
    if (route->needs != access::Right::anyone && cookie_of(head).empty()) return {.refusal = 401};
    if (*files >= options.most_files) return {.refusal = 503};
    constexpr std::size_t form_around_it = 64 * 1024;
    try {
        return {.spool = spool_for({}), .most = options.largest_file + form_around_it};
    } catch (std::exception const& trouble) {
        spdlog::error("the folder of papers takes no file: {}", trouble.what());
        return {.refusal = 503};
    }
}

http::Reception Dispatcher::receive(http::Request const& head) { return inside_->receive(head); }

bool Dispatcher::keeps_files() const { return bool(inside_->house.contents); }

json::value Dispatcher::act_with_file(sql::Session& session, access::Caller const& caller, Instant now, std::string_view path,
                                      json::object fields, std::string_view bytes, std::string name) const
{
    auto found = inside_->router.find("POST", path);
    if (!found.route || !found.route->fill_with_file) throw Refused(no_such_door());
    for (auto& [key, value] : found.named) fields[key] = std::move(value);
    check_right(caller, found.route->needs, inside_->house);
    Descriptor const file(::memfd_create("paper", MFD_CLOEXEC));
    if (file < 0 || !write_all(file, bytes)) throw std::runtime_error("no memory for a file");
    Desk desk{session, inside_->house, caller, now, now};
    auto const filled = found.route->fill_with_file(fields);
    filled.admit(desk);
    auto const deed = filled.take_in(inside_->house, {file, 0, std::int64_t(bytes.size()), std::move(name)});
    return json::parse(deed.work(desk).str());
}

}  // namespace maple::api
