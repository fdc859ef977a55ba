"""The values that pass between the parts: spans, blocks, findings, edits. Frozen, and nothing but data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """
    A half-open range ``[start, end)`` of code points.

    Rules count in ``Document.text``; reporters and fixes count in ``Source.text``.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # Tens of thousands are made of a megabyte: the slots' own setters take a third of object.__setattr__.
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


_set_start = vars(Span)["start"].__set__
_set_end = vars(Span)["end"].__set__


class BlockKind(StrEnum):
    """What part of an article a block of prose is. Most of a rule's precision comes from asking."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    CROSSHEAD = "crosshead"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    BLOCKQUOTE = "blockquote"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    TABLE_CELL = "table-cell"
    QA_TURN = "qa-turn"
    FOOTNOTE = "footnote"


class Block(NamedTuple):
    """
    One block of prose: a paragraph, a headline, a list item, a table cell.

    The span counts in ``Document.text`` and covers the block without the blank line after it.
    ``level`` is the heading level (1 to 6) or the nesting depth of a list or quotation, 0 elsewhere.
    """

    kind: BlockKind
    span: Span
    level: int = 0


class Severity(StrEnum):
    """How much a finding matters. ``--fail-on`` names the lowest that fails a run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 2 for error: higher matters more."""
        return _RANKS[self]


_RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Safety(StrEnum):
    """
    Who may apply a fix.

    SAFE: anyone, unseen. UNSAFE: on request, for it may change the meaning.
    SHOWN: nobody; a suggestion for the editor's eyes.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    SHOWN = "shown"


class Edit(NamedTuple):
    """Replace the span by the text; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that belong together: all are made or none. They do not overlap each other."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.UNSAFE


class Related(NamedTuple):
    """The other place a finding is about, such as the spelling it disagrees with."""

    span: Span
    note: str


class Finding(NamedTuple):
    """What a rule reports: which words, and one line that says what is wrong with them."""

    rule: str
    span: Span
    message: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


class Position(NamedTuple):
    """A place as people count: line and column from 1, columns in code points."""

    line: int
    column: int


class Place(NamedTuple):
    """A span as people count; the end is exclusive."""

    start: Position
    end: Position


class RelatedPlace(NamedTuple):
    """A related place of a diagnostic, in the file as the writer sees it."""

    message: str
    place: Place


class PlacedEdit(NamedTuple):
    """An edit in the file as the writer sees it. ``span`` counts in ``Source.text``."""

    place: Place
    span: Span
    text: str


class PlacedFix(NamedTuple):
    """A fix in the file as the writer sees it."""

    safety: Safety
    edits: tuple[PlacedEdit, ...]


class Diagnostic(NamedTuple):
    """
    A finding mapped to its file: what reporters print.

    ``span`` counts in ``Source.text``; ``text`` is the flagged prose, markup gone.
    """

    path: str
    span: Span
    place: Place
    rule: str
    category: str
    severity: Severity
    message: str
    text: str
    related: tuple[RelatedPlace, ...] = ()
    fix: PlacedFix | None = None
    url: str = ""
    fingerprint: str = ""
    """What makes the finding itself wherever it stands; see ``articlelint.baseline``."""
