"""Adds a part of an article that is written in Markdown to the builder of the article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from articlelint.markup.base import Comment, Markup
from articlelint.markup.builder import CODE, Builder
from articlelint.markup.markdown import parse_part
from articlelint.model import Span


def add_markdown(builder: Builder, comments: list[Comment], start: int, end: int) -> None:
    """Add the blocks of a range of the builder's source, and the comments in it."""
    markup, settled = parse_part(builder.source[start:end])
    waiting = list(markup.comments)
    for block, is_settled in zip(markup.blocks, settled, strict=True):
        builder.open_block(block.kind, block.level, settled=is_settled)
        # A comment before the block, or in it, keeps its distance from where the block begins.
        while waiting and waiting[0].prose_offset < block.span.end:
            comments.append(_moved(waiting.pop(0), start, builder.offset - block.span.start))
        for first, last, prose in _runs(markup, block.span):
            builder.bold = int(_covers(markup.styles.bold, first))
            builder.italic = int(_covers(markup.styles.italics, first))
            _add(builder, prose, *_source(markup, first, last, start))
        builder.bold = builder.italic = 0
        builder.close_block()
    comments += [_moved(comment, start, builder.offset - comment.prose_offset) for comment in waiting]
    builder.quotations += [Span(start + each.start, start + each.end) for each in markup.quotations]


def _moved(comment: Comment, start: int, distance: int) -> Comment:
    span = Span(start + comment.span.start, start + comment.span.end)
    return comment._replace(span=span, prose_offset=comment.prose_offset + distance)


def _runs(markup: Markup, block: Span) -> Iterator[tuple[int, int, str]]:
    """Yield the runs of a block: where each begins and ends in the prose, and its prose."""
    starts = markup.offsets.prose
    for number in range(markup.offsets.run(block.start), markup.offsets.run(block.end - 1) + 1):
        following = starts[number + 1] if number + 1 < len(starts) else markup.offsets.length
        first, last = max(starts[number], block.start), min(following, block.end)
        yield first, last, markup.text[first:last]


def _source(markup: Markup, first: int, last: int, start: int) -> tuple[int, int]:
    """The range of the builder's source that a run stands for."""
    span = markup.offsets.span(Span(first, last))
    return start + span.start, start + span.end


def _add(builder: Builder, prose: str, start: int, end: int) -> None:
    """Add a run to the open block."""
    if prose == builder.source[start:end]:
        builder.text(start, end)
    elif prose == "\n":
        builder.line_break(start, end)
    elif prose == CODE:
        builder.code(start, end)
    elif prose.isspace():
        builder.space(start, end)
    else:
        builder.replaced(prose, start, end)


def _covers(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of some spans, which are in order, holds an offset."""
    number = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return number >= 0 and offset < spans[number].end
