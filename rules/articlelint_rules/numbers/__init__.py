"""
Numbers, dates and units, and how they are written.

Rules: missing-hyphen, mixed-date-style. Units and the words that may follow them stand in units.
"""

RULES: tuple[str, ...] = (
    "missing_hyphen:MissingHyphen",
    "mixed_date_style:MixedDateStyle",
)
