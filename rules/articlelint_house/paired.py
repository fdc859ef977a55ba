"""Entries of the kind ``paired``: two forms that must not, or must, stand in the same article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import articlelint as al
from articlelint_house.dialect import counts
from articlelint_house.entries import Entry
from articlelint_house.findings import with_reason
from articlelint_house.values import Fail
from articlelint_house.words import Hit, Words, forms_of, longest


def check_entry(entry: Entry, fail: Fail) -> None:
    """Raise an error unless there are two different forms."""
    pair = entry.texts("pair")
    if len(pair) != 2 or pair[0] == pair[1]:  # noqa: PLR2004 - a pair
        raise fail("pair", f"'pair' must be two different forms, not {', '.join(map(repr, pair))}")


def checks(entries: Mapping[str, Entry]) -> Iterator[al.Check]:
    """Return one check for all entries."""
    yield al.Check(frozenset(entries), Pairs(entries).check)


class Pairs:
    """Finds the two forms of every entry."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._words = Words(
            form
            for rule, entry in entries.items()
            for side, text in enumerate(entry.texts("pair"))
            for form in forms_of(rule, entry, (text,), side)
        )

    def check(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield the findings in a document."""
        found: dict[str, list[Hit]] = {}
        for hit in self._words.hits(doc):
            found.setdefault(hit.form.rule, []).append(hit)
        for rule, hits in found.items():
            entry = self._entries[rule]
            sides: tuple[list[Hit], list[Hit]] = ([], [])
            for hit in longest(hits):
                # For "always", the other form may also stand in a quotation.
                if counts(doc, hit.span, entry) or entry.text("together") != "never":
                    sides[hit.form.side].append(hit)
            yield from _together(doc, rule, entry, sides)


def _together(
    doc: al.Document, rule: str, entry: Entry, sides: tuple[list[Hit], list[Hit]]
) -> Iterator[al.Finding]:
    first, second = sides
    if entry.text("together") == "never":
        if first and second:
            # The rarer form is reported; if both are as frequent, the one that comes later.
            rare, common = sorted(sides, key=lambda hits: (len(hits), -hits[0].span.start))
            yield from (_clash(doc, rule, entry, hit, common[0]) for hit in rare)
        return
    lacking = (0, 1) if entry.text("together") == "always" else (1,)
    for side in lacking:
        there = [hit for hit in sides[1 - side] if counts(doc, hit.span, entry)]
        if there and not sides[side]:
            hit, other = there[0], entry.texts("pair")[side]
            message = f"“{doc.slice(hit.span)}” needs “{other}” in the same article, and there is none"
            yield al.Finding(rule, hit.span, with_reason(message, entry))


def _clash(doc: al.Document, rule: str, entry: Entry, hit: Hit, other: Hit) -> al.Finding:
    there = doc.slice(other.span)
    message = f"“{doc.slice(hit.span)}” here and “{there}” elsewhere in this article: write one of them"
    related = (al.Related(other.span, f"“{there}” here"),)
    return al.Finding(rule, hit.span, with_reason(message, entry), related)
