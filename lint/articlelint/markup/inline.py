"""What is inside a block of Markdown: emphasis, links, code, entities, escapes, HTML tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from articlelint.markup.html import add_entity
from articlelint.markup.points import CodePoints, grammar_parser
from articlelint.markup.raw_spans import RawKind, RawSpan, find_raw_spans
from articlelint.markup.slices import Slice

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from tree_sitter import Node

    from articlelint.markup.builder import Builder
    from articlelint.markup.html import HtmlReader

_SPECIAL = re.compile(r"[*_\[&~\\]|  \n")
_BREAK = re.compile(r"[ \t]*\n[ \t]*|\[\^[^\]\s]+\]|\[![A-Z]+\]")
"""A soft line break; a reference to a footnote; the opening of a GitHub alert."""
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_DEEPEST_BRACKETS = 8
_LAST_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\Z", re.DOTALL)
_EMPHASIS = re.compile(r"[*_]")
_STRAY_BREAK = re.compile(_BREAK.pattern + r"|\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
_LINKS = frozenset({"inline_link", "full_reference_link", "collapsed_reference_link", "shortcut_link"})
_CONTAINERS = frozenset({"inline", "emphasis", "strong_emphasis", "strikethrough", "link_text"})


def _flat(text: str) -> str:
    """The text with ``[a [b] c](d)`` as ``[a .b. c](d)``: to the grammar the first would be no link."""
    if "](" not in text and "][" not in text:
        return text
    # For each open bracket: where it is, the brackets inside it, and whether there is a link among them.
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


def _count_links(root: Node) -> int:
    count = 0
    stack = [root]
    while stack:
        node = stack.pop()
        count += node.type in {"inline_link", "image"}
        stack.extend(node.named_children)
    return count


def normal_label(label: str) -> str:
    """A link's label as labels are compared: white space and case do not count."""
    return " ".join(label.split()).casefold()


class InlineReader:
    """Feeds the prose of inline Markdown to a builder."""

    def __init__(self, builder: Builder, html: HtmlReader, labels: AbstractSet[str]) -> None:
        self._builder = builder
        self._html = html
        self._labels = labels
        self._slice = Slice("", (), ())
        self._raw: list[RawSpan] = []
        self._next_raw = 0
        self._done = 0
        self._strays = False

    def read(self, text: Slice, start: int, end: int) -> None:
        """Read a range of a slice as one block's text."""
        if start >= end:
            return
        self._slice = text
        depth = len(self._html.elements)
        part = text.text if (start, end) == (0, len(text.text)) else text.text[start:end]
        self._raw, self._next_raw, self._strays = find_raw_spans(part), 0, False
        if start and self._raw:
            self._raw = [RawSpan(span.start + start, span.end + start, span.kind) for span in self._raw]
        marked = self._without_raw(part, start)
        if _SPECIAL.search(marked) is None:
            self._text(start, end)
        else:
            self._marked(marked, start)
        self._html.clear(depth)

    def _without_raw(self, part: str, base: int) -> str:
        """The text with raw spans overwritten, by punctuation as their own marks are."""
        if not self._raw:
            return part
        pieces: list[str] = []
        at = 0
        for span in self._raw:
            pieces += part[at : span.start - base], "." * (span.end - span.start)
            at = span.end - base
        pieces.append(part[at:])
        return "".join(pieces)

    def _marked(self, part: str, base: int) -> None:
        """Read text with marks in it; ``self._done`` is how far its prose has been given to the builder."""
        root, points = self._parsed(part)
        self._done = base
        # A node is visited when it begins and, if something has to be closed, when it ends.
        stack: list[tuple[Node, bool]] = [(root, False)]
        while stack:
            node, ending = stack.pop()
            start, end = base + points[node.start_byte], base + points[node.end_byte]
            if ending:
                self._finish(node, end)
                continue
            if node.type in _LINKS and self._is_link(node, start, end):
                text = next((c for c in node.named_children if c.type == "link_text"), None)
                self._until(start)
                stack.append((node, True))
                if text is not None:
                    self._done = base + points[text.start_byte]
                    stack.append((text, True))
                    stack.extend((child, False) for child in reversed(text.named_children))
                else:
                    self._done = end
            elif node.type in _CONTAINERS or node.type in _LINKS:
                if node.type == "strong_emphasis":
                    self._until(start)
                    self._builder.bold += 1
                    stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.named_children))
            else:
                self._leaf(node, start, end)
        self._until(base + len(part))

    def _parsed(self, part: str) -> tuple[Node, CodePoints]:
        """
        The grammar's tree of a text.

        Stray marks of emphasis make the grammar lose links that follow them. Where links seem to be missing
        and are found without emphasis, links win, and all marks of emphasis are dropped.
        """
        # Sums of money are far more common in articles than formulas between dollar signs.
        text = _flat(part).replace("$", ".").replace("\0", ".")
        points, parser = CodePoints(text), grammar_parser("inline_language")
        root = parser.parse(points.data).root_node
        self._strays = False
        if "](" in text and _EMPHASIS.search(text) and (links := _count_links(root)) < text.count("]("):
            other = parser.parse(CodePoints(_EMPHASIS.sub(".", text)).data).root_node
            if _count_links(other) > links:
                self._strays = True
                return other, points
        return root, points

    def _finish(self, node: Node, end: int) -> None:
        """Close a node: what follows a link's text is not prose, what follows bold text is not bold."""
        if node.type in _LINKS:
            self._done = end
            return
        self._until(end)
        if node.type == "strong_emphasis":
            self._builder.bold -= 1

    def _is_link(self, node: Node, start: int, end: int) -> bool:
        """Whether brackets make a link: ``[sic]`` does so only where a definition of it exists."""
        if node.type == "inline_link":
            return True
        raw = self._slice.text[start:end]
        if node.type == "shortcut_link":
            return normal_label(raw[1:-1]) in self._labels
        if node.type == "collapsed_reference_link":
            return normal_label(raw[1:-3]) in self._labels
        label = _LAST_LABEL.search(raw)
        return label is not None and normal_label(label.group(1)) in self._labels

    def _leaf(self, node: Node, start: int, end: int) -> None:
        """Read what has no prose below it."""
        kind = node.type
        action = self._ACTIONS.get(kind)
        if action is None:
            return
        self._until(start)
        self._done = end
        if not self._html.skipping:
            action(self, start, end)

    def _picture(self, start: int, end: int) -> None:
        self._builder.picture(self._slice.at(start), self._slice.end(end))

    def _delimiter(self, start: int, end: int) -> None:
        """A mark of emphasis leaves nothing behind."""

    def _escape(self, start: int, end: int) -> None:
        self._html.open()
        self._builder.replaced(self._slice.text[start + 1 : end], self._slice.at(start), self._slice.end(end))

    def _entity(self, start: int, end: int) -> None:
        self._html.open()
        add_entity(self._builder, self._slice.at(start), self._slice.end(end))

    def _line_break(self, start: int, end: int) -> None:
        if self._builder.open:
            self._builder.line_break(self._slice.at(start), self._slice.end(end))

    _ACTIONS: ClassVar[dict[str, Callable[[InlineReader, int, int], None]]] = {
        "image": _picture,
        "emphasis_delimiter": _delimiter,
        "backslash_escape": _escape,
        "entity_reference": _entity,
        "numeric_character_reference": _entity,
        "hard_line_break": _line_break,
    }

    def _until(self, end: int) -> None:
        """Give the builder the text up to an offset."""
        if end > self._done:
            self._text(self._done, end)
            self._done = end

    def _text(self, start: int, end: int) -> None:
        """Give the builder a range that has no marks but raw spans."""
        at = start
        while self._next_raw < len(self._raw) and self._raw[self._next_raw].start < end:
            span = self._raw[self._next_raw]
            self._next_raw += 1
            # One before the range stands in a link's address.
            if span.start >= at:
                self._lines(at, span.start)
                self._raw_span(span)
                at = span.end
        self._lines(at, end)

    def _raw_span(self, span: RawSpan) -> None:
        first, last = self._slice.at(span.start), self._slice.end(span.end)
        if span.kind is RawKind.TAG:
            self._html.read(first, last)
        elif self._html.skipping:
            return
        elif span.kind is RawKind.CODE:
            self._html.open()
            self._builder.code(first, last)
        else:
            self._lines(span.start + 1, span.end - 1)

    def _lines(self, start: int, end: int) -> None:
        """Give the builder text without marks, line by line."""
        if self._html.skipping or start >= end:
            return
        self._html.open()
        text = self._slice.text
        at = start
        for match in (_STRAY_BREAK if self._strays else _BREAK).finditer(text, start, end):
            self._line(at, match.start())
            at = match.end()
            if match.group()[0] == "[":
                self._builder.dropped()
            elif match.group()[0] not in "*_":
                first, last = self._slice.at(match.start()), self._slice.end(match.end())
                if last - first != match.end() - match.start():
                    # A quotation mark or indent of the next line: the space is the newline alone.
                    last = self._slice.at(match.start() + match.group().index("\n")) + 1
                self._builder.space(first, last)
        self._line(at, end)

    def _line(self, start: int, end: int) -> None:
        if start < end:
            self._builder.text(self._slice.at(start), self._slice.end(end))
