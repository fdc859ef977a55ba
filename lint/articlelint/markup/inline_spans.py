"""What an inline range of Markdown is, if it is not text: the common currency of the parts that find them."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class InlineKind(Enum):
    """What becomes of a range."""

    CODE = auto()
    """Inline code: a stand-in."""
    TAG = auto()
    """An HTML tag, a comment, or another thing in angle brackets that HTML knows."""
    ADDRESS = auto()
    """A web address in angle brackets, which are dropped."""
    PICTURE = auto()
    ESCAPE = auto()
    """A backslash, which is dropped, and a mark."""
    ENTITY = auto()
    LINE_BREAK = auto()
    LINK = auto()
    """The part of a link that is not its text."""
    EMPHASIS = auto()
    BOLD_START = auto()
    BOLD_END = auto()


class InlineSpan(NamedTuple):
    """A range of a block's text, and what it is."""

    start: int
    end: int
    kind: InlineKind
