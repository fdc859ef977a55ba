"""
Finds the marks of emphasis in a block of Markdown.

The algorithm is "process emphasis" of the CommonMark specification 0.31, with GitHub's strikethrough.
tree-sitter's grammar is not used for this, because it loses links after marks that have no partner.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articlelint.markup.inline_spans import InlineKind, InlineSpan

_RUN = re.compile(r"\*+|_+|~+")
_STRONG = 2


@dataclass(slots=True)
class _Run:
    """A run of the same mark: ``left`` of its ``length`` marks, from ``start``, are not paired yet."""

    char: str
    start: int
    left: int
    length: int
    opens: bool
    closes: bool


def find_emphasis(text: str, links: Sequence[tuple[int, int]]) -> list[InlineSpan]:
    """
    Return the marks of emphasis in the text of a block, in any order.

    In the text, what can hold no emphasis, such as the address of a link, must be overwritten with
    punctuation. ``links`` are the ranges of the texts of links, in order; no emphasis reaches out of them.
    """
    starts = [start for start, _ in links]
    groups: dict[int, list[_Run]] = {}
    for run in _runs(text):
        link = bisect_right(starts, run.start) - 1
        inside = link >= 0 and run.start < links[link][1]
        groups.setdefault(link if inside else -1, []).append(run)
    marks: list[InlineSpan] = []
    for runs in groups.values():
        _match(runs, marks)
    return marks


def _runs(text: str) -> Iterator[_Run]:
    """The runs of marks; what stands on both sides decides whether each can open or close emphasis."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        before = _side(text[start - 1] if start else " ")
        after = _side(text[end] if end < len(text) else " ")
        # "Left-flanking" and "right-flanking" in the words of the specification.
        opens = after != _SPACE and (after == _LETTER or before != _LETTER)
        closes = before != _SPACE and (before == _LETTER or after != _LETTER)
        char = match.group()[0]
        if char == "_":
            both = opens and closes
            opens = opens and (not both or before != _LETTER)
            closes = closes and (not both or after != _LETTER)
        if char != "~" or end - start <= _STRONG:
            yield _Run(char, start, end - start, end - start, opens, closes)


_SPACE, _PUNCTUATION, _LETTER = "space", "punctuation", "letter"


def _side(char: str) -> str:
    """What stands beside a run: white space, punctuation or a symbol, or anything else."""
    if char.isalnum():
        return _LETTER
    if char.isspace():
        return _SPACE
    return _PUNCTUATION if unicodedata.category(char)[0] in "PS" else _LETTER


def _match(runs: list[_Run], marks: list[InlineSpan]) -> None:
    """Pair openers and closers, innermost first, and add the marks of each pair."""
    openers: list[_Run] = []
    # For each kind of closer, the offset before which there is no opener for it.
    bottoms: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        while run.closes and run.left:
            key = (run.char, run.opens, run.length % 3 if run.char != "~" else run.length)
            index = _opener(openers, run, bottoms.get(key, -1))
            if index < 0:
                bottoms[key] = run.start
                break
            opener = openers[index]
            del openers[index + 1 :]
            used = _STRONG if min(opener.left, run.left) >= _STRONG else 1
            start, end = _kinds(run.char, used)
            opened = opener.start + opener.left
            marks.append(InlineSpan(opened - used, opened, start))
            marks.append(InlineSpan(run.start, run.start + used, end))
            opener.left -= used
            run.start += used
            run.left -= used
            if not opener.left:
                openers.pop()
        if run.opens and run.left:
            openers.append(run)


def _kinds(char: str, used: int) -> tuple[InlineKind, InlineKind]:
    """What a pair of marks is: both marks have this character, so many times."""
    if char == "~":
        return InlineKind.STRIKE, InlineKind.STRIKE
    if used == _STRONG:
        return InlineKind.BOLD_START, InlineKind.BOLD_END
    return InlineKind.ITALIC_START, InlineKind.ITALIC_END


def _opener(openers: list[_Run], closer: _Run, bottom: int) -> int:
    """The index of the nearest opener for a closer, not before ``bottom``; -1 if there is none."""
    for index in range(len(openers) - 1, -1, -1):
        opener = openers[index]
        if opener.start < bottom:
            break
        if opener.char != closer.char:
            continue
        if closer.char == "~":
            if opener.length == closer.length:
                return index
        elif not (
            (opener.closes or closer.opens)
            and (opener.length + closer.length) % 3 == 0
            and (opener.length % 3 or closer.length % 3)
        ):
            return index
    return -1
