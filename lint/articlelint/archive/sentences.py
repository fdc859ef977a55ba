"""The sentence in which an article writes a form, with the line where it is: what people judge a form by."""

from __future__ import annotations

from typing import NamedTuple

from articlelint.archive.articles import Article
from articlelint.model import Span

LONGEST = 300
"""The characters of a sentence that are kept; those around the form, where it has more."""


class Sentence(NamedTuple):
    """A sentence of an article, on one line, and the line of the file or text that the form is on."""

    text: str
    line: int


NONE = Sentence("", 0)


def sentence_at(article: Article, span: Span) -> Sentence:
    """Return the sentence of an article that a span begins in."""
    document = article.document
    found = document.sentences_in(span)
    whole = found[0].span if found else span
    part = whole if len(whole) <= LONGEST else _around(span, whole, document.text)
    text = " ".join(document.slice(part).split())
    before = "… " if part.start > whole.start else ""
    after = " …" if part.end < whole.end else ""
    return Sentence(before + text + after, article.line_of(span))


def _around(span: Span, whole: Span, text: str) -> Span:
    """The whole words of a long sentence that have a span in their middle."""
    start = max(whole.start, min(span.start - (LONGEST - len(span)) // 2, whole.end - LONGEST))
    end = min(start + LONGEST, whole.end)
    if start > whole.start:
        start = next((i for i in range(start, span.start) if text[i - 1].isspace()), start)
    if end < whole.end:
        end = next((i for i in range(end, span.end, -1) if text[i].isspace()), end)
    return Span(start, end)
