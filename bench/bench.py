#!/usr/bin/env python3
"""Rates over HTTP with 64 connections, against the raw engine and a bare route in the same
run; start, memory and import beside them. Prints tables with the targets; never fails by the
clock.

    bench/bench.py [--seconds N] [--only sqlite,postgres,city,import]

--seconds: of each row, 5 unless told. PostgreSQL runs on a private cluster of its own."""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))
from house import BINARY, House, key, postgres, request_form, run  # noqa: E402

CONNECTIONS, DISPUTES, IMPORTED = 64, 2000, 10_000
PROGRAMS = BINARY.parent
TICK = os.sysconf("SC_CLK_TCK")
FORM = json.dumps(request_form(), ensure_ascii=False)
options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
options.add_argument("--seconds", type=int, default=5)
options.add_argument("--only", default="sqlite,postgres,city,import")
ASKED = options.parse_args()


def processor_seconds(pid):
    """User and system time of a process and of the children that it has now."""
    def spent(one):
        fields = pathlib.Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return spent(pid) + sum(spent(child) for child in children)


def resident(process):
    """Megabytes in memory now."""
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{process.pid}/status").read_text()).group(1)) / 1024


def wrk(url, pids, script=None, environment=None):
    """Requests a second, p99 in ms, processor ms of the server (and its database) for each request, refused answers."""
    before = sum(map(processor_seconds, pids))
    told = subprocess.run(["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{ASKED.seconds}s", "--latency", *(["-s", script] if script else []), url],
                          capture_output=True, text=True, check=True, env={**os.environ, **(environment or {})}).stdout
    spent = sum(map(processor_seconds, pids)) - before
    asked = int(re.search(r"(\d+) requests in", told).group(1))
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", told).groups()
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    return {"rate": float(re.search(r"Requests/sec:\s+([\d.]+)", told).group(1)), "p99": float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit],
            "processor": spent / max(asked, 1) * 1000, "refused": int(refused.group(1)) if refused else 0}


def reading(house, pids, path, who="clerk"):
    return wrk(f"http://127.0.0.1:{house.port}/api{path}", pids, HERE / "read.lua", {"COOKIE": house.cookies[who]})


def accepting(house, pids):
    found = wrk(f"http://127.0.0.1:{house.port}/api/disputes", pids, HERE / "accept.lua",
                {"COOKIE": house.cookies["clerk"], "FORM": FORM, "SALT": key()})
    found.update(rate=found["rate"] / 2, processor=found["processor"] * 2)  # two requests each: asked for, accepted
    return found


def bare_route():
    process = subprocess.Popen([PROGRAMS / "bench_hello"], stdout=subprocess.PIPE, text=True)
    try:
        return wrk(f"http://127.0.0.1:{process.stdout.readline().strip()}/", [process.pid])
    finally:
        process.terminate()


def raw_engine(house, database, copy):
    told = subprocess.run([PROGRAMS / "bench_raw", house.data / "vault.key", database, copy, house.cookies["clerk"], FORM, str(DISPUTES)],
                          capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


def head(engine):
    print(f"\n{CONNECTIONS} connections, {ASKED.seconds} s a row, {os.cpu_count()} cores, load of the machine {os.getloadavg()[0]:.1f}, {engine}\n")
    print(f"{'':<34}{'rate':>11}{'p99 ms':>9}{'cpu ms':>10}   {'ratio':<22}target")


def show(name, found, against="", ratio=0.0, target=""):
    print(f"{name:<34}{found['rate']:>9.0f}/s{found['p99']:>9.1f}{found['processor']:>10.3f}   "
          f"{against + f' {ratio:.2f}' if against else '':<22}{target}{'   refused: ' + str(found['refused']) if found['refused'] else ''}", flush=True)


def table(engine, house, pids, raw, bare, how):
    """The rows of one engine; the house is furnished and serves."""
    accept = accepting(house, pids)
    made, _ = house.well("POST", "/disputes", request_form(), house.cookies["clerk"])
    one, listed, desk = (reading(house, pids, path) for path in (f"/disputes/{made['file']['id']}", "/disputes?limit=30", "/desk"))
    head(engine)
    show("bare route", bare)
    print(f"{'raw engine, accepts':<34}{raw['raw']:>9.0f}/s{'':>22}{raw['statements'] / raw['disputes']:.0f} statements a dispute, {how}")
    print(f"{'without HTTP, accepts':<34}{raw['within']:>9.0f}/s{'':>22}{raw['within'] / raw['raw']:.2f} of the raw engine")
    show("durable accept (two requests)", accept, "of raw", accept["rate"] / raw["raw"], ">= 0.85 of raw, cpu <= 0.6")
    show("one dispute by id", one, "of bare", one["rate"] / bare["rate"], ">= 0.5 of bare, cpu <= 0.2")
    show("work list of 30", listed, "of bare", listed["rate"] / bare["rate"], ">= 0.25 of bare, p99 <= 10, cpu <= 0.2")
    show("my desk", desk, "of bare", desk["rate"] / bare["rate"])


def sqlite(folder, bare):
    house = House(folder / "house").start().furnish()
    house.stop()
    for name in ("a.db", "b.db"):
        shutil.copy(house.data / "maplebridge.db", folder / name)
    raw = raw_engine(house, folder / "a.db", folder / "b.db")
    house.start()
    try:
        table("SQLite, synchronous=FULL", house, [house.process.pid], raw, bare, "64 works a commit")
        print(f"\nresident after this load: {resident(house.process):.0f} MB (<= 150)", flush=True)
    finally:
        house.stop()


def of_postgres(folder, bare):
    with postgres() as url:
        def in_database(name):
            return url.replace("///postgres?", f"///{name}?")

        def sql(statement):
            subprocess.run(["psql", "-q", url, "-c", statement], check=True)
        sql("CREATE DATABASE house")
        house = House(folder / "house", "--database", in_database("house")).start().furnish()
        house.stop()
        for copy in ("a", "b"):
            sql(f"CREATE DATABASE {copy} TEMPLATE house")
        raw = raw_engine(house, in_database("a"), in_database("b"))
        house.start()
        try:
            cluster = re.search(r"host=([^&]+)", url).group(1)
            postmaster = int(pathlib.Path(cluster, "data/postmaster.pid").read_text().split()[0])
            table("PostgreSQL, fsync=on, with its processes' cpu", house, [house.process.pid, postmaster], raw, bare, "16 connections, a commit a work")
        finally:
            house.stop()


def first_answer(house):
    begin = time.monotonic()
    house.start()
    status, _, _ = house.ask("GET", "/ready")
    assert status == 200
    return time.monotonic() - begin


def city(folder):
    house = House(folder / "city", "--demo")
    built = first_answer(house)
    house.stop()
    again = first_answer(house)
    idle = resident(house.process)
    try:
        _, raw = house.well("POST", "/demo/face", {"face": "desk_clerk"})
        cookie = raw.getheader("Set-Cookie").split(";")[0]
        house.cookies = {"clerk": cookie}
        found, _ = house.well("GET", "/disputes?limit=30", cookie=cookie)
        for path in ["/disputes?limit=30", "/desk", *(f"/disputes/{line['id']}" for line in found["disputes"][:5])]:
            reading(house, [house.process.pid], path)
        print(f"\nthe demo city: built in {built:.1f} s, then from start to first answer {again:.2f} s (<= 1), "
              f"resident idle {idle:.0f} MB (<= 60), after reading it under load {resident(house.process):.0f} MB (<= 150)", flush=True)
    finally:
        house.stop()


def ledger(folder):
    lines = (HERE.parent / "tests/data/ledger-sample.csv").read_text("utf-8-sig").splitlines()
    good = lines[1].split(",")
    rows = [",".join([str(n), *good[1:]]) for n in range(1, IMPORTED + 1)]
    file = folder / "ledger.csv"
    file.write_text("\n".join([lines[0], *rows]) + "\n", "utf-8")
    begin = time.monotonic()
    done = run("import", file, "--data", folder / "office", "--create-organisations", "--yes", "--english")
    took = time.monotonic() - begin
    print(f"\nimport of {IMPORTED} rows: {took:.1f} s (<= 10), exit code {done.returncode}", flush=True)


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="maple-bench-", dir=os.environ.get("BENCH_FOLDER")))
    wanted = ASKED.only.split(",")
    try:
        for name in wanted:
            (folder / name).mkdir()
        bare = bare_route() if {"sqlite", "postgres"} & set(wanted) else None
        if "sqlite" in wanted:
            sqlite(folder / "sqlite", bare)
        if "postgres" in wanted:
            of_postgres(folder / "postgres", bare)
        if "city" in wanted:
            city(folder / "city")
        if "import" in wanted:
            ledger(folder / "import")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
