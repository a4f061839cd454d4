#!/usr/bin/env python3
"""Rates over HTTP with 64 connections, against the raw engine and a bare route in the same
run. Prints a table with the targets beside it; never fails by the clock.

    bench/bench.py [--seconds N]        default 5 a row"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))
from house import BINARY, House, key, request_form  # noqa: E402

SECONDS = int(sys.argv[sys.argv.index("--seconds") + 1]) if "--seconds" in sys.argv else 5
CONNECTIONS, DISPUTES = 64, 2000
PROGRAMS = BINARY.parent
TICK = os.sysconf("SC_CLK_TCK")


def processor_seconds(process):
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def wrk(url, process, script=None, environment=None):
    """Requests a second, p99 in ms, processor ms of the server for each request, refused answers."""
    before = processor_seconds(process)
    told = subprocess.run(["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", *(["-s", script] if script else []), url],
                          capture_output=True, text=True, check=True, env={**os.environ, **(environment or {})}).stdout
    spent = processor_seconds(process) - before
    asked = int(re.search(r"(\d+) requests in", told).group(1))
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", told).groups()
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    return {"rate": float(re.search(r"Requests/sec:\s+([\d.]+)", told).group(1)), "p99": float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit],
            "processor": spent / max(asked, 1) * 1000, "refused": int(refused.group(1)) if refused else 0}


def reading(house, path):
    return wrk(f"http://127.0.0.1:{house.port}{path}", house.process, HERE / "read.lua", {"COOKIE": house.cookies["clerk"]})


def show(name, found, against, ratio, target):
    print(f"{name:<34}{found['rate']:>9.0f}/s{found['p99']:>9.1f}{found['processor']:>10.3f}   "
          f"{against + f' {ratio:.2f}' if against else '':<22}{target}{'   refused: ' + str(found['refused']) if found['refused'] else ''}")


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="maple-bench-", dir=os.environ.get("BENCH_FOLDER")))
    house = House(folder / "house").start()
    try:
        house.furnish().stop()
        (folder / "raw").mkdir()
        shutil.copy(house.data / "vault.key", folder / "raw")
        for name in ("a.db", "b.db"):
            shutil.copy(house.data / "maplebridge.db", folder / "raw" / name)
        raw = json.loads(subprocess.run([PROGRAMS / "bench_raw", folder / "raw", house.cookies["clerk"], json.dumps(request_form(), ensure_ascii=False),
                                         str(DISPUTES)], capture_output=True, text=True, check=True).stdout)
        house.start()
        hello_process = subprocess.Popen([PROGRAMS / "bench_hello"], stdout=subprocess.PIPE, text=True)
        hello = wrk(f"http://127.0.0.1:{hello_process.stdout.readline().strip()}/", hello_process)
        hello_process.terminate()
        accept = wrk(f"http://127.0.0.1:{house.port}/api/disputes", house.process, HERE / "accept.lua",
                     {"COOKIE": house.cookies["clerk"], "FORM": json.dumps(request_form(), ensure_ascii=False), "SALT": key()})
        accept.update(rate=accept["rate"] / 2, processor=accept["processor"] * 2)  # two requests each: asked for, accepted
        made, _ = house.well("POST", "/disputes", request_form(), house.cookies["clerk"])
        one = reading(house, f"/api/disputes/{made['file']['id']}")
        listed = reading(house, "/api/disputes?limit=30")
        load = os.getloadavg()[0]
        print(f"{CONNECTIONS} connections, {SECONDS} s a row, {os.cpu_count()} cores, load of the machine {load:.1f}, SQLite, synchronous=FULL\n")
        print(f"{'':<34}{'rate':>11}{'p99 ms':>9}{'cpu ms':>10}   {'ratio':<22}target")
        show("bare route", hello, "", 0, "")
        print(f"{'raw engine, accepts':<34}{raw['raw']:>9.0f}/s{'':>22}{raw['statements'] / raw['disputes']:.0f} statements a dispute, 64 works a commit")
        print(f"{'without HTTP, accepts':<34}{raw['within']:>9.0f}/s{'':>22}{raw['within'] / raw['raw']:.2f} of the raw engine")
        show("durable accept (two requests)", accept, "of raw", accept["rate"] / raw["raw"], ">= 0.85 of raw, cpu <= 0.6")
        show("one dispute by id", one, "of bare", one["rate"] / hello["rate"], ">= 0.5 of bare, cpu <= 0.2")
        show("work list of 30", listed, "of bare", listed["rate"] / hello["rate"], ">= 0.25 of bare, p99 <= 10, cpu <= 0.2")
    finally:
        house.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
