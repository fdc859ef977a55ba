"""Words for relatives, who share surnames, and sometimes the whole name."""

from __future__ import annotations

from bisect import bisect_right

import articlelint as al

KIN = frozenset(
    """
    wife husband widow widower spouse partner son daughter father mother brother sister parent parents
    children child sons daughters brothers sisters uncle aunt nephew niece cousin grandson granddaughter
    grandfather grandmother stepson stepdaughter twin family
    """.split()
)


def has_kin_before(doc: al.Document, span: al.Span, reach: int) -> bool:
    """Whether one of the ``reach`` tokens before a name is a word for a relative: their son, Jo Doe."""
    first = bisect_right(doc.tokens.starts, span.start) - 1
    return not KIN.isdisjoint(doc.lowered[max(first - reach, 0) : first])
