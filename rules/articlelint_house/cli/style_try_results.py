"""The results of ``articlelint style try``: how often each rule reports, in which articles, and examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from typing import NamedTuple
from zlib import crc32

from articlelint import Diagnostic, FileResult, Place

_AROUND = 60
"""Characters of the line to keep on each side of an example."""
_WORDS = 200
"""Characters of the reported words to keep."""


class Example(NamedTuple):
    """A place that a rule would report, with the text around it on its line."""

    rule: str
    path: str
    place: Place
    message: str
    before: str
    words: str
    after: str


class Hits(NamedTuple):
    """One article that a rule would report something in."""

    path: str
    findings: int


@dataclass(slots=True)
class Count:
    """The counts of one rule; ``ignored`` are findings that inline ignores suppress."""

    findings: int = 0
    articles: int = 0
    ignored: int = 0


_Kept = tuple[int, int, int, Example]
"""An example in a heap of limited size: negated preference, negated number, number of its article."""


@dataclass(slots=True)
class TryResults:
    """
    Counts what some rules would report, without keeping the results.

    Each rule keeps a few examples. They are chosen from different articles first, in an order that is a
    checksum of the place: the same archive gives the same examples, however many processes read it.
    """

    rules: tuple[str, ...]
    examples: int = 10
    """The number of examples to show in all; each rule keeps its share, and at least one."""
    articles: int = 0
    hit: int = 0
    failed: int = 0
    """Articles that could not be read, or that a rule failed on."""
    counts: dict[str, Count] = field(default_factory=dict[str, Count])
    _kept: dict[str, list[_Kept]] = field(default_factory=dict[str, list[_Kept]])
    _number: int = 0

    def __post_init__(self) -> None:
        self.counts = {name: Count() for name in self.rules}

    @property
    def findings(self) -> int:
        """The number of findings of all rules."""
        return sum(count.findings for count in self.counts.values())

    @property
    def ignored(self) -> int:
        """The number of findings that inline ignores suppress."""
        return sum(count.ignored for count in self.counts.values())

    def watch(self, results: Iterable[FileResult]) -> Iterator[Hits]:
        """Count the results. Yields the articles with findings, as they come."""
        for result in results:
            self.articles += 1
            self.failed += bool(result.errors)
            for rule, number in result.ignored.items():
                self.counts[rule].ignored += number
            by_rule: dict[str, list[Diagnostic]] = {}
            for diagnostic in result.diagnostics:
                by_rule.setdefault(diagnostic.rule, []).append(diagnostic)
            for rule, found in by_rule.items():
                self.counts[rule].findings += len(found)
                self.counts[rule].articles += 1
                self._keep(rule, found, result)
            if by_rule:
                self.hit += 1
                yield Hits(result.path, len(result.diagnostics))

    def _keep(self, rule: str, found: list[Diagnostic], result: FileResult) -> None:
        """Keep some of the findings as examples of a rule."""
        share = -(-self.examples // max(1, len(self.rules)))
        if not share:
            return
        kept = self._kept.setdefault(rule, [])
        drawn = sorted((_checksum(d), number) for number, d in enumerate(found))[:share]
        for turn, (checksum, number) in enumerate(drawn):
            # A checksum has 32 bits, so examples of an earlier turn always come first.
            preference = -((turn << 32) + checksum)
            if len(kept) == share and preference <= kept[0][0]:
                return
            self._number += 1
            entry = (preference, -self._number, self.articles, _example(found[number], result))
            if len(kept) < share:
                heappush(kept, entry)
            else:
                heappushpop(kept, entry)

    def chosen(self) -> list[Example]:
        """The examples to show, by rule, those with most findings first, and by the order of the articles."""
        rules = self.most_first()
        best = {rule: sorted(self._kept.get(rule, ()), reverse=True) for rule in rules}
        wanted: dict[str, list[_Kept]] = {rule: [] for rule in rules}
        left = self.examples
        for turn in range(max(map(len, best.values()), default=0)):
            for rule in rules:
                if turn < len(best[rule]) and left:
                    wanted[rule].append(best[rule][turn])
                    left -= 1
        return [
            kept[3]
            for rule in rules
            for kept in sorted(wanted[rule], key=lambda kept: (kept[2], kept[3].place))
        ]

    def most_first(self) -> list[str]:
        """The rules, those with most findings first."""
        return sorted(self.rules, key=lambda rule: (-self.counts[rule].findings, rule))


def _checksum(d: Diagnostic) -> int:
    text = f"{d.path}\0{d.span.start}\0{d.rule}"
    return crc32(text.encode(errors="surrogateescape"))


def _example(d: Diagnostic, result: FileResult) -> Example:
    start, end = d.place.start, d.place.end
    first, last = result.lines.get(start.line, ""), result.lines.get(end.line, "")
    before = first[: start.column - 1]
    after = last[end.column - 1 :]
    words = first[start.column - 1 : end.column - 1] if start.line == end.line else d.text
    return Example(
        d.rule,
        d.path,
        d.place,
        d.message,
        _cut(before[::-1], _AROUND)[::-1],
        _cut(words, _WORDS),
        _cut(after, _AROUND),
    )


def _cut(text: str, limit: int) -> str:
    """The text, cut to a number of characters at the end of a word."""
    if len(text) <= limit:
        return text
    kept = text[:limit]
    return (kept.rpartition(" ")[0] or kept) + " …"
