"""mixed-currency-style: sums of money that one article writes in two ways: $5m and $6 million."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import articlelint as al
from articlelint_rules.numbers.mixed import deviations, is_own_prose, times

_WORD = re.compile(r"[A-Za-z]+$")
_LARGE = frozenset({"million", "billion"})
"""Houses that write $5m and $5bn may have no short form of a trillion."""


class MixedCurrencyStyle(al.Rule[al.NoOptions]):
    """
    Large sums of money are written in two ways: $5m here, $6 million there.

    A house writes one of "$5m", "$5 million" and "5 million dollars". The rarer form is reported at each
    place. Headlines and tables, which are short of space, quotations, titles and compounds ("a
    five-million-dollar deal") are left alone, and so are sums without a million or more.
    """

    meta = al.Meta(
        "mixed-currency-style",
        "sums of money written in two ways",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged("It cost $5 million in May and $6 million in June. It earned [[$2m]] in July."),
        al.Flagged("It cost £5m in May and £6bn in June. It earned [[£2 million]] in July."),
        al.Flagged(
            "It cost $5 million in May and $6 million in June. It earned [[2 million dollars]] in July."
        ),
        al.Flagged("It cost €5m in May. It earned [[€2 billion]] in July."),
        al.Clean("It cost $5 million in May and $6 billion in June."),
        al.Clean("It cost $5 million in May. “It earned $2m in July,” he said."),
        al.Clean("# Ferry costs $5m\n\nIt cost $5 million in May.", suffix=".md"),
        al.Clean("It cost $4 billion in May, 2 billion euros in June and a trillion dollars in July."),
        al.Clean("It cost £5m. About 20 million people paid 10 pounds, and some £20."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each large sum of money in the rarer forms."""
        if doc.positions.keys().isdisjoint(_LARGE):
            return
        forms: defaultdict[str, list[al.Span]] = defaultdict(list)
        for quantity in doc.quantities:
            if quantity.kind is al.QuantityKind.MONEY and is_own_prose(doc, quantity.span):
                form = _form(doc, quantity)
                if form:
                    forms[form].append(quantity.span)
        for span, _, often, first in deviations(forms):
            usual = f"“{doc.slice(first)}” and the like {times(often)}"
            yield self.finding(
                span,
                f"“{doc.slice(span)}”, but this article has {usual}: use one style",
                related=[al.Related(first, "the other style")],
            )


def _form(doc: al.Document, quantity: al.Quantity) -> str:
    """Return how a sum of money is written: "short", "long" or "named"; "" for other sums."""
    match = _WORD.search(doc.slice(quantity.number))
    scale = match.group().lower() if match is not None else ""
    if scale not in _LARGE and al.words.numbers.SHORT_SCALES.get(scale) not in _LARGE:
        return ""
    if quantity.span.start == quantity.number.start:
        after = doc.text[quantity.number.end : quantity.span.end].strip()
        # Houses that write "$4 billion" may write "2 billion euros" and "a trillion dollars".
        figures = doc.text[quantity.number.start].isdecimal()
        return "named" if figures and after == "dollars" and scale in _LARGE else ""
    return "long" if scale in _LARGE else "short"
