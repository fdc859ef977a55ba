"""Published articles, what articlelint reports on them, and in which sentences; for ``published.py``."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from articlelint import Span
from articlelint.testing import document, document_span

COMMAND = [sys.executable, "-m", "articlelint", "check", "--isolated", "--no-cache"]

SEED = b"published"


class BenchError(Exception):
    """Articles that cannot be read, or a linter that fails."""


class Article(NamedTuple):
    """An article; ``name`` is the name of its set and its id, such as ``bbc/business-7``."""

    name: str
    text: str


class Place(NamedTuple):
    """Lines and columns, counted from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}-{self.end_line}:{self.end_column}"


class Found(NamedTuple):
    """A finding: what identifies it, and what a person needs to judge it."""

    rule: str
    article: str
    place: Place
    severity: str
    message: str
    related: tuple[tuple[str, Place], ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """The rule, the article and the place: what is written to files."""
        return self.rule, self.article, str(self.place)


def read_articles(path: Path) -> list[Article]:
    """
    Return the articles in a file or a folder, sorted by name.

    A ``.txt`` file is one article. A ``.jsonl`` or ``.jsonl.gz`` file has one in each line, an object with an
    ``id`` and a ``text``. Raises BenchError if there are none.
    """
    articles: list[Article] = []
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        folder = file.name.split(".")[0]
        if file.name.endswith(".txt"):
            articles.append(Article(folder, file.read_text(encoding="utf-8")))
        elif file.name.endswith((".jsonl", ".jsonl.gz")):
            opener = gzip.open if file.suffix == ".gz" else open
            with opener(file, "rt", encoding="utf-8") as lines:
                rows = [json.loads(line) for line in lines]
            articles += [Article(f"{folder}/{row['id']}", row["text"]) for row in rows]
    if not articles:
        raise BenchError(f"{path}: no articles in .txt, .jsonl or .jsonl.gz files")
    return sorted(articles)


def drawn(key: tuple[str, ...]) -> bytes:
    """
    Return what to sort by to draw a random sample that is always the same.

    It is a digest. So a key keeps its place among the others when some of them come and go.
    """
    return blake2b("\0".join(key).encode(), digest_size=8, salt=SEED).digest()


def lint(articles: Iterable[Article], rules: Sequence[str] = ()) -> list[Found]:
    """Return the findings of the default rules, or of these rules. Raises BenchError if the linter fails."""
    articles = list(articles)
    select = ["--select", ",".join(rules)] if rules else []
    with tempfile.TemporaryDirectory() as folder:
        for number, article in enumerate(articles):
            (Path(folder) / f"{number:06}.txt").write_text(article.text, encoding="utf-8", newline="")
        command = [*COMMAND, *select, "--output-format", "json", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode not in {0, 1}:
        lines = done.stderr.strip().splitlines() or ["no message"]
        raise BenchError(f"articlelint exits with {done.returncode}: {lines[-1]}")
    return sorted(_found(row, articles) for row in json.loads(done.stdout or "[]"))


def _found(row: dict[str, Any], articles: Sequence[Article]) -> Found:
    name = articles[int(Path(row["path"]).stem)].name
    related = tuple((other["message"], _place(other)) for other in row["related"])
    return Found(row["rule"], name, _place(row), row["severity"], row["message"], related)


def _place(row: dict[str, int]) -> Place:
    return Place(row["line"], row["column"], row["end_line"], row["end_column"])


def sentence_at(text: str, place: Place) -> str:
    """Return the sentences of an article that a place is in, on one line, with the place in ⟦ ⟧."""
    lines = text.split("\n")[place.line - 1 : place.end_line]
    start = place.column - 1
    end = sum(len(line) + 1 for line in lines[:-1]) + place.end_column - 1
    paragraph = "\n".join(lines)
    doc = document(paragraph)
    flagged = document_span(paragraph, Span(start, end))
    near = Span(max(flagged.start - 1, 0), flagged.end + 1)  # a finding may stand between two sentences
    spans = [flagged, *(sentence.span for sentence in doc.sentences_in(near))]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    shown = f"{doc.text[first : flagged.start]}⟦{doc.slice(flagged)}⟧{doc.text[flagged.end : last]}"
    return " ".join(shown.split())
