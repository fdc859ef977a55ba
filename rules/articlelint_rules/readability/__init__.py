"""Rules about sentences and articles that are hard to read."""

RULES: tuple[str, ...] = ()
