"""
Facts that do not agree with each other: what newspapers have to correct.

A rule about what is true stands here; one about form stands in numbers, typography or spelling.
"""

RULES: tuple[str, ...] = (
    "conflicting_figure:ConflictingFigure",
    "unit_conversion:UnitConversion",
)
