"""Rules about sentences that are broken, cut off or run together."""

RULES: tuple[str, ...] = ()
