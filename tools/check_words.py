#!/usr/bin/env python3
"""Every code that the rules can give must have its sentence, in every language of the house.

Looks for refuse(…, "code"), refuse_field(at, "code"), complain(p, at, "code") and
{at, "code"} in problems, m.refuse("code") and m.ask("code") of the checker of agreements, and
compares the catalogues of the languages with each other.
"""
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
CODE = r'"([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)"'
SAME_IN_BOTH = ("ledger.encoding.",)  # names that are the same in every language


def flat(table, above=""):
    for key, value in table.items():
        name = f"{above}.{key}" if above else key
        if isinstance(value, dict):
            yield from flat(value, name)
        else:
            yield name, value


def words(language):
    return dict(flat(tomllib.loads((ROOT / "src/api/words" / f"{language}.toml").read_text())))


def codes():
    for path in sorted((ROOT / "src").rglob("*.[ch]pp")):
        if path.stem.endswith("_test"):
            continue
        text = path.read_text()
        where = path.relative_to(ROOT).as_posix()
        found = [("refusal", m) for m in re.finditer(r"\brefuse\(Because::\w+,\s*" + CODE, text)]
        found += [("problem", m) for m in re.finditer(r"\brefuse_field\([^;{}]*?,\s*" + CODE + r"(?=[,)])", text)]
        found += [("problem", m) for m in re.finditer(r"\bcomplain\(\w+, [^;]*?,\s*" + CODE + r"(?=[,)])", text)]
        found += [("problem", m) for m in re.finditer(r'push_back\(\{(?:at|at \+ |"/)[^;]*?,\s*' + CODE + r"(?=[,}])", text)]
        found += [("agreement_finding", m) for m in re.finditer(r"\bm\.(?:refuse|ask)\(" + CODE, text)]
        for kind, match in found:
            yield f"{kind}.{match.group(1)}", f"{where}:{text.count(chr(10), 0, match.start()) + 1}"


def places(sentence):
    return set(re.findall(r"\{(\w+)\}", sentence))


zh, en = words("zh-CN"), words("en")
faults = [f"{where}: no sentence for {code}" for code, where in codes() if code not in zh]
faults += [f"words: {key} is said in one language only" for key in zh.keys() ^ en.keys()]
faults += [f"words: {key} is not translated" for key in zh.keys() & en.keys()
           if zh[key] == en[key] and not key.startswith(SAME_IN_BOTH)]
faults += [f"words: {key} has other parameters in English" for key in zh.keys() & en.keys() if places(zh[key]) != places(en[key])]
print("\n".join(sorted(set(faults))) or f"{len(zh)} sentences in two languages, none missing")
sys.exit(bool(faults))
