"""Small numbers in figures, and larger ones in words, where the house has it the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator

import articlelint as al
from articlelint_house.number_hits import NumberHit

_WORDS = ("zero", *al.words.numbers.ONES, *al.words.numbers.TEN_TO_NINETEEN)
_TENS = al.words.numbers.TENS
_LARGE = frozenset((*al.words.numbers.SCALES, "hundreds", "thousands", "millions", "billions", "dozen"))
_MEASURED = (
    al.words.units.SYMBOLS
    | al.words.units.LENGTHS
    | {al.words.units.plural(unit) for unit in al.words.units.EVERYDAY_UNITS}
    | frozenset(
        """
        percent per cent cents ml mg kb mb gb tb px pt pts kph hz khz mhz ghz ounces grams points point times
        x am pm a.m. p.m. o'clock o’clock st nd rd th gigabytes megabytes kilobytes terabytes bits bytes
        pixels stars goals runs wickets sets pence p years-old year-old votes seats
        """.split()
    )
)
"""What stands after figures in every house: units, scores, money."""
_IRREGULAR = frozenset("people men women children feet teeth mice staff series species others more".split())
_BLOCKS = frozenset(
    {al.BlockKind.PARAGRAPH, al.BlockKind.LIST_ITEM, al.BlockKind.STANDFIRST, al.BlockKind.CAPTION}
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINING = frozenset({"to", "or", "and", "in"})
"""Between two numbers, they make them one: "2 to 3 weeks", "three in ten"."""
_NOT_BEFORE_FIGURES = _LARGE | {"and", "or", "to", "-", "–", "—", "a", "of"}
"""Words before a number in words that is part of a larger number or a phrase, and stays as it is."""
_DIGITS = 10
_HUNDRED = 100


def find(doc: al.Document, _key: str, wanted: str | int) -> Iterator[NumberHit]:
    """The numbers on the wrong side of the limit."""
    limit = int(wanted)
    for number in range(2, limit):
        for index in doc.positions.get(str(number), ()):
            if _counts_something(doc, index, limit):
                yield NumberHit(_span(doc, index), in_words(number))
    for number, word in ((n, in_words(n)) for n in range(limit, _HUNDRED)):
        for index in doc.positions.get(word, ()):
            if _may_be_figures(doc, index):
                yield NumberHit(_span(doc, index), str(number))


def in_words(number: int) -> str:
    """A number below a hundred in words."""
    if number < len(_WORDS):
        return _WORDS[number]
    tens, ones = divmod(number, _DIGITS)
    return _TENS[tens - 2] + (f"-{_WORDS[ones]}" if ones else "")


def _span(doc: al.Document, index: int) -> al.Span:
    return al.Span(doc.tokens.starts[index], doc.tokens.ends[index])


def _around(doc: al.Document, index: int, by: int) -> str:
    """A neighbour's text, or "" where there is none in the sentence."""
    sentence = doc.sentences_in(_span(doc, index))[0]
    at = index + by
    return doc.tokens.texts[at] if at in sentence.tokens else ""


def _counts_something(doc: al.Document, index: int, limit: int) -> bool:
    """
    Whether a figure counts things: "3 schools", "5 new ferries", but not "step 3", "3 per cent", "3-4 weeks".

    What comes after it must be a plural, a word in between at most; what stands before must be no noun.
    """
    tokens = doc.tokens
    before, after, second = (_around(doc, index, by) for by in (-1, 1, 2))
    if second in {"old", "older"}:  # the age of somebody
        return False
    touches = (index and tokens.ends[index - 1] == tokens.starts[index] and before not in "(“‘\"'—–") or (
        after and tokens.starts[index + 1] == tokens.ends[index]
    )
    if (
        touches
        or not after.islower()
        or after in _MEASURED
        or second in _MEASURED | _LARGE
        or after in _LARGE
    ):
        return False
    if doc.block_at(tokens.starts[index]).kind not in _BLOCKS or not _is_plain_before(doc, index, before):
        return False
    return _has_plural(doc, index, after, second) and not _has_larger_beside(doc, index, limit)


def _is_plain_before(doc: al.Document, index: int, before: str) -> bool:
    if not before:  # a sentence may begin so, in a list; its word has another capital
        return False
    if before.lower() in _JOINING and _is_number(_around(doc, index, -2)):
        return False
    if before.lower() == "of" and _around(doc, index, -2) == "out":
        return False
    if before[0].isdigit() or before in {"#", "$", "£", "€", "No", "no", "×", "x", "+", "/", ":", "="}:
        return False
    return _tag(doc, index - 1) not in {al.Tag.NOUN, al.Tag.PROPN, al.Tag.NUM, al.Tag.SYM}


def _has_plural(doc: al.Document, index: int, after: str, second: str) -> bool:
    """Whether a plural noun follows, with an adjective before it at most."""
    tag = _tag(doc, index + 1)
    return (_is_plural(after) and tag is al.Tag.NOUN) or (_is_plural(second) and tag is al.Tag.ADJ)


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word.lower() in _WORDS or word.lower().partition("-")[0] in _TENS


def _is_plural(word: str) -> bool:
    if word in _IRREGULAR:
        return True
    return word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))  # noqa: PLR2004


def _tag(doc: al.Document, index: int) -> al.Tag:
    sentence = doc.sentences_in(_span(doc, index))[0]
    return doc.read(sentence).word_of(index).tag


def _has_larger_beside(doc: al.Document, index: int, limit: int) -> bool:
    """Whether the sentence has figures that stay figures: numbers that are compared are written alike."""
    sentence = doc.sentences_in(_span(doc, index))[0]
    texts = (doc.tokens.texts[i] for i in sentence.tokens if i != index)
    figures = (text for text in texts if text[0].isdigit() and not _YEAR.fullmatch(text))
    return any(not text.isdecimal() or int(text) >= limit for text in figures)


def _may_be_figures(doc: al.Document, index: int) -> bool:
    """Whether a number in words counts things and does not begin its sentence or belong to a larger one."""
    text = doc.tokens.texts[index]
    before, after = (_around(doc, index, by) for by in (-1, 1))
    if not text.islower() or not before or not after.islower():
        return False
    if doc.block_at(doc.tokens.starts[index]).kind not in _BLOCKS:
        return False
    if before.lower() in _JOINING and _is_number(_around(doc, index, -2)):
        return False
    if before in {"In", "IN"} or before.lower() in _NOT_BEFORE_FIGURES:
        return False
    return _has_plural(doc, index, after, _around(doc, index, 2))
