"""Rules about spaces, repeated words and other slips of the keyboard."""

RULES: tuple[str, ...] = (
    "extra_space:ExtraSpace",
    "mixed_dashes:MixedDashes",
    "mixed_ellipsis:MixedEllipsis",
    "repeated_word:RepeatedWord",
)
