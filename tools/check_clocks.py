#!/usr/bin/env python3
"""Every clock of a rule pack is counted somewhere, and whatever is counted is in the pack.

A clock is asked for where its key stands in law::due(…, "key"), desk_clock(…, "key"), clock("key"),
in a function that says which clock it is ("answer_clock"), or in another chapter of the pack
(clock = "key" of a kind or a road). One that is only told of names the form that does so in
`told_in`, and nothing may count by it.
"""
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).resolve()
KEY = r'"([a-z][a-z_]*(?:\.[a-z_]+)?)"'
ASKED = re.compile(r'(?:\blaw::due|\bdesk_clock|[.>]clock)\([^;"]*?' + KEY)
NAMED = re.compile(r"^(?:std::string|std::string_view) \w*clock\w*\([^;{]*\)\s*\{(.*?)\}$(?:\n\n|\n?\Z)", re.M | re.S)


def where(path, text, at):
    return f"{path.relative_to(ROOT).as_posix()}:{text.count(chr(10), 0, at) + 1}"


def asked_in_code():
    for path in sorted((ROOT / "src").rglob("*.[ch]pp")):
        if path.stem.endswith("_test"):
            continue
        text = path.read_text()
        for match in ASKED.finditer(text):
            yield match.group(1), where(path, text, match.start())
        for body in NAMED.finditer(text):
            for match in re.finditer(KEY, body.group(1)):
                yield match.group(1), where(path, text, body.start(1) + match.start())


def asked_in_pack(entry, name):
    if isinstance(entry, dict):
        for key, value in entry.items():
            if key == "clock" and isinstance(value, str):
                yield value, name
            else:
                yield from asked_in_pack(value, name)
    elif isinstance(entry, list):
        for one in entry:
            yield from asked_in_pack(one, name)


def faults_of(pack, code):
    asked = list(code)
    for path in sorted(pack.parent.glob("*.toml")):
        if path != pack:
            asked += asked_in_pack(tomllib.loads(path.read_text()), path.relative_to(ROOT).as_posix())
    clocks = {one["key"]: one.get("told_in", "") for one in tomllib.loads(pack.read_text())["clock"]}
    name = pack.relative_to(ROOT).as_posix()
    for key, at in asked:
        if key not in clocks:
            yield f"{at}: {name} has no clock {key}"
        elif clocks[key]:
            yield f"{at}: {key} is only told of, in {clocks[key]}"
    for key in clocks.keys() - {key for key, _ in asked}:
        if not clocks[key]:
            yield f"{name}: nothing counts by {key}"
        elif not (ROOT / "forms/zh-CN" / f"{clocks[key]}.md").exists():
            yield f"{name}: {key} is told of in {clocks[key]}, which is no form"


code = set(asked_in_code())
packs = sorted((ROOT / "rules").glob("*/clocks.toml"))
faults = sorted({fault for pack in packs for fault in faults_of(pack, code)})
print("\n".join(faults) or f"{len({key for key, _ in code})} clocks are counted by the code, none is unknown or idle")
sys.exit(bool(faults) or not packs)
