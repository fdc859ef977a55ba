"""``readability``: the mean of several readability grades of the whole article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import articlelint as al
from articlelint_vale.counts import blocks
from articlelint_vale.definition import UnsupportedError, ValeRule
from articlelint_vale.messages import fill
from articlelint_vale.views import Views
from articlelint_vale.vocabulary import Vocabulary
from articlelint_vale.words import Hit
from articlelint_vale.yaml_table import Table

_METRICS = {
    "Gunning Fog": "gunning_fog",
    "Coleman-Liau": "coleman_liau",
    "Flesch-Kincaid": "flesch_kincaid",
    "SMOG": "smog",
    "Automated Readability": "automated",
}


class Readability(ValeRule):
    """Reports an article that is harder to read than ``grade``."""

    KEYS = frozenset({"metrics", "grade"})

    def read(self, table: Table, vocabulary: Vocabulary) -> None:
        """Read the metrics, and the highest grade that is allowed."""
        del vocabulary
        self.grade = table.number("grade")
        self.metrics = table.strings("metrics")
        unknown = [metric for metric in self.metrics if metric not in _METRICS]
        if unknown or not self.metrics:
            what = f"the metric '{unknown[0]}' is unknown" if unknown else "the key 'metrics' is missing"
            raise UnsupportedError(f"{what}; Vale knows {', '.join(_METRICS)}")

    def find(self, views: Views, hits: Sequence[Hit]) -> Iterator[al.Finding]:
        """Yield a finding at the first word of the article."""
        del hits
        counts = views.counts
        if not counts.words:
            return
        grades: list[float] = [getattr(counts, _METRICS[metric]) for metric in self.metrics]
        grade = sum(grades) / len(grades)
        if grade > self.grade:
            message = fill(self.definition.message, f"{grade:.2f}")
            yield al.Finding(self.definition.full_name, opening(views.doc), message)


def opening(doc: al.Document) -> al.Span:
    """The first word that is counted, for findings about the whole article."""
    for block in blocks(doc):
        for sentence in doc.sentences_in(block.span):
            for at in sentence.tokens:
                return al.Span(doc.tokens.starts[at], doc.tokens.ends[at])
    return al.Span(0, 0)
