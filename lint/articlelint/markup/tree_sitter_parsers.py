"""tree-sitter's parsers for Markdown, and its byte offsets as offsets of code points."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tree_sitter import Parser  # heavy, and only Markdown needs it


class Utf8Offsets:
    """A text in UTF-8, with its byte offsets as offsets of code points."""

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8", "replace")
        self._code_points: list[int] | None = None
        """The code point of each byte; None if the text is ASCII, where both offsets are the same."""
        if len(self.data) != len(text):
            self._code_points = []
            for number, character in enumerate(text):
                self._code_points += [number] * len(character.encode("utf-8", "replace"))
            self._code_points.append(len(text))

    def code_point(self, byte: int) -> int:
        """Return the offset of the code point that begins at a byte offset."""
        return byte if self._code_points is None else self._code_points[byte]


@cache
def grammar_parser(grammar: str) -> Parser:
    """Return the parser for a grammar of Markdown: ``language`` for blocks, or ``inline_language``."""
    import tree_sitter

    # The package has no types.
    grammars: Any = import_module("tree_sitter_markdown")
    pointer: object = getattr(grammars, grammar)()
    return tree_sitter.Parser(tree_sitter.Language(pointer))
