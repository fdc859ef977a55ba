"""Finds contradictions and duplicates among entries, and entries that may never report anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import articlelint as al
from articlelint_house.decisions import clashes, overlap
from articlelint_house.entries import Entry
from articlelint_house.name import Names
from articlelint_house.number import asked_for, number_hits
from articlelint_house.pattern import everything as everything_of_patterns
from articlelint_house.phrase import Phrases, spelled_out
from articlelint_house.term import Terms
from articlelint_house.words import never_found

_HEADLINES = frozenset({al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD})


class _Text(NamedTuple):
    """A text that an entry avoids, or asks for."""

    text: str
    rule: str
    asked: bool


class _Hit(NamedTuple):
    """A rule that reports something in such a text; ``whole`` if it reports all of it."""

    rule: str
    whole: bool


def faults(entries: Mapping[str, Entry]) -> Iterator[al.Fault]:
    """Yield the faults of the entries, of all kinds."""
    yield from _silent(entries)
    yield from clashes(entries)
    texts = list(_texts(entries))
    hits = _hits(entries, dict.fromkeys(text.text for text in texts))
    yield from _contradictions(entries, texts, hits)
    yield from _duplicates(entries, texts, hits)


def _silent(entries: Mapping[str, Entry]) -> Iterator[al.Fault]:
    """Report patterns that nothing shows to match, and entries whose scope holds nothing for them."""
    for rule, entry in entries.items():
        if entry.kind == "pattern" and not entry.flagged:
            message = "has no flagged example: add one, to show that the regex matches what it should"
            yield al.Fault(entry.at, rule, message)
        for form in (*entry.texts("avoid"), *entry.texts("pair")):
            why = never_found(form) if entry.kind != "phrase" else ""
            if why:
                yield al.Fault(
                    entry.at, rule, f"“{' '.join(form.split())}” is not found in a sentence: {why}"
                )
        no_headlines = entry.scope.kinds.isdisjoint(_HEADLINES)
        nowhere = (entry.kind == "heading" and no_headlines) or (
            "words-below" in entry.own and entry.scope.kinds <= _HEADLINES
        )
        if nowhere:
            message = (
                f"can never report anything: there is nothing for it in the scope {', '.join(entry.scopes)}"
            )
            yield al.Fault(entry.at, rule, message)


def _texts(entries: Mapping[str, Entry]) -> Iterator[_Text]:
    """Yield the texts that the entries avoid and those that they ask for."""
    for rule, entry in entries.items():
        for form in entry.texts("avoid"):
            spelled = spelled_out(form) if entry.kind == "phrase" else (form,)
            yield from (_Text(text, rule, asked=False) for text in spelled)
        if entry.use and "\\" not in entry.use:
            yield _Text(entry.use, rule, asked=True)
        wanted = asked_for(entry) if entry.kind == "number" else ()
        given = (entry.text(key) for key in ("full", "short"))
        always = entry.texts("pair") if entry.text("together") == "always" else ()
        yield from (_Text(text, rule, asked=True) for text in (*wanted, *given, *always) if text)


def _hits(entries: Mapping[str, Entry], texts: Iterable[str]) -> dict[str, list[_Hit]]:
    """What the entries report in some texts, regardless of scope and dialect, by text."""
    found: dict[str, list[_Hit]] = {text: [] for text in texts}
    spans: list[al.Span] = []
    at = 0
    for text in found:
        spans.append(al.Span(at, at + len(text)))
        at += len(text) + 2
    blocks = tuple(al.Block(al.BlockKind.PARAGRAPH, span) for span in spans)
    doc = al.Document("\n\n".join(found), blocks)
    by_start = dict(zip((span.start for span in spans), found, strict=True))
    for rule, span in _places(entries, doc):
        block = doc.block_at(span.start).span
        whole = span.start == block.start and span.end >= block.end
        found[by_start[block.start]].append(_Hit(rule, whole))
    patterns = {rule: entry for rule, entry in entries.items() if entry.kind == "pattern"}
    for rule, text, length in everything_of_patterns(patterns, found):
        found[text].append(_Hit(rule, length == len(text)))
    return found


def _places(entries: Mapping[str, Entry], doc: al.Document) -> Iterator[tuple[str, al.Span]]:
    def of(*kinds: str) -> dict[str, Entry]:
        return {rule: entry for rule, entry in entries.items() if entry.kind in kinds}

    yield from Terms(of("term", "banned")).everything(doc)
    yield from Phrases(of("phrase")).everything(doc)
    yield from Names(of("name")).everything(doc)
    for rule, entry in of("number").items():
        yield from ((rule, hit.span) for hit in number_hits(doc, entry))


def _contradictions(
    entries: Mapping[str, Entry], texts: Iterable[_Text], hits: Mapping[str, list[_Hit]]
) -> Iterator[al.Fault]:
    """Report entries that ask for a text which another entry, or the entry itself, reports."""
    for text, rule, asked in texts:
        if not asked:
            continue
        entry = entries[rule]
        for other in dict.fromkeys(hit.rule for hit in hits[text]):
            if other == rule:
                yield al.Fault(entry.at, rule, f"asks for “{text}”, which it reports itself")
            elif overlap(entry, entries[other]):
                message = f"asks for “{text}”, which {other} avoids, at {entries[other].at}"
                yield al.Fault(entry.at, rule, message)


def _duplicates(
    entries: Mapping[str, Entry], texts: Iterable[_Text], hits: Mapping[str, list[_Hit]]
) -> Iterator[al.Fault]:
    """Report entries that avoid the same form as an earlier entry, and whether all their forms are taken."""
    order = {rule: number for number, rule in enumerate(entries)}
    shared: dict[tuple[str, str], list[str]] = {}
    for text, rule, asked in texts:
        if asked:
            continue
        for other in dict.fromkeys(hit.rule for hit in hits[text] if hit.whole):
            if other != rule and overlap(entries[rule], entries[other]):
                pair = (rule, other) if order[rule] > order[other] else (other, rule)
                shared.setdefault(pair, []).append(text)
    for (rule, other), forms in shared.items():
        entry, first = entries[rule], entries[other]
        message = f"“{forms[0]}” is avoided by {other} as well, at {first.at}"
        own = entry.texts("avoid")
        if own and set(own) <= set(forms) and first.scope.covers(entry.scope) and not first.dialect:
            message += ", and so is all that it avoids: it has nothing to report of its own"
        elif len(set(forms)) > 1:
            message += f", and {len(set(forms)) - 1} more"
        yield al.Fault(entry.at, rule, message)
