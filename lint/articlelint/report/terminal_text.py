"""How many cells of a terminal a text takes, and the part of a long line that fits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from articlelint.report.escape import visible

WIDTH = 100
"""Cells of a source line that are shown; a paragraph on one line is cut around the flagged words."""

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_JAMO_TAILS = range(0x1160, 0x1200)
_SOFT_HYPHEN = "\u00ad"
# ASCII, Latin letters, dashes and quotation marks: what most articles have nothing else of.
_ONE_CELL_EACH = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*")


def cells(text: str) -> int:
    """
    How many terminal cells a text takes.

    Wide characters take two; combining marks, joiners and skin tones none; an emoji put together by joiners
    takes what its first part takes. Terminals differ on the newest emoji, and agree on the rest.
    """
    if text.isascii():
        return len(text)
    total = last = 0
    joined = False
    for c in text:
        if joined:
            width = 0
        elif c == _EMOJI_STYLE and last == 1:
            width = 1
        elif ord(c) in _SKIN_TONES and last:
            width = 0
        else:
            width = _width(c)
            last = width or last
        total += width
        joined = c == _JOINER
    return total


@lru_cache(maxsize=1024)
def _width(c: str) -> int:
    if c == _SOFT_HYPHEN:
        return 1
    if unicodedata.category(c) in {"Mn", "Me", "Cf"} or ord(c) in _JAMO_TAILS:
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


def excerpt(line: str, start: int, end: int) -> tuple[str, int, int]:
    """
    The part of a line to show around ``line[start:end]``, and where to underline it, in terminal cells.

    Returns the shown text, the cells before the marks, and how many marks (at least one). Looks only at the
    surroundings, so that a finding in a line of a hundred megabytes costs what any other does.
    """
    end = max(start, min(end, len(line)))
    left, right = 0, len(line)
    if right > WIDTH or cells(visible(line)) > WIDTH:
        left = _fitting(line, start, WIDTH // 3, step=-1)
        right = _fitting(line, left, WIDTH, step=1)
        if right == len(line):
            left = _fitting(line, right, WIDTH, step=-1)
    head, tail = ("…" if left else ""), ("…" if right < len(line) else "")
    shown = head + visible(line[left:right]) + tail
    before = cells(head + visible(line[left:start]))
    return shown, before, max(cells(visible(line[start : min(end, right)])), 1)


def _fitting(line: str, at: int, room: int, *, step: int) -> int:
    """How far one can go from an offset until the cells are used up, not ending inside a character."""
    limit = 0 if step < 0 else len(line)
    reach = min(room, abs(limit - at))
    if _ONE_CELL_EACH.fullmatch(line, min(at, at + step * reach), max(at, at + step * reach)):
        at += step * reach
        room -= reach
    while at != limit:
        room -= cells(visible(line[at - 1 if step < 0 else at]))
        if room < 0:
            break
        at += step
    while 0 < at < len(line) and (_width(line[at]) == 0 or line[at - 1] == _JOINER):
        at -= 1
    return at
