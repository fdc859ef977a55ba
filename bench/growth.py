#!/usr/bin/env python3
"""
How time and memory grow with the text, on texts that repeat one mark or one phrase.

    bench/growth.py [--parser] [--short 100000] [--long 1000000] [FAMILY ...]

Each text is checked in a process of its own; with ``--parser``, it is only parsed. The script prints, for
each family, the seconds of CPU time for both lengths, how many times more the long one takes, and its peak
memory in MB. It exits with 1 if one takes more than 15 times as long, needs more than 300 MB, or fails.
FAMILY is a line of the table, such as ``".md ["``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

MOST_TIMES = 15
MOST_MEMORY = 300
LEAST_SECONDS = 0.05
"""Below this, times are too short to be compared."""
SECONDS = 300

FAMILIES = {
    ".md": [
        "![a](", "[a](", "*[a](", "[^a", "![[", "![", "![a]", "[", "[[", "](", "[a]", "[a][", "[![a](b",
        "$", "$$", "*", "*a ", "**a _b ", "_", "~", "`", "&", "<", ">", "> ", "- ", "|", "|a", "{{",
        "{% ", "{: ", "\\", "(", "#", "<!--", "a <!--b--> ", "<?", "<a ", "<a b='", "<b>", "<div>\n",
        "<p>a\n\n", "&#1;", "&amp;", "- a\n", "    a\n", "[a]: b\n", "[a b=", "[a b='c'] ", "[/a] ",
        "!!! a\n", "![a]{", '[a](b "', "[a](<b", "> a\n\n", "a\n", "---\n",
    ],
    ".html": [
        "<!--", "<a ", "<a b='", '<a b="', "<a b=", "<a/", "<", "</", "</a", "<?", "<!", "<![", "<b>",
        "<p>", "<div>", "<q>", "<li>", "<ul><li>", "<table><td>", "<b><p>", "</b><b>", "&", "&#1",
        "&amp;", "<script>", "<style>", "<img alt='", "<img alt=a>", "[a b=", "a\n", "</p>", "<br>",
        "<pre>", "<title>", "<a href='#'>",
    ],
    ".txt": [
        '"', ". ", "aaa", "(", "“‘…’”", "*", "... ", "âA~", "“a ", "a ", "The the ",
        "Mykhailo Kovalenko ", "\n",
    ],
}  # fmt: skip

PARSE = """
import sys
from articlelint.markup import parser_for
parser_for(sys.argv[1]).parse(open(sys.argv[2], encoding="utf-8").read())
"""


class Cost(NamedTuple):
    """Seconds of CPU time and the peak memory of a process, or why it failed."""

    seconds: float
    memory: int
    failure: str = ""


def run(arguments: list[str]) -> Cost:
    """Run a command in a process, and measure it."""
    code = (
        "import resource, subprocess, sys\n"
        f"done = subprocess.run(sys.argv[1:], capture_output=True, text=True, timeout={SECONDS})\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "last = (done.stderr.strip().splitlines() or [''])[-1][:100]\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, done.returncode, last)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        return Cost(SECONDS, 0, f"no answer in {SECONDS} s")
    seconds, memory, exit_code, *failure = done.stdout.split(maxsplit=3)
    failed = "" if exit_code in {"0", "1"} else "".join(failure).strip() or f"exit code {exit_code}"
    return Cost(float(seconds), int(memory), failed)


def measured(suffix: str, text: str, folder: Path, *, parser: bool) -> Cost:
    """What a text costs."""
    path = folder / f"a{suffix}"
    path.write_text(text, encoding="utf-8")
    if parser:
        return run([sys.executable, "-c", PARSE, suffix, str(path)])
    command = ["check", "--isolated", "--no-cache", "--workers", "1", "--output-format", "concise", str(path)]
    return run([sys.executable, "-m", "articlelint", *command])


def table_row(name: str, short: Cost, long: Cost, allowed: float, start: float) -> tuple[str, bool]:
    """A row of the table, and whether a limit is kept; ``start`` is the time that an empty text takes."""
    times = max(long.seconds - start, 0) / max(short.seconds - start, LEAST_SECONDS)
    failure = short.failure or long.failure
    cells = (
        "`" + name.replace("|", "\\|").replace("\n", "⏎") + "`",
        *(f"{short.seconds:.1f}", f"{long.seconds:.1f}", f"{times:.1f}", str(long.memory), failure),
    )
    return f"| {' | '.join(cells)} |", not failure and times <= allowed and long.memory <= MOST_MEMORY


def main() -> int:
    """Measure the families and print a table."""
    formatter = argparse.RawDescriptionHelpFormatter
    options = argparse.ArgumentParser(description=__doc__, formatter_class=formatter)
    options.add_argument("families", nargs="*", metavar="FAMILY")
    options.add_argument("--parser", action="store_true", help="only parse")
    options.add_argument("--short", type=int, default=100_000)
    options.add_argument("--long", type=int, default=1_000_000)
    given = options.parse_args()
    allowed = MOST_TIMES * given.long / given.short / 10
    kept = True
    print("| family | short, s | long, s | times | MB | |\n|---|---:|---:|---:|---:|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix, pieces in FAMILIES.items():
            start = measured(suffix, "", folder, parser=given.parser).seconds
            for piece in pieces:
                if given.families and f"{suffix} {piece}" not in given.families:
                    continue
                texts = [(piece * (size // len(piece) + 1))[:size] for size in (given.short, given.long)]
                short, long = (measured(suffix, text, folder, parser=given.parser) for text in texts)
                row, fine = table_row(f"{suffix} {piece}", short, long, allowed, start)
                kept = kept and fine
                print(row, flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
