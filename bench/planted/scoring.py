"""Which findings are about the planted defect, and how many a linter makes on what is not broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from planted.linters.base import Finding
from planted.making import Case
from planted.model import Span
from planted.text import slice_of

Findings = Mapping[Path, Sequence[Finding]]


@dataclass
class Score:
    """How many defects of a kind a linter found, and on how many unbroken sentences it raised an alarm."""

    planted: int = 0
    found: int = 0
    alarms: int = 0
    rules: Counter[str] = field(default_factory=Counter[str])

    @property
    def share(self) -> float:
        """The share of the planted defects that were found."""
        return self.found / self.planted if self.planted else 0.0


@dataclass(frozen=True)
class Noise:
    """What a linter reports on untouched articles: findings by severity, in so many words."""

    words: int
    severities: Counter[str]

    def per_100_000(self, *severities: str) -> float:
        """Return the findings of these severities, or of all, per 100,000 words."""
        chosen = severities or tuple(self.severities)
        return sum(self.severities[name] for name in chosen) * 100_000 / max(self.words, 1)


def score(cases: Iterable[Case], findings: Findings, path_of: Callable[[str, str], Path]) -> dict[str, Score]:
    """Return a linter's score for each kind; ``path_of`` says which file has a text with a suffix."""
    scores: dict[str, Score] = {}
    for case in cases:
        planted = case.planted
        row = scores.setdefault(case.kind.name, Score())
        in_text = findings.get(path_of(planted.text, planted.suffix), ())
        in_clean = findings.get(path_of(planted.clean, planted.suffix), ())
        places = [planted.span, *planted.others]
        news = new_findings(planted.clean, in_clean, planted.text, in_text)
        if planted.copies:
            news = on_other_words(planted.clean, in_clean, planted.text, news)
        hits = [f for f in news if any(f.span.touches(place) for place in places)]
        row.planted += 1
        row.found += bool(hits)
        row.rules.update({f.rule for f in hits})
        if case.kind.written:
            untouched = findings.get(path_of(case.untouched, planted.suffix), ())
            back = Moves(planted.text, planted.clean)
            unbroken = [back.moved(place) for place in places]
            alarms = new_findings(case.untouched, untouched, planted.clean, in_clean)
            alarms = on_other_words(case.untouched, untouched, planted.clean, alarms)
            row.alarms += any(f.span.touches(place) for f in alarms for place in unbroken)
    return scores


def new_findings(
    before: str, findings_before: Iterable[Finding], after: str, findings_after: Iterable[Finding]
) -> list[Finding]:
    """Return the findings after a change that no finding of the same rule before the change overlaps."""
    moves = Moves(before, after)
    known = [(f.rule, moves.moved(f.span)) for f in findings_before]
    return [
        finding
        for finding in findings_after
        if not any(rule == finding.rule and span.touches(finding.span) for rule, span in known)
    ]


def on_other_words(
    before: str, findings_before: Iterable[Finding], after: str, findings_after: Iterable[Finding]
) -> list[Finding]:
    """Return the findings after a change without those on words that the same rule reports before it."""
    known = {(f.rule, slice_of(before, f.span)) for f in findings_before}
    return [f for f in findings_after if (f.rule, slice_of(after, f.span)) not in known]


class Moves:
    """Where the places of a text are in a changed version; ``changes`` are the stretches that differ."""

    def __init__(self, before: str, after: str) -> None:
        self.changes = list(_changes(before, after))

    def moved(self, span: Span) -> Span:
        """Return the place in the changed text; what was replaced becomes all that replaces it."""
        start, end = self._moved(span.start, at_end=False), self._moved(span.end, at_end=True)
        return Span(min(start, end), max(start, end))  # an empty place may stand where something is inserted

    def _moved(self, position: int, *, at_end: bool) -> int:
        growth = 0
        for old, new in self.changes:
            if position < old.start or (position == old.start and at_end):
                break
            if position < old.end or (position == old.end and not at_end and old.start < old.end):
                return new.end if at_end or position == old.end else new.start
            growth = new.end - old.end
        return position + growth


def _changes(before: str, after: str) -> Iterable[tuple[Span, Span]]:
    """Yield the stretches that differ, line by line, without what is the same at their ends."""
    old_lines, new_lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    old_starts, new_starts = _starts(old_lines), _starts(new_lines)
    for tag, i, j, k, n in SequenceMatcher(None, old_lines, new_lines, autojunk=False).get_opcodes():
        if tag != "equal":
            old, new = Span(old_starts[i], old_starts[j]), Span(new_starts[k], new_starts[n])
            yield _narrowed(before, old, after, new)


def _starts(lines: Sequence[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _narrowed(before: str, old: Span, after: str, new: Span) -> tuple[Span, Span]:
    size = min(old.end - old.start, new.end - new.start)
    same = 0
    while same < size and before[old.start + same] == after[new.start + same]:
        same += 1
    tail = 0
    while tail < size - same and before[old.end - 1 - tail] == after[new.end - 1 - tail]:
        tail += 1
    return Span(old.start + same, old.end - tail), Span(new.start + same, new.end - tail)


def noise(articles: Iterable[tuple[str, Path]], findings: Findings) -> Noise:
    """Count what is reported on untouched articles."""
    words = 0
    severities: Counter[str] = Counter()
    for text, path in articles:
        words += len(text.split())
        severities.update(finding.severity for finding in findings.get(path, ()))
    return Noise(words, severities)
