"""
Facts that do not agree with each other: what newspapers have to correct.

A rule about what is true stands here; one about form stands in numbers, typography or spelling.
"""

RULES: tuple[str, ...] = (
    "conflicting_figure:ConflictingFigure",
    "percent_arithmetic:PercentArithmetic",
    "stated_count:StatedCount",
    "unit_conversion:UnitConversion",
)
