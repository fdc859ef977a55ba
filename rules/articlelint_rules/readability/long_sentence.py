"""long-sentence: a sentence with more words than the limit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al

_PROSE = frozenset(
    {
        al.BlockKind.PARAGRAPH,
        al.BlockKind.BLOCKQUOTE,
        al.BlockKind.STANDFIRST,
        al.BlockKind.QA_TURN,
        al.BlockKind.RECIPE_STEP,
    }
)


class Options(NamedTuple):
    """Which sentences count as too long."""

    maximum_words: int = 45
    """The most words a sentence may have."""

    def check(self) -> None:
        """Raise ValueError where a value makes no sense."""
        if self.maximum_words < 1:
            raise ValueError("maximum-words must be 1 or more")


class LongSentence(al.Rule[Options]):
    """
    A sentence is too long.

    A sentence that takes more than one breath to read aloud is better split in two. The rule counts the
    words and numbers of a sentence, but not its punctuation marks. It leaves headlines, captions and lists
    alone, and runs only where it is selected by name.
    """

    meta = al.Meta(
        "long-sentence",
        "a sentence with too many words",
        since="0.1",
        severity=al.Severity.INFO,
        default=False,
    )
    options_type = Options
    examples = (
        al.Flagged("It rained. [[The ferry sailed at noon with the mayor.]]", options={"maximum-words": 5}),
        al.Clean("It rained. The ferry sailed at noon.", options={"maximum-words": 5}),
        al.Clean(
            "It rained, and the ferry sailed at noon with the mayor and the whole of the council on board."
        ),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each sentence above the limit."""
        limit = self.options.maximum_words
        kinds = doc.tokens.kinds
        for sentence in doc.sentences:
            if doc.blocks[sentence.block].kind not in _PROSE:
                continue
            words = sum(kinds[at] in {al.TokenKind.WORD, al.TokenKind.NUMBER} for at in sentence.tokens)
            if words > limit:
                yield self.finding(
                    sentence.span, f"{words} words in one sentence, the limit is {limit}: split it"
                )
