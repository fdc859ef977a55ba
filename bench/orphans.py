#!/usr/bin/env python3
"""
How many quotations without a speaker are found that were put into real articles.

    bench/orphans.py ARTICLES [--count 200] [--seed 7] [--examples N] [--keep FOLDER]

ARTICLES is a folder with .txt, .jsonl or .jsonl.gz files, as for speed.py; each file of lines is a set of its
own. A quotation of another article is put between two sentences of a paragraph, neither of which mentions a
person, a group, a pronoun or a verb of saying: nobody can have said it. The test for that is a simple one,
made of the lists below and of capitals; it shares no code with the rules. One line is printed for each set
and one for all: the share that unattributed-quote reports as an error, as an error or a warning, and the
share that any rule about speakers reports. ``--keep`` writes the articles into a folder.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import articles

RULES = ("unattributed-quote", "unclear-speaker")
COMMAND = [sys.executable, "-m", "articlelint", "check", "--isolated", "--output-format", "json"]
FEWEST_WORDS, MOST_WORDS = 8, 40

_QUOTATION = re.compile(r"(?<![^\s(])[\"“]([A-Z][^\"“”\n]+[.,!?])[\"”](?![^\s)])")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9%)][.!?])\s+(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PRONOUNS = frozenset(
    """
    i me my mine we us our ours you your he him his she her hers they them their who whom whose myself
    himself herself themselves ourselves somebody someone anybody anyone nobody everybody everyone
    others
    """.split()
)
_SAYING = re.compile(
    r"(?:accord|add(?:s|ed|ing)?$|admit|agree|announc|answer|argu|ask|assert|believ|call|cite|claim|comment|conced"
    r"|conclud|confirm|critici|declar|demand|den(?:y|ie)|describ|estimat|explain|express|insist|interview|invit"
    r"|mention|note[ds]?$|noting|order|plead|pledg|predict|promis|propos|question|quot|recommend|remark|repl|report"
    r"|request|respon[ds]|reveal|said|say|speak|spok|speech|state[ds]?$|stating|statement|suggest|talk|tell|testif"
    r"|thank|think|thought|told|urg(?:e|ing)|vow|warn|word|writ|wrote|letter|messag|email|tweet)"
)
_PEOPLE = re.compile(
    r"(?:.{2,}(?:er|or|ist|ian|man|men|woman|women|person|people)s?"
    r"|(?:.*-)?(?:agent|client|parent|patient|resident|student|president|opponent|immigrant|accountant|assistant"
    r"|child|children|police|team|council|court|government|company|firm|party|group|committee|union|staff|crew"
    r"|family|parliament|senate|congress|board|press|media|public|crowd|jury|bank|agency|club|army|church|boss"
    r"|chief|expert|official|critic|fan|guest|host|judge|king|queen|prince|wife|husband|son|girl|boy|friend"
    r"|victim|couple|administration|commission|authority|coalition|opposition|study|survey|poll|review|document"
    r"|organisation|organization))(?:s|es)?$"
)
_NO_PEOPLE = frozenset(
    """
    after over under other another however number ever never rather later earlier whether together per
    quarter order former for or nor paper water power summer winter higher lower larger smaller greater
    better longer further bigger older newer faster cheaper stronger weaker easier harder wider closer
    major minor factor sector computer server offer matter center either neither moreover whatever
    corner river error floor door poor prior interior human exist list consist letter tower weather
    fever layer timber rubber silver colour color labor flavor motor consider deliver enter cover
    discover answer trigger remember chapter border shoulder finger dinner proper inner outer upper
    september october november december
    """.split()
)


class Orphan(NamedTuple):
    """An article with a quotation that nobody said."""

    text: str
    start: int
    """Where the quotation begins."""
    end: int


def is_outside_quotations(paragraph: str, at: int) -> bool:
    """Whether the last quotation mark before an offset closes, or there is none, and the next one opens."""
    before = re.search(r"[\"“”][^\"“”]*\Z", paragraph[:at])
    after = re.search(r"[\"“”]", paragraph[at:])
    closed = before is None or re.search(r"[^\s(\[—-]\Z", paragraph[: before.start()]) is not None
    return closed and (after is None or re.match(r"[\"“]\w", paragraph[at + after.start() :]) is not None)


def mentions_nobody(sentence: str, ordinary: frozenset[str]) -> bool:
    """
    Whether a sentence mentions no person, group, pronoun or verb of saying, as far as words can tell.

    ``ordinary`` are words that are also written without a capital. A capital elsewhere is a name, unless it
    follows a preposition of place or time.
    """
    if re.search(r"[\"“”:;‘@]", sentence) or len(sentence.split()) < 4:
        return False
    for found in _WORD.finditer(sentence):
        word, before = found.group(), sentence[: found.start()]
        lower = word.lower()
        named = word[0].isupper() and (before or lower not in ordinary)
        if named and not re.search(
            r"\b(?:in|on|at|near|from|to|into|across|around|since|until|during|In|On|At|Since|During)\s$",
            before,
        ):
            return False
        if lower.split("'")[0].split("’")[0] in _PRONOUNS or _SAYING.match(lower):
            return False
        if _PEOPLE.match(lower) and lower not in _NO_PEOPLE:
            return False
    return True


def quotations(text: str) -> Iterator[str]:
    """The words of the quoted sentences of an article that are long enough to need a speaker."""
    for found in _QUOTATION.finditer(text):
        words = found.group(1)
        if FEWEST_WORDS <= len(words.split()) <= MOST_WORDS:
            yield words[:-1] + "." if words.endswith(",") else words


def places(text: str, ordinary: frozenset[str]) -> Iterator[int]:
    """The offsets between two sentences of an article that mention nobody."""
    start = 0
    for paragraph in text.split("\n"):
        ends = [found.end() for found in _SENTENCE_END.finditer(paragraph)]
        bounds = [0, *ends, len(paragraph)]
        sentences = [paragraph[a:b].strip() for a, b in itertools.pairwise(bounds)]
        for (before, after), end in zip(itertools.pairwise(sentences), ends, strict=True):
            free = mentions_nobody(before, ordinary) and mentions_nobody(after, ordinary)
            if free and is_outside_quotations(paragraph, end):
                yield start + end
        start += len(paragraph) + 1


def free_places(texts: list[str]) -> list[tuple[int, int]]:
    """All places in a set of articles for a quotation: the number of the article, and the offset."""
    ordinary = frozenset(re.findall(r"(?<![.’'])\b[a-z]+\b", " ".join(texts)))
    # Interviews, in which "((" begins the label of a speaker, are spoken by somebody from end to end.
    return [(n, at) for n, text in enumerate(texts) if "((" not in text for at in places(text, ordinary)]


def make_orphans(texts: list[str], free: list[tuple[int, int]], chance: random.Random) -> list[Orphan]:
    """Put a quotation of another article into each of the places."""
    spoken = [(number, words) for number, text in enumerate(texts) for words in quotations(text)]
    made: list[Orphan] = []
    for number, at in free:
        text = texts[number]
        words = chance.choice([words for other, words in spoken if other != number])
        quoted = f"“{words}”" if "“" in text else f'"{words}"'
        made.append(Orphan(f"{text[:at]}{quoted} {text[at:]}", at, at + len(quoted)))
    return made


def offset(text: str, line: int, column: int) -> int:
    """The offset of a line and a column, both counted from 1."""
    return sum(len(part) + 1 for part in text.split("\n")[: line - 1]) + column - 1


def check(orphans: list[Orphan], folder: Path) -> Iterator[list[dict[str, Any]]]:
    """Yield for each orphan the findings about its quotation."""
    for number, orphan in enumerate(orphans):
        (folder / f"{number:06}.txt").write_text(orphan.text, encoding="utf-8")
    if not orphans:
        return
    command = [*COMMAND, "--select", ",".join(RULES), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr)
    by_number: dict[int, list[dict[str, Any]]] = {}
    for finding in json.loads(done.stdout):
        by_number.setdefault(int(Path(finding["path"]).stem), []).append(finding)
    for number, orphan in enumerate(orphans):
        yield [
            finding
            for finding in by_number.get(number, [])
            if orphan.start <= offset(orphan.text, finding["line"], finding["column"]) < orphan.end
        ]


def measure(name: str, orphans: list[Orphan], folder: Path, examples: int) -> Counter[str]:
    """Count what is found of a set's orphans, print it, and print some of those missed."""
    counts: Counter[str] = Counter(of=len(orphans))
    for orphan, findings in zip(orphans, check(orphans, folder), strict=True):
        severities = {f["severity"] for f in findings if f["rule"] == RULES[0]}
        counts["errors"] += "error" in severities
        counts["found"] += bool(severities & {"error", "warning"})
        counts["any"] += bool(findings)
        if not severities & {"error", "warning"} and examples > 0:
            examples -= 1
            context = orphan.text[max(0, orphan.start - 200) : orphan.end + 150]
            print(f"    missed: {' '.join(context.split())!r}")
    report(name, counts)
    return counts


def report(name: str, counts: Counter[str]) -> None:
    """Print one line of figures."""
    of = counts["of"]
    if of:
        shares = (
            f"{key} {counts[key] / of:.3f} ({counts[key]} / {of})" for key in ("found", "errors", "any")
        )
        print(f"{name:20}", *shares, sep="   ")


def main() -> None:
    """Make the orphans, as many in each set as there is room for, and print what is found."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("articles", type=Path, metavar="ARTICLES")
    parser.add_argument("--count", type=int, default=200, help="how many orphans there are in all")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--examples", type=int, default=0, help="how many of those missed to print")
    parser.add_argument("--keep", type=Path, help="an empty folder for the articles with the orphans")
    args = parser.parse_args()
    files = sorted(path for path in args.articles.rglob("*") if path.name.endswith((".jsonl", ".jsonl.gz")))
    sets = {path.name.split(".")[0]: articles.read_articles(path) for path in files}
    sets = sets or {args.articles.name: articles.read_articles(args.articles)}
    free = {name: free_places(texts) for name, texts in sets.items()}
    chance = random.Random(args.seed)
    total: Counter[str] = Counter()
    left = args.count
    with tempfile.TemporaryDirectory() as temporary:
        # The sets with the fewest places come first, so that the others make up for what they lack.
        for number, name in enumerate(sorted(sets, key=lambda name: len(free[name]))):
            share = min(left // (len(sets) - number), len(free[name]))
            left -= share
            orphans = make_orphans(sets[name], chance.sample(free[name], share), chance)
            folder = (args.keep or Path(temporary)) / name
            folder.mkdir(parents=True)
            total += measure(name, orphans, folder, args.examples)
    report("all", total)


if __name__ == "__main__":
    main()
