"""One kind of newline for a parser that needs it, and the way back to the file's own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from articlelint.markup.base import Comment, Markup, OffsetMap
from articlelint.model import Span

_RETURN = re.compile(r"\r\n?")


class NormalizedText:
    r"""
    A text in which every line ends with ``\n``.

    ``\r\n`` becomes one code point shorter; ``restored`` puts the offsets of a parse back to the file's.
    """

    def __init__(self, text: str) -> None:
        self._dropped: list[int] = []
        """Where, in the shorter text, the ``\\n`` of each shortened newline stands."""
        if "\r" not in text:
            self.text = text
            return
        parts: list[str] = []
        at = length = 0
        for match in _RETURN.finditer(text):
            parts += text[at : match.start()], "\n"
            length += match.start() - at
            if match.end() - match.start() == 2:  # noqa: PLR2004
                self._dropped.append(length)
            length += 1
            at = match.end()
        parts.append(text[at:])
        self.text = "".join(parts)

    def _original(self, offset: int) -> int:
        return offset + bisect_left(self._dropped, offset)

    def _originals(self, offsets: Iterable[int]) -> tuple[int, ...]:
        """The same for offsets in rising order, in one pass."""
        dropped, passed = self._dropped, 0
        shifted: list[int] = []
        for offset in offsets:
            while passed < len(dropped) and dropped[passed] < offset:
                passed += 1
            shifted.append(offset + passed)
        return tuple(shifted)

    def restored(self, markup: Markup) -> Markup:
        """The same parse, with offsets into the file's own text."""
        if not self._dropped:
            return markup
        old = markup.offsets
        offsets = OffsetMap(
            old.prose, self._originals(old.source), self._originals(old.source_end), old.length
        )
        comments = tuple(Comment(c.text, self._span(c.span), c.prose_offset) for c in markup.comments)
        front = self._span(markup.front_matter) if markup.front_matter is not None else None
        return Markup(markup.text, markup.blocks, offsets, comments, front)

    def _span(self, span: Span) -> Span:
        return Span(self._original(span.start), self._original(span.end))
