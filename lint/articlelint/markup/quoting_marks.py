"""Block quotations between two marks that may enclose any blocks: elements, shortcodes and template tags."""

from __future__ import annotations

import re

from articlelint.model import Span

_NAME = r"(?:block|pull)?[-_]?quote\b"
_MARK = re.compile(
    rf"""
    (?P<form> < | \[ | \{{\{{[<%] | \{{%-? ) \s*+ (?P<close> / | end_?+ )? {_NAME}
    """,
    re.VERBOSE | re.IGNORECASE,
)


def enclosed_quotations(text: str) -> list[Span]:
    """
    Return the spans between ``{% quote %}``, ``[pullquote]`` or ``<blockquote>`` and what closes each.

    A mark that is not closed, or closes nothing, counts for nothing.
    """
    found: list[Span] = []
    opened: dict[str, list[int]] = {}
    for match in _MARK.finditer(text):
        starts = opened.setdefault(match["form"].rstrip("-"), [])
        if not match["close"]:
            starts.append(match.start())
        elif starts:
            found.append(Span(starts.pop(), match.end()))
    return found
