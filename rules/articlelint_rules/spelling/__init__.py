"""Rules about names and words spelled two ways."""

RULES: tuple[str, ...] = ("mixed_spelling:MixedSpelling", "mixed_dialect:MixedDialect")
