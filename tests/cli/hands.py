"""What the tests of the program from outside share."""
import contextlib
import os
import pathlib
import pty
import shutil
import subprocess
import tempfile

from house import BINARY, House, ROOT, request_form, run

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


shared = None


def office():
    """One furnished house for the tests that leave it as it was."""
    global shared
    if shared is None:
        shared = House(folder()).start().furnish()
    return shared


def leave():
    if shared:
        shared.stop()
    shutil.rmtree(scratch, ignore_errors=True)
