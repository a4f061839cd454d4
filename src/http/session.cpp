#include "http/session.hpp"

#include <algorithm>
#include <cstring>

#include "http/answer.hpp"
#include "http/promise.hpp"

namespace maple::http {

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t pipeline_depth = 16;      // requests of one connection in flight
constexpr std::size_t first_room = 4 * 1024;    // bytes of input buffer, idle connections keep only this
constexpr std::size_t most_room = 64 * 1024;
constexpr std::size_t small_body = 4 * 1024;    // is sent in one piece with its header
constexpr auto farewell = 2s;                   // for the client to read the last answer and close
constexpr std::uint64_t mebibyte = 1024 * 1024;
constexpr std::int64_t patience_for = 128 * 1024;  // bytes of a large body that earn more time

// RFC 9110, 9.2.1: these change nothing, so several may be in flight at once.
bool is_safe(std::string_view verb) { return verb == "GET" || verb == "HEAD" || verb == "OPTIONS"; }

}  // namespace

Session::Session(Lobby& lobby, Seat seat, bool tls)
    : lobby_(lobby), entrance_(*lobby.entrance), seat_(std::move(seat)), tls_(tls), timer_(lobby.io),
      reader_(entrance_.options.limits, &entrance_.receive)
{
}

void Session::begin()
{
    safely([&] {
        Error error;
        remote_ = socket().remote_endpoint(error).address();
        if (error || entrance_.stopping) return;  // gone already, or nobody is let in any more
        socket().set_option(Tcp::no_delay(true), error);
        lobby_.sessions.insert(shared_from_this());
        shaking_ = true;
        read_due_ = Clock::now() + entrance_.options.limits.to_read;
        watch();
        start_handshake();
    });
}

void Session::on_handshake(Error error)
{
    shaking_ = false;
    if (error) return close();
    if (seat_.turned_away()) refuse(503);
    idle_due_ = Clock::now() + entrance_.options.limits.idle;
    resume();
}

// Does all that can be done without waiting, then waits for whatever can come next.
void Session::resume()
{
    if (closed_ || leaving_ || shaking_) return;
    take_requests();
    send_ready();
    if (closed_ || leaving_) return;
    if ((client_is_done_ || entrance_.stopping) && is_idle()) return leave();
    if (client_is_done_ && row_.empty() && !writing_) return close();  // half a request will never be whole
    if (wants_input() && !reading_) read_more();
    watch();
}

bool Session::wants_input() const
{
    return !no_more_requests_ && !client_is_done_ && !held_ && (reader_.begun() || row_.size() < pipeline_depth);
}

bool Session::is_idle() const { return row_.empty() && !held_ && !writing_ && !reader_.begun(); }

void Session::read_more()
{
    reading_ = true;
    start_read(room());
}

asio::mutable_buffer Session::room()
{
    if (first_ == last_) {
        first_ = last_ = 0;
        if (input_.size() != first_room && !reader_.begun()) std::vector<char>(first_room).swap(input_);
    }
    if (first_ > 0 && last_ == input_.size()) {
        std::memmove(input_.data(), input_.data() + first_, last_ - first_);
        last_ -= first_;
        first_ = 0;
    }
    std::size_t const most = std::max(most_room, entrance_.options.limits.header + first_room);
    if (last_ == input_.size() || (reader_.in_body() && input_.size() < most_room))
        input_.resize(std::min(input_.size() * 2, most));
    return {input_.data() + last_, input_.size() - last_};
}

void Session::on_read(Error error, std::size_t bytes)
{
    reading_ = false;
    if (closed_) return;
    if (leaving_) return on_drain(error);
    if (error == asio::error::eof) client_is_done_ = true;
    else if (error) return close();
    last_ += bytes;
    resume();
}

void Session::take_requests()
{
    taking_ = true;
    while (take_one()) {}
    taking_ = false;
}

// One step: starts the request that is held, or reads on. False when something must happen first.
bool Session::take_one()
{
    if (held_) {
        if (!may_start(*held_)) return false;
        Reader::Whole whole = std::move(*held_);
        held_.reset();
        start(std::move(whole));
        return true;
    }
    if (no_more_requests_ || first_ == last_ || !(reader_.begun() || row_.size() < pipeline_depth)) return false;
    bool const was_begun = reader_.begun();
    std::size_t used = 0;
    auto const step = reader_.read({input_.data() + first_, last_ - first_}, used);
    first_ += used;
    if (!was_begun) {
        read_begun_ = Clock::now();
        told_to_continue_ = false;
    }
    read_due_ = read_begun_ + entrance_.options.limits.to_read + entrance_.options.limits.to_read_more * (reader_.spooled() / patience_for);
    if (step == Reader::Step::refused) {
        refuse(reader_.refusal());
        return false;
    }
    if (step == Reader::Step::whole) {
        held_ = reader_.take();
        no_more_requests_ = !held_->keep_alive;
        return true;
    }
    if (reader_.awaits_continue() && !told_to_continue_) {
        told_to_continue_ = true;
        row_.push_back({.ready = true, .interim = true});
    }
    // A line that fills the whole buffer without an end is nobody's honest request.
    if (last_ - first_ >= std::max(most_room, entrance_.options.limits.header + first_room)) refuse(reader_.in_body() ? 400 : 431);
    return false;
}

bool Session::may_start(Reader::Whole const& whole) const
{
    return row_.empty() || (is_safe(whole.request.verb) && row_.front().safe);
}

void Session::start(Reader::Whole whole)
{
    auto const number = number_ + row_.size();
    std::string const& verb = whole.request.verb;
    row_.push_back({.head = verb == "HEAD", .old = whole.old, .safe = is_safe(verb), .keep_alive = whole.keep_alive});
    if (entrance_.in_flight >= entrance_.options.limits.in_flight) {
        row_.back().ready = true;
        row_.back().response = entrance_.worded(503);
        return;
    }
    entrance_.proxies.introduce(whole.request, remote_, tls_);
    auto const promise = std::make_shared<Promise>(lobby_.shared_from_this(), weak_from_this(), number);
    try {
        entrance_.handler(std::move(whole.request), [promise](Response response) { promise->keep(std::move(response)); });
    } catch (...) {  // the door of the house: whatever it was, the client hears 500
        promise->keep({});
    }
}

void Session::answer(std::uint64_t number, std::optional<Response> response)
{
    safely([&] {
        if (closed_ || leaving_ || number < number_ || number - number_ >= row_.size()) return;
        Place& place = row_[number - number_];
        place.ready = true;
        place.response = response && sendable(*response) ? std::move(*response) : entrance_.worded(500);
        if (!taking_) resume();
    });
}

void Session::refuse(int status)
{
    no_more_requests_ = true;
    row_.push_back({.ready = true, .keep_alive = false, .response = entrance_.worded(status)});
}

void Session::send_ready()
{
    if (writing_ || row_.empty() || !row_.front().ready) return;
    while (!row_.empty() && row_.front().ready && !last_answer_ && !pieces_) {
        Place place = std::move(row_.front());
        row_.pop_front();
        ++number_;
        bool const last = !place.keep_alive || asks_to_close(place.response) || (entrance_.stopping && row_.empty() && !held_);
        last_answer_ = last && !place.interim;
        prepare(std::move(place), !last_answer_);
    }
    no_more_requests_ = no_more_requests_ || last_answer_;
    buffers_.clear();
    for (auto const& one : sending_) {
        buffers_.emplace_back(one.head.data(), one.head.size());
        if (auto const body = body_of(one.response); !body.empty()) buffers_.emplace_back(body.data(), body.size());
    }
    write(buffers_);
}

void Session::write(std::vector<asio::const_buffer> const& buffers)
{
    auto const started = asio::buffer_size(buffers) / mebibyte + 1;
    write_due_ = Clock::now() + entrance_.options.limits.to_write * started;
    writing_ = true;
    start_write(buffers);
}

// The next piece of a large answer; false when there are no more. One that cannot be read ends
// the connection: its length was promised.
bool Session::write_piece()
{
    if (!pieces_) return false;
    piece_ = pieces_();
    if (piece_.empty()) {
        pieces_ = nullptr;
        return false;
    }
    buffers_.assign(1, asio::buffer(piece_));
    write(buffers_);
    return true;
}

void Session::prepare(Place place, bool keep_alive)
{
    if (place.interim) {
        sending_.push_back({"HTTP/1.1 100 Continue\r\n\r\n", {}});
        return;
    }
    std::string_view const connection = !keep_alive ? "close" : place.old ? "keep-alive" : "";
    Outgoing out{head_of(place.response, connection, lobby_.date()), {}};
    auto const body = body_of(place.response);
    if (!place.head && place.response.stream && place.response.status != 304)
        pieces_ = place.response.stream->between(place.response.from, end_of(place.response));
    else if (!place.head && body.size() <= small_body) out.head += body;
    else if (!place.head) out.response = std::move(place.response);
    sending_.push_back(std::move(out));
}

void Session::on_write(Error error)
{
    writing_ = false;
    if (closed_) return;
    if (error) return close();
    sending_.clear();
    if (write_piece()) return watch();
    idle_due_ = Clock::now() + entrance_.options.limits.idle;
    if (last_answer_) leave();
    else resume();
}

void Session::finish()
{
    safely([&] {
        if (is_idle() && !leaving_ && !shaking_) close();
        else resume();
    });
}

// Closing while input is unread would make the system drop the answer on its way (a reset):
// say goodbye, then read and forget until the client has closed too.
void Session::leave()
{
    leaving_ = true;
    leave_due_ = Clock::now() + farewell;
    watch();
    if (!reading_) return start_farewell();
    Error ignored;
    socket().shutdown(Tcp::socket::shutdown_send, ignored);
}

void Session::on_farewell()
{
    if (closed_) return;
    Error ignored;
    socket().shutdown(Tcp::socket::shutdown_send, ignored);
    on_drain({});
}

void Session::on_drain(Error error)
{
    if (closed_) return;
    if (error) return close();
    if (input_.empty()) input_.resize(first_room);
    start_drain(asio::buffer(input_));
}

void Session::close()
{
    if (closed_) return;
    closed_ = true;
    Error ignored;
    socket().close(ignored);
    timer_.cancel();
    auto const self = shared_from_this();
    seat_.leave();
    lobby_.sessions.erase(self);
    if (lobby_.left) lobby_.left();
}

Session::Clock::time_point Session::due() const
{
    if (leaving_) return leave_due_;
    auto earliest = Clock::time_point::max();
    if (writing_) earliest = write_due_;
    if (shaking_ || (reading_ && reader_.begun() && !no_more_requests_)) earliest = std::min(earliest, read_due_);
    if (is_idle() && !shaking_) earliest = std::min(earliest, idle_due_);
    return earliest;
}

// One timer, set again only when something is due earlier than it would wake: a busy
// connection sets it rarely, an idle one never wakes before its end.
void Session::watch()
{
    auto const next = due();
    if (closed_ || next >= armed_) return;
    armed_ = next;
    timer_.expires_at(next);
    timer_.async_wait([self = shared_from_this()](Error error) {
        if (!error) self->safely([&] { self->on_time(); });
    });
}

void Session::on_time()
{
    if (closed_) return;
    armed_ = Clock::time_point::max();
    auto const now = Clock::now();
    if (due() > now) return watch();
    bool const slow_to_send = !leaving_ && !shaking_ && !(writing_ && write_due_ <= now) && reader_.begun();
    if (!slow_to_send) return close();
    refuse(408);
    resume();
}

}  // namespace maple::http
