"""What a quotation is, by its words and those around it: a sentence, part of one, a title, a nickname."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import filterfalse

from articlelint.model import Span
from articlelint.text.words import determiners, prepositions
from articlelint.text.words.word_set import word_set


class QuoteKind(StrEnum):
    """What stands between a pair of quotation marks."""

    SENTENCE = "sentence"
    """One full sentence or more: “We won.”"""
    PARTIAL = "partial"
    """Part of a sentence, woven into the writer's own: a “clear and present danger”."""
    TITLE = "title"
    """The title of a work, a programme, a headline: “The Third Man”."""
    NICKNAME = "nickname"
    """Another name of somebody or something: Dwayne “The Rock” Johnson."""
    SCARE = "scare"
    """Words that the writer keeps at a distance: their so-called “reforms”."""
    WORD = "word"
    """A single word, or a term that is talked about: the word “kettle”."""


_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_TERMINAL = ".!?…"
_STOPS = _TERMINAL + ",—–-;:"
_INNER_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*\s+[\"“‘'(\[]*[A-Z]")
_SMALL = (
    determiners.ARTICLES | prepositions.COMMON | word_set("and but or nor as is it vs via over my your our")
)
_BEFORE = re.compile(r"\b[^\W\d_][\w’'-]*[,:]?\s*\Z")
_NICKNAMED = word_set("nicknamed dubbed aka a.k.a alias nickname moniker called")
_DUBBED = frozenset({"nicknamed", "dubbed"})
_SCARED = word_set("so-called supposed alleged self-styled purported ostensible")
_TITLED = word_set(
    """
    titled entitled headlined subtitled film movie book novel song album single show series episode play
    musical opera poem essay article memoir documentary podcast bestseller hit drama comedy sitcom magazine
    painting sculpture column report paper thriller sequel soundtrack sketch"""
)
_POINTING = determiners.BASIC | determiners.QUANTIFIERS - {"all", "both", "each"} | {"such"}
_LONGEST_TITLE = 14
_SPLIT = 20
"""Chunks that a quotation is divided into at first: enough for a title, and seldom more is looked at."""
_LONGEST_SCARE = 3
_LONGEST_NICKNAME = 4
_SHORTEST_SENTENCE = 2


def kind_of(text: str, block: Span, span: Span, inner: Span) -> QuoteKind:
    """The kind of the quotation that takes up ``span`` in ``block``; ``inner`` is what its marks enclose."""
    words = _words_of(text[inner.start : min(inner.end, inner.start + 400)])
    if not words:
        return QuoteKind.WORD
    before = _word_before(text, max(block.start, span.start - 40), span.start)
    last = before.strip(" ,:\u00a0\n").casefold()
    bare = text[inner.start : inner.end].strip().lstrip("[(…. ")
    if len(words) <= _LONGEST_NICKNAME and _is_nickname(
        text[span.start : min(span.end + 2, block.end)], before, last
    ):
        return QuoteKind.NICKNAME
    if last in _SCARED:
        return QuoteKind.SCARE
    if _is_title(words, bare, last):
        return QuoteKind.TITLE
    if _is_sentence(text, block, span, bare, len(words)):
        return QuoteKind.SENTENCE
    if len(words) <= _LONGEST_SCARE and last in _POINTING and text[span.end : span.end + 2].strip().isalpha():
        return QuoteKind.SCARE
    return QuoteKind.WORD if len(words) == 1 else QuoteKind.PARTIAL


def _words_of(text: str) -> list[str]:
    """The words of a text in no order, not all where a title has fewer."""
    chunks = text.split(None, _SPLIT)
    words = list(filter(str.isalnum, chunks))  # most of what stands between two spaces is one as it is
    if len(words) <= _LONGEST_TITLE:
        for chunk in filterfalse(str.isalnum, chunks):
            words += _WORD.findall(chunk)
    return words


def _word_before(text: str, start: int, end: int) -> str:
    """The word that a range of a text ends with, and what is between it and the end."""
    if start == end:
        return ""
    bare = start + len(text[start:end].rstrip())
    # It has no space inside: the pattern need not be tried before the last one.
    found = _BEFORE.search(text, max(text.rfind(" ", start, bare), start), end)
    return found.group() if found else ""


def _is_nickname(quoted: str, before: str, last: str) -> bool:
    """Announced by a word such as dubbed, or between the parts of a name."""
    if last in _DUBBED:
        return True
    end = next((at for at in range(1, len(quoted)) if quoted[at] in "\"”’»'"), 0)
    if not quoted[1:2].isupper() or quoted[end - 1] in _STOPS or last.endswith(("’s", "'s")):
        return False
    if last in _NICKNAMED:
        return True
    framed = quoted[end + 1 : end + 2] == " " and quoted[end + 2 : end + 3].isupper()
    return framed and before[:1].isupper() and before.endswith(" ") and last not in _SMALL


def _is_title(words: list[str], bare: str, last: str) -> bool:
    """Every word but the small ones with a capital, or a word before it that announces a title."""
    if len(words) > _LONGEST_TITLE or not bare or not (bare[0].isupper() or bare[0].isdigit()):
        return False
    if last in _TITLED:
        return True
    if len(words) == 1:
        return bare[-1] not in "!?…" and not bare.endswith((".", ",")) and last not in {"said", "replied", ""}
    main = [word for word in words if word.casefold() not in _SMALL]
    return len(main) > 1 and all(word[0].isupper() or word[0].isdigit() for word in main)


def _is_sentence(text: str, block: Span, span: Span, bare: str, words: int) -> bool:
    """A capital first and a stop last, or a stop and a capital inside."""
    return _is_one_sentence(text, block, span, bare, words) or _INNER_SENTENCE.search(bare) is not None


def _is_one_sentence(text: str, block: Span, span: Span, bare: str, words: int) -> bool:
    if not bare or not (bare[0].isupper() or bare[0].isdigit() or bare[0] in "“‘\"'$£€¿¡"):
        return False
    if bare[-1] in _STOPS or span.end >= block.end:
        return words >= _SHORTEST_SENTENCE or bare[-1] in _TERMINAL
    before = text[max(block.start, span.start - 4) : span.start].rstrip()[-1:]
    behind = text[span.end : span.end + 1]
    return before in {"", *'.!?,:”"'} and words >= _SHORTEST_SENTENCE and behind in {" ", ".", ",", "?", "!"}
