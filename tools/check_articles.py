#!/usr/bin/env python3
"""Every article of law that guards something has a test that bears its number.

An article guards where a refusal cites it (refuse, refuse_field, faulty, m.refuse, m.ask), where a next
step is demanded by it (step, mediator) and where a clock of the pack runs by it. What a refusal
cites by a name is looked up where that name gets its articles (GIVEN); a name that is unknown here
is a fault, so that no guard goes unseen. Whatever else names an article (a view, a form, a
comment) tells of it and guards nothing.

A test bears the number at the beginning of its name or of its suite's: article_17 of the People's
Mediation Law, dv_29 of any other law (the article's key in statutes.toml), several joined by
"_and_". So do the tests of the web.
"""
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).resolve()
PACKS = sorted((ROOT / "rules").glob("*/statutes.toml"))
LAWS = {law for pack in PACKS for law in tomllib.loads(pack.read_text())["laws"]}
BOOK = {one["key"] for pack in PACKS for one in tomllib.loads(pack.read_text())["article"]}
ARTICLE = re.compile(r'"([A-Z]+[0-9]*-[0-9]+)"')
CALLS = {"refuse": 3, "refuse_field": 3, "m.refuse": 2, "m.ask": 2, "faulty": 1, "step": 3, "mediator": 2}  # which argument is the article
CALL = re.compile(r"(?<![\w.])(" + "|".join(map(re.escape, CALLS)) + r")\(")
DECLARED = re.compile(r"(?:std::string\w*|Params) ")  # the function itself, no call of it
TEST = re.compile(r"^(?:TEST|TEST_[PF]|RC_GTEST_PROP)\(\s*(\w+),\s*(\w+)\s*[,)]", re.M)
WEB_TEST = re.compile(r"""\b(?:test|it)\(\s*(["'`])(.+?)\1""", re.S)
NUMBER = re.compile(r"(?:^|_and_)(articles?|" + "|".join(sorted(law.lower() for law in LAWS)) + r")_([0-9]+(?:_and_[0-9]+)*)(?![0-9])")
NOWHERE = re.compile(r"(?<!^)(?<!_and)_articles?_[0-9]")  # in the middle of a sentence, or of which law nobody knows


def source(path):
    return (ROOT / path).read_text()


def where(path, text, at):
    return f"{path.relative_to(ROOT).as_posix()}:{text.count(chr(10), 0, at) + 1}"


def parts(text, at):
    """What stands between commas from `at` to the bracket that closes."""
    depth, found, begun = 1, [], at
    for token in re.finditer(r'"(?:\\.|[^"\\])*"|[()\[\]{},]', text[at:]):
        mark = token.group()
        depth += (mark in "([{") - (mark in ")]}")
        if depth == 0 or (depth == 1 and mark == ","):
            found.append(text[begun:at + token.start()].strip())
            begun = at + token.end()
        if depth == 0:
            return found
    return []


def body(text, function):
    found = re.search(rf"^[^\s].*\b{function}\([^;{{]*\)\s*\{{(.*?)^\}}", text, re.M | re.S)
    return found.group(1) if found else ""


def statutes(chapter, table, member="statute"):
    """Of the entries of a table of the pack, those that have this member."""
    for pack in PACKS:
        for one in tomllib.loads((pack.parent / chapter).read_text())[table]:
            if member in one and "statute" in one:
                yield one["statute"]


def needed_papers(_):
    """Of the rows of the table of forms: the papers without which a dossier is not closed (documents/closing)."""
    header = re.search(r"^struct FormRow \{(.*?)^\};", source("src/documents/table.hpp"), re.M | re.S).group(1)
    members = re.findall(r"(\w+|\(\*\w+\)\([^)]*\))(?:\{\}| = [^;]+)?;", re.sub(r"//.*", "", header))
    group, article = members.index("group"), members.index("article")
    needed = next(n for n, member in enumerate(members) if "needed" in member)
    table = source("src/documents/table.cpp")
    for row in re.finditer(r'^    \{(?="\w+", )', table, re.M):
        cells = parts(table, row.end())
        if len(cells) > needed and cells[needed] != "nullptr" and cells[group] != "binding":
            yield from ARTICLE.findall(cells[article])


# What a refusal cites by a name, and where that name gets its articles from.
GIVEN = {
    "missing.front().article": needed_papers,
    "lacking.front().article": lambda text: ARTICLE.findall(body(text, "packet_of")),
    "article_of": lambda text: ARTICLE.findall(body(text, "article_of")),
    "named->statute": lambda _: statutes("packages.toml", "basis"),
    "clock->statute": lambda _: statutes("clocks.toml", "clock"),
    'book.choice("confirmation_bar"': lambda _: statutes("reasons.toml", "confirmation_bar"),
    "roads->statutes": lambda _: statutes("roads.toml", "nature", "waiver"),
}


def handed_on(expression, text, at):
    """Whether this is a parameter of one of the CALLS, whose callers cite."""
    taking = re.findall(rf"\b(\w+)(?: = \[[^\]]*\])?\([^()]*\b{re.escape(expression)}(?:,[^()]*)?\) \{{\n", text[:at])
    return bool(taking) and taking[-1] in CALLS


def cited(expression, text, at):
    """The articles that this argument can be, or None."""
    if re.fullmatch(r"\w+", expression):  # a local name: what it was made of
        made = re.findall(rf"\b{expression} = ([^;]+);", text[:at])
        expression = made[-1] if made else expression
    if expression in ('""', "{}"):
        return []
    found = ARTICLE.findall(expression)
    for name, give in GIVEN.items():
        if name in expression:
            return found + list(give(text))
    return found or None


def guards(faults):
    for path in sorted((ROOT / "src").rglob("*.[ch]pp")):
        if path.stem.endswith("_test") or path.parent.name == "foundation":
            continue
        text = path.read_text()
        for call in CALL.finditer(text):
            arguments = parts(text, call.end())
            place = CALLS[call.group(1)]
            if len(arguments) <= place or DECLARED.match(arguments[place]) or handed_on(arguments[place], text, call.start()):
                continue
            articles = cited(arguments[place], text, call.start())
            if articles is None:
                faults.append(f"{where(path, text, call.start())}: cites {arguments[place]}, and nobody says which articles that are")
            for article in articles or []:
                yield article, where(path, text, call.start())
        for named in re.finditer(r'\.statute = "([^"]+)";', text):
            yield named.group(1), where(path, text, named.start())
    for pack in PACKS:
        text = (pack.parent / "clocks.toml").read_text()
        for clock in re.finditer(r'^statute = "([^"]+)"', text, re.M):
            yield clock.group(1), where(pack.parent / "clocks.toml", text, clock.start())


def tests():
    for path in sorted([*(ROOT / "src").rglob("*_test.cpp"), *(ROOT / "tests/cpp").glob("*_test.cpp")]):
        text = path.read_text()
        for test in TEST.finditer(text):
            yield test.group(1), where(path, text, test.start())
            yield test.group(2), where(path, text, test.start())
    for path in sorted((ROOT / "web/src").rglob("*.test.ts*")):
        text = path.read_text()
        for test in WEB_TEST.finditer(text):
            yield re.sub(r"\W+", "_", test.group(2)), where(path, text, test.start())


def borne(name, at, faults):
    if NOWHERE.search(name):
        faults.append(f"{at}: {name} bears its number elsewhere than at the beginning")
    for law, numbers in NUMBER.findall(name):
        law = "PML" if law.startswith("article") else law.upper()
        for number in numbers.split("_and_"):
            if f"{law}-{number}" in BOOK:
                yield f"{law}-{number}"
            else:
                faults.append(f"{at}: {name} bears {law}-{number}, which is not in the book")


def name_of(article):
    law, number = article.split("-")
    return f"article_{number}_…" if law == "PML" else f"{law.lower()}_{number}_…"


faults = []
guarded = {}
for article, at in guards(faults):
    guarded.setdefault(article, []).append(at)
tested = {article for name, at in tests() for article in borne(name, at, faults)}
for article in sorted(guarded.keys() - tested, key=lambda key: (key.split("-")[0], int(key.split("-")[1]))):
    first, *others = guarded[article]
    faults.append(f"{first}{f' and {len(others)} more' if others else ''}: {article} guards here, and no test is called {name_of(article)}")
print("\n".join(sorted(set(faults))) or f"{len(guarded)} articles guard something, and each has a test that bears its number")
sys.exit(bool(faults) or not guarded)
