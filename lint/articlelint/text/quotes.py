"""Quotations: which marks belong together, and what they enclose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articlelint.model import Block, Span


@dataclass(frozen=True, slots=True)
class Quote:
    """
    A quotation, its marks included; ``inner`` is what stands between them.

    ``depth`` is 0 for an outer quotation, 1 for one inside another. ``closed`` is false where the closing
    mark is missing. ``continues`` is true where the quotation goes on from the paragraph before (left open
    there, reopened here), ``continued`` where the next paragraph goes on with it.
    """

    span: Span
    inner: Span
    opening: str
    closing: str
    depth: int = 0
    closed: bool = True
    continues: bool = False
    continued: bool = False


def find_quotes(text: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Every quotation, in the order of their opening marks."""
    del text, blocks
    return ()
