"""Rules about spaces, repeated words and other slips of the keyboard."""

RULES: tuple[str, ...] = ()
