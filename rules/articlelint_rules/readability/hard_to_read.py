"""hard-to-read: a paragraph whose Flesch-Kincaid grade is above the limit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al


class Options(NamedTuple):
    """Which paragraphs count as hard to read."""

    maximum_grade: float = 16.0
    """The highest Flesch-Kincaid grade, in years of school; newspapers aim at 8 to 12."""
    minimum_words: int = 40
    """Shorter paragraphs are not measured: one long word would decide the result."""

    def check(self) -> None:
        """Raise ValueError where a value makes no sense."""
        if self.minimum_words < 1:
            raise ValueError("minimum-words must be 1 or more")


class HardToRead(al.Rule[Options]):
    """
    A paragraph is hard to read.

    Long sentences of long words lose readers. The rule measures each paragraph with the Flesch-Kincaid
    grade: the years of school that it takes to read the paragraph easily, computed from the words in a
    sentence and the syllables in a word. It reports paragraphs above the limit. The grade says nothing about
    the meaning of the words and is only a hint, so the rule runs only where it is selected by name.
    """

    meta = al.Meta(
        "hard-to-read",
        "a paragraph that takes many years of school to read",
        since="0.1",
        severity=al.Severity.INFO,
        default=False,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "[[Notwithstanding considerable organisational difficulties, representatives of participating "
            "municipalities unanimously acknowledged the indispensability of comprehensive infrastructural "
            "modernisation.]]",
            options={"minimum-words": 10},
        ),
        al.Flagged(
            "[[The ferry sails at noon and the mayor will be on it.]]",
            options={"maximum-grade": 2, "minimum-words": 5},
        ),
        al.Clean(
            "The ferry sails at noon. The mayor will be on it. It is free.", options={"minimum-words": 5}
        ),
        al.Clean("Notwithstanding considerable organisational difficulties."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each paragraph above the limit."""
        for block in doc.blocks_of(
            al.BlockKind.PARAGRAPH, al.BlockKind.BLOCKQUOTE, al.BlockKind.QA_TURN, al.BlockKind.RECIPE_STEP
        ):
            sentences = doc.sentences_in(block.span)
            words = [
                doc.tokens.texts[at]
                for sentence in sentences
                for at in sentence.tokens
                if doc.tokens.kinds[at] in {al.TokenKind.WORD, al.TokenKind.NUMBER}
            ]
            if len(words) < self.options.minimum_words:
                continue
            grade = al.measure_readability(words, len(sentences)).grade
            if grade > self.options.maximum_grade:
                limit = f"{self.options.maximum_grade:g}"
                message = (
                    f"Hard to read: grade {grade:.0f}, limit {limit}; shorten the sentences or the words"
                )
                yield self.finding(block.span, message)
