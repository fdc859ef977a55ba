"""The kinds of choices that an archive counts. A check without an archive does not import them."""

from __future__ import annotations

import articlelint as al
from articlelint_rules.archive import (
    abbreviations,
    capitals,
    compounds,
    marks,
    names,
    numbers,
    styles,
    words,
)

KINDS = (
    al.ArchiveKind(
        "abbreviation",
        "abbreviations with and without full stops",
        abbreviations.abbreviations,
        styles.abbreviation,
    ),
    al.ArchiveKind(
        "capitals", "names and words with capitals and without", capitals.capitals, styles.capitals
    ),
    al.ArchiveKind("date", "how dates are written", numbers.dates, styles.date),
    al.ArchiveKind("dialect", "the dialect of English of an article", words.dialect),
    al.ArchiveKind("first-name", "first names of people", names.first_names, marks=names.part_marks),
    al.ArchiveKind(
        "headline-case", "capitals in headlines and crossheads", capitals.headline_case, styles.headline_case
    ),
    al.ArchiveKind(
        "hyphenation", "compounds with a hyphen, as one word and as two", compounds.compounds, styles.term
    ),
    al.ArchiveKind(
        "name", "names of people, places and bodies", names.full_names, styles.name, marks=names.name_marks
    ),
    al.ArchiveKind("number", "numbers in words and in figures", numbers.numbers, styles.number),
    al.ArchiveKind("percent", "per cent and its sign", abbreviations.percent, styles.percent),
    al.ArchiveKind("place", "places that have several names", names.place_names, styles.term),
    al.ArchiveKind("quote-marks", "quotation marks and apostrophes", marks.quote_marks),
    al.ArchiveKind("surname", "surnames of people", names.surnames, marks=names.part_marks),
    al.ArchiveKind("title", "titles of people", names.titles),
    al.ArchiveKind("word", "words that have two spellings", words.variants, styles.term),
)
"""All kinds, sorted by name."""
