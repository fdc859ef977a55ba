"""How an article itself writes its words: with a capital or without, inside sentences, where it counts."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import articlelint as al

BODY = frozenset(
    {
        al.BlockKind.PARAGRAPH,
        al.BlockKind.STANDFIRST,
        al.BlockKind.BLOCKQUOTE,
        al.BlockKind.QA_TURN,
        al.BlockKind.FOOTNOTE,
    }
)
"""Blocks written in sentences."""
OPENING_MARKS = frozenset("\"'“‘«‹([{—–-•*:;/|…¿¡>.!?")
"""Marks after which a capital may stand for reasons of its own."""


CLOSING_BRACKETS = frozenset(")]}")
MANY = 8


class Usage:
    """
    The words of an article's sentences and their capitals.

    ``initial`` holds the indices of tokens whose capital, if any, says nothing: the first word of a
    sentence, of a quotation, of what follows a colon or a dash. ``capitalised`` and ``lower`` count, by
    lower-case form, the other words that have a capital and those that have none; ``alone`` counts those
    whose neighbours have no capital. ``shouts`` is true where
    everyday words have a capital more often than not.
    """

    def __init__(self, doc: al.Document) -> None:
        self.initial: set[int] = set()
        self.capitalised: Counter[str] = Counter()
        self.lower: Counter[str] = Counter()
        self.alone: Counter[str] = Counter()
        texts, kinds = doc.tokens.texts, doc.tokens.kinds
        for sentence in doc.sentences:
            if doc.blocks[sentence.block].kind not in BODY:
                continue
            opening = True
            for i in sentence.tokens:
                if kinds[i] is al.TokenKind.WORD:
                    if opening:
                        self.initial.add(i)
                    else:
                        self._count(texts, i)
                    opening = False
                elif kinds[i] is al.TokenKind.NUMBER:
                    # A number opens nothing, save that of a list: "1. The".
                    opening = opening and i <= sentence.tokens[0] + 1
                elif texts[i] in CLOSING_BRACKETS:
                    opening = False
                elif texts[i][0] in OPENING_MARKS and not self._closes(doc.tokens, i):
                    opening = True
        capitals = sum(n for word, n in self.capitalised.items() if al.lexicon.is_common(word))
        self.shouts = capitals > MANY and capitals > sum(self.lower.values())

    @staticmethod
    def _closes(tokens: al.Tokens, i: int) -> bool:
        """Whether a straight quotation mark closes: there is a word before it, and none behind."""
        if tokens.texts[i] not in {'"', "'"} or i == 0 or i + 1 == len(tokens):
            return False
        return tokens.starts[i] == tokens.ends[i - 1] and tokens.starts[i + 1] > tokens.ends[i]

    def _count(self, texts: list[str], i: int) -> None:
        word, form = texts[i], plain(texts[i])
        if not word[0].isupper():
            self.lower[form] += 1
            return
        self.capitalised[form] += 1
        after = texts[i + 1] if i + 1 < len(texts) else ""
        if not after[:1].isupper() and not texts[i - 1][:1].isupper():
            self.alone[form] += 1

    def always_capitalised(self, lower: str) -> bool:
        """Whether the article gives a word its capital, as a name by itself, and leaves it out but once."""
        return self.alone[lower] > 0 and self.lower[lower] <= 1


@lru_cache(maxsize=1 << 15)
def plain(word: str) -> str:
    """A word in lower case, without a possessive ending."""
    lower = word.lower()
    for ending in ("'s", "’s", "s'", "s’"):
        if lower.endswith(ending):
            return lower[: -len(ending)] + ("s" if ending[0] == "s" else "")
    return lower


@lru_cache(maxsize=2)
def usage_of(doc: al.Document) -> Usage:
    """The usage of a document; worked out once for all the rules that ask in turn."""
    return Usage(doc)
