"""Forms of a word: which word a printed form may be a form of, and the same form of another word."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

import articlelint as al


class Ending(IntEnum):
    """What has been done to a word. ``S`` is a plural, or a verb's third person."""

    NONE = 0
    S = 1
    PAST = 2
    ING = 3


_VERBS = """
arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent bent|bet bet bet|bind bound bound|bite bit bitten|bleed bled bled
blow blew blown|break broke broken|breed bred bred|bring brought brought|build built built|buy bought bought
cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost
cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven
eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled
fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
get got got|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had
hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known
lay laid laid|lead led led|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost
make made made|mean meant meant|meet met met|mistake mistook mistaken|overcome overcame overcome
oversee oversaw overseen|overtake overtook overtaken|pay paid paid|put put put|quit quit quit|read read read
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat
sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent|spin spun spun|split split split
spread spread spread
stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|swear swore sworn
sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn
tell told told
think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood
undertake undertook undertaken|undo undid undone|wake woke woken|wear wore worn|weep wept wept|win won won
withdraw withdrew withdrawn|withstand withstood withstood|write wrote written
"""
_IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (
        row.split() for line in _VERBS.strip().split("\n") for row in line.split("|")
    )
}
_PLURAL_ROWS = """
    man men|woman women|child children|person people|foot feet|tooth teeth|goose geese
    mouse mice|ox oxen|wife wives|life lives|knife knives|half halves|leaf leaves|loaf loaves|thief thieves
    wolf wolves
    shelf shelves|calf calves|crisis crises|analysis analyses|basis bases|thesis theses|criterion criteria
    phenomenon phenomena|spokesman spokesmen|spokeswoman spokeswomen|policeman policemen|fireman firemen
    chairman chairmen|businessman businessmen|congressman congressmen|layman laymen
"""
_PLURALS = {
    row.split()[0]: row.split()[1] for line in _PLURAL_ROWS.strip().split("\n") for row in line.split("|")
}
_OTHER_WORDS = frozenset(
    """news goods means customs arms its his hers ours yours theirs thus as glasses works times minutes
    spirits manners pains looks savings damages grounds quarters forces colours colors lays""".split()
)
"""Plurals that are words of their own: "news" is no form of "new"."""
_UNCHANGING = (
    al.words.determiners.BASIC
    | al.words.determiners.QUANTIFIERS
    | al.words.pronouns.SUBJECTS
    | al.words.pronouns.OBJECTS
    | al.words.pronouns.RELATIVES
    | al.words.pronouns.QUESTION_ADVERBS
    | al.words.conjunctions.COORDINATING
    | al.words.prepositions.COMMON
    | frozenset(
        """
        as off onto out over up upon if than not many most much more few several other toward afterward
        backward upward downward inward outward onward eastward westward northward southward homeward beside
        sometime alongside such only just also even still however very too there here then now whilst amongst
        """.split()
    )
)
_IRREGULAR_FORMS = {form: base for base, forms in _IRREGULAR.items() for form in forms if form != base}
_SINGULARS = {plural: singular for singular, plural in _PLURALS.items()}
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=2048)
def bases(word: str) -> tuple[tuple[str, Ending], ...]:
    """
    What a word in lower case may be a form of, itself first. A possessive ending is the caller's to take off.

    The base need not be a word: a house's terms are anything.
    """
    found = dict.fromkeys([(word, Ending.NONE)])
    for base, ending in _stripped(word):
        if len(base) > 1 and base not in _UNCHANGING and word in _forms(base, ending):
            found[base, ending] = None
    return tuple(found)


def _stripped(word: str) -> Iterator[tuple[str, Ending]]:
    if word in _IRREGULAR_FORMS:
        yield _IRREGULAR_FORMS[word], Ending.PAST
    if word in _SINGULARS:
        yield _SINGULARS[word], Ending.S
    if word.endswith("s"):
        yield word[:-1], Ending.S
        if word.endswith("es"):
            yield word[:-2], Ending.S
        if word.endswith("ies"):
            yield word[:-3] + "y", Ending.S
    for suffix, ending in (("ed", Ending.PAST), ("ing", Ending.ING)):
        if not word.endswith(suffix):
            continue
        stem = word[: -len(suffix)]
        yield from ((stem + last, ending) for last in ("", "e"))
        if stem[-1:] == stem[-2:-1]:
            yield stem[:-1], ending
        if stem.endswith("i") and ending is Ending.PAST:
            yield stem[:-1] + "y", ending
        if stem.endswith("y") and ending is Ending.ING:
            yield stem[:-1] + "ie", ending


@lru_cache(maxsize=1 << 13)
def _forms(base: str, ending: Ending) -> tuple[str, ...]:
    """The forms that a word in lower case may have; of verb forms only those that English has."""
    if ending is Ending.S:
        plural = _PLURALS.get(base)
        made = [*([plural] if plural else []), *_with_s(base)]
        return tuple(form for form in made if form not in _OTHER_WORDS)
    if ending is Ending.PAST and base in _IRREGULAR:
        return tuple(dict.fromkeys(_IRREGULAR[base]))
    made = list(_regular(base, "ed" if ending is Ending.PAST else "ing"))
    # "e-mailed" is in no dictionary, "mailed" is.
    return tuple(form for form in made if al.lexicon.is_word(form.rpartition("-")[2]))


def _with_s(base: str) -> Iterator[str]:
    if base.endswith(("s", "x", "z", "ch", "sh")):
        yield base + "es"
    elif base.endswith("y") and base[-2:-1] not in _VOWELS:
        yield base[:-1] + "ies"
    else:
        yield base + "s"
        if base.endswith("o"):
            yield base + "es"


def _regular(base: str, suffix: str) -> Iterator[str]:
    if base.endswith("e"):
        if suffix == "ed":
            yield base + "d"
        elif base.endswith("ie"):
            yield base[:-2] + "ying"
        elif base.endswith(("ee", "oe", "ye")):
            yield base + suffix
        else:
            yield base[:-1] + suffix
        return
    if base.endswith("y") and suffix == "ed" and base[-2:-1] not in _VOWELS:
        yield base[:-1] + "ied"
        return
    yield base + suffix
    if base[-1:].isalpha() and base[-1:] not in _VOWELS | {"w", "x", "y"} and base[-2:-1] in _VOWELS:
        yield base + base[-1] + suffix


def inflected(word: str, ending: Ending, *, verb: bool | None = None, participle: bool | None = None) -> str:
    """
    A word with an ending, or "" where it is not certain how that is written.

    ``verb`` and ``participle`` are what is known about the form that the word replaces; None is unknown.
    """
    lower = word.lower()
    if ending is Ending.NONE:
        return word
    if ending is Ending.S:
        if lower in _PLURALS and verb is None:
            return ""
        if lower in _PLURALS:
            return word + "s" if verb else _in_case(_PLURALS[lower], word)
        forms = [form for form in _with_s(lower) if al.lexicon.is_word(form)] or list(_with_s(lower))[:1]
    elif ending is Ending.PAST and lower in _IRREGULAR:
        past, done = _IRREGULAR[lower]
        if past != done and participle is None:
            return ""
        forms = [done if participle else past]
    else:
        forms = list(_forms(lower, ending))
    if len(forms) != 1 or (word != lower and not forms[0].startswith(lower)):
        return ""
    return word + forms[0][len(lower) :] if forms[0].startswith(lower) else forms[0]


def _in_case(form: str, like: str) -> str:
    return form[:1].upper() + form[1:] if like[:1].isupper() else form


def irregular(word: str) -> bool:
    """Whether a word in lower case is an irregular form of a verb, such as "found", and may be another."""
    return word in _IRREGULAR_FORMS
