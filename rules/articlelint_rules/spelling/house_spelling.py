"""house-spelling: a spelling that the house has replaced by another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.spellings import match_case


class Options(NamedTuple):
    """Which spellings are replaced."""

    spelling: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Preferred spellings, each with the forms it replaces, in addition to those of `[house.spelling]`."""

    def check(self) -> None:
        """Raise ValueError for an entry that cannot be used."""
        for _, message in al.House(spelling=self.spelling).mistakes():
            raise ValueError(message)


class HouseSpelling(al.Rule[Options]):
    """
    A word or name is spelled in a way that the house has replaced.

    The newsroom's decisions stand in the configuration, the preferred spelling first: under
    `[house.spelling]`, `"Kyiv" = ["Kiev", "Kyjiv"]`. Every replaced form is reported wherever it stands, with
    or without a possessive ending; a form in lower case is also found with a capital. Inside quotation marks
    it is reported without a fix.
    """

    meta = al.Meta("house-spelling", "a spelling that the house has replaced", since="0.1")
    options_type = Options
    examples = (
        al.Flagged(
            "The train to [[Kiev]] was late. [[Kiev]]’s mayor was not.",
            fixed="The train to Kyiv was late. Kyiv’s mayor was not.",
            options={"spelling": {"Kyiv": ["Kiev"]}},
        ),
        al.Flagged(
            "[[Acknowledgment]] came late.",
            fixed="Acknowledgement came late.",
            options={"spelling": {"acknowledgement": ["acknowledgment"]}},
        ),
        al.Clean("The train to Kyiv was late.", options={"spelling": {"Kyiv": ["Kiev"]}}),
        al.Clean("Chicken Kiev-style is not a city.", options={"spelling": {"Kyiv": ["Kiev"]}}),
        al.Clean("The train to Kiev was late."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each form that the house has replaced."""
        spelling = {**doc.house.spelling, **self.options.spelling}
        preferred = {old: new for new, forms in spelling.items() for old in forms if old != new}
        if not preferred:
            return
        for match in _pattern(tuple(sorted(preferred))).finditer(doc.text):
            text = match[0]
            form = text if text in preferred else text[:1].lower() + text[1:]
            if form not in preferred:
                continue
            span = al.Span(*match.span())
            new = preferred[form] if form == text else match_case(preferred[form], text)
            fix = None if doc.in_quote(span) else self.replace(span, new, al.Safety.SAFE)
            yield self.finding(span, f"“{text}” is not the house’s spelling: write “{new}”", fix=fix)


@lru_cache(maxsize=8)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for all forms, the longest first; one in lower case may begin with a capital."""
    alternatives: list[str] = []
    for form in sorted(forms, key=len, reverse=True):
        if form[:1].islower():
            alternatives.append(f"(?i:{re.escape(form[0])}){re.escape(form[1:])}")
        else:
            alternatives.append(re.escape(form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?![\w-])")
