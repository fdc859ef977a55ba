"""
What a capital inside a sentence means: a full stop was lost before it, or the capital is one too many.

The two rules missing-full-stop and stray-capital both read this, so that no place is reported twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_rules.capitals.clauses import Clauses
from articlelint_rules.capitals.content_capitals import content_verdict, is_in_name, name_verdict
from articlelint_rules.capitals.everyday_capitals import everyday_verdict
from articlelint_rules.capitals.function_words import FUNCTION
from articlelint_rules.capitals.lost_stops import is_stop_lost
from articlelint_rules.capitals.sentence_capitals import CLOSING, SentenceCapitals, Verdict
from articlelint_rules.capitals.usage import BODY, Usage, usage_of

__all__ = ["InnerCapital", "Verdict", "inner_capitals"]

LONGEST = 200
"""The tokens of the longest sentence; a longer one is a list or a table that lost its marks."""
SHORT_QUOTE = 60
"""Characters up to which words in quotation marks may be a title."""
MARKS_BEFORE = CLOSING | {","}
"""Marks behind which a capital may be wrong."""


class InnerCapital(NamedTuple):
    """A capitalised word inside a sentence, by the index of its token, and what it means."""

    token: int
    verdict: Verdict


@lru_cache(maxsize=2)
def inner_capitals(doc: al.Document) -> tuple[InnerCapital, ...]:
    """The wrong capitals inside the sentences of a document, in order."""
    return tuple(capital for s in doubtful_sentences(doc) for capital in judge(s))


def doubtful_sentences(doc: al.Document, *, every: bool = False) -> Iterator[SentenceCapitals]:
    """
    The sentences of a document that have a doubtful capital inside, with parts of speech.

    With ``every``, also those whose capitals the words around explain: a model is trained on all.
    """
    usage = usage_of(doc)
    if usage.shouts:
        return
    doubtful = {i for i in usage.notable if usage.facts[i].upper} if every else _doubtful(doc, usage)
    quoted = _in_titles(doc) if doubtful else frozenset[int]()
    for sentence in _sentences_with(doc, usage, doubtful):
        s = SentenceCapitals(doc, sentence, usage, doubtful, quoted)
        if (s.everyday or s.stops) and not s.is_title() and not s.is_verse():
            s.clauses = _clauses(doc, sentence, s)
            yield s


def _doubtful(doc: al.Document, usage: Usage) -> set[int]:
    """The capitals of a document that may begin a sentence, and those of everyday words."""
    texts, facts = doc.tokens.texts, usage.facts
    everyday = [
        i
        for i in usage.capitals
        if facts[i].is_no_name
        and (texts[i - 1][-1].isalnum() or texts[i - 1] in MARKS_BEFORE)
        and usage.may_be_everyday(i)
        and not is_in_name(usage, i)
    ]
    stops = [
        i for i in usage.capitals if facts[i].regular and (texts[i - 1][-1].isalnum() or texts[i - 1] == ")")
    ]
    return {*everyday, *stops}


def _sentences_with(doc: al.Document, usage: Usage, tokens: set[int]) -> Iterator[al.Sentence]:
    """The sentences of a document's body that have some tokens, in order."""
    for at in sorted({bisect_right(usage.firsts, i) - 1 for i in tokens}):
        sentence = doc.sentences[at]
        if doc.blocks[sentence.block].kind in BODY and len(sentence.tokens) <= LONGEST:
            yield sentence


def _clauses(doc: al.Document, sentence: al.Sentence, s: SentenceCapitals) -> Clauses:
    """The grammar of a sentence, as it would be without its doubtful capitals."""
    lower = [facts.lower for facts in s.facts]
    if not s.everyday:
        return Clauses(s.words, lower, doc.tags(sentence))  # which other rules ask for, too
    words = s.words.copy()
    for i, word in s.everyday.items():
        words[i] = word
    return Clauses(words, lower, al.tag_words(words))


def _in_titles(doc: al.Document) -> frozenset[int]:
    """The tokens between quotation marks that may hold a title."""
    starts = doc.tokens.starts
    found: set[int] = set()
    for quote in doc.quotes:
        if len(quote.span) <= SHORT_QUOTE:
            found.update(range(bisect_left(starts, quote.span.start), bisect_left(starts, quote.span.end)))
    return frozenset(found)


def judge(s: SentenceCapitals) -> Iterator[InnerCapital]:
    """The wrong capitals of a sentence."""
    stops = set(s.stops)
    for i in sorted(s.everyday.keys() | stops):
        verdict = _everyday(s, i) if i in s.everyday else name_verdict(s, i) if s.words[i] != "I" else None
        # No statement begins with its finite verb: where a verb fits, its capital is the mistake.
        if i in stops and not (verdict is Verdict.STRAY and s.clauses.finite[i] and s.words[-1] != "?"):
            by_grammar = verdict is Verdict.LOST_STOP
            if is_stop_lost(s, i, by_grammar=by_grammar):
                verdict = Verdict.LOST_STOP
            elif by_grammar:
                verdict = None
        if verdict is not None and not s.is_in_title(i):
            yield InnerCapital(s.first + i, verdict)


def _everyday(s: SentenceCapitals, i: int) -> Verdict | None:
    """The verdict on a word that is never a name."""
    lower = s.facts[i].base
    return everyday_verdict(s, i, lower) if lower in FUNCTION else content_verdict(s, i)
