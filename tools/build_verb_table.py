#!/usr/bin/env python3
"""
Builds rules/articlelint_rules/data/fragments_verbs.bin, the verb forms that sentence-fragment looks up.

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb wordnet
    tools/build_verb_table.py wordnet/usr/share/wordnet

Source: WordNet 3.0 (Debian package ``wordnet-base``), whose licence stands in fragments_NOTICE.md. Regular
forms are made by rule and irregular ones taken from ``verb.exc``; only forms that the lexicon knows are kept.
How much of a noun or an adjective a form is, is told from the counts of its senses (``cntlist.rev``).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import word_tables

from articlelint import lexicon
from articlelint_rules.fragments import verb_forms as forms

TABLE = Path(__file__).parents[1] / "rules" / "articlelint_rules" / "data" / "fragments_verbs.bin"
TRANSITIVE_FRAMES = frozenset({8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 24, 25, 30, 31})
"""WordNet's verb frames with an object: 8 is "Somebody ----s something"."""
CLAUSAL_FRAMES = frozenset({26, 28, 29, 32, 33, 34, 35})
"""Those with a clause, an infinitive or an -ing form: 26 is "Somebody ----s that CLAUSE"."""
PAST_LIKE_BASE = ("came", "ran", "became", "overcame", "outran", "overran")
"""Past tenses whose participle is the base form, which ``verb.exc`` does not list."""
NEVER_PASSIVE = ("stood", "slept", "wept", "leapt", "crept", "dealt")
"""Past tenses that are participles as well, but only after ``have``."""
ARCHAIC = ("span", "gat", "drave", "spake", "brake", "clave", "ware")
NO_PASTS = ("seed", "bed", "need")
AUXILIARIES = {
    **dict.fromkeys(("is", "has"), forms.THIRD_PERSON | forms.TRANSITIVE),
    **dict.fromkeys(("am", "are"), forms.BASE),
    **dict.fromkeys(("was", "were"), forms.PAST | forms.ONLY_PAST),
}
NEWER = tuple(
    """
    access blog bookmark crowdsource download email fundraise google headquarter impact leverage livestream
    onboard outsource partner podcast prototype reference showcase source task text timebox troubleshoot tweet
    unfriend update upload upskill workshop
    """.split()
)
"""Verbs that WordNet 3.0 is too old for, or may lack; the forms that the lexicon has are taken."""
LARGEST = 60
MOSTLY = 3
_SENSES = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}


def index(folder: Path, part: str) -> set[str]:
    """The single words that WordNet has as a part of speech."""
    lines = (folder / f"index.{part}").read_text(encoding="latin-1").splitlines()
    return {word for line in lines if line[0] != " " and (word := line.split()[0]).isalpha()}


def exceptions(folder: Path, part: str) -> Iterator[tuple[str, str]]:
    """Irregular forms as (form, lemma)."""
    for line in (folder / f"{part}.exc").read_text(encoding="latin-1").splitlines():
        form, *lemmas = line.split()
        for lemma in lemmas:
            if form.isalpha():
                yield form, lemma


def counts(folder: Path) -> dict[str, Counter[str]]:
    """How often each word occurs as each part of speech in WordNet's tagged texts."""
    found: dict[str, Counter[str]] = {part: Counter() for part in ("noun", "verb", "adj", "adv")}
    for line in (folder / "cntlist.rev").read_text(encoding="latin-1").splitlines():
        key, _, count = line.split()
        lemma, _, rest = key.partition("%")
        found[_SENSES[rest[0]]][lemma] += int(count)
    return found


def frames(folder: Path) -> dict[str, int]:
    """For each verb the flags of what may follow it, from the frames of its senses."""
    found: dict[str, int] = defaultdict(int)
    for line in (folder / "data.verb").read_text(encoding="latin-1").splitlines():
        if line[0] == " ":
            continue
        fields = line.partition(" | ")[0].split()
        count = int(fields[3], 16)
        lemmas = [fields[4 + 2 * i] for i in range(count)]
        rest = fields[4 + 2 * count :]
        rest = rest[1 + 4 * int(rest[0]) :]
        for at in range(1, len(rest), 3):
            frame, word = int(rest[at + 1]), int(rest[at + 2], 16)
            flag = forms.TRANSITIVE * (frame in TRANSITIVE_FRAMES) | forms.CLAUSAL * (frame in CLAUSAL_FRAMES)
            for lemma in lemmas if word == 0 else [lemmas[word - 1]]:
                found[lemma] |= flag
    return found


def third_person(lemma: str) -> str:
    """The form in -s."""
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma + "s"


def regular_past(lemma: str) -> str:
    """The form in -ed; a doubled consonant is an irregular form to WordNet."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def pasts(lemma: str, listed: list[str], verbs: set[str]) -> Iterator[tuple[str, int]]:
    """The past forms of a verb, each with its flags; a participle that is nothing else has none."""
    irregular = [form for form in listed if not form.endswith(("ing", "s")) and form not in ARCHAIC]
    regular = regular_past(lemma)
    of_another = regular[:-1] != lemma and regular[:-1] in verbs  # "wined" is not from "win"
    if lexicon.is_word(regular) and not of_another and regular not in NO_PASTS:
        irregular.append(regular)
    for form in irregular:
        others = [other for other in irregular if other != form]
        if form.endswith(("n", "ne")) and any(not other.endswith(("n", "ne")) for other in others):
            continue
        if any("a" in other and other.replace("a", "u") == form for other in others):
            continue  # "begun", beside "began"
        if any(form.replace("i", "u").replace("a", "u") == other for other in others if "u" not in form):
            yield form, forms.PAST | forms.ONLY_PAST  # "began", beside "begun"
        elif form.endswith("ed"):
            yield form, forms.PAST
        elif form in PAST_LIKE_BASE + NEVER_PASSIVE or any(o.endswith(("n", "ne")) for o in others):
            yield form, forms.PAST | forms.ONLY_PAST
        else:
            yield form, forms.PAST


def other_use(verb: int, other: int, *, listed: bool) -> int:
    """How much more than a verb a form is, by the counts of its senses."""
    if not listed:
        return forms.NEVER
    if MOSTLY * (other + 1) <= verb:
        return forms.SELDOM
    return forms.OFTEN if other <= MOSTLY * (verb + 1) else forms.MOSTLY


def build(folder: Path) -> dict[str, int]:
    """Every verb form with its byte."""
    count, frame = counts(folder), frames(folder)
    for verb in NEWER:
        frame[verb] |= forms.TRANSITIVE
    names = {part: index(folder, part) for part in ("noun", "adj", "adv")}
    plurals: dict[str, list[str]] = defaultdict(list)
    for form, lemma in exceptions(folder, "noun"):
        plurals[form].append(lemma)
    irregular: dict[str, list[str]] = defaultdict(list)
    for form, lemma in exceptions(folder, "verb"):
        irregular[lemma].append(form)
    table: dict[str, int] = defaultdict(int)
    verbs: Counter[str] = Counter()
    verb_lemmas = index(folder, "verb").union(NEWER)
    for lemma in sorted(verb_lemmas):
        inflected = [(lemma, forms.BASE), (third_person(lemma), forms.THIRD_PERSON)]
        for form, flags in [*inflected, *pasts(lemma, irregular[lemma], verb_lemmas)]:
            if 0 < lexicon.size(form) <= LARGEST:
                table[form] |= flags | frame[lemma]
                verbs[form] += count["verb"][lemma]
        if third_person(lemma) in table and lemma in names["noun"]:
            plurals[third_person(lemma)].append(lemma)
    for form, flags in table.items():
        if flags & forms.PAST and not (flags & forms.ONLY_PAST and flags & forms.BASE == 0):
            table[form] &= ~forms.ONLY_PAST
        nouns = [form, *plurals[form]]
        listed = any(n in names["noun"] for n in nouns) or form in names["adj"] | names["adv"]
        other = sum(count["noun"][noun] for noun in nouns) + count["adj"][form] + count["adv"][form]
        table[form] |= other_use(verbs[form], other, listed=listed)
    return {**table, **AUXILIARIES}


def main() -> None:
    """Build the table from a folder with WordNet's files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("wordnet", type=Path, help="the folder with index.verb, data.verb and the others")
    word_tables.write(TABLE, build(parser.parse_args().wordnet))


if __name__ == "__main__":
    main()
