#!/usr/bin/env python3
"""
How much work articlelint does, counted instead of timed: the same on a busy machine as on an idle one.

    bench/work.py             compare with the figures in work.json
    bench/work.py --record    write this Python version's figures to work.json
    ... --instructions        also the machine's instructions, under valgrind (a minute)

``start`` is a whole run on one line of text, imports and all; ``article`` is what one article of 9 KB adds to
a run that has linted another before it: the rules, the tables loaded, the caches of words warm from other
words. work_count.py says what is counted; memory is the peak of the whole run, its start included. It is a
fresh process with a fixed hash seed and with nothing on its path but articlelint and what that needs, so that
it does not matter what else is installed; the counts are taken twice and must be equal.

A figure that has fallen by more than 5 % fails, too: until it is recorded, the next change could give all of
it back unnoticed. Functions inside C, regular expressions above all, count as one call however long they
take: that is what --instructions is for, whose figures hold for one build of Python only and so are not
compared in CI. Modules compiled to C count as little, so they are not compared at all.

Exit codes: 0 as recorded, 1 over 5 % off, 2 cannot count, 3 nothing to compare with.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NoReturn

BENCH = Path(__file__).resolve().parent
RECORDED = BENCH / "work.json"
TOLERANCE = 0.05
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
RECORD = "python bench/work.py --record"
OFF, WRONG, UNKNOWN = 1, 2, 3

Figures = dict[str, int]


def leave(code: int, message: str) -> NoReturn:
    """Say why, and exit."""
    print(message, file=sys.stderr)
    sys.exit(code)


class Counter:
    """Runs articlelint on texts in a process of its own, and counts."""

    def __init__(self, work: Path) -> None:
        self.work = work
        packages = work / "packages"
        packages.mkdir()
        for part in sorted(needed()):
            (packages / part.name).symlink_to(part)
        # Python's own modules: what -S, no site packages, leaves on the path.
        own = subprocess.run(
            [sys.executable, "-S", "-c", "import json, sys; print(json.dumps(sys.path[1:]))"],
            capture_output=True,
            check=True,
        )
        kept = {"PATH": os.environ.get("PATH", ""), "HOME": str(work), "LC_ALL": "C.UTF-8"}
        path = json.dumps([*json.loads(own.stdout), str(packages)])
        # What other runs have kept beside the modules, such as patterns, is not to be counted.
        cache = str(work / "cache")
        self.environment = {
            **kept,
            "PYTHONHASHSEED": "0",
            "PYTHONPYCACHEPREFIX": cache,
            "PYTHONUTF8": "1",
            "WORK_PATH": path,
        }
        line, other, article = (work / f"{n}.txt" for n in ("1-line", "2-other", "3-article"))
        line.write_text("The ferry sailed.\n", encoding="utf-8")
        shutil.copy(BENCH.parent / "examples" / "ferry.txt", other)
        shutil.copy(BENCH / "work_article.txt", article)
        self.line, self.others, self.all = (
            [line.name],
            [line.name, other.name],
            [line.name, other.name, article.name],
        )

    def count(self, how: str, files: list[str], *before: str) -> tuple[Figures, str]:
        """The figures of one run and what it complains of; ``before`` is a command to run it under."""
        command = [*before, sys.executable, "-S", str(BENCH / "work_count.py"), how, *files]
        done = subprocess.run(
            command, cwd=self.work, env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            leave(WRONG, f"cannot count: {' '.join(command)}\n{done.stderr.strip()}")
        return json.loads(done.stdout), done.stderr

    def twice(self, files: list[str]) -> Figures:
        """Calls, lines and modules of a run, which must be the same the next time."""
        first, second = (self.count("calls", files)[0] for _ in range(2))
        if first != second:
            leave(WRONG, f"the count is not the same twice: {first}, then {second}")
        return first

    def instructions(self, files: list[str]) -> int:
        """The machine's instructions of a run."""
        valgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={os.devnull}"]
        complaints = self.count("none", files, *valgrind)[1]
        found = re.search(r"refs:\s+([\d,]+)", complaints)
        assert found is not None, complaints
        return int(found[1].replace(",", ""))


def own_packages() -> set[Path]:
    """The folders of the engine and the rules."""
    found = map(importlib.util.find_spec, ("articlelint", "articlelint_rules"))
    return {Path(folder) for spec in found if spec for folder in spec.submodule_search_locations or ()}


def needed() -> set[Path]:
    """The files and folders of articlelint and of every package it needs, where they are installed."""
    parts = own_packages()
    for name in required("articlelint"):
        distribution = importlib.metadata.distribution(name)
        for file in distribution.files or ():
            top = Path(str(distribution.locate_file(file.parts[0])))
            if file.parts[0] not in {"..", "__pycache__"} and top.suffix != ".pth":
                parts.add(top)
    return parts


def required(name: str, known: frozenset[str] = frozenset()) -> frozenset[str]:
    """A distribution and those it needs, extras left out, as far as they are installed."""
    try:
        requirements = importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:  # for another system or an older Python
        return known
    known |= {name}
    for requirement in requirements:
        found = re.match(r"[\w.-]+", requirement)
        if found and "extra ==" not in requirement and found[0] not in known:
            known = required(found[0], known)
    return known


def measured(*, instructions: bool) -> dict[str, Figures]:
    """The figures of the start and of an article."""
    with tempfile.TemporaryDirectory() as folder:
        counter = Counter(Path(folder))
        counter.count("none", counter.all)  # compile modules and patterns that have not been
        start, before, after = (counter.twice(f) for f in (counter.line, counter.others, counter.all))
        article = {name: after[name] - before[name] for name in ("calls", "lines")}
        start |= counter.count("memory", counter.line)[0]
        article |= counter.count("memory", counter.all)[0]
        if instructions:
            start["instructions"] = counter.instructions(counter.line)
            article["instructions"] = counter.instructions(counter.all) - counter.instructions(counter.others)
    return {"start": start, "article": article}


def compared(old: dict[str, Figures], new: dict[str, Figures]) -> list[str]:
    """Print both, and say what differs by more than the tolerance."""
    faults: list[str] = []
    for part, figures in new.items():
        for name, figure in figures.items():
            known = old.get(part, {}).get(name)
            change = figure / known - 1 if known else 0.0
            print(f"{part:8} {name:13}{f'{known:,}' if known else '-':>16}{figure:>16,}{change:>+9.1%}")
            if known and abs(change) > TOLERANCE:
                faults.append(f"{part}: {name} {change:+.1%} ({known:,} recorded, {figure:,} now)")
    return faults


def versions() -> dict[str, str]:
    """The versions of what articlelint needs: a new one may be what has changed the figures."""
    return {
        name: importlib.metadata.version(name) for name in sorted(required("articlelint") - {"articlelint"})
    }


def main() -> None:
    """Count, and compare or record."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--instructions", action="store_true")
    args = parser.parse_args()
    recorded: dict[str, dict[str, Any]] = json.loads(RECORDED.read_text(encoding="utf-8"))
    old = recorded.get(VERSION, {})
    if not old and not args.record:
        leave(UNKNOWN, f"no figures for Python {VERSION} in {RECORDED.name}: {RECORD}")
    if any(path.suffix in {".so", ".pyd"} for part in own_packages() for path in part.rglob("*")):
        leave(UNKNOWN, "articlelint is compiled here: the figures are those of its Python source")
    new = measured(instructions=args.instructions)
    faults = compared(old, new)
    if args.record:
        recorded[VERSION] = {**new, "with": versions()}
        RECORDED.write_text(json.dumps(recorded, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    elif faults:
        known, now = old.get("with", {}), versions()
        other = [name for name in now if now[name] != known.get(name)]
        faults += [f"{name} is {now[name]}, was {known.get(name)}" for name in other]
        leave(OFF, "\n".join([*faults, f"if that is right, say why in the commit and record it: {RECORD}"]))


if __name__ == "__main__":
    main()
