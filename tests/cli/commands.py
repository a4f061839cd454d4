"""What needs no database, what a person at a terminal sees, a new key."""
import re
import shlex
import shutil

from hands import BROKEN, DONE, GOOD, LEDGER, NOT_UNDERSTOOD, REFUSED, WRITE, code, folder, imported, test, watched
from house import run


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


@test
def a_new_key_seals_everything_anew_and_verify_is_clean():
    data, _ = imported("--skip-bad")
    before = (data / "vault.key").read_text()
    said = code(run("rotate-key", "--data", data), DONE)
    assert "sealed anew with a new key" in said, said
    assert (data / "vault.key").read_text() != before
    assert "The tables are what the ledger tells." in code(run("verify", "--data", data), DONE)


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
