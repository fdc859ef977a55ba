"""What tree-sitter needs: its parsers, and its byte offsets as code points, in which all else counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tree_sitter import Parser

_CONTINUATIONS = range(0x80, 0xC0)
_LEADS = bytes(byte not in _CONTINUATIONS for byte in range(256))
"""For each byte of UTF-8, whether a code point begins with it."""


class Utf8Offsets:
    """A text as UTF-8, and its byte offsets as code points: one pass, and free for ASCII."""

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8", "replace")
        self._table: Sequence[int] | None = None
        if len(self.data) != len(text):
            self._table = list(accumulate(self.data.translate(_LEADS), initial=0))

    def __getitem__(self, byte: int) -> int:
        return byte if self._table is None else self._table[byte]


@cache
def grammar_parser(grammar: str) -> Parser:
    """The parser for one of the two grammars of Markdown: ``language`` for blocks, ``inline_language``."""
    import tree_sitter

    # The package has no types.
    grammars: Any = import_module("tree_sitter_markdown")
    pointer: object = getattr(grammars, grammar)()
    return tree_sitter.Parser(tree_sitter.Language(pointer))
