"""Text for the site: as HTML, wrapped, with coloured marks."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Iterable

from articlelint.model import Span

_PIECES = re.compile(r"\w+|\s+|[^\w\s]")


def escaped(text: str) -> str:
    """
    Return a text as HTML in one line.

    Markdown would read a text with empty lines as several blocks.
    """
    return html.escape(text, quote=False).replace("\n", "<br>")


def marked(text: str, marks: Iterable[tuple[Span, str]]) -> str:
    """Return a text as HTML with marks, each a span and the attributes of its element."""
    parts: list[str] = []
    at = 0
    for span, attributes in sorted(marks):
        if span.start >= at:
            inside = escaped(text[span.start : span.end])
            parts += [escaped(text[at : span.start]), f"<mark{attributes}>{inside}</mark>"]
            at = span.end
    return "".join([*parts, escaped(text[at:])])


def corrected(before: str, after: str) -> str:
    """Return a corrected text as HTML, in which what is new is marked as inserted."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    parts: list[str] = []
    for what, _, _, start, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        inside = escaped("".join(new[start:end]))
        parts.append(inside if what == "equal" or not inside else f"<ins>{inside}</ins>")
    return "".join(parts)
