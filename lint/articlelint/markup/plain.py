"""Plain text: blank lines separate blocks."""

from __future__ import annotations

import re

from articlelint.markup.base import Builder, Markup
from articlelint.model import BlockKind

_PARAGRAPH = re.compile(r"\S.*?(?=\s*\n[^\S\n]*\n|\s*\Z)", re.DOTALL)
_PIECE = re.compile(r"\r\n?|[^\r]+")


class PlainParser:
    """Reads plain text."""

    name = "plain"
    suffixes = (".txt", ".text")

    def parse(self, text: str) -> Markup:
        """Split a text into blocks."""
        builder = Builder()
        for paragraph in _PARAGRAPH.finditer(text):
            builder.open_block(BlockKind.PARAGRAPH)
            for piece in _PIECE.finditer(text, paragraph.start(), paragraph.end()):
                if piece.group().startswith("\r"):
                    builder.replaced("\n", piece.start(), piece.end())
                else:
                    builder.verbatim(piece.group(), piece.start())
        return builder.finish()
