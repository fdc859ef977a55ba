"""Reads a source: its markup, its front matter, and the language of its blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from articlelint.config.settings import Settings
from articlelint.document import Document, SourceMap
from articlelint.errors import ReadError
from articlelint.markup.base import Markup, Parser
from articlelint.markup.front_matter_blocks import FRONT_MATTER_KINDS, joined, read_front_matter
from articlelint.markup.other_languages import english_only
from articlelint.model import Span
from articlelint.plugins.checking_findings import markup_fault
from articlelint.plugins.guard import FailedError, call
from articlelint.plugins.registry import Registry
from articlelint.plugins.time_limit import TimeLimit, allowance
from articlelint.source import Source
from articlelint.text.reader.reading import Reader


class ReadArticle(NamedTuple):
    """A source as it was read; ``notices`` say what of it was not."""

    document: Document
    markup: Markup
    notices: tuple[str, ...]


def read_article(
    source: Source, settings: Settings, registry: Registry, reader: Reader | None = None
) -> ReadArticle:
    """Read a source, without what is not in English. Raises ReadError if its parser fails."""
    markup = parse(source, registry)
    notices: tuple[str, ...] = ()
    metadata: Mapping[str, str] = {}
    if markup.front_matter is not None:
        kinds = {**FRONT_MATTER_KINDS, **settings.front_matter}
        front = read_front_matter(source.text, markup.front_matter, kinds)
        markup, metadata = joined(front.markup, markup), front.metadata
        if front.problem:
            notices = (f"{source.path}: the front matter was not checked: {front.problem}",)
    markup, left_out = english_only(markup, metadata.get("lang") or metadata.get("language") or "")
    if left_out:
        notices = (*notices, _not_english(source, left_out, everything=not markup.blocks))
    document = Document(
        markup.text,
        markup.blocks,
        path=source.path,
        house=settings.house,
        source_map=SourceMap(
            source.text,
            markup.offsets,
            markup.styles,
            metadata,
            markup.other_languages,
            markup.quotations,
        ),
        reader=reader,
    )
    return ReadArticle(document, markup, notices)


def parse(source: Source, registry: Registry) -> Markup:
    """Parse a source. Raises ReadError if its parser fails or takes too long."""
    suffix = Path(source.path).suffix
    parser = registry.parser(suffix)
    origin = registry.parser_plugins.get(suffix.lower())
    try:
        # The markup of plugins only is checked: the built-in parsers have tests, and it takes time.
        return _parsed(parser, source.text, checked=origin is not None)
    except FailedError as error:
        who = f"parser '{parser.name}' of {origin or 'articlelint'}"
        raise ReadError(f"{source.path}: internal error: {who} failed: {error}") from error


def _parsed(parser: Parser, text: str, *, checked: bool) -> Markup:
    """Return what a parser makes of a text. Raises FailedError, also for ``checked`` markup with a fault."""
    with TimeLimit(allowance(len(text))):
        markup: Markup = call(parser.parse, text)
    fault = str(call(markup_fault, markup, len(text))) if checked else ""
    if fault:
        raise FailedError(fault)
    return markup


def _not_english(source: Source, left_out: Sequence[Span], *, everything: bool) -> str:
    """The notice about what is not in English."""
    if everything:
        return f"{source.path}: not in English, so it was not checked"
    ranges: list[tuple[int, int]] = []
    for span in left_out:
        first, last = (position.line for position in source.place(span))
        if ranges and not any(source.line(number).strip() for number in range(ranges[-1][1] + 1, first)):
            first, _ = ranges.pop()
        ranges.append((first, last))
    lines = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
    if lines.isdigit():
        return f"{source.path}: line {lines} is not in English and was not checked"
    return f"{source.path}: lines {lines} are not in English and were not checked"
