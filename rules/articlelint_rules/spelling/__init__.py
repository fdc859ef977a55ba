"""Rules about names and words spelled two ways."""

RULES: tuple[str, ...] = (
    "mixed_spelling:MixedSpelling",
    "mixed_dialect:MixedDialect",
    "mixed_hyphenation:MixedHyphenation",
    "mixed_abbreviation:MixedAbbreviation",
    "mixed_capitals:MixedCapitals",
    "house_names:HouseNames",
    "house_spelling:HouseSpelling",
)
