"""
Entries of the kind ``phrase``: several words, with choices, optional words and gaps.

The grammar: words; ``(a|b c)`` for a choice; ``[very]`` for words that may be missing; ``...`` for up to five
words of one sentence. Any white space may stand between two words, including a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import NamedTuple

import articlelint as al
from articlelint_house.dialect import counts
from articlelint_house.entries import Entry
from articlelint_house.findings import in_case, message_about, replacement
from articlelint_house.values import Fail

_PIECE = re.compile(r"\.\.\.|[()\[\]|]|[^\s()\[\]|.]+(?:\.(?!\.\.)[^\s()\[\]|.]*)*|\.+|\s+")
_GLUED = re.compile(r"\w[\[(]|[\])]\w")
_SPACE = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"
_GAP = rf"(?:{_SPACE}(?!(?:[—–]|--))[^\s.!?…]+){{0,5}}?"
MOST_GAPS = 3
_MOST_TEXTS = 24
"""How many of the texts that a template matches are compared with other entries."""
_WORD = re.compile(r"[^\W_]")


class _Node(NamedTuple):
    """Part of a template."""

    pattern: str
    first: frozenset[str]
    """The words that it may begin with."""
    texts: tuple[str, ...]
    """Some of the texts that it matches, without its gaps."""
    empty: bool = False
    """Whether it may be left out."""
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
        return node

    def choice(self, closing: str) -> _Node:
        """Parse alternatives, up to a closing bracket."""
        found = [self.sequence(closing)]
        while self.peek() == "|":
            self.at += 1
            found.append(self.sequence(closing))
        patterns = sorted((node.pattern for node in found), key=lambda p: (-len(p), p))
        first = frozenset[str]().union(*(node.first for node in found))
        pattern = patterns[0] if len(found) == 1 else f"(?:{'|'.join(patterns)})"
        texts = [text for node in found for text in node.texts]
        return _Node(pattern, first, tuple(texts[:_MOST_TEXTS]))

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
            return _Node(_GAP, frozenset(), ("",), empty=True, gap=True)
        if piece in "([":
            inner = self.choice(")" if piece == "(" else "]")
            if self.peek() != (")" if piece == "(" else "]"):
                raise ValueError(f"a “{piece}” that is not closed")
            self.at += 1
            return inner._replace(texts=(*inner.texts, ""), empty=True) if piece == "[" else inner
        if piece in ")]" or not _WORD.search(piece):
            raise ValueError(f"“{piece}” is no word")
        return _Node(_word(piece), frozenset({_first(piece)}), (piece,))

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
    after it have their space before them.
    """
    anchor = next((i for i, node in enumerate(nodes) if not node.empty), None)
    if anchor is None:
        raise ValueError("every word is optional: write at least one word outside [ ]")
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
    combinations = islice(product(*(node.texts for node in nodes)), _MOST_TEXTS)
    texts = tuple(" ".join(text for text in texts if text) for texts in combinations)
    return _Node("".join(parts), first, texts)


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
            message = message_about(found, template.entry, f"“{use}”" if use else "")
            yield al.Finding(template.rule, span, message, (), replacement(doc, span, use))

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


def spelled_out(template: str) -> list[str]:
    """Return some of the texts that a template matches, without its gaps, to compare with other entries."""
    return list(_Parser(template).whole().texts)
