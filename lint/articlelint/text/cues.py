"""The words around a cue: who speaks, and what may stand between a speaker and a verb of saying."""

from __future__ import annotations

from functools import cache

from articlelint.text.words import (
    auxiliaries,
    calendar,
    determiners,
    name_particles,
    prepositions,
    pronouns,
    saying,
)
from articlelint.text.words.word_set import word_set

PRONOUNS = pronouns.SUBJECTS | word_set("another many one others some who")
DETERMINERS = determiners.BASIC | word_set("another both each every four many one several some three two")
# Between a subject and its verb.
BETWEEN = auxiliaries.AUXILIARIES | word_set(
    """
    again all also always both even ever famously first just last later never not now often once only
    recently repeatedly reportedly soon still then to which who
    """
)
# Parts of a name that are written small.
PARTICLES = (name_particles.PARTICLES - {"do"}) | {"of", "the"}
PREPOSITIONS = prepositions.FREQUENT
# People and bodies that speak without a name; besides these, words that end like doer, actor, artist.
SPEAKERS = word_set(
    """
    administration agency ambassador analyst association aunt bank board boss boy boys brother bureau
    campaign captain chair chairman chairwoman charity chief child children church cleric club colleague
    colleagues commission committee company congress coroner council couple court crew crowd dad daughter
    department deputy detective directorate everyone expert experts family father federation firm
    foundation friend friends girl girls government governor group guard guest guide head hospital husband
    inquest inquiry institute judge jury king lawyer lawyers local locals lord man mayor men minister
    ministry mom mother mp mum nephew newspaper niece nobody nurse office official officials organisation
    organization panel parent parents party patient people police pope premier president priest prince
    princess prosecutor protester queen representative residents secretary senate senator sheriff sister
    someone son source sources spokesman spokesperson spokeswoman staff student students team tenant
    tribunal trust tutor uncle union victim victims watchdog wife witness witnesses woman women worker
    workers
    """
)
_SPEAKER_ENDINGS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "man",
    "men",
    "woman",
    "person",
    "ent",
    "ant",
)
_SHORTEST_DOER = 5
_NO_SPEAKERS = (
    word_set(
        """
    after agreement another answer center color current development different document door
    earlier environment error event ever floor for former her honor however important investment labor
    later latter major matter minor moment movement never number offer or order
    other over parliament payment per percent power president's rather recent restaurant river
    significant summer under want water weather whether winter
    """
    )
    | calendar.LOWER_MONTHS
)


@cache
def openings() -> frozenset[str]:
    """Every word that a cue may begin with."""
    verbs = saying.saying_verbs() | saying.reacting_verbs() | {first for first, _ in saying.PHRASAL}
    return verbs | saying.speech_nouns() | {"words"}


def speaks(noun: str) -> bool:
    """Whether a noun in lower case names somebody, or a body, that can say something."""
    if noun in SPEAKERS:
        return True
    return len(noun) >= _SHORTEST_DOER and noun.endswith(_SPEAKER_ENDINGS) and noun not in _NO_SPEAKERS
