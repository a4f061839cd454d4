#include "api/idempotency.hpp"
#include "api/inside.hpp"

namespace maple::api {
namespace {

constexpr int most_makings = 3;  // of what is made beforehand, while others write on the same file

}  // namespace

void Dispatcher::Inside::answer_beforehand(Sent const& errand)
{
    refuse_other_sites(errand->request);
    make_beforehand(errand, fill(*errand, errand->route->fill_beforehand), most_makings);
}

void Dispatcher::Inside::make_beforehand(Sent const& errand, FilledBeforehand const& make, int times)
{
    auto const toil = [this, errand, make, times] {
        try {
            std::optional<http::Response> again;
            Filled deed;
            store.read([&](sql::Session& session) {
                auto desk = desk_for(*errand, session);
                check_right(desk.caller, errand->route->needs, house);
                if (auto const once = once_of(errand->request, desk.caller, errand->route->path)) again = answered_before(desk, *once);
                if (!again) deed = make(desk);
            });
            if (again) return complete(errand, std::move(*again));
            write(errand, std::move(deed), [this, errand, make, times] {
                if (times > 1) make_beforehand(errand, make, times - 1);
                else write(errand, {[make](Desk& desk) { return make(desk).work(desk); }});
            });
        } catch (...) {
            refused(*errand, std::current_exception());
        }
    };
    if (!hands.post(toil)) throw Refused(come_back());
}

}  // namespace maple::api
