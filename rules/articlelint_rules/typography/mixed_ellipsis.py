"""mixed-ellipsis: ellipses set in several ways in one article, such as … and ... ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import articlelint as al

_ELLIPSIS = re.compile(r"…|(?<!\.)\.\.\.(?!\.)|\. \. \.(?! ?\.)")
_NAMES = {"…": "one character (…)", "...": "three full stops (...)", ". . .": "spaced full stops (. . .)"}


class MixedEllipsis(al.Rule[al.NoOptions]):
    """
    The article sets its ellipses in several ways.

    The single character … and three full stops look different in most typefaces. The rule reports the kind
    that the article uses less often. If two kinds are equally frequent, the one that comes first in the
    article counts as the usual one. The rule runs only where it is selected by name.
    """

    meta = al.Meta(
        "mixed-ellipsis",
        "ellipses set in several ways",
        since="0.1",
        severity=al.Severity.INFO,
        default=False,
    )
    examples = (
        al.Flagged("“Well… no… yes[[...]]” she said.", fixed="“Well… no… yes…” she said."),
        al.Clean("“Well… no… yes…” she said."),
        al.Clean("“Well... no,” she said."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each ellipsis that is not of the article's usual kind."""
        found = list(_ELLIPSIS.finditer(doc.text))
        counts = Counter(match.group().strip() for match in found)
        if len(counts) <= 1:
            return
        usual = counts.most_common(1)[0][0]
        for match in found:
            kind = match.group().strip()
            if kind != usual:
                span = al.Span(match.end() - len(kind), match.end())
                message = f"An ellipsis as {_NAMES[kind]}, elsewhere as {_NAMES[usual]}: use one kind"
                yield self.finding(span, message, fix=self.replace(span, usual))
