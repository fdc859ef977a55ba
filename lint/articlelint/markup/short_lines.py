"""Finds what runs of short lines are: crossheads, lists without bullets, and verse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlelint.markup.article_blocks import (
    ArticleBlocks,
    has_full_stop,
    is_title_case,
    is_unfinished,
)
from articlelint.model import BlockKind
from articlelint.text.words import auxiliaries, conjunctions, determiners, prepositions, pronouns

_SENTENCE_OPENERS = frozenset(
    word.capitalize()
    for word in (
        *pronouns.SUBJECTS,
        *determiners.DEMONSTRATIVES,
        *("and", "but", "her", "his", "my", "so", "their", "then", "there", "your"),
    )
)
_SMALL_WORDS = (
    determiners.BASIC
    | prepositions.FREQUENT
    | pronouns.SUBJECTS
    | pronouns.OBJECTS
    | conjunctions.COORDINATING
    | conjunctions.SUBORDINATING
)
_NEVER_NAMES = _SMALL_WORDS | auxiliaries.BE | auxiliaries.HAVE | auxiliaries.DO
_CROSSHEAD_WORDS = 10
PLAIN_CROSSHEAD_WORDS = 6
_FEWEST_CAPITALS = 4
_FEWEST_ITEMS = 3
_FEWEST_VERSES = 4
_VERSE_LENGTH = 60
"""The most code points of a line of verse; prose that is wrapped so narrowly is one block."""


def find_verse(article: ArticleBlocks) -> None:
    """Find stanzas: short lines in a row without a blank line, most of them without a full stop."""
    for index, text in enumerate(article.texts):
        if "\n" in text and article.open(index) and _is_verse(text.split("\n")):
            article.kinds[index] = BlockKind.VERSE
    for stanza in _stanzas(article):
        if _is_verse([article.texts[i] for i in stanza]):
            for index in stanza:
                article.kinds[index] = BlockKind.VERSE


def _stanzas(article: ArticleBlocks) -> Iterator[range]:
    """The runs of blocks that each stand directly under the one before."""
    first = 0
    for index in range(1, len(article.texts) + 1):
        under = index < len(article.texts) and article.blocks[index].adjoins and article.open(index)
        if under and article.open(index - 1):
            continue
        if index - first >= _FEWEST_VERSES:
            yield range(first, index)
        first = index


def _is_verse(lines: Sequence[str]) -> bool:
    """
    Whether the lines are verse: sentences that run on from line to line.

    Most lines have a small word such as "the", which tells them from a list of names. At least a third of
    them begin with one or end with a comma, and at most half end with a full stop.
    """
    if len(lines) < _FEWEST_VERSES or max(map(len, lines)) > _VERSE_LENGTH:
        return False
    words = [line.lower().split() for line in lines]
    if not all(words):
        return False
    running = sum(not _SMALL_WORDS.isdisjoint(line) for line in words)
    joined = sum(
        line[0] in _SMALL_WORDS or is_unfinished(raw) for line, raw in zip(words, lines, strict=True)
    )
    ended = sum(map(has_full_stop, lines))
    return 2 * running > len(lines) and 3 * joined >= len(lines) and 2 * ended <= len(lines)


def find_crossheads(article: ArticleBlocks) -> None:
    """
    Find crossheads: one or two short lines in a row, without an end mark, above running text.

    Three or more such lines are a list without bullets, wherever they stand.
    """
    run: list[int] = []
    for index in range(1, len(article.texts) + 1):
        if index < len(article.texts) and article.open(index):
            if article.words(index) <= _CROSSHEAD_WORDS and _is_shouted(article.texts[index]):
                if index + 1 < len(article.texts):
                    article.kinds[index] = BlockKind.CROSSHEAD
            elif _is_crosshead(article, index):
                run.append(index)
                continue
        if run:
            if len(run) >= _FEWEST_ITEMS:
                _set_kind(article, run, BlockKind.LIST_ITEM)
            elif index < len(article.texts) and article.body(index):
                _set_kind(article, run, BlockKind.CROSSHEAD)
            run = []


def _set_kind(article: ArticleBlocks, indexes: Sequence[int], kind: BlockKind) -> None:
    for index in indexes:
        article.kinds[index] = kind


def _is_shouted(text: str) -> bool:
    """Whether a line is all in capitals, two words or more, no sentence and no quotation: TOP STORIES."""
    if not text.isupper() or " " not in text or not text[0].isalnum() or has_full_stop(text):
        return False
    return sum(map(str.isupper, text)) >= _FEWEST_CAPITALS


def _is_title_question(text: str) -> bool:
    """
    Whether a question has the capitals of a title: Are You a Human?

    All words but small ones have a capital, and one inside is no name: "Are", "You" and "Does" are none.
    """
    words = text.rstrip("?").split()
    if not words or any(not word[0].isupper() for word in words if word not in _SMALL_WORDS):
        return False
    return any(word.istitle() and word.lower() in _NEVER_NAMES for word in words[1:])


def _is_crosshead(article: ArticleBlocks, index: int) -> bool:
    """Whether a line can be a crosshead: a few words without an end mark, or a question in title case."""
    text = article.texts[index]
    if article.words(index) > _CROSSHEAD_WORDS:
        return False
    if text.endswith("?"):
        return _is_title_question(text)
    if not article.unmarked(index):
        return False
    if article.blocks[index].strong or is_title_case(text):
        return True
    return article.words(index) <= PLAIN_CROSSHEAD_WORDS and text.split()[0] not in _SENTENCE_OPENERS
