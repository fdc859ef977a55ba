"""Leaves out of a parsed article the blocks that are not in English, so that no rule and no fix sees them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from articlelint.markup.base import Markup, OffsetMap, Styles
from articlelint.markup.builder import BLOCK_GAP
from articlelint.model import Block, Span
from articlelint.text.language import FEWEST_WORDS, guess_other_language

_CODE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|\Z)")
_ENGLISH = frozenset({"en", "eng"})
_UNKNOWN = frozenset({"und", "mul", "zxx"})


def is_other_language(code: str) -> bool | None:
    """Whether a language code, such as "de-CH", is one of another language than English; None if unknown."""
    match = _CODE.match(code.strip())
    if match is None or match.group().lower() in _UNKNOWN:
        return None
    return match.group().lower() not in _ENGLISH


class EnglishOnly(NamedTuple):
    """A parsed article without its blocks in other languages, and the source spans of those."""

    markup: Markup
    left_out: tuple[Span, ...]


def english_only(markup: Markup, declared: str = "") -> EnglishOnly:
    """
    Leave out the blocks of an article that are not in English.

    A block counts as such if the markup says so, or by its function words; a short one, if it stands between
    two others. ``declared`` is the language that the front matter declares.
    """
    if is_other_language(declared) or guess_other_language(markup.text):
        left_out = set(range(len(markup.blocks)))
    else:
        left_out = _other_blocks(markup)
    if not left_out:
        return EnglishOnly(markup, ())
    spans = [markup.offsets.span(markup.blocks[index].span) for index in sorted(left_out)]
    return EnglishOnly(_without(markup, left_out), tuple(spans))


def _other_blocks(markup: Markup) -> set[int]:
    """The indexes of the blocks that are not in English."""
    found: set[int] = set()
    short: list[int] = []
    declared = iter(markup.other_languages)
    span = next(declared, None)
    for index, block in enumerate(markup.blocks):
        while span is not None and span.end < block.span.end:
            span = next(declared, None)
        text = markup.text[block.span.start : block.span.end]
        if (span is not None and span.contains(block.span)) or guess_other_language(text):
            if found and short and short[0] - 1 in found:
                found.update(short)
            found.add(index)
            short = []
        elif len(text.split(maxsplit=FEWEST_WORDS)) < FEWEST_WORDS:
            short.append(index)
        else:
            short = []
    return found


def _without(markup: Markup, left_out: AbstractSet[int]) -> Markup:
    """The markup without some of its blocks."""
    kept = [block for index, block in enumerate(markup.blocks) if index not in left_out]
    parts: list[str] = []
    blocks: list[Block] = []
    moves: list[_Move] = []
    runs: list[tuple[int, int, int]] = []
    length = 0
    for block in kept:
        if blocks:
            parts.append(BLOCK_GAP)
            runs.append((length, runs[-1][2], runs[-1][2]))
            length += len(BLOCK_GAP)
        moves.append(_Move(block.span, length - block.span.start))
        runs += _runs_of(markup.offsets, moves[-1])
        parts.append(markup.text[block.span.start : block.span.end])
        blocks.append(block._replace(span=Span(length, length + len(block.span))))
        length += len(block.span)
    prose, source, source_end = zip(*runs, strict=True) if runs else ((), (), ())
    return markup._replace(
        text="".join(parts),
        blocks=tuple(blocks),
        offsets=OffsetMap(prose, source, source_end, length),
        comments=tuple(
            comment._replace(prose_offset=_moved(comment.prose_offset, moves, length))
            for comment in markup.comments
        ),
        styles=Styles(*(_moved_spans(spans, moves) for spans in markup.styles)),
        other_languages=_moved_spans(markup.other_languages, moves),
    )


class _Move(NamedTuple):
    """By how much the prose of a span moves."""

    span: Span
    by: int


def _runs_of(offsets: OffsetMap, move: _Move) -> list[tuple[int, int, int]]:
    """The runs of a block, moved."""
    first, last = offsets.run(move.span.start), offsets.run(move.span.end - 1)
    return [
        (offsets.prose[run] + move.by, offsets.source[run], offsets.source_end[run])
        for run in range(first, last + 1)
    ]


def _moved(offset: int, moves: Sequence[_Move], length: int) -> int:
    """An offset after the moves; in a block that is left out, that of the next block that stays."""
    for span, by in moves:
        if offset <= span.end:
            return max(offset, span.start) + by
    return length + len(BLOCK_GAP)


def _moved_spans(spans: Sequence[Span], moves: Sequence[_Move]) -> tuple[Span, ...]:
    """The spans after the moves, without those in blocks that are left out. Each is in one block."""
    found: list[Span] = []
    remaining = iter(moves)
    move = next(remaining, None)
    for span in spans:
        while move is not None and move.span.end < span.end:
            move = next(remaining, None)
        if move is not None and move.span.contains(span):
            found.append(Span(span.start + move.by, span.end + move.by))
    return tuple(found)
