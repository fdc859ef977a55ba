"""
The English word lists that more than one module needs, each of them once.

One module holds one kind of word: ``calendar`` the days and months, ``titles`` what stands before a name,
``name_particles`` the small words inside names, ``phrasal_particles`` the second words of phrasal verbs,
``saying`` the verbs and nouns that report speech, ``irregular_verbs`` the forms of irregular verbs,
``numbers`` the number words, ``units`` the units of measurement, ``dialects`` the varieties of English,
``agencies`` the news agencies, ``works`` the kinds of works that have titles, and ``determiners``,
``pronouns``, ``prepositions``, ``conjunctions`` and ``auxiliaries`` the words of grammar. Words stand in
lower case unless a module says otherwise.

A module that needs another selection builds it from these lists: ``SUBJECTS | {"one"}``. A list that only
one module needs, and a list that is itself a rule ("see also", what may stand twice), stays with that module.
Large tables of words and names stand in ``text/data``.
"""

from articlelint.text.words import (
    abbreviations,
    agencies,
    auxiliaries,
    calendar,
    conjunctions,
    determiners,
    dialects,
    irregular_verbs,
    name_particles,
    numbers,
    phrasal_particles,
    pictures,
    prepositions,
    pronouns,
    saying,
    titles,
    units,
    works,
)

__all__ = [
    "abbreviations",
    "agencies",
    "auxiliaries",
    "calendar",
    "conjunctions",
    "determiners",
    "dialects",
    "irregular_verbs",
    "name_particles",
    "numbers",
    "phrasal_particles",
    "pictures",
    "prepositions",
    "pronouns",
    "saying",
    "titles",
    "units",
    "works",
]
