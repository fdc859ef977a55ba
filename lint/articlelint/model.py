"""
The values that pass between the parts of articlelint: spans, blocks, findings, edits, diagnostics.

They are immutable and hold data only. Spans of ``Block``, ``Edit``, ``Related`` and ``Finding`` count in
``Document.text``; those of ``Diagnostic`` and of the types whose names begin with ``Source`` count in
``Source.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """
    A half-open range ``[start, end)`` of code points, ordered by start, then by end.

    It is a dataclass and not a named tuple, because its length is the length of the range.
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What part of an article a block of prose is. Rules use it to tell headlines from sentences."""

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
    SPEAKER_LABEL = "speaker-label"
    """A line with a name and nothing else, above what that person says: ((WN)), ANNA BERG."""
    TIMESTAMP = "timestamp"
    """A line with a time of day and nothing else: the head of an entry of a live blog."""
    BREADCRUMB = "breadcrumb"
    """Where on the site the article stands: Home » News » Politics."""
    TICKER = "ticker"
    """A line of prices or results and no sentence: FTSE 100 6,829.62 +0.3%."""
    VERSE = "verse"
    """A stanza of a poem or song, or one line of it."""
    INGREDIENT = "ingredient"
    """An ingredient of a recipe: 200g plain flour. A list item of the markup stays a list item."""
    RECIPE_STEP = "recipe-step"
    """A paragraph of the method of a recipe."""
    ALT_TEXT = "alt-text"
    """What a picture shows, for those who do not see it."""


BODY = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.STANDFIRST,
        BlockKind.BLOCKQUOTE,
        BlockKind.QA_TURN,
        BlockKind.FOOTNOTE,
        BlockKind.RECIPE_STEP,
    }
)
"""Blocks that are written in sentences."""


class Block(NamedTuple):
    """
    One block of prose: a paragraph, a headline, a list item, a table cell.

    ``span`` counts in ``Document.text`` and covers the block without the blank line after it.
    ``level`` is the heading level (1 to 6), the nesting depth of a list or block quotation, or 0.
    """

    kind: BlockKind
    span: Span
    level: int = 0


class Severity(StrEnum):
    """How much a finding matters. ``--fail-on`` names the lowest severity that fails a run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return _RANKS[self]


_RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Safety(StrEnum):
    """
    Who may apply a fix.

    SAFE: it may be applied without a look at it. UNSAFE: it may change the meaning and is applied only on
    request. SHOWN: it is a suggestion that is displayed and never applied.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    SHOWN = "shown"


class Edit(NamedTuple):
    """Replace the span with the text. An empty span inserts, an empty text deletes."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that belong together: all of them are made, or none. They do not overlap."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.UNSAFE


class Related(NamedTuple):
    """Another place that a finding is about, such as the spelling that the flagged one disagrees with."""

    span: Span
    note: str


class Finding(NamedTuple):
    """
    What a rule reports: the flagged words, and one line that says what is wrong with them.

    ``confidence`` is the probability that an editor would agree, from 0 to 1, or None if the finding is
    certain by construction. ``Meta.severity_at`` turns it into a severity.

    ``source`` is for a finding about the markup itself, such as the address of a link: the place in
    ``Document.source``. ``span`` is then the prose in it, or the empty span before the next prose.
    """

    rule: str
    span: Span
    message: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    confidence: float | None = None
    source: Span | None = None


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns count code points."""

    line: int
    column: int


class Place(NamedTuple):
    """A span in lines and columns; the end is exclusive."""

    start: Position
    end: Position


class PlaceKind(StrEnum):
    """By what a ``Location`` names a part of a file."""

    PARAGRAPH = "paragraph"
    """A paragraph, by its number from 1, in a file that has no lines: Word, OpenDocument."""
    FOOTNOTE = "footnote"
    """A footnote or endnote of such a file, by its number from 1."""
    PICTURE = "picture"
    """What is said about a picture of such a file, by the number of the picture from 1."""
    POINTER = "pointer"
    """A string of a JSON document, by its pointer (RFC 6901)."""
    XPATH = "xpath"
    """An element of an XML document, by its path."""
    BLOCK = "block"
    """
    A block of an article, by its number from 1; inside others, by the numbers of all: ``4.1.2``.

    Characters are counted in its prose, without markup.
    """
    FIELD = "field"
    """A field of an article, by its name, such as ``title``; characters are counted as in a block."""
    CELL = "cell"
    """A cell of a notebook, by its number from 1; ``line`` counts in the cell."""


class Location(NamedTuple):
    """
    Where a finding stands in a file in which line and column alone do not help a person to find it.

    ``at`` names a part of the file as ``kind`` says, ``character`` counts code points in the text of that
    part, from 1. ``article`` names the article, if the file has several.
    """

    kind: PlaceKind
    at: str
    character: int
    line: int | None = None
    article: str = ""

    @property
    def replaces_lines(self) -> bool:
        """Whether the file has no lines: those of a ``Place`` then are paragraphs."""
        return self.kind in {PlaceKind.PARAGRAPH, PlaceKind.FOOTNOTE, PlaceKind.PICTURE}

    def __str__(self) -> str:
        """The location for people, such as ``post-12, block 3, character 40``."""
        at = self.at if self.kind in _NAMED_AS_THEY_ARE else f"{self.kind.value} {self.at}"
        parts = [self.article] if self.article else []
        parts.append(at)
        if self.line is not None:
            parts.append(f"line {self.line}")
        return ", ".join([*parts, f"character {self.character}"])


_NAMED_AS_THEY_ARE = frozenset({PlaceKind.POINTER, PlaceKind.XPATH, PlaceKind.FIELD})


class SourceRelated(NamedTuple):
    """A ``Related`` in lines and columns of the file."""

    message: str
    place: Place
    location: Location | None = None


class SourceEdit(NamedTuple):
    """An ``Edit`` of the file. ``span`` counts in ``Source.text``."""

    place: Place
    span: Span
    text: str


class SourceFix(NamedTuple):
    """A ``Fix`` of the file."""

    safety: Safety
    edits: tuple[SourceEdit, ...]


class Diagnostic(NamedTuple):
    """
    A finding with its place in the file: what reporters print.

    ``span`` counts in ``Source.text``; ``text`` is the flagged prose without markup, or the flagged markup.
    """

    path: str
    span: Span
    place: Place
    rule: str
    category: str
    severity: Severity
    message: str
    text: str
    related: tuple[SourceRelated, ...] = ()
    fix: SourceFix | None = None
    url: str = ""
    fingerprint: str = ""
    """Identifies the finding wherever it stands in the file; see ``articlelint.findings.fingerprint``."""
    confidence: float | None = None
    """The probability that an editor would agree, from 0 to 1; None if the finding is certain."""
    location: Location | None = None
    """Where it stands in a file of which line and column do not say enough; see ``Location``."""
