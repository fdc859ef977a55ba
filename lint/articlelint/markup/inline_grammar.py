"""Links, pictures, escapes and entities in a block of Markdown, found with tree-sitter's inline grammar."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from articlelint.markup.inline_spans import InlineKind, InlineSpan
from articlelint.markup.tree_sitter_parsers import Utf8Offsets, grammar_parser

if TYPE_CHECKING:
    from tree_sitter import Node  # heavy, and only Markdown needs it

_SPECIAL = re.compile(r"[\[&\\]|  \n")
# The grammar is misled by marks of emphasis, which ``emphasis`` finds, and reads sums of money as formulas.
_MISLEADING = re.compile(r"[*_~$\0]")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_DEEPEST_BRACKETS = 8
_LAST_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\Z", re.DOTALL)
_LINKS = frozenset({"inline_link", "full_reference_link", "collapsed_reference_link", "shortcut_link"})
_KINDS = {
    "image": InlineKind.PICTURE,
    "backslash_escape": InlineKind.ESCAPE,
    "entity_reference": InlineKind.ENTITY,
    "numeric_character_reference": InlineKind.ENTITY,
    "hard_line_break": InlineKind.LINE_BREAK,
}


def find_grammar_spans(
    text: str, original: str, labels: AbstractSet[str]
) -> tuple[list[InlineSpan], list[tuple[int, int]]]:
    """
    Return the inline spans that the grammar finds, in order, and the ranges of the texts of links.

    ``original`` is the text before code and HTML in it were overwritten. ``labels`` are the link labels that
    the document defines: ``[sic]`` is a link only if one of them is "sic".
    """
    spans: list[InlineSpan] = []
    links: list[tuple[int, int]] = []
    if _SPECIAL.search(text) is None:
        return spans, links
    utf8 = Utf8Offsets(_MISLEADING.sub(".", _without_nested_brackets(text)))
    stack: list[Node] = [grammar_parser("inline_language").parse(utf8.data).root_node]
    while stack:
        node = stack.pop()
        start, end = utf8.code_point(node.start_byte), utf8.code_point(node.end_byte)
        kind = _KINDS.get(node.type)
        if kind is not None:
            spans.append(InlineSpan(start, end, kind))
            continue
        inside: Node | None = node
        if node.type in _LINKS and _is_link(node.type, original[start:end], labels):
            inside = next((child for child in node.named_children if child.type == "link_text"), None)
            first = last = end
            if inside is not None:
                first, last = utf8.code_point(inside.start_byte), utf8.code_point(inside.end_byte)
            spans.append(InlineSpan(start, first, InlineKind.LINK))
            if last < end:
                spans.append(InlineSpan(last, end, InlineKind.LINK))
            links.append((first, last))
        if inside is not None:
            stack.extend(reversed(inside.named_children))
    spans.sort(key=lambda span: span.start)
    return spans, links


def _without_nested_brackets(text: str) -> str:
    """The text with ``[a [b] c](d)`` as ``[a .b. c](d)``: the grammar does not read the first as a link."""
    if "](" not in text and "][" not in text:
        return text
    # For each open bracket: its offset, those of the brackets inside it, and whether there is a link inside.
    opened: list[tuple[int, list[int], bool]] = []
    overwritten: list[int] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match.group() == "[":
            opened.append((at, [], False))
        elif match.group() == "]" and opened:
            start, inside, has_link = opened.pop()
            is_link = text.startswith(("(", "["), at + 1)
            if is_link and not has_link:
                overwritten += inside
            if opened and len(opened) <= _DEEPEST_BRACKETS:
                outer, outer_inside, outer_has_link = opened[-1]
                inner = [] if is_link else [start, *inside, at]
                opened[-1] = (outer, outer_inside + inner, outer_has_link or is_link or has_link)
    if not overwritten:
        return text
    chars = list(text)
    for at in overwritten:
        chars[at] = "."
    return "".join(chars)


def _is_link(kind: str, raw: str, labels: AbstractSet[str]) -> bool:
    """Whether a node of the grammar is a link: its label, if it needs one, must be defined."""
    if kind == "inline_link":
        return True
    if kind == "shortcut_link":
        return normal_label(raw[1:-1]) in labels
    if kind == "collapsed_reference_link":
        return normal_label(raw[1:-3]) in labels
    label = _LAST_LABEL.search(raw)
    return label is not None and normal_label(label.group(1)) in labels


def normal_label(label: str) -> str:
    """Return a link label in the form in which labels are compared: white space and case do not count."""
    return " ".join(label.split()).casefold()
