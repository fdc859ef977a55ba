"""Rules about what web pages, wires and desks leave in a text."""

RULES: tuple[str, ...] = ()
