"""
Slips of the keyboard and of typesetting: spaces, repeated words, dashes and ellipses.

Rules: extra-space, mixed-dashes, mixed-ellipsis, repeated-word. None of them needs a helper module.
"""

RULES: tuple[str, ...] = (
    "extra_space:ExtraSpace",
    "mixed_dashes:MixedDashes",
    "mixed_ellipsis:MixedEllipsis",
    "repeated_word:RepeatedWord",
)
