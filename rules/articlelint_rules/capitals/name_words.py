"""The words around names: what stands before, inside and after them."""

from __future__ import annotations

import re

import articlelint as al


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DAYS = al.words.calendar.LOWER_DAYS
MONTHS = _words("january february april june july september october november december")
MONTH_WORDS = _words("march may august")
"""Months that are also words: names only beside a number."""
DAY_NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|[12]\d{3}")

HEADS = _words(
    """
    agency association bureau commission commissioner committee congress council court department
    federation foundation institute ministry office organisation organization parliament party society
    union university war sea ocean empire republic islands age
    """
)
"""Last words of the names of bodies, seas and ages."""
BUREAUS = _words(
    """
    agency association bureau commissioner department federation foundation institute organisation
    organization
    """
)
"""Those of them that no style guide leaves small behind the rest of the name."""
MODIFIERS = _words(
    """
    justice state treasury labour labor defence defense interior education energy commerce agriculture
    health police census science royal transport transportation trade foreign home war world supreme
    high federal central national international security atomic human civil democratic republican
    conservative liberal north south east west northern southern eastern western middle black red dead
    baltic bronze stone iron copper ice
    """
)
"""Words that come before them in the same name."""
LAST_WORDS = HEADS | _words(
    """
    academy airport arena avenue awards bridge building cathedral centre center championship church club
    college company corps cup fair festival games hospital hotel league library medal memorial museum
    prize revolution school square stadium station street theater theatre tower chronicle courant
    courier express gazette herald journal mail mirror news observer post standard telegraph times
    tribune
    """
)
"""The same, with buildings, events and newspapers."""
COMPLETING = _words(
    """
    academy association award awards cathedral commission committee council cup fair foundation
    institute medal memorial museum organisation organization prize revolution stadium
    """
)
"""Those that complete a name of three words."""
LANDMARKS = _words("lake mount cape fort saint")
"""First words of geographical names, written with a capital by everyone."""
STREETS = _words("avenue street boulevard island")
OCEANS = _words("pacific arctic antarctic")
AMBIGUOUS_COUNTRIES = {
    "china": ("to", "from", "against", "with"),
    "wales": ("in", "and", "to", "from", "of", "across"),
}
"""Countries that are also words, with the words before them that leave no doubt."""

TITLES = _words(
    """
    mr mrs ms dr sir dame lord lady king queen prince princess emperor president minister general colonel
    captain sergeant lieutenant professor senator governor bishop inspector aunt uncle baron duke duchess
    """
)
NAME_STARTS = _words("La Le Los Las El De Al Abu Ben Van Von San Santa Saint Mac")
PARTICLES = _words(
    """
    de del della di da dal dos des du la le les los las el al bin ibn van von der den ter au aux en et
    sur pas
    """
)
NUMERALS = _words("II III IV VI VII VIII IX")
LATIN = ("a", "us", "is", "um", "i", "ae", "ii", "ensis", "ens", "ans", "oides")
"""Endings of the two names of a living thing: Formica fusca."""
DETERMINERS = _words(
    "a an the this that these those each every no some any his her its their our my your word called"
)
BEFORE_NAMES = _words("in from to at near toward towards against of on with by")
AFTER_NAMES = _words("and or is was has had in on at for who which where as until after before during")
AFTER_SUBJECTS = _words("is was has had will would can could said says")
AFTER_SURNAMES = _words(", . and who said says told suggests argues ) ’s is was has had")
SIGNS = frozenset("/\\_=@#~<>{}|+&^*[]`")
"""Signs that hang on a word only in code and addresses."""
