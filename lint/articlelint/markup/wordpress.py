"""
The content of a post of WordPress: HTML with comments that part it into blocks, or of the classic editor.

https://developer.wordpress.org/block-editor/getting-started/fundamentals/markup-representation-block/
"""

from __future__ import annotations

import re
from typing import NamedTuple

from articlelint.model import Span

_DELIMITER = re.compile(
    r"<!--\s+(?P<close>/?)wp:(?P<name>[a-z][a-z0-9_/-]*+)\s(?:.*?)(?P<void>/?)-->", re.DOTALL
)
_LEFT_ALONE = frozenset({"button", "code", "file", "math", "preformatted", "search"})
"""Blocks without prose: code, and the labels of controls and files."""
_EMBEDS = ("embed", "core-embed/")
"""How the names of blocks begin that hold the address of something on another site, and its caption."""
_BREAKING = frozenset({"freeform", "shortcode", "verse"})
"""Blocks in which a newline is a line break."""
_DEEPEST = 100
"""Blocks that are nested deeper are read as a part of the one that they are in."""
_CAPTION = "<figcaption"
_PRE = re.compile(r"(?<=<)pre\b|(?<=</)pre\b", re.IGNORECASE)
_ALONE = re.compile(
    r"^[ \t]*+(?:https?://\S++|\[/?[a-z][a-z0-9_-]*+(?:[ \t]++https?://[^\s\]]++)?\])[ \t\r]*+$", re.MULTILINE
)
"""A line with an address, which stands for what is shown there, or with a shortcode and nothing else."""
_NOT_PROSE = re.compile(r"\[(embed|audio|video|code|sourcecode)\b[^\[\]\n]*+\].{0,4000}?\[/\1\]", re.DOTALL)
_NOT_NEWLINE = re.compile(r"[^\n]")


class Content(NamedTuple):
    """
    The content of a post as it is read.

    ``page`` is the content with what is no prose overwritten, as long as it. In the spans ``breaks``, a
    newline is a line break. ``blocks`` are the offsets at which the blocks of the editor begin, or go on
    behind a block inside, each with the number of its block; there are none in a post of the classic editor.
    """

    page: str
    breaks: tuple[Span, ...]
    blocks: tuple[tuple[int, str], ...]


class _Open(NamedTuple):
    """An open block: its name, its number, where its content begins, and the numbers of the blocks in it."""

    name: str
    number: str
    start: int
    inside: list[str]


def read_content(text: str) -> Content:
    """Read the content of a post."""
    reader = _Reader(text)
    # Behind the last comment, none is closed: a search for its end would go through all of the text.
    for delimiter in _DELIMITER.finditer(text, 0, text.rfind("-->") + len("-->")):
        reader.add(delimiter)
    return reader.finish()


class _Reader:
    """Goes from one comment to the next."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[_Open] = []
        self._at = 0
        self._top: list[str] = []
        """The numbers of the outermost blocks."""
        self._blocks: list[tuple[int, str]] = []
        self._breaks: list[Span] = []
        self._overwritten: list[tuple[Span, str]] = []
        """The spans that are read as something else, which is as long as they."""

    def add(self, delimiter: re.Match[str]) -> None:
        """Open or close a block."""
        if not self._open:
            self._add_classic(delimiter.start())
        # A space is read sooner than a comment.
        self._blank(Span(*delimiter.span()))
        name = delimiter["name"].removeprefix("core/")
        if delimiter["close"]:
            if any(each.name == name for each in self._open):
                while self._close(delimiter) != name:
                    pass
        elif len(self._open) < _DEEPEST:
            number = self._next_number()
            if not delimiter["void"]:
                self._open.append(_Open(name, number, delimiter.end(), []))
                self._blocks.append((delimiter.end(), number))
        self._at = delimiter.end()

    def finish(self) -> Content:
        """Return the content."""
        has_blocks = self._at > 0
        if not self._open:
            self._add_classic(len(self._text))
        for span in self._breaks:
            for pattern in (_ALONE, _NOT_PROSE):
                for found in pattern.finditer(self._text, span.start, span.end):
                    self._blank(Span(*found.span()))
        page = _overwritten(self._text, self._overwritten)
        return Content(page, tuple(self._breaks), tuple(self._blocks) if has_blocks else ())

    def _next_number(self) -> str:
        """The number of the next block: among those around it, behind that of the block that it is in."""
        siblings = self._open[-1].inside if self._open else self._top
        number = f"{self._open[-1].number}.{len(siblings) + 1}" if self._open else str(len(siblings) + 1)
        siblings.append(number)
        return number

    def _add_classic(self, end: int) -> None:
        """Add what stands between two blocks, which is a block of the classic editor."""
        if self._text[self._at : end].strip():
            self._blocks.append((self._at, self._next_number()))
            self._breaks.append(Span(self._at, end))

    def _close(self, delimiter: re.Match[str]) -> str:
        """Close the innermost block, and return its name."""
        block = self._open.pop()
        inside = Span(block.start, delimiter.start())
        if block.name in _LEFT_ALONE:
            self._blank(inside)
        elif block.name.startswith(_EMBEDS):
            caption = self._text.find(_CAPTION, inside.start, inside.end)
            self._blank(Span(inside.start, caption if caption >= 0 else inside.end))
        elif block.name in _BREAKING and not block.inside:
            self._breaks.append(inside)
            if block.name == "verse":
                # A <pre> is code, and has no kind that its class could name.
                for tag in _PRE.finditer(self._text, inside.start, inside.end):
                    self._overwritten.append((Span(*tag.span()), "div"))
        if self._open:
            self._blocks.append((delimiter.end(), self._open[-1].number))
        return block.name

    def _blank(self, span: Span) -> None:
        """Leave out a span, but for its newlines."""
        text = self._text[span.start : span.end]
        self._overwritten.append((span, _NOT_NEWLINE.sub(" ", text) if "\n" in text else " " * len(text)))


def _overwritten(text: str, spans: list[tuple[Span, str]]) -> str:
    """The text with other texts in the place of some spans; where two overlap, the first counts."""
    parts: list[str] = []
    at = 0
    for span, new in sorted(spans):
        if span.start >= at:
            parts += text[at : span.start], new
            at = span.end
    return "".join([*parts, text[at:]])
