"""Ledgers and lists in and out, by which clock; what `verify` finds."""
import datetime
import json
import re
import sqlite3

from hands import DONE, GOOD, LEDGER, REFUSED, WRITE, code, folder, imported, test
from house import House, run


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
