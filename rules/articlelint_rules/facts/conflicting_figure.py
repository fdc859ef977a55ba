"""conflicting-figure: the headline says that three were killed, and the text says four."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations

import articlelint as al
from articlelint_rules.facts.counted import Event, events_in

_DISPLAY = {
    al.BlockKind.HEADLINE: "headline",
    al.BlockKind.STANDFIRST: "standfirst",
    al.BlockKind.CAPTION: "caption",
}
_TEXT = frozenset({al.BlockKind.PARAGRAPH, al.BlockKind.STANDFIRST})
_PEOPLE = "people"
_ROUND = 10
_LEAD = 4
"""How many paragraphs say what the article is about."""
_MOST_READ = 100
"""How many numbers of these paragraphs are read, because a whole table may stand in one."""


class ConflictingFigure(al.Rule[al.NoOptions]):
    """
    The headline, the standfirst or a caption has another number than the text.

    "Three killed in blast" above "four people were killed": the two were written at different times, and
    one of them is out of date. The rule compares what is counted and what happened to it: the noun and the
    verb must be the same in any form ("make" and "made"), except that headlines leave out the noun and say
    "dead" for "killed"; or the noun and the words before it must be ("five new deaths"). In "warrants for
    five people", the noun before the preposition takes the place of the verb. It looks at the first
    paragraphs, where the news is; for a caption with the noun and the verb, at the whole text. It does not
    know that "axe" and "cut" may be one thing.

    Left alone are inexact numbers ("at least four", "about 500"), parts of a number ("two of the four",
    "another three"), numbers that are the sum of two in the text or are rounded, texts in which several
    numbers answer to that of the headline, and live blogs.
    """

    meta = al.Meta(
        "conflicting-figure",
        "another number in the headline than in the text",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged(
            "# [[Three killed]] in Tarn blast\n\nFour people were killed in a blast in Tarn on Monday.",
            suffix=".md",
        ),
        al.Flagged(
            "# Police arrest [[five men]]\n\nPolice in Tarn have arrested six men over the raid.",
            suffix=".md",
        ),
        al.Flagged(
            "# Council to cut [[500 jobs]]\n\nThe council will cut 600 jobs by May, it said.", suffix=".md"
        ),
        al.Flagged(
            "# Tarn make [[five changes]]\n\nThe coach has made two changes to his team for Saturday.",
            suffix=".md",
        ),
        al.Flagged(
            "# Warrants for [[nine people]], including mayor\n\nA judge signed warrants on six people.",
            suffix=".md",
        ),
        al.Flagged(
            "# [[Two dead]] after ferry fire\n\nThree people died when a ferry burned on Monday.",
            suffix=".md",
        ),
        al.Clean(
            "# Three killed in Tarn blast\n\nThree people were killed in a blast in Tarn. Two of the three "
            "people killed were children.",
            suffix=".md",
        ),
        al.Clean(
            "# Three killed in Tarn blast\n\nAt least four people were killed in a blast in Tarn.",
            suffix=".md",
        ),
        al.Clean(
            "# Seven killed in Tarn blast\n\nFour people were killed at once. Another three people were "
            "killed when the roof fell.",
            suffix=".md",
        ),
        al.Clean("# Council to cut 500 jobs\n\nThe council will cut 498 jobs by May, it said.", suffix=".md"),
        al.Clean("# Three killed in Tarn blast\n\nThe blast destroyed four homes.", suffix=".md"),
        al.Clean("# Prize for five writers\n\nA fund will pay for four writers to visit Tarn.", suffix=".md"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each number of a headline, standfirst or caption that the text contradicts."""
        display = [block for block in doc.blocks if block.kind in _DISPLAY]
        shown = _quantities(doc, display)
        if not shown or _is_live(doc):
            return
        text = [block for block in doc.blocks if block.kind in _TEXT]
        told = _quantities(doc, text[:_LEAD])
        events = list(events_in(doc, told[:_MOST_READ]))
        has_caption = any(block.kind is al.BlockKind.CAPTION for block in display)
        rest = _quantities(doc, text[_LEAD:]) if has_caption else []
        for event in events_in(doc, shown) if events or rest else ():
            block = doc.block_at(event.span.start)
            others = [other for other in events if not block.span.contains(other.span)]
            elsewhere = [quantity for quantity in told if not block.span.contains(quantity.span)]
            if block.kind is al.BlockKind.CAPTION and not any(event.matches(other) for other in others):
                others = _same_events(doc, event, rest)
                elsewhere += rest
            conflicting = _contradiction(doc, event, others, elsewhere)
            if conflicting is not None:
                place, words = _DISPLAY[block.kind], doc.slice(conflicting.span)
                yield self.finding(
                    event.span,
                    f"“{doc.slice(event.span)}” in the {place}, “{words}” in the text: check which is right",
                    related=[al.Related(conflicting.span, "the other number")],
                )


def _quantities(doc: al.Document, blocks: Sequence[al.Block]) -> list[al.Quantity]:
    """Return the counts in some blocks."""
    if not blocks:
        return []
    return [
        quantity
        for quantity in doc.quantities
        if quantity.kind is al.QuantityKind.COUNT
        and any(block.span.contains(quantity.span) for block in blocks)
    ]


def _same_events(doc: al.Document, event: Event, quantities: Sequence[al.Quantity]) -> list[Event]:
    """Return those of some quantities that count what an event counts, of which the same is said."""
    noun = event.noun or _PEOPLE
    if not event.noun and _PEOPLE not in doc.slice(event.span):
        return []
    near = [
        quantity
        for quantity in quantities
        if any(word.startswith(noun) for word in _words_of(doc, doc.sentence_of(quantity.tokens.start)))
    ]
    return [other for other in events_in(doc, near) if (other.noun, other.verb) == (event.noun, event.verb)]


def _words_of(doc: al.Document, sentence: al.Sentence) -> Sequence[str]:
    """Return the words of a sentence in lower case."""
    return doc.lowered[sentence.tokens.start : sentence.tokens.stop]


def _is_live(doc: al.Document) -> bool:
    """Whether the article is a live blog, whose numbers change."""
    return any(block.kind is al.BlockKind.TIMESTAMP for block in doc.blocks) or any(
        label.kind is al.LabelKind.TIME for label in doc.labels
    )


def _contradiction(
    doc: al.Document, event: Event, others: Sequence[Event], told: Sequence[al.Quantity]
) -> Event | None:
    """Return the one event of the text that has another number than the headline; None if they may agree."""
    matching = [other for other in others if event.matches(other)]
    same_phrase = [other for other in matching if event.phrase and other.phrase == event.phrase]
    matching = same_phrase or [other for other in matching if other.noun == event.noun] or matching
    values = {other.value for other in matching}
    if event.partial or any(other.partial for other in matching) or len(values) != 1:
        return None
    (value,) = values
    if value in {1, event.value} or _is_rounded(event.value, value):
        return None
    sentence = doc.sentences_in(matching[0].span)[0].span
    events = {other.span.start: other for other in others}
    parts: list[Fraction] = []
    for quantity in told:
        other = events.get(quantity.span.start)
        if other is not None and not _is_related(event, other):
            continue
        # The headline may have its number from here.
        if quantity.value == event.value:
            return None
        if other is not None or sentence.contains(quantity.span):
            parts.append(quantity.value)
    is_sum = any(one + another == event.value for one, another in combinations(parts, 2))
    return None if is_sum else matching[0]


def _is_related(event: Event, other: Event) -> bool:
    """Whether two numbers are of the same things, or of the same event."""
    return (bool(event.verb) and event.verb == other.verb) or event.noun == other.noun


def _is_rounded(rough: Fraction, exact: Fraction) -> bool:
    """Whether a number that ends with a nought is near another one: 500 for 498, but not 10 for 11."""
    return rough > _ROUND and rough % _ROUND == 0 and abs(rough - exact) * _ROUND <= exact
