"""Paths that cannot be used: said in words that tell what to do, and nothing half done is left."""
import contextlib
import os
import re
import shutil
import sqlite3
import subprocess

from hands import BROKEN, DONE, LEDGER, NOT_UNDERSTOOD, WRITE, code, folder, imported, test
from house import BINARY, run

EXPORTS = ("export", "export-people", "export-organisations")
MACHINE_WORDS = ("filesystem error", "sqlite:", "VACUUM", "basic_", "std::")


def told(ran, *words, exits=BROKEN):
    assert ran.returncode == exits and not ran.stdout, ran
    assert all(str(word) in ran.stderr for word in words), (words, ran.stderr)
    assert not any(word in ran.stderr for word in MACHINE_WORDS), ran.stderr


def journaled(data, kind):
    with contextlib.closing(sqlite3.connect(data / "maplebridge.db")) as db:
        return db.execute("SELECT COUNT(*) FROM audit WHERE kind = ?", (kind,)).fetchone()[0]


def unusable(data):
    """Places for a file, and what is said of each."""
    a_file = data / "a-file"
    a_file.write_text("kept")
    closed = data / "closed.csv"
    closed.write_text("kept")
    closed.chmod(0o444)
    yield data / "papers", f"{data}/papers is a folder. Name a file in it"
    yield data / "missing/out", f"There is no folder {data}/missing. Make it first"
    yield a_file / "out", f"There is no folder {a_file}."
    yield "/proc/out", "/proc/out cannot be written: "
    yield data / "vault.key", f"{data}/vault.key belongs to the house"
    yield data / "maplebridge.db", f"{data}/maplebridge.db belongs to the house"
    yield data / "papers/../vault.key", "belongs to the house"
    if os.geteuid() != 0:  # root may write everywhere
        yield closed, f"{closed} cannot be written: Permission denied"


def all_files(data):
    return {one: one.read_bytes() for one in sorted(data.rglob("*")) if one.is_file() and not one.name.startswith("maplebridge.db")}


@test
def an_export_to_where_nothing_can_be_written_names_the_file_and_the_reason_and_is_not_journaled():
    data, _ = imported()
    for place, reason in unusable(data):
        before, entries = all_files(data), journaled(data, "exported")
        for command in EXPORTS:
            told(run(command, "--data", data, "--output", place), reason)
        assert journaled(data, "exported") == entries and all_files(data) == before, place
    code(run("verify", "--data", data), DONE)


@test
def an_export_is_journaled_once_and_lies_there_whole():
    data, _ = imported()
    for n, command in enumerate(EXPORTS, 1):
        out = data / f"{command}.csv"
        code(run(command, "--data", data, "--output", out), DONE)
        assert journaled(data, "exported") == n and out.read_text("utf-8").endswith("\n")
    assert not list(data.glob("*.part"))


@test
def what_cannot_be_journaled_does_not_leave_the_house():
    data, _ = imported()
    old, new = data / "old.csv", data / "new.csv"
    old.write_text("kept")
    with contextlib.closing(sqlite3.connect(data / "maplebridge.db")) as db:
        db.execute("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END")
        db.commit()
    for command in EXPORTS:
        for place in (old, new):
            assert run(command, "--data", data, "--output", place).returncode == BROKEN
        assert not run(command, "--data", data).stdout
    assert old.read_text() == "kept" and not new.exists() and not list(data.glob("*.part"))


@test
def an_export_over_an_older_one_keeps_its_link_and_who_may_read_it():
    data, _ = imported()
    kept, link = data / "kept.csv", data / "link.csv"
    kept.write_text("older")
    kept.chmod(0o640)
    link.symlink_to(kept)
    code(run("export", "--data", data, "--output", link), DONE)
    assert link.is_symlink() and kept.stat().st_mode & 0o777 == 0o640
    assert kept.read_text("utf-8") == code(run("export", "--data", data), DONE)


@test
def what_is_printed_onto_a_full_disk_is_no_success():
    data, _ = imported()
    for line in (("export", "--data", data), ("openapi",), ("life",)):
        with open("/dev/full", "w") as full:
            ran = subprocess.run([BINARY, *map(str, line)], stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, text=True)
        assert ran.returncode == BROKEN and "is the disk full?" in ran.stderr, (line, ran)
    told(run("export", "--data", data, "--output", "/dev/full"), "/dev/full", "No space left")


@test
def a_backup_to_where_it_cannot_lie_says_so_and_leaves_nothing():
    data, _ = imported()
    for place, reason in (*unusable(data), ("/dev/null", "is no ordinary file"), ("", "Name one")):
        before, entries = all_files(data), journaled(data, "backup")
        told(run("backup", place, "--data", data), reason)
        assert journaled(data, "backup") == entries and all_files(data) == before, place
    blocked = data / "copy.db.papers"
    blocked.write_text("kept")
    told(run("backup", data / "copy.db", "--data", data), blocked, "is a file, where the folder of papers goes")
    assert blocked.read_text() == "kept" and not (data / "copy.db").exists()
    code(run("verify", "--data", data), DONE)


@test
def an_import_of_a_folder_of_nothing_or_of_an_empty_file_says_which_it_is():
    data, _ = imported()
    empty = data / "empty.csv"
    empty.touch()
    for command in ("import", "import-people", "import-organisations"):
        for file, english, chinese in ((data / "papers", "is a folder", "文件夹"), (data / "missing.csv", "There is no file", "没有"),
                                       (empty, "is empty", "空文件")):
            told(run(command, file, "--data", data, "--english"), file, english)
            told(run(command, file, "--data", data), file, chinese)


@test
def where_no_row_is_at_fault_none_is_offered_to_be_passed_over():
    data, _ = imported()
    letter = data / "letter.csv"
    letter.write_text("没有表头\r\n", "utf-8")
    for command in ("import", "import-people", "import-organisations"):
        ran = run(command, letter, "--data", data, "--english")
        assert ran.returncode == 2 and "Nothing was written." in ran.stdout and "--skip-bad" not in ran.stdout, ran


@test
def a_restore_of_what_is_no_copy_says_so_and_puts_nothing_there():
    data, _ = imported()
    new, empty = folder(), data / "empty.db"
    empty.touch()
    shutil.copy(data / "vault.key", new)
    for file, exits, reason in ((data / "papers", NOT_UNDERSTOOD, "is actually a directory"), (data / "missing.db", NOT_UNDERSTOOD, "does not exist"),
                                (empty, 2, "is no copy of a Maplebridge database")):
        told(run("restore", file, "--data", new), file, reason, exits=exits)
        assert [one.name for one in new.iterdir()] == ["vault.key"]


@test
def an_emptied_or_damaged_database_is_not_taken_for_a_sound_one():
    data, _ = imported()
    base = data / "maplebridge.db"
    whole = base.read_bytes()
    for ruin, reason in ((lambda: base.write_bytes(b""), "is empty"), (lambda: base.write_bytes(b"no database" + whole[11:]), "is no database, or damaged"),
                         (lambda: (base.unlink(), base.mkdir()), "is a folder")):
        ruin()
        for line in (("verify",), ("export",), ("backup", data / "copy.db"), ("account", "list")):
            told(run(*line, "--data", data), base, reason)
        assert not (data / "copy.db").exists()


@test
def folders_that_are_none_are_named_before_anything_is_made():
    here = folder()
    a_file = here / "a-file"
    a_file.touch()
    for line in (("migrate",), ("serve", "--port", "0"), ("import", LEDGER, *WRITE)):
        told(run(*line, "--data", a_file), a_file, "is --data right?")
    for option, line in (("--rules", "verify"), ("--rules", "import"), ("--web", "serve")):
        file = (LEDGER,) if line == "import" else ()
        for lost in (a_file, here / "missing"):
            ran = run(line, *file, "--data", here / "new", option, lost)
            assert ran.returncode == NOT_UNDERSTOOD and re.search(option, ran.stderr + ran.stdout), ran
    assert [one.name for one in here.iterdir()] == ["a-file"]
