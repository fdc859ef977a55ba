"""Entries of the kind ``first-use``: a name in full and with its title at the first mention, short later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import articlelint as al
from articlelint_house.dialect import counts
from articlelint_house.entries import Entry
from articlelint_house.findings import replacement, with_reason
from articlelint_house.values import Fail
from articlelint_house.words import Hit, Words, forms_of, longest

_FULL, _SHORT = 0, 1


def check_entry(entry: Entry, fail: Fail) -> None:
    """Raise an error if the full and the short form are the same."""
    if entry.text("full") == entry.text("short"):
        raise fail("short", "'short' must be another form than 'full'")


def checks(entries: Mapping[str, Entry]) -> Iterator[al.Check]:
    """Return one check for all entries."""
    yield al.Check(frozenset(entries), FirstUses(entries).check)


class _Mention(NamedTuple):
    span: al.Span
    side: int


class FirstUses:
    """Finds mentions in the wrong form, for all entries of this kind."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._words = Words(
            form._replace(inflect=False)
            for rule, entry in entries.items()
            for side, key in enumerate(("full", "short"))
            for form in forms_of(rule, entry, (entry.text(key),), side)
        )

    def check(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield the findings in a document."""
        hits: dict[str, list[Hit]] = {}
        for hit in self._words.hits(doc):
            hits.setdefault(hit.form.rule, []).append(hit)
        found: dict[str, list[_Mention]] = {}
        shared: set[str] = set()
        for rule, own in hits.items():
            entry = self._entries[rule]
            for hit in longest(own):
                if hit.form.side == _SHORT and _is_part_of_another(doc, hit.span, entry):
                    shared.add(rule)
                elif counts(doc, hit.span, entry):
                    found.setdefault(rule, []).append(_Mention(hit.span, hit.form.side))
        for rule, mentions in found.items():
            # If somebody else has the short name too, the full name is needed to tell them apart.
            if rule not in shared:
                yield from _mentions(doc, rule, self._entries[rule], mentions)


def _is_part_of_another(doc: al.Document, span: al.Span, entry: Entry) -> bool:
    """Whether the short name is part of a longer one, such as that of a relative, a street, a foundation."""
    short = entry.text("short").split()
    for name in doc.names:
        if name.span.contains(span):
            return list(name.words) != short and name.text != entry.text("full")
        if name.span.start > span.end:
            break
    return False


def _mentions(doc: al.Document, rule: str, entry: Entry, mentions: list[_Mention]) -> Iterator[al.Finding]:
    first, *later = mentions
    full, short = entry.text("full"), entry.text("short")
    title = _missing_title(doc, first.span, entry)
    if first.side == _SHORT:
        whole = f"{title} {full}" if title else full
        message = f"“{doc.slice(first.span)}” is the first mention: write “{whole}”"
        there = next((mention.span for mention in later if mention.side == _FULL), None)
        related = (al.Related(there, f"“{full}” only here"),) if there else ()
        fix = replacement(doc, first.span, whole)
        yield al.Finding(rule, first.span, with_reason(message, entry), related, fix)
        # A later mention in full is not reported: it is the first one in full.
        return
    if title:
        message = f"“{full}” is mentioned first without a title: write “{title} {full}”"
        fix = replacement(doc, first.span, f"{title} {full}")
        yield al.Finding(rule, first.span, with_reason(message, entry), (), fix)
    for mention in later if entry.text("later") != "any" else ():
        if mention.side == _FULL:
            message = f"“{full}” has been mentioned before: write “{short}”"
            related = (al.Related(first.span, "first mention"),)
            fix = replacement(doc, mention.span, short)
            yield al.Finding(rule, mention.span, with_reason(message, entry), related, fix)


def _missing_title(doc: al.Document, span: al.Span, entry: Entry) -> str:
    """The title that the first mention lacks, or ""."""
    titles = entry.texts("title")
    around = " ".join(doc.slice(sentence.span) for sentence in doc.sentences_in(span)).lower()
    return "" if not titles or any(title.lower() in around for title in titles) else titles[0]
