"""mixed-number-style: small numbers of things in figures here and in words there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import articlelint as al
from articlelint_rules.numbers.mixed import deviations, is_own_prose, times

_SMALLEST, _LARGEST = 2, 9


class MixedNumberStyle(al.Rule[al.NoOptions]):
    """
    Small numbers are in words here and in figures there: three ferries, 4 boats.

    A house writes the numbers from two to nine in words or in figures. The rule compares how many there are
    of something, and reports the rarer way at each place.

    Left alone are measures, money, percentages, ages and ordinals, which houses write in figures anyway;
    numbers at the start of a sentence, which are always in words; numbers in sentences with larger ones in
    figures ("8 of 12 ferries"), which are written alike; compounds ("a 3-storey house"), quotations, lists of
    results, headlines and tables.
    """

    meta = al.Meta(
        "mixed-number-style",
        "small numbers in words here and in figures there",
        since="0.1",
        severity=al.Severity.INFO,
    )
    examples = (
        al.Flagged("They own three ferries and four boats. They sold [[5]] trams."),
        al.Flagged("They own 3 ferries. They sold 4 trams and [[five]] boats."),
        al.Flagged("They own two ferries. They sold [[4]] trams."),
        al.Flagged("He met six men. She met seven women and [[8]] children."),
        al.Clean("They own three ferries and four boats. They sold 12 trams."),
        al.Clean(
            "They own three ferries. The trip of 5 miles takes 2 hours and costs $5 or 3 per cent more."
        ),
        al.Clean("They own three ferries. They sold 8 of 12 trams."),
        al.Clean("They own three ferries. A 3-storey house was sold. “I saw 5 trams,” he said."),
        al.Clean("Three ferries sailed. They sold 4 trams."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each small number that is written in the rarer way."""
        small = {str(number) for number in range(_SMALLEST, _LARGEST + 1)}
        in_words = set(al.words.numbers.ONES[1:])
        if small.isdisjoint(doc.spellings) or in_words.isdisjoint(doc.spellings):
            return
        forms: defaultdict[str, list[al.Span]] = defaultdict(list)
        for quantity in doc.quantities:
            if _counts_things(doc, quantity) and is_own_prose(doc, quantity.span):
                figures = doc.text[quantity.span.start].isdecimal()
                forms["figures" if figures else "words"].append(quantity.span)
        for span, usual, often, first in deviations(forms):
            style = f"small numbers in {usual} {times(often)}"
            yield self.finding(
                span,
                f"“{doc.slice(span)}”, but this article has {style}: use one style",
                related=[al.Related(first, f"in {usual}")],
            )


def _counts_things(doc: al.Document, quantity: al.Quantity) -> bool:
    """Whether a quantity is a small whole number of things that follow it, and may be written either way."""
    if quantity.kind is not al.QuantityKind.COUNT or quantity.is_range:
        return False
    if not _SMALLEST <= quantity.value <= _LARGEST or quantity.value.denominator != 1:
        return False
    sentence = doc.sentence_of(quantity.tokens.start)
    after = quantity.tokens.stop
    if quantity.tokens.start == sentence.tokens.start or after >= sentence.tokens.stop:
        return False
    alone = doc.text[quantity.span.start - 1] in " \u00a0\n(" and doc.text[quantity.span.end] in " \u00a0\n"
    if not alone or not _is_plural(doc.tokens.texts[after]):
        return False
    figures = (doc.tokens.texts[at] for at in sentence.tokens if at not in quantity.tokens)
    return not any(text[0].isdecimal() and _is_larger(text) for text in figures)


def _is_plural(word: str) -> bool:
    """Whether a word looks like a plural in lower case."""
    regular = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word.islower() and (regular or word in {"people", "men", "women", "children"})


def _is_larger(text: str) -> bool:
    """Whether a token in figures is a number that is always written so."""
    return not text.isdecimal() or int(text) > _LARGEST
