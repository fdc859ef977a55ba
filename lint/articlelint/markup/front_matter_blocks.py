"""The values of front matter that a reader of the article sees, as blocks before those of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple, TypeAlias

from articlelint.markup.base import Markup, OffsetMap, Styles
from articlelint.markup.builder import BLOCK_GAP, Builder
from articlelint.markup.front_matter import Style, Value, find_front_matter, read_values
from articlelint.model import BlockKind, Span

Kinds: TypeAlias = "Mapping[str, BlockKind | None]"

FRONT_MATTER_KINDS: Kinds = {
    "title": BlockKind.HEADLINE,
    "headline": BlockKind.HEADLINE,
    "subtitle": BlockKind.STANDFIRST,
    "description": BlockKind.STANDFIRST,
    "summary": BlockKind.STANDFIRST,
    "excerpt": BlockKind.STANDFIRST,
    "caption": BlockKind.CAPTION,
    "*.caption": BlockKind.CAPTION,
    "alt": BlockKind.ALT_TEXT,
    "*.alt": BlockKind.ALT_TEXT,
}
"""Which keys hold prose, of what kind. ``*`` stands for any keys; the last pattern that matches counts."""

_FOLD = r"(?P<fold> [ \t]*+\r?\n\s*+ )"
_BLANKS = r"[^\S\r\n]++(?![\r\n])"
_PIECE = re.compile(rf"{_FOLD} | (?P<pair> '' ) | (?P<text> (?: [^'\s] | {_BLANKS} )++ | . )", re.VERBOSE)
_ESCAPED_PIECE = re.compile(
    rf"""
    {_FOLD}
  | (?P<escape> \\(?: x[0-9a-fA-F]{{2}} | u[0-9a-fA-F]{{4}} | U[0-9a-fA-F]{{8}} | [ \t]*\r?\n\s*+ | . ) )
  | (?P<text> (?: [^\\\s] | {_BLANKS} )++ | . )
    """,
    re.VERBOSE,
)
_ESCAPES = {
    "n": "\n", "t": " ", "r": "\n", "0": "", "a": "", "b": "", "e": "", "f": " ", "v": " ",
    "N": "\n", "_": "\N{NO-BREAK SPACE}", "L": "\n", "P": "\n",
}  # fmt: skip
_HEAD = re.compile(r"[^\n]*\n")


class FrontMatter(NamedTuple):
    """
    What the front matter of an article holds.

    ``markup`` has the blocks; ``metadata`` has all values, by the keys that lead to them. ``problem`` says
    why it cannot be read, and is empty if it can.
    """

    markup: Markup
    metadata: Mapping[str, str]
    problem: str = ""


def read_front_matter(text: str, span: Span, kinds: Kinds) -> FrontMatter:
    """Read front matter; ``kinds`` are the kinds of the blocks, by patterns of keys."""
    builder = Builder(text)
    metadata: dict[str, str] = {}
    problem = ""
    try:
        values = read_values(text, span)
    except ValueError as error:
        values, problem = [], str(error)
    for value in values:
        metadata.setdefault(value.path, " ".join(_prose(text, value).split()))
        matching = [kind for pattern, kind in kinds.items() if fnmatchcase(value.path, pattern)]
        if matching and matching[-1] is not None:
            builder.open_block(matching[-1], settled=True)
            _add_value(builder, text, value)
            builder.close_block()
    return FrontMatter(
        builder.finish(front_matter=span)._replace(front_matter_kinds=kinds), metadata, problem
    )


def front_matter_prose(text: str, kinds: Kinds) -> str:
    """Return the prose of the front matter of a text; "" if it has none, or cannot be read."""
    span = find_front_matter(text)
    return read_front_matter(text, span, kinds).markup.text if span is not None else ""


def joined(front: Markup, body: Markup) -> Markup:
    """Return a parsed article with the blocks of its front matter before its own."""
    if not front.text:
        return body
    gap = BLOCK_GAP if body.text else ""
    shift = len(front.text) + len(gap)
    end = front.offsets.source_end[-1]
    between = ((len(front.text),), (end,), (end,)) if gap else ((), (), ())
    offsets = OffsetMap(
        (*front.offsets.prose, *between[0], *(offset + shift for offset in body.offsets.prose)),
        (*front.offsets.source, *between[1], *body.offsets.source),
        (*front.offsets.source_end, *between[2], *body.offsets.source_end),
        shift + body.offsets.length,
    )
    return body._replace(
        front_matter_kinds=front.front_matter_kinds,
        text=front.text + gap + body.text,
        blocks=(*front.blocks, *(block._replace(span=_shifted(block.span, shift)) for block in body.blocks)),
        offsets=offsets,
        comments=tuple(c._replace(prose_offset=c.prose_offset + shift) for c in body.comments),
        other_languages=tuple(_shifted(span, shift) for span in body.other_languages),
        styles=Styles(*(tuple(_shifted(span, shift) for span in spans) for spans in body.styles)),
    )


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _prose(text: str, value: Value) -> str:
    builder = Builder(text)
    builder.open_block(BlockKind.PARAGRAPH)
    _add_value(builder, text, value)
    return builder.finish().text


def _add_value(builder: Builder, text: str, value: Value) -> None:
    """Pass a value to a builder. A line break in it is a space, and a blank line begins a new block."""
    start = value.start
    if value.style is Style.BLOCK:
        head = _HEAD.match(text, start, value.end)
        start = head.end() if head is not None else value.end
    pieces = _ESCAPED_PIECE if value.style is Style.DOUBLE else _PIECE
    for match in pieces.finditer(text, start, value.end):
        first, last = match.span()
        piece = match.group()
        if match.lastgroup == "fold":
            if piece.count("\n") > 1:
                builder.line_break(first, last)
                builder.line_break(last, last)
            else:
                builder.space(first, last)
        elif match.lastgroup == "escape":
            _add_escape(builder, piece, first, last)
        elif match.lastgroup == "pair" and value.style is Style.SINGLE:
            builder.replaced("'", first, last)
        elif not piece.strip(" \t\r"):
            builder.space(first, last)
        else:
            builder.text(first, last)


def _add_escape(builder: Builder, piece: str, start: int, end: int) -> None:
    """Pass an escape of a string in double quotation marks to a builder."""
    name = piece[1]
    if "\n" in piece:
        return
    if name in "xuU" and piece[2:]:
        number = piece[2:]
        # What is no character, such as half of a pair of UTF-16, is left out.
        prose = bytes.fromhex(number.zfill(8)).decode("utf-32-be", "ignore")
    else:
        prose = _ESCAPES.get(name, name)
    if prose == "\n":
        builder.line_break(start, end)
    elif prose == " ":
        builder.space(start, end)
    else:
        builder.replaced(prose, start, end)
