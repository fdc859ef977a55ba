"""
Examples: sentences as they stand, and damaged as real text is damaged, with the answers that the reader
should give.

What is damaged: names that lost their capital, words with a stray one, two sentences that lost the full stop
between them, clauses cut off their sentence, sentences cut at the front or at the end, and relative clauses
without a pronoun, which look like two sentences.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from articlelint.text.reader.usage import Usage
from reader.annotate import AnnotatedArticle, AnnotatedSentence
from reader.clauses import SHORTEST_NOUN_PHRASE, Clause, clauses_of, drop_comma, drop_pronoun, is_whole

UNKNOWN = -1
"""The answer to a question that an example does not ask."""
UNEDITED = frozenset({"ewt", "white_house_spoken", "state_department_spoken"})
"""Sources of speech and of what people write unasked, where a sentence may well be incomplete."""
LONGEST_JOINED = 110
SMALL, CAPITAL, OTHER = range(3)
FEWEST_WORDS = 5
STOPS = frozenset({".", "!", "?"})


class Shares(NamedTuple):
    """How often each kind of damage is done."""

    cut: float = 0.24
    rest: float = 0.4
    joined: float = 0.10
    broken: float = 0.02
    no_pronoun: float = 0.5
    case: float = 0.6
    name: float = 0.12
    whole_name: float = 0.5
    word: float = 0.012
    first: float = 0.06
    usage: float = 0.5
    comma: float = 0.0
    noun_phrase: int = SHORTEST_NOUN_PHRASE
    """How many words a noun phrase has at least that is cut off."""
    again: int = 0
    """How often a short sentence is repeated as it stands, because most of what is cut off is short."""


LAST_SHARES = Shares(cut=0.2, rest=1.0, broken=0.05, comma=0.3, noun_phrase=5, again=3)
"""Those of the last pass: it adds commas that writers leave out, short phrases and short sentences."""
SHORT = 14
"""Pieces of a short sentence."""


@dataclass(slots=True)
class Example:
    """
    A sentence and the right answers, one for each piece but for ``incomplete``.

    ``tags``, ``heads``, ``relations`` and ``entities`` are None where nobody has annotated the sentence.
    ``case`` is how a word ought to be written; ``begins`` has 1 where a sentence begins that has lost the
    stop before it; ``incomplete`` is 1 for what is no sentence.
    """

    words: list[str]
    case: list[int]
    incomplete: int
    begins: list[int] = field(default_factory=list)
    tags: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    entities: list[str] | None = None
    states: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.begins:
            self.begins = [UNKNOWN] + [0] * (len(self.words) - 1)


def case_of(word: str) -> int:
    """How a word is written; ``OTHER`` for figures, marks, and words with a capital inside."""
    if not word[0].isalpha():
        return OTHER
    if word.islower():
        return SMALL
    return CAPITAL if word[0].isupper() and (len(word) == 1 or word[1:].islower()) else OTHER


def is_plain(words: list[str]) -> bool:
    """Whether capitals mean something here: not in a headline, nor where all is in capitals."""
    letters = [word for word in words if word.isalpha()]
    capitals = sum(not word.islower() for word in letters)
    return capitals * 2 <= len(letters) or (words[-1] in STOPS and capitals * 4 <= len(letters) * 3)


def plain_example(sentence: AnnotatedSentence) -> Example:
    """A sentence as it stands; that it is complete is known where it ends as sentences do."""
    words = sentence.words
    known = words[-1] in STOPS or (len(words) > 1 and words[-2] in STOPS)
    example = Example(
        list(words),
        [case_of(word) for word in words] if is_plain(words) else [UNKNOWN] * len(words),
        0 if known and len(words) >= FEWEST_WORDS else UNKNOWN,
    )
    if sentence.parse is not None:
        example.tags, example.heads, example.relations, example.entities = map(list, sentence.parse)
    return example


class Damage:
    """Makes examples of articles. The same seed makes the same examples."""

    def __init__(self, seed: int, shares: Shares) -> None:
        self.random = random.Random(seed)
        self.shares = shares

    def _happens(self, share: float) -> bool:
        return self.random.random() < share

    def examples(self, article: AnnotatedArticle) -> Iterator[Example]:
        """The examples of an article: one or two for each of its sentences."""
        usage = Usage()
        for paragraph in article.paragraphs:
            for sentence in paragraph:
                usage.add(sentence.tokens)
        for paragraph in article.paragraphs:
            for at, sentence in enumerate(paragraph):
                if not 2 <= len(sentence.words) <= LONGEST_JOINED:
                    continue
                following = paragraph[at + 1] if at + 1 < len(paragraph) else None
                for example in self._damaged(sentence, following):
                    if article.source in UNEDITED and example.incomplete == 0:
                        example.incomplete = UNKNOWN
                    if self._happens(self.shares.usage):
                        example.states = usage.states(sentence.tokens, example.words)
                    else:
                        example.states = [1] * len(example.words)
                    self._damage_case(example)
                    yield example

    def _damaged(self, sentence: AnnotatedSentence, following: AnnotatedSentence | None) -> Iterator[Example]:
        """One sentence as it stands, or with one kind of damage other than to its capitals."""
        shares, choice = self.shares, self.random.random()
        clauses = clauses_of(sentence, shares.noun_phrase) if choice < shares.cut else {}
        if clauses:
            # First the kind, because most clauses are of one or two.
            kind = self.random.choice(sorted(clauses, key=lambda kind: kind.value))
            clause = self.random.choice(clauses[kind])
            yield cut_example(plain_example(sentence), clause)
            if clause.stop == len(sentence.words) - 1 and self._happens(shares.rest):
                yield rest_example(plain_example(sentence), clause)
            return
        if choice < shares.cut + shares.joined and following is not None and can_join(sentence, following):
            yield self._joined(plain_example(sentence), plain_example(following))
        elif choice > 1 - shares.broken and len(sentence.words) > 2 * FEWEST_WORDS and is_whole(sentence):
            yield self._broken(plain_example(sentence))
        else:
            shorter = drop_pronoun(sentence) if self._happens(shares.no_pronoun) else None
            if shares.comma and shorter is None and self._happens(shares.comma):
                shorter = drop_comma(sentence)
            yield plain_example(sentence if shorter is None else shorter)
        if shares.again and len(sentence.words) <= SHORT:
            for _ in range(shares.again):
                yield plain_example(sentence)

    def _joined(self, first: Example, second: Example) -> Example:
        """Two sentences without the full stop between them."""
        kept = len(first.words) - 1
        case = first.case[:-1] + second.case
        example = Example(first.words[:-1] + second.words, case, UNKNOWN)
        example.begins = [UNKNOWN] + [0] * (kept - 1) + [1] + [0] * (len(second.words) - 1)
        if first.heads is not None and second.heads is not None:
            example.heads = [0 if head > kept else head for head in first.heads[:-1]]
            example.heads += [head + kept if head else 0 for head in second.heads]
            for name in ("tags", "relations", "entities"):
                setattr(example, name, getattr(first, name)[:-1] + getattr(second, name))
        return example

    def _broken(self, example: Example) -> Example:
        """A sentence cut at the front, even inside a word, or before its end."""
        words, case = example.words, example.case
        if self._happens(0.5):
            at = self.random.randrange(1, len(words) // 2)
            word = words[at]
            inside = self.random.randrange(len(word)) if word.isalpha() else 0
            words, case = [word[inside:].lower(), *words[at + 1 :]], [UNKNOWN, *case[at + 1 :]]
        else:
            at = self.random.randrange(len(words) // 2, len(words) - 2)
            while at > FEWEST_WORDS and not words[at - 1][0].isalnum():
                at -= 1
            words, case = [*words[:at], "."], [*case[:at], OTHER]
            # Many sentences that are cut before their end are still sentences.
            if example.tags is None or example.tags[at - 1] not in {"ADP", "DET", "CCONJ", "SCONJ", "PART"}:
                return Example(words, case, UNKNOWN)
        return Example(words, case, 1)

    def _damage_case(self, example: Example) -> None:
        """Take capitals from names, and give some to other words."""
        if not self._happens(self.shares.case):
            return
        words, shares = example.words, self.shares
        lowered_before = False
        for at, case in enumerate(example.case):
            word = words[at]
            lowered = False
            if case == CAPITAL:
                share = shares.first if at == 0 else shares.name
                lowered = self._happens(shares.whole_name if lowered_before else share)
                if lowered or (example.begins[at] == 1 and self._happens(0.3)):
                    words[at] = word.lower()
            elif case == SMALL and self._happens(shares.word):
                words[at] = word[:1].upper() + word[1:]
            lowered_before = lowered and at > 0


def can_join(first: AnnotatedSentence, second: AnnotatedSentence) -> bool:
    """Whether two sentences, put together without the full stop, are one that has lost it."""
    return (
        first.words[-1] == "."
        and second.words[-1] in STOPS
        and len(first.words) >= FEWEST_WORDS
        and len(second.words) >= FEWEST_WORDS
        and second.words[0][0].isupper()
        and len(first.words) + len(second.words) <= LONGEST_JOINED
        and is_plain(first.words)
        and is_plain(second.words)
        and all(sentence.parse is None or is_whole(sentence) for sentence in (first, second))
    )


def cut_example(example: Example, clause: Clause) -> Example:
    """A clause of a sentence, with a capital and a full stop as if it were one."""
    start, stop, head = clause.start, clause.stop, clause.head
    assert example.tags is not None
    assert example.heads is not None
    assert example.relations is not None
    assert example.entities is not None
    words = [*example.words[start:stop], "."]
    words[0] = words[0][:1].upper() + words[0][1:]
    case = [CAPITAL if case_of(words[0]) == CAPITAL else OTHER, *example.case[start + 1 : stop], OTHER]
    cut = Example(words, case, 1)
    cut.heads = [0 if i == head else example.heads[i] - start for i in range(start, stop)]
    cut.heads.append(head - start + 1)
    cut.relations = [*example.relations[start:stop], "punct"]
    cut.relations[head - start] = "ROOT"
    cut.tags = [*example.tags[start:stop], "PUNCT"]
    cut.entities = [*example.entities[start:stop], "O"]
    return cut


def rest_example(example: Example, clause: Clause) -> Example:
    """What is left of a sentence when its last clause is cut off: still a sentence. Its parse is not kept."""
    end = clause.start
    while end > FEWEST_WORDS and not example.words[end - 1][0].isalnum():
        end -= 1
    if end < FEWEST_WORDS:
        return replace(example, incomplete=UNKNOWN)
    return Example([*example.words[:end], "."], [*example.case[:end], OTHER], 0)
