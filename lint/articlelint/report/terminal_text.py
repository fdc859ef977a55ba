"""How wide a text is in a terminal, and which part of a long line to show."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from articlelint.report.escape import visible

WIDTH = 100
"""How many cells of a source line are shown: the part of it around the flagged words."""

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_JAMO_TAILS = range(0x1160, 0x1200)
_SOFT_HYPHEN = "\u00ad"
# ASCII, Latin letters, dashes and quotation marks.
_ONE_CELL_EACH = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*")


def cell_width(text: str) -> int:
    """
    Return how many terminal cells a text takes.

    Wide characters take two cells; combining marks, joiners and skin tones take none; an emoji composed with
    joiners is as wide as its first part. Terminals differ on the newest emoji only.
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
    Return the part of a line to show around ``line[start:end]``, and where to underline it.

    The result is the shown text, the number of cells before the underlining, and its width in cells (at
    least 1). The line may be very long: only the surroundings of ``start`` are looked at.
    """
    end = max(start, min(end, len(line)))
    left, right = 0, len(line)
    if right > WIDTH or cell_width(visible(line)) > WIDTH:
        left = _fitting(line, start, WIDTH // 3, step=-1)
        right = _fitting(line, left, WIDTH, step=1)
        if right == len(line):
            left = _fitting(line, right, WIDTH, step=-1)
    head, tail = ("…" if left else ""), ("…" if right < len(line) else "")
    shown = head + visible(line[left:right]) + tail
    before = cell_width(head + visible(line[left:start]))
    return shown, before, max(cell_width(visible(line[start : min(end, right)])), 1)


def _fitting(line: str, at: int, room: int, *, step: int) -> int:
    """The offset that ``room`` cells reach from ``at``, forwards or backwards, not inside a character."""
    limit = 0 if step < 0 else len(line)
    reach = min(room, abs(limit - at))
    if _ONE_CELL_EACH.fullmatch(line, min(at, at + step * reach), max(at, at + step * reach)):
        at += step * reach
        room -= reach
    while at != limit:
        room -= cell_width(visible(line[at - 1 if step < 0 else at]))
        if room < 0:
            break
        at += step
    while 0 < at < len(line) and (_width(line[at]) == 0 or line[at - 1] == _JOINER):
        at -= 1
    return at
