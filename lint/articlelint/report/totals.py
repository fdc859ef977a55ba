"""The totals of a run, for formats that begin with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from articlelint.model import Diagnostic, Severity
from articlelint.report.base import FileResult
from articlelint.report.wording import counted

_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}


@dataclass(slots=True)
class Totals:
    """How many articles and findings there are so far, and which rules have found them."""

    files: int = 0
    with_findings: int = 0
    severities: Counter[Severity] = field(default_factory=Counter[Severity])
    rules: Counter[str] = field(default_factory=Counter[str])
    articles: Counter[str] = field(default_factory=Counter[str])
    """In how many articles each rule has findings."""
    links: dict[str, str] = field(default_factory=dict[str, str])
    """The addresses of the pages about the rules."""

    def add(self, result: FileResult) -> None:
        """Count an article and its findings."""
        self.files += 1
        self.with_findings += bool(result.diagnostics)
        self.severities.update(d.severity for d in result.diagnostics)
        self.rules.update(d.rule for d in result.diagnostics)
        self.articles.update({d.rule for d in result.diagnostics})
        self.links |= {d.rule: d.url for d in result.diagnostics}

    def headline(self) -> str:
        """Return the totals in words: ``2 errors, 1 remark in 3 of 5 articles``."""
        files = counted(self.files, "article")
        if not self.rules:
            return f"nothing found in {files}"
        where = files if self.files == 1 else f"{self.with_findings} of {files}"
        return f"{_in_words(self.severities)} in {where}"


def _in_words(severities: Mapping[Severity, int]) -> str:
    """Return how many findings of each severity there are: ``2 errors, 1 remark``."""
    return ", ".join(counted(severities[s], _NOUNS[s]) for s in Severity if severities.get(s))


def severities_of(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many findings of each severity these are, in words."""
    return _in_words(Counter(d.severity for d in diagnostics))


def most_frequent(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return names with their counts, the highest count first and equal ones by name."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
