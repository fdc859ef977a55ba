"""
Measures the formats: whether positions are exact, whether fixes leave all else alone, and how fast they are.

    python bench/file_formats.py            prints the table of docs/formats.md
    python bench/file_formats.py --write    writes it there

Each format is given the same invented paragraphs, with quotation marks, letters with accents, signs that the
format must escape, and emoji. A position is exact if the file has at it the word that the prose has. A fix
is intact if the file after it is, byte for byte, the file without the planted repetition; of a package, each
part. The speed is that of reading the article in examples/, many times.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple

from format_documents import FORMATS, Make

from articlelint.config.configuration import Configuration
from articlelint.engine import Engine
from articlelint.findings.fixes import Fixer
from articlelint.markup import BUILT_IN, parser_named
from articlelint.markup.base import articles_of, decoded
from articlelint.markup.file_formats import FORMATS as READ
from articlelint.model import Span
from articlelint.plugins.loading import load

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/formats.md"
_WORD = re.compile(r"[^\W_]+")
_PARAGRAPHS = (
    "The “ferry” from Kyiv to Odesa was late on Monday, the café's owners & captains said.",
    'Nobody knew why 😀, she said: "It was <late> again," and the boats left at 9 > 8 knots.',
    "More than 200 people queued on the quay before dawn, some of them wrapped in blankets, to music.",
    "The council has signed a contract with the operator – Skarn Line – which will mend the engines.",
)
_PLANTED = "They waited for the the boat on the quay."
_RUNS = 25
_FIXES = 12


class Row(NamedTuple):
    """A row of the table: words tried and exact, fixes tried and intact, and MB of prose a second."""

    name: str
    tried: int
    exact: int
    fixes: int
    intact: int
    speed: float

    def __str__(self) -> str:
        positions = f"{self.exact:,} of {self.tried:,}"
        return f"| {self.name} | {positions} | {self.fixed} | {self.speed:.1f} |"

    @property
    def fixed(self) -> str:
        """How many fixes were intact, or that the format is only read."""
        return f"{self.intact} of {self.fixes}" if self.fixes else "read only"


def measured(name: str) -> Row:
    """Measure a format."""
    of, make = FORMATS[name]
    tried, exact = _positions(of, make(_PARAGRAPHS * 5))
    fixes = _FIXES if of in BUILT_IN or READ[of].fixes else 0
    intact = sum(_is_intact(of, make, number) for number in range(fixes))
    return Row(name, tried, exact, fixes, intact, _speed(of, make))


def _positions(name: str, data: bytes) -> tuple[int, int]:
    """How many words were tried, and how many stand in the file where the map says."""
    parser = parser_named(name)
    source = decoded(parser, "file", data)
    tried = exact = 0
    for article in articles_of(parser, source):
        for match in _WORD.finditer(article.markup.text):
            span = article.file_span(article.markup.offsets.span(Span(*match.span())))
            tried += 1
            exact += match.group() in _readings(source.text[span.start : span.end])
    return tried, exact


def _readings(raw: str) -> Iterator[str]:
    """What a piece of a file may stand for: as it is, and after each of the escapes that formats use."""
    yield raw
    once = unescape(raw)
    yield once
    yield unescape(once)
    for _ in range(2):
        if "\\" in raw:
            raw = str(json.loads(f'"{raw}"'))
            yield raw


def _is_intact(name: str, make: Make, number: int) -> bool:
    """Whether a fix makes a file what it would be without the repetition, in each part."""
    paragraphs = list(_PARAGRAPHS * 3)
    paragraphs.insert(number, _PLANTED)
    data = make(paragraphs)
    engine = Engine(load().with_format(name), Configuration(isolated=True), only=frozenset({"repeated-word"}))
    source = engine.decode("file", data)
    after = Fixer(engine.lint).source(source, Path("file").absolute()).after.encode()
    return _parts(after) == [(part, content.replace(b"the the", b"the")) for part, content in _parts(data)]


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    """The parts of a package; a file that is none is one part."""
    if not data.startswith(b"PK"):
        return [("", data)]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _speed(name: str, make: Make) -> float:
    """How many million characters of prose are read in a second of the processor: the best of some runs."""
    text = (ROOT / "examples/ferry-corrected.txt").read_text(encoding="utf-8")
    data = make(text.split("\n\n") * 10)
    parser = parser_named(name)
    best = 0.0
    for _ in range(_RUNS):
        started = time.process_time()
        articles = articles_of(parser, decoded(parser, "file", data))
        seconds = time.process_time() - started
        best = max(best, sum(len(article.markup.text) for article in articles) / 1e6 / seconds)
    return best


def table(names: Sequence[str], measure: Callable[[str], Row] = measured) -> str:
    """The table."""
    rows = "\n".join(str(measure(name)) for name in names)
    return (
        f"| Format | Positions exact | Fixes intact | MB of prose a second |\n|---|---:|---:|---:|\n{rows}\n"
    )


def main() -> None:
    """Print or write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the table into docs/formats.md")
    options = parser.parse_args()
    made = table(list(FORMATS))
    sys.stdout.write(made)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        pattern = r"\| Format \| Positions.*?\n(?!\|)"
        PAGE.write_text(re.sub(pattern, lambda _: made, page, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
