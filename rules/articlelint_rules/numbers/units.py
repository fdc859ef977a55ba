"""Units that form a compound with the number before them, and the words that then follow."""

from __future__ import annotations

# A number above one and one of these in the singular can only be half of a compound: "a 10-year deal".
MEASURES = frozenset(
    """
    year month week day hour minute mile metre meter kilometre kilometer centimetre centimeter millimetre
    millimeter foot inch yard acre hectare litre liter gallon tonne ton kilo kilogram kilowatt megawatt
    gigawatt degree dollar euro pound rouble ruble storey bedroom nanometre decade century""".split()
)

# Counted things: a compound only behind "a" or "an", for "two star players" and "27 member states" are none.
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
    "euro": frozenset("zone area nations countries members notes coins".split()),
    "inch": frozenset(("worm", "worms")),
    "century": frozenset(("partnership", "stand", "partnerships", "stands", "breaks")),
    "ton": frozenset(("up",)),
    "kilowatt": frozenset(("hour", "hours")),
    "megawatt": frozenset(("hour", "hours")),
    "gigawatt": frozenset(("hour", "hours")),
}  # fmt: skip

# Adjectives that end a compound of measure: "20-mile-long", "10-year-old".
AGES = frozenset(("old", "olds"))
DIMENSIONS = frozenset("long high wide deep tall thick strong".split())

# Words that cannot be the noun of the compound: the unit stands on its own, whatever is wrong with it.
STOPPERS = frozenset(
    """
    a about above across after again against ago all along also although among an and any apart are around
    as at away back be because been before behind being below beneath beside between beyond both but by came
    can come could despite did do does down during each earlier either every except far few fewer for from
    further gets go goes got had half has have he hence her here hers him his how however i if in inside
    into is it its just last later least less like made make many may might mine more most much must my near
    neither never next no none nor not now of off often on once one only onto or other our out outside over
    own past per plus quite rather said same says shall she should since so some soon still such than that
    the their them then there these they this those though through throughout thus till times to today
    together tomorrow tonight too toward towards two under until up upon us very via was we went were what
    when where whereas whether which while who whole whom whose why will with within without would yesterday
    yet you your january february march april june july august september october november december worth shy
    ahead""".split()
)

# What a majority, a stake and the like are measured in: "a two-thirds majority".
FRACTIONS = frozenset("thirds quarters fifths sixths sevenths eighths ninths tenths".split())
SHARES = frozenset(
    """
    majority majorities vote votes share stake support supermajority supermajorities full empty complete cup
    cups scale length pint size""".split()
)

NOUNS_IN_LY = frozenset("family supply rally assembly anomaly monopoly bully butterfly".split())

NUMBER_WORDS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen""".split()
)
# "a dozen party leaders": round numbers that stand before any noun.
ROUND = frozenset(("dozen", "hundred"))
SCALES = frozenset("hundred thousand million billion trillion".split())
MONTHS = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec""".split()
)
