"""Abbreviations of English news prose: words whose full stop does not, by itself, end a sentence."""

from __future__ import annotations

from functools import lru_cache

from articlelint.text.words import (
    auxiliaries,
    calendar,
    conjunctions,
    determiners,
    numbers,
    prepositions,
    pronouns,
    titles,
    units,
)
from articlelint.text.words.word_set import word_set

PLACES = word_set("St Ste Mt Mts Ft Pt")
"""Forms that stand before the name of a place: ``St. Louis``."""

TITLES = titles.SHORT_TITLES | titles.LOWER_SHORT_TITLES | PLACES
"""Forms that stand before a name."""

STREETS = PLACES | {"Dr"}
"""Forms before a name that also end the name of a street or a place: ``Main St.``, ``Elm Dr.``"""

LINKS = word_set("vs viz eg ie al approx ca incl excl esp nr cf aka max")
"""Forms that look forward: a sentence never ends with one."""

BARE_REFERENCES = word_set("nos vol vols pp fig figs eq eqs chap chaps eds")
"""Forms that are abbreviations before a number and are not words."""

REFERENCES = BARE_REFERENCES | word_set("no sec secs art arts ch para paras col ll app pt pts ed ver pop")
"""Forms that, in any case of letters, are abbreviations before a number."""

UNITS = units.SHORT_UNITS
"""Forms that are abbreviations after a number."""

FINALS = word_set(
    """
    Jr Sr Bros Inc Ltd Co Cos Corp Cie LLC Llc LLP Llp PLC Plc Pty Dept Depts Univ Univs Inst Assn Assns
    Govt Ave Blvd Rd Hwy Pkwy Ln Bldg Rte Natl Intl Mfg Est Comm Cmte Tel etc al jr sr bros ltd corp dept
    depts univ assn govt ave blvd rd hwy bldg ibid intl natl tel
    """
)
"""Forms that may end a sentence or stand inside one: what follows decides."""

STATES = word_set(
    """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr
    Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta Sask Man Nfld Beds Berks Bucks Cambs
    Glos Hants Herts Lancs Leics Lincs Notts Oxon Staffs Warks Wilts Worcs Yorks
    """
)
"""States, provinces and counties, as newspapers shorten them: abbreviations only with their capital."""

MONTHS = frozenset(calendar.SHORT_MONTHS)
DAYS = calendar.SHORT_DAYS
DAYTIMES = word_set("Morning Afternoon Evening Night")

CLOCK = word_set("a.m. p.m. A.M. P.M.")

AFTER_CLOCK = (
    MONTHS
    | DAYS
    | frozenset((*calendar.DAYS, *calendar.MONTHS))
    | word_set(
        """
        Eastern Pacific Central Mountain Atlantic Greenwich Moscow Beijing London Kyiv Kiev Tokyo Sydney Paris
        Berlin Jerusalem Israeli Easter Christmas Standard Daylight Zulu Local
        """
    )
)
"""What a time of day may be followed by within its sentence."""

EXCLAIMED = word_set("Yahoo Jeopardy Yum Oklahoma Oliver Wham Kahoot Zap Wow Mamma Hello")
"""Names written with an exclamation mark, or interjections that do not end what they interrupt."""

_GRAMMAR_WORDS = (
    determiners.BASIC
    | determiners.QUANTIFIERS
    | pronouns.SUBJECTS
    | pronouns.RELATIVES
    | pronouns.QUESTION_ADVERBS
    | conjunctions.COORDINATING
    | conjunctions.SUBORDINATING
    | prepositions.SHORTEST
    | auxiliaries.HAVE
    | auxiliaries.DO
)
STARTERS = frozenset(word.capitalize() for word in (*_GRAMMAR_WORDS, *numbers.ONES)) | word_set(
    """
    There Here Many Most Few Several Another Such Not Ten None Without During Under Over Between Among
    Through Despite Following According About Against Across Along Around Behind Beyond Inside Outside
    Unlike Within Whereas Whenever Wherever Once Then Now Later Earlier Meanwhile However Still Also
    Instead Moreover Furthermore Nevertheless Nonetheless Otherwise Therefore Thus Hence Indeed Perhaps
    Maybe Even Only Just Almost Nearly Already Again Finally Today Yesterday Tomorrow Recently Currently
    Additionally Afterwards Eventually Initially Originally Similarly Whether Is Are Was Were Can Could
    Will Would Should Yes Well Oh Please Let Get Go Born Asked Nobody Everyone Everybody Someone Somebody
    Anyone Nothing Everything Something It's He's She's That's There's They're We're I'm I've I'd I'll
    You're Don't Didn't It’s He’s She’s That’s There’s They’re We’re I’m I’ve I’d I’ll You’re Don’t Didn’t
    """
)
"""Capitalised words that, after an abbreviation, begin a sentence."""

SUFFIXES = word_set("Com Net Org Gov Edu Co Uk Js Html Pdf Md")
"""What may follow a stop without a space in a name: ``Booking.Com``."""

LOW_STARTERS = (
    determiners.ARTICLES | determiners.DEMONSTRATIVES | pronouns.SUBJECTS | frozenset({"there", "but"})
)
"""Words that after a question or exclamation begin a sentence even if their capital was lost."""

NAMELIKE = word_set("He An So Will Can Do Go Let No You She Ten I A Yes")
"""Those of them that are also names or initials: ``Dr. He``, ``Dr. No``."""

CONTINUES = (
    conjunctions.COORDINATING - {"so", "yet"}
    | conjunctions.SUBORDINATING - {"unless"}
    | prepositions.COMMON
    | auxiliaries.FINITE_BE
    | auxiliaries.HAVE
    | {"that", "which", "who"}
)
"""Lower-case words after a closing quotation mark that carry on with the sentence around the quotation."""

_LISTED = LINKS | TITLES | MONTHS | DAYS | STATES | FINALS  # "etc" is one of the last
_LISTED_LOWERED = UNITS | REFERENCES
_ROMAN = frozenset("ivxIVX")


def is_numeral(word: str) -> bool:
    """Whether a word may be a Roman numeral: ``iv``, ``XII``."""
    return _ROMAN.issuperset(word)


@lru_cache(maxsize=2048)
def is_plain(word: str) -> bool:
    """Whether a full stop after the word can only end a sentence."""
    if len(word) == 1 or not word.isalpha() or is_numeral(word):
        return False
    return word not in _LISTED and word.lower() not in _LISTED_LOWERED


def ends_with(word: str, following: str, before: str) -> bool | None:
    """
    Whether a sentence ends with an abbreviation and its stop; None where the word is no abbreviation.

    ``following`` is the word after the stop, ``before`` the one that stands in front of the abbreviation.
    """
    lowered = word.lower()
    unit = lowered.lstrip("0123456789.,")
    if unit != lowered and unit in UNITS:
        return following in STARTERS  # 2in.
    if word not in _LISTED and lowered not in _LISTED_LOWERED:
        return None
    starts = following in STARTERS
    digit = following[0].isdigit()
    if word in LINKS:
        return word == "al" and starts
    if lowered in UNITS and before[:1].isdigit():
        return starts
    if word in TITLES:
        return word in STREETS and starts and following not in NAMELIKE
    if word in MONTHS or word in DAYS:
        return not digit and not following[0].islower() and following not in MONTHS | DAYTIMES
    if word == "etc":
        return not following[0].islower()
    if word in STATES or word in FINALS:
        return starts
    if lowered in REFERENCES and (digit or (lowered in BARE_REFERENCES and not starts)):
        return False
    return None
