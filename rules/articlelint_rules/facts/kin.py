"""Words for relatives, who share surnames, and sometimes the whole name."""

from __future__ import annotations

KIN = frozenset(
    """
    wife husband widow widower spouse partner son daughter father mother brother sister parent parents
    children child sons daughters brothers sisters uncle aunt nephew niece cousin grandson granddaughter
    grandfather grandmother stepson stepdaughter twin family
    """.split()
)
