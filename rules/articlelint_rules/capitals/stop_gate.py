"""
Which capitals may begin a sentence whose full stop was lost before them, told by the words alone.

Parts of speech cost ten times as much as a look at the words, and most capitals are those of names where
names stand: no part of speech would turn the balance there. The words beside a capital turn two in three
away; of the rest, the classes of all words of the sentence turn away six in seven. Of the stops that would be
found before a name, one in thirty is lost here, and of all that are found, one in three hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

import articlelint as al
from articlelint_rules import read_table
from articlelint_rules.capitals.facts import FACTS
from articlelint_rules.capitals.usage import Usage
from articlelint_rules.capitals.word_classes import CLASSES, VERB

CONCEIVABLE = 0
"""The hundredths of log-odds by the words beside a capital from which its use in the article is looked at."""
OPEN = 50
"""Those by both from which the whole sentence is looked at."""
LIKELY = -250
"""Those by all three from which the parts of speech are asked."""
NEVER = -1_000_000
"""The weight of a word that no other weights make up for."""
LONGEST = 200
"""Tokens up to which a sentence is one; longer, it is a list or a table that lost its marks."""
FAR = 7
"""Words up to which the distance to the ends of the sentence counts."""
OFTEN = 2
"""Up to which number uses of a word are counted; ``MANY``: titles and verbs around."""
MANY = 3
NEAR = 3
"""Words on either side whose classes count one by one."""
PAD = "-"
KINDS = ("-3", "-2", "-1", "+1", "+2", "+3", "--", "++", "-+", "verbs")
"""The kinds of features that the classes of a sentence's words have, see ``shape``."""
FILE = "capitals_gate.txt"

Groups = dict[str, dict[str, int]]
"""The weights of a model in hundredths, by kind of feature and feature."""


def read_groups() -> Groups:
    """
    The weights of the gate.

    The file has a kind of feature a line, and behind it each feature of it and its weight, all divided by
    tabs. tools/train_stop_gate.py writes it.
    """
    groups: Groups = {}
    for line in read_table(FILE).splitlines():
        if not line.startswith("#"):
            kind, *row = line.split("\t")
            groups[kind] = dict(zip(row[::2], map(int, row[1::2]), strict=True))
    return groups


class StopGate:
    """
    The gate with its weights.

    The words beside a capital weigh what they do in the model that decides in the end, see ``lost_stops``.
    This is asked of every capital inside a sentence, so that the look-ups stand in the order of their price,
    and a capital is left as soon as nothing that is left to ask could let it through.
    """

    def __init__(self, groups: Groups) -> None:
        sizes, uses, places = (_by_numbers(groups[kind]) for kind in ("os", "u", "l"))
        self._forms, self._sizes = groups["o"], sizes
        self._forms_before, self._forms_after = groups["w-"], groups["w+"]
        self._own: al.PerWord[int] = al.PerWord(self._own_weight)
        self._before: al.PerWord[int] = al.PerWord(self._weight_before)
        self._after: al.PerWord[int] = al.PerWord(self._weight_after)
        self._last = self._forms_after.get("-", 0)
        near = [[places.get((left, right), 0) for right in range(FAR + 1)] for left in range(FAR + 1)]
        rows = [row + row[-1:] * (LONGEST - FAR) for row in near]
        self._places = rows + rows[-1:] * (LONGEST - FAR)
        self._capitals = {
            key: groups["c"].get("".join(["aA"[capital] for capital in key]), 0)
            for key in product((False, True), repeat=4)
        }
        self._most_capitals = max(self._capitals.values())
        counts = range(OFTEN + 1)
        by_small = [[[uses.get((c, a, s), 0) for s in counts] for a in counts] for c in counts]
        self._uses = [[(*weights, max(weights)) for weights in row] for row in by_small]
        self._titles = [groups["ht"].get(f"{n} False", 0) for n in range(MANY + 1)]
        self._most_titles = max(self._titles)
        self._shapes = {kind: groups.get(kind, {}) for kind in KINDS}
        self._left: al.PerWord[int] = al.PerWord(self._weight_left)
        self._both: al.PerWord[int] = al.PerWord(self._weight_both)
        self._right: al.PerWord[int] = al.PerWord(self._weight_right)
        self._most_verbs = max(self._shapes["verbs"].values(), default=0)
        self._bias = groups.get("bias", {}).get("", 0)

    def _own_weight(self, text: str) -> int:
        facts = FACTS[text]
        if not facts.regular:
            return NEVER
        return self._forms.get(facts.form, 0) + self._sizes.get((facts.size, facts.name_size), 0)

    def _weight_before(self, text: str) -> int:
        ends = text[-1].isalnum() or text == ")"
        return self._forms_before.get(FACTS[text].form, 0) if ends else NEVER

    def _weight_after(self, text: str) -> int:
        return self._forms_after.get(FACTS[text].form, 0)

    def open_stops(self, texts: list[str], usage: Usage, sentences: list[range]) -> list[int]:
        """Those capitals of a document before which a full stop may have been lost, for all the words say."""
        found: list[int] = []
        for i, words, beside in self._conceivable(texts, usage, sentences, usage.capitals):
            uses = self._uses_of(usage, i)
            most = beside + uses[-1] + self._most_titles
            if most <= OPEN:
                continue
            shape = self._shape_beside(texts, words, i)
            if most + shape + self._most_verbs <= LIKELY:
                continue
            shape += self._verbs_around(texts, words, i)
            if most + shape <= LIKELY:
                continue
            points = self._points(usage, words, i, beside, uses)
            if points > OPEN and points + shape > LIKELY:
                found.append(i)
        return found

    def word_points(self, texts: list[str], usage: Usage, words: range, i: int) -> int:
        """What a word, its neighbours, its place and its use in the article say; ``NEVER`` if not enough."""
        for _, _, beside in self._conceivable(texts, usage, [words], [i]):
            return self._points(usage, words, i, beside, self._uses_of(usage, i))
        return NEVER

    def _conceivable(
        self, texts: list[str], usage: Usage, sentences: list[range], capitals: list[int]
    ) -> Iterator[tuple[int, range, int]]:
        """The capitals that neighbours and place leave open, the sentence of each, and what these say."""
        facts, before, own, after = usage.facts, self._before, self._own, self._after
        places, weights = self._places, self._capitals
        least = CONCEIVABLE - self._most_capitals
        following = iter(sentences)
        words = next(following, range(0))
        start, stop = words.start, words.stop
        for i in capitals:
            if i >= stop:
                while i >= stop:
                    words = next(following)
                    stop = words.stop
                start = words.start
            if stop - start > LONGEST:
                continue
            points = own[texts[i]] + before[texts[i - 1]] + places[i - start][stop - i]
            points += after[texts[i + 1]] if i + 1 < stop else self._last
            if points > least:
                points += weights[
                    i - 2 >= start and facts[i - 2].capital,
                    facts[i - 1].capital,
                    i + 1 < stop and facts[i + 1].capital,
                    i + 2 < stop and facts[i + 2].capital,
                ]
                if points > CONCEIVABLE:
                    yield i, words, points

    def _uses_of(self, usage: Usage, i: int) -> Sequence[int]:
        """What the use of a word says, by how often it stands without a capital; at the end the most."""
        lower = usage.facts[i].plain
        capitalised, alone = usage.capitalised[lower], usage.alone.get(lower, 0)
        by_alone = self._uses[capitalised if capitalised < OFTEN else OFTEN]  # noqa: FURB136 - calls cost more
        return by_alone[alone if alone < OFTEN else OFTEN]  # noqa: FURB136 - likewise

    def _points(self, usage: Usage, words: range, i: int, beside: int, uses: Sequence[int]) -> int:
        """What stands beside a word and how it is used say, and the titles around, if that is not little."""
        points = beside + uses[min(usage.times_small(usage.facts[i].plain), OFTEN)]
        if points > OPEN:  # the titles around speak against it, if at all
            points += self._titles[min(usage.title_words(words, i), MANY)]
        return points

    def _shape_beside(self, texts: list[str], words: range, i: int) -> int:
        """What the classes of the words beside one say, and the bias."""
        classes, start, stop = CLASSES, words.start, words.stop
        l1 = classes[texts[i - 1]]
        l2 = classes[texts[i - 2]] if i - 2 >= start else PAD
        l3 = classes[texts[i - 3]] if i - 3 >= start else PAD
        r1 = classes[texts[i + 1]] if i + 1 < stop else PAD
        r2 = classes[texts[i + 2]] if i + 2 < stop else PAD
        r3 = classes[texts[i + 3]] if i + 3 < stop else PAD
        both = f"{l1}{classes[texts[i]]}{r1}"
        return self._left[f"{l3}{l2}{l1}"] + self._both[both] + self._right[f"{r1}{r2}{r3}"]

    def _weight_left(self, line: str) -> int:
        return self._weight_of(("-3", "-2", "-1", "--"), (*line, line[1:]))

    def _weight_both(self, line: str) -> int:
        return self._weight_of(("-+",), (line,)) + self._bias

    def _weight_right(self, line: str) -> int:
        return self._weight_of(("+1", "+2", "+3", "++"), (*line, line[:-1]))

    def _weight_of(self, kinds: Iterable[str], features: Iterable[str]) -> int:
        return sum(self._shapes[kind].get(feature, 0) for kind, feature in zip(kinds, features, strict=True))

    def _verbs_around(self, texts: list[str], words: range, i: int) -> int:
        """What the verbs on both sides of a word say, by their numbers."""
        line = "".join(map(CLASSES.__getitem__, texts[words.start : words.stop]))
        return self._shapes["verbs"].get(verbs_around(line, i - words.start), 0)


def _by_numbers(group: dict[str, int]) -> dict[tuple[int, ...], int]:
    return {tuple(map(int, key.split())): weight for key, weight in group.items()}


def shape(line: str, i: int) -> tuple[str, ...]:
    """What the classes of a sentence's words say about a word of it: a feature of each of ``KINDS``."""
    padded, at = f"{PAD * NEAR}{line}{PAD * NEAR}", i + NEAR
    return (
        *padded[at - 3 : at],
        *padded[at + 1 : at + 4],
        padded[at - 2 : at],
        padded[at + 1 : at + 3],
        padded[at - 1 : at + 2],
        verbs_around(line, i),
    )


def verbs_around(line: str, i: int) -> str:
    """How many verbs a sentence has before a word and behind it, up to ``MANY``."""
    return f"{min(line.count(VERB, 0, i), MANY)} {min(line.count(VERB, i + 1), MANY)}"


@lru_cache(maxsize=1)
def stop_gate() -> StopGate:
    """The gate, read once a process."""
    return StopGate(read_groups())
