"""
What learning an archive costs, and whether a run that is killed and begun again gives the same bytes.

    bench/archive.py make ARTICLES FOLDER --count 5000    articles made from published ones, names varied
    bench/archive.py cost FOLDER --workers 2              time, memory and sizes of learning them
    bench/archive.py kill FOLDER --kills 30               kill -9 at random moments, each time begun again
    bench/archive.py same FOLDER                          one worker, four, and Dask with three
    bench/archive.py names names_wmt.jsonl                misspelt names that a check with an archive finds
    bench/archive.py check ARCHIVE ARTICLE --runs 15      what the archive adds to the check of one article

``ARTICLES`` is what ``articles.read_articles`` reads. An article is made of paragraphs of several, so that it
is no near copy of another, and its surnames are others of the gazetteer.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import random
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from archive_names import names
from articles import SEED, read_articles
from processes import Command, peak_memory

from articlelint.text.gazetteer import NAMES, NameKind

SIZE = 4600
"""The size of an article in characters."""
PROJECTED = 100_000
DESKS = ("city", "world", "sport", "culture", "money")
YEARS = range(2010, 2026)
_WORD = re.compile(r"\b[A-Z][a-z]+\b")


def make(articles: list[str], count: int, size: int) -> Iterator[dict[str, str]]:
    """Yield articles with an id, a date and a desk."""
    chance = random.Random(SEED)
    paragraphs = [part for article in articles for part in article.split("\n\n") if len(part) > 1]
    surnames = sorted(word.title() for word in NAMES if NameKind.SURNAME in NAMES[word].split())
    known = set(surnames)
    for number in range(count):
        renamed: dict[str, str] = {}

        def other(match: re.Match[str], renamed: dict[str, str] = renamed) -> str:
            name = match[0]
            if name not in known:
                return name
            return renamed.setdefault(name, chance.choice(surnames))

        parts: list[str] = []
        while sum(map(len, parts)) < size:
            parts.append(chance.choice(paragraphs)[:size])
        yield {
            "id": f"made-{number}",
            "date": f"{chance.choice(YEARS)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "desk": chance.choice(DESKS),
            "text": _WORD.sub(other, "\n\n".join(parts)),
        }


def learn(folder: Path, into: Path, *options: str) -> list[str]:
    """The command that learns the articles in a folder."""
    command = [sys.executable, "-m", "articlelint", "archive", "learn", str(folder), "--into", str(into)]
    return [*command, *options]


def cost(folder: Path, workers: int) -> None:
    """Print what learning costs, and what it would for 100,000 articles."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        into = Path(temporary, "archive.articlelint")
        before = _child_seconds()
        started = time.perf_counter()
        memory = peak_memory(Command(learn(folder, into, "--workers", str(workers))))
        wall = time.perf_counter() - started
        cpu = _child_seconds() - before
        started = time.perf_counter()
        subprocess.run(learn(folder, into, "--workers", str(workers)), check=True, capture_output=True)
        again = time.perf_counter() - started
        count = sum(len(file.read_bytes().splitlines()) for file in folder.glob("*.jsonl"))
        work = sum(file.stat().st_size for file in into.with_name(f"{into.name}.work").rglob("*.parquet"))
        size = into.stat().st_size
    print(f"{count:,} articles, {workers} workers")
    print(f"wall {wall:.0f} s, CPU {cpu:.0f} s, {1000 * cpu / count:.1f} ms of CPU an article")
    print(f"a second run, with nothing new: {again:.1f} s")
    if memory is not None:
        print(f"peak memory {memory.once:.0f} MB (pages that are shared count once)")
    print(f"work folder {work / count / 1000:.1f} KB an article, model {size / 1e6:.1f} MB")
    minutes = cpu / count * PROJECTED / workers / 60
    print(f"{PROJECTED:,} articles, by CPU: {minutes:.0f} min on {workers} free cores")


def kill(folder: Path, kills: int, workers: int) -> int:
    """Kill runs at random moments, begin each again, and count the models that differ."""
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        into = Path(temporary, "archive.articlelint")
        work = into.with_name(f"{into.name}.work")
        started = time.perf_counter()
        subprocess.run(learn(folder, into, "--workers", str(workers)), check=True, capture_output=True)
        wall = time.perf_counter() - started
        expected = _digest(into)
        differ = interrupted = 0
        while interrupted < kills:
            into.unlink()
            shutil.rmtree(work)
            while not into.exists():
                process = subprocess.Popen(
                    learn(folder, into, "--workers", str(workers)),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
                try:
                    process.wait(chance.uniform(0, wall) if interrupted < kills else None)
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                    interrupted += 1
            differ += _digest(into) != expected
    print(f"{interrupted} runs killed; models that differ: {differ}")
    return differ


def same(folder: Path) -> int:
    """Count the models that differ from that of one worker."""
    differ = 0
    expected = ""
    for options in (["--workers", "1"], ["--workers", "4"], ["--workers", "3", "--dask"]):
        with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
            into = Path(temporary, "archive.articlelint")
            subprocess.run(learn(folder, into, *options), check=True, capture_output=True)
            found = _digest(into)
        expected = expected or found
        differ += found != expected
        print(f"{' '.join(options)}: {'the same' if found == expected else 'differs'}")
    return differ


def check(archive: Path, article: Path, runs: int) -> None:
    """Print the wall and CPU time of a check of one article, cold, without the archive and with it."""
    command = [sys.executable, "-m", "articlelint", "check", "--isolated", "--no-cache", str(article)]
    commands = {"without": command, "with": [*command, "--archive", str(archive)]}
    walls: dict[str, list[float]] = {name: [] for name in commands}
    cpus: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, each in commands.items():
            before, started = _child_seconds(), time.perf_counter()
            subprocess.run(each, check=False, capture_output=True)
            walls[name].append(time.perf_counter() - started)
            cpus[name].append(_child_seconds() - before)
    for name in commands:
        wall, cpu = statistics.median(walls[name]), statistics.median(cpus[name])
        print(f"{name} the archive: wall {wall:.3f} s, CPU {cpu:.3f} s (medians of {runs} runs)")


def _child_seconds() -> float:
    """The CPU time of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def main() -> int:
    """Read the arguments and do what they say."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("do", choices=["make", "cost", "kill", "same", "names", "check"])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--size", type=int, default=SIZE, help="characters in an article")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    folder: Path = options.paths[-1]
    if options.do == "make":
        folder.mkdir(parents=True)
        made = make(read_articles(options.paths[0]), options.count, options.size)
        for number, some in enumerate(iter(lambda: list(itertools.islice(made, 10_000)), [])):
            lines = "".join(f"{json.dumps(each)}\n" for each in some)
            (folder / f"{number:04}.jsonl").write_text(lines, encoding="utf-8")
        return 0
    if options.do == "cost":
        cost(folder, options.workers)
        return 0
    if options.do == "names":
        with tempfile.TemporaryDirectory() as temporary:
            names(folder, Path(temporary))
        return 0
    if options.do == "check":
        check(options.paths[0], folder, options.runs)
        return 0
    if options.do == "same":
        return 1 if same(folder) else 0
    return 1 if kill(folder, options.kills, options.workers) else 0


if __name__ == "__main__":
    sys.exit(main())
