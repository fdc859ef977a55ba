"""Inline spans: the ranges of a block of Markdown that are not text."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class InlineKind(Enum):
    """What an inline span is."""

    CODE = auto()
    """Inline code, which becomes one character that stands for it."""
    TAG = auto()
    """An HTML tag, a comment, or something else of HTML in angle brackets."""
    ADDRESS = auto()
    """A web address in angle brackets, which are dropped."""
    PICTURE = auto()
    ESCAPE = auto()
    """A backslash, which is dropped, and a mark."""
    ENTITY = auto()
    LINE_BREAK = auto()
    LINK = auto()
    """The part of a link that is not its text."""
    STRIKE = auto()
    """A mark of text that is struck through."""
    ITALIC_START = auto()
    ITALIC_END = auto()
    BOLD_START = auto()
    BOLD_END = auto()


class InlineSpan(NamedTuple):
    """
    A range of the text of a block, and what it is.

    For a picture, ``words`` and ``title`` are the ranges of its alternative text and its title.
    """

    start: int
    end: int
    kind: InlineKind
    words: tuple[int, int] | None = None
    title: tuple[int, int] | None = None
