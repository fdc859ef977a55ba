"""
Entries of the kind ``phrase``: several words, with choices, optional words and gaps.

The grammar: words; ``(a|b c)`` for a choice; ``[very]`` for words that may be missing; ``...`` for up to five
words of one sentence. Any white space may stand between two words, including a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

import articlelint as al
from articlelint_house.dialect import counts
from articlelint_house.entries import Entry, Fail
from articlelint_house.findings import in_case, message, replacement

_PIECE = re.compile(r"\.\.\.|[()\[\]|]|[^\s()\[\]|.]+(?:\.(?!\.\.)[^\s()\[\]|.]*)*|\.+|\s+")
_GLUED = re.compile(r"\w[\[(]|[\])]\w")
_SPACE = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
_GAP = rf"(?:{_SPACE}(?!(?:[—–]|--))[^\s.!?…]+){{0,5}}?"
MOST_GAPS = 3
_WORD = re.compile(r"[^\W_]")


class _Node(NamedTuple):
    """Part of a template: its pattern, whether it may be empty, and the words that it may begin with."""

    pattern: str
    empty: bool
    first: frozenset[str]
    gap: bool = False


class _Parser:
    """Parses one template. Raises ValueError, with the reason, for a wrong template."""

    def __init__(self, template: str) -> None:
        self.pieces = [p for p in _PIECE.findall(template) if not p.isspace()]
        self.glued = _GLUED.search(template)
        self.at = 0

    def whole(self) -> _Node:
        """Parse the whole template."""
        if self.glued:
            raise ValueError("a bracket inside a word: write out both words, (ferry|ferries)")
        if self.pieces.count("...") > MOST_GAPS:
            raise ValueError(f"a phrase has at most {MOST_GAPS} gaps")
        node = self.choice(")]")
        if self.at < len(self.pieces):
            raise ValueError(f"a “{self.pieces[self.at]}” too many")
        if node.empty:
            raise ValueError("all of it may be missing")
        return node

    def choice(self, closing: str) -> _Node:
        """Parse alternatives, up to a closing bracket."""
        found = [self.sequence(closing)]
        while self.peek() == "|":
            self.at += 1
            found.append(self.sequence(closing))
        patterns = sorted((node.pattern for node in found), key=lambda p: (-len(p), p))
        first = frozenset[str]().union(*(node.first for node in found))
        return _Node(
            patterns[0] if len(found) == 1 else f"(?:{'|'.join(patterns)})",
            any(node.empty for node in found),
            first,
        )

    def sequence(self, closing: str) -> _Node:
        """Parse a sequence of words, gaps and groups."""
        nodes: list[_Node] = []
        while (piece := self.peek()) and piece != "|" and piece not in closing:
            nodes.append(self.node())
        if not nodes:
            raise ValueError("an empty choice")
        if nodes[0].gap or nodes[-1].gap:
            raise ValueError("a gap at an end: it must stand between words")
        return _joined(nodes)

    def node(self) -> _Node:
        """Parse a word, a gap or a group."""
        piece = self.pieces[self.at]
        self.at += 1
        if piece == "...":
            return _Node(_GAP, empty=True, first=frozenset(), gap=True)
        if piece in "([":
            inner = self.choice(")" if piece == "(" else "]")
            if self.peek() != (")" if piece == "(" else "]"):
                raise ValueError(f"a “{piece}” that is not closed")
            self.at += 1
            return inner._replace(empty=inner.empty or piece == "[")
        if piece in ")]" or not _WORD.search(piece):
            raise ValueError(f"“{piece}” is no word")
        return _Node(_word(piece), empty=False, first=frozenset({_first(piece)}))

    def peek(self) -> str:
        """The next piece, or ""."""
        return self.pieces[self.at] if self.at < len(self.pieces) else ""


def _word(text: str) -> str:
    return re.sub("['’]", "['’]", re.escape(text))


def _first(text: str) -> str:
    tokens = al.tokenize(text.lower().replace("’", "'")).texts
    return tokens[0]


def _joined(nodes: list[_Node]) -> _Node:
    """
    Nodes with space between them. The space before or after an optional node is optional, too.

    The first node that is not optional is the anchor: nodes before it have their space after them, nodes
    behind it have their space before them.
    """
    anchor = next((i for i, node in enumerate(nodes) if not node.empty), None)
    if anchor is None:
        raise ValueError("a choice that may be missing altogether: leave out one pair of brackets")
    parts: list[str] = []
    for i, node in enumerate(nodes):
        if node.gap:
            parts.append(node.pattern)
        elif not node.empty:
            parts.append((_SPACE if i > anchor else "") + node.pattern)
        elif i < anchor:
            parts.append(f"(?:{node.pattern}{_SPACE})?")
        else:
            parts.append(f"(?:{_SPACE}{node.pattern})?")
    first = frozenset[str]().union(*(node.first for node in nodes[: anchor + 1]))
    return _Node("".join(parts), empty=False, first=first)


class _Template(NamedTuple):
    text: str
    node: _Node
    rule: str
    entry: Entry


class Phrases:
    """Finds phrases; a template is compiled when an article contains a word that it may begin with."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._by_first: dict[str, list[_Template]] = {}
        for rule, entry in entries.items():
            for text in entry.texts("avoid"):
                template = _Template(text, _Parser(text).whole(), rule, entry)
                for word in template.node.first:
                    self._by_first.setdefault(word, []).append(template)
        self._compiled: dict[str, re.Pattern[str]] = {}

    def check(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield the findings in a document; of two phrases that overlap, only the longer."""
        taken = -1
        for span, template in self._hits(doc):
            if span.start < taken or not counts(doc, span, template.entry):
                continue
            taken = span.end
            found = " ".join(doc.slice(span).split())
            cased = template.text != template.text.lower()
            use = in_case(found, template.text, template.entry.use, cased=cased)
            line = message(found, template.entry, f"“{use}”" if use else "")
            yield al.Finding(template.rule, span, line, (), replacement(doc, span, use))

    def everything(self, doc: al.Document) -> Iterator[tuple[str, al.Span]]:
        """Yield every place of every phrase, regardless of scope and dialect."""
        return ((template.rule, span) for span, template in self._hits(doc))

    def _hits(self, doc: al.Document) -> list[tuple[al.Span, _Template]]:
        found: dict[tuple[al.Span, str], tuple[al.Span, _Template]] = {}
        for word in doc.positions:
            for template in self._by_first.get(word.replace("’", "'"), ()):
                pattern = self._pattern(template)
                for index in doc.positions[word]:
                    match = pattern.match(doc.text, doc.tokens.starts[index])
                    if match:
                        span = al.Span(*match.span())
                        found.setdefault((span, template.rule), (span, template))
        return sorted(found.values(), key=lambda hit: (hit[0].start, -hit[0].end, hit[1].rule))

    def _pattern(self, template: _Template) -> re.Pattern[str]:
        text = template.text
        if text not in self._compiled:
            flags = re.IGNORECASE if text == text.lower() else re.NOFLAG
            self._compiled[text] = re.compile(rf"{template.node.pattern}(?![\w-])(?!['’](?!s?\b|\s))", flags)
        return self._compiled[text]


def check_entry(entry: Entry, fail: Fail) -> None:
    """Raise an error for a wrong template."""
    for text in entry.texts("avoid"):
        try:
            _Parser(text).whole()
        except ValueError as error:
            raise fail("avoid", f"'avoid': “{text}”: {error}") from None


def checks(entries: Mapping[str, Entry]) -> Iterator[al.Check]:
    """Return one check for all entries."""
    yield al.Check(frozenset(entries), Phrases(entries).check)


def spelled_out(template: str, most: int = 24) -> list[str]:
    """Up to ``most`` texts that a template matches, without its gaps, to compare it with other entries."""
    parser = _Parser(template)
    return [" ".join(words.split()) for words in _texts(parser, ")]")][:most]


def _texts(parser: _Parser, closing: str) -> list[str]:
    found: list[str] = []
    parts: list[list[str]] = []
    while True:
        piece = parser.peek()
        if not piece or piece == "|" or piece in closing:
            found += [" ".join(words) for words in product(*parts)]
            if piece != "|":
                return found
            parts = []
            parser.at += 1
            continue
        parser.at += 1
        if piece in "([":
            inner = _texts(parser, ")" if piece == "(" else "]")
            parser.at += 1
            parts.append([*inner, ""] if piece == "[" else inner)
        elif piece != "...":
            parts.append([piece])
