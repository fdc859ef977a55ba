"""The blocks of an article while their kinds are being found, and what their words look like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlelint.markup.builder import UnclassifiedBlock
from articlelint.model import BlockKind
from articlelint.text.words import auxiliaries, pronouns

_FULL_STOP = re.compile(r"(?:[.?!…]|\.\.\.)[”\"’')\]»]*(?:\s?\[\d+\])*$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_UNFINISHED = re.compile(r"[,:;—–&/-]$")
_PLAIN_WORDS = (
    auxiliaries.BE - {"being"}
    | auxiliaries.HAVE
    | auxiliaries.DO
    | pronouns.SUBJECTS - {"i", "you"}
    | {"will", "would", "can", "could", "not", "his", "her"}
)
_PLAIN_VERB = re.compile(rf"[ ](?:{'|'.join(sorted(_PLAIN_WORDS))})(?=[ ])")
"""Short words that have a capital in a title and none in a sentence."""
LONGEST = {
    BlockKind.HEADLINE: 40,
    BlockKind.CROSSHEAD: 40,
    BlockKind.STANDFIRST: 70,
    BlockKind.BYLINE: 25,
    BlockKind.DATELINE: 15,
    BlockKind.CAPTION: 120,
}
"""How many words a block of each kind may have. If it has more, the markup was used for something else."""
_MOST_WORDS = max(LONGEST.values())
_BODY_WORDS = 12
_LEAD_IN_WORDS = 4
_LONG_WORD = 4
_TITLE_SHARE = 0.8
_BODY = frozenset(
    {
        BlockKind.LIST_ITEM,
        BlockKind.BLOCKQUOTE,
        BlockKind.QA_TURN,
        BlockKind.TABLE_CELL,
        BlockKind.VERSE,
        BlockKind.INGREDIENT,
    }
)


class ArticleBlocks:
    """The blocks of an article while their kinds are being found."""

    def __init__(self, blocks: Sequence[UnclassifiedBlock]) -> None:
        self.blocks = blocks
        self.texts = [block.text for block in blocks]
        self.kinds = [block.kind for block in blocks]
        self._words: dict[int, int] = {}

    def words(self, index: int) -> int:
        """Return how many words a block has; at most one more than any kind of ``LONGEST`` may have."""
        if index not in self._words:
            self._words[index] = len(self.texts[index].split(maxsplit=_MOST_WORDS))
        return self._words[index]

    def open(self, index: int) -> bool:
        """Whether the kind of a block is not known yet."""
        return self.kinds[index] is BlockKind.PARAGRAPH and not self.blocks[index].settled

    def body(self, index: int) -> bool:
        """Whether a block is running text: it has sentences, or is too long to be anything else."""
        if self.kinds[index] in _BODY:
            return True
        text = self.texts[index]
        return self.kinds[index] is BlockKind.PARAGRAPH and (
            has_full_stop(text)
            or self.words(index) >= _BODY_WORDS
            or (text[-1] == ":" and self.words(index) >= _LEAD_IN_WORDS)
        )

    def unmarked(self, index: int) -> bool:
        """Whether a block begins as a title does and has no punctuation mark at its end."""
        text = self.texts[index]
        return not has_full_stop(text) and opens_as_title(text) and not is_unfinished(text)


def has_full_stop(text: str) -> bool:
    """Whether the text ends with a full stop, with or without quotation marks, brackets or note numbers."""
    return _FULL_STOP.search(text) is not None


def is_unfinished(text: str) -> bool:
    """Whether the text ends with a mark that more must follow, such as a comma."""
    return _UNFINISHED.search(text) is not None


def opens_as_title(text: str) -> bool:
    """Whether the first letter or digit of the text is no small letter."""
    first = next((char for char in text if char.isalnum()), "")
    return bool(first) and not first.islower()


def is_title_case(text: str) -> bool:
    """Whether nearly all longer words have capitals, and no verb or pronoun is in lower case."""
    if _PLAIN_VERB.search(text):
        return False
    longer = [word for word in _WORD.findall(text) if len(word) >= _LONG_WORD]
    # One longer word does not make a title.
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) >= _TITLE_SHARE * len(longer)
