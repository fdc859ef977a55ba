"""Applying edits to a text. The first in reading order wins where two overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlelint.model import Edit, Fix


def apply_edits(text: str, fixes: Iterable[Fix]) -> str:
    """The text after the fixes; one that overlaps an earlier fix is left for the next round, whole."""
    accepted: list[Edit] = []
    for fix in sorted(fixes, key=lambda f: min((e.span, e.text) for e in f.edits)):
        if not any(_collide(edit, other) for edit in fix.edits for other in accepted):
            accepted.extend(fix.edits)
    parts: list[str] = []
    at = 0
    for edit in sorted(accepted, key=lambda e: e.span):
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)


def _collide(one: Edit, other: Edit) -> bool:
    return one.span.overlaps(other.span) or one.span.start == other.span.start
