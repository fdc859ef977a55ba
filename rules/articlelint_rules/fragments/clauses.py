"""Clauses: which finite verbs of a sentence may be its main verb, and which belong to clauses below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import articlelint as al

CLEAR_SUBORDINATORS = frozenset(
    "because although though unless whereas while whilst if when whenever where wherever".split()
)
"""Words that open a subordinate clause."""

VAGUE_SUBORDINATORS = frozenset("since after before until till as once".split())
"""Words that open a subordinate clause or, as often, a phrase without a verb."""

RELATIVES = frozenset("which who whom whose".split())

LICENCES = (
    CLEAR_SUBORDINATORS
    | VAGUE_SUBORDINATORS
    | RELATIVES
    | frozenset("that what why how whether than".split())
)
"""Words after which a finite verb may belong to a clause that is no sentence."""

SURE_VERBS = frozenset(
    """
    is are was were am does did has had says said would could should cannot will went became knew grew
    began isn't aren't wasn't weren't doesn't didn't hasn't hadn't won't wouldn't couldn't shouldn't can't
    don't haven't it's he's she's that's there's they're we're you're i'm i've i'd i'll you've you'll he'll
    she'll it'll they'll we'll they've we've he'd she'd they'd we'd there'll what's here's let's
    """.split()
)
"""Words that are finite verbs, or contain one, wherever they stand."""

NOMINATIVES = frozenset("i he she we they".split())
"""Pronouns that are subjects and nothing else: each has a finite verb of its own."""

SUBJECTS = NOMINATIVES | frozenset("it you there".split())
CONTENT_CLAUSE = SUBJECTS | frozenset("a an the".split())
"""Words after which a ``that`` before them can be no pointing word: ``That the bridge ...``."""

_CONJUNCTIONS = frozenset("and or but nor yet &".split())
_BREAKS = frozenset(",;:—–(")
_BETWEEN = frozenset({"ADV", "PART"})
_NEVER_BEFORE_VERB = frozenset({"DET", "ADP", "NUM", "ADJ"})
_BEFORE_VERB = frozenset({"NOUN", "PROPN", "PRON", "ADV"})
_AFTER_VERB = frozenset({"DET", "PRON", "SCONJ"})
_AFTER_ED = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "ADV"})
_AFTER_S = frozenset({"ADJ", "NUM", "ADV"})
_BEFORE_THAT = frozenset({"NOUN", "PROPN", "PRON", "VERB", "ADJ", "NUM", "AUX"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """
    How much a word must look like a finite verb to count as one, as margins of the tagger.

    Below 0, words count that are tagged as something else but might be a verb, so that a slip of the tagger
    does not make a fragment. ``least`` holds up to the first comma, ``later`` behind it, ``opening`` for the
    first word; ``benefit`` is how much less is asked of a word that stands where verbs stand.
    """

    least: int
    later: int
    opening: int
    benefit: int


@dataclass(frozen=True, slots=True)
class Reading:
    """
    A sentence's finite verbs, as indices of its words; "has not been told" is one.

    ``main`` are those that no conjunction or relative word before them accounts for: a sentence has one.
    """

    finite: tuple[int, ...]
    main: tuple[int, ...]


def lowered(doc: al.Document, sentence: al.Sentence) -> list[str]:
    """The tokens of a sentence in lower case, apostrophes straight; ``WHO`` and its like as they are."""
    texts = doc.tokens.texts[sentence.tokens.start : sentence.tokens.stop]
    return [text if len(text) > 1 and text.isupper() else text.lower().replace("’", "'") for text in texts]


def has_plain_verb(words: Sequence[str]) -> bool:
    """
    Whether a sure finite verb stands before any word that could make its clause a subordinate one.

    Decides most sentences by a word list alone.
    """
    for at, word in enumerate(words):
        if word in SURE_VERBS:
            return True
        if word in LICENCES and (at or word not in {"that", "what", "how"} or words[1] in CONTENT_CLAUSE):
            return False
    return False


def read(words: Sequence[str], tags: Sequence[al.Tag], margins: Sequence[int], doubt: Doubt) -> Reading:
    """Divide the finite verbs of a sentence into those of the main clause and the others."""
    finite = _finite(words, tags, margins, doubt)
    found: list[int] = []
    main: list[int] = []
    licences = 0
    auxiliary = False
    for i, word in enumerate(words):
        if finite[i]:
            if not auxiliary:
                found.append(i)
                if not licences:
                    main.append(i)
                licences = max(licences - 1, 0)
            auxiliary = tags[i] is al.Tag.AUX_FINITE
            continue
        auxiliary = auxiliary and tags[i].upos in _BETWEEN
        if word in _BREAKS and words[i - 1] not in RELATIVES:
            licences = 0
        elif word in LICENCES:
            licences += _opens_clause(words, tags, i)
        elif word in _CONJUNCTIONS and found:
            licences += _shares_subject(words, tags, finite, i + 1)
    return Reading(tuple(found), tuple(main))


def _finite(words: Sequence[str], tags: Sequence[al.Tag], margins: Sequence[int], doubt: Doubt) -> list[bool]:
    """For each word whether it counts as a finite verb."""
    comma = words.index(",") if "," in words else len(words)
    found: list[bool] = []
    for at, tag in enumerate(tags):
        least = doubt.opening if at == 0 else doubt.least if at < comma else doubt.later
        found.append(tag.is_finite or _may_be_finite(words, tags, at, margins[at] - least, doubt.benefit))
    return found


def _may_be_finite(words: Sequence[str], tags: Sequence[al.Tag], at: int, margin: int, benefit: int) -> bool:
    """Whether a word that is not tagged as a finite verb may be one all the same, by its neighbours."""
    word = words[at]
    if not word[0].isalpha():
        return False
    if at == 0:
        return margin > 0
    before, previous = tags[at - 1].upos, words[at - 1]
    if previous in {"who", "that"} and before in {"PRON", "SCONJ"} and tags[at] is al.Tag.NOUN:
        return True  # "anyone who partners with you"
    if before in _NEVER_BEFORE_VERB or previous == "to" or previous.endswith("'s"):
        return False
    if before in _BEFORE_VERB and at + 1 < len(tags) and _verb_like(word, tags[at], tags[at + 1]):
        return margin > -benefit
    return margin > 0


def _verb_like(word: str, tag: al.Tag, after: al.Tag) -> bool:
    """Whether a word could be a verb with its object behind it: ``contains the``, ``attended schools``."""
    if word.endswith("ing"):
        return False
    if word.endswith("ed") and after.upos in _AFTER_ED:
        return True
    return after.upos in _AFTER_VERB or (word.endswith("s") and tag is al.Tag.NOUN and after.upos in _AFTER_S)


def _opens_clause(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether a word that may open a clause does; in ``that day`` and ``as chairman`` it does not."""
    word, tag, after = words[at], tags[at], words[at + 1 : at + 2]
    before = words[at - 1] if at else ""
    if after == ["of"] or before == "a":
        return False
    if word in VAGUE_SUBORDINATORS or word == "than":
        return tag is al.Tag.SCONJ
    if word == "that" and at == 0:
        return not CONTENT_CLAUSE.isdisjoint(after)
    if word == "that":
        follows = tags[at - 1].upos in _BEFORE_THAT or before == "so"
        return follows and tag in {al.Tag.SCONJ, al.Tag.PRON}
    return not (before in _BREAKS and after == [","])


def _shares_subject(words: Sequence[str], tags: Sequence[al.Tag], finite: Sequence[bool], at: int) -> bool:
    """Whether a verb follows at once, or after a pronoun: ``and then left``, ``and he left``."""
    while at < len(words) and not finite[at] and (tags[at].upos in _BETWEEN or words[at] in NOMINATIVES):
        at += 1
    return at < len(words) and finite[at]
