"""
articlelint: an editorial consistency linter.

This is the public API. Rules and plugins import ``articlelint`` and ``articlelint.testing``, nothing else.
"""

from typing import TYPE_CHECKING

from articlelint._version import __version__
from articlelint.document import Document, House
from articlelint.model import (
    Block,
    BlockKind,
    Edit,
    Finding,
    Fix,
    Related,
    Safety,
    Severity,
    Span,
)
from articlelint.rule import Clean, Flagged, Meta, NoOptions, Rule
from articlelint.text import lexicon
from articlelint.text.names import Name
from articlelint.text.quotes import Quote
from articlelint.text.sentences import Sentence
from articlelint.text.tokens import Token, TokenKind, Tokens
from articlelint.text.wordtable import WordTable

if TYPE_CHECKING:
    from articlelint.hookspecs import hookimpl

__all__ = [
    "Block",
    "BlockKind",
    "Clean",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Flagged",
    "House",
    "Meta",
    "Name",
    "NoOptions",
    "Quote",
    "Related",
    "Rule",
    "Safety",
    "Sentence",
    "Severity",
    "Span",
    "Token",
    "TokenKind",
    "Tokens",
    "WordTable",
    "__version__",
    "hookimpl",
    "lexicon",
]


def __getattr__(name: str) -> object:
    # pluggy costs 30 ms to import; only plugin modules ask for its marker.
    if name == "hookimpl":
        from articlelint.hookspecs import hookimpl

        return hookimpl
    raise AttributeError(f"module 'articlelint' has no attribute {name!r}")
