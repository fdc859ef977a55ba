#!/usr/bin/env python3
"""
How well sentence-fragment finds clauses cut off from their sentence, and how often it flags whole sentences.

    bench/accuracy_fragments.py TREEBANK.conllu[.gz] ... [--examples 5]
    bench/accuracy_fragments.py TREEBANK.conllu[.gz] ... --model held-out.bin --every 4

Reads parsed sentences (any English Universal Dependencies file). If a sentence ends with a clause or phrase
of one of five kinds, the script cuts that part off with a full stop. The second half should be flagged; it is
checked together with the sentences before and after. In the unchanged documents, a sentence whose root is a
finite verb, or has one as its auxiliary, should not be flagged.

The tagger that ships was trained on EWT and on part of GUM. For a fair figure on these, train another with
``tools/train_tagger.py ... --held-out 4 --output held-out.bin`` and give it with ``--model``. With
``--every 4``, the script then reads only the documents that this tagger has not seen.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from articlelint import Document
from articlelint.model import Block, BlockKind, Span
from articlelint.text import tagger
from articlelint_rules.fragments.sentence_fragment import Options, SentenceFragment

SUBORDINATORS = frozenset(
    "because although though while unless until since after before when whereas if as".split()
)
RELATIVES = frozenset("which who whose whom".split())
PREPOSITIONS = frozenset("including especially particularly with without despite".split())
ARTICLES = frozenset("a an the one another some".split())
SHORTEST = 4
RULE = SentenceFragment(Options())


@dataclass(slots=True)
class Word:
    """A word of a parsed sentence; ``head`` is an index, -1 for the root."""

    form: str
    upos: str
    features: str
    head: int
    relation: str
    start: int
    end: int


@dataclass(slots=True)
class Sentence:
    """A parsed sentence as written."""

    text: str
    words: list[Word] = field(default_factory=list[Word])

    def subtree(self, top: int) -> list[int]:
        """The indices of a word and everything below it, in order."""
        inside = {top}
        grown = True
        while grown:
            more = {i for i, word in enumerate(self.words) if word.head in inside} - inside
            inside |= more
            grown = bool(more)
        return sorted(inside)

    def is_finite(self, top: int) -> bool:
        """Whether a word is a finite verb or has one as its auxiliary."""
        own = [self.words[top], *(w for w in self.words if w.head == top and w.upos == "AUX")]
        return any("VerbForm=Fin" in word.features for word in own)


def documents(path: Path) -> Iterator[tuple[str, list[Sentence]]]:
    """Yield the documents of a treebank, as (name, sentences)."""
    name, found, sentence, at = "", list[Sentence](), None, 0
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc"):
                if found:
                    yield name, found
                name, found = line.partition("=")[2].strip(), []
            elif line.startswith("# text ="):
                sentence, at = Sentence(line.partition("=")[2].strip()), 0
                found.append(sentence)
            elif sentence is not None and line[:1].isdigit():
                columns = line.split("\t")
                if not columns[0].isdigit():
                    continue
                start = max(sentence.text.find(columns[1], at), at)
                at = start + len(columns[1]) * sentence.text.startswith(columns[1], start)
                head = int(columns[6]) - 1
                sentence.words.append(Word(columns[1], columns[3], columns[5], head, columns[7], start, at))
    if found:
        yield name, found


def is_ing_form(word: Word) -> bool:
    """Whether a word is a gerund or a present participle."""
    participle = "VerbForm=Part" in word.features and word.form.endswith("ing")
    return participle or "VerbForm=Ger" in word.features


def kind_of(sentence: Sentence, top: int, part: list[int]) -> str:
    """The kind of fragment that a subtree would make, or an empty string if it is none of the five."""
    word = sentence.words[top]
    first = sentence.words[part[0]].form.lower()
    comma = part[0] > 0 and sentence.words[part[0] - 1].form == ","
    if word.relation == "advcl" and first in SUBORDINATORS and sentence.is_finite(top):
        return "subordinate"
    if word.relation == "advcl" and part[0] == top and is_ing_form(word):
        return "participle" if comma else ""
    if word.relation == "acl:relcl" and comma and sentence.is_finite(top):
        second = sentence.words[part[1]].form.lower()
        return "relative" if first in RELATIVES or second in RELATIVES else ""
    if word.relation == "appos" and comma and first in ARTICLES:
        return "appositive"
    if word.relation in {"nmod", "obl"} and comma and first in PREPOSITIONS:
        return "prepositional"
    return ""


def cuts(sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    """Yield the ways to cut a sentence in two, as (kind, first half, second half)."""
    words = sentence.words
    if len(words) < 2 * SHORTEST or words[-1].form != ".":
        return
    for top, word in enumerate(words):
        if word.relation not in {"advcl", "acl:relcl", "appos", "nmod", "obl"}:
            continue
        part = sentence.subtree(top)
        while words[part[0]].upos == "PUNCT":
            part.pop(0)
        whole = part[-1] - part[0] + 1 == len(part) and part[-1] == len(words) - 2
        if not whole or len(part) < SHORTEST or part[0] < SHORTEST:
            continue
        kind = kind_of(sentence, top, part)
        if kind:
            start = words[part[0]].start
            rest = sentence.text[:start].rstrip(" ,–—-") + "."
            yield kind, rest, sentence.text[start].upper() + sentence.text[start + 1 :]


def flagged(text: str) -> list[Span]:
    """The spans of the findings in one paragraph."""
    doc = Document(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    return [finding.span for finding in RULE.check(doc)]


def main() -> None:
    """Print the figures, one a line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("treebank", type=Path, nargs="+", help="CoNLL-U files, plain or gzipped")
    parser.add_argument("--model", type=Path, help="another model for the tagger")
    parser.add_argument("--every", type=int, default=1, help="read only every Nth document")
    parser.add_argument("--examples", type=int, default=0, help="how many errors of each kind to show")
    arguments = parser.parse_args()
    if arguments.model:
        other = tagger.Tagger(arguments.model)
        tagger.default_tagger = lambda: other
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    found = [document for path in arguments.treebank for document in documents(path)]
    for _, sentences in found[:: arguments.every]:
        measure(sentences, total, right, arguments.examples)
    for kind in sorted(total.keys() - {"whole"}):
        print(f"{kind:14} recall {right[kind] / total[kind]:.3f}   ({right[kind]} / {total[kind]})")
    wrong = total["whole"] - right["whole"]
    print(f"whole sentences flagged, per 1,000: {1000 * wrong / total['whole']:.2f}   ({wrong})")


def measure(sentences: list[Sentence], total: Counter[str], right: Counter[str], examples: int) -> None:
    """Count the cuts and the whole sentences of a document."""

    def count(kind: str, text: str, *, good: bool) -> None:
        total[kind] += 1
        right[kind] += good
        if not good and total[kind] - right[kind] <= examples:
            print(f"    {kind}: {text}")

    for at, sentence in enumerate(sentences):
        before = sentences[at - 1].text if at else ""
        after = sentences[at + 1].text if at + 1 < len(sentences) else ""
        for kind, rest, cut in cuts(sentence):
            start = len(before) + 1 + len(rest) + 1
            spans = flagged(f"{before} {rest} {cut} {after}")
            count(kind, cut, good=any(s.start < start + len(cut) and s.end > start for s in spans))
    text = " ".join(sentence.text for sentence in sentences)
    spans = flagged(text)
    at = 0
    for sentence in sentences:
        end = at + len(sentence.text)
        roots = [i for i, word in enumerate(sentence.words) if word.head == -1]
        if any(sentence.is_finite(root) for root in roots):
            hit = any(s.start < end and s.end > at for s in spans)
            count("whole", sentence.text, good=not hit)
        at = end + 1


if __name__ == "__main__":
    main()
