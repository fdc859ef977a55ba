"""
Numbers, dates and units, and how they are written.

Rules: missing-hyphen, mixed-currency-style, mixed-date-style, mixed-number-style, mixed-percent,
range-preposition, redundant-unit. The units of missing-hyphen and the words that may follow them stand in
units; mixed has what the rules named mixed- share.
"""

RULES: tuple[str, ...] = (
    "missing_hyphen:MissingHyphen",
    "mixed_date_style:MixedDateStyle",
    "mixed_currency_style:MixedCurrencyStyle",
    "mixed_number_style:MixedNumberStyle",
    "mixed_percent:MixedPercent",
    "range_preposition:RangePreposition",
    "redundant_unit:RedundantUnit",
)
