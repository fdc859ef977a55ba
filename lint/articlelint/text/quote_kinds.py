"""The kinds of quotations, by their words and those around: a sentence, part of one, a title, a nickname."""

from __future__ import annotations

import re
from enum import StrEnum

from articlelint.model import Span
from articlelint.text.words import determiners, prepositions
from articlelint.text.words.word_set import word_set
from articlelint.text.words.works import WORKS


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
_TITLED = WORKS | word_set(
    """
    titled entitled headlined subtitled hit bestseller essay article report paper column painting sculpture
    sketch
    """
)
_POINTING = determiners.BASIC | determiners.QUANTIFIERS - {"all", "both", "each"} | {"such"}
_LONGEST_TITLE = 14
_LONGEST_LOOKED_AT = 400
"""How many characters of a quotation are looked at: enough to see that it is too long for a title."""
_LONGEST_SCARE = 3
_LONGEST_NICKNAME = 4
_SHORTEST_SENTENCE = 2


def kind_of(text: str, block: Span, span: Span, inner: Span) -> QuoteKind:
    """Return the kind of the quotation with this span in ``block``; ``inner`` is what its marks enclose."""
    words = _WORD.findall(text, inner.start, min(inner.end, inner.start + _LONGEST_LOOKED_AT))
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


def _word_before(text: str, start: int, end: int) -> str:
    """The last word of a range of a text, with what stands between it and the end."""
    if start == end:
        return ""
    found = _BEFORE.search(text, start, end)
    return found.group() if found else ""


def _is_nickname(quoted: str, before: str, last: str) -> bool:
    """Whether a quotation is announced by a word such as "dubbed", or stands between the parts of a name."""
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
    """Whether every word but the small ones has a capital, or the word before announces a title."""
    if len(words) > _LONGEST_TITLE or not bare or not (bare[0].isupper() or bare[0].isdigit()):
        return False
    if last in _TITLED:
        return True
    if len(words) == 1:
        return bare[-1] not in "!?…" and not bare.endswith((".", ",")) and last not in {"said", "replied", ""}
    main = [word for word in words if word.casefold() not in _SMALL]
    return len(main) > 1 and all(word[0].isupper() or word[0].isdigit() for word in main)


def _is_sentence(text: str, block: Span, span: Span, bare: str, words: int) -> bool:
    """Whether a quotation has a capital first and a stop last, or a stop and a capital inside."""
    return _is_one_sentence(text, block, span, bare, words) or _INNER_SENTENCE.search(bare) is not None


def _is_one_sentence(text: str, block: Span, span: Span, bare: str, words: int) -> bool:
    if not bare or not (bare[0].isupper() or bare[0].isdigit() or bare[0] in "“‘\"'$£€¿¡"):
        return False
    if bare[-1] in _STOPS or span.end >= block.end:
        return words >= _SHORTEST_SENTENCE or bare[-1] in _TERMINAL
    before = text[max(block.start, span.start - 4) : span.start].rstrip()[-1:]
    after = text[span.end : span.end + 1]
    return before in {"", *'.!?,:”"'} and words >= _SHORTEST_SENTENCE and after in {" ", ".", ",", "?", "!"}
