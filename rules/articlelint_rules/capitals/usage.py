"""How an article itself writes its words: with a capital or without, inside sentences, where it counts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import articlelint as al
from articlelint_rules.capitals.facts import WordFacts, facts_of
from articlelint_rules.capitals.function_words import FUNCTION
from articlelint_rules.capitals.gazetteer import ENDINGS

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
CLOSING_BRACKETS = frozenset(")]}")
MANY = 8
TITLE_REACH = 6
"""Words on either side among which those of the same title are looked for."""
STRAIGHT_MARKS = frozenset("\"'")


class Usage:
    """
    The words of an article's sentences and their capitals.

    ``facts`` are those of every token of the document. ``notable`` are the words that have a capital or may
    have lost one; only they, and what stands beside them, can have a wrong capital. ``rare`` has the facts
    about the words that stand without a capital and are not everyday, by spelling. ``initial`` holds the
    indices of tokens whose capital, if any, says nothing: the first word of a sentence, of a quotation, of
    what follows a colon or a dash. ``firsts`` are the first tokens of the sentences; ``begins`` are the same
    as a set, with the end of the last. ``capitals`` are the other words that have a capital, in order;
    ``capitalised`` counts them by lower-case form, ``alone`` those whose neighbours have no capital.
    ``shouts`` is true where everyday words have a capital more often than not.
    """

    def __init__(self, doc: al.Document) -> None:
        facts = self.facts = list(map(facts_of, doc.tokens.texts))
        kinds, word = doc.tokens.kinds, al.TokenKind.WORD
        self.initial: set[int] = set()
        self._doc = doc
        self._outside: set[int] = set()
        self._small: dict[str, int] = {}
        self.rare: list[WordFacts] = []
        uppers, marks = self._find_notable()
        self._read_sentences(marks)
        outside, initial = self._outside, self.initial
        capitals = self.capitals = sorted(set(uppers).difference(initial, outside))
        last = len(facts) - 1
        alone = [i for i in capitals if not facts[i - 1].upper and not (i < last and facts[i + 1].upper)]
        self.capitalised = Counter([facts[i].plain for i in capitals])
        self.alone = Counter([facts[i].plain for i in alone])
        small = kinds.count(word) - sum(kinds[i] is word for i in outside) - len(initial) - len(capitals)
        self.shouts = len(capitals) > max(small, MANY) and self._count_everyday() > max(small, MANY)

    def _find_notable(self) -> tuple[list[int], list[int]]:
        """Find the notable words and the rare, by spelling; return the capitals and the marks that open."""
        tokens, positions, word = self._doc.tokens, self._doc.positions, al.TokenKind.WORD
        texts, kinds = tokens.texts, tokens.kinds
        marks: list[int] = []
        uppers: list[int] = []
        small: list[int] = []
        for facts in [f for f in map(facts_of, self._doc.spellings) if f.telling]:
            if facts.opens:
                marks += positions[facts.lower]
                continue
            if not facts.upper:
                self.rare.append(facts)
                if not facts.notable:
                    continue
            places: Sequence[int] = positions[facts.lower]
            if len(places) > 1:  # "The" and "the" are at the same place
                text = facts.text
                places = [i for i in places if texts[i] == text]
            if kinds[places[0]] is word:  # as are all of the same text
                if facts.upper:
                    uppers += places
                else:
                    small += places
        self.notable = sorted(uppers + small)
        return uppers, marks

    def _read_sentences(self, marks: list[int]) -> None:
        """Find what stands in no sentence, and the words that open sentences or parts of them."""
        doc, kinds, opened, word = self._doc, self._doc.tokens.kinds, self.initial, al.TokenKind.WORD
        texts, sentences = doc.tokens.texts, doc.sentences
        in_body = [block.kind in BODY for block in doc.blocks]
        firsts = self.firsts = [sentence.tokens.start for sentence in sentences]
        for first, sentence in zip(firsts, sentences, strict=True):
            if not in_body[sentence.block]:
                self._outside.update(sentence.tokens)
            elif kinds[first] is word:
                opened.add(first)
            else:
                self._open(first, first, sentence.tokens.stop)
        begins = self.begins = {*firsts, len(texts)}
        for mark in marks:
            if mark + 1 in begins:
                continue  # as are most: full stops
            sentence = sentences[bisect_right(firsts, mark) - 1]
            if not in_body[sentence.block] or (texts[mark] in STRAIGHT_MARKS and _closes(doc.tokens, mark)):
                continue
            if kinds[mark + 1] is word:
                opened.add(mark + 1)
            else:
                self._open(mark + 1, sentence.tokens.start, sentence.tokens.stop)

    def _open(self, i: int, begin: int, end: int) -> None:
        """The next word opens the sentence or a part of it, if there is one."""
        texts, kinds = self._doc.tokens.texts, self._doc.tokens.kinds
        for k in range(i, end):
            kind = kinds[k]
            if kind is al.TokenKind.WORD:
                self.initial.add(k)
                return
            # A number opens nothing, save that of a list: "1. The".
            if texts[k] in CLOSING_BRACKETS or (kind is al.TokenKind.NUMBER and k > begin + 1):
                return

    def _count_everyday(self) -> int:
        """How often everyday words have a capital that says something."""
        return sum(n for word, n in self.capitalised.items() if al.lexicon.is_common(word))

    def times_small(self, lower: str) -> int:
        """How often a word stands without a capital where it could have one."""
        found = self._small.get(lower)
        if found is None:
            found = self._small[lower] = self._count_small(lower)
        return found

    def _count_small(self, lower: str) -> int:
        initial, outside = self.initial, self._outside
        return sum(i not in initial and i not in outside for i in self.small(lower))

    def small(self, lower: str) -> Iterator[int]:
        """The places of a word without a capital, by its lower-case form."""
        facts, kinds, positions = self.facts, self._doc.tokens.kinds, self._doc.positions
        for ending in ENDINGS:
            for i in positions.get(lower + ending, ()):
                if not facts[i].upper and kinds[i] is al.TokenKind.WORD and facts[i].plain == lower:
                    yield i

    def notable_in(self, sentence: al.Sentence) -> list[int]:
        """The notable words of a sentence."""
        first = bisect_left(self.notable, sentence.tokens.start)
        return self.notable[first : bisect_left(self.notable, sentence.tokens.stop, first)]

    def title_words(self, words: range, i: int) -> int:
        """How many everyday words around one have capitals of their own: Read How to Get Your Data."""
        before = range(i - 1, max(i - TITLE_REACH, words.start) - 1, -1)
        return self._title_words(before) + self._title_words(
            range(i + 1, min(i + TITLE_REACH + 1, words.stop))
        )

    def _title_words(self, positions: range) -> int:
        found = 0
        for k in positions:
            facts = self.facts[k]
            if facts.title_word and facts.capital and k not in self.initial:
                found += 1
            elif not facts.text[0].isalnum():
                break
        return found

    def is_word_only(self, facts: WordFacts) -> bool:
        """Whether a word is English, no name, and not one that the article gives a capital on purpose."""
        if not facts.word_only:
            return False
        capitalised = self.capitalised.get(facts.base, 0)
        return capitalised <= 1 or self.times_small(facts.base) > capitalised

    def may_be_everyday(self, i: int) -> bool:
        """Whether a word that has one capital, its first letter, is never a name, wherever it stands."""
        facts = self.facts[i]
        return facts.is_no_name and (facts.base in FUNCTION or self.is_word_only(facts))

    def always_capitalised(self, lower: str) -> bool:
        """Whether the article gives a word its capital, as a name by itself, and leaves it out but once."""
        return self.alone.get(lower, 0) > 0 and self.times_small(lower) <= 1


def _closes(tokens: al.Tokens, i: int) -> bool:
    """Whether a straight quotation mark closes: there is a word before it, and none behind."""
    if i == 0 or i + 1 == len(tokens):
        return False
    return tokens.starts[i] == tokens.ends[i - 1] and tokens.starts[i + 1] > tokens.ends[i]


@lru_cache(maxsize=2)
def usage_of(doc: al.Document) -> Usage:
    """The usage of a document; worked out once for all the rules that ask in turn."""
    return Usage(doc)
