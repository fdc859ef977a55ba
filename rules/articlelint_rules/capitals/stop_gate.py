"""
Which capitals may begin a sentence whose full stop was lost before them, told by the words alone.

Parts of speech cost ten times as much as a look at the words, and most capitals are those of names where
names stand: no part of speech would turn the balance there. The words beside a capital turn two in three
away; of the rest, the classes of all words of the sentence turn away six in seven. Of the stops that would be
found before a name, one in thirty is lost here, and of all that are found, one in three hundred.
"""

from __future__ import annotations

from functools import lru_cache

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
FAR = 7
"""Words up to which the distance to the ends of the sentence counts."""
MANY = 3
PAD = "---"
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

    The words beside a capital weigh what they do in the model that decides in the end, see ``lost_stops``;
    here they are looked up one by one, for this is asked of every capital inside a sentence.
    """

    def __init__(self, groups: Groups) -> None:
        sizes, uses, places = (_by_numbers(groups[kind]) for kind in ("os", "u", "l"))
        self._forms, self._sizes, self._uses = groups["o"], sizes, uses
        self._forms_before, self._forms_after = groups["w-"], groups["w+"]
        self._own: al.PerWord[int] = al.PerWord(self._own_weight)
        self._before: al.PerWord[int] = al.PerWord(self._weight_before)
        self._after: al.PerWord[int] = al.PerWord(self._weight_after)
        self._last = self._forms_after.get("-", 0)
        self._places = [[places.get((left, right), 0) for right in range(FAR + 1)] for left in range(FAR + 1)]
        self._capitals = {
            tuple([letter == "A" for letter in key]): weight for key, weight in groups["c"].items()
        }
        self._titles = [groups["ht"].get(f"{n} False", 0) for n in range(MANY + 1)]
        self._shapes = [groups.get(kind, {}) for kind in KINDS]
        self._bias = groups.get("bias", {}).get("", 0)

    def _own_weight(self, text: str) -> int:
        facts = FACTS[text]
        return self._forms.get(facts.form, 0) + self._sizes.get((facts.size, facts.name_size), 0)

    def _weight_before(self, text: str) -> int:
        return self._forms_before.get(FACTS[text].form, 0)

    def _weight_after(self, text: str) -> int:
        return self._forms_after.get(FACTS[text].form, 0)

    def open_stops(self, texts: list[str], usage: Usage, words: range, capitals: list[int]) -> list[int]:
        """Those capitals of a sentence before which a full stop may have been lost, for all the words say."""
        found: list[int] = []
        line = ""
        for i in capitals:
            points = self.word_points(texts, usage, words, i)
            if points > OPEN:
                line = line or "".join(map(CLASSES.__getitem__, texts[words.start : words.stop]))
                points += self._bias
                for weights, feature in zip(self._shapes, shape(line, i - words.start), strict=True):
                    points += weights.get(feature, 0)
                if points > LIKELY:
                    found.append(i)
        return found

    def word_points(self, texts: list[str], usage: Usage, words: range, i: int) -> int:
        """What a word, its neighbours, its place and its use in the article say."""
        facts, start, stop = usage.facts, words.start, words.stop
        after = i + 1 < stop
        capitals = (
            i - 2 >= start and facts[i - 2].capital,
            facts[i - 1].capital,
            after and facts[i + 1].capital,
            i + 2 < stop and facts[i + 2].capital,
        )
        points = self._own[texts[i]] + self._before[texts[i - 1]]
        points += (self._after[texts[i + 1]] if after else self._last) + self._capitals.get(capitals, 0)
        points += self._places[min(i - start, FAR)][min(stop - i, FAR)]
        if points > CONCEIVABLE:
            lower = facts[i].plain
            uses = usage.capitalised.get(lower, 0), usage.alone.get(lower, 0), usage.times_small(lower)
            points += self._uses.get((min(uses[0], 2), min(uses[1], 2), min(uses[2], 2)), 0)
            if points > OPEN:  # the titles around speak against it, if at all
                points += self._titles[min(usage.title_words(words, i), MANY)]
        return points


def _by_numbers(group: dict[str, int]) -> dict[tuple[int, ...], int]:
    return {tuple(map(int, key.split())): weight for key, weight in group.items()}


def shape(line: str, i: int) -> tuple[str, ...]:
    """What the classes of a sentence's words say about a word of it: a feature of each of ``KINDS``."""
    padded, at = f"{PAD}{line}{PAD}", i + len(PAD)
    verbs = line.count(VERB, 0, i), line.count(VERB, i + 1)
    return (
        *padded[at - 3 : at],
        *padded[at + 1 : at + 4],
        padded[at - 2 : at],
        padded[at + 1 : at + 3],
        padded[at - 1 : at + 2],
        f"{min(verbs[0], MANY)} {min(verbs[1], MANY)}",
    )


@lru_cache(maxsize=1)
def stop_gate() -> StopGate:
    """The gate, read once a process."""
    return StopGate(read_groups())
