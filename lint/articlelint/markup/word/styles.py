"""The styles of a Word document: which of them make headings, quotations, captions and list items."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from articlelint.markup.xml_files.document import Element, read_document
from articlelint.model import BlockKind
from articlelint.source import Source

_NUMBER = re.compile("[0-9]{1,4}")
_BODY_LEVEL = 9
"""The outline level of what is no heading; those of headings count from 0."""
NAMED_KINDS = {
    "title": BlockKind.HEADLINE,
    "subtitle": BlockKind.STANDFIRST,
    "quote": BlockKind.BLOCKQUOTE,
    "intense quote": BlockKind.BLOCKQUOTE,
    "quotations": BlockKind.BLOCKQUOTE,
    "block text": BlockKind.BLOCKQUOTE,
    "caption": BlockKind.CAPTION,
}
"""The names of built-in styles. Word keeps these in English, whatever it calls a style on the screen."""


class Style(NamedTuple):
    """What a style says of its paragraphs; None and 0 say nothing."""

    kind: BlockKind | None = None
    level: int = 0
    is_list: bool = False


def number(value: str) -> int | None:
    """Return the number that an attribute has; None if it has none, or one of more than four digits."""
    return int(value) if _NUMBER.fullmatch(value) else None


def heading(outline_level: int) -> Style:
    """Return what an outline level says of a paragraph."""
    if outline_level >= _BODY_LEVEL:
        return Style()
    kind = BlockKind.HEADLINE if outline_level == 0 else BlockKind.CROSSHEAD
    return Style(kind, outline_level + 1)


def read_styles(text: str, path: str) -> Mapping[str, Style]:
    """Return the styles by their ids, each with what it takes from the style that it is based on."""
    if not text:
        return {}
    root = read_document(Source(path, text)).root
    elements = {style.value("styleId"): style for style in root.find_all("style")}
    return {name: _style(name, elements) for name in elements}


def _style(name: str, elements: Mapping[str, Element]) -> Style:
    found = Style()
    seen: set[str] = set()
    while name in elements and name not in seen:
        seen.add(name)
        element = elements[name]
        own = _own(element)
        found = Style(found.kind or own.kind, found.level or own.level, found.is_list or own.is_list)
        based = element.find("basedOn")
        name = based.value("val") if based is not None else ""
    return found


def _own(element: Element) -> Style:
    """What a style says itself."""
    outline = element.find("pPr", "outlineLvl")
    level = number(outline.value("val")) if outline is not None else None
    if level is not None:
        return heading(level)
    named = element.find("name")
    kind = NAMED_KINDS.get(named.value("val").lower()) if named is not None else None
    return Style(kind, is_list=element.find("pPr", "numPr") is not None)
