#!/usr/bin/env python3
"""
articlelint beside its peers: whole processes, side by side in one run, on the same articles.

    bench/speed.py [PART ...] [--runs 5] [--peers NAMES] [--node-modules FOLDER] [--budget SECONDS]

    cold      one article of 9 KB, also against Python doing nothing
    1mb       1 MB of plain text in 200 files
    10mb      10 MB in 2,000 files: two workers, one, and a warm cache, beside the peers that take seconds
    memory    peak memory of all processes on the 10 MB, and at 1,000 against --files files
    growth    per MB: one file of --growth-mb MB against files of 5 KB
    markups   the same prose as plain text, Markdown and HTML
    real      the real Markdown of ../shared/eval/corpora, where it is there

Without a part, all of them; slow peers take minutes, and --budget (seconds a command may spend in a part)
bounds them: a run that takes longer is stopped and shown as "> 120", one that would go over is not repeated.
Commands run in turn and figures are medians. Seconds are this machine's; what counts are the ratios, which
the table at the end holds against their limits. The articles are generated, see speed_texts.py; how time and
memory are taken is in speed_measure.py, how the peers are called in speed_peers.py. Every linter must first
report planted mistakes. articlelint runs with --isolated: all rules that are on by default, every stable one.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from speed_measure import BenchError, Cost, in_turn
from speed_peers import PEERS, Found, fault, find, planted
from speed_texts import CORPORA, MARKUPS, corpus

BESIDE = Path(sys.executable).with_name("articlelint")
OWN = [str(BESIDE)] if BESIDE.exists() else [sys.executable, "-m", "articlelint"]
CHECK = [*OWN, "check", "--isolated", "--output-format", "concise"]
NAME = "articlelint"
QUICK = ("codespell", "typos")
"""The peers that read 10 MB in seconds; another named in --peers is added to them."""


@dataclass
class Bench:
    """One run of the script: what to measure, where, and the figures of the closing table."""

    work: Path
    runs: int
    budget: float
    found: Found
    named: tuple[str, ...]
    files: int
    growth_mb: int
    figures: list[tuple[str, float, float | None]] = field(default_factory=lambda: [])

    def compare(
        self, title: str, commands: dict[str, list[str]], *, runs: int = 0, shared: bool = False
    ) -> dict[str, Cost]:
        """Measure in turn and print a table, with the ratio of wall time to each of the others."""
        costs = in_turn(commands, self.work, runs=runs or self.runs, budget=self.budget, shared=shared)
        own = next(iter(costs.values()))
        print(f"\n{title}\n")
        print(
            f"| | wall s | CPU s | MB |{' MB, shared once |' if shared else ''} runs | first row against it |"
        )
        print("|---|" + "---:|" * (6 if shared else 5))
        for name, cost in costs.items():
            over = "> " if cost.cut else ""
            # Of a run that was stopped only a bound is known: articlelint took at most this share.
            ratio = "" if cost is own or own.cut else f"{'< ' if cost.cut else ''}{own.wall / cost.wall:.2f}"
            once = f" {cost.shared:.0f} |" if shared else ""
            figures = f"{over}{cost.wall:.3f} | {over}{cost.cpu:.3f} | {cost.memory:.0f} |{once} {cost.runs}"
            print(f"| {name} | {figures} | {ratio} |")
        sys.stdout.flush()
        return costs

    def figure(self, name: str, measured: float | None, limit: float) -> None:
        """A line of the closing table; None: could not be measured."""
        self.figures.append((name, limit, measured))

    def ratio(self, name: str, costs: dict[str, Cost], ours: str, theirs: str, limit: float) -> None:
        """A line of the closing table: the wall time of one against another's."""
        known = ours in costs and theirs in costs and not costs[ours].cut and not costs[theirs].cut
        self.figure(name, costs[ours].wall / costs[theirs].wall if known else None, limit)

    def plain(self, megabytes: int) -> Path:
        """Plain text in files of 5 KB, 200 files a megabyte."""
        return corpus(self.work / f"plain-{megabytes}", megabytes * 200, 5_000)


def cold(bench: Bench) -> None:
    """One article, from nothing."""
    one = corpus(bench.work / "one", 1, 9_000) / "000000.txt"
    ours = {NAME: [*CHECK, "--no-cache", str(one)], "python -c pass": [sys.executable, "-c", "pass"]}
    costs = bench.compare("one 9 KB article, cold", {**ours, **bench.found.commands(one)})
    bench.ratio("one article, cold: wall against codespell", costs, NAME, "codespell", 1.0)
    bench.ratio("one article, cold: wall against `python -c pass`", costs, NAME, "python -c pass", 8)


def one_mb(bench: Bench) -> None:
    """Two hundred articles, all peers."""
    folder = bench.plain(1)
    commands = {NAME: [*CHECK, "--no-cache", str(folder)], **bench.found.commands(folder)}
    costs = bench.compare("1 MB, 200 files", commands)
    bench.ratio("1 MB text: wall against proselint", costs, NAME, "proselint", 0.35)


def ten_mb(bench: Bench) -> None:
    """Two thousand articles: workers and cache, and the peers that take seconds."""
    folder, cache = bench.plain(10), bench.work / "cache"
    warm = [*CHECK, "--cache-dir", str(cache), str(folder)]
    in_turn({f"{NAME}, filling the cache": warm}, bench.work, runs=1, budget=bench.budget)
    commands = {
        f"{NAME}, two workers": [*CHECK, "--no-cache", "--workers", "2", str(folder)],
        f"{NAME}, one worker": [*CHECK, "--no-cache", "--workers", "1", str(folder)],
        f"{NAME}, warm cache": warm,
        **bench.found.commands(folder, QUICK + bench.named),
    }
    costs = bench.compare("10 MB, 2,000 files", commands)
    two, one, cached = list(commands)[:3]
    bench.ratio("10 MB text: wall against codespell", costs, two, "codespell", 5)
    bench.ratio("10 MB text, warm cache: wall against codespell", costs, cached, "codespell", 0.5)
    bench.ratio("two workers against one, 10 MB: wall", costs, two, one, 0.6)


def memory(bench: Bench) -> None:
    """Peaks of all processes, and whether they grow with the number of files."""
    few, many = (corpus(bench.work / f"short-{n}", n, 800) for n in (1_000, bench.files))
    commands = {
        f"{NAME} on 10 MB": bench.plain(10),
        f"{NAME} on 1,000 files": few,
        f"{NAME} on {bench.files:,} files": many,
    }
    calls = {name: [*CHECK, "--no-cache", "--workers", "2", str(path)] for name, path in commands.items()}
    costs = bench.compare("memory (times are slowed by looking)", calls, runs=1, shared=True)
    ten, thousand, all_files = costs.values()
    bench.figure("peak memory, 10 MB set, all processes: MB", None if ten.cut else ten.memory, 200)
    growth = None if all_files.cut else all_files.memory / thousand.memory
    # Not 1.0: two runs of one command differ by some per cent, by when the processes allocate and free.
    bench.figure(f"memory of {bench.files:,} files against 1,000", growth, 1.1)


def growth(bench: Bench) -> None:
    """CPU per MB of one large file against small ones, without what the start costs."""
    folder = bench.plain(bench.growth_mb)
    large = bench.work / "large.txt"
    articles = (path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()))
    large.write_text("\n".join(articles), encoding="utf-8")
    title = f"growth: {bench.growth_mb} MB in files of 5 KB, and in one"
    costs = _per_text(bench, title, {"files of 5 KB": folder, "one file": large})
    known = not any(cost is None for cost in costs)
    ratio = (costs[1] or 0) / (costs[0] or 1) if known else None
    bench.figure(f"one file of {bench.growth_mb} MB: CPU per MB against files of 5 KB", ratio, 1.3)


def markups(bench: Bench) -> None:
    """The same prose in three markups, without what the start costs."""
    folders = {name: corpus(bench.work / f"in-{name}", 200, 5_000, name) for name in MARKUPS}
    plain, *others = _per_text(bench, "the same 1 MB of prose in three markups", folders)
    for name, cost in zip(list(MARKUPS)[1:], others, strict=True):
        bench.figure(f"{name}: CPU against plain text", cost / plain if cost and plain else None, 2)


def _per_text(bench: Bench, title: str, paths: dict[str, Path]) -> list[float | None]:
    """CPU seconds for several texts, each less the CPU of a run on a line of text; None: stopped."""
    start = bench.work / "line.txt"
    start.write_text("The ferry sailed.\n", encoding="utf-8")
    call = [*CHECK, "--no-cache", "--workers", "1"]
    commands = {f"{NAME} on {name}": [*call, str(path)] for name, path in paths.items()}
    costs = bench.compare(title, {**commands, f"{NAME} on one line": [*call, str(start)]})
    *found, base = costs.values()
    return [None if cost.cut else cost.cpu - base.cpu for cost in found]


def real(bench: Bench) -> None:
    """Markdown as people wrote it."""
    if not CORPORA.exists():
        print(f"\n{CORPORA} is not there: no real articles to measure")
        return
    for folder in sorted(CORPORA.iterdir()):
        commands = {NAME: [*CHECK, "--no-cache", str(folder)]}
        bench.compare(folder.name, {**commands, **bench.found.commands(folder, QUICK + bench.named)})


PARTS: dict[str, Callable[[Bench], None]] = {
    "cold": cold,
    "1mb": one_mb,
    "10mb": ten_mb,
    "memory": memory,
    "growth": growth,
    "markups": markups,
    "real": real,
}


def closing(bench: Bench) -> None:
    """Print the figures that have a limit."""
    if bench.figures:
        print("\n| Figure | At most | Measured | |\n|---|---:|---:|---|")
    for name, limit, measured in bench.figures:
        verdict = "not measured" if measured is None else "met" if measured <= limit else "**missed**"
        print(f"| {name} | {limit:g} | {'' if measured is None else f'{measured:.2f}'} | {verdict} |")


def arguments() -> argparse.Namespace:
    """The command line."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (default: all)")
    parser.add_argument("--runs", type=int, default=5, help="median of so many (default 5)")
    parser.add_argument("--peers", help=f"some of {','.join(PEERS)}; 'none' (default: all)")
    parser.add_argument(
        "--node-modules", type=Path, help="a folder to look in for the npm peers besides PATH"
    )
    parser.add_argument("--budget", type=float, default=120, help="seconds a command may take (default 120)")
    parser.add_argument("--files", type=int, default=10_000, help="for memory (default 10,000)")
    parser.add_argument("--growth-mb", type=int, default=20, help="for growth (default 20)")
    args = parser.parse_args()
    if unknown := [part for part in args.parts if part not in PARTS]:
        parser.error(f"unknown part {unknown[0]}: choose from {', '.join(PARTS)}")
    if unknown := [name for name in _names(args.peers) if name not in PEERS]:
        parser.error(f"unknown peer {unknown[0]}: choose from {', '.join(PEERS)}")
    return args


def _names(listed: str | None) -> list[str]:
    """The peers that are wanted."""
    return list(PEERS) if listed is None else [name for name in listed.split(",") if name != "none"]


def terminated(_signal: int, _frame: FrameType | None) -> None:
    """Leave like Ctrl-C, so that the command being measured is ended, too."""
    sys.exit("stopped")


def main() -> None:
    """Measure and print."""
    signal.signal(signal.SIGTERM, terminated)
    args = arguments()
    with tempfile.TemporaryDirectory(prefix="articlelint-speed-") as folder:
        work = Path(folder)
        if why := fault([*CHECK, "--no-cache", str(planted(work))], work):
            sys.exit(f"articlelint {why}")
        modules = args.node_modules.absolute() if args.node_modules else None
        found = find(_names(args.peers), modules, work)
        named = tuple(found.programs) if args.peers else ()
        bench = Bench(work, args.runs, args.budget, found, named, args.files, args.growth_mb)
        print(f"Python {platform.python_version()} on {platform.machine()}, {os.cpu_count()} cores; ", end="")
        print(f"median of {args.runs}; memory of all processes")
        for name, why in found.missing.items():
            print(f"without {name}: {why}")
        try:
            for part in dict.fromkeys(args.parts or PARTS):
                PARTS[part](bench)
                shutil.rmtree(work / "cache", ignore_errors=True)
        except BenchError as error:
            sys.exit(str(error))
        closing(bench)


if __name__ == "__main__":
    main()
