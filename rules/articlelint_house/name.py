"""Entries of the kind ``name``: near misses and wrong capitals of a name are found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import articlelint as al
from articlelint_house.dialect import counts
from articlelint_house.entries import Entry
from articlelint_house.findings import message_about, of_hit, replacement, with_reason, wrong_hits
from articlelint_house.values import Fail
from articlelint_house.words import Hit, Words, forms_of
from articlelint_rules.spelling.near_misses import NameList


def check_entry(entry: Entry, fail: Fail) -> None:
    """Raise an error for a name without a capital."""
    if not any(word[:1].isupper() or word[1:] != word[1:].lower() for word in entry.use.split()):
        raise fail("use", f"'use': a name has a capital, “{entry.use}” has none; write a [[term]]")


def checks(entries: Mapping[str, Entry]) -> Iterator[al.Check]:
    """Return one check for all entries."""
    yield al.Check(frozenset(entries), Names(entries).check)


class Names:
    """Finds near misses of the names, their wrong capitals, and the forms that the entries avoid."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._by_name = {entry.use: rule for rule, entry in entries.items()}
        accepted = (name for entry in entries.values() for name in entry.texts("accept"))
        self._list = NameList(self._by_name, accepted)
        self._avoided = Words(
            form for rule, entry in entries.items() for form in forms_of(rule, entry, entry.texts("avoid"))
        )
        # Searched for in any case; _with_capitals() drops the places that are right.
        self._capitals = Words(
            form._replace(text=form.text.lower(), any_case=True)
            for rule, entry in entries.items()
            if _has_inner_capital(entry.use)
            for form in forms_of(rule, entry, (entry.use,))
        )

    def check(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield the findings in a document, each place once."""
        seen: set[al.Span] = set()
        for hit in wrong_hits(doc, self._avoided):
            if hit.span not in seen and counts(doc, hit.span, hit.form.entry):
                seen.add(hit.span)
                yield of_hit(doc, hit)
        for word, span, listed in self._list.near_misses(doc):
            rule = self._by_name[listed.name]
            entry = self._entries[rule]
            if not any(span.overlaps(other) for other in seen) and counts(doc, span, entry):
                seen.add(span)
                whole = f", as the house spells {listed.name}" if listed.name != listed.word else ""
                message = f"“{word}” is nearly “{listed.word}”{whole}: write “{listed.word}”"
                fix = replacement(doc, span, listed.word)
                yield al.Finding(rule, span, with_reason(message, entry), (), fix)
        for hit in self._capitals.hits(doc):
            use = self._with_capitals(doc, hit)
            if use and hit.span not in seen and counts(doc, hit.span, hit.form.entry):
                seen.add(hit.span)
                message = message_about(doc.slice(hit.span), hit.form.entry, f"“{use}”")
                yield al.Finding(hit.form.rule, hit.span, message, (), replacement(doc, hit.span, use))

    def everything(self, doc: al.Document) -> Iterator[tuple[str, al.Span]]:
        """Yield every place of an avoided form, regardless of scope and dialect."""
        return ((hit.form.rule, hit.span) for hit in wrong_hits(doc, self._avoided))

    def _with_capitals(self, doc: al.Document, hit: Hit) -> str:
        """The name as it should be, if the words found have other capitals; else ""."""
        found, use = doc.slice(hit.span), hit.form.entry.use
        if (
            hit.inflected
            or found.isupper()
            or " ".join(found.split()).replace("’", "'") == use.replace("’", "'")
        ):
            return ""
        # An English word in lower case, such as "us", is not the name.
        return "" if found.islower() and al.lexicon.is_word(found) else use


def _has_inner_capital(name: str) -> bool:
    """Whether a name has a capital inside a word, as in McDonald, YouTube and iPhone, but not IBM."""
    return any(word[1:] != word[1:].lower() and word != word.upper() for word in name.split())
