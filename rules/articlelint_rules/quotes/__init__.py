"""Rules about quotations without a speaker or without a mark."""

RULES: tuple[str, ...] = ()
