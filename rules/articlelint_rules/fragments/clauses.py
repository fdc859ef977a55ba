"""Clauses: which finite verbs of a sentence may be its main verb, and which belong to clauses below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import articlelint as al
from articlelint_rules.fragments import verb_forms
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
    | frozenset("that what why how whether than whatever whoever whichever".split())
)
"""Words after which a finite verb may belong to a clause that is no sentence."""

SURE_VERBS = frozenset(
    """
    is are was were am ain't aint does did has had says said would could should cannot will went became knew grew
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
_SUBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_DOING = frozenset("do does did done doing like".split())
_BEFORE_AS = frozenset(
    """
    serve serves served serving identify identifies identified act acts acted acting work works worked working
    known used seen described regarded such same
    """.split()
)
"""Words whose ``as`` is a preposition: ``people who serve as teachers``."""
_BELIEVING = frozenset(
    "hoping knowing believing thinking saying claiming meaning fearing realizing realising".split()
)
"""Participles whose object may be a clause without ``that``: ``Hoping they would win``."""
_THINKING = frozenset(
    "think thought know knew believe believed hope hoped guess suppose sure glad time moment minute way".split()
)
"""Words behind which a clause without ``that`` may stand."""
_TIMES = frozenset(
    """
    day night week weekend month year decade century morning afternoon evening time moment minute second hour
    summer winter spring autumn fall season mile way bit while lot instant date ago later
    """.split()
)
"""Nouns that stand before a subject without being its clause's: ``The next day he left``."""
_ARTICLES = frozenset("a an the one".split())
_AFTER_YOU = 3
_VIEWPOINTS = frozenset("standpoint viewpoint perspective".split())
"""Nouns behind which ``that`` is a pronoun: ``From that standpoint that makes sense``."""
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
    if opens_belief(words):
        return False
    for at, word in enumerate(words):
        if word in SURE_VERBS:
            return True
        if word in LICENCES and (at or word not in {"that", "what", "how"} or words[1] in CONTENT_CLAUSE):
            return False
    return False


def resumes_with_subject(words: Sequence[str]) -> bool:
    """Whether a main clause seems to follow a comma or, as a command, a clause with ``you``."""
    for at in range(1, len(words) - 2):
        word, after = words[at], words[at + 1]
        if words[at - 1] == "," and (
            word in SUBJECTS | {"how", "what"} or (word in {"one", "this", "these"} and verb_forms.of(after))
        ):
            return True
        command = after in {"how", "what", "that"} and verb_forms.of(word) & verb_forms.BASE
        if (
            command
            and words[1] == "you"
            and at > _AFTER_YOU
            and words[at - 1] not in {"to", "and", "or", "you"}
        ):
            return True
    return False


def read(words: Sequence[str], tags: Sequence[al.Tag], margins: Sequence[int], doubt: Doubt) -> Reading:
    """Divide the finite verbs of a sentence into those of the main clause and the others."""
    finite = find_finite(words, tags, margins, doubt)
    found: list[int] = []
    main: list[int] = []
    licences = 0
    held = 0
    clause = -1
    auxiliary = False
    relative = words[0] in RELATIVES or words[1] in RELATIVES or words[0] == "because"
    for i, word in enumerate(words):
        if finite[i]:
            if not auxiliary or word == words[i - 1]:  # "where it is is"
                found.append(i)
                if not licences:
                    main.append(i)
                licences = max(licences - 1, 0)
                if not doubt.wary and _opens_bare_clause(words, i):
                    licences += 1
            auxiliary = tags[i] is al.Tag.AUX_FINITE
            continue
        auxiliary = auxiliary and tags[i].upos in _BETWEEN
        if word == ")":
            licences, clause = held, i
        elif word in _BREAKS and words[i - 1] not in RELATIVES:
            held = licences if word == "(" else 0
            licences = licences if relative and not found else 0
            clause = i
        elif i == 0 and ((word in VAGUE_SUBORDINATORS and not doubt.wary) or opens_belief(words)):
            licences = 1
        elif _opens_contact_clause(words, tags, finite, i) and (relative or doubt.wary):
            licences = min(licences + 1, doubt.pending)
        elif not doubt.wary and found and _opens_bare_clause(words, i):
            licences = min(licences + 1, doubt.pending)
        elif word in LICENCES:
            licences = min(licences + _opens_clause(words, tags, i), doubt.pending)
        elif word in _CONJUNCTIONS and _links(words, i, found, clause, wary=doubt.wary):
            joined = not doubt.wary and found[-1] > clause
            licences += _shares_subject(words, tags, finite, i + 1, wary=doubt.wary, joined=joined)
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
    if word in CLEAR_SUBORDINATORS and next_tag.is_finite and ("'" not in after or after.endswith("n't")):
        return False  # "the cost, though is"
    if word == "as" and (before in _BEFORE_AS or after == "yet"):
        return False
    if before in _CONJUNCTIONS and at > 1 and words[at - 2] in LICENCES:
        return False  # "when and how"
    if word in VAGUE_SUBORDINATORS or word == "than":
        return (
            tag is al.Tag.SCONJ and next_tag is not al.Tag.ADJ and not _precedes_subject(words, tags, at + 1)
        )
    for i in range(at + 1, min(at + 4, len(words))):
        if words[i] == "to":
            return False  # "how to", "which one to"
        if tags[i].is_verb:
            break
    return True


def _precedes_subject(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether nouns stand before a pronoun that is a subject: ``as members of staff we know``."""
    start = at
    while at < len(words) and tags[at].upos in {"NOUN", "ADJ"}:
        at += 1
    return start < at < len(words) and words[at] in NOMINATIVES


def _that_opens_clause(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether ``that`` is no pointing word: not in ``doing that makes``, ``when he did that``."""
    if at == 0:
        return opens_content_clause(words, tags)
    before, after = tags[at - 1], tags[at + 1]
    if words[at - 1] in _VIEWPOINTS:
        return False
    if words[at + 1] in CONTENT_CLAUSE and words[at - 1] not in _BREAKS | _DOING:
        return True
    if tags[at] is al.Tag.DET and not (after is al.Tag.NOUN and is_plural(words[at + 1])):
        return False
    if after in {al.Tag.VERB_INFINITIVE, al.Tag.PUNCT}:
        return False
    if words[at - 1] in _DOING or (before.upos == "VERB" and after.is_finite):
        return False
    return before.upos in _BEFORE_THAT or words[at - 1] == "so"


def _links(words: Sequence[str], at: int, found: Sequence[int], clause: int, *, wary: bool) -> bool:
    """Whether a conjunction may carry on a clause: one with a verb ends here, or a comma before it."""
    if not found or words[at - 1] == "as":  # "as yet"
        return False
    return wary or found[-1] > clause or words[at - 1] in _BREAKS


def _shares_subject(
    words: Sequence[str],
    tags: Sequence[al.Tag],
    finite: Sequence[bool],
    at: int,
    *,
    wary: bool,
    joined: bool,
) -> bool:
    """
    Whether a conjunction carries a clause on: a verb follows at once, as in ``and then left``.

    If ``joined``, for no comma divides them, a new subject may come first: ``Because the roof leaked and the
    cellar was wet``.
    """
    start = at
    while at < len(words) and not finite[at]:
        subject = tags[at].upos in _SUBJECT and (at == start or tags[at].upos not in {"DET", "PRON"})
        own = not wary and words[at] in NOMINATIVES
        if not (tags[at].upos in _BETWEEN or own or (joined and subject)):
            return False
        at += 1
    return at < len(words)


def _opens_bare_clause(words: Sequence[str], at: int) -> bool:
    """Whether a clause without ``that`` follows: ``know she was home``, ``the last time we went``."""
    after = words[at + 1 : at + 2]
    return words[at] in _THINKING and bool(after) and after[0] in SUBJECTS


def _opens_contact_clause(
    words: Sequence[str], tags: Sequence[al.Tag], finite: Sequence[bool], at: int
) -> bool:
    """Whether a noun's relative clause follows it without a relative word: ``a role he played``."""
    if at + 2 >= len(words) or tags[at] is not al.Tag.NOUN or words[at] in _TIMES:
        return False
    if words[at + 1] not in SUBJECTS or not any(finite[at + 2 : at + 4]):
        return False
    if words[0] in RELATIVES:
        return tags[1].is_verb
    return words[0] in _ARTICLES and "," not in words[:at] and not _TIMES.intersection(words[:at])


def opens_belief(words: Sequence[str]) -> bool:
    """Whether a participle with a clause for its object opens a sentence: ``Hoping they would win``."""
    return words[0] in _BELIEVING and (words[1] in SUBJECTS or words[:2] == ["meaning", "that"])
