"""
Facts that do not agree with each other: what newspapers have to correct.

A rule about what is true stands here; one about form stands in numbers, typography or spelling.
"""

RULES: tuple[str, ...] = (
    "conflicting_figure:ConflictingFigure",
    "weekday_date:WeekdayDate",
    "impossible_date:ImpossibleDate",
    "conflicting_age:ConflictingAge",
    "conflicting_role:ConflictingRole",
    "name_order:NameOrder",
    "headline_name:HeadlineName",
    "caption_name:CaptionName",
    "altered_quote:AlteredQuote",
    "percent_arithmetic:PercentArithmetic",
    "stated_count:StatedCount",
    "unit_conversion:UnitConversion",
    "embargo:Embargo",
)
