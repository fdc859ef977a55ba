"""Vale's scopes, such as ``heading.h2`` or ``paragraph & ~list``: the parts of an article for a rule."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

import articlelint as al


class Kind(Enum):
    """The unit of text that a rule is run on."""

    BLOCK = "block"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    SUMMARY = "summary"
    RAW = "raw"
    ALT = "alt"

    @property
    def in_source(self) -> bool:
        """Whether the unit is a part of the source, with its markup."""
        return self in {Kind.RAW, Kind.ALT}


class Part(NamedTuple):
    """One selector: it holds for a text that is in all of these sections, or not if it is negated."""

    sections: frozenset[str]
    negated: bool = False


class Scope(NamedTuple):
    """Selectors that must all hold, and the unit of text."""

    kind: Kind
    parts: tuple[Part, ...]


FORMATS = frozenset({"md", "markdown", "html", "htm", "txt", "adoc", "rst"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BASES = frozenset(
    {
        "text",
        "heading",
        "table",
        "figure",
        "list",
        "paragraph",
        "sentence",
        "blockquote",
        "summary",
        "raw",
        "alt",
    }
)
_KNOWN = _BASES | _HEADINGS | FORMATS | {"cell", "header", "caption"}
_SIZED = {
    "paragraph": Kind.PARAGRAPH,
    "sentence": Kind.SENTENCE,
    "summary": Kind.SUMMARY,
    "raw": Kind.RAW,
    "alt": Kind.ALT,
}
_WHY_NOT = {
    "link": "articlelint does not keep the place of links; Vale has dropped this scope for 'raw'",
    "strong": "articlelint checks emphasis with its sentence; Vale has dropped this scope for 'raw'",
    "emphasis": "articlelint checks emphasis with its sentence; Vale has dropped this scope for 'raw'",
    "code": "articlelint reads no code; Vale has dropped this scope for 'raw'",
    "comment": "articlelint reads no code",
    "title": "no article has such a part",
}
KINDS_OF_BLOCKS: dict[al.BlockKind, frozenset[str]] = {
    al.BlockKind.HEADLINE: frozenset({"heading"}),
    al.BlockKind.CROSSHEAD: frozenset({"heading"}),
    al.BlockKind.LIST_ITEM: frozenset({"list"}),
    al.BlockKind.BLOCKQUOTE: frozenset({"blockquote"}),
    al.BlockKind.TABLE_CELL: frozenset({"table", "cell"}),
    al.BlockKind.CAPTION: frozenset({"figure", "caption"}),
}
"""The sections of blocks that are not prose. Only prose has paragraphs and sentences, as in Vale."""


def read_scopes(written: tuple[str, ...]) -> tuple[tuple[Scope, ...], str]:
    """
    The scopes of a rule, one of which must hold, and the reason why the rule is not supported, or "".

    A list may contain a scope that no article has if it also contains another one.
    """
    found: list[Scope] = []
    reasons: list[str] = []
    names = [text.strip() for text in written] or ["text"]
    for name in names:
        scope, reason = _scope(name)
        if scope is not None:
            found.append(scope)
        elif not _adds_nothing(name, names):
            reasons.append(reason)
    return tuple(found), "; ".join(reasons)


def _adds_nothing(name: str, names: list[str]) -> bool:
    """Whether a scope is one that no article has, next to other scopes."""
    return name == "title" and len(names) > 1


def _scope(text: str) -> tuple[Scope | None, str]:
    parts: list[Part] = []
    kind = Kind.BLOCK
    for selector in text.split("&"):
        bare = selector.strip()
        negated = bare.startswith("~")
        name = bare.lstrip("~").strip()
        sections = ["figure", "caption"] if name == "table.caption" else name.split(".")
        reason = "" if negated else _reason(name, sections)
        if reason:
            return None, reason
        for section in sections:
            if not negated and section in _SIZED:
                kind = _SIZED[section]
        parts.append(Part(frozenset(sections), negated))
    return Scope(kind, tuple(parts)), ""


def _reason(name: str, sections: list[str]) -> str:
    """Why a selector cannot be used, or ""."""
    for section in sections:
        if section in _WHY_NOT:
            return f"scope '{name}': {_WHY_NOT[section]}"
    unknown = [section for section in sections if section not in _KNOWN]
    if unknown or sections[0] not in _BASES:
        return f"scope '{name}' is unknown, or about files that articlelint does not read"
    return ""


def finer_scopes(scopes: Iterable[Scope], kinds: Iterable[Kind]) -> tuple[Scope, ...]:
    """
    The paragraphs and sentences of scopes that are blocks.

    As soon as a rule of a style is about sentences (or paragraphs), Vale runs the rules about text on each
    sentence first and then on the whole block, so that a ``^`` in such a rule also begins a sentence.
    """
    blocks = [scope for scope in scopes if scope.kind is Kind.BLOCK]
    return tuple(
        scope._replace(kind=kind)
        for kind in (Kind.PARAGRAPH, Kind.SENTENCE)
        if kind in kinds
        for scope in blocks
    )


def holds(scope: Scope, sections: frozenset[str]) -> bool:
    """Whether a text in these sections is in a scope."""
    for part in scope.parts:
        inside = part.sections <= sections
        if inside == part.negated:
            return False
        if part.negated and (scope.kind in {Kind.RAW, Kind.SUMMARY}):
            return False
    return True
