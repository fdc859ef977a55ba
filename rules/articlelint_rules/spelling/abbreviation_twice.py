"""abbreviation-twice: an abbreviation that the article explains a second time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.abbreviations import explanations, words_before

_SAME_WORDS = 2


class Options(NamedTuple):
    """What is reported."""

    unused: bool = False
    """Whether an abbreviation that is explained and never used is reported as well."""


class AbbreviationTwice(al.Rule[Options]):
    """
    An abbreviation is explained twice.

    "The World Trade Organization (WTO)" stands in the second paragraph and again in the tenth, often because
    two reports were made one. The rule reports the later one if the same words stand before it.

    Many articles explain abbreviations that they never use again; "unused" reports those as well. Lists,
    captions and tables, which are read by themselves, are left alone.
    """

    meta = al.Meta(
        "abbreviation-twice", "an abbreviation explained twice", since="0.1", severity=al.Severity.WARNING
    )
    options_type = Options
    examples = (
        al.Flagged(
            "The World Trade Organization (WTO) met. Later the World Trade Organization ([[WTO]]) voted."
        ),
        al.Flagged("A user experience (UX) test is cheap. All of user experience ([[UX]]) is not."),
        al.Flagged("The European Space Agency ([[ESA]]) met.", options={"unused": True}),
        al.Clean("The World Trade Organization (WTO) met. Later the WTO voted."),
        al.Clean("The World Trade Organization (WTO) met. Later the World Trade Organization voted."),
        al.Clean("The South Australian Museum (SAM) met. The State Archive of Munich (SAM) did not."),
        al.Clean("The European Space Agency (ESA) met."),
        al.Clean("The club (AC) lost to Milan (AC)."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each explanation that stands further up as well."""
        for text, places in explanations(doc).items():
            first, *later = places
            if not later and self.options.unused and len(doc.abbreviations.uses(text)) == 1:
                yield self.finding(first.span, f"“{text}” is explained and never used: leave it out")
            for again in later:
                if _same_words(words_before(doc, first), words_before(doc, again)) >= _SAME_WORDS:
                    yield self.finding(
                        again.span,
                        f"“{text}” has been explained before: write “{text}” alone",
                        related=(al.Related(first.span, "explained here"),),
                    )


def _same_words(first: list[str], second: list[str]) -> int:
    """How many words, counted from the end, are the same."""
    count = 0
    for one, other in zip(reversed(first), reversed(second), strict=False):
        if one != other:
            break
        count += 1
    return count
