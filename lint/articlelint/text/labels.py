"""Labels: what stands before the first sentence of a block and is no part of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from articlelint.model import Block, BlockKind, Span
from articlelint.text.gazetteer import NameKind, name_kinds
from articlelint.text.sentences import Sentence
from articlelint.text.words import conjunctions, determiners, prepositions, pronouns
from articlelint.text.words.agencies import AGENCIES
from articlelint.text.words.calendar import MONTH_PATTERN


class LabelKind(StrEnum):
    """What a label is."""

    SPEAKER = "speaker"
    """Who says what follows: ``((WN))``, ``TAPPER:``, ``Q.``"""
    DATELINE = "dateline"
    """Where the report was written, with or without the agency: ``LONDON (Reuters) -``"""
    TIME = "time"
    """The time of an entry of a live blog: ``10.15am:``"""
    LEAD_IN = "lead-in"
    """Words in bold, or in capitals with a colon, that announce the paragraph: a name, ``UPDATE:``"""


class Label(NamedTuple):
    """A label and its span, which includes the colon or dash after it, and no white space at its ends."""

    kind: LabelKind
    span: Span


_LABELLED = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.BLOCKQUOTE,
        BlockKind.STANDFIRST,
        BlockKind.QA_TURN,
        BlockKind.RECIPE_STEP,
    }
)
_CAPITALS = r"[^\W\d_a-z][^\W\d_a-z.’'-]*"
_NAME = r"[^\W\d_a-z][\w.’'-]*"
_BRACKETED = re.compile(r"\(\([^()\n]{1,60}\)\):?")
_IN_CAPITALS = re.compile(rf"(?:{_CAPITALS}[ ]){{0,3}}[^\W\d_a-z]{{2}}[^\W\d_a-z.’'-]*:(?=\s+\S)")
_TURN = re.compile(rf"(?:(?:Q|A|Question|Answer)[.:]|{_NAME}(?:[ ]{_NAME}){{0,3}}:)(?=\s+\S)")
_TIME = re.compile(
    r"\d{1,2}(?:[:.]\d\d(?:[ ]?[ap]\.?m\b\.?)?|[ ]?[ap]\.?m\b\.?)(?:[ ][A-Z]{2,4})?"
    r"(?::(?!\d)|[ ][–—|-]|(?=\n))(?=\s+\S)"
)
_DATE = rf"(?:{MONTH_PATTERN})\.?[ ]\d{{1,2}}"
_PLACE = rf"{_NAME}(?:[ ]{_NAME}){{0,2}}(?:,[ ]{_NAME}(?:[ ]{_NAME})?)?"
_AGENCY = r"\((?:[A-Z]{2,6}|[A-Z][a-z]+|dpa)(?:[ /-][A-Z][\w.]*){0,3}\)"
_WIRE = rf"\((?:CNN|{'|'.join(AGENCIES)})(?:[ ][A-Z]\w*)?\)"
_DASH = r"[—–-]{1,2}"
_OPENING = "(?=[ ][\"“‘'(\\[]?[^\\W_a-z])"
_WITH_AGENCY = re.compile(rf"(?:{_PLACE}(?:,[ ]{_DATE})?|{_DATE})[ ]?{_AGENCY}[ ]?{_DASH}{_OPENING}")
_WITHOUT_DASH = re.compile(rf"{_PLACE}(?:,[ ]{_DATE})?[ ]{_WIRE}{_OPENING}")
_CITY_NAME = rf"[^\W\d_a-z]{{3}}[^\W\d_a-z.]*(?:[ ]{_CAPITALS}){{0,2}}(?:,[ ]{_NAME}(?:[ ]{_NAME})?)?"
_CITY = re.compile(
    rf"{_CITY_NAME}(?:,[ ]{_DATE})?"
    rf"[ ]{_DASH}{_OPENING}"
)
_INNER = re.compile(
    rf"(?<!\S){_CITY_NAME}(?:,[ ]{_DATE})?"
    rf"[ ]{_AGENCY}[ ]?{_DASH}{_OPENING}"
)
_LEAD_IN_WORDS = 10
_TOP = 4
"""How many paragraphs at the top may begin with a dateline: a summary may stand before the report."""
_SMALL_WORDS = (
    determiners.BASIC
    | prepositions.FREQUENT
    | pronouns.SUBJECTS
    | conjunctions.SUBORDINATING
    | pronouns.QUESTION_ADVERBS
)
_AFTER_LEAD_IN = re.compile(r"[ ]?[:–—-](?=\s)|(?=\n)")
_NEXT_WORD = re.compile(r"\s+([^\W\d_][\w’'-]*)")


def find_labels(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], bold: Sequence[Span]
) -> tuple[Label, ...]:
    """
    Return the labels of all blocks, in order. ``bold`` are the spans in bold.

    A block has at most one label at its start. Further datelines, each with its agency, may begin sentences
    inside a paragraph, where several reports were joined.
    """
    found: list[Label] = []
    bold_starts = [span.start for span in bold]
    paragraphs = 0
    for block in blocks:
        if block.kind not in _LABELLED:
            continue
        label = _opening_label(text, block, near_top=paragraphs < _TOP)
        paragraphs += block.kind is BlockKind.PARAGRAPH
        at = bisect_left(bold_starts, block.span.start)
        if label is None and at < len(bold) and bold[at].start == block.span.start:
            label = _lead_in(text, block, bold[at])
        if label is not None:
            found.append(label)
    found += _inner_datelines(text, blocks, sentences, {label.span.start for label in found})
    found.sort(key=lambda label: label.span)
    return tuple(found)


def _opening_label(text: str, block: Block, *, near_top: bool) -> Label | None:
    """
    The label that a block begins with, by its wording.

    A dateline without an agency, or without a dash, stands near the top of an article.
    """
    patterns = [(LabelKind.SPEAKER, _BRACKETED)]
    if block.kind is BlockKind.QA_TURN:
        patterns.append((LabelKind.SPEAKER, _TURN))
    patterns += [
        (LabelKind.LEAD_IN, _IN_CAPITALS),
        (LabelKind.TIME, _TIME),
        (LabelKind.DATELINE, _WITH_AGENCY),
    ]
    if near_top:
        patterns += [(LabelKind.DATELINE, _CITY), (LabelKind.DATELINE, _WITHOUT_DASH)]
    for kind, pattern in patterns:
        match = pattern.match(text, block.span.start, block.span.end)
        if match is not None:
            speaks = kind is LabelKind.LEAD_IN and _names_somebody(match.group())
            return Label(LabelKind.SPEAKER if speaks else kind, Span(*match.span()))
    return None


def _names_somebody(label: str) -> bool:
    """Whether a label in capitals ends with a surname: TAPPER: and ANNA BERG:, not UPDATE: or NATO:"""
    return NameKind.SURNAME in name_kinds(label.rstrip(":").split()[-1].lower())


def _lead_in(text: str, block: Block, bold: Span) -> Label | None:
    """
    The bold words that begin a block, if they are no part of its first sentence.

    They end with a colon, a dash or a line, with a full stop of their own, or before a word that has its
    capital only because a sentence begins: "**Anna Berg** At the ministry, she ran".
    """
    words = text[bold.start : bold.end]
    if bold.end >= block.span.end or len(words.split()) > _LEAD_IN_WORDS or not words[0].isupper():
        return None
    mark = _AFTER_LEAD_IN.match(text, bold.end, block.span.end)
    if words[-1] in ":.?!" or mark is not None:
        return Label(LabelKind.LEAD_IN, Span(bold.start, mark.end() if mark is not None else bold.end))
    following = _NEXT_WORD.match(text, bold.end, block.span.end)
    if following is None or words[-1] in ",;":
        return None
    word = following.group(1)
    if word[0].isupper() and word.lower() in _SMALL_WORDS and words.lower() not in _SMALL_WORDS:
        return Label(LabelKind.LEAD_IN, bold)
    return None


def _inner_datelines(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], known: set[int]
) -> Iterator[Label]:
    """The datelines with an agency, the place in capitals, that begin a sentence inside a paragraph."""
    if "(" not in text:
        return
    starts = [sentence.span.start for sentence in sentences]
    for match in _INNER.finditer(text):
        at = bisect_left(starts, match.start())
        if match.start() in known or at == len(starts) or starts[at] != match.start():
            continue
        if blocks[sentences[at].block].kind in _LABELLED:
            yield Label(LabelKind.DATELINE, Span(*match.span()))
