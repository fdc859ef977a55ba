#!/usr/bin/env python3
"""
Train the part-of-speech tagger of articlelint on Universal Dependencies treebanks.

    tools/train_tagger.py ewt.conllu.gz gum.conllu.gz                  write the model that ships
    tools/train_tagger.py ewt.conllu.gz gum.conllu.gz --held-out 10    keep every tenth document, report on it

Any English CoNLL-U file will do, plain or gzipped, with `# text` and `# newdoc id` comments. Of the GUM
corpus only the genres under a licence that lets a model be shipped are read (see FREE_GENRES). The words are
those of articlelint's own tokenizer, aligned with the treebank's by their offsets. The same files give the
same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from articlelint.text import tagger_features as features
from articlelint.text.tagger import MODEL, Tagger
from articlelint.text.tagger_weights import pack
from articlelint.text.tags import Tag
from articlelint.text.tokens import tokenize

FREE_GENRES = {
    "academic",
    "bio",
    "court",
    "essay",
    "interview",
    "news",
    "speech",
    "textbook",
    "vlog",
    "voyage",
}
"""
GUM genres whose texts are CC BY, CC BY-SA or public domain. Left out: fiction and whow (CC BY-NC-SA), reddit
(not for commercial use), conversation (CC BY-ND), and whatever is not known here.
"""

SEED = 20251122
EPOCHS = 10
LEAST_COUNT = 2
NOISY_SHARE = 0.2
NOISE = 0.25
LARGEST_WEIGHT = 127
SMALLEST_WEIGHT = 1

CLOSED = {
    Tag.ADP,
    Tag.AUX_FINITE,
    Tag.AUX_INFINITIVE,
    Tag.AUX_ING,
    Tag.AUX_PARTICIPLE,
    Tag.CCONJ,
    Tag.DET,
    Tag.PART,
}
CLOSED |= {Tag.PRON, Tag.PUNCT, Tag.SCONJ}
"""Classes whose words are all known."""

PASTS = """
    arose ate awoke became began bestrode blew broke chose drank drew drove fell flew forbade foresaw
    forgave forgot forsook froze gave grew knew mistook overcame overtook overthrew rode rose sang sank
    shook shrank slew sprang stank stole strode strove swam swore threw took tore underwent undertook
    undid withdrew woke wore wove wrote
""".split()
"""Irregular past forms that are neither participles nor nouns."""

Sentence = list[tuple[str, str]]


@dataclass
class Document:
    """A treebank document: name, sentences as (piece of a token, tag), count of (UPOS, dictionary form)."""

    name: str
    sentences: list[Sentence]
    lemmas: Counter[tuple[str, str]] = field(default_factory=Counter)


# --- reading ---------------------------------------------------------------------------------------------


@dataclass
class Word:
    """A word of a treebank: where it stands in its sentence, its tag, its own number and its head's."""

    start: int
    end: int
    tag: str
    number: int
    head: int


def tag_of(upos: str, xpos: str, form: str, morphology: str) -> str:
    """The articlelint tag of a treebank word. Words of a name (NNP) are PROPN whatever their UPOS."""
    if xpos in {"NNP", "NNPS"}:
        return Tag.PROPN
    if upos not in {"VERB", "AUX"}:
        return Tag(upos)
    if "VerbForm=Fin" in morphology or xpos in {"VBD", "VBP", "VBZ", "MD"}:
        return Tag(upos + ".Fin")
    if "VerbForm=Inf" in morphology or xpos == "VB":
        return Tag(upos + ".Inf")
    ing = xpos == "VBG" or "VerbForm=Ger" in morphology or form.lower().endswith("ing")
    return Tag(upos + (".Ing" if ing else ".Part"))


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a file, plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from lines


def read(path: Path) -> Iterator[Document]:
    """The documents of a CoNLL-U file, sentence by sentence."""
    document: Document | None = None
    text, rows = "", []
    for line in lines_of(path):
        if line.startswith("# newdoc"):
            if document is not None:
                yield document
            document = Document(line.partition("=")[2].strip(), [])
        elif line.startswith("# text ="):
            text = line.partition("=")[2].strip()
        elif line[0].isdigit():
            rows.append(line.rstrip("\n").split("\t"))
        elif not line.strip() and rows:
            if document is None:
                document = Document(path.name, [])
            document.sentences.append(aligned(text, rows))
            document.lemmas.update((row[3], row[2].lower()) for row in rows if row[2].isalpha())
            rows = []
    if document is not None:
        yield document


def placed(text: str, rows: list[list[str]]) -> list[Word]:
    """The words of a sentence with their offsets; words that share a surface form share its offsets."""
    found: list[Word] = []
    at, shared_until, shared = 0, 0, (0, 0)
    for row in rows:
        number = row[0]
        if "." in number:
            continue
        if "-" in number:
            start = text.find(row[1], at)
            shared, shared_until = (start, start + len(row[1])), int(number.partition("-")[2])
            continue
        start = text.find(row[1], at)
        end = start + len(row[1])
        inside = int(number) <= shared_until
        if start < 0 or (inside and not shared[0] <= start < shared[1]) or start - at > 3:
            start, end = shared if inside else (at, at)
        else:
            at = end
        found.append(Word(start, end, tag_of(row[3], row[4], row[1], row[5]), int(number), int(row[6])))
    return found


def aligned(text: str, rows: list[list[str]]) -> Sentence:
    """A sentence in articlelint's own tokens, each with the tag of its head word."""
    words = placed(text, rows)
    tokens = tokenize(text)
    sentence: Sentence = []
    first = 0
    for token, start in zip(tokens.texts, tokens.starts, strict=True):
        at = start
        for piece in features.pieces(token):
            end = at + len(piece)
            while first < len(words) and words[first].end <= at:
                first += 1
            inside = [word for word in words[first : first + 12] if word.start < end and word.end > at]
            numbers = {word.number for word in inside}
            heads = [word for word in inside if word.head not in numbers and word.tag != Tag.PUNCT] or inside
            if heads:
                sentence.append((piece, heads[0].tag))
            at = end
    return sentence


def free(document: Document) -> bool:
    """Whether a model trained on a document may be shipped."""
    corpus, _, rest = document.name.partition("_")
    return corpus != "GUM" or rest.partition("_")[0] in FREE_GENRES


def regular_forms(verb: str) -> Iterator[tuple[str, tuple[Tag, ...]]]:
    """The regular forms of a verb, each with the tags it may have."""
    plain = (Tag.VERB_FINITE, Tag.VERB_INFINITIVE, Tag.NOUN)
    past = (Tag.VERB_FINITE, Tag.VERB_PARTICIPLE, Tag.ADJ)
    stem = verb
    yield verb, plain
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        yield verb[:-1] + "ies", (Tag.VERB_FINITE, Tag.NOUN)
        yield verb[:-1] + "ied", past
    elif verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield verb + "es", (Tag.VERB_FINITE, Tag.NOUN)
        yield verb + "ed", past
    else:
        yield verb + "s", (Tag.VERB_FINITE, Tag.NOUN)
        stem = verb.removesuffix("e")
        yield stem + "ed", past
    if len(verb) > 2 and verb[-1] in "bdgklmnprt" and verb[-2] in "aeiou" and verb[-3] not in "aeiou":
        yield verb + verb[-1] + "ed", past
        yield verb + verb[-1] + "ing", (Tag.VERB_ING, Tag.NOUN, Tag.ADJ)
    yield stem + "ing", (Tag.VERB_ING, Tag.NOUN, Tag.ADJ)


# --- training --------------------------------------------------------------------------------------------


@dataclass
class Example:
    """A sentence ready for training: per word its normal form, its features and its tag's number."""

    lows: list[str]
    rows: list[list[str]]
    gold: list[int]


def noisy(sentence: Sentence, chance: random.Random) -> Sentence:
    """A copy with some capitals lost and some gained, so that the tagger relies on them less."""
    changed: Sentence = []
    for word, tag in sentence:
        flipped = word
        if word[0].isalpha() and chance.random() < NOISE:
            flipped = word[0].swapcase() + word[1:]
        changed.append((flipped, tag))
    return changed


def word_features(sentence: Sentence) -> list[list[str]]:
    """The features of each word that do not depend on the tags before it."""
    words = [features.START] * 2 + [word for word, _ in sentence] + [features.END] * 2
    lows = [features.normal(word) for word in words]
    opening = next((i for i, (word, _) in enumerate(sentence) if word[0].isalpha()), -1)
    return [
        features.own_features(words[i + 2], lows[i + 2], i == opening)
        + features.left_features(words[i + 1], lows[i + 1])
        + features.right_features(words[i + 3], lows[i + 3])
        + features.far_left_features(lows[i])
        + features.far_right_features(lows[i + 4])
        for i in range(len(sentence))
    ]


class Trainer:
    """An averaged perceptron over the tags that each word may have."""

    def __init__(self, documents: list[Document], seed: int = SEED) -> None:
        sentences = [sentence for document in documents for sentence in document.sentences]
        self.tags = sorted({tag for sentence in sentences for _, tag in sentence})
        self.number = {tag: i for i, tag in enumerate(self.tags)}
        self.chance = random.Random(seed)
        lemmas: Counter[tuple[str, str]] = Counter()
        for document in documents:
            lemmas.update(document.lemmas)
        self._candidates(sentences, lemmas)
        copies = [noisy(s, self.chance) for s in sentences if self.chance.random() < NOISY_SHARE]
        counted: Counter[str] = Counter()
        self.examples: list[Example] = []
        for sentence in sentences + copies:
            rows = word_features(sentence)
            for row in rows:
                counted.update(row)
            lows = [features.normal(word) for word, _ in sentence]
            self.examples.append(Example(lows, rows, [self.number[tag] for _, tag in sentence]))
        kept = {feature for feature, count in counted.items() if count >= LEAST_COUNT}
        for example in self.examples:
            example.rows = [[sys.intern(f) for f in row if f in kept] for row in example.rows]
        self.common = {w for w, n in Counter(w for e in self.examples for w in e.lows).items() if n >= 3}
        self.weights: dict[str, list[float]] = {}
        self.totals: dict[str, list[float]] = {}
        self.stamps: dict[str, list[int]] = {}
        self.step = 0

    def _candidates(self, sentences: list[Sentence], lemmas: Counter[tuple[str, str]]) -> None:
        """Which tags a word may have: those it has in the treebank, or the open classes if it is rare."""
        seen: defaultdict[str, Counter[int]] = defaultdict(Counter)
        for sentence in sentences:
            for word, tag in sentence:
                seen[features.normal(word)][self.number[tag]] += 1
        self.allowed: dict[str, bytes] = {}
        rare: Counter[int] = Counter()
        for word, tags in seen.items():
            total = sum(tags.values())
            top, most = tags.most_common(1)[0]
            if total >= 8 and most / total >= 0.99:
                self.allowed[word] = bytes([top])
            elif total >= 6:
                self.allowed[word] = bytes(sorted(t for t, n in tags.items() if n / total >= 0.004))
            if total <= 3:
                rare.update(tags)
        closed = {self.number[tag] for tag in CLOSED if tag in self.number}
        everything = sum(rare.values())
        self.open_tags = bytes(
            sorted(t for t, n in rare.items() if n / everything > 0.0008 and t not in closed)
        )
        self._verb_forms(lemmas, seen)

    def _verb_forms(self, lemmas: Counter[tuple[str, str]], seen: dict[str, Counter[int]]) -> None:
        """
        Give the forms of known verbs their tags, whether or not the treebank happens to have them.

        Where a word is known as one form of a verb, it may also be the form that is spelled the same. Of a
        verb seen three times, "contain", that is no noun in the treebank, "contains" is none either.
        """
        verb_numbers = {self.number[tag] for tag in self.tags if Tag(tag).is_verb}
        for form in PASTS:
            self.allowed.setdefault(form, bytes([self.number[Tag.VERB_FINITE]]))
        for verb in sorted(lemma for upos, lemma in lemmas if upos == "VERB"):
            no_noun = lemmas["VERB", verb] >= 3 and not lemmas["NOUN", verb]
            for form, possible in regular_forms(verb):
                tags = [tag for tag in possible if not (no_noun and tag is Tag.NOUN)]
                if len(self.allowed.get(form, b"")) == 1 and form in seen and sum(seen[form].values()) >= 30:
                    continue  # seen often, and never as this
                known = set(self.allowed.get(form) or seen.get(form, ()))
                rare_verb = lemmas["VERB", verb] < 3
                if rare_verb and form in self.allowed and not known & verb_numbers:
                    continue  # a common noun: "the water"
                self.allowed[form] = bytes(sorted(known | {self.number[tag] for tag in tags}))

    def run(self, epochs: int = EPOCHS) -> None:
        """Learn: each epoch reads every sentence once, in a new order."""
        for epoch in range(epochs):
            began, wrong, judged = time.perf_counter(), 0, 0
            self.chance.shuffle(self.examples)
            for example in self.examples:
                w, j = self._learn(example)
                wrong, judged = wrong + w, judged + j
            seconds = time.perf_counter() - began
            print(f"epoch {epoch + 1}: {100 * wrong / judged:.2f} % wrong, {seconds:.0f} s", file=sys.stderr)

    def _learn(self, example: Example) -> tuple[int, int]:
        weights = self.weights
        wrong = judged = 0
        before = two_before = len(self.tags)
        for low, row, gold in zip(example.lows, example.rows, example.gold, strict=True):
            allowed = self.allowed.get(low, self.open_tags)
            guess = allowed[0]
            if len(allowed) > 1:
                self.step += 1
                judged += 1
                active = row + features.history_features(before, two_before)
                if low in self.common:
                    active.append(features.transition_feature(low, before))
                known = [weights[f] for f in active if f in weights]
                if known:
                    scores = list(map(sum, zip(*known, strict=True)))
                    guess = max(allowed, key=scores.__getitem__)
                if guess != gold:
                    wrong += 1
                    for feature in active:
                        self._update(feature, gold, 1)
                        self._update(feature, guess, -1)
            two_before, before = before, guess
        return wrong, judged

    def _update(self, feature: str, tag: int, by: int) -> None:
        if feature not in self.weights:
            size = len(self.tags)
            self.weights[feature], self.totals[feature] = [0.0] * size, [0.0] * size
            self.stamps[feature] = [0] * size
        weights, stamps = self.weights[feature], self.stamps[feature]
        self.totals[feature][tag] += (self.step - stamps[tag]) * weights[tag]
        stamps[tag] = self.step
        weights[tag] += by

    def model(self, clip: int = 127) -> bytes:
        """The averaged weights in a byte each, in the file format of articlelint.text.tagger."""
        averaged = {
            feature: [
                (total + (self.step - stamp) * weight) / self.step
                for weight, total, stamp in zip(
                    weights, self.totals[feature], self.stamps[feature], strict=True
                )
            ]
            for feature, weights in self.weights.items()
        }
        scale = LARGEST_WEIGHT / max(abs(x) for row in averaged.values() for x in row)
        table: dict[str, bytearray] = {"l" + w: bytearray(tags) for w, tags in self.allowed.items()}
        for feature in sorted(averaged):
            cells = [
                (tag, max(-clip, min(clip, round(x * scale)))) for tag, x in enumerate(averaged[feature])
            ]
            cells = [(tag, weight) for tag, weight in cells if abs(weight) >= SMALLEST_WEIGHT]
            if feature[0] == "k":
                word, before = feature.rsplit("\t", 1)
                row = table.setdefault(word, bytearray())
                row += bytes(b for tag, weight in cells for b in (int(before), tag, weight + 128))
            elif cells:
                table[feature] = bytearray(b for tag, weight in cells for b in (tag, weight + 128))
        packed = {feature: bytes(row[:255]) for feature, row in table.items() if row}
        return pack(self.tags, self.open_tags, packed)


# --- measuring -------------------------------------------------------------------------------------------


def accuracy(tagger: Tagger, sentences: Iterable[Sentence]) -> dict[str, float]:
    """Share of right tags, with and without verb forms, and how well finite verbs are found, in per cent."""
    right = upos = total = hits = found = wanted = 0
    for sentence in sentences:
        for (_, gold), tag in zip(sentence, tagger.tag_pieces([word for word, _ in sentence]), strict=True):
            total += 1
            right += tag == gold
            upos += tag.upos == Tag(gold).upos
            found += tag.is_finite
            wanted += Tag(gold).is_finite
            hits += tag.is_finite and Tag(gold).is_finite
    return {
        "tags": 100 * right / total,
        "UPOS": 100 * upos / total,
        "finite-verb F1": 200 * hits / (found + wanted),
        "words": total,
    }


def main() -> None:
    """Train, write the model, and report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, default=MODEL)
    parser.add_argument(
        "--held-out", type=int, default=0, help="keep back every Nth document and report on it"
    )
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    arguments = parser.parse_args()
    documents = [d for path in arguments.treebank for d in read(path) if free(d)]
    kept = documents[:: arguments.held_out] if arguments.held_out else []
    names = {document.name for document in kept}
    trainer = Trainer([document for document in documents if document.name not in names])
    trainer.run(arguments.epochs)
    model = trainer.model()
    arguments.output.write_bytes(model)
    print(f"{arguments.output}: {len(model):,} bytes")
    if kept:
        for label, figure in accuracy(
            Tagger(arguments.output), (s for d in kept for s in d.sentences)
        ).items():
            print(f"held out: {label} {figure:.2f}")


if __name__ == "__main__":
    main()
