"""Names that are written as two words in one place and as one in another: Jong Un and Jong-un."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

import articlelint as al
from articlelint_rules.spelling.phonetic import bare
from articlelint_rules.spelling.spellings import Spelling

SHORTEST = 6
"""The fewest letters of such a name: two short words often make a third by chance."""
SHORTEST_PART = 3
REACH = 40
"""How many characters before a name are searched for the word before it."""
_NAME_BEFORE = re.compile(r"\b([A-Z][\w’'-]*) $")


def split_names(doc: al.Document) -> Iterator[tuple[Spelling, Spelling]]:
    """Yield the pairs of a closed or hyphenated and an open spelling of one part of a name."""
    open_forms = _open_forms(doc)
    closed_forms = _closed_forms(doc, open_forms.keys())
    for letters in sorted(closed_forms):
        for closed, closed_places in closed_forms[letters].items():
            for text, places in open_forms[letters].items():
                # "Mito Jo" beside "Mitojo" may be a name and what it is the name of.
                if "-" not in closed and min(len(word) for word in text.split()) < SHORTEST_PART:
                    continue
                if _follow_other_names(doc, closed_places, places):
                    continue
                yield Spelling.of(closed, closed_places), Spelling.of(text, places)


def _follow_other_names(doc: al.Document, closed: list[al.Span], open_: list[al.Span]) -> bool:
    """Whether both always follow another name, and never the same: American Airlines and Delta Air Lines."""
    firsts, seconds = ({_word_before(doc, span) for span in spans} for spans in (closed, open_))
    return "" not in firsts | seconds and firsts.isdisjoint(seconds)


def _word_before(doc: al.Document, span: al.Span) -> str:
    """Return the word with a capital right before a span; "" where there is none."""
    found = _NAME_BEFORE.search(doc.text, max(span.start - REACH, 0), span.start)
    return found[1] if found else ""


def _open_forms(doc: al.Document) -> dict[str, dict[str, list[al.Span]]]:
    """Return the places of two words side by side in a name, by their joined letters and by their text."""
    found: dict[str, dict[str, list[al.Span]]] = {}
    for name in doc.names:
        for i, (first, second) in enumerate(pairwise(name.words)):
            if first[:1].isupper() and second[:1].isupper():
                span = al.Span(name.word_spans[i].start, name.word_spans[i + 1].end)
                text = f"{first} {second}"
                if doc.slice(span) == text:
                    found.setdefault(bare(first + second), {}).setdefault(text, []).append(span)
    return found


def _closed_forms(doc: al.Document, letters: Collection[str]) -> dict[str, dict[str, list[al.Span]]]:
    """Return the places of the words of names with these letters, by their letters and text."""
    found: dict[str, dict[str, list[al.Span]]] = {}
    for name in doc.names:
        for word, span in zip(name.words, name.word_spans, strict=True):
            key = bare(word)
            if (
                len(key) >= SHORTEST
                and key in letters
                and word[:1].isupper()
                and not _is_attributive(doc, name, word)
            ):
                found.setdefault(key, {}).setdefault(word, []).append(span)
    return found


def _is_attributive(doc: al.Document, name: al.Name, word: str) -> bool:
    """Whether a hyphen only joins two words before a noun: "African-American voters"."""
    following = doc.text[name.span.end : name.span.end + 2]
    return "-" in word and len(name.words) == 1 and following[:1] == " " and following[1:].islower()
