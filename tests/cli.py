#!/usr/bin/env python3
"""The program from outside: its commands, its exit codes, and the API over a real socket,
on SQLite and (the parts that touch the engine) on PostgreSQL. `tests/cli.py WORD` runs the
tests whose names hold the word. They stand by theme in tests/cli/."""
import importlib
import pathlib
import sys
import traceback

THEMES = pathlib.Path(__file__).resolve().parent / "cli"
sys.path.insert(0, str(THEMES))
import hands  # noqa: E402

for theme in sorted(THEMES.glob("*.py")):
    importlib.import_module(theme.stem)


def main():
    wanted = [one for one in hands.tests if len(sys.argv) < 2 or sys.argv[1] in one.__name__]
    failed = 0
    try:
        for one in wanted:
            try:
                one()
                print("well  ", one.__name__, flush=True)
            except Exception:
                failed += 1
                print("FAILED", one.__name__, flush=True)
                traceback.print_exc(limit=-2, file=sys.stdout)
    finally:
        hands.leave()
    print(f"{len(wanted) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
