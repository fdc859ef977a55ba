"""What is inside a block of Markdown: emphasis, links, code, entities, escapes, HTML tags."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from articlelint.markup.html import add_entity
from articlelint.markup.points import CodePoints, grammar_parser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from tree_sitter import Node

    from articlelint.markup.builder import Builder
    from articlelint.markup.html import HtmlReader

_SPECIAL = re.compile(r"[*_\[<&`~\\]|  \n")
_BREAK = re.compile(r"[ \t]*\n[ \t]*|\[\^[^\]\s]+\]|\[![A-Z]+\]")
"""A soft line break; a reference to a footnote; the opening of a GitHub alert."""
_LINKS = frozenset({"inline_link", "full_reference_link", "collapsed_reference_link", "shortcut_link"})
_CONTAINERS = frozenset({"inline", "emphasis", "strong_emphasis", "strikethrough", "link_text"})


@dataclass(frozen=True, slots=True)
class Slice:
    """Text put together from pieces of the source, each beginning a line, and where each of them stands."""

    text: str
    starts: Sequence[int]
    sources: Sequence[int]

    @classmethod
    def of(cls, source: str, pieces: Sequence[tuple[int, int]]) -> Slice:
        """The pieces ``[start, end)`` of a source, joined."""
        starts: list[int] = []
        length = 0
        for start, end in pieces:
            starts.append(length)
            length += end - start
        return cls(
            "".join([source[start:end] for start, end in pieces]), starts, [start for start, _ in pieces]
        )

    def at(self, offset: int) -> int:
        """Where in the source the code point at an offset begins."""
        piece = bisect_right(self.starts, offset) - 1
        return self.sources[piece] + offset - self.starts[piece]

    def end(self, offset: int) -> int:
        """Where in the source the code point before an offset ends."""
        return self.at(offset - 1) + 1


_NESTED = re.compile(
    r"(?<!!)(?<!\\)\[((?:[^\[\]\\]|\\.)*)\[((?:[^\[\]\\]|\\.)*)\](?![(\[])(?=(?:[^\[\]\\]|\\.)*\][(\[])",
    re.DOTALL,
)


def _flat(text: str) -> str:
    """The text with ``[a [b] c](d)`` as ``[a .b. c](d)``: to the grammar the first would be no link."""
    return _NESTED.sub(r"[\1.\2.", text) if "](" in text or "][" in text else text


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
        self._done = 0

    def read(self, text: Slice, start: int, end: int) -> None:
        """Read a range of a slice as one block's text."""
        if start >= end:
            return
        self._slice = text
        depth = self._html.depth
        part = text.text if (start, end) == (0, len(text.text)) else text.text[start:end]
        if _SPECIAL.search(part) is None:
            self._text(start, end)
        else:
            self._marked(part, start)
        self._html.clear(depth)

    def _marked(self, part: str, base: int) -> None:
        """Read text with marks in it; ``self._done`` is how far its prose has been given to the builder."""
        # Sums of money are far more common in articles than formulas between dollar signs.
        points = CodePoints(_flat(part).replace("$", ".").replace("\0", "."))
        self._done = base
        # A node is visited when it begins and, if something has to be closed, when it ends.
        stack: list[tuple[Node, bool]] = [
            (grammar_parser("inline_language").parse(points.data).root_node, False)
        ]
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
        label = raw[raw.rindex("[") + 1 : -1]
        return normal_label(label) in self._labels

    def _leaf(self, node: Node, start: int, end: int) -> None:
        """Read what has no prose below it."""
        kind = node.type
        action = self._ACTIONS.get(kind)
        if action is None:
            return
        self._until(start)
        self._done = end
        if not self._html.skipping or kind == "html_tag":
            action(self, start, end)

    def _code(self, start: int, end: int) -> None:
        self._html.open()
        self._builder.code(self._slice.at(start), self._slice.end(end))

    def _picture(self, start: int, end: int) -> None:
        self._builder.picture(self._slice.at(start), self._slice.end(end))

    def _delimiter(self, start: int, end: int) -> None:
        """A mark of emphasis leaves nothing behind."""

    def _autolink(self, start: int, end: int) -> None:
        self._text(start + 1, end - 1)

    def _escape(self, start: int, end: int) -> None:
        self._html.open()
        self._builder.replaced(self._slice.text[start + 1 : end], self._slice.at(start), self._slice.end(end))

    def _entity(self, start: int, end: int) -> None:
        self._html.open()
        add_entity(self._builder, self._slice.at(start), self._slice.end(end))

    def _line_break(self, start: int, end: int) -> None:
        if self._builder.open:
            self._builder.line_break(self._slice.at(start), self._slice.end(end))

    def _tag(self, start: int, end: int) -> None:
        self._html.read(self._slice.at(start), self._slice.end(end))

    _ACTIONS: ClassVar[dict[str, Callable[[InlineReader, int, int], None]]] = {
        "code_span": _code,
        "image": _picture,
        "emphasis_delimiter": _delimiter,
        "uri_autolink": _autolink,
        "email_autolink": _autolink,
        "backslash_escape": _escape,
        "entity_reference": _entity,
        "numeric_character_reference": _entity,
        "hard_line_break": _line_break,
        "html_tag": _tag,
    }

    def _until(self, end: int) -> None:
        """Give the builder the text up to an offset."""
        if end > self._done:
            self._text(self._done, end)
            self._done = end

    def _text(self, start: int, end: int) -> None:
        """Give the builder text without marks, line by line."""
        if self._html.skipping:
            return
        self._html.open()
        text = self._slice.text
        at = start
        for match in _BREAK.finditer(text, start, end):
            self._line(at, match.start())
            at = match.end()
            if match.group()[0] == "[":
                self._builder.dropped()
            else:
                first, last = self._slice.at(match.start()), self._slice.end(match.end())
                if last - first != match.end() - match.start():
                    # A quotation mark or indent of the next line: the space is the newline alone.
                    last = self._slice.at(match.start() + match.group().index("\n")) + 1
                self._builder.space(first, last)
        self._line(at, end)

    def _line(self, start: int, end: int) -> None:
        if start < end:
            self._builder.text(self._slice.at(start), self._slice.end(end))
