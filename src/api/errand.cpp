#include "api/errand.hpp"
#include "access/identify.hpp"

#include <spdlog/spdlog.h>

namespace maple::api {

std::string cookie_of(http::Request const& request)
{
    auto const strict = request.cookie("__Host-" + std::string(access::session_cookie));
    return std::string(strict.empty() ? request.cookie(access::session_cookie) : strict);
}

Refusal no_such_door() { return refuse(Because::not_found, "no_such_door"); }

Refusal come_back() { return refuse(Because::busy, "busy", {{"seconds", "2"}}); }

Refusal refusal_of(std::exception_ptr error, Errand const& errand)
{
    try {
        std::rethrow_exception(error);
    } catch (Refused const& no) {
        return no.refusal;
    } catch (sql::TooBusy const&) {
        return come_back();
    } catch (sql::TryAgain const&) {
        return come_back();
    } catch (sql::NoRoom const&) {
        spdlog::error("request={} no room to write", errand.id);
        return refuse(Because::full, "disk_full");
    } catch (Contents::FullDisk const&) {
        spdlog::error("request={} no room for a file", errand.id);
        return refuse(Because::full, "disk_full");
    } catch (std::exception const& broken) {
        spdlog::error("request={} route=\"{}\" broken=\"{}\"", errand.id, errand.route ? errand.route->path : "", broken.what());
        return refuse(Because(-1), "broken");
    }
}

}  // namespace maple::api
