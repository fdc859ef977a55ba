"""Names written as two words here and as one there: Jong Un and Jong-un, Abdul Rahman and Abdulrahman."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import articlelint as al
from articlelint_rules.spelling.heard import heard_word
from articlelint_rules.spelling.spellings import Spelling
from articlelint_rules.spelling.phonetic import bare

SHORTEST = 6
"""Letters; two short words often make a third by chance."""
SHORTEST_PART = 3


def split_names(doc: al.Document) -> Iterator[tuple[Spelling, Spelling]]:
    """The pairs of an open and a closed or hyphenated spelling of one part of a name."""
    apart = _apart(doc)
    closed: dict[str, dict[str, list[al.Span]]] = {}
    for name in doc.names if apart else ():
        for i, word in enumerate(name.words):
            key = bare(word)
            if (
                key in apart
                and len(key) >= SHORTEST
                and word[:1].isupper()
                and not _attributive(doc, name, word)
            ):
                closed.setdefault(key, {}).setdefault(word, []).append(name.word_spans[i])
    for key in sorted(closed):
        for joined, places in closed[key].items():
            for text, spans in apart[key].items():
                # "Mito Jo" beside "Mitojo" may be a name and what it is the name of.
                if "-" not in joined and min(map(len, text.split())) < SHORTEST_PART:
                    continue
                yield _spelling(joined, places), _spelling(text, spans)


def may_be_split(words: Iterable[str]) -> bool:
    """Whether one of these words may be two others of them run together."""
    letters = {heard_word(word).bare for word in words}
    ordered = sorted(letters)
    if not any(map(str.startswith, ordered[1:], ordered)):
        return False
    # Words that begin with another stand right behind it.
    for i in [i for i, (first, second) in enumerate(pairwise(ordered)) if second.startswith(first)]:
        first = ordered[i]
        for joined in ordered[i + 1 :]:
            if not joined.startswith(first):
                break
            if len(joined) >= SHORTEST and joined[len(first) :] in letters:
                return True
    return False


def _apart(doc: al.Document) -> dict[str, dict[str, list[al.Span]]]:
    """Where two words of one name stand side by side, by their letters run together and as they stand."""
    apart: dict[str, dict[str, list[al.Span]]] = {}
    for name in doc.names:
        if len(name.words) == 1:
            continue
        for i, (first, second) in enumerate(pairwise(name.words)):
            if first[:1].isupper() and second[:1].isupper():
                span = al.Span(name.word_spans[i].start, name.word_spans[i + 1].end)
                text = f"{first} {second}"
                if doc.slice(span) == text:
                    apart.setdefault(bare(first + second), {}).setdefault(text, []).append(span)
    return apart


def _attributive(doc: al.Document, name: al.Name, word: str) -> bool:
    """Whether a hyphen only joins two words before a noun: "African-American voters"."""
    following = doc.text[name.span.end : name.span.end + 2]
    return "-" in word and len(name.words) == 1 and following[:1] == " " and following[1:].islower()


def _spelling(text: str, places: list[al.Span]) -> Spelling:
    return Spelling(tuple(places), (text,) * len(places))
