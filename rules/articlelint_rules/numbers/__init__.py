"""
Numbers and units.

Rule: missing-hyphen. Its units and the words that may follow them stand in units.
"""

RULES: tuple[str, ...] = ("missing_hyphen:MissingHyphen",)
