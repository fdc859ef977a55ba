"""Entries of the kinds ``term`` and ``banned``: words to replace, looked up for all entries in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import articlelint as al
from articlelint_house.dialect import counts
from articlelint_house.entries import Entry
from articlelint_house.findings import of_hit, wrong_hits
from articlelint_house.words import Words, forms_of, longest


class Terms:
    """Finds the forms that the entries avoid."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._words = Words(
            form for rule, entry in entries.items() for form in forms_of(rule, entry, entry.texts("avoid"))
        )

    def check(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield the findings in a document; of two forms that overlap, only the longer."""
        hits = wrong_hits(doc, self._words)
        for hit in longest(hit for hit in hits if counts(doc, hit.span, hit.form.entry)):
            yield of_hit(doc, hit)

    def everything(self, doc: al.Document) -> Iterator[tuple[str, al.Span]]:
        """Yield every place of every form, regardless of scope and dialect."""
        return ((hit.form.rule, hit.span) for hit in wrong_hits(doc, self._words))


def checks(entries: Mapping[str, Entry]) -> Iterator[al.Check]:
    """Return one check for all entries."""
    yield al.Check(frozenset(entries), Terms(entries).check)
