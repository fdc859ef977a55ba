"""
Facts that do not agree, in one article or with the calendar.

A rule of this category compares an article with itself, or with what is true by definition. A rule about form
stands in numbers, typography or spelling.
"""

RULES: tuple[str, ...] = (
    "weekday_date:WeekdayDate",
    "impossible_date:ImpossibleDate",
    "conflicting_age:ConflictingAge",
    "conflicting_role:ConflictingRole",
    "name_order:NameOrder",
    "headline_name:HeadlineName",
    "caption_name:CaptionName",
    "altered_quote:AlteredQuote",
)
