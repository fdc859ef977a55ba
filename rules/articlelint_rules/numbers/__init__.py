"""Rules about numbers, units and the hyphens between them."""

RULES: tuple[str, ...] = ("missing_hyphen:MissingHyphen",)
