"""altered-quote: a quotation in a headline, or a pull quote, that differs from the text's by a few words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import articlelint as al

_SHOWN = frozenset(
    {
        al.BlockKind.HEADLINE,
        al.BlockKind.CROSSHEAD,
        al.BlockKind.STANDFIRST,
        al.BlockKind.CAPTION,
        al.BlockKind.BLOCKQUOTE,
    }
)
"""Blocks that repeat words of the text."""
_WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*%?")
_GAP = re.compile(r"…|\.\s?\.\s?\.|\[[^\]]*\]")
"""What stands for words that were left out or changed."""
_FEWEST = 4
"""Shorter quotations are compared with nothing: words meet by chance."""
_LONGEST = 60
"""The most words of a pull quote; a longer block quotation is a part of the text."""
_PER_CHANGE = 4
"""One word in so many may differ for two quotations to be the same; in more, they are two quotations."""
_MOST_CHANGES = 3
_NUMBERS = {
    word: str(number)
    for number, word in enumerate((*al.words.numbers.ONES, *al.words.numbers.TEN_TO_NINETEEN), 1)
}


class _Words(NamedTuple):
    """Words as they are compared, each with its place."""

    texts: tuple[str, ...]
    spans: tuple[al.Span, ...]


class _Match(NamedTuple):
    """The words of the text that a quotation is nearest to: how many words differ, and where they stand."""

    changes: int
    span: al.Span


class AlteredQuote(al.Rule[al.NoOptions]):
    """
    A quotation in a headline or a pull quote differs from the quotation in the text by a few words.

    Words in quotation marks are what somebody said, so they are the same wherever they stand. The quotations
    of headlines, crossheads, standfirsts and captions and the pull quotes (block quotations) are compared
    with the quotations of the text. Where one word in four or fewer differs, and at most three, the one above
    is reported, and points to the one in the text.

    An ellipsis or square brackets stand for any words. Left alone are titles, quotations of fewer than four
    words or of more than sixty, capitals, punctuation and small numbers in figures, parts of a quotation, and
    what the text has word for word, in quotation marks or not.
    """

    meta = al.Meta(
        "altered-quote",
        "a quotation that differs from the text's",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged(
            "# ‘[[We will not leave the port]]’\n\nIt rained. “We will never leave the port,” he said.",
            suffix=".md",
        ),
        al.Flagged(
            "# Strike\n\nHe said: “We waited in the rain for nine hours, and nobody came to help.”\n\n"
            "> [[We waited in rain for nine hours, and nobody came]]\n\nThen the ferry sailed from Tarn.",
            suffix=".md",
        ),
        al.Flagged(
            "# Mayor: ‘[[The bridge was never safe]]’\n\n“The bridge,” she said, “was not safe.” It rained.",
            suffix=".md",
        ),
        al.Flagged(
            "# Tarn\n\n“I had no idea that it would end like this,” he said.\n\n"
            "## ‘[[I have no idea it would end like this]]’\n\nThe ferry has sailed from the port.",
            suffix=".md",
        ),
        al.Clean(
            "# ‘We will never leave’\n\nIt rained. “We will never leave the port,” he said.",
            suffix=".md",
        ),
        al.Clean(
            "# ‘We waited … for 9 hours’\n\nHe said: “We waited in the rain for nine hours.”", suffix=".md"
        ),
        al.Clean(
            "# ‘[The mayor] will never leave it’\n\nIt rained: “She will never leave it,” he says.",
            suffix=".md",
        ),
        al.Clean("# ‘It is a great day’\n\nIt rained. “We won,” she said. “That is all.”", suffix=".md"),
        al.Clean(
            "# ‘Never again a war here’\n\nThe song “Never Again” is by Tarn. “No war,” he said.",
            suffix=".md",
        ),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each quotation at the top that differs from one in the text."""
        copies = list(_copies(doc))
        if not copies:
            return
        said = [words for words in _said(doc) if len(words.texts) >= _FEWEST]
        text = " ".join(
            word for block in doc.blocks_of(*(al.BODY - _SHOWN)) for word in _read(doc, block.span).texts
        )
        for copy in copies:
            if f" {' '.join(copy.texts)} " in f" {text} ":
                continue
            near = [match for words in said if (match := _nearest(copy, words)) is not None]
            if not near or min(near).changes == 0:
                continue
            best = min(near)
            span = al.Span(copy.spans[0].start, copy.spans[-1].end)
            yield self.finding(
                span,
                f"“{doc.slice(span)}” is “{doc.slice(best.span)}” in the text: check which was said",
                related=[al.Related(best.span, "the quotation in the text")],
            )


def _read(doc: al.Document, span: al.Span) -> _Words:
    """Return the words of a span."""
    matches = list(_WORD.finditer(doc.text, span.start, span.end))
    texts = (match.group().lower().replace("’", "'") for match in matches)
    return _Words(
        tuple(_NUMBERS.get(text, text) for text in texts), tuple(al.Span(*match.span()) for match in matches)
    )


def _copies(doc: al.Document) -> Iterator[_Words]:
    """Yield the words of the quotations that repeat what the text has, in pieces without gaps."""
    spans = [
        quote.inner
        for quote in doc.quotes
        if quote.depth == 0
        and quote.kind is not al.QuoteKind.TITLE
        and doc.block_at(quote.span.start).kind in _SHOWN - {al.BlockKind.BLOCKQUOTE}
    ]
    spans += [block.span for block in doc.blocks_of(al.BlockKind.BLOCKQUOTE)]
    for span in spans:
        begin = span.start
        for gap in (*_GAP.finditer(doc.text, span.start, span.end), None):
            words = _read(doc, al.Span(begin, span.end if gap is None else gap.start()))
            if _FEWEST <= len(words.texts) <= _LONGEST:
                yield words
            begin = begin if gap is None else gap.end()


def _said(doc: al.Document) -> Iterator[_Words]:
    """Yield the words of the quotations of the text, those of one block together."""
    for block in doc.blocks_of(*(al.BODY - _SHOWN)):
        inners = [q.inner for q in doc.quotes if q.depth == 0 and block.span.contains(q.span)]
        parts = [_read(doc, inner) for inner in inners]
        yield _Words(
            tuple(text for part in parts for text in part.texts),
            tuple(span for part in parts for span in part.spans),
        )


def _nearest(copy: _Words, said: _Words) -> _Match | None:
    """
    Return the words of a quotation that a copy is nearest to; None if too many differ.

    This is Sellers's algorithm (1980): the edit distance, by words, of the copy and any part of the other.
    """
    most = min(len(copy.texts) // _PER_CHANGE, _MOST_CHANGES)
    if len(set(copy.texts) - set(said.texts)) > most:
        return None
    # For each end in the quotation: the changes, and where the part begins that has so few.
    costs = [(0, at) for at in range(len(said.texts) + 1)]
    for count, word in enumerate(copy.texts, 1):
        costs = _next_costs(costs, word, said.texts, count)
    # Of two parts with as few changes, the one that ends with the same word: "every single night".
    changes, _, end, start = min(
        (changes, said.texts[end - 1 : end] != copy.texts[-1:], end, start)
        for end, (changes, start) in enumerate(costs)
    )
    if changes > most or start == end:
        return None
    return _Match(changes, al.Span(said.spans[start].start, said.spans[end - 1].end))


def _next_costs(
    costs: Sequence[tuple[int, int]], word: str, said: Sequence[str], count: int
) -> list[tuple[int, int]]:
    """Return the costs after one more word of the copy, which has ``count`` words by then."""
    found = [(count, 0)]
    for at, other in enumerate(said, 1):
        changed = costs[at - 1][0] + (word != other), costs[at - 1][1]
        added = costs[at][0] + 1, costs[at][1]
        lost = found[at - 1][0] + 1, found[at - 1][1]
        found.append(min(changed, added, lost))
    return found
