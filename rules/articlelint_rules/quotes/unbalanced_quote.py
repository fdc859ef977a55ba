"""unbalanced-quote: a quotation mark that is never closed, closes nothing or is turned the wrong way."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import articlelint as al
from articlelint_rules.quotes.not_quoting import in_markup, is_mentioned

_OPENING = frozenset("“„«‘")
_SINGLE_MARKS = frozenset("'‘’‛")
_STOPS = (".", "!", "?", "…")
_NEVER_CLOSING = frozenset("“″")
"""Marks that close no quotation in English."""
_WORDS_SHOWN = 4
_CREDIT_WORDS = 16
_FURTHEST = 8
# Confidences. A joined paragraph is no mistake of the writer's, and a single mark may be an apostrophe.
_JOINED = 0.8
_NOT_REOPENED = 0.8
_SINGLE = 0.7


class UnbalancedQuote(al.Rule[al.NoOptions]):
    """
    A quotation mark is open and never closed, closed and never opened, or turned the wrong way.

    The reader can no longer tell the speaker's words from the writer's. A quotation that continues in the
    next paragraph has no closing mark, and the next paragraph begins with an opening mark; this is correct
    and is not reported. Where a system has joined such paragraphs to one, the quotation is left open before
    the next opening mark; this is reported once an article, as a warning. A quotation of several paragraphs
    that is not opened again in each of them is a warning, too, and so is a single mark without its partner,
    which may be an apostrophe.

    A mark that is mentioned (the ” sign), marks for inches and feet, apostrophes (’em, ’til, rock ’n’ roll,
    the ’90s, the boys’ room) and the initial letters of Hawaiian names do not count as quotation marks.
    """

    meta = al.Meta(
        "unbalanced-quote",
        "a quotation mark without its partner",
        since="0.1",
        warning_from=0.5,
        error_from=0.9,
    )
    examples = (
        al.Flagged("She was tired. [[“]]I want to go home, she said.\n\nNobody answered."),
        al.Flagged("I want to go home,[[”]] she said. “Now.”"),
        al.Flagged('[["]]I want to go home, he said. "Now."'),
        al.Flagged("It was “home[[“]] to him.", fixed="It was “home” to him."),
        al.Flagged(
            "She said: [[“]]I want to go home.\n\nI want to go now.” Nobody answered.",
            fixed="She said: “I want to go home.\n\n“I want to go now.” Nobody answered.",
            severity=al.Severity.WARNING,
        ),
        al.Flagged(
            "[[“]]I want to go home. “I want to go now. “I am tired,” she said.",
            severity=al.Severity.WARNING,
        ),
        al.Clean("She said: “I want to go home.\n\n“I want to go now.”"),
        al.Clean("The ” mark closes a quotation; the “ sign and the „ character open one."),
        al.Clean('He is 6\' 2" tall, the pipe is 12" wide, and the 12" pipe is "his".'),
        al.Clean("Rock ’n’ roll from the ’90s, in the boys’ room, ’til five o’clock: give ’em that."),
        al.Clean("„Guten Tag“, he said; «Bonjour», she said; ”Hej”, they said."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each mark that has no partner or is turned the wrong way."""
        strays = [mark for mark in doc.stray_quote_marks if not _is_no_prose(doc, mark)]
        partners: set[al.Span] = set()
        joined: list[al.Quote] = []
        for quote in doc.quotes:
            if quote.closed and quote.closing not in _NEVER_CLOSING and quote.opening != "”":
                continue
            if _is_no_prose(doc, quote.span):
                continue
            if quote.closed:
                yield from self._turned(doc, quote)
            elif not quote.continued:
                closing = _closing_further_down(doc, quote, strays)
                if closing is not None:
                    partners.add(closing)
                    yield from self._not_reopened(doc, quote, closing)
                elif _is_joined(doc, quote):
                    joined.append(quote)
                else:
                    yield self._unclosed(doc, quote)
        if joined:
            yield self._joined(doc, joined)
        for mark in strays:
            if mark not in partners:
                yield self._stray(doc, mark)

    def _joined(self, doc: al.Document, quotes: list[al.Quote]) -> al.Finding:
        """Return the finding for the quotations that are left open before the next opening mark."""
        first = quotes[0]
        words = " ".join(doc.slice(first.inner).split()[:_WORDS_SHOWN])
        others = f" ({len(quotes) - 1} more in this article)" if len(quotes) > 1 else ""
        return self.finding(
            al.Span(first.span.start, first.inner.start),
            f"The quotation that begins “{words}” is still open where the next one begins{others}; "
            "close it, or restore the paragraphs that were joined here",
            confidence=_JOINED,
        )

    def _unclosed(self, doc: al.Document, quote: al.Quote) -> al.Finding:
        """Return the finding for a quotation without a closing mark."""
        mark = al.Span(quote.span.start, quote.inner.start)
        words = " ".join(doc.slice(quote.inner).split()[:_WORDS_SHOWN])
        message = f"The quotation that begins “{words}” is never closed; add the closing mark where it ends"
        return self.finding(mark, message)

    def _not_reopened(self, doc: al.Document, quote: al.Quote, closing: al.Span) -> Iterator[al.Finding]:
        """Yield a finding if a quotation of several paragraphs lacks the opening mark before each of them."""
        blocks = _blocks_between(doc, quote, closing)
        last = blocks[-1]
        if doc.text[quote.span.end - 1] == ":":
            # A list follows.
            return
        if len(doc.slice(last.span).split()) <= _CREDIT_WORDS and closing.end == last.span.end:
            # The last paragraph is a credit.
            return
        edits = tuple(al.Edit(al.Span(block.span.start, block.span.start), quote.opening) for block in blocks)
        where = "the next paragraph" if len(blocks) == 1 else f"the paragraph {len(blocks)} further down"
        each = "which must" if len(blocks) == 1 else "and each paragraph until then must"
        yield self.finding(
            al.Span(quote.span.start, quote.inner.start),
            f"This quotation is closed in {where}, {each} open with a mark, too",
            related=[al.Related(closing, "closed here")],
            fix=al.Fix(edits),
            confidence=_NOT_REOPENED,
        )

    def _stray(self, doc: al.Document, mark: al.Span) -> al.Finding:
        """Return the finding for a mark that belongs to no quotation."""
        words = " ".join(doc.text[max(0, mark.start - 60) : mark.start].split()[-_WORDS_SHOWN:])
        shown = f" behind “{words}”" if words else ""
        what = "opens" if doc.slice(mark) in _OPENING else "closes"
        return self.finding(
            mark,
            f"The quotation mark{shown} {what} nothing; add its partner, or take it out",
            confidence=_SINGLE if doc.slice(mark)[0] in _SINGLE_MARKS else None,
        )

    def _turned(self, doc: al.Document, quote: al.Quote) -> Iterator[al.Finding]:
        """Yield a finding if a mark of a quotation is turned the wrong way."""
        if quote.closing == "“" and quote.opening != "„":
            mark = al.Span(quote.inner.end, quote.span.end)
            yield self._wrong_way(mark, "closes a quotation but is an opening mark", "”")
        elif quote.closing == "″":
            mark = al.Span(quote.inner.end, quote.span.end)
            yield self._wrong_way(mark, "closes a quotation but is an inch mark", "”")
        elif quote.opening == "”" and any(other.opening == "“" for other in doc.quotes):
            mark = al.Span(quote.span.start, quote.inner.start)
            yield self._wrong_way(mark, "opens a quotation but is a closing mark", "“")

    def _wrong_way(self, mark: al.Span, what: str, right: str) -> al.Finding:
        """Return the finding for such a mark; the fix puts ``right`` in its place."""
        fix = self.replace(mark, right, al.Safety.SAFE)
        return self.finding(mark, f"This mark {what}; put {right} in its place", fix=fix)


def _is_no_prose(doc: al.Document, span: al.Span) -> bool:
    """Whether a mark stands in a table cell or in a piece of markup, or is mentioned."""
    if doc.block_at(span.start).kind is al.BlockKind.TABLE_CELL:
        return True
    return in_markup(doc, span) or is_mentioned(doc, span)


def _is_joined(doc: al.Document, quote: al.Quote) -> bool:
    """Whether a quotation left open ends with a sentence, and the next one of its block begins there."""
    at = bisect_right(doc.quotes, quote.span.end - 1, key=lambda other: other.span.start)
    if at == len(doc.quotes) or not doc.slice(quote.inner).rstrip("'’ ").endswith(_STOPS):
        return False
    following = doc.quotes[at].span.start
    same_block = following < doc.block_at(quote.span.start).span.end
    return same_block and not doc.text[quote.span.end : following].strip()


def _closing_further_down(doc: al.Document, quote: al.Quote, strays: list[al.Span]) -> al.Span | None:
    """Return the mark in one of the next blocks that closes a quotation left open, or None."""
    block = doc.block_at(quote.span.start)
    at = bisect_left(strays, quote.span)
    if quote.span.end != block.span.end or at == len(strays) or doc.slice(strays[at]) in _OPENING:
        return None
    blocks = _blocks_between(doc, quote, strays[at])
    listed = doc.slice(block.span).endswith(":")
    if not 1 <= len(blocks) <= _FURTHEST or any(b.kind is not block.kind for b in blocks if not listed):
        return None
    return strays[at]


def _blocks_between(doc: al.Document, quote: al.Quote, closing: al.Span) -> list[al.Block]:
    """Return the blocks after that of a quotation, up to that of its closing mark but no more than nine."""
    found: list[al.Block] = []
    block = doc.block_at(quote.span.start)
    while block.span.end <= closing.start and len(found) <= _FURTHEST:
        block = doc.block_at(min(block.span.end + len("\n\n"), closing.start))
        found.append(block)
    return found
