"""The forms of an article's names: each spelling once, with every place it stands and the company it keeps."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

import articlelint as al
from articlelint_rules.spelling.skeleton import bare, plain


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
    for name in doc.names:
        words = [bare(word) for word in name.words]
        title = plain(doc.slice(name.title).split()[-1]) if name.title is not None else ""
        for i, (text, span) in enumerate(zip(name.words, name.word_spans, strict=True)):
            if not text[0].isupper() and "-" not in text and not text.startswith(("d'", "l'", "d’", "l’")):
                continue
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
