"""stated-count: five ways are announced, and six follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import articlelint as al

_NUMBERED = re.compile(r"(?:No\.? ?|#)?(?P<number>\d{1,2})[.):]\s")
_PRESENTING = frozenset({"here", "there", "these", "below"})
_FEWEST = 2
_MOST = 20
_FARTHEST = 2
"""A list that has more or fewer items than this beyond the stated count is another list."""
_LAST_WORDS = 3
"""How many tokens the counted words have at most, the number included: three main goals."""


class StatedCount(al.Rule[al.NoOptions]):
    """
    The text announces five things, and six follow.

    The rule compares a number with the list below it: "Here are five ways to save:" above a list of six, "The
    plan has three goals:" or "Three goals remain:" above a list of four. The headlines "Five ways to save"
    and "The five best ways" are compared with crossheads that are numbered.

    Left alone are lists in a sentence, lists that are much longer or shorter than the number, numbers that
    count something else ("We asked two experts for tips:"), and inexact numbers.
    """

    meta = al.Meta(
        "stated-count",
        "a list with more or fewer items than announced",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged("[[Here are three ways to save:]]\n\n- Walk.\n- Cycle.\n- Swim.\n- Row.", suffix=".md"),
        al.Flagged("[[The plan has three goals:]]\n\n- Speed.\n- Safety.", suffix=".md"),
        al.Flagged(
            "We know more.\n[[There are four main reasons:]]\n\n1. Time\n2. Money\n3. Rain", suffix=".md"
        ),
        al.Flagged(
            "# [[Four ways to save]]\n\nMoney is short.\n\n## 1. Walk\n\nIt is free.\n\n## 2. Cycle\n\n"
            "It is fast.\n\n## 3. Swim\n\nIt is wet.",
            suffix=".md",
        ),
        al.Flagged(
            "# [[The 4 best walks]]\n\nIt is dry.\n\n## 1. Tarn\n\nIt is flat.\n\n## 2. Oban\n\n"
            "It is steep.\n\n## 3. Kyle\n\nIt is wet.",
            suffix=".md",
        ),
        al.Flagged("[[Three questions remain open:]]\n\n- Who pays?\n- How long?", suffix=".md"),
        al.Clean("Here are three ways to save:\n\n- Walk.\n- Cycle.\n- Swim.", suffix=".md"),
        al.Clean("Three experts say how to save:\n\n- Walk.\n- Cycle.", suffix=".md"),
        al.Clean("We asked two experts for tips:\n\n- Walk.\n- Cycle.\n- Swim.", suffix=".md"),
        al.Clean("Here are at least two ways to save:\n\n- Walk.\n- Cycle.\n- Swim.", suffix=".md"),
        al.Clean("The plan has two goals:\n\n- Speed.\n  - On land\n  - At sea\n- Safety.", suffix=".md"),
        al.Clean(
            "# Four ways to save\n\nMoney is short.\n\n## Walk\n\nIt is free.\n\n## Cycle", suffix=".md"
        ),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each announcement of another number of things."""
        yield from self._above_lists(doc)
        numbered = _numbered_headings(doc)
        if numbered > _FEWEST:
            for block in doc.blocks_of(al.BlockKind.HEADLINE):
                stated = _first_number(doc, block.span)
                if stated is not None and _differs(stated, numbered):
                    number = doc.slice(stated.number)
                    yield self.finding(
                        block.span, f"“{number}” in the headline, but {numbered} follow: check the number"
                    )

    def _above_lists(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield a finding for each sentence above a list that announces another number of items."""
        for at, block in enumerate(doc.blocks[:-1]):
            item = doc.blocks[at + 1]
            if block.kind is al.BlockKind.LIST_ITEM or item.kind is not al.BlockKind.LIST_ITEM:
                continue
            if not doc.slice(block.span).endswith(":"):
                continue
            items = _items(doc, at + 1)
            sentence = doc.sentences_in(block.span)[-1]
            stated = _announced(doc, sentence)
            if stated is not None and items >= _FEWEST and _differs(stated, items):
                yield self.finding(
                    sentence.span,
                    f"“{doc.slice(stated.number)}” announced, but {items} follow: check the number",
                    related=[al.Related(item.span, "the list")],
                )


def _items(doc: al.Document, first: int) -> int:
    """Count the items of the list whose first item is the block at an index, without those of lists in it."""
    level, count = doc.blocks[first].level, 0
    for block in doc.blocks[first:]:
        if block.kind is not al.BlockKind.LIST_ITEM or block.level < level:
            break
        count += block.level == level
    return count


def _differs(stated: al.Quantity, found: int) -> bool:
    """Whether a number is near another one, and not the same."""
    return 0 < abs(stated.value - found) <= _FARTHEST


def _counts(doc: al.Document, span: al.Span) -> list[al.Quantity]:
    """Return the quantities in a span."""
    return [quantity for quantity in doc.quantities if span.contains(quantity.span)]


def _announced(doc: al.Document, sentence: al.Sentence) -> al.Quantity | None:
    """Return the one number of a sentence that announces a list; None if there is none, or more than one."""
    found = _counts(doc, sentence.span)
    if len(found) != 1 or not _is_exact(found[0]):
        return None
    first, number = sentence.tokens.start, found[0].tokens
    presents = doc.lowered[first] in _PRESENTING or "following" in doc.lowered[first : sentence.tokens.stop]
    at_end = sentence.tokens.stop - number.stop <= _LAST_WORDS
    opens = number.start == first and not _says(doc.lowered[number.stop : sentence.tokens.stop])
    return found[0] if presents or at_end or opens else None


def _says(words: Sequence[str]) -> bool:
    """Whether some words say that somebody speaks: the list may be what two experts said."""
    saying = al.words.saying
    return any(word in saying.saying_verbs() and word not in saying.NOUN_VERBS for word in words)


def _is_exact(quantity: al.Quantity) -> bool:
    """Whether a number may be that of a list."""
    exact = not quantity.approximate and not quantity.is_range and quantity.value.denominator == 1
    return quantity.kind is al.QuantityKind.COUNT and exact and _FEWEST <= quantity.value <= _MOST


def _first_number(doc: al.Document, headline: al.Span) -> al.Quantity | None:
    """Return the number that a headline begins with, maybe after "the"; None if it has another one too."""
    found = _counts(doc, headline)
    if len(found) != 1 or not _is_exact(found[0]):
        return None
    before = doc.text[headline.start : found[0].span.start].split()
    if not all(word.lower() in al.words.determiners.BASIC for word in before):
        return None
    return found[0]


def _numbered_headings(doc: al.Document) -> int:
    """Count the crossheads that are numbered from one on, or down to one; 0 if the numbers have gaps."""
    matches = (_NUMBERED.match(doc.text, block.span.start) for block in doc.blocks_of(al.BlockKind.CROSSHEAD))
    found = [int(match["number"]) for match in matches if match is not None]
    upwards = list(range(1, len(found) + 1))
    return len(found) if found in (upwards, upwards[::-1]) else 0
