"""The forms of an article's names: each spelling once, with every place it stands and the company it keeps."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

import articlelint as al
from articlelint_rules.spelling.skeleton import bare, plain

_CAPITAL = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]")
_SUFFIX = re.compile(r"(?<=\w{4})-(?:[a-z]{2,4}|[A-Z]?\d+[A-Z]?)$")
_HUMP = re.compile(r"[a-z][A-Z]")
"""McCain has one; words run together by a machine have more."""

_CALENDAR = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December""".split()
)


@dataclass(slots=True)
class Form:
    """
    One spelling of a word of names.

    ``before`` and ``after`` are its neighbours in the same name, in plain letters; ``titles`` the last word
    of the titles before it; ``sentences`` the sentences it stands in.
    """

    text: str
    places: list[al.Span] = field(default_factory=list)
    before: set[str] = field(default_factory=set)
    after: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)
    sure: bool = False
    """Whether it has its capital somewhere for no other reason than being a name."""

    @property
    def first(self) -> int:
        """Where it first stands."""
        return self.places[0].start


def name_forms(doc: al.Document) -> dict[str, Form]:
    """The words of the article's names by spelling, in reading order."""
    forms: dict[str, Form] = {}
    starts = [sentence.span.start for sentence in doc.sentences]
    whole = Counter(bare(word) for word in {word for name in doc.names for word in name.words})
    for name in doc.names:
        words = [bare(word) for word in name.words]
        title = plain(doc.slice(name.title).split()[-1]) if name.title is not None else ""
        for i, (text, span) in enumerate(zip(name.words, name.word_spans, strict=True)):
            if len(_HUMP.findall(text)) > 1 or not _CAPITAL.search(text) or text in _CALENDAR:
                continue
            text, span = _without_suffix(text.replace("’", "'"), span, whole)
            form = forms.setdefault(text, Form(text))
            form.places.append(span)
            form.sentences.add(bisect_right(starts, span.start))
            form.sure = form.sure or name.sure or i > 0
            if i:
                form.before.add(words[i - 1])
            if i + 1 < len(words):
                form.after.add(words[i + 1])
            if title:
                form.titles.add(title)
    return forms


def _without_suffix(text: str, span: al.Span, whole: Counter[str]) -> tuple[str, al.Span]:
    """
    A name without what is hung on it: Yuki-san, Mito-shi, Pantsir-S1.

    Not where the article also writes the two as one word, for then that is what is spelled two ways.
    """
    found = _SUFFIX.search(text)
    if found is None or whole[bare(text)] > 1:
        return text, span
    return text[: found.start()], al.Span(span.start, span.start + found.start())
