"""How an article itself writes its words: with a capital or without, inside sentences, where it counts."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import lru_cache

import articlelint as al
from articlelint_rules.capitals.facts import FACTS, WordFacts

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

    ``facts`` are those of every token of the document. ``notable`` are the words that have a capital or are
    not everyday ones; only they, and what stands beside them, can have a wrong capital. ``initial`` holds the
    indices of tokens whose capital, if any, says nothing: the first word of a sentence, of a quotation, of
    what follows a colon or a dash. ``capitalised`` and ``lower`` count, by lower-case form, the other words
    that have a capital and those that have none; ``alone`` counts those whose neighbours have no capital.
    ``shouts`` is true where everyday words have a capital more often than not.
    """

    def __init__(self, doc: al.Document) -> None:
        self.facts: list[WordFacts] = list(map(FACTS.__getitem__, doc.tokens.texts))
        words = al.TokenKind.WORD
        kinds = doc.tokens.kinds
        self.notable = [i for i, facts in enumerate(self.facts) if facts.notable and kinds[i] is words]
        self.initial: set[int] = set()
        inside: list[int] = []
        for sentence in doc.sentences:
            if doc.blocks[sentence.block].kind in BODY:
                inside += self._inside(doc.tokens, sentence.tokens)
        facts = self.facts
        capitals = [i for i in inside if facts[i].upper]
        self.lower = Counter([facts[i].plain for i in inside if not facts[i].upper])
        self.capitalised = Counter([facts[i].plain for i in capitals])
        self.alone = Counter([facts[i].plain for i in capitals if self._stands_alone(i)])
        count = sum(n for word, n in self.capitalised.items() if al.lexicon.is_common(word))
        self.shouts = count > MANY and count > len(inside) - len(capitals)

    def _inside(self, tokens: al.Tokens, indices: range) -> list[int]:
        """The words of a sentence whose capital, or the lack of one, says something."""
        word, number = al.TokenKind.WORD, al.TokenKind.NUMBER
        texts, kinds = tokens.texts, tokens.kinds
        found: list[int] = []
        opening = True
        for i in indices:
            kind = kinds[i]
            if kind is word:
                if opening:
                    self.initial.add(i)
                    opening = False
                else:
                    found.append(i)
            elif kind is number:
                # A number opens nothing, save that of a list: "1. The".
                opening = opening and i <= indices.start + 1
            elif texts[i] in CLOSING_BRACKETS:
                opening = False
            elif texts[i][0] in OPENING_MARKS and not _closes(tokens, i):
                opening = True
        return found

    def _stands_alone(self, i: int) -> bool:
        """Whether neither word beside has a capital."""
        facts = self.facts
        return not facts[i - 1].upper and not (i + 1 < len(facts) and facts[i + 1].upper)

    def notable_in(self, sentence: al.Sentence) -> list[int]:
        """The notable words of a sentence."""
        first = bisect_left(self.notable, sentence.tokens.start)
        return self.notable[first : bisect_left(self.notable, sentence.tokens.stop, first)]

    def always_capitalised(self, lower: str) -> bool:
        """Whether the article gives a word its capital, as a name by itself, and leaves it out but once."""
        return self.alone.get(lower, 0) > 0 and self.lower.get(lower, 0) <= 1


def _closes(tokens: al.Tokens, i: int) -> bool:
    """Whether a straight quotation mark closes: there is a word before it, and none behind."""
    if tokens.texts[i] not in {'"', "'"} or i == 0 or i + 1 == len(tokens):
        return False
    return tokens.starts[i] == tokens.ends[i - 1] and tokens.starts[i + 1] > tokens.ends[i]


@lru_cache(maxsize=2)
def usage_of(doc: al.Document) -> Usage:
    """The usage of a document; worked out once for all the rules that ask in turn."""
    return Usage(doc)
