"""What holds of every format: each word of the prose stands, letter for letter, where the map says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from typing import NamedTuple

from articlelint.markup import parser_named
from articlelint.markup.base import Article, articles_of, decoded
from articlelint.markup.unseen import LOOK_ALIKES
from articlelint.model import PlaceKind, Span
from articlelint.source import Source

WORD = re.compile(r"[^\W_]+")


def read(name: str, data: bytes, path: str = "file") -> tuple[Source, tuple[Article, ...]]:
    """A file as the parser of a format reads it."""
    parser = parser_named(name)
    source = decoded(parser, path, data)
    return source, articles_of(parser, source)


class Exact(NamedTuple):
    """How many words were tried, and how many stand exactly where the map says."""

    tried: int
    exact: int


def json_unescaped(raw: str) -> str:
    return str(json.loads(f'"{raw}"', strict=False))


def words_in_place(source: Source, article: Article, undo: Callable[[str], str]) -> Exact:
    """
    Compare each word of the prose with what stands in the file at its place.

    ``undo`` decodes what stands there. A word with markup inside must have its letters there, in order.
    """
    tried = exact = 0
    markup = article.markup
    for match in WORD.finditer(markup.text):
        word = Span(*match.span())
        span = markup.offsets.span(word)
        raw = source.text[slice(*_ends(article.file_span(span)))]
        whole = markup.offsets.contiguous(word) and article.is_contiguous(span)
        shown = (unescape(undo(raw)) if whole else raw).translate(LOOK_ALIKES)
        letters = iter(shown)
        tried += 1
        exact += shown == match.group() or (not whole and all(letter in letters for letter in match.group()))
        location = article.location(span)
        if location is not None and location.kind in {PlaceKind.BLOCK, PlaceKind.FIELD}:
            first = markup.offsets.start(match.start() - location.character + 1)
            assert article.location(Span(first, first)) == location._replace(character=1)
        elif location is not None and "<" not in shown:
            start = span.start - location.character + 1
            assert article.location(Span(start, start)) == location._replace(character=1)
    return Exact(tried, exact)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def kinds(article: Article) -> list[tuple[str, str]]:
    """The blocks of an article: the kind of each, and its words."""
    markup = article.markup
    return [(block.kind.value, markup.text[block.span.start : block.span.end]) for block in markup.blocks]
