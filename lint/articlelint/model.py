"""The values that pass between the parts: spans, blocks, findings, edits. Frozen, and nothing but data."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple, NoReturn


class Span:
    """
    A half-open range ``[start, end)`` of code points.

    Rules count in ``Document.text``; reporters and fixes count in ``Source.text``.

    No named tuple, for its length is that of the range; and no dataclass, for it would be the only one that
    a run needs, and the module is a tenth of a start.
    """

    __match_args__ = ("start", "end")
    __slots__ = ("end", "start")

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        _set_start(self, start)
        _set_end(self, end)

    def __setattr__(self, name: str, _value: object) -> NoReturn:
        raise AttributeError(f"a Span cannot be changed: '{name}'")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a Span cannot be changed: '{name}'")

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        return Span, (self.start, self.end)

    def __repr__(self) -> str:
        return f"Span(start={self.start!r}, end={self.end!r})"

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not Span:
            return NotImplemented
        assert isinstance(other, Span)
        return self.start == other.start and self.end == other.end

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __le__(self, other: Span) -> bool:
        return (self.start, self.end) <= (other.start, other.end)

    def __gt__(self, other: Span) -> bool:
        return (self.start, self.end) > (other.start, other.end)

    def __ge__(self, other: Span) -> bool:
        return (self.start, self.end) >= (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


# What writes the slots, for __setattr__ refuses to.
_set_start: Any = Span.__dict__["start"].__set__
_set_end: Any = Span.__dict__["end"].__set__


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
