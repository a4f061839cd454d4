// A bare route for comparison: the same sockets, a constant answer, nothing of Maplebridge.
#include "http/server.hpp"

#include <iostream>

int main()
{
    maple::http::Options options;
    options.port = 0;
    maple::http::Server server(options, [](maple::http::Request, maple::http::Reply reply) { reply({200, "application/json", R"({"hello":"world"})", {}, {}}); });
    std::cout << server.port() << std::endl;
    server.stop_on_signals();
    server.run();
}
