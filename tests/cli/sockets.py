"""Bad input over a real socket, and the doors."""
import threading

from hands import DONE, code, office, served, test
from house import PASSWORD, key, request_form, run


@test
def alive_and_ready_are_told_to_everybody():
    assert office().ask("GET", "/health")[0] == 200
    assert office().ask("GET", "/ready")[0] == 200


@test
def a_body_over_the_limit_is_413():
    head = b"POST /api/disputes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n"
    assert office().status_of(head) == 413


@test
def broken_json_and_broken_utf8_are_400():
    cookie = office().cookies["clerk"].encode()
    for body in (b'{"kind":', b'{"kind":"\xff\xfe"}', b"[]]"):
        head = b"POST /api/disputes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nCookie: %s\r\nContent-Length: %d\r\n\r\n"
        assert office().status_of(head % (cookie, len(body)) + body) == 400, body


@test
def garbage_on_the_line_is_400():
    assert office().status_of(b"MAPLE\x00BRIDGE\r\n\r\n") == 400
    assert office().status_of(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") == 400


@test
def a_bad_field_is_422_and_all_of_them_are_named():
    form = request_form()
    form.update(amount=-1, source="rumour", unheard_of=1)
    del form["facts"]
    status, answer, reply = office().ask("POST", "/disputes", form, office().cookies["clerk"])
    assert status == 422 and reply.getheader("Content-Type").startswith("application/problem+json"), (status, answer)
    fields = {one["at"] for one in answer["problems"]}
    assert {"/amount", "/source", "/facts", "/unheard_of"} <= fields, fields


@test
def nobody_without_a_session_and_nothing_from_another_site():
    house = office()
    assert house.ask("GET", "/disputes")[0] == 401
    clerk = house.cookies["clerk"]
    assert house.ask("POST", "/disputes", request_form(), clerk, {"Origin": "https://elsewhere.example"})[0] == 403
    assert house.ask("POST", "/disputes", request_form(), clerk, {"Sec-Fetch-Site": "cross-site"})[0] == 403
    assert house.ask("POST", "/disputes", request_form(), clerk, {"Origin": f"http://127.0.0.1:{house.port}"})[0] == 200


@test
def an_older_version_is_412_and_nothing_changes():
    house = office()
    made, _ = house.well("POST", "/disputes", request_form(), house.cookies["clerk"])
    path = f"/disputes/{made['file']['id']}"
    house.well("POST", path + "/acceptance", {}, house.cookies["clerk"], headers={"If-Match": '"1"'})
    status, _, _ = house.ask("POST", path + "/acceptance", {}, house.cookies["clerk"], {"If-Match": '"1"'})
    assert status == 412, status
    _, reply = house.well("GET", path, cookie=house.cookies["clerk"])
    assert reply.getheader("ETag") == '"2"'


@test
def the_same_key_gives_the_same_answer_and_another_body_is_refused():
    house, name = office(), key()
    first, _ = house.well("POST", "/disputes", request_form(1), house.cookies["clerk"], headers={"Idempotency-Key": name})
    second, _ = house.well("POST", "/disputes", request_form(1), house.cookies["clerk"], headers={"Idempotency-Key": name})
    assert first == second
    assert house.ask("POST", "/disputes", request_form(2), house.cookies["clerk"], {"Idempotency-Key": name})[0] in (409, 422)


@test
def cookies_are_for_the_server_alone():
    _, reply = office().well("POST", "/session", {"username": "clerk", "password": PASSWORD + "clerk"})
    cookie = reply.getheader("Set-Cookie")
    assert "HttpOnly" in cookie and "SameSite=" in cookie and "Path=/" in cookie, cookie


@test
def a_right_password_waits_for_a_code_and_each_recovery_code_works_once():
    house, right = office(), {"username": "clerk", "password": PASSWORD + "clerk"}
    waiting, raw = house.well("POST", "/session", right)
    half = raw.getheader("Set-Cookie").split(";")[0]
    assert waiting["signed_in"] is False and waiting["waits_for"] == "code", waiting
    assert house.ask("GET", "/disputes", cookie=half)[0] == 401
    assert house.ask("POST", "/session/code", {"code": "12345"}, half)[0] == 422
    code = house.recovery["clerk"].pop()
    inside, raw = house.well("POST", "/session/code", {"code": code}, half)
    assert inside["signed_in"] and house.ask("GET", "/disputes", cookie=raw.getheader("Set-Cookie").split(";")[0])[0] == 200
    _, raw = house.well("POST", "/session", right)
    assert house.ask("POST", "/session/code", {"code": code}, raw.getheader("Set-Cookie").split(";")[0])[0] == 422


@test
def a_lost_phone_is_taken_away_on_the_server():
    with served() as house:
        house.furnish()
        code(run("account", "reset-factor", "clerk", "--data", house.data), DONE)
        assert house.ask("GET", "/disputes", cookie=house.cookies["clerk"])[0] == 401
        waiting, _ = house.well("POST", "/session", {"username": "clerk", "password": PASSWORD + "clerk"})
        assert waiting["waits_for"] == "enrolment", waiting


@test
def wrong_passwords_lock_the_name_and_say_for_how_long():
    statuses = []
    for _ in range(7):
        status, _, reply = office().ask("POST", "/session", {"username": "nobody", "password": "guess"})
        statuses.append(status)
    assert statuses[0] == 401 and statuses[-1] == 429 and int(reply.getheader("Retry-After")) > 0, statuses
    assert office().ask("POST", "/session", {"username": "clerk", "password": PASSWORD + "clerk"})[0] == 200


@test
def many_sign_ins_at_once_are_told_to_come_back():
    house, answers = office(), []

    def sign_in():
        status, _, reply = house.ask("POST", "/session", {"username": "clerk", "password": PASSWORD + "clerk"})
        answers.append((status, reply.getheader("Retry-After")))

    crowd = [threading.Thread(target=sign_in) for _ in range(60)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    later = [wait for status, wait in answers if status == 429]
    assert {status for status, _ in answers} <= {200, 429} and later and all(later), answers
    assert house.ask("GET", "/disputes", cookie=house.cookies["clerk"])[0] == 200
