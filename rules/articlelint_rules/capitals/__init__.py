"""Rules about capital letters that are missing or too many."""

RULES: tuple[str, ...] = (
    "doubled_capital:DoubledCapital",
    "heading_case:HeadingCase",
    "list_style:ListStyle",
    "lowercase_name:LowercaseName",
    "stray_capital:StrayCapital",
)
