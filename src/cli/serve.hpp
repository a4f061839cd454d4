#pragma once
#include "cli/house.hpp"

namespace maple::cli {

struct Serve {
    Where where;
    std::string address = "127.0.0.1";
    int port = 8080;
    bool demo = false;
    std::string public_url;
    std::string tls_certificate, tls_key;
    std::vector<std::string> trusted_proxies;
    std::string web_folder;
};

// Serves until SIGTERM or SIGINT; finishes what is in flight.
int serve(Serve const&);

}  // namespace maple::cli
