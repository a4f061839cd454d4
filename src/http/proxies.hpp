// Who is really asking. X-Forwarded-For and X-Forwarded-Proto are anyone's to write, so
// they count only from the addresses that the operator listed.
#pragma once
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/server.hpp"

namespace maple::http {

class Proxies {
public:
    // Addresses ("10.0.0.7") and networks ("10.0.0.0/8", "fd00::/8"); throws with a sentence
    // when one cannot be read.
    explicit Proxies(std::vector<std::string> const& listed);

    // Writes peer and secure into the request that came from `remote`.
    void introduce(Request&, boost::asio::ip::address const& remote, bool tls) const;

private:
    bool lists(boost::asio::ip::address const&) const;
    std::vector<boost::asio::ip::network_v4> v4_;
    std::vector<boost::asio::ip::network_v6> v6_;
};

}  // namespace maple::http
