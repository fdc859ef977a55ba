"""redundant-unit: a unit or a word that the number or abbreviation before it has said: $5 million dollars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al

_SUM = re.compile(
    r"(?P<kept>[$£€]\d[\d.,]*(?:\s?(?:m|mn|bn|tn|million|billion|trillion|thousand))?)"
    r"(?P<cut>\s(?P<unit>dollars?|pounds?|euros?))\b(?![-’'])"
)
_SIGNS = {"$": "dollar", "£": "pound", "€": "euro"}
_TIME = re.compile(
    r"(?P<kept>\b\d{1,2}(?:[:.]\d\d)?\s?[ap](?:m\b|\.m\.))(?P<cut>\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b)"
)
_TWELVE = re.compile(r"\b(?P<cut>(?:12|[Tt]welve)\s)(?P<kept>noon|midday|midnight)\b")
_ABBREVIATIONS = {
    "ATM": "machine",
    "ATMs": "machines",
    "HIV": "virus",
    "ISBN": "number",
    "LCD": "display",
    "LED": "diode",
    "PIN": "number",
    "PINs": "numbers",
    "VIN": "number",
}
"""Abbreviations whose last letter stands for the word that is often added."""


class Options(NamedTuple):
    """What may stand twice."""

    allow: tuple[str, ...] = ()
    """Abbreviations that may have their last word after them, such as "PIN"."""


class RedundantUnit(al.Rule[Options]):
    """
    A number or an abbreviation is followed by a word that repeats a part of it.

    "$5 million dollars" has its dollars twice, "10 a.m. in the morning" its morning, and an "ATM machine" is
    an automated teller machine machine. Noon and midnight are always at 12. One of the two is enough.

    Quotations and other uses of the words ("the PIN machine", "12 midnight snacks") are left alone.
    """

    meta = al.Meta(
        "redundant-unit",
        "a unit or word that is said twice: $5 million dollars",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    options_type = Options
    examples = (
        al.Flagged("It cost [[$5 million dollars]].", fixed="It cost $5 million."),
        al.Flagged("It cost [[£20 pounds]] in May.", fixed="It cost £20 in May."),
        al.Flagged("It sails at [[10 a.m. in the morning]].", fixed="It sails at 10 a.m."),
        al.Flagged("It sails at [[11pm at night]].", fixed="It sails at 11pm."),
        al.Flagged("The bar closes at [[12 midnight]].", fixed="The bar closes at midnight."),
        al.Flagged("He robbed an [[ATM machine]].", fixed="He robbed an ATM."),
        al.Flagged("Never tell your [[PIN number]].", fixed="Never tell your PIN.", options={}),
        al.Clean("It cost $5 million, 5 million dollars or £20 pound for pound."),
        al.Clean("It sails at 10 a.m. on Monday, at midnight and at 10 in the morning."),
        al.Clean("Each ATM has a machine room. The PIN machine broke."),
        al.Clean("“It cost $5 million dollars,” he said."),
        al.Clean("They ate 12 midnight snacks."),
        al.Clean("Never tell your PIN number.", options={"allow": ["PIN"]}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each word that repeats what stands before it."""
        for match in _matches(doc):
            span, cut = al.Span(*match.span()), al.Span(*match.span("cut"))
            if doc.may_be_quoted(span):
                continue
            yield self._report(doc, span, cut, match["kept"])
        for short in _ABBREVIATIONS.keys() & doc.spellings - set(self.options.allow):
            for at in doc.positions[short.lower()]:
                if doc.tokens.texts[at] == short and _follows(doc, at, _ABBREVIATIONS[short]):
                    span = al.Span(doc.tokens.starts[at], doc.tokens.ends[at + 1])
                    if not doc.may_be_quoted(span):
                        yield self._report(doc, span, al.Span(doc.tokens.ends[at], span.end), short)

    def _report(self, doc: al.Document, span: al.Span, cut: al.Span, kept: str) -> al.Finding:
        """Return the finding for words of which a part is to be cut."""
        # The full stop of "a.m." ends the sentence as well.
        doubled = kept.endswith(".") and doc.text.startswith(".", span.end)
        fix = self.replace(al.Span(cut.start, cut.end + doubled), "")
        return self.finding(span, f"“{doc.slice(span)}” says it twice: “{kept}” is enough", fix=fix)


def _matches(doc: al.Document) -> Iterator[re.Match[str]]:
    """Yield the sums and times that repeat themselves."""
    words = doc.positions.keys()
    if not words.isdisjoint({"dollars", "dollar", "pounds", "pound", "euros", "euro"}):
        for match in _SUM.finditer(doc.text):
            plural = match["unit"].endswith("s") or match["kept"] in {"$1", "£1", "€1"}
            if plural and match["unit"].startswith(_SIGNS[match["kept"][0]]):
                yield match
    if not words.isdisjoint({"morning", "afternoon", "evening", "night"}):
        yield from _TIME.finditer(doc.text)
    if not words.isdisjoint({"noon", "midday", "midnight"}):
        for match in _TWELVE.finditer(doc.text):
            # "12 midnight snacks" are no time.
            if re.match(r"\s[a-z]+s\b(?<!\bis)(?<!\bwas)", doc.text[match.end() : match.end() + 20]) is None:
                yield match


def _follows(doc: al.Document, at: int, word: str) -> bool:
    """Whether a word follows a token after one space."""
    if at + 1 >= len(doc.tokens) or doc.lowered[at + 1] != word:
        return False
    return doc.text[doc.tokens.ends[at] : doc.tokens.starts[at + 1]] in {" ", "\n"}
