"""
Verb forms: which words may be a finite verb, and how much else they are.

Regular forms are made by rule, irregular ones come from WordNet's ``verb.exc``; only forms that the lexicon
knows are kept. The counts of senses (``cntlist.rev``) tell how often a form is a noun, an adjective or an
adverb instead.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articlelint import lexicon
from articlelint_rules.fragments import verb_forms as forms
from tables.inputs import Inputs

FOLDER = "usr/share/wordnet"
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
MOSTLY = 3
SENSES = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
"""WordNet's numbers of parts of speech."""


@dataclass(frozen=True)
class WordNet:
    """WordNet's files."""

    files: Mapping[str, bytes]

    def lines(self, name: str) -> Iterator[str]:
        """The lines of a file, without its licence."""
        for line in self.files[f"{FOLDER}/{name}"].decode("latin-1").splitlines():
            if line[0] != " ":
                yield line

    def index(self, part: str) -> set[str]:
        """The single words that WordNet has as a part of speech."""
        return {word for line in self.lines(f"index.{part}") if (word := line.split()[0]).isalpha()}

    def exceptions(self, part: str) -> Iterator[tuple[str, str]]:
        """Irregular forms as (form, lemma)."""
        for line in self.lines(f"{part}.exc"):
            form, *lemmas = line.split()
            for lemma in lemmas:
                if form.isalpha():
                    yield form, lemma

    def counts(self) -> dict[str, Counter[str]]:
        """How often each word occurs as each part of speech in WordNet's tagged texts."""
        found: dict[str, Counter[str]] = {part: Counter() for part in ("noun", "verb", "adj", "adv")}
        for line in self.lines("cntlist.rev"):
            key, _, count = line.split()
            lemma, _, rest = key.partition("%")
            found[SENSES[rest[0]]][lemma] += int(count)
        return found

    def frames(self) -> dict[str, int]:
        """For each verb the flags of what may follow it, from the frames of its senses."""
        found: dict[str, int] = defaultdict(int)
        for line in self.lines("data.verb"):
            fields = line.partition(" | ")[0].split()
            count = int(fields[3], 16)
            lemmas = [fields[4 + 2 * i] for i in range(count)]
            rest = fields[4 + 2 * count :]
            rest = rest[1 + 4 * int(rest[0]) :]
            for at in range(1, len(rest), 3):
                flag, word = frame_flag(int(rest[at + 1])), int(rest[at + 2], 16)
                for lemma in lemmas if word == 0 else [lemmas[word - 1]]:
                    found[lemma] |= flag
        return found


def frame_flag(frame: int) -> int:
    """What a verb with a frame may be followed by."""
    if frame in TRANSITIVE_FRAMES:
        return forms.TRANSITIVE
    return forms.CLAUSAL if frame in CLAUSAL_FRAMES else 0


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


def build(inputs: Inputs, *, largest_list: int) -> dict[str, str]:
    """Every verb form with its flags, which ``articlelint_rules.fragments.verb_forms`` names."""
    wordnet = WordNet(inputs.files("wordnet-base"))
    count, frame = wordnet.counts(), wordnet.frames()
    for verb in NEWER:
        frame[verb] |= forms.TRANSITIVE
    plurals: dict[str, list[str]] = defaultdict(list)
    for form, lemma in wordnet.exceptions("noun"):
        plurals[form].append(lemma)
    irregular: dict[str, list[str]] = defaultdict(list)
    for form, lemma in wordnet.exceptions("verb"):
        irregular[lemma].append(form)
    nouns, modifiers = wordnet.index("noun"), wordnet.index("adj") | wordnet.index("adv")
    table: dict[str, int] = defaultdict(int)
    verbs: Counter[str] = Counter()
    lemmas = wordnet.index("verb").union(NEWER)
    for lemma in sorted(lemmas):
        inflected = [(lemma, forms.BASE), (third_person(lemma), forms.THIRD_PERSON)]
        for form, flags in [*inflected, *pasts(lemma, irregular[lemma], lemmas)]:
            if 0 < lexicon.size(form) <= largest_list:
                table[form] |= flags | frame[lemma]
                verbs[form] += count["verb"][lemma]
        if third_person(lemma) in table and lemma in nouns:
            plurals[third_person(lemma)].append(lemma)
    for form, flags in table.items():
        if flags & forms.PAST and not (flags & forms.ONLY_PAST and flags & forms.BASE == 0):
            table[form] &= ~forms.ONLY_PAST
        singulars = [form, *plurals[form]]
        listed = form in modifiers or any(noun in nouns for noun in singulars)
        other = sum(count["noun"][noun] for noun in singulars) + count["adj"][form] + count["adv"][form]
        table[form] |= other_use(verbs[form], other, listed=listed)
    return {form: str(flags) for form, flags in {**table, **AUXILIARIES}.items()}
