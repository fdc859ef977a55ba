"""unbalanced-bracket: a bracket that is never closed, or never opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import articlelint as al

_BRACKET = re.compile(r"[()\[\]]")
_CLOSING = {"(": ")", "[": "]"}
_EMOTICON = re.compile(r"(?:[:;=]['’]?-?[()\[\]]+|(?<!\S)[()\[\]]+-?['’]?[:;=])(?!\w)")
# What stands before the bracket of a list marker: "a)", "12)", "#2)", "iv)", and "PS)" where a block begins.
_MARKER = re.compile(r"(?:[\s(“\"'‘#]|\A)(?:\d{1,3}(?:\.\d+)*|[A-Za-z]|[ivxIVX]{2,5})\Z|\A\w{1,5}\Z")
_LONGEST_MARKER = 8
_SKIPPED = frozenset({al.BlockKind.TABLE_CELL, al.BlockKind.TICKER, al.BlockKind.BREADCRUMB})
_REACH = 3
"""How many blocks a remark in brackets may go on."""
_MANY = 20
"""With more brackets without partner, a block is code or the remains of a table: one finding is for all."""


class _Bracket(NamedTuple):
    """A bracket without a partner in its block."""

    mark: str
    span: al.Span
    block: int
    """The index of its block."""


class UnbalancedBracket(al.Rule[al.NoOptions]):
    """
    A bracket has no partner: "the bridge (opened in 1901 is closed".

    The rule looks for the partner of each round and square bracket in its paragraph. A bracket may be closed
    up to three paragraphs further down, as in a long editor's note.

    A paragraph with more than twenty brackets without partner is no prose, and has one finding for all.

    Markers of lists (a), 12), iv)), emoticons :-), code, and tables are left alone.
    """

    meta = al.Meta(
        "unbalanced-bracket", "a bracket without its partner", since="0.1", severity=al.Severity.WARNING
    )
    examples = (
        al.Flagged("The bridge [[(]]opened in 1901 is closed. It is old."),
        al.Flagged("The bridge, opened in 1901[[)]], is closed. It is old."),
        al.Flagged("It is [[(]]said the mayor of Tarn [[(]]old, and nobody knows."),
        al.Flagged("“They [[(]]the council knew,” she said. “They knew.”"),
        al.Clean("The bridge (opened in 1901 [sic]) is closed. She said: “They [the council] knew.”"),
        al.Clean("They want a) a bridge, b) a road, and iv) peace. 1) Build it. 2.1) Pay for it."),
        al.Clean("It was fun :-) and sad :( and (almost) over ;)"),
        al.Clean("(Editor's note: the mayor has left.\n\nHe will not be back.)"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each bracket without a partner."""
        if _BRACKET.search(doc.text) is None:
            return
        lonely: list[_Bracket] = []
        for number, block in enumerate(doc.blocks):
            places = () if block.kind in _SKIPPED else _without_partner(doc.slice(block.span))
            spans = (al.Span(block.span.start + at, block.span.start + at + 1) for at in places)
            if len(places) > _MANY:
                message = (
                    f"{len(places)} brackets of this paragraph have no partner; is it part of the article?"
                )
                yield self.finding(next(spans), message)
                continue
            lonely.extend(_Bracket(doc.slice(span), span, number) for span in spans)
        for bracket in _not_closed_further_down(lonely):
            opens = bracket.mark in _CLOSING
            what = "closed; close it" if opens else "opened; open it"
            yield self.finding(bracket.span, f"The bracket “{bracket.mark}” is never {what}, or delete it")


def _without_partner(text: str) -> Sequence[int]:
    """Return the places of the brackets of a block that have no partner in it, in order."""
    if _BRACKET.search(text) is None:
        return ()
    faces = {at for match in _EMOTICON.finditer(text) for at in range(*match.span())}
    opened: list[int] = []
    lonely: list[int] = []
    for match in _BRACKET.finditer(text):
        at, mark = match.start(), match.group()
        if opened and _CLOSING[text[opened[-1]]] == mark:
            opened.pop()
        elif at in faces:
            continue
        elif mark in _CLOSING:
            opened.append(at)
        elif not _MARKER.search(text[max(at - _LONGEST_MARKER, 0) : at]):
            lonely.append(at)
    return sorted((*lonely, *opened))


def _not_closed_further_down(lonely: list[_Bracket]) -> Iterator[_Bracket]:
    """Yield the brackets that have no partner in one of the next blocks either."""
    opened: list[_Bracket] = []
    for bracket in lonely:
        if bracket.mark in _CLOSING:
            opened.append(bracket)
            continue
        last = opened[-1] if opened else None
        if last and _CLOSING[last.mark] == bracket.mark and 0 < bracket.block - last.block <= _REACH:
            opened.pop()
        else:
            yield bracket
    yield from opened
