"""The rule said-punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

import articlelint as al

_LEAD = re.compile(rf"\b(?:{'|'.join(sorted(al.words.saying.QUOTE_TAGS))})(?P<mark>[,:]?)\s*\Z")
_REACH = 16
_CLEAR = 2


class Options(NamedTuple):
    """What the house wants before a quotation."""

    style: Literal["auto", "comma", "colon"] = "auto"
    """"comma": He said, “No.” "colon": He said: “No.” "auto": what the article mostly has."""


class SaidPunctuation(al.Rule[Options]):
    """
    Before a quotation, “said” has a comma here and a colon, or nothing, there.

    Only quotations of one full sentence right behind the verb count: before several sentences, many papers
    that use the comma use a colon.
    """

    meta = al.Meta(
        "said-punctuation",
        "“said,” and “said:” before quotations",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "He said, “It rained.” She said, “It did not.” They [[said:]] “It snowed.”",
            fixed="He said, “It rained.” She said, “It did not.” They said, “It snowed.”",
        ),
        al.Flagged(
            "He said: “It rained.” She said: “It did not.” They [[said]] “It snowed.”",
            fixed="He said: “It rained.” She said: “It did not.” They said: “It snowed.”",
        ),
        al.Flagged("He [[said,]] “It rained.”", fixed="He said: “It rained.”", options={"style": "colon"}),
        al.Clean("He said, “It rained.” She said, “It did not.” They said: “It rained. It rained for days.”"),
        al.Clean("He said, “It rained.” He said that “it rained for days”."),
        al.Clean("He said, “It rained.” She said: “It did not.”"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """A finding for each verb with the rarer mark."""
        leads = [
            lead
            for quote in doc.quotes
            if quote.depth == 0 and quote.kind is al.QuoteKind.SENTENCE
            if (lead := _LEAD.search(doc.text, max(0, quote.span.start - _REACH), quote.span.start))
            and len(doc.sentences_in(quote.inner)) == 1
        ]
        wanted = self._wanted([lead["mark"] for lead in leads])
        if not wanted:
            return
        for lead in leads:
            if lead["mark"] == wanted:
                continue
            verb = lead.group().strip().rstrip(",:")
            span = al.Span(lead.start(), lead.start() + len(verb) + len(lead["mark"]))
            yield self.finding(
                span,
                f"“{doc.slice(span)}” before a quotation; make it “{verb}{wanted}” as elsewhere",
                fix=self.replace(span, verb + wanted),
            )

    def _wanted(self, marks: list[str]) -> str:
        """The mark to use; empty where there is no clear majority."""
        if self.options.style != "auto":
            return "," if self.options.style == "comma" else ":"
        commas, colons = marks.count(","), marks.count(":")
        few, many = sorted((commas, colons))
        if many < _CLEAR or many < _CLEAR * few:
            return ""
        return "," if commas > colons else ":"
