"""Words that tell one sentence from two: what names and clauses follow, verbs without objects."""

from __future__ import annotations

WORKS = frozenset(
    """
    album app article ballet band bar blog book brand campaign channel character column comedy
    documentary drama episode essay exhibition film game group hymn journal label magazine memoir movie
    musical network newspaper novel opera option painting paper play podcast poem programme program pub
    ride sequel series ship show single sitcom song story title tune website
    """.split()
)
"""Nouns that a title follows without a comma: the film The Wire."""
NAMED_THINGS = frozenset(
    """
    area award awards case city club code company country county district family firm hotel island king
    letter mayor month operation organisation organization party project queen restaurant river school
    state store street team term theatre town village word year actress president captain coach chief
    prince princess saint sir boss star colleague friend wife husband brother sister son daughter uncle
    aunt cousin ally aide rival fan host pal guy classmate
    """.split()
)
"""Nouns that a name follows without a comma: the journal Nature, the actor Jude Law."""
ABSTRACT = tuple("ion ity ment ness ism ics ance ence ship hood ing dom age ure th".split())
"""Endings of nouns that stand without an article and are no title."""
PERSONS = tuple(
    "er or ee person geon crat ican ive ary ist ian man woman ant ent ief ess mate ect eur eer".split()
)
"""Endings of what people are: commander Megabazus, historian David Crouch."""
TIMES = frozenset(
    """
    one ones thing things day days time times year years week month moment night morning hour minute way
    reason place point degree extent
    """.split()
)
"""Nouns that a clause follows without a link: the day Kennedy died, the way Congress works."""
INTRANSITIVE = frozenset(
    """
    came come comes went go goes gone died die dies began begin begins happened happens happen remained
    remain remains became become becomes arrived arrive arrives fell fall falls fallen rose rise rises
    risen stood stand stands existed exist exists occurred occur occurs seemed seem seems appeared
    appear appears emerged emerge emerges disappeared changed grew grow grows continued continue
    continues worked belonged belongs belong consisted consists depend depends depended agree agreed
    agrees
    """.split()
)
"""Verbs without an object: none can be missing because it stands before a relative clause."""
BE = frozenset(
    "be been being is are was were isn't wasn't aren't weren't isn’t wasn’t aren’t weren’t".split()
)
