"""said-punctuation: "said" with a comma before one quotation and with a colon, or nothing, before another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

import articlelint as al

_LEAD = re.compile(rf"\b(?:{'|'.join(sorted(al.words.saying.QUOTE_TAGS))})(?P<mark>[,:]?)\s*\Z")
_REACH = 16
"""How many characters before a quotation are searched for the verb."""
_CLEAR = 2
"""How often the usual mark must stand at least, and how many times as often as the other."""


class Options(NamedTuple):
    """The mark between the verb and a quotation."""

    style: Literal["auto", "comma", "colon"] = "auto"
    """"comma": He said, “No.” "colon": He said: “No.” "auto": what the article mostly has."""


class SaidPunctuation(al.Rule[Options]):
    """
    Before a quotation, “said” has a comma here and a colon, or nothing, there.

    Only quotations of one full sentence directly after the verb count, because many papers that use a comma
    before one sentence use a colon before several.
    """

    meta = al.Meta(
        "said-punctuation",
        "“said,” and “said:” before quotations",
        since="0.1",
        severity=al.Severity.INFO,
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
        """Yield a finding for each verb with the rarer mark."""
        leads: list[re.Match[str]] = []
        for quote in doc.quotes:
            start = quote.span.start
            lead = _LEAD.search(doc.text, max(0, start - _REACH), start)
            full_sentence = quote.depth == 0 and quote.kind is al.QuoteKind.SENTENCE
            if lead and full_sentence and len(doc.sentences_in(quote.inner)) == 1:
                leads.append(lead)
        wanted = self._usual_mark([lead["mark"] for lead in leads])
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

    def _usual_mark(self, marks: list[str]) -> str:
        """Return the mark to use, or "" where there is no clear majority."""
        if self.options.style != "auto":
            return "," if self.options.style == "comma" else ":"
        commas, colons = marks.count(","), marks.count(":")
        few, many = sorted((commas, colons))
        if many < _CLEAR or many < _CLEAR * few:
            return ""
        return "," if commas > colons else ":"
