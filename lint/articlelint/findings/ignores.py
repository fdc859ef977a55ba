"""Inline ignores: read from comments and front matter, applied to findings, reported if unused."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articlelint.errors import nearest
from articlelint.markup.base import Comment, Markup
from articlelint.model import Finding, Span

_DIRECTIVE = re.compile(
    r"\s*articlelint\s*:\s*(?P<verb>[\w-]*)\s*(?:\[(?P<names>[^\]]*)\])?(?P<reason>.*)\Z", re.DOTALL
)
_NEARLY = re.compile(r"\s*article[\s_-]?lint\W*ignore(?![a-z])", re.IGNORECASE)
"""A comment that was probably meant as an instruction. It must be written in lower case, and with a colon."""
_VERBS = ("ignore", "ignore-start", "ignore-end", "ignore-file")
_FRONT_MATTER = re.compile(
    r"""
    (?: ^ | ["'] ) articlelint-ignore ["']? [^\S\n]* [:=] [^\S\n]*
    (?P<flow> \[[^\]]*\] | "[^"\n]*" | [^\s\[\#"][^\n\#]* )?
    (?P<items> (?: \n [^\S\n]* - [^\S\n] [^\n]* )* )
    """,
    re.MULTILINE | re.VERBOSE,
)
_NAME = re.compile(r"[^\W\d_][\w-]*(?:[./][\w-]+)*")


@dataclass(slots=True)
class Ignore:
    """
    One ignore: which rules it names, which prose it covers, and where it is written.

    ``names`` has rules and categories; it is empty for all rules. ``scope`` counts in the prose, ``source``
    in the source. ``comment`` is false for an ignore in front matter. ``used`` becomes true when the ignore
    covers a finding.
    """

    names: frozenset[str]
    scope: Span
    source: Span
    comment: bool = True
    used: bool = False


class IgnoreProblem(NamedTuple):
    """Something wrong with an ignore itself; the span counts in the source."""

    span: Span
    message: str
    removable: bool = False
    """Whether deleting the comment solves the problem."""


class Ignores(NamedTuple):
    """All ignores of one file, and what is wrong with the way in which they are written."""

    entries: tuple[Ignore, ...]
    malformed: tuple[IgnoreProblem, ...]

    def kept(self, findings: Iterable[Finding], category_of: dict[str, str]) -> list[Finding]:
        """Return the findings that no ignore covers, and mark the ignores that cover one as used."""
        if not self.entries:
            return list(findings)
        kept: list[Finding] = []
        for finding in findings:
            hits = [e for e in self.entries if _covers(e, finding, category_of.get(finding.rule, ""))]
            for entry in hits:
                entry.used = True
            if not hits:
                kept.append(finding)
        return kept

    def problems(
        self, known: Sequence[str], ran: frozenset[str], *, everything_ran: bool
    ) -> list[IgnoreProblem]:
        """
        Return what is wrong with the ignores: malformed ones, unknown names, and unused ignores.

        ``known`` are the names of all rules and categories, ``ran`` those that have run in full. An ignore
        counts as unused only if the rules that it names have run.
        """
        found = list(self.malformed)
        for entry in self.entries:
            unknown = sorted(entry.names - set(known))
            found.extend(
                IgnoreProblem(entry.source, f"no rule is named '{name}'{nearest(name, known)}")
                for name in unknown
            )
            if entry.used or unknown:
                continue
            if entry.names <= ran if entry.names else everything_ran:
                what = ", ".join(sorted(entry.names)) or "any rule"
                message = f"nothing here is reported by {what}; delete this ignore"
                found.append(IgnoreProblem(entry.source, message, removable=entry.comment))
        return found


def _covers(entry: Ignore, finding: Finding, category: str) -> bool:
    """Whether an ignore names a finding's rule or category and covers where it begins."""
    names = (finding.rule, category, finding.rule.rpartition(".")[0])
    if entry.names and entry.names.isdisjoint(names):
        return False
    scope, span = entry.scope, finding.span
    return scope.start <= span.start < scope.end or (span.start == span.end == scope.end)


def read_ignores(markup: Markup, source: str) -> Ignores:
    """
    Return the ignores of a parsed source.

    ``ignore`` covers the block that it stands in or behind, else the next one; ``ignore-start`` covers the
    prose up to ``ignore-end`` or the end of the file; ``ignore-file`` and an ignore in front matter cover
    everything.
    """
    entries: list[Ignore] = []
    malformed: list[IgnoreProblem] = []
    end = len(markup.text)
    whole = Span(0, end + 1)
    open_starts: list[Ignore] = []
    for comment in markup.comments:
        match = _DIRECTIVE.match(comment.text)
        if match is None:
            if _NEARLY.match(comment.text):
                what = "this does not begin with “articlelint:”, so nothing is ignored"
                malformed.append(
                    IgnoreProblem(comment.span, f"{what}; write articlelint: ignore[name-of-rule]")
                )
            continue
        verb, names = match["verb"], _names(match["names"])
        unclosed = match["names"] is None and match["reason"].startswith("[")
        if verb not in _VERBS:
            malformed.append(
                IgnoreProblem(comment.span, f"unknown instruction '{verb}'{nearest(verb, _VERBS)}")
            )
        elif verb == "ignore-end":
            if open_starts:
                entry = open_starts.pop()
                entry.scope = Span(entry.scope.start, comment.prose_offset)
            else:
                malformed.append(IgnoreProblem(comment.span, "an ignore-end without its ignore-start"))
        elif unclosed or (match["names"] is not None and not _NAME.search(match["names"])):
            what = "the list of rules is not closed" if unclosed else "the list of rules is empty"
            malformed.append(
                IgnoreProblem(comment.span, f"{what}, so nothing is ignored; write {verb}[name-of-rule]")
            )
        else:
            scope = whole if verb == "ignore-file" else Span(comment.prose_offset, end + 1)
            if verb == "ignore":
                scope = _covered_block(markup, comment, source)
            entries.append(Ignore(names, scope, comment.span))
            if verb == "ignore-start":
                open_starts.append(entries[-1])
    malformed.extend(
        IgnoreProblem(
            entry.source, "an ignore-start without its ignore-end: it covers the rest of the article"
        )
        for entry in open_starts
    )
    entries.extend(_front_matter(markup, source, whole))
    return Ignores(tuple(entries), tuple(malformed))


def _names(listed: str | None) -> frozenset[str]:
    """The listed names; no names for ``all`` and for a missing list."""
    names = frozenset(_NAME.findall(listed or ""))
    return frozenset() if "all" in names else names


def _covered_block(markup: Markup, comment: Comment, source: str) -> Span:
    """The span of the block that a comment stands in or behind, else of the next block."""
    following = bisect_left([block.span.start for block in markup.blocks], comment.prose_offset)
    before = markup.blocks[following - 1].span if following else None
    if before is not None and (comment.after_words or _ends_line(markup, comment, before, source)):
        return before
    if following < len(markup.blocks):
        return markup.blocks[following].span
    return Span(len(markup.text), len(markup.text))


def _ends_line(markup: Markup, comment: Comment, before: Span, source: str) -> bool:
    """Whether a comment is the last thing on a line on which the block before it has words."""
    line_start = source.rfind("\n", 0, comment.span.start) + 1
    line_end = source.find("\n", comment.span.end)
    rest = source[comment.span.end : line_end if line_end >= 0 else len(source)]
    return not rest.strip() and markup.offsets.end(before.end) > line_start


def _front_matter(markup: Markup, source: str, whole: Span) -> Iterable[Ignore]:
    """The ignores of the key ``articlelint-ignore`` in the front matter."""
    if markup.front_matter is None:
        return
    text = source[markup.front_matter.start : markup.front_matter.end]
    match = _FRONT_MATTER.search(text)
    if match is None:
        return
    for group in ("flow", "items"):
        if match[group] is None:
            continue
        if _NAME.search(match[group]):
            start = markup.front_matter.start + match.start()
            written = Span(start, start + len(match.group().rstrip()))
            yield Ignore(_names(match[group]), whole, written, comment=False)
