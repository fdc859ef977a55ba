"""redundant-unit: a unit or a word that the number or abbreviation before it has said: $5 million dollars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al

_CURRENCIES = {"dollars": "dollar", "pounds": "pound sterling", "euros": "euro"}
"""The names of currencies in the plural, each with that of the unit."""
_TIME = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?[ap](?:m\b|\.m\.)"
    r"(?P<cut>\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b)"
)
# "12 midnight snacks" are no time of day.
_TWELVE = re.compile(
    r"\b(?P<cut>(?:12|[Tt]welve)\s)(?:noon|midday|midnight)\b(?!\s(?!(?:is|was|as|this)\b)[a-z]+s\b)"
)
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


class _Doubled(NamedTuple):
    """Words that say something twice, and the part of them that can be cut."""

    span: al.Span
    cut: al.Span


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
        allowed = set(self.options.allow)
        for span, cut in (*_sums(doc), *_times(doc), *_abbreviations(doc, allowed)):
            if doc.may_be_quoted(span):
                continue
            kept = doc.text[span.start : cut.start] + doc.text[cut.end : span.end]
            # The full stop of "a.m." ends the sentence as well.
            stops = kept.endswith(".") and doc.text.startswith(".", span.end)
            fix = self.replace(al.Span(cut.start, cut.end + stops), "")
            yield self.finding(span, f"“{doc.slice(span)}” says it twice: “{kept}” is enough", fix=fix)


def _sums(doc: al.Document) -> Iterator[_Doubled]:
    """Yield the sums of money that have the name of the currency after its sign."""
    if _CURRENCIES.keys().isdisjoint(doc.positions):
        return
    for quantity in doc.quantities:
        after = quantity.tokens.stop
        signed = quantity.kind is al.QuantityKind.MONEY and quantity.span.start < quantity.number.start
        if not signed or quantity.unit is None or after == len(doc.tokens):
            continue
        if _CURRENCIES.get(doc.lowered[after]) == quantity.unit.name and _is_one_space(doc, after):
            end = doc.tokens.ends[after]
            if doc.text[end : end + 1] != "-":
                yield _Doubled(al.Span(quantity.span.start, end), al.Span(quantity.span.end, end))


def _times(doc: al.Document) -> Iterator[_Doubled]:
    """Yield the times of day that say twice which half of the day they are in."""
    words = doc.positions.keys()
    halves = words.isdisjoint({"morning", "afternoon", "evening", "night"})
    twelve = words.isdisjoint({"noon", "midday", "midnight"})
    for pattern, missing in ((_TIME, halves), (_TWELVE, twelve)):
        for match in pattern.finditer(doc.text) if not missing else ():
            yield _Doubled(al.Span(*match.span()), al.Span(*match.span("cut")))


def _abbreviations(doc: al.Document, allowed: set[str]) -> Iterator[_Doubled]:
    """Yield the abbreviations with the word that their last letter stands for."""
    for short in _ABBREVIATIONS.keys() & doc.spellings - allowed:
        for at in doc.positions[short.lower()]:
            if at + 1 == len(doc.tokens) or doc.tokens.texts[at] != short:
                continue
            if doc.lowered[at + 1] == _ABBREVIATIONS[short] and _is_one_space(doc, at + 1):
                start, middle, end = doc.tokens.starts[at], doc.tokens.ends[at], doc.tokens.ends[at + 1]
                yield _Doubled(al.Span(start, end), al.Span(middle, end))


def _is_one_space(doc: al.Document, at: int) -> bool:
    """Whether one space or line break stands before the token at an index."""
    return doc.text[doc.tokens.ends[at - 1] : doc.tokens.starts[at]] in {" ", "\u00a0", "\n"}
