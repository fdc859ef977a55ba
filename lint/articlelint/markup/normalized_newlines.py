"""Text with one kind of newline, for a parser that needs it, and the way back to the newlines of the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from articlelint.markup.base import Markup, OffsetMap
from articlelint.model import Span

_RETURN = re.compile(r"\r\n?")


class NormalizedText:
    r"""
    A text in which every line ends with ``\n``.

    ``\r\n`` becomes one code point shorter. ``restored`` maps the offsets of a parsed text back to the file.
    """

    def __init__(self, text: str) -> None:
        self._dropped: list[int] = []
        """The offsets, in ``text``, of the newlines that were two code points."""
        if "\r" not in text:
            self.text = text
            return
        parts: list[str] = []
        at = length = 0
        for match in _RETURN.finditer(text):
            parts += text[at : match.start()], "\n"
            length += match.start() - at
            if match.group() == "\r\n":
                self._dropped.append(length)
            length += 1
            at = match.end()
        parts.append(text[at:])
        self.text = "".join(parts)

    def _original(self, offset: int) -> int:
        """The offset in the file of an offset in ``text``."""
        return offset + bisect_left(self._dropped, offset)

    def _originals(self, offsets: Iterable[int]) -> tuple[int, ...]:
        return tuple(self._original(offset) for offset in offsets)

    def restored(self, markup: Markup) -> Markup:
        """Return a parsed source with offsets into the text of the file."""
        if not self._dropped:
            return markup
        old = markup.offsets
        offsets = OffsetMap(
            old.prose, self._originals(old.source), self._originals(old.source_end), old.length
        )
        comments = tuple(c._replace(span=self._span(c.span)) for c in markup.comments)
        front = self._span(markup.front_matter) if markup.front_matter is not None else None
        quotations = tuple(self._span(span) for span in markup.quotations)
        widths = tuple(self._span(span) for span in markup.fixed_width)
        return markup._replace(
            offsets=offsets,
            comments=comments,
            front_matter=front,
            quotations=quotations,
            fixed_width=widths,
        )

    def _span(self, span: Span) -> Span:
        return Span(self._original(span.start), self._original(span.end))
