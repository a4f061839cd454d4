#!/usr/bin/env python3
"""Checks the form templates against forms/keys.json: every {{key}} and {{#section}} is declared
and every declaration is used; all languages of a form ask for the same and cite the same
articles, which rules/karamay/statutes.toml has; nothing but the template language of
documents/paper.hpp is used."""
import json, pathlib, re, sys

HERE = pathlib.Path(__file__).resolve().parent.parent / "forms"
TREE = HERE.parent
LANGUAGES = ("zh-CN", "en", "ug")
MUST_BE_UYGHUR = {"application", "rights_notice", "agreement", "oral_agreement_register", "termination_notice",
                  "refusal_notice", "confirmation_application", "changing_places_sheet", "service_receipt"}
ABOUT = {"dispute", "agreement", "session", "obligation", "confirmation", "call", "conference", "visit", "referral", "party", "risk"}
LINES = {"zh-CN": None, "en": "*Reference translation. The Chinese text is binding.*",
         "ug": "*پايدىلىنىش تەرجىمىسى. خەنزۇچە نۇسخىسى ئاساس قىلىنىدۇ.*"}
faults = []


def blocks(text):
    """Each piece that one section can repeat: a table row, a list item, or a paragraph."""
    paragraph = []
    for line in text.split("\n") + [""]:
        stripped = line.lstrip("> ").strip() if line.startswith(">") else line.strip()
        alone = not stripped or stripped.startswith(("|", "#")) or re.match(r"(\d+\.|[-*]) ", stripped) or re.fullmatch(r"-{3,}", stripped)
        if alone or line.startswith(">"):
            if paragraph: yield "paragraph", "\n".join(paragraph)
            paragraph = []
            if stripped:
                kind = "row" if stripped.startswith("|") else "heading" if stripped.startswith("#") else "item" if re.match(r"(\d+\.|[-*]) ", stripped) else "paragraph"
                yield kind, stripped
        else:
            paragraph.append(stripped)


def read(where, text):
    """The keys outside of sections and those inside of each."""
    texts, sections = set(), {}
    for kind, block in blocks(text):
        opened = re.findall(r"\{\{#([a-z_]+)\}\}", block)
        keys = re.findall(r"\{\{([a-z_]+)\}\}", block)
        left = re.sub(r"\{\{#?[a-z_]+\}\}", "", block)
        if "{" in left or "}" in left: faults.append(f"{where}: a broken placeholder: {block[:60]}")
        if len(opened) > 1: faults.append(f"{where}: two sections in one block: {block[:60]}")
        if kind == "heading" and opened: faults.append(f"{where}: a section in a heading")
        if re.search(r"__|<[a-zA-Z/!]|\]\(|`|~~|https?:", left): faults.append(f"{where}: more than plain Markdown: {block[:60]}")
        if opened: sections.setdefault(opened[0], set()).update(keys)
        else: texts.update(keys)
    return texts, sections


def lay_out(where, language, text):
    lines = text.rstrip("\n").split("\n")
    if not lines[0].startswith("# "): faults.append(f"{where}: does not begin with its title")
    if len(re.findall(r"(?m)^# ", text)) != 1: faults.append(f"{where}: not one title")
    # The sheet of an agreement says which text binds as its parties chose.
    binds = "{{#which_binds}}*{{binding}}*" if where.endswith("/agreement") else LINES[language]
    if binds and binds not in text: faults.append(f"{where}: does not say that the Chinese text binds")
    if len(re.findall(r"(?m)^---$", text)) > 1: faults.append(f"{where}: two rules")
    if re.search(r"_{2,}|＿", text): faults.append(f"{where}: an underline")
    width = None
    for line in lines:  # every row of a table as wide as its head
        if not line.startswith("|"): width = None; continue
        cells = line.strip().strip("|").count("|") + 1
        width = width or cells
        if cells != width: faults.append(f"{where}: a row of {cells} cells in a table of {width}")


def articles(text):
    """The articles that a Chinese text cites, as (law, number)."""
    found = re.findall(r"第([一二三四五六七八九十百零]+)条", text)
    digits = {c: i for i, c in enumerate("零一二三四五六七八九")}
    numbers = set()
    for word in found:
        total = current = 0
        for c in word:
            if c == "百": total += (current or 1) * 100; current = 0
            elif c == "十": total += (current or 1) * 10; current = 0
            else: current = digits[c]
        numbers.add(total + current)
    return numbers


declared = json.loads((HERE / "keys.json").read_text("utf-8"))
NOT_OF_A_DISPUTE = {"court_notice"}
known_here = {p.stem for l in LANGUAGES for p in (HERE / l).glob("*.md")}
for form in known_here - declared.keys() - NOT_OF_A_DISPUTE: faults.append(f"{form}: not in keys.json")
counts = {l: 0 for l in LANGUAGES}
for form, d in declared.items():
    for field in ("title_zh", "title_en", "articles", "about", "required_by", "class", "texts", "sections"):
        if field not in d: faults.append(f"{form}: keys.json has no {field}")
    if d["class"] not in ("OPEN", "PROTECTED"): faults.append(f"{form}: class {d['class']}")
    for about in [d["about"]] + [s["about"] for s in d["sections"].values()]:
        if about not in ABOUT: faults.append(f"{form}: about {about}")
    for what in list(d["texts"].items()) + [t for s in d["sections"].values() for t in s["texts"].items()]:
        if not what[1]: faults.append(f"{form}: nothing said about {what[0]}")
    tables = {}
    for language in LANGUAGES:
        path = HERE / language / f"{form}.md"
        if not path.exists():
            if language != "ug" or form in MUST_BE_UYGHUR: faults.append(f"{language}/{form}: missing")
            continue
        counts[language] += 1
        where, text = f"{language}/{form}", path.read_text("utf-8")
        lay_out(where, language, text)
        texts, sections = read(where, text)
        tables[language] = [len(re.findall(p, text, re.M)) for p in (r"^\|", r"^## ", r"^\d+\. ", r"^> ", r"^---$")]
        for name in sections.keys() ^ d["sections"].keys(): faults.append(f"{where}: section {name} is {'not declared' if name in sections else 'not used'}")
        used_outside = set(texts)
        for name, keys in sections.items():
            own = set(d["sections"].get(name, {"texts": {}})["texts"])
            for key in own - keys: faults.append(f"{where}: {name}.{key} is not used")
            used_outside |= keys - own
        for key in used_outside - d["texts"].keys(): faults.append(f"{where}: {key} is not declared")
        for key in d["texts"].keys() - used_outside: faults.append(f"{where}: {key} is not used")
        if language == "zh-CN":
            if not text.startswith(f"# {d['title_zh']}\n"): faults.append(f"{where}: the title is not {d['title_zh']}")
            listed = {int(a.rsplit("-", 1)[1]) for a in d["articles"]}
            if articles(text) != listed: faults.append(f"{where}: cites {sorted(articles(text) - listed)} more and {sorted(listed - articles(text))} fewer than keys.json")
        else:
            cited = {int(n) for n in re.findall(r"\d+", " ".join(re.findall(r"articles? ([\d, and]+)", text)))} if language == "en" else {int(n) for n in re.findall(r"(\d+)-(?:،|مادد)", text)}
            listed = {int(a.rsplit("-", 1)[1]) for a in d["articles"]}
            if cited != listed: faults.append(f"{where}: cites {sorted(cited - listed)} more and {sorted(listed - cited)} fewer than keys.json")
            if language == "en" and not text.startswith(f"# {d['title_en']}\n"): faults.append(f"{where}: the title is not {d['title_en']}")
    if len({tuple(t) for t in tables.values()}) > 1: faults.append(f"{form}: the languages differ in rows, heads, items, ends: {tables}")

book = (TREE / "rules/karamay/statutes.toml")
if book.exists():
    has = set(re.findall(r'key = "([A-Z0-9]+-\d+)"', book.read_text("utf-8")))
    missing = {a for d in declared.values() for a in d["articles"]} - has
    for article in sorted(missing): faults.append(f"{article}: cited, and not in statutes.toml")
print("forms:", ", ".join(f"{l} {n}" for l, n in counts.items()))
for fault in faults: print("FAULT", fault)
print("faults:", len(faults))
sys.exit(bool(faults))
