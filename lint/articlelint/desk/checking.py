"""Checks the text of an article that is in no file, with everything that a page or an editor shows."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from articlelint.config.configuration import Configuration
from articlelint.config.file_rules import read_file_rules
from articlelint.config.nearest import find
from articlelint.config.reach import Reach
from articlelint.desk.file_rules import described
from articlelint.engine import Engine
from articlelint.errors import ReadError
from articlelint.findings.ignore_writer import IgnoreWriter
from articlelint.markup.word.annotate import Annotated, annotate
from articlelint.markup.word.source import DocxSource
from articlelint.model import Diagnostic, Span
from articlelint.plugins.loading import load
from articlelint.report.base import RuleInfo
from articlelint.report.word_comments import comments_on
from articlelint.run.reading import ReadArticle
from articlelint.run.statistics import Statistics, measure
from articlelint.source import Source
from articlelint.text.reader.reading import Reader

REMEMBERED = 1000
"""Sentences that are remembered: those that are read of an article of about 20,000 words; 10 MB."""
AUTHOR = "articlelint"
"""Who the comments in a Word document are from."""
_Stamps: TypeAlias = dict[Path, tuple[int, int] | None]


class Article(NamedTuple):
    """
    A text to check.

    The suffix of ``name`` says how it is read. It may be a path; the configuration for that path applies, in
    the folder of the options if the path is relative.
    """

    text: str
    name: str = "article.txt"
    statistics: bool = False
    """Whether the answer has the statistics of the article."""
    dialect: str = "auto"
    """The dialect that it is written in, if the configuration names none."""
    document: bytes | None = None
    """The bytes of a file that is no text, such as a Word document; ``text`` then does not count."""


class Checked(NamedTuple):
    """
    What a check has found.

    ``sentences`` has, for each diagnostic, the span of its sentence; all spans count in ``Article.text``, or,
    of a document, in ``text``. ``errors`` says what could not be checked, in one line each.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    sentences: tuple[Span, ...] = ()
    errors: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    statistics: Statistics | None = None
    text: str | None = None
    """The text of a document, one paragraph in each line; None for anything else."""


class Options(NamedTuple):
    """Which configuration applies: the file ``config``, the nearest to ``folder``, or none."""

    folder: Path
    config: Path | None = None
    isolated: bool = False
    trusted: bool = False
    """Whether the configuration may read files outside of its repository."""


class Checker:
    """Checks articles one after the other, and reads the configuration again when its files have changed."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._registry = load()
        self._reader = Reader(REMEMBERED)
        self._engines: dict[str, Engine] = {}
        """By dialect: each dialect is a configuration of its own."""
        self._files: dict[Path, frozenset[Path]] = {}
        """The files that the settings are made from, by the folder that they are for."""
        self._stamps: dict[Path, _Stamps] = {}

    def check(self, article: Article) -> Checked:
        """Check an article. Raises SettingsError for an unusable configuration, ReadError for a document."""
        path = self._options.folder / article.name
        self._refresh(Path(os.path.realpath(path)).parent)
        engine = self._engine(article.dialect)
        source, text = Source(article.name, article.text), None
        if article.document is not None:
            source = engine.decode(article.name, article.document)
            text = source.text
        analysis = engine.analyse(source, path)
        found = analysis.result
        if not analysis.articles:
            return Checked(errors=found.errors, notices=found.notices, text=text)
        return Checked(
            found.diagnostics,
            tuple(_sentence(analysis.articles, d, source) for d in found.diagnostics),
            found.errors,
            found.notices,
            measure(analysis.articles[0].document) if article.statistics else None,
            text,
        )

    def annotate(self, article: Article, fingerprints: Collection[str]) -> Annotated:
        """
        The Word document with those of its findings as comments that have these fingerprints.

        Raises ArticlelintError if it is none.
        """
        path = self._options.folder / article.name
        self._refresh(Path(os.path.realpath(path)).parent)
        engine = self._engine(article.dialect)
        source = engine.decode(article.name, article.document or b"")
        if not isinstance(source, DocxSource):
            raise ReadError(f"{article.name}: has no comments: only .docx files can be annotated")
        found = engine.lint(source, path)
        chosen = [d for d in found.diagnostics if d.fingerprint in fingerprints]
        return annotate(source, comments_on(chosen, found.lines), AUTHOR)

    def ignore(self, article: Article, diagnostics: Iterable[Diagnostic], reason: str) -> str:
        """The text with an ignore for each diagnostic. Raises ArticlelintError if it cannot be written."""
        engine = self._engine(article.dialect)
        writer = IgnoreWriter(engine.lint, engine.parser, reason)
        return writer.with_ignores(Source(article.name, article.text), diagnostics).text

    def rule(self, name: str) -> RuleInfo | None:
        """What a rule is for, also one from a style pack. Raises SettingsError as ``check`` does."""
        if name in self._registry.rules:
            return self._registry.rules[name].info
        folder = Path(os.path.realpath(self._options.folder))
        self._refresh(folder)
        rules = read_file_rules(self._registry, self._engine("auto").configuration.for_folder(folder)).rules
        return described(rules[name]) if name in rules else None

    def _engine(self, dialect: str) -> Engine:
        if dialect not in self._engines:
            self._engines[dialect] = self._new_engine(dialect)
        return self._engines[dialect]

    def _new_engine(self, dialect: str) -> Engine:
        options = self._options
        configuration = Configuration(
            options.config,
            isolated=options.isolated,
            plugin_settings=self._registry.settings,
            reach=Reach.of_paths([str(options.folder)], trusted=options.trusted),
            dialect=dialect,
        )
        return Engine(self._registry, configuration, reader=self._reader)

    def _refresh(self, folder: Path) -> None:
        """Read the configuration for a folder again if its files have changed."""
        if self._stamps.get(folder) != self._current_stamps(folder):
            self._read_configuration(folder)

    def _read_configuration(self, folder: Path) -> None:
        """Read the configuration for a folder. Where that fails, it is read again for the next article."""
        if folder in self._files:  # a file has changed, on which other folders may depend
            self._stamps.clear()
            self._engines.clear()
        self._files[folder] = frozenset()
        settings = self._engine("auto").configuration.for_folder(folder)
        packs = (file for value in settings.plugin_values.values() for file in value.files)
        archive = [settings.archive.file] if settings.archive is not None else []
        self._files[folder] = frozenset((*settings.files, *packs, *archive))
        self._stamps[folder] = self._current_stamps(folder)

    def _current_stamps(self, folder: Path) -> _Stamps:
        """The times and sizes of the files that the settings for a folder are made from."""
        nearest = None
        if not self._options.isolated:
            nearest = self._options.config or find(folder)
        files = self._files.get(folder, frozenset()) | {nearest}
        return {file: _stamp(file) for file in files if file is not None}


def _stamp(file: Path) -> tuple[int, int] | None:
    """When a file was changed, and its size; None if it is not there."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _sentence(articles: Iterable[ReadArticle], diagnostic: Diagnostic, source: Source) -> Span:
    """The span of the sentence of a diagnostic in the source; that of its line where there is none."""
    for document, article, _ in articles:
        at = article.text_at(diagnostic.span.start)
        if at is None:
            continue
        offsets = article.markup.offsets
        start = offsets.prose_at(at)
        number = bisect_right(document.sentences, start, key=lambda sentence: sentence.span.start) - 1
        if number >= 0 and start < document.sentences[number].span.end:
            return article.file_span(offsets.span(document.sentences[number].span))
    start = source.text.rfind("\n", 0, diagnostic.span.start) + 1
    end = source.text.find("\n", diagnostic.span.end)
    return Span(start, end if end >= 0 else len(source.text))
