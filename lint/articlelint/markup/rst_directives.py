"""Directives of reStructuredText: which of them hold text, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from articlelint.markup.written_spans import Line
from articlelint.model import BlockKind


class Reads(Enum):
    """As what the content of a directive is read."""

    NOTHING = auto()
    BLOCKS = auto()
    QUOTATION = auto()
    CAPTION = auto()
    """The caption of a picture, and its legend."""
    CELLS = auto()
    """A list of lists, each of which is a row of a table."""


class Directive(NamedTuple):
    """A directive: its content, its title, and what it says that a picture shows."""

    reads: Reads
    content: Sequence[Line]
    title: Line | None = None
    title_kind: BlockKind = BlockKind.PARAGRAPH
    alt_text: Line | None = None


_HEAD = re.compile(r"\.\.\s+(?:[\w.+-]+:)?(?P<name>[A-Za-z][\w.+-]*)\s?::(?:\s+|\Z)")
_OPTION = re.compile(r":(?P<name>[\w-]+):(?:\s+|\Z)")
_ADMONITIONS = frozenset(
    "attention caution danger error hint important note tip warning seealso todo".split()
)
"""Their content begins on the line of the directive."""
_CONTAINERS = frozenset(
    """
    container class rst-class compound only topic sidebar admonition glossary table dropdown tab-item tab-set
    tabs tab group-tab grid grid-item grid-item-card card
    """.split()
)
_VERSIONS = frozenset("versionadded versionchanged versionremoved deprecated".split())
"""Their argument is a version; what was changed may follow in the next line."""
_QUOTATIONS = frozenset("epigraph highlights pull-quote".split())
_TITLES = {
    **dict.fromkeys(("topic", "sidebar", "admonition", "rubric", "dropdown"), BlockKind.CROSSHEAD),
    **dict.fromkeys(("table", "list-table", "csv-table"), BlockKind.CAPTION),
    "centered": BlockKind.PARAGRAPH,
}
"""The directives whose argument is a title."""
_PICTURES = frozenset({"image", "figure"})


def read_directive(text: str, lines: Sequence[Line], at: int, end: int) -> Directive | None:
    """Return the directive in a range of lines; None if they begin with none."""
    line = lines[at]
    head = _HEAD.match(line.text)
    if head is None:
        return None
    name = head["name"].lower()
    start = line.start + head.end()
    argument = Line.read(text, start, max(line.end, start), line.indent + head.end())
    content_at = at + 1
    if name not in _VERSIONS and not (name in _ADMONITIONS and argument.text):
        content_at = _content_start(lines, at + 1, end, has_argument=bool(argument.text))
    content: list[Line] = list(lines[content_at:end])
    if name in _ADMONITIONS and argument.text:
        content = with_first(argument, content)
    title = argument if argument.text and name in _TITLES else None
    alt = _alt_text(text, lines[at + 1 : content_at]) if name in _PICTURES else None
    return Directive(_reads(name), content, title, _TITLES.get(name, BlockKind.PARAGRAPH), alt)


def with_first(first: Line, lines: Sequence[Line]) -> list[Line]:
    """Return lines after a first one that stands behind a mark: those may be indented less than it."""
    indent = min((line.indent for line in lines if line.text), default=first.indent)
    return [first._replace(indent=indent) if first.text else first, *lines]


def _content_start(lines: Sequence[Line], at: int, end: int, *, has_argument: bool) -> int:
    """Return the line at which the content begins, after the argument and the options."""
    first = at
    while at < end and lines[at].text:
        if not has_argument and at == first and not _OPTION.match(lines[at].text):
            return at  # without argument and options, the content may follow at once
        at += 1
    return at


def _reads(name: str) -> Reads:
    if name in _ADMONITIONS | _CONTAINERS | _VERSIONS:
        return Reads.BLOCKS
    if name in _QUOTATIONS:
        return Reads.QUOTATION
    if name == "figure":
        return Reads.CAPTION
    return Reads.CELLS if name == "list-table" else Reads.NOTHING


def _alt_text(text: str, options: Sequence[Line]) -> Line | None:
    """The value of the option ``alt``, if it stands on one line."""
    for number, line in enumerate(options):
        option = _OPTION.match(line.text)
        if option is not None and option["name"] == "alt":
            following = options[number + 1] if number + 1 < len(options) else None
            if following is not None and following.text and not _OPTION.match(following.text):
                return None
            start = line.start + option.end()
            found = Line.read(text, start, max(line.end, start))
            return found if found.text else None
    return None
