"""Rules about capital letters that are missing or too many."""

RULES: tuple[str, ...] = (
    "doubled_capital:DoubledCapital",
    "headline_case:HeadlineCase",
    "lowercase_name:LowercaseName",
    "stray_capital:StrayCapital",
)
