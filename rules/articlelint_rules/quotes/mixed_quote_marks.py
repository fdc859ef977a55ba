"""mixed-quote-marks: straight and curly quotation marks, or single and double ones, in one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import articlelint as al
from articlelint_rules.quotes.not_quoting import in_markup

_STRAIGHT = '"'
_CURLY = frozenset("“”„‟")
_SINGLE = frozenset("'‘’‛")
_DISPLAY = frozenset(
    {al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD, al.BlockKind.CAPTION, al.BlockKind.STANDFIRST}
)


class MixedQuoteMarks(al.Rule[al.NoOptions]):
    """
    An article uses two kinds of quotation marks: straight and curly, or single and double around speech.

    Text that is pasted from a message or a web page keeps its own marks. The kind that occurs less often is
    reported once per article. Single marks inside double ones, around single words, and in headlines are
    usual and left alone, and so are the marks in tags.
    """

    meta = al.Meta(
        "mixed-quote-marks",
        "two kinds of quotation marks in one article",
        since="0.1",
        severity=al.Severity.INFO,
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
        al.Clean('“It rained,” he said. <tweet id="12">“So it did.”</tweet>'),
        al.Clean('Type a " to begin and a " to end. “It rained,” he said.'),
        al.Clean('The 12" pipe burst. “It rained,” he said.'),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield at most one finding for straight and curly marks, and one for single and double marks."""
        yield from self._straight_and_curly(doc)
        yield from self._single_and_double(doc)

    def _straight_and_curly(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield a finding if the article has both straight and curly double marks."""
        # For each mark, the edit that would make it one of the other kind.
        straight: list[al.Edit] = []
        curly: list[al.Edit] = []
        for quote in doc.quotes:
            if not (quote.closed or quote.continued) or in_markup(doc, quote.span):
                continue
            if _stands_alone(doc, quote.span.start) or _stands_alone(doc, quote.inner.end):
                continue
            for symbol, start, counterpart in (
                (quote.opening, quote.span.start, "“"),
                (quote.closing, quote.inner.end, "”"),
            ):
                span = al.Span(start, start + 1)
                if symbol == _STRAIGHT:
                    straight.append(al.Edit(span, counterpart))
                elif symbol in _CURLY:
                    curly.append(al.Edit(span, _STRAIGHT))
        if not straight or not curly:
            return
        straight.sort(key=lambda edit: edit.span)
        curly.sort(key=lambda edit: edit.span)
        if len(straight) <= len(curly):
            few, few_kind, many, many_kind = straight, "straight", curly, "curly"
        else:
            few, few_kind, many, many_kind = curly, "curly", straight, "straight"
        yield self.finding(
            few[0].span,
            f"{len(few)} of {len(few) + len(many)} quotation marks are {few_kind}, the others {many_kind}; "
            f"make them all {many_kind}",
            related=[al.Related(many[0].span, f"{many_kind} here")],
            fix=al.Fix(tuple(few), al.Safety.SAFE),
        )

    def _single_and_double(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield a finding if speech stands in single and in double marks, headlines and captions aside."""
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
        if len(single) <= len(double):
            few, few_kind, many, many_kind = single, "single", double, "double"
        else:
            few, few_kind, many, many_kind = double, "double", single, "single"
        yield self.finding(
            al.Span(few[0].span.start, few[0].inner.start),
            f"{len(few)} of {len(few) + len(many)} quotations stand in {few_kind} marks, "
            f"the others in {many_kind}; use {many_kind} marks",
            related=[al.Related(al.Span(many[0].span.start, many[0].inner.start), f"{many_kind} here")],
        )


def _stands_alone(doc: al.Document, mark: int) -> bool:
    """Whether a mark has a space on either side, so that it is one that the text is about."""
    return doc.text[mark - 1 : mark] in {" ", "("} and doc.text[mark + 1 : mark + 2] in {" ", ")"}
