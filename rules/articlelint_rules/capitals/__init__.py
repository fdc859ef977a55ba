"""Rules about capital letters that are missing or too many."""

RULES: tuple[str, ...] = ("doubled_capital:DoubledCapital",)
