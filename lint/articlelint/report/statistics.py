"""The output of ``--statistics``: the number of findings of each rule, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from articlelint.report.base import FileResult, Terminal
from articlelint.report.totals import most_frequent
from articlelint.report.wording import counted

_WIDTH = 24
"""The least width of the column with the rules."""


class StatisticsReporter:
    """Writes the number of findings of each rule instead of the findings."""

    name = "statistics"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write a line for each rule: how many findings, in how many articles."""
        del terminal
        findings: Counter[str] = Counter()
        articles: Counter[str] = Counter()
        files = 0
        for result in results:
            files += 1
            findings.update(d.rule for d in result.diagnostics)
            articles.update({d.rule for d in result.diagnostics})
        width = max([_WIDTH, *map(len, findings)])
        for rule, count in most_frequent(findings):
            many = articles[rule]
            write(f"{count:>6}  {rule:<{width}} in {counted(many, 'article')}\n")
        write(f"{findings.total():>6}  in all, {counted(files, 'article')} read\n")
