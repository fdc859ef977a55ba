"""Units that form a compound with the number before them, and the words that then follow."""

from __future__ import annotations

import articlelint as al

# A number above one and one of these in the singular can only be half of a compound: "a 10-year deal".
MEASURES = al.words.units.UNITS

# Counted things: a compound only after "a" or "an": "two star players" and "27 member states" have none.
COUNTED = frozenset(
    """
    man woman person people member point star seat part way game party page car lane round step stage course
    story door bed room unit nation country state team set run goal vote count volume storey wheel engine
    track room panel judge justice mast deck letter word digit figure bar box screen time night stop city
    date match race""".split()
)

# A unit and a noun that are a compound of their own: "two day trips", "the three foot soldiers".
OWN_COMPOUNDS = {
    "day": frozenset(
        """
        care trip trips job jobs shift shifts school schools pass passes rate rates release nursery
        nurseries labourer labourers laborers centre centres center centers tripper trippers boat boats spa
        spas bed beds patient patients camp camps player players time dream dreams light return returns
        ticket tickets visitors guests traders trader""".split()
    ),
    "year": frozenset("group groups book books end ends round".split()),
    "week": frozenset("night nights end ends day days".split()),
    "hour": frozenset("hand hands glass glasses mark".split()),
    "minute": frozenset("hand hands book books steak steaks".split()),
    "mile": frozenset("marker markers post posts stone stones".split()),
    "foot": frozenset(
        """
        soldier soldiers patrol patrols bridge bridges pursuit pursuits path paths wide race races traffic
        tunnel tunnels print prints massage massages chase chases injuries
        injury fault faults passengers""".split()
    ),
    "yard": frozenset("sale sales signs sign work".split()),
    "degree": frozenset(
        """
        course courses programme programmes program programs student students holder holders ceremonies
        certificates celsius fahrenheit heat""".split()
    ),
    "pound": frozenset("sterling shop shops cake cakes".split()),
    "dollar": frozenset("store stores general tree shop".split()),
    "month": frozenset(("end", "ends")),
    "euro": frozenset("cent cents zone area nations countries members notes coins".split()),
    "inch": frozenset(("worm", "worms")),
    "century": frozenset(("partnership", "stand", "partnerships", "stands", "breaks")),
    "ton": frozenset(("up",)),
    "kilowatt": frozenset(("hour", "hours")),
    "megawatt": frozenset(("hour", "hours")),
    "gigawatt": frozenset(("hour", "hours")),
}  # fmt: skip

# Adjectives that end a compound of measure: "20-mile-long", "10-year-old".
AGES = frozenset(("old", "olds"))
DIMENSIONS = al.words.units.DIMENSIONS | {"strong"}

# Words that cannot be the noun of the compound: the unit stands on its own, whatever is wrong with it.
STOPPERS = (
    al.words.determiners.BASIC
    | al.words.determiners.QUANTIFIERS
    | al.words.pronouns.SUBJECTS
    | al.words.pronouns.OBJECTS
    | al.words.pronouns.RELATIVES
    | al.words.pronouns.QUESTION_ADVERBS
    | al.words.conjunctions.COORDINATING
    | al.words.conjunctions.SUBORDINATING
    | al.words.prepositions.COMMON
    | al.words.prepositions.LONGER
    | al.words.auxiliaries.AUXILIARIES
    | al.words.phrasal_particles.PARTICLES
    | al.words.calendar.LOWER_MONTHS
    | frozenset(
        """
        again ago also apart away back behind beneath beside beyond came come earlier either except far few
        fewer further gets go goes got half hence here hers however inside just last later least less like
        made make many mine more most much near neither never next none not now often once one only other
        outside own past per plus quite rather said same says soon still such then there thus till times today
        together tomorrow tonight too two very via went whereas whether whole yesterday worth shy ahead
        """.split()
    )
)

# What a majority, a stake and the like are measured in: "a two-thirds majority".
FRACTIONS = frozenset(f"{part}s" for part in al.words.numbers.DENOMINATORS if part != "half")
SHARES = frozenset(
    """
    majority majorities vote votes share stake support supermajority supermajorities full empty complete cup
    cups scale length pint size""".split()
)

NOUNS_IN_LY = frozenset("family supply rally assembly anomaly monopoly bully butterfly".split())

NUMBER_WORDS = frozenset(
    (
        *al.words.numbers.ONES[1:],
        *al.words.numbers.TEN_TO_NINETEEN,
        *al.words.numbers.TENS,
        "hundred",
        "dozen",
    )
)
# "a dozen party leaders": round numbers that stand before any noun.
ROUND = frozenset(("dozen", "hundred"))
SCALES = frozenset(al.words.numbers.SCALES)
MONTHS = al.words.calendar.LOWER_MONTHS | {month.lower() for month in al.words.calendar.SHORT_MONTHS}
