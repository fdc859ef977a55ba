"""The rule mixed-quote-marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import articlelint as al

_STRAIGHT = '"'
_CURLY = frozenset("“”„‟")
_SINGLE = frozenset("'‘’‛")
_DISPLAY = frozenset(
    {al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD, al.BlockKind.CAPTION, al.BlockKind.STANDFIRST}
)


class MixedQuoteMarks(al.Rule[al.NoOptions]):
    """
    An article uses two kinds of quotation marks: straight and curly, or single and double around speech.

    Text pasted from a message or a web page brings its own marks along. The kind that occurs less often is
    reported, once an article. Single marks inside double ones, around single words, and in headlines are
    usual and left alone.
    """

    meta = al.Meta(
        "mixed-quote-marks",
        "two kinds of quotation marks in one article",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged(
            '“It rained,” he said. “For days.” [["]]We left," she said.',
            fixed="“It rained,” he said. “For days.” “We left,” she said.",
        ),
        al.Flagged(
            '"It rained," he said. "For days," [[“]]no doubt,” she said.',
            fixed='"It rained," he said. "For days," "no doubt," she said.',
        ),
        al.Flagged("“It rained,” he said. “For days,” she said. [[‘]]We left in the end,’ he said."),
        al.Clean("“It rained,” he said. “She told me: ‘Leave.’ So we left.”"),
        al.Clean("“It rained,” he said. “For days.” They call it ‘weather’."),
        al.Clean('The 12" pipe burst. “It rained,” he said.'),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """At most one finding of each kind."""
        yield from self._straight_and_curly(doc)
        yield from self._single_and_double(doc)

    def _straight_and_curly(self, doc: al.Document) -> Iterator[al.Finding]:
        if _STRAIGHT not in doc.text or not any(mark in doc.text for mark in _CURLY):
            return
        straight: list[tuple[al.Span, str]] = []
        curly: list[al.Span] = []
        for quote in doc.quotes:
            for symbol, start, right in (
                (quote.opening, quote.span.start, "“"),
                (quote.closing, quote.inner.end, "”"),
            ):
                if symbol == _STRAIGHT:
                    straight.append((al.Span(start, start + 1), right))
                elif symbol in _CURLY:
                    curly.append(al.Span(start, start + 1))
        if not straight or not curly:
            return
        if len(straight) <= len(curly):
            few, many = [span for span, _ in straight], curly
            edits = tuple(al.Edit(span, right) for span, right in straight)
        else:
            few, many = curly, [span for span, _ in straight]
            edits = tuple(al.Edit(span, _STRAIGHT) for span in curly)
        kinds = ("straight", "curly") if len(straight) <= len(curly) else ("curly", "straight")
        yield self.finding(
            min(few),
            f"{len(few)} of {len(few) + len(many)} quotation marks are {kinds[0]}, the others {kinds[1]}; "
            f"make them all {kinds[1]}",
            related=[al.Related(min(many), f"{kinds[1]} here")],
            fix=al.Fix(tuple(sorted(edits, key=lambda edit: edit.span)), al.Safety.SAFE),
        )

    def _single_and_double(self, doc: al.Document) -> Iterator[al.Finding]:
        """Speech in single and in double marks; a headline's single marks are a custom of their own."""
        if all(quote.opening not in _SINGLE for quote in doc.quotes):
            return
        single: list[al.Quote] = []
        double: list[al.Quote] = []
        for quote in doc.quotes:
            block = doc.block_at(quote.span.start)
            if quote.depth or quote.kind is not al.QuoteKind.SENTENCE or block.kind in _DISPLAY:
                continue
            if quote.opening in _SINGLE:
                single.append(quote)
            elif quote.opening == _STRAIGHT or quote.opening in _CURLY:
                double.append(quote)
        if not single or not double:
            return
        few, many = (single, double) if len(single) <= len(double) else (double, single)
        kinds = ("single", "double") if few is single else ("double", "single")
        yield self.finding(
            al.Span(few[0].span.start, few[0].inner.start),
            f"{len(few)} of {len(few) + len(many)} quotations stand in {kinds[0]} marks, "
            f"the others in {kinds[1]}; use {kinds[1]} marks",
            related=[al.Related(al.Span(many[0].span.start, many[0].inner.start), f"{kinds[1]} here")],
        )
