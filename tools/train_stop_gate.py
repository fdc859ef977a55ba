#!/usr/bin/env python3
"""
Trains the gate before the model of lost stops: which capitals the parts of speech need not be asked about.

    tools/train_stop_gate.py TREEBANK.conllu[.gz] ... [--clean FOLDER ...] [--without DOCUMENTS.txt]

Takes the files that tools/train_capitals.py takes, and what it has made of them, capitals_stops.txt: of this
the weights of what needs no parts of speech, to which the gate adds its own. An example is a capital of a
word that may be a name, or "I"; it is one of a lost stop if the rule finds it without the gate. Besides
neighbours, sentences are joined to others at random, for few begin with a name. The classes of words are the
likeliest parts of speech of words and endings. Writes capitals_classes.txt and capitals_gate.txt in
rules/articlelint_rules/data; the same files give the same bytes.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from train_capitals import FEWEST_WORDS, arguments, joined, sentences, train

import articlelint as al
from articlelint.testing import document
from articlelint_rules import DATA, read_table
from articlelint_rules.capitals import stop_gate, word_classes
from articlelint_rules.capitals.boundary import doubtful_sentences, judge
from articlelint_rules.capitals.facts import FACTS
from articlelint_rules.capitals.function_words import FUNCTION
from articlelint_rules.capitals.linear import UNIT
from articlelint_rules.capitals.sentence_capitals import Verdict
from articlelint_rules.capitals.stop_gate import KINDS, Groups, StopGate, shape
from articlelint_rules.capitals.word_classes import CLASSES, LONG_ENDING, SHORT_ENDING, VERB

LETTERS = dict(
    pair.split("=")
    for pair in """
    NOUN=n PROPN=N ADJ=j ADV=r ADP=p DET=d PRON=o CCONJ=c SCONJ=s NUM=9 PUNCT=. SYM=. PART=t VERB.Fin=V
    AUX.Fin=V VERB.Inf=i AUX.Inf=i VERB.Part=e AUX.Part=e VERB.Ing=g AUX.Ing=g INTJ=x X=x
    """.split()
)
"""The classes of words, by the tagger's parts of speech."""
OFTEN = 0.35
"""The share of its uses from which a word counts as a verb."""
FEWEST_USES, FEWEST_ENDINGS = 10, 20
WORDED = frozenset("c os l u ht w- w+ o".split())
"""Kinds of features of the model of lost stops that need no parts of speech."""
PARTNERS = 6
"""Sentences to which one that begins with a name is joined; one that begins with "I" is joined to one."""
SUREST = 6.0

Weighed = tuple[list[str], bool, float]
"""The features of an example, whether it is one of a lost stop, and the log-odds by the words beside it."""


def count_classes(paths: list[Path], without: set[str]) -> dict[str, str]:
    """The classes of endings, with a hyphen before them, and of frequent words that these do not tell."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        for text, _ in sentences(path, without):
            doc = document(text)
            for sentence in doc.sentences:
                words = doc.tokens.texts[sentence.tokens.start : sentence.tokens.stop]
                for word, tag in zip(words, doc.tags(sentence), strict=True):
                    if not word.islower():
                        continue
                    endings = [f"-{word[-n:]}" for n in (LONG_ENDING, SHORT_ENDING) if len(word) > n]
                    for key in (word, *endings):
                        counts[key][LETTERS[tag.value]] += 1
    table: dict[str, str] = {}
    # From the shortest, so that a longer ending or a word is kept only where it says something else.
    for key in sorted(counts, key=lambda key: (key[0] != "-", len(key), key)):
        word, count = key.removeprefix("-"), counts[key]
        fewest = FEWEST_ENDINGS if key[0] == "-" else FEWEST_USES
        if not word.isalpha() or count.total() < fewest:
            continue
        verb = count[VERB] > OFTEN * count.total()
        letter = VERB if verb else min(count, key=lambda letter: (-count[letter], letter))
        if letter != word_classes.by_ending(table, word):
            table[key] = letter
    return table


def pairs(paths: list[Path], without: set[str]) -> Iterator[tuple[str, int]]:
    """Sentences that begin with what may be a name, each behind others without their full stop."""
    rng = random.Random(1)
    firsts, seconds = list[str](), list[tuple[str, int]]()
    for path in paths:
        for text, _ in sentences(path, without):
            if len(text.split()) >= FEWEST_WORDS and text[0].isupper() and text[-1] in ".?!":
                if text[-1] == "." and text[-2].isalnum():
                    firsts.append(text[:-1])
                word = FACTS[document(text).tokens.texts[0]]
                if word.base not in FUNCTION and not word.word_only:
                    seconds.append((text, PARTNERS if word.capital else 1))
    for second, partners in seconds:
        for first in rng.sample(firsts, partners):
            yield f"{first} {second}", len(first) + 1


def examples(gate: StopGate, doc: al.Document) -> Iterator[tuple[int, Weighed]]:
    """The capitals of a document that the words beside them leave open, and where they stand."""
    for s in doubtful_sentences(doc, every=True):
        lost = {capital.token for capital in judge(s) if capital.verdict is Verdict.LOST_STOP}
        words = range(s.first, s.first + len(s.words))
        for i in s.stops:
            points = gate.word_points(doc.tokens.texts, s.usage, words, s.first + i)
            if i not in s.everyday and points > stop_gate.OPEN:
                line = "".join([CLASSES[word] for word in s.words])
                features = ["\t".join(pair) for pair in zip(KINDS, shape(line, i), strict=True)]
                example = features, s.first + i in lost, min(points / UNIT, SUREST)
                yield doc.tokens.starts[s.first + i], example


def gather(gate: StopGate, paths: list[Path], folders: list[Path], without: set[str]) -> Iterator[Weighed]:
    """All examples: of two sentences at random only the capital between them."""
    for text, _ in joined(paths, without):
        yield from (example for _, example in examples(gate, document(text)))
    for text, at in pairs(paths, without):
        yield from (
            example for place, example in examples(gate, document(text)) if place == at and example[1]
        )
    for folder in folders:
        for path in sorted(folder.rglob("*.md")):
            doc = document(path.read_text(encoding="utf-8"), suffix=".md")
            yield from (example for _, example in examples(gate, doc))


def word_groups() -> Groups:
    """The weights of what needs no parts of speech, of words that may be names."""
    tags = {tag.value for tag in al.Tag}
    groups: Groups = {kind: {} for kind in sorted(WORDED)}
    for line in read_table("capitals_stops.txt").splitlines():
        if line.startswith("#"):
            continue
        weight, *features = line.split("\t")
        for feature in features:
            kind, _, key = feature.partition(" ")
            parts = key.split()
            everyday = kind == "o" and key in FUNCTION
            if kind in WORDED and tags.isdisjoint(parts) and not everyday:
                groups[kind][key] = int(weight)
    return groups


def write(name: str, rows: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Write a table: what is before the first tab, and behind it all that belongs to it."""
    lines = ["# Made by tools/train_stop_gate.py; see capitals_NOTICE.md."]
    lines += ["\t".join((first, *rest)) for first, rest in sorted(rows)]
    text = "\n".join(lines) + "\n"
    Path(DATA, name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(text)} bytes")


def main() -> None:
    paths, folders, without = arguments(__doc__ or "")
    table = count_classes(paths, without)
    letters = {letter: sorted(word for word in table if table[word] == letter) for letter in table.values()}
    write(word_classes.FILE, letters.items())
    groups = word_groups()
    data = list(gather(StopGate(groups), paths, folders, without))
    print(f"{len(data)} examples, {sum(label for _, label, _ in data)} of a lost stop")
    weights = train([(features, label) for features, label, _ in data], [known for _, _, known in data])
    for name, weight in weights.items():
        kind, _, feature = name.partition("\t")
        groups.setdefault(kind, {})[feature] = weight
    rows = [
        (kind, (part for feature, weight in sorted(group.items()) for part in (feature, str(weight))))
        for kind, group in groups.items()
    ]
    write(stop_gate.FILE, rows)


if __name__ == "__main__":
    main()
