"""Openings: what kind of fragment a sentence would be, by the way it begins, if it had no main clause."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

import articlelint as al
from articlelint_rules.fragments import verb_forms
from articlelint_rules.fragments.clauses import (
    CLEAR_SUBORDINATORS,
    LICENCES,
    SUBJECTS,
    SURE_VERBS,
    VAGUE_SUBORDINATORS,
    opens_belief,
    opens_content_clause,
)
from articlelint_rules.fragments.verbs import RELATIVES, Doubt


class Kind(Enum):
    """A kind of fragment: how it is described, and how sure one must be that it has no verb."""

    SUBORDINATE = ("a subordinate clause", Doubt(0, -25, 0, wary=False, pending=2))
    RELATIVE = ("a relative clause", Doubt(0, 0, 0, wary=False, pending=2))
    PARTICIPLE = ("a participle clause", Doubt(-5, -5, -5, wary=True, pending=1))
    PHRASE = ("a phrase without a verb", Doubt(-5, -5, -5, wary=True, pending=1))
    NOUN = ("a noun phrase without a main verb", Doubt(-5, -5, -5, wary=True, pending=1))
    BARE_NOUN = ("a noun phrase without a main verb", Doubt(-5, -5, -25, wary=True, pending=1))

    def __init__(self, description: str, doubt: Doubt) -> None:
        self.description = description
        self.doubt = doubt

    @property
    def has_finite_verb(self) -> bool:
        """Whether it has a subject and a verb, only not as a main clause."""
        return self is Kind.SUBORDINATE or self is Kind.RELATIVE


_PREPOSITIONS_IN_ING = frozenset(
    "including following concerning considering excluding barring pending".split()
)
_SHY_PREPOSITIONS = frozenset("according regarding depending owing starting speaking judging".split())
"""They open sentences: a comma behind them is followed by the main clause."""
_BOLD_PREPOSITIONS = frozenset("with without despite".split())
_FOCUS = frozenset("especially particularly notably mainly mostly largely chiefly namely i.e. e.g.".split())
_NOUN_PRONOUNS = frozenset(
    """
    one another others something someone none both all some many each part anything nothing several most
    """.split()
)
_NOUN_TAGS = frozenset({al.Tag.DET, al.Tag.ADJ, al.Tag.NUM})
_SUBJECT_TAGS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_NO_SUBJECTS = frozenset("last next early late usual such far long soon much many little few".split())
"""Adjectives that open a phrase of time or manner: ``As usual``, ``Since last year``."""
_CALLS = frozenset("email e-mail call contact visit see check phone write read consult ask".split())
"""Commands after ``For``: ``For questions about the ferry call Ann``."""
_SHORT_ANSWERS = frozenset("fine great good ok okay perfect sorry tough congratulations".split())
_AFTERTHOUGHTS = frozenset("really though actually too anyway maybe perhaps basically".split())
_TURNS = frozenset(
    {
        ("many", "thanks"),
        ("for", "example"),
        ("for", "instance"),
        ("time", "to"),
        ("if", "anything"),
        ("who", "knows"),
        ("who", "cares"),
        ("all", "credit"),
        ("more", "to"),
        ("for", "more"),
    }
)
"""Phrases that stand alone in good prose."""
_SLOGAN = 9
"""“Small change, huge gain”: so many words, marks included, that have a ring to them."""
_PARTICLES = frozenset("down up out off in on away back over".split())
"""Words that make the word before them a command: ``Pat down the soil``."""
_DIVIDERS = frozenset(", - – —".split())
_ANNOUNCING = frozenset("note point thing observation example reason question tip idea".split())
"""Nouns with which the next topic is announced: ``One more important point about the roof``."""
_LEADING = frozenset("brings leads takes gets comes brought led took".split())
"""Verbs of a turn in the text: ``Which brings us to the roof``."""
_NEARBY = 5
_LONE = 2
"""Where the verb stands after a pronoun alone: ``Since this is``."""
_EXPLAINING = frozenset("why how where what when".split())


def may_open_fragment(words: Sequence[str]) -> bool:
    """Whether the words alone leave it open that a sentence is a fragment nobody meant."""
    word, after = words[0], words[1]
    if (word, after) in _TURNS or "please" in words or (word == "the" and _is_correlative(words)):
        return False
    if word == "which" and (
        (after == "is" and words[2] in _EXPLAINING) or (after in _LEADING and words[2] in {"me", "us", "to"})
    ):
        return False
    if word == "for" and not _CALLS.isdisjoint(words):
        return False
    if "your" in words[1:_NEARBY] and verb_forms.of(word) & verb_forms.BASE:
        return False  # a command
    if _ends_with_aside(word, words) or ("what" in words and ("what", "a") in pairwise(words)):
        return False
    return not (word == "if" and "then" in words)


def _ends_with_aside(word: str, words: Sequence[str]) -> bool:
    """``If you want one, fine``; ``Which is everything, really``."""
    if words[-3] != ",":
        return False
    return words[-2] in _SHORT_ANSWERS or (word in RELATIVES and words[-2] in _AFTERTHOUGHTS)


def kind_of(words: Sequence[str], tags: Sequence[al.Tag]) -> Kind | None:
    """The kind of a sentence's opening; None where it is none of these, or a turn that editors let stand."""
    word, after = words[0], words[1]
    relative = after if tags[0] is al.Tag.ADP else words[2] if after == "of" else word
    if word in RELATIVES or relative in RELATIVES:
        return Kind.RELATIVE
    if _opens_subordinate(words, tags):
        return Kind.SUBORDINATE
    if word in {"that", "those"} and after == "of":
        return Kind.NOUN
    if opens_belief(words):
        return Kind.PARTICIPLE
    if word in LICENCES or (word == "all" and tags[1].upos in {"ADP", "SCONJ", "PRON"}):
        return None
    if word in _FOCUS:
        return None if after in LICENCES else Kind.PHRASE
    if word in _PREPOSITIONS_IN_ING:
        return Kind.PHRASE
    if word in _BOLD_PREPOSITIONS:
        return Kind.PHRASE
    if tags[0] is al.Tag.ADP or word in _SHY_PREPOSITIONS:
        return None if "," in words else Kind.PHRASE
    if tags[0] in {al.Tag.VERB_ING, al.Tag.AUX_ING}:
        return Kind.PARTICIPLE
    if tags[0] is al.Tag.VERB_PARTICIPLE:
        return Kind.PARTICIPLE if tags[1] is al.Tag.ADP and "," not in words else None
    return _noun(words, tags)


def _is_correlative(words: Sequence[str]) -> bool:
    """``The bigger the crowd, the louder the noise``."""
    compared = words[1] in {"more", "less", "fewer"} or words[1].endswith("er")
    return compared and any(a in _DIVIDERS and b == "the" for a, b in pairwise(words))


def _noun(words: Sequence[str], tags: Sequence[al.Tag]) -> Kind | None:
    """Whether a noun phrase opens the sentence. A bare noun may also be a command: ``Cover the pan``."""
    word, after = words[0], words[1]
    if tags[0] is al.Tag.ADJ and (after == "to" or ("," in words and len(words) <= _SLOGAN)):
        return None  # "Hard to say", "Small change, huge gain"
    if word in {"another", "one"} and not _ANNOUNCING.isdisjoint(words[1:_NEARBY]):
        return None
    if tags[0] in _NOUN_TAGS or word in _NOUN_PRONOUNS:
        return Kind.NOUN
    if tags[0] is al.Tag.NOUN:
        listed = after == "of" or (after == "," and word.endswith("s"))
        if listed:
            return Kind.NOUN
        if after in RELATIVES or after == "that":
            return Kind.BARE_NOUN
        return None if tags[1].upos in {"DET", "PRON"} else Kind.BARE_NOUN
    if tags[0] is al.Tag.PROPN and after == "of":
        return Kind.NOUN
    if tags[0] is al.Tag.PROPN and al.lexicon.is_common(word) and after not in _PARTICLES:
        return Kind.BARE_NOUN
    if tags[0] is al.Tag.PROPN and "," in words[1:4]:
        return Kind.NOUN if words[words.index(",") + 1] in {"a", "an", "the"} else None
    return None


def _opens_subordinate(words: Sequence[str], tags: Sequence[al.Tag]) -> bool:
    word, after = words[0], words[1]
    if word == "so":
        return after == "that" and words[2] not in SURE_VERBS
    if word == "that":
        return opens_content_clause(words, tags)
    if word in {"even", "just"}:
        return after in {"though", "if", "as", "when"} and not (
            tags[2] is al.Tag.ADJ or words[2].endswith("ing")
        )
    if word in CLEAR_SUBORDINATORS:
        return after != "of" and not (word == "if" and after == "only")
    if word not in VAGUE_SUBORDINATORS or word == "once":
        return False
    return (word == "as" and after in {"though", "if"}) or _subject_follows(words, tags)


def _subject_follows(words: Sequence[str], tags: Sequence[al.Tag]) -> bool:
    """
    Whether one noun phrase and a finite verb follow at once: ``As the water rose``.

    In ``After the game he left`` and ``As chairman Smith said`` a second noun phrase stands between.
    """
    if words[1] in SUBJECTS:
        return True
    bare = tags[1].upos in {"ADJ", "NOUN"} and words[1] not in _NO_SUBJECTS
    if not (bare or tags[1].upos in {"DET", "PROPN", "PRON"}):
        return False
    if words[0] == "as" and words[1] in {"a", "an"}:
        return False
    nouns: set[str] = set()
    at = 1
    while at < len(words) and tags[at].upos in _SUBJECT_TAGS:
        upos = tags[at].upos
        if at > 1 and upos in {"DET", "PRON"}:
            return False
        if upos in {"NOUN", "PROPN"}:
            nouns.add(upos)
        at += 1
    contracted = at < len(words) and words[at].partition("'")[0] in SUBJECTS
    if at == len(words) or not tags[at].is_finite or contracted:
        return False
    if bare and tags[0] is not al.Tag.SCONJ:  # "Since last May sales grew" has no clause
        return tags[at] is al.Tag.AUX_FINITE and [tag.upos for tag in tags[1:at]].count("NOUN") == 1
    return len(nouns) == 1 or (at == _LONE and tags[1] is al.Tag.PRON)
