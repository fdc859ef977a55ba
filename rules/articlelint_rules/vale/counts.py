"""What readability is computed from: the words, sentences and syllables of one article's prose."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.vale.scopes import KINDS_OF_BLOCKS

_LONG = 6
_POLYSYLLABIC = 2
_WORDS = frozenset({al.TokenKind.WORD, al.TokenKind.NUMBER})
_SKIPPED = frozenset({"heading", "table", "figure"})


class Counts(NamedTuple):
    """The figures under the names that ``metric`` formulas use."""

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
    """The figures of a document's prose: paragraphs, lists and quotations, no headings and tables."""
    total = Counts()
    for block in blocks(doc):
        sentences = doc.sentences_in(block.span)
        words = [
            doc.tokens.texts[at]
            for sentence in sentences
            for at in sentence.tokens
            if doc.tokens.kinds[at] in _WORDS
        ]
        of_block = Counts(sentences=len(sentences), paragraphs=1)
        total = Counts(*(sum(pair) for pair in zip(total, _of_words(words, of_block), strict=True)))
    return total


def blocks(doc: al.Document) -> Iterator[al.Block]:
    """The blocks that count."""
    for block in doc.blocks:
        if _SKIPPED.isdisjoint(KINDS_OF_BLOCKS.get(block.kind, frozenset())):
            yield block


def _of_words(words: list[str], counts: Counts) -> Counts:
    syllables = [al.measure_readability([word], 1).syllables for word in words]
    return counts._replace(
        words=len(words),
        syllables=sum(syllables),
        characters=sum(character.isalnum() for word in words for character in word),
        long_words=sum(len(word) > _LONG for word in words),
        polysyllabic_words=sum(number > _POLYSYLLABIC for number in syllables),
        complex_words=sum(
            number - word.endswith(("es", "ed", "ing")) > _POLYSYLLABIC
            for word, number in zip(words, syllables, strict=True)
        ),
    )
