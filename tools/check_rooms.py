#!/usr/bin/env python3
"""The two laws of the house, checked on #include lines (src/FLOORS lists the floors).

1. A room includes itself and rooms on lower floors only; neighbours keep apart.
2. Rules are pure: no rules.* reaches storage, http or api, by any chain of includes.
"""
import pathlib
import re
import sys

SRC = pathlib.Path(__file__).resolve().parent.parent / "src"
IMPURE = {"storage", "http", "api"}

rows = [line.split("#")[0].split() for line in (SRC / "FLOORS").read_text().splitlines()]
floor = {room: height for height, rooms in enumerate(rows) for room in rooms}
includes = {path.relative_to(SRC).as_posix(): re.findall(r'^#include "(.+?)"', path.read_text(), re.M)
            for path in SRC.glob("*/**/*.[ch]pp")}


def room(file):
    return file.split("/")[0]


def way_out(file, seen=()):
    """The first chain of includes that leads from `file` to SQL or sockets."""
    if room(file) in IMPURE:
        return [file]
    for other in includes.get(file, []):
        if other not in seen and (rest := way_out(other, (*seen, other))):
            return [file, *rest]
    return None


faults = [f"{file}: no floor for {room(file)}" for file in includes if room(file) not in floor]
faults += [f"{file}: {room(file)} may not include {other}"
           for file, others in includes.items() for other in others
           if room(other) != room(file) and floor.get(room(other), 99) >= floor.get(room(file), 99)]
faults += ["not pure: " + " -> ".join(path)
           for file in includes if re.search(r"/rules\.[ch]pp$", file) and (path := way_out(file))]

print("\n".join(sorted(faults)) or f"{len(includes)} files, both laws kept")
sys.exit(bool(faults))
