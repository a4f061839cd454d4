"""The life of a served house, on both engines."""
import shutil
import threading

from hands import BROKEN, DONE, GOOD, LEDGER, REFUSED, WRITE, code, folder, imported, served, test, the_first_steps_of_a_dispute
from house import House, PASSWORD, postgres, request_form, run


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
