"""Clauses: which finite verbs of a sentence may be its main verb, and which belong to clauses below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import articlelint as al
from articlelint_rules.fragments.verbs import RELATIVES, Doubt, find_finite, is_plural

CLEAR_SUBORDINATORS = frozenset(
    "because although though unless whereas while whilst if when whenever where wherever".split()
)
"""Words that open a subordinate clause."""

VAGUE_SUBORDINATORS = frozenset("since after before until till as once".split())
"""Words that open a subordinate clause or, as often, a phrase without a verb."""

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
    seems seemed appeared happened existed belonged occurred becomes includes contains involves requires
    allows provides makes gives gets keeps tells believes brings comes consists continues creates describes
    depends enables ensures exists explains goes happens knows maintains occurs prevents receives represents
    speaks suggests thinks understands writes
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
_DOING = frozenset("do does did done doing like".split())
_BEFORE_THAT = frozenset({"NOUN", "PROPN", "PRON", "VERB", "ADJ", "NUM", "AUX"})


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
    finite = find_finite(words, tags, margins, doubt)
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
        elif i == 0 and word in VAGUE_SUBORDINATORS and not doubt.wary:
            licences = 1
        elif word in LICENCES:
            licences = min(licences + _opens_clause(words, tags, i), doubt.pending)
        elif word in _CONJUNCTIONS and found:
            licences += _shares_subject(
                words, tags, finite, i + 1, frozenset() if doubt.wary else NOMINATIVES
            )
    return Reading(tuple(found), tuple(main))


def opens_content_clause(words: Sequence[str], tags: Sequence[al.Tag]) -> bool:
    """Whether a sentence opens with a ``that`` that points at nothing: ``That the bridge is unsafe``."""
    named = tags[0] is al.Tag.SCONJ and tags[1] is al.Tag.PROPN
    return words[0] == "that" and (words[1] in CONTENT_CLAUSE or named)


def _opens_clause(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether a word that may open a clause does; in ``that day`` and ``as chairman`` it does not."""
    word, tag = words[at], tags[at]
    if at + 1 == len(words):
        return False
    after, next_tag = words[at + 1], tags[at + 1]
    before = words[at - 1] if at else ""
    if after == "of" or before == "a" or (before in _BREAKS and after == ","):
        return False
    if word == "that":
        return _that_opens_clause(words, tags, at)
    if word not in RELATIVES and next_tag in {al.Tag.VERB_ING, al.Tag.VERB_PARTICIPLE}:
        return False  # "while working", "when asked"
    if word in CLEAR_SUBORDINATORS and next_tag.is_finite:
        return False  # "the cost, though is"
    if word in VAGUE_SUBORDINATORS or word == "than":
        return tag is al.Tag.SCONJ and next_tag is not al.Tag.ADJ
    for i in range(at + 1, min(at + 4, len(words))):
        if words[i] == "to":
            return False  # "how to", "which one to"
        if tags[i].is_verb:
            break
    return True


def _that_opens_clause(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether ``that`` is no pointing word: not in ``doing that makes``, ``when he did that``."""
    if at == 0:
        return opens_content_clause(words, tags)
    before, after = tags[at - 1], tags[at + 1]
    if words[at + 1] in CONTENT_CLAUSE and words[at - 1] not in _BREAKS | _DOING:
        return True
    if tags[at] is al.Tag.DET and not (after is al.Tag.NOUN and is_plural(words[at + 1])):
        return False
    if after in {al.Tag.VERB_INFINITIVE, al.Tag.PUNCT}:
        return False
    if words[at - 1] in _DOING or (before.upos == "VERB" and after.is_finite):
        return False
    return before.upos in _BEFORE_THAT or words[at - 1] == "so"


def _shares_subject(
    words: Sequence[str], tags: Sequence[al.Tag], finite: Sequence[bool], at: int, subjects: frozenset[str]
) -> bool:
    """Whether a verb follows at once, or after one of the subjects: ``and then left``, ``and he left``."""
    while at < len(words) and not finite[at] and (tags[at].upos in _BETWEEN or words[at] in subjects):
        at += 1
    return at < len(words) and finite[at]
