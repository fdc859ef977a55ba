"""tree-sitter's parser for the blocks of Markdown."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tree_sitter import Parser  # heavy, and only Markdown needs it


@cache
def block_parser() -> Parser:
    """Return the parser for the blocks of Markdown."""
    import tree_sitter

    # The package has no types.
    grammars: Any = import_module("tree_sitter_markdown")
    pointer: object = grammars.language()
    return tree_sitter.Parser(tree_sitter.Language(pointer))
