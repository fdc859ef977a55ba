"""
Names and words that are spelled in two ways, or in another way than the house spells them.

Rules: mixed-spelling, mixed-dialect, mixed-hyphenation, mixed-abbreviation, mixed-capitals, mixed-honorifics,
house-names, house-spelling.
Rules: mixed-spelling, mixed-dialect, mixed-hyphenation, mixed-abbreviation, mixed-capitals, house-names,
house-spelling, known-misspelling, wrong-article, undefined-abbreviation, abbreviation-twice.

Helpers for all: spellings (a spelling with its places, and what findings say), tables.

Helpers for names: phonetic, distance, inflection and similarity compare two names by their letters;
name_spellings collects the names of an article, name_variants and split_names find those that are one name;
near_misses compares them with a list.

Helpers for words: word_variants collects the words that have two spellings, word_senses says in which sense
they are used, dialects which dialect they belong to; compounds has the stems of words with hyphens;
first_sound says how words begin when they are read aloud.

Helper for abbreviations: abbreviations says which are explained where.
"""

RULES: tuple[str, ...] = (
    "mixed_spelling:MixedSpelling",
    "mixed_dialect:MixedDialect",
    "mixed_hyphenation:MixedHyphenation",
    "mixed_abbreviation:MixedAbbreviation",
    "mixed_capitals:MixedCapitals",
    "mixed_honorifics:MixedHonorifics",
    "house_names:HouseNames",
    "house_spelling:HouseSpelling",
    "known_misspelling:KnownMisspelling",
    "wrong_article:WrongArticle",
    "undefined_abbreviation:UndefinedAbbreviation",
    "abbreviation_twice:AbbreviationTwice",
)
