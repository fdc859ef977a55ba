"""Clauses: the words that open them below the main clause, and where such a word does not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import articlelint as al
from articlelint_rules.fragments import verb_forms
from articlelint_rules.fragments.verbs import RELATIVES, is_plural

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
    is are was were am does did has had says said would could should cannot will went became knew grew began
    aint ain't isn't aren't wasn't weren't doesn't didn't hasn't hadn't won't wouldn't couldn't shouldn't
    can't don't haven't it's he's she's that's there's they're we're you're i'm i've i'd i'll you've you'll
    he'll she'll it'll they'll we'll they've we've he'd she'd they'd we'd there'll what's here's let's
    seems seemed appeared happened existed belonged occurred becomes includes contains involves requires
    allows provides makes gives gets keeps tells believes brings comes consists continues creates describes
    depends enables ensures exists explains goes happens knows maintains occurs prevents receives represents
    speaks suggests thinks understands writes
    """.split()
)
"""Words that are finite verbs, or contain one, wherever they stand."""

NOMINATIVES = al.words.pronouns.PERSONS
"""Pronouns that are subjects and nothing else: each has a finite verb of its own."""

SUBJECTS = NOMINATIVES | frozenset("it you there".split())
CONTENT_CLAUSE = SUBJECTS | frozenset("a an the".split())
"""Words after which a ``that`` before them can be no pointing word: ``That the bridge ...``."""

FINITE = frozenset(tag for tag in al.Tag if tag.is_finite)
CONJUNCTIONS = frozenset("and or but nor yet &".split())
BREAKS = frozenset(",;:—–(")
_DOING = frozenset("do does did done doing like".split())
_BEFORE_AS = frozenset(
    """
    serve serves served serving identify identifies identified act acts acted acting work works worked working
    known used seen described regarded such same
    """.split()
)
"""Words whose ``as`` is a preposition: ``people who serve as teachers``."""
BELIEVING = frozenset(
    "hoping knowing believing thinking saying claiming meaning fearing realizing realising".split()
)
"""Participles whose object may be a clause without ``that``: ``Hoping they would win``."""
_AFTER_YOU = 3
_VIEWPOINTS = frozenset("standpoint viewpoint perspective".split())
"""Nouns behind which ``that`` is a pronoun: ``From that standpoint that makes sense``."""
_BEFORE_THAT = frozenset({"NOUN", "PROPN", "PRON", "VERB", "ADJ", "NUM", "AUX"})


@lru_cache(maxsize=2048)
def lower_word(text: str) -> str:
    """A word in lower case with a straight apostrophe; words in capitals such as ``WHO`` stay as they are."""
    return text if len(text) > 1 and text.isupper() else text.lower().replace("’", "'")


def lowered(doc: al.Document, sentence: al.Sentence) -> list[str]:
    """The tokens of a sentence as ``lower_word`` gives them."""
    start, stop = sentence.tokens.start, sentence.tokens.stop
    texts = doc.tokens.texts[start:stop]
    if not any(map(str.isupper, texts)) and doc.text.find("’", sentence.span.start, sentence.span.end) < 0:
        return doc.lowered[start:stop]  # as most are
    return list(map(lower_word, texts))


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


def opens_content_clause(words: Sequence[str], tags: Sequence[al.Tag]) -> bool:
    """Whether a sentence opens with a ``that`` that points at nothing: ``That the bridge is unsafe``."""
    named = tags[0] is al.Tag.SCONJ and tags[1] is al.Tag.PROPN
    return words[0] == "that" and (words[1] in CONTENT_CLAUSE or named)


def opens_clause(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether a word that may open a clause does; in ``that day`` and ``as chairman`` it does not."""
    word, tag = words[at], tags[at]
    if at + 1 == len(words):
        return False
    after, next_tag = words[at + 1], tags[at + 1]
    before = words[at - 1] if at else ""
    if after == "of" or before == "a" or (before in BREAKS and after == ","):
        return False
    if word == "that":
        return _thatopens_clause(words, tags, at)
    if word not in RELATIVES and next_tag in {al.Tag.VERB_ING, al.Tag.VERB_PARTICIPLE}:
        return False  # "while working", "when asked"
    if word in CLEAR_SUBORDINATORS and next_tag.is_finite and ("'" not in after or after.endswith("n't")):
        return False  # "the cost, though is"
    if word == "as" and (before in _BEFORE_AS or after == "yet"):
        return False
    if before in CONJUNCTIONS and at > 1 and words[at - 2] in LICENCES:
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


def _thatopens_clause(words: Sequence[str], tags: Sequence[al.Tag], at: int) -> bool:
    """Whether ``that`` is no pointing word: not in ``doing that makes``, ``when he did that``."""
    if at == 0:
        return opens_content_clause(words, tags)
    before, after = tags[at - 1], tags[at + 1]
    if words[at - 1] in _VIEWPOINTS:
        return False
    if words[at + 1] in CONTENT_CLAUSE and words[at - 1] not in BREAKS | _DOING:
        return True
    if tags[at] is al.Tag.DET and not (after is al.Tag.NOUN and is_plural(words[at + 1])):
        return False
    if after in {al.Tag.VERB_INFINITIVE, al.Tag.PUNCT}:
        return False
    if words[at - 1] in _DOING or (before.upos == "VERB" and after.is_finite):
        return False
    return before.upos in _BEFORE_THAT or words[at - 1] == "so"


def opens_belief(words: Sequence[str]) -> bool:
    """Whether a participle with a clause for its object opens a sentence: ``Hoping they would win``."""
    return words[0] in BELIEVING and (words[1] in SUBJECTS or words[:2] == ["meaning", "that"])
