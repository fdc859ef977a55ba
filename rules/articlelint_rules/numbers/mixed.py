"""Numbers that one article writes in two ways: which of them is the rarer, and where numbers are compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import articlelint as al

_PROSE = frozenset(
    {al.BlockKind.PARAGRAPH, al.BlockKind.LIST_ITEM, al.BlockKind.QA_TURN, al.BlockKind.FOOTNOTE}
)


class Deviation(NamedTuple):
    """A place of a rarer form: its span, the commonest form, and the first place of that."""

    span: al.Span
    usual: str
    often: int
    first: al.Span


def deviations(forms: Mapping[str, Sequence[al.Span]]) -> Iterator[Deviation]:
    """
    Yield the places of all forms but the commonest, by form and then in order.

    ``forms`` has the places of each form, in order. Of equally common forms, the one that comes first in the
    article is the usual one.
    """
    ranked = sorted(forms, key=lambda form: (-len(forms[form]), forms[form][0].start))
    for form in ranked[1:]:
        for place in forms[form]:
            yield Deviation(place, ranked[0], len(forms[ranked[0]]), forms[ranked[0]][0])


def is_own_prose(doc: al.Document, span: al.Span) -> bool:
    """Whether a span is in the article's own sentences: no headline, table, quotation or title of a work."""
    return doc.block_at(span.start).kind in _PROSE and not doc.may_be_quoted(span) and not doc.in_title(span)


def times(often: int) -> str:
    """Return "once" or "3 times"."""
    return "once" if often == 1 else f"{often} times"
