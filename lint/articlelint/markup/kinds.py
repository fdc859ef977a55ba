"""What part of an article a block is, by its words and its neighbours, for all kinds of markup alike."""

from __future__ import annotations

from collections.abc import Sequence

from articlelint.markup.base import Draft
from articlelint.model import BlockKind


def refine(drafts: Sequence[Draft]) -> list[BlockKind]:
    """The kinds of an article's blocks."""
    return [draft.kind for draft in drafts]
