#!/usr/bin/env python3
"""kill -9 at random moments under a load of accepts: every acknowledged dispute is there
afterwards, nothing is doubled, and `verify` is clean. --deep kills 1,000 times."""
import http.client
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from house import BINARY, House, key, request_form  # noqa: E402

KILLS = 1000 if "--deep" in sys.argv else 50
WRITERS = 16 if "--deep" in sys.argv else 6
seed = random.randrange(1 << 30)
luck = random.Random(seed)
print(f"{KILLS} kills, seed {seed}")
folder = tempfile.mkdtemp(prefix="maple-kill-")
acknowledged, lock, stop = {}, threading.Lock(), threading.Event()


def accept_for_ever(house):
    """One writer: request, accept, note what was acknowledged; ends when the server is gone."""
    connection = house.connect()
    n = 0
    try:
        while not stop.is_set():
            n += 1
            name = key()
            status, answer, _ = house.ask("POST", "/disputes", request_form(n), house.cookies["clerk"], {"Idempotency-Key": name}, connection)
            if status != 200:
                continue
            dispute = answer["file"]["id"]
            with lock:
                acknowledged[name] = (dispute, "requested", n)
            status, _, _ = house.ask("POST", f"/disputes/{dispute}/acceptance", {}, house.cookies["clerk"], {"Idempotency-Key": key()}, connection)
            if status == 200:
                with lock:
                    acknowledged[name] = (dispute, "accepted", n)
    except (OSError, ValueError, EOFError, http.client.HTTPException):
        pass


try:
    house = House(folder).start().furnish()
    for _ in range(KILLS):
        stop.clear()
        writers = [threading.Thread(target=accept_for_ever, args=(house,)) for _ in range(WRITERS)]
        for one in writers:
            one.start()
        threading.Event().wait(luck.uniform(0.005, 0.35))
        house.kill()
        stop.set()
        for one in writers:
            one.join()
        house.start()
    line, lost, doubled = house.connect(), [], []
    for name, (dispute, stage, n) in acknowledged.items():
        status, found, _ = house.ask("GET", f"/disputes/{dispute}", None, house.cookies["clerk"], None, line)
        if status != 200 or (stage == "accepted" and not found["number"]):
            lost.append(dispute)
    # A client that never heard the answer asks again with its key: the same dispute, not another.
    retried = luck.sample(sorted(acknowledged), min(200, len(acknowledged)))
    for name in retried:
        dispute, _, n = acknowledged[name]
        status, again, _ = house.ask("POST", "/disputes", request_form(n), house.cookies["clerk"], {"Idempotency-Key": name}, line)
        if status != 200 or again["file"]["id"] != dispute:
            doubled.append(dispute)
    line.close()
    house.stop()
    told = subprocess.run([BINARY, "verify", "--data", folder], capture_output=True, text=True)
    print(told.stdout.strip().splitlines()[-1])
    print(f"{len(acknowledged)} acknowledged, {len(lost)} lost; {len(retried)} keys sent again, {len(doubled)} doubled; "
          f"verify {'clean' if told.returncode == 0 else 'NOT clean'}")
    if lost or doubled or told.returncode != 0 or len(acknowledged) < KILLS:
        print(told.stdout[-2000:])
        sys.exit(1)
finally:
    house.stop()
    shutil.rmtree(folder, ignore_errors=True)
