#include "http/proxies.hpp"

#include <algorithm>
#include <stdexcept>

#include "http/headers.hpp"

namespace maple::http {

namespace ip = boost::asio::ip;

namespace {

// An IPv4 client of a two-family socket shows up as ::ffff:1.2.3.4.
ip::address plain(ip::address const& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, address.to_v6());
    return address;
}

// "1.2.3.4", "1.2.3.4:5678", "2001:db8::1", "[2001:db8::1]:443"
std::optional<ip::address> read_address(std::string_view text)
{
    text = without_spaces(text);
    if (text.starts_with('[')) text = text.substr(1, text.find(']') - 1);
    else if (std::count(text.begin(), text.end(), ':') == 1) text = text.substr(0, text.find(':'));
    boost::system::error_code broken;
    auto const address = ip::make_address(std::string(text), broken);
    if (broken) return {};
    return plain(address);
}

// All values of a list header in the order written, last first.
std::vector<std::string_view> backwards(Request const& request, std::string_view name)
{
    std::vector<std::string_view> values;
    for (auto const& [header, value] : request.headers) {
        if (!same_name(header, name)) continue;
        std::string_view rest = value;
        for (auto comma = rest.find(','); comma != rest.npos; comma = rest.find(',')) {
            values.push_back(rest.substr(0, comma));
            rest.remove_prefix(comma + 1);
        }
        values.push_back(rest);
    }
    std::reverse(values.begin(), values.end());
    return values;
}

}  // namespace

Proxies::Proxies(std::vector<std::string> const& listed)
{
    for (auto const& text : listed) {
        boost::system::error_code not4, not6;
        bool const net = text.find('/') != text.npos;
        auto const v4 = ip::make_network_v4(net ? text : text + "/32", not4);
        auto const v6 = ip::make_network_v6(net ? text : text + "/128", not6);
        if (not4 && not6) throw std::runtime_error("This is not the address of a proxy: " + text);
        if (!not4) v4_.push_back(v4.canonical());
        else v6_.push_back(v6.canonical());
    }
}

bool Proxies::lists(ip::address const& address) const
{
    if (address.is_v4())
        return std::any_of(v4_.begin(), v4_.end(),
                           [&](auto const& net) { return ip::network_v4(address.to_v4(), net.prefix_length()).network() == net.network(); });
    return std::any_of(v6_.begin(), v6_.end(),
                       [&](auto const& net) { return ip::network_v6(address.to_v6(), net.prefix_length()).network() == net.network(); });
}

void Proxies::introduce(Request& request, ip::address const& remote, bool tls) const
{
    ip::address peer = plain(remote);
    request.secure = tls;
    if (lists(peer)) {
        auto const protocols = backwards(request, "x-forwarded-proto");
        if (!protocols.empty()) request.secure = tls || same_name(without_spaces(protocols.front()), "https");
        // Each proxy appends whom it saw: walk back until somebody who is not ours.
        for (auto const& hop : backwards(request, "x-forwarded-for")) {
            auto const address = read_address(hop);
            if (!address) break;
            peer = *address;
            if (!lists(peer)) break;
        }
    }
    request.peer = peer.to_string();
}

}  // namespace maple::http
