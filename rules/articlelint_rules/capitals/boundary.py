"""
What a capital inside a sentence means: a full stop was lost before it, or the capital is one too many.

The two rules missing-full-stop and stray-capital both read this, so that no place is reported twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import articlelint as al
from articlelint_rules.capitals.clauses import Clauses
from articlelint_rules.capitals.content_capitals import content_verdict, name_verdict
from articlelint_rules.capitals.everyday_capitals import everyday_verdict
from articlelint_rules.capitals.function_words import FUNCTION
from articlelint_rules.capitals.lost_stops import is_stop_lost, stop_candidates
from articlelint_rules.capitals.sentence_capitals import SentenceCapitals, Verdict, after_short_lines, base
from articlelint_rules.capitals.usage import BODY, usage_of

__all__ = ["InnerCapital", "Verdict", "inner_capitals"]

SHORT_QUOTE = 60
"""Characters up to which words in quotation marks may be a title."""
LONGEST = 200
"""Tokens up to which a sentence is one; longer, it is a list or a table that lost its marks."""


@dataclass(frozen=True, slots=True)
class InnerCapital:
    """A capitalised word inside a sentence, by the index of its token, and what it means."""

    token: int
    verdict: Verdict


@lru_cache(maxsize=2)
def inner_capitals(doc: al.Document) -> tuple[InnerCapital, ...]:
    """The wrong capitals inside the sentences of a document, in order."""
    return tuple(capital for s in doubtful_sentences(doc) for capital in _judge(s))


def doubtful_sentences(doc: al.Document) -> Iterator[SentenceCapitals]:
    """The sentences of a document that have a capital inside, with parts of speech."""
    usage = usage_of(doc)
    if usage.shouts:
        return
    titles = [quote.span for quote in doc.quotes if len(quote.span) <= SHORT_QUOTE]
    quoted = {i for span in titles for i in _tokens_in(doc, span)}
    for sentence in doc.sentences:
        if doc.blocks[sentence.block].kind not in BODY or len(sentence.tokens) > LONGEST:
            continue
        first, end = sentence.tokens[0], sentence.tokens[-1] + 1
        s = SentenceCapitals(
            words=doc.tokens.texts[first:end],
            kinds=doc.tokens.kinds[first:end],
            first=first,
            usage=usage,
            quoted=frozenset(i - first for i in sentence.tokens if i in quoted),
            broken=after_short_lines(doc, sentence),
        )
        everyday = s.everyday_words()
        if (everyday or stop_candidates(s)) and not s.is_title() and not s.is_verse():
            lowered = [everyday.get(i, word) for i, word in enumerate(s.words)]
            s.clauses = Clauses(lowered, al.tag_words(lowered))
            yield s


def _tokens_in(doc: al.Document, span: al.Span) -> Iterator[int]:
    """The indices of the tokens that begin inside a span."""
    for sentence in doc.sentences_in(span):
        yield from (i for i in sentence.tokens if span.start <= doc.tokens.starts[i] < span.end)


def _judge(s: SentenceCapitals) -> Iterator[InnerCapital]:
    """The wrong capitals of a sentence."""
    everyday, subjects, stops = s.everyday_words(), set(s.possible_subjects()), set(stop_candidates(s))
    for i in sorted({*everyday, *subjects, *stops}):
        verdict = _everyday(s, i) if i in everyday else name_verdict(s, i) if i in subjects else None
        # No statement begins with its finite verb: where a verb fits, its capital is the mistake.
        if i in stops and not (verdict is Verdict.STRAY and s.clauses.finite(i) and s.words[-1] != "?"):
            by_grammar = verdict is Verdict.LOST_STOP
            if is_stop_lost(s, i, by_grammar=by_grammar):
                verdict = Verdict.LOST_STOP
            elif by_grammar:
                verdict = None
        if verdict is not None and not s.is_in_title(i):
            yield InnerCapital(s.first + i, verdict)


def _everyday(s: SentenceCapitals, i: int) -> Verdict | None:
    """The verdict on a word that is never a name."""
    lower = base(s.words[i])
    return everyday_verdict(s, i, lower) if lower in FUNCTION else content_verdict(s, i)
