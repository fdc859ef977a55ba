"""Measures files: reads each as for a check, and computes its statistics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from articlelint.config.discovery import Found
from articlelint.document import Document
from articlelint.errors import ReadError
from articlelint.markup.base import Article
from articlelint.model import Location, Place
from articlelint.report.base import FileResult
from articlelint.run.reading import nothing_read
from articlelint.run.statistics import LongestSentence, Quoted, Statistics, measure
from articlelint.source import Source, read_bytes
from articlelint.text.flesch import Readability, measure_readability


class Measured(FileResult):
    """The result of a file with the statistics of its articles, and the place of the longest sentence."""

    statistics: Statistics = Statistics()
    longest: Place | None = None
    location: Location | None = None
    """Where the longest sentence is, for people."""

    @classmethod
    def of(cls, source: Source, statistics: Statistics, articles: int = 1) -> Measured:
        """Return the result of a file that could be read, with so many articles."""
        nothing = "" if articles else nothing_read(source.path)
        measured = cls(source.path, notices=tuple(filter(None, [source.notice, nothing])), articles=articles)
        measured.statistics = statistics
        return measured


@dataclass(slots=True)
class Measurer:
    """Measures files one by one; ``decode`` and ``parse`` are those of ``Engine``."""

    decode: Callable[[str, bytes], Source]
    parse: Callable[[Source], Sequence[Article]]

    def __post_init__(self) -> None:
        # Load textstat now, before worker processes start, so that each of them need not load it.
        measure_readability(("word",), 1)

    def measure_file(self, file: Found) -> FileResult:
        """Read and measure one file. A file that cannot be read gives a result with an error."""
        if file.error:
            return FileResult(file.path, errors=(file.error,))
        try:
            path = Path(file.path).absolute()
            data = read_bytes(path, file.path) if file.data is None else file.data
            source = self.decode(file.path, data)
            articles = self.parse(source)
        except ReadError as error:
            return FileResult(file.path, errors=(str(error),))
        total = Total()
        for article in articles:
            total.add(_measured(article, source))
        measured = Measured.of(source, total.statistics, len(articles))
        if total.longest is not None:
            longest, _ = total.longest
            measured.longest, measured.location = longest.longest, longest.location
        return measured


def _measured(article: Article, source: Source) -> Measured:
    """Measure one article."""
    markup = article.markup
    figures = measure(Document(markup.text, markup.blocks, path=article.path(source.path)))
    measured = Measured.of(source, figures)
    if figures.longest is not None:
        span = markup.offsets.span(figures.longest.span)
        measured.longest = source.place(article.file_span(span))
        measured.location = article.location(span)
    return measured


@dataclass(slots=True)
class Total:
    """The statistics of all articles together."""

    articles: int = 0
    words: int = 0
    running: Readability = field(default_factory=Readability)
    speakers: dict[str, Quoted] = field(default_factory=dict[str, Quoted])
    longest: tuple[Measured, LongestSentence] | None = None

    def add(self, measured: Measured) -> None:
        """Add one file."""
        figures = measured.statistics
        self.articles += measured.articles
        self.words += figures.words
        self.running = self.running.plus(figures.running)
        for speaker, quoted in figures.speakers.items():
            self.speakers[speaker] = self.speakers.get(speaker, Quoted()).plus(quoted)
        if figures.longest and (self.longest is None or figures.longest.words > self.longest[1].words):
            self.longest = (measured, figures.longest)

    @property
    def statistics(self) -> Statistics:
        """The statistics of all articles as if they were one."""
        return Statistics(self.words, self.running, self.longest and self.longest[1], self.speakers)
