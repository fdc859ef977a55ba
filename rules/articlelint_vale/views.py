"""An article as Vale rules see it: the units of each scope, with code and web addresses replaced."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import articlelint as al
from articlelint_vale.comments import Switches, read_switches
from articlelint_vale.counts import Counts, count
from articlelint_vale.scopes import FORMATS, KINDS_OF_BLOCKS, Kind, Scope, holds

CODE = "\ufffc"
"""Replaces code (one character in all) and each character of web addresses."""
_ADDRESS = ("http://", "https://", "www.")
_ALT = re.compile(
    r"""!\[((?:[^\[\]\\]|\\.)*+)\][(\[]|<img\b[^>]{0,999}?\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""",
    re.IGNORECASE,
)
_DASHES = r" {0,3}\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *\r?$"
_HEAD = re.compile(
    rf"^(?P<row>[^\n|]*\|[^\n]*)\n{_DASHES}|<th\b[^>]{{0,999}}>(?P<th>.{{0,9999}}?)</th",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)


class Unit(NamedTuple):
    """A part of the text that a rule is run on, and its start: in the prose, or in the source if ``raw``."""

    text: str
    start: int
    raw: bool = False

    @property
    def end(self) -> int:
        """The end, as ``start`` is counted."""
        return self.start + len(self.text)


class Views:
    """The units of one document; each kind is computed when a rule first asks for it."""

    def __init__(self, doc: al.Document) -> None:
        self.doc = doc
        self.text = _without_addresses(doc)
        self._lowered: str | None = None
        self._lowered_source: str | None = None
        self._units: dict[tuple[Scope, ...], tuple[Unit, ...]] = {}
        self._blocks_with_scopes: list[tuple[al.Block, frozenset[str], bool]] | None = None
        self._returns: list[int] | None = None

    @cached_property
    def counts(self) -> Counts:
        """The counts for readability."""
        return count(self.doc)

    @cached_property
    def source(self) -> str:
        """The source, with one character for each line end."""
        return self.doc.source.replace("\r\n", "\n")

    def lowered(self, *, raw: bool) -> str:
        """The prose, or the source if ``raw``, in lower case."""
        if raw:
            if self._lowered_source is None:
                self._lowered_source = self.source.lower()
            return self._lowered_source
        if self._lowered is None:
            self._lowered = self.text.lower()
        return self._lowered

    def units(self, scopes: tuple[Scope, ...]) -> tuple[Unit, ...]:
        """The units of some scopes, each once, by start and then in the order of the scopes."""
        found = self._units.get(scopes)
        if found is None:
            units = dict.fromkeys(unit for scope in scopes for unit in self._of_scope(scope))
            found = tuple(sorted(units, key=lambda unit: (unit.raw, unit.start)))
            self._units[scopes] = found
        return found

    def span(self, unit: Unit, start: int, end: int) -> al.Span:
        """A part of a unit as a span of the prose."""
        source = self.source_span(unit, start, end)
        return self.doc.prose_span(source) if source else al.Span(unit.start + start, unit.start + end)

    def source_span(self, unit: Unit, start: int, end: int) -> al.Span | None:
        """A part of a raw unit as a span of the source; None for a unit of prose."""
        if not unit.raw:
            return None
        return al.Span(self._in_source(unit.start + start), self._in_source(unit.start + end))

    def flagged(self, finding: al.Finding) -> str:
        """The text that a finding is about."""
        if finding.source is None:
            return self.doc.slice(finding.span)
        return self.doc.source[finding.source.start : finding.source.end]

    @cached_property
    def switches(self) -> Switches:
        """What the comments of the article turn off."""
        return read_switches(self.doc)

    def _blocks(self) -> list[tuple[al.Block, frozenset[str], bool]]:
        """Each block, the names of its scopes, and whether it is prose."""
        if self._blocks_with_scopes is None:
            heads = self._heads()
            suffix = self.doc.path.rpartition(".")[2].lower()
            formats = FORMATS & {suffix, "md" if suffix == "markdown" else suffix}
            self._blocks_with_scopes = [
                (block, _scope_names(block, heads) | formats, block.kind not in KINDS_OF_BLOCKS)
                for block in self.doc.blocks
                if block.kind is not al.BlockKind.ALT_TEXT  # for Vale, it is in the scope "alt" alone
            ]
        return self._blocks_with_scopes

    def _heads(self) -> list[al.Span]:
        """The header cells of tables: the row above the dashes in Markdown, ``<th>`` in HTML."""
        if not any(block.kind is al.BlockKind.TABLE_CELL for block in self.doc.blocks):
            return []
        source = self.doc.source
        return [self.doc.prose_span(al.Span(*m.span(m.lastgroup or 0))) for m in _HEAD.finditer(source)]

    def _of_scope(self, scope: Scope) -> Iterator[Unit]:
        if scope.kind is Kind.RAW:
            yield from self._raw(scope)
        elif scope.kind is Kind.SUMMARY:
            yield from self._summary()
        elif scope.kind is Kind.ALT:
            yield from self._alt()
        elif scope.kind is Kind.BLOCK:
            for block, scope_names, _ in self._blocks():
                if holds(scope, scope_names):
                    yield self._unit(block.span)
        else:
            for block, scope_names, prose in self._blocks():
                if prose and holds(scope, scope_names | {scope.kind.value}):
                    if scope.kind is Kind.PARAGRAPH:
                        yield self._unit(block.span)
                    else:
                        yield from (self._unit(s.span) for s in self.doc.sentences_in(block.span))

    def _unit(self, span: al.Span) -> Unit:
        return Unit(self.text[span.start : span.end], span.start)

    def _raw(self, scope: Scope) -> Iterator[Unit]:
        suffix = self.doc.path.rpartition(".")[2].lower()
        if holds(scope, frozenset({"raw", suffix})):
            yield Unit(self.source, 0, raw=True)

    def _summary(self) -> Iterator[Unit]:
        """Prose, lists and quotations as one text; newlines replace what stands between them."""
        kept = [
            block.span
            for block, scope_names, prose in self._blocks()
            if prose or scope_names & {"list", "blockquote"}
        ]
        if kept:
            text: list[str] = []
            at = kept[0].start
            for span in kept:
                text += "\n" * (span.start - at), self.text[span.start : span.end]
                at = span.end
            yield Unit("".join(text), kept[0].start)

    def _alt(self) -> Iterator[Unit]:
        for found in _ALT.finditer(self.source):
            group = next(n for n in (1, 2, 3) if found[n] is not None)
            yield Unit(found[group], found.start(group), raw=True)

    def _in_source(self, offset: int) -> int:
        """The offset in the file for an offset in ``source``, where each line end is one character."""
        if self._returns is None:
            ends = (match.start() for match in re.finditer("\r\n", self.doc.source))
            self._returns = [end - before for before, end in enumerate(ends)]
        return offset + bisect_right(self._returns, offset - 1)


def _scope_names(block: al.Block, heads: list[al.Span]) -> frozenset[str]:
    scope_names = KINDS_OF_BLOCKS.get(block.kind, frozenset()) | {"text"}
    if "heading" in scope_names:
        level = block.level or (1 if block.kind is al.BlockKind.HEADLINE else 2)
        return scope_names | {f"h{level}"}
    if "cell" in scope_names and any(head.contains(block.span) for head in heads):
        return frozenset({"text", "table", "header"})
    return scope_names


def _without_addresses(doc: al.Document) -> str:
    """The prose with each character of a web address replaced by CODE."""
    text = doc.text
    if "://" not in text and "www." not in text.lower():
        return text
    tokens = doc.tokens
    pieces: list[str] = []
    at = 0
    for index, kind in enumerate(tokens.kinds):
        if kind is al.TokenKind.OTHER and tokens.texts[index].lower().startswith(_ADDRESS):
            pieces += text[at : tokens.starts[index]], CODE * len(tokens.texts[index])
            at = tokens.ends[index]
    return "".join((*pieces, text[at:]))
