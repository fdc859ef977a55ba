"""Sentences: where they begin and end in news prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.model import Block, Span

if TYPE_CHECKING:
    from articlelint.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    A sentence of one block, closing quotation marks and brackets included.

    ``block`` is the index of its block; ``tokens`` are the indices of its tokens.
    """

    span: Span
    block: int
    tokens: range


_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9])")


def split_sentences(text: str, blocks: Sequence[Block], tokens: Tokens) -> tuple[Sentence, ...]:
    """The sentences of every block, in order. No sentence crosses a block."""
    sentences: list[Sentence] = []
    first = 0
    for number, block in enumerate(blocks):
        start = block.span.start
        ends = [m.end() for m in _END.finditer(text, start, block.span.end)] + [block.span.end]
        for end in ends:
            last = first
            while last < len(tokens) and tokens.starts[last] < end:
                last += 1
            if last > first:
                span = Span(tokens.starts[first], tokens.ends[last - 1])
                sentences.append(Sentence(span, number, range(first, last)))
            first = last
    return tuple(sentences)
