#!/usr/bin/env python3
"""The program from outside: its commands, its exit codes, and the API over a real socket,
on SQLite and (the parts that touch the engine) on PostgreSQL. `tests/cli.py WORD` runs the
tests whose names hold the word."""
import contextlib
import datetime
import json
import os
import pathlib
import pty
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from house import BINARY, House, PASSWORD, ROOT, key, postgres, request_form, run  # noqa: E402

LEDGER = ROOT / "tests/data/ledger-sample.csv"
GOOD, BAD = 24, 4
WRITE = ("--skip-bad", "--create-organisations", "--yes", "--english")
tests, scratch = [], pathlib.Path(tempfile.mkdtemp(prefix="maple-cli-"))
DONE, NOT_UNDERSTOOD, REFUSED, BROKEN = 0, 1, 2, 3


def test(function):
    tests.append(function)
    return function


def folder():
    return pathlib.Path(tempfile.mkdtemp(dir=scratch))


@contextlib.contextmanager
def served(*options):
    house = House(folder(), *options).start()
    try:
        yield house
    finally:
        house.stop()


def code(ran, expected):
    assert ran.returncode == expected, f"exit code {ran.returncode}, not {expected}: {ran.stdout[-400:]}{ran.stderr[-400:]}"
    return ran.stdout


def imported(*options):
    """A folder with the sample ledger in it, and what the import said."""
    data = folder()
    return data, code(run("import", LEDGER, "--data", data, *WRITE, *options), DONE)


def watched(*command):
    """A command whose standard error is a terminal: its exit code, and what was drawn there."""
    terminal, line = pty.openpty()
    with subprocess.Popen([BINARY, *map(str, command)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=line) as process:
        os.close(line)
        drawn = b""
        with contextlib.suppress(OSError):  # Linux says so when the last writer has gone
            while more := os.read(terminal, 4096):
                drawn += more
    os.close(terminal)
    return process.returncode, drawn.decode()


# --- what needs no database --------------------------------------------------------------

@test
def help_teaches_the_first_steps_and_the_exit_codes():
    said = code(run("--help"), DONE)
    assert "First steps" in said and "Exit codes" in said
    for command in ("serve", "migrate", "verify", "import", "export", "backup", "restore", "openapi", "life", "account", "rotate-key", "version"):
        assert command in said, command
        assert "--help" in code(run(command, "--help"), DONE), command


COMMANDS = ("serve", "migrate", "verify", "backup", "restore", "rotate-key", "import", "import-people", "import-organisations", "export",
            "export-people", "export-organisations", "openapi", "life", "account", "account list", "account invite",
            "account reset-factor", "account unlock", "account appoint", "version")


def examples_in(help_text):
    return re.findall(r"^  maplebridge (.+)$", help_text.partition("\nExamples\n")[2], re.M)


@test
def every_command_teaches_by_examples_of_its_own_whose_options_exist():
    seen = set()
    for command in COMMANDS:
        said = code(run(*command.split(), "--help"), DONE)
        options, examples = said.partition("\nExamples\n")[0], examples_in(said)
        assert examples, f"{command} has no example: {said}"
        for example in examples:
            assert example.startswith(command), (command, example)
            for option in re.findall(r"--[a-z0-9-]+", example):
                assert command == "account" or re.search(rf"(^|[ ,]){option}[ =\n]", options), f"{command} has no {option}"
        assert tuple(examples) not in seen, command
        seen.add(tuple(examples))


@test
def every_command_that_there_is_is_in_the_list_above():
    def listed(*path):
        after = code(run(*path, "--help"), DONE).partition("\nSubcommands:\n")[2].partition("\n\n")[0]
        return re.findall(r"^  (\S+)", after, re.M)
    assert {*listed(), *(f"account {one}" for one in listed("account"))} == set(COMMANDS)


@test
def the_examples_of_the_help_can_be_typed_as_they_stand():
    here = folder()
    (here / "srv/new").mkdir(parents=True)
    shutil.copy(LEDGER, here / "ledger.csv")
    code(run("import", LEDGER, "--data", here / "srv/maple", *WRITE), DONE)
    code(run("backup", here / "copy.db", "--data", here / "srv/maple"), DONE)
    code(run("export-people", "--data", here / "srv/maple", "--output", here / "people.csv"), DONE)
    code(run("export-organisations", "--data", here / "srv/maple", "--output", here / "organisations.csv"), DONE)
    for key_file in ("srv/new/vault.key", "kept.key"):
        shutil.copy(here / "srv/maple/vault.key", here / key_file)
    for command in COMMANDS:
        if command in ("serve", "rotate-key"):  # the one does not end; the other leaves the copies without their key
            continue
        for example in examples_in(code(run(*command.split(), "--help"), DONE)):
            typed = shlex.split(example.partition(" > ")[0].replace("/srv/", f"{here}/srv/"))
            ran = run(*typed, cwd=here)
            # Nobody is called li.na here, and some rows are bad: that is refused, and understood.
            refusable = command.startswith(("account", "import"))
            assert ran.returncode in ((DONE, REFUSED) if refusable else (DONE,)), (example, ran)


@test
def what_is_not_understood_exits_1():
    for line in (["nonsense"], [], ["serve", "--port", "70000"], ["backup"], ["serve", "--demo", "--empty"]):
        code(run(*line), NOT_UNDERSTOOD)


@test
def the_url_of_a_database_is_no_folder_and_a_path_no_url():
    here = folder()
    url = "postgresql:///none?host=/nowhere"
    for line in (["verify", "--data", url], ["migrate", "--key", url], ["export", "--output", url], ["backup", url],
                 ["verify", "--data", here, "--database", here / "house.db"]):
        said = code(run(*line, cwd=here), NOT_UNDERSTOOD)
        assert not list(here.iterdir()), (line, said)


@test
def version_openapi_and_life_are_printed():
    assert code(run("version"), DONE).startswith("maplebridge ")
    assert '"openapi":"3.1.0"' in code(run("openapi"), DONE).replace(" ", "")
    assert "stateDiagram-v2" in code(run("life"), DONE)


@test
def what_is_broken_exits_3_with_a_sentence():
    assert run("import", "/nowhere/ledger.csv", "--data", folder()).returncode == BROKEN
    lost = run("verify", "--data", folder(), "--database", "postgresql:///none?host=/nowhere")
    assert lost.returncode == BROKEN and "maplebridge:" in lost.stderr, lost


@test
def a_mistyped_folder_is_told_and_not_furnished():
    for line in (["verify"], ["export"], ["backup", "copy.db"], ["account", "list"]):
        typo = folder() / "dta"
        ran = run(*line, "--data", typo)
        assert ran.returncode == BROKEN and "is --data right?" in ran.stderr, ran
        assert not typo.exists(), line


@test
def plain_http_is_refused_beyond_loopback():
    code(run("serve", "--data", folder(), "--address", "0.0.0.0"), NOT_UNDERSTOOD)


# --- a new key -----------------------------------------------------------------------------

@test
def a_new_key_seals_everything_anew_and_verify_is_clean():
    data, _ = imported("--skip-bad")
    before = (data / "vault.key").read_text()
    said = code(run("rotate-key", "--data", data), DONE)
    assert "sealed anew with a new key" in said, said
    assert (data / "vault.key").read_text() != before
    assert "The tables are what the ledger tells." in code(run("verify", "--data", data), DONE)


# --- who waits ---------------------------------------------------------------------------

@test
def a_person_at_a_terminal_sees_how_far_a_long_command_has_come_and_a_pipe_does_not():
    data, _ = imported()
    copy, piped = data / "copy.db", data / "piped.db"

    def new(with_key=True):
        fresh = folder()
        if with_key:
            shutil.copy(data / "vault.key", fresh)
        return fresh

    for line, steps in ((lambda: ("migrate", "--data", new(False)), ("migration 0001_house.sql [", "migration 0002_sight.sql [#")),
                        (lambda: ("import", LEDGER, "--data", new(False), *WRITE), (f"importing [{24 * '#'}] {GOOD}/{GOOD}",)),
                        (lambda: ("verify", "--data", data), ("checking [",)),
                        (lambda: ("export", "--data", data, "--output", data / "out.csv"), ("exporting [", f"/{GOOD}")),
                        (lambda: ("backup", copy if not copy.exists() else piped, "--data", data),
                         ("copying the database, MB [", "opening and checking the copy")),
                        (lambda: ("restore", copy, "--data", new()), ("putting the database back, MB [", "checking ["))):
        ended, drawn = watched(*line())
        assert ended == DONE and all(step in drawn for step in steps), (line(), drawn)
        assert drawn.endswith("\r\x1b[K"), f"wiped away in the end: {drawn!r}"
        ran = run(*line())
        assert ran.returncode == DONE and not ran.stderr, ran


# --- the demo city -----------------------------------------------------------------------

def a_founded_city():
    """What the commands know a demo city by: its mark, and where its clock stands."""
    data = folder()
    code(run("migrate", "--data", data), DONE)
    with sqlite3.connect(data / "maplebridge.db") as db:
        db.executemany("INSERT INTO setting (name, value) VALUES (?, ?)", [("demo.city", "0"), ("demo.now", "2023-11-21T01:00:00Z")])
    return data


def moments_of_pages(data):
    with sqlite3.connect(data / "maplebridge.db") as db:
        pages = [json.loads(text) for text, in db.execute("SELECT text FROM page")]
    assert pages
    return [datetime.datetime.fromtimestamp(page[when] / 1e6, datetime.timezone.utc).isoformat() for page in pages for when in ("recorded", "happened")]


@test
def an_import_into_the_demo_city_is_written_at_the_citys_time():
    data = a_founded_city()
    code(run("import", LEDGER, "--data", data, *WRITE), DONE)
    with sqlite3.connect(data / "maplebridge.db") as db:
        office = db.execute("SELECT name FROM organisation LIMIT 1").fetchone()[0]
    people = data / "people.csv"
    people.write_text(f"姓名,所在组织,证书编号,有效期至\r\n试用一,{office},调证00001,2030-12-31\r\n", "utf-8")
    assert "Entered 1 rows" in code(run("import-people", people, "--data", data, "--yes", "--english"), DONE)
    assert max(moments_of_pages(data)) == "2023-11-21T01:00:00+00:00"
    house = House(data, "--demo").start()
    try:
        answer, _ = house.well("GET", "/demo")
        assert answer["now"].startswith("2023-11-21T09:"), answer["now"]
    finally:
        house.stop()
    code(run("verify", "--data", data), DONE)


@test
def an_import_into_an_office_is_written_at_the_machines_time():
    data, _ = imported()
    today = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=10)
    assert max(moments_of_pages(data)) > today.isoformat()


@test
def the_demo_city_is_not_served_by_the_machines_clock():
    ran = run("serve", "--data", a_founded_city(), "--port", "0")
    assert ran.returncode == REFUSED and "--demo" in ran.stderr, ran


# --- the ledger --------------------------------------------------------------------------

@test
def an_import_without_yes_shows_a_preview_and_writes_nothing():
    data = folder()
    said = code(run("import", LEDGER, "--data", data, "--skip-bad", "--create-organisations", "--english"), DONE)
    assert f"{GOOD} rows can be imported" in said and "Nothing was written" in said
    assert " 0 disputes" in code(run("verify", "--data", data), DONE)


@test
def each_bad_row_is_named_with_row_column_and_reason():
    data = folder()
    said = code(run("import", LEDGER, "--data", data, "--create-organisations", "--yes", "--english"), REFUSED)
    for row, column, reason in ((6, "受理日期", "There is no day 2023-02-30"), (12, "涉及金额", "below zero"),
                                (18, "纠纷类型", "no known kind"), (21, "申请人", "must not be empty")):
        assert any(f"Row {row} " in line and f"“{column}”" in line and reason in line for line in said.splitlines()), (row, said)
    assert " 0 disputes" in code(run("verify", "--data", data), DONE)


@test
def an_import_speaks_one_language_from_the_first_line_to_the_last():
    english_words = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
    data, _ = imported()
    people = data / "people.csv"
    people.write_text("姓名,所在组织,证书编号,有效期至\r\n试用一,没有这个组织,调证00001,2030-12-31\r\n", "utf-8")
    for line in (("import", LEDGER), ("import", LEDGER, "--skip-bad", "--create-organisations"),
                 ("import", LEDGER, "--skip-bad", "--create-organisations", "--yes"), ("import", "/nowhere/ledger.csv"),
                 ("import-people", people), ("import-people", people, "--skip-bad"), ("import-people", "/nowhere/people.csv")):
        chinese, english = run(*line, "--data", data), run(*line, "--data", data, "--english")
        assert chinese.returncode == english.returncode, (chinese, english)
        said = chinese.stdout + chinese.stderr
        assert said.strip() and not english_words.search(said), said
        last = (english.stdout + english.stderr).strip().splitlines()[-1]
        assert english_words.search(last) and not re.search("[\u4e00-\u9fff]", last), last


@test
def good_rows_come_in_and_a_second_import_does_not_double_them():
    data, said = imported()
    assert f"Imported {GOOD} rows" in said, said
    for row in (6, 12, 18, 21):
        assert sum(f"Row {row} " in line for line in said.splitlines()) == 1, f"row {row} is named once: {said}"
    again = code(run("import", LEDGER, "--data", data, *WRITE), DONE)
    assert "Imported 0 rows" in again and f"{GOOD} were here already" in again, again
    assert f" {GOOD} disputes" in code(run("verify", "--data", data), DONE)


@test
def import_of_an_export_is_the_same_ledger():
    data, _ = imported()
    first, other = data / "out.csv", folder()
    code(run("export", "--data", data, "--output", first), DONE)
    assert len(first.read_text("utf-8").splitlines()) == 1 + GOOD
    code(run("import", first, "--data", other, "--create-organisations", "--yes"), DONE)
    code(run("export", "--data", other, "--output", other / "out.csv"), DONE)
    assert first.read_bytes() == (other / "out.csv").read_bytes()


@test
def gb18030_goes_in_and_out():
    data, _ = imported()
    code(run("export", "--data", data, "--gb18030", "--output", data / "gb.csv"), DONE)
    text = (data / "gb.csv").read_bytes().decode("gb18030")
    assert "受理日期" in text and len(text.splitlines()) == 1 + GOOD
    other = folder()
    (other / "gb.csv").write_bytes(LEDGER.read_text("utf-8-sig").encode("gb18030"))
    assert "GB" in code(run("import", other / "gb.csv", "--data", other, *WRITE), DONE)
    assert code(run("export", "--data", other), DONE) == code(run("export", "--data", data), DONE)


@test
def lists_of_people_and_organisations_come_in_once_and_go_out_the_same():
    data, _ = imported()
    people, offices = data / "people.csv", data / "offices.csv"
    offices.write_text("组织名称,组织类型,层级,上级组织,行政区划\r\n试办中心,公共法律服务中心,区,克拉玛依区司法局,650203\r\n"
                       "克拉玛依区司法局,司法局,区,,650203\r\n", "utf-8")
    refused = code(run("import-organisations", offices, "--data", data, "--yes", "--english"), REFUSED)
    assert "Row 2 " in refused and "“上级组织”" in refused and "Nothing was written" in refused, refused
    with sqlite3.connect(data / "maplebridge.db") as db:
        office = db.execute("SELECT name FROM organisation ORDER BY name LIMIT 1").fetchone()[0]
    rows = [f"试用{n},{office},调证{n:05},2030-12-31" for n in range(1, 1089)]
    people.write_text("姓名,所在组织,证书编号,有效期至\r\n" + "\r\n".join(rows) + "\r\n", "utf-8")
    seen = code(run("import-people", people, "--data", data, "--english"), DONE)
    assert "1088 can be entered" in seen and "say --yes" in seen, seen
    assert "Entered 1088 rows" in code(run("import-people", people, "--data", data, "--yes", "--english"), DONE)
    assert "Entered 0 rows" in code(run("import-people", people, "--data", data, "--yes", "--english"), DONE)
    first = data / "out.csv"
    code(run("export-people", "--data", data, "--output", first), DONE)
    assert len(first.read_text("utf-8").splitlines()) == 1 + 1088
    assert "Entered 0 rows" in code(run("import-people", first, "--data", data, "--yes", "--english"), DONE)
    code(run("export-organisations", "--data", data), DONE)
    code(run("verify", "--data", data), DONE)


@test
def a_flipped_byte_in_a_page_is_found_and_named():
    data, _ = imported()
    with sqlite3.connect(data / "maplebridge.db") as db:
        page, text = db.execute("SELECT id, text FROM page WHERE kind = 'dispute' LIMIT 1").fetchone()
        db.execute("UPDATE page SET text = ? WHERE id = ?", (text.replace('"person"', '"persom"', 1), page))
    said = code(run("verify", "--data", data), REFUSED)
    assert any(line.startswith("page ") or line.startswith("leaf ") for line in said.splitlines()), said


@test
def a_changed_row_is_found_and_its_column_named():
    data, _ = imported()
    with sqlite3.connect(data / "maplebridge.db") as db:
        db.execute("UPDATE dispute SET amount = amount + 1 WHERE id = (SELECT id FROM dispute WHERE amount > 0 LIMIT 1)")
    assert "column amount is not what the pages tell" in code(run("verify", "--data", data), REFUSED)


@test
def a_changed_committee_is_found_and_its_column_named():
    data, _ = imported()
    with sqlite3.connect(data / "maplebridge.db") as db:
        db.execute("UPDATE organisation SET has_seal = 1 - has_seal")
    said = code(run("verify", "--data", data), REFUSED)
    assert any(line.startswith("organisation ") and "column has_seal is not what the pages tell" in line for line in said.splitlines()), said


# --- the life of a served house ----------------------------------------------------------

@test
def a_database_whose_key_file_is_gone_is_not_opened_with_a_new_one():
    data, _ = imported()
    kept = (data / "vault.key").rename(data / "kept.key")
    for line in (["verify"], ["migrate"], ["serve"], ["export"]):
        ran = run(*line, "--data", data)
        assert ran.returncode == BROKEN and "Put it back" in ran.stderr, ran
    assert not (data / "vault.key").exists()
    code(run("verify", "--data", data, "--key", kept), DONE)


@test
def a_backup_is_made_while_the_house_is_served_and_can_be_restored():
    with served() as house:
        house.furnish()
        made, _ = house.well("POST", "/disputes", request_form(), house.cookies["clerk"])
        copy = house.data / "copy.db"
        code(house.run("backup", copy), DONE)
    new = folder()
    shutil.copy(house.data / "vault.key", new)
    code(run("restore", copy, "--data", new), DONE)
    assert " 1 disputes" in code(run("verify", "--data", new), DONE)
    (new / ".has-accounts").touch()
    again = House(new).start()
    try:
        answer, _ = again.well("GET", f"/disputes/{made['file']['id']}", cookie=house.cookies["clerk"])
        assert answer["dispute"]["facts"] == made["file"]["dispute"]["facts"]
    finally:
        again.stop()
    code(run("restore", copy, "--data", new), REFUSED)


@test
def sigterm_answers_what_is_in_flight_and_exits_0():
    with served() as house:
        house.furnish()
        answers, first = [], threading.Event()

        def sign_in():
            status, _, _ = house.ask("POST", "/session", {"username": "clerk", "password": PASSWORD + "clerk"}, connection=lines.pop())
            answers.append(status)
            first.set()

        lines = [house.connect() for _ in range(6)]
        for line in lines:
            line.connect()
        people = [threading.Thread(target=sign_in) for _ in range(6)]
        for one in people:
            one.start()
        first.wait(20)  # passwords are checked two at a time: the others are under way now
        ended = house.stop()
        for one in people:
            one.join()
        assert ended == 0 and answers == [200] * 6, (ended, answers)


@test
def accounts_are_listed_and_invited():
    with served() as house:
        house.furnish()
        listed = code(run("account", "list", "--data", house.data), DONE)
        assert "clerk" in listed and "active" in listed, listed


def the_first_steps_of_a_dispute(house):
    """Request, acceptance, diversion, receipt: each answered with a new version."""
    clerk, director = house.cookies["clerk"], house.cookies["director"]
    made, sent = house.well("POST", "/disputes", request_form(), clerk)
    dispute = made["file"]["id"]
    assert sent.getheader("ETag") == '"1"' and made["file"]["dispute"]["stage"] == "requested"
    taken, _ = house.well("POST", f"/disputes/{dispute}/acceptance", {}, clerk)
    assert taken["number"], taken
    house.well("POST", f"/disputes/{dispute}/diversion", {"organisation": house.committee, "grade": "general"}, clerk)
    got, _ = house.well("PUT", f"/disputes/{dispute}/receipt", {}, director)
    assert got["dispute"]["handlings"][-1]["received_at"] and got["next"]["organisation"] == house.committee
    return dispute


@test
def a_dispute_goes_from_request_to_the_committee():
    with served() as house:
        the_first_steps_of_a_dispute(house.furnish())
        house.stop()
        code(house.run("verify"), DONE)


@test
def a_request_alone_verifies():
    with served() as house:
        house.furnish().well("POST", "/disputes", request_form(), house.cookies["clerk"])
        house.stop()
        code(house.run("verify"), DONE)


# --- bad input over a real socket --------------------------------------------------------

shared = None


def office():
    """One furnished house for the tests that leave it as it was."""
    global shared
    if shared is None:
        shared = House(folder()).start().furnish()
    return shared


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


# --- the other engine --------------------------------------------------------------------

@test
def postgresql_serves_imports_exports_and_verifies():
    with postgres() as cluster, served("--database", cluster) as house:
        the_first_steps_of_a_dispute(house.furnish())
        assert f"Imported {GOOD} rows" in code(house.run("import", LEDGER, *WRITE), DONE)
        assert "Imported 0 rows" in code(house.run("import", LEDGER, *WRITE), DONE)
        house.stop()
        said = code(house.run("verify"), DONE)
        assert f" {GOOD + 1} disputes" in said, said
        assert house.run("backup", house.data / "no.db").returncode == BROKEN
        sqlite, _ = imported()
        rows = lambda text: sorted(line for line in text.splitlines() if "克迎人调字" in line)  # noqa: E731
        assert rows(code(house.run("export"), DONE)) == rows(code(run("export", "--data", sqlite), DONE))


def main():
    wanted = [one for one in tests if len(sys.argv) < 2 or sys.argv[1] in one.__name__]
    failed = 0
    try:
        for one in wanted:
            try:
                one()
                print("well  ", one.__name__, flush=True)
            except Exception:
                failed += 1
                print("FAILED", one.__name__, flush=True)
                traceback.print_exc(limit=-2, file=sys.stdout)
    finally:
        if shared:
            shared.stop()
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{len(wanted) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
