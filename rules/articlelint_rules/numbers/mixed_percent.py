"""mixed-percent: percentages with two signs or words in one article: 5% and 6 per cent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import articlelint as al
from articlelint_rules.numbers.mixed import deviations, is_own_prose, times


class MixedPercent(al.Rule[al.NoOptions]):
    """
    Percentages are written in two ways: 5% here, 6 per cent there.

    A house writes one of "%", "per cent" and "percent". The rarer form is reported at each place. Headlines
    and tables, which are short of space, quotations and numbers in words ("five per cent") are left alone.
    """

    meta = al.Meta(
        "mixed-percent",
        "percentages written in two ways",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged(
            "Prices rose 5% in May and 6% in June. They fell [[2 per cent]] in July.",
            fixed="Prices rose 5% in May and 6% in June. They fell 2% in July.",
        ),
        al.Flagged(
            "Prices rose 5 percent in May. They fell [[2 per cent]] in July.",
            fixed="Prices rose 5 percent in May. They fell 2 percent in July.",
        ),
        al.Flagged("Prices rose 5 per cent in May and 6 per cent in June, and fell [[2%]] in July."),
        al.Flagged("Prices rose 5% in May and 6 % in June. They fell [[2 to 3 per cent]] in July."),
        al.Clean("Prices rose 5% in May. About five per cent of the people noticed."),
        al.Clean("Prices rose 5 per cent in May and 6 per cent in June."),
        al.Clean("Prices rose 5 per cent in May. “They fell 2% in July,” he said."),
        al.Clean("# Prices rise 5%\n\nPrices rose 5 per cent in May.", suffix=".md"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each percentage in the rarer forms."""
        if doc.positions.keys().isdisjoint({"cent", "percent"}):
            return
        forms: defaultdict[str, list[al.Span]] = defaultdict(list)
        for quantity in doc.quantities:
            if quantity.kind is al.QuantityKind.PERCENT and doc.text[quantity.number.start].isdecimal():
                sign = doc.text[quantity.number.end : quantity.span.end]
                compound = sign.startswith("-")
                if not compound and is_own_prose(doc, quantity.span):
                    forms[" ".join(sign.split())].append(quantity.span)
        signs = {place: form for form, places in forms.items() for place in places}
        for span, usual, often, first in deviations(forms):
            number = doc.slice(span).removesuffix(signs[span]).rstrip()
            joined = usual if usual == "%" else f" {usual}"
            yield self.finding(
                span,
                f"“{doc.slice(span)}”, but this article has “{usual}” {times(often)}: use one of them",
                related=[al.Related(first, f"first use of “{usual}”")],
                fix=self.replace(span, number + joined),
            )
