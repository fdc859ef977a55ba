"""Counts words, sentences and syllables in the prose of an article, and computes readability grades."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_vale.scopes import KINDS_OF_BLOCKS

_LONG = 6
_POLYSYLLABIC = 2
_WORDS = frozenset({al.TokenKind.WORD, al.TokenKind.NUMBER})
_SKIPPED = frozenset({"heading", "table", "figure"})


class Counts(NamedTuple):
    """The counts, under the names that formulas of ``metric`` rules use."""

    words: float = 0
    sentences: float = 0
    paragraphs: float = 0
    characters: float = 0
    syllables: float = 0
    long_words: float = 0
    complex_words: float = 0
    polysyllabic_words: float = 0

    @property
    def flesch_kincaid(self) -> float:
        """The Flesch-Kincaid grade."""
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def gunning_fog(self) -> float:
        """The Gunning Fog index."""
        return 0.4 * (self.words / self.sentences + 100 * self.complex_words / self.words)

    @property
    def smog(self) -> float:
        """The SMOG grade."""
        return 1.043 * math.sqrt(self.polysyllabic_words * 30 / self.sentences) + 3.1291

    @property
    def automated(self) -> float:
        """The Automated Readability Index."""
        return 4.71 * self.characters / self.words + 0.5 * self.words / self.sentences - 21.43

    @property
    def coleman_liau(self) -> float:
        """The Coleman-Liau index."""
        return 5.88 * self.characters / self.words - 29.6 * self.sentences / self.words - 15.8


def count(doc: al.Document) -> Counts:
    """The counts of a document: of paragraphs, lists and quotations, without headings and tables."""
    paragraphs = sentences = 0
    words: Counter[str] = Counter()
    texts, kinds = doc.tokens.texts, doc.tokens.kinds
    for block in blocks(doc):
        paragraphs += 1
        for sentence in doc.sentences_in(block.span):
            sentences += 1
            words.update(texts[at] for at in sentence.tokens if kinds[at] in _WORDS)
    figures = [0.0] * len(Counts._fields)
    for word, times in words.items():
        for index, figure in enumerate(_of_word(word)):
            figures[index] += figure * times
    return Counts(*figures)._replace(sentences=sentences, paragraphs=paragraphs)


def blocks(doc: al.Document) -> Iterator[al.Block]:
    """The blocks that are counted."""
    for block in doc.blocks:
        if _SKIPPED.isdisjoint(KINDS_OF_BLOCKS.get(block.kind, frozenset())):
            yield block


def _of_word(word: str) -> Counts:
    syllables = al.measure_readability([word], 1).syllables
    return Counts(
        words=1,
        syllables=syllables,
        characters=sum(map(str.isalnum, word)),
        long_words=len(word) > _LONG,
        polysyllabic_words=syllables > _POLYSYLLABIC,
        complex_words=syllables - word.endswith(("es", "ed", "ing")) > _POLYSYLLABIC,
    )
