#!/usr/bin/env python3
"""
How fast articlelint is and how much memory it takes, beside other linters, on real articles.

    bench/speed.py ARTICLES [--runs 5] [--only PART] [--quick]

ARTICLES is a folder or a file: ``.txt`` files, or ``.jsonl`` and ``.jsonl.gz`` files with a ``text`` in
each line. The script uses up to 10 MB of them. It repeats no text in a sample that is timed, because repeated
words would favour a linter that remembers words.

The commands of a part run in turn, each in a process of its own, and the figures are medians. codespell and
proselint come with ``pip install '.[bench]'``. Linters that are neither beside this Python nor on PATH are
left out; for Vale, install its command. The script prints the two tables of docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import articles
from processes import BenchError, Command, Cost, peak_memory, run_in_turn

ARTICLELINT = "articlelint"
NOTHING = "Python, doing nothing"
VALE_CONFIG = "MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n"


@dataclass
class Bench:
    """What is measured and the lines of the two tables so far."""

    articles: list[str]
    folder: Path
    runs: int
    scale: int = 1
    """By how much samples are smaller than they should be."""
    costs: list[str] = field(default_factory=lambda: [])
    figures: list[str] = field(default_factory=lambda: [])

    def measure(self, title: str, rounds: list[dict[str, Command]]) -> dict[str, Cost]:
        """Measure commands in turn and add their costs to the first table."""
        print(f"measuring: {title}", file=sys.stderr)
        costs = run_in_turn(rounds)
        self.costs.append(f"| **{title}** | | |")
        self.costs.extend(f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} |" for name, cost in costs.items())
        return costs

    def figure(self, name: str, measured: float | None, limit: float | None = None) -> None:
        """Add a line to the second table; ``measured`` is None if it could not be measured."""
        at_most = "" if limit is None else f"{limit:g}"
        value = "not measured" if measured is None else f"{measured:.2f}"
        self.figures.append(f"| {name} | {value} | {at_most} |")

    def wall_ratio(
        self, name: str, costs: dict[str, Cost], ours: str, other: str, limit: float | None = None
    ) -> None:
        """Add the ratio of two wall times to the second table."""
        self.figure(name, costs[ours].wall / costs[other].wall if other in costs else None, limit)

    def sample(self, name: str, megabytes: int, suffix: str = ".txt") -> Path:
        """A folder with so much of the articles, each in a file of its own."""
        chosen = articles.first(self.articles, megabytes * 1_000_000 // self.scale)
        return articles.write(self.folder / name, chosen, suffix)


def check(path: Path, *options: str, workers: int = 1) -> Command:
    """The command that lints a path with articlelint, by default without cache and configuration."""
    beside = Path(sys.executable).with_name("articlelint")
    program = [str(beside)] if beside.exists() else [sys.executable, "-m", "articlelint"]
    chosen = options or ("--isolated", "--no-cache")
    return Command(
        [*program, "check", "--output-format", "concise", "--workers", str(workers), *chosen, str(path)]
    )


def program(name: str) -> str | None:
    """Where another linter is: beside this Python or on PATH."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)


def others(bench: Bench, path: Path, *names: str) -> dict[str, Command]:
    """The commands that lint a path with those of the other linters that are installed."""
    config = bench.folder / "vale.ini"
    config.write_text(VALE_CONFIG, encoding="utf-8")
    calls = {
        "codespell": [str(path)],
        "proselint": ["check", str(path)],
        "vale": ["--config", str(config), "--no-exit", "--output", "line", str(path)],
    }
    commands: dict[str, Command] = {}
    for name in names:
        found = program(name)
        if found:
            commands[name] = Command([found, *calls[name]], exit_codes=(0, 1, 65))
    return commands


def measure_start(bench: Bench) -> None:
    """One article from a new process; each round has another article."""
    folder = articles.write(bench.folder / "one", articles.closest(bench.articles, 9_000, bench.runs))
    rounds = [
        {
            ARTICLELINT: check(file),
            **others(bench, file, "codespell", "proselint", "vale"),
            NOTHING: Command([sys.executable, "-c", "pass"]),
        }
        for file in sorted(folder.iterdir())
    ]
    costs = bench.measure("One article of 9 KB", rounds)
    what = "One article of 9 KB, wall time: against"
    bench.wall_ratio(f"{what} codespell", costs, ARTICLELINT, "codespell", 1.8)
    bench.wall_ratio(f"{what} Vale", costs, ARTICLELINT, "vale", 0.6)
    bench.wall_ratio(f"{what} proselint", costs, ARTICLELINT, "proselint")
    bench.wall_ratio(f"{what} Python, doing nothing", costs, ARTICLELINT, NOTHING)


def measure_megabyte(bench: Bench) -> None:
    """1 MB of articles with one worker, beside the other linters."""
    path = bench.sample("megabyte", 1)
    commands = {ARTICLELINT: check(path), **others(bench, path, "codespell", "proselint", "vale")}
    costs = bench.measure("1 MB of articles, one worker", [commands] * bench.runs)
    bench.wall_ratio("1 MB, one worker, wall time: against proselint", costs, ARTICLELINT, "proselint", 0.9)
    bench.wall_ratio("1 MB, one worker, wall time: against codespell", costs, ARTICLELINT, "codespell")


def measure_archive(bench: Bench) -> None:
    """Up to 10 MB of articles: workers, and results from the cache."""
    path = bench.sample("archive", 10)
    cache = ("--isolated", "--cache-dir", str(bench.folder / "cache"))
    two, one, cached = "articlelint, two workers", "articlelint, one worker", "articlelint, warm cache"
    commands = {two: check(path, workers=2), one: check(path), cached: check(path, *cache, workers=2)}
    files = list(path.iterdir())
    megabytes = sum(file.stat().st_size for file in files) / 1e6
    title = f"An archive: {megabytes:.1f} MB in {len(files):,} files"
    costs = bench.measure(title, [{**commands, **others(bench, path, "codespell")}] * bench.runs)
    bench.wall_ratio("The archive, wall time: two workers against one", costs, two, one)
    bench.wall_ratio("The archive, wall time: warm cache against none", costs, cached, two)
    bench.wall_ratio("The archive, wall time: two workers against codespell", costs, two, "codespell")


def measure_formats(bench: Bench) -> None:
    """The same 1 MB as plain text, Markdown and HTML."""
    names = {".txt": "plain text", ".md": "Markdown", ".html": "HTML"}
    commands = {
        name: check(bench.sample(name.replace(" ", "-"), 1, suffix)) for suffix, name in names.items()
    }
    costs = bench.measure("The same 1 MB in three formats", [commands] * bench.runs)
    for name in ("Markdown", "HTML"):
        ratio = costs[name].cpu / costs["plain text"].cpu
        bench.figure(f"1 MB, CPU time: {name} against plain text", ratio)


def measure_style_pack(bench: Bench) -> None:
    """1 MB with a style pack of 13,000 terms and without."""
    path = bench.sample("styled", 1)
    pack, config = bench.folder / "large.toml", bench.folder / "large-pack.toml"
    pack.write_text(articles.style_pack(bench.articles, 13_000 // bench.scale), encoding="utf-8")
    config.write_text(f'[house]\npacks = ["{pack.name}"]\n', encoding="utf-8")
    without, styled = "without style pack", "with a style pack of 13,000 terms"
    commands = {without: check(path), styled: check(path, "--no-cache", "--config", str(config))}
    costs = bench.measure("1 MB, and a style pack", [commands] * bench.runs)
    bench.wall_ratio("1 MB, wall time: a style pack of 13,000 terms against none", costs, styled, without)


def measure_memory(bench: Bench) -> None:
    """The peak memory of all processes with two workers, for many short files."""
    short = articles.pieces(bench.articles, 100, 100_000 // bench.scale)
    path = articles.write(bench.folder / "short", short)
    print("measuring: memory", file=sys.stderr)
    memory = peak_memory(check(path, workers=2))
    once, each = (memory.once, memory.each) if memory else (None, None)
    bench.figure("100,000 files of 100 bytes, two workers: memory of all processes, MB", once, 100)
    bench.figure("The same, counting shared pages for each process, MB", each)


PARTS = {
    "start": measure_start,
    "megabyte": measure_megabyte,
    "archive": measure_archive,
    "formats": measure_formats,
    "style-pack": measure_style_pack,
    "memory": measure_memory,
}


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path, metavar="ARTICLES")
    parser.add_argument("--runs", type=int, default=5, help="the number of runs of a command (default 5)")
    parser.add_argument("--only", action="append", choices=PARTS, help="measure this part; may be repeated")
    parser.add_argument(
        "--quick", action="store_true", help="try the script: one run, a hundredth of the text"
    )
    return parser.parse_args()


def main() -> None:
    """Measure and print."""
    arguments = parse_arguments()
    found = articles.read_articles(arguments.articles)
    if not found:
        sys.exit(f"{arguments.articles}: no articles in .txt, .jsonl or .jsonl.gz files")
    runs, scale = (1, 100) if arguments.quick else (arguments.runs, 1)
    with tempfile.TemporaryDirectory(prefix="articlelint-bench-") as folder:
        bench = Bench(found, Path(folder), runs, scale)
        try:
            for part in arguments.only or PARTS:
                PARTS[part](bench)
        except BenchError as error:
            sys.exit(str(error))
    print(f"CPython {platform.python_version()}, {os.cpu_count()} cores, medians of {runs}.\n")
    print("| | wall, s | CPU, s |", "|---|---:|---:|", *bench.costs, sep="\n")
    print("\n| | measured | at most |", "|---|---:|---:|", *bench.figures, sep="\n")


if __name__ == "__main__":
    main()
