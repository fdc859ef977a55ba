"""Reads a source: its articles, their markup and front matter, and the language of their blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from articlelint.archived import Archive
from articlelint.config.settings import Settings
from articlelint.document import Document, SourceMap
from articlelint.errors import ReadError
from articlelint.markup.base import AnyParser, Article, articles_of
from articlelint.markup.front_matter_blocks import FRONT_MATTER_KINDS, joined, read_front_matter
from articlelint.markup.other_languages import english_only
from articlelint.model import Span
from articlelint.plugins.checking_findings import articles_fault
from articlelint.plugins.guard import FailedError, call
from articlelint.plugins.registry import Registry
from articlelint.plugins.time_limit import TimeLimit, allowance
from articlelint.source import Source
from articlelint.text.reader.reading import Reader

_DELETED = frozenset({"auto-draft", "trash"})
"""The statuses of posts that their writers have thrown away, or not begun."""


class ReadArticle(NamedTuple):
    """An article as it was read; ``notices`` say what of it was not."""

    document: Document
    article: Article
    notices: tuple[str, ...]


def read_articles(
    source: Source,
    settings: Settings,
    registry: Registry,
    reader: Reader | None = None,
    archive: Archive | None = None,
) -> Iterator[ReadArticle]:
    """Read the articles of a source. Raises ReadError if its parser fails."""
    for article in parse(source, settings, registry):
        yield _read(article, source, settings, reader, archive)


def _read(
    article: Article, source: Source, settings: Settings, reader: Reader | None, archive: Archive | None
) -> ReadArticle:
    """Read an article, without what is not in English."""
    markup = article.markup
    notices: tuple[str, ...] = ()
    metadata: Mapping[str, str] = article.metadata
    if markup.front_matter is not None:
        kinds = {**FRONT_MATTER_KINDS, **settings.front_matter}
        front = read_front_matter(article.text, markup.front_matter, kinds)
        markup, metadata = joined(front.markup, markup), {**metadata, **front.metadata}
        if front.problem:
            notices = (f"{source.path}: the front matter was not checked: {front.problem}",)
    markup, left_out = english_only(markup, metadata.get("lang") or metadata.get("language") or "")
    if left_out:
        placed = [article.file_span(span) for span in left_out]
        notices = (*notices, _not_english(article, source, placed, everything=not markup.blocks))
    document = Document(
        markup.text,
        markup.blocks,
        path=article.path(source.path),
        house=settings.house,
        source_map=SourceMap(
            article.text,
            markup.offsets,
            markup.styles,
            metadata,
            markup.other_languages,
            markup.quotations,
        ),
        reader=reader,
        archive=archive,
    )
    return ReadArticle(document, article._replace(markup=markup), notices)


def parser_for(path: str, settings: Settings, registry: Registry) -> AnyParser:
    """Return the parser for a file: by ``--format``, the configuration, or the suffix of its name."""
    mapped = settings.format_of(Path(path).absolute()) if registry.forced is None else None
    if mapped is None:
        return registry.parser_for(path)
    from articlelint.markup.json_files.parser import of_mapping  # most articles are no JSON

    return of_mapping(mapped)


def parse(source: Source, settings: Settings, registry: Registry) -> tuple[Article, ...]:
    """
    Parse the articles of a source that are to be read by their status.

    Raises ReadError if its parser fails or takes too long.
    """
    parser = parser_for(source.path, settings, registry)
    origin = registry.plugin_of(parser)
    try:
        # The markup of plugins only is checked: the built-in parsers have tests, and it takes time.
        articles = _parsed(parser, source, checked=origin is not None)
        return tuple(article for article in articles if _is_asked_for(article, settings.status))
    except FailedError as error:
        who = f"parser '{parser.name}' of {origin or 'articlelint'}"
        raise ReadError(f"{source.path}: internal error: {who} failed: {error}") from error


def _is_asked_for(article: Article, statuses: tuple[str, ...]) -> bool:
    """Whether an article is to be read by its status; one without a status is."""
    status = article.metadata.get("status", "").lower()
    if not status:
        return True
    return status in statuses if statuses else status not in _DELETED


def nothing_read(path: str, statuses: tuple[str, ...] = ()) -> str:
    """Return the notice about a file of which no article was read."""
    asked = f" with the status {' or '.join(statuses)}" if statuses else ""
    return f"{path}: nothing was read: it has no article{asked}"


def _parsed(parser: AnyParser, source: Source, *, checked: bool) -> tuple[Article, ...]:
    """Return what a parser makes of a source. Raises FailedError, also for a fault if it is ``checked``."""
    with TimeLimit(allowance(len(source.text))):
        articles: tuple[Article, ...] = call(articles_of, parser, source, passed=(ReadError,))
    fault = str(call(articles_fault, articles, len(source.text))) if checked else ""
    if fault:
        raise FailedError(fault)
    return articles


def _not_english(article: Article, source: Source, left_out: Sequence[Span], *, everything: bool) -> str:
    """The notice about what is not in English; ``left_out`` counts in the source."""
    if everything:
        return f"{article.path(source.path)}: not in English, so it was not checked"
    unit = "paragraph" if article.locate is not None and article.locate(0).replaces_lines else "line"
    ranges: list[tuple[int, int]] = []
    for span in left_out:
        first, last = (position.line for position in source.place(span))
        if ranges and not any(source.line(number).strip() for number in range(ranges[-1][1] + 1, first)):
            first, _ = ranges.pop()
        ranges.append((first, last))
    lines = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
    if lines.isdigit():
        return f"{source.path}: {unit} {lines} is not in English and was not checked"
    return f"{source.path}: {unit}s {lines} are not in English and were not checked"
