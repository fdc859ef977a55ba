"""
Slips of the keyboard and of typesetting: spaces, repeated words, dashes, ellipses and look-alike letters.

Rules: double-punctuation, extra-space, lookalike-letter, mixed-dashes, mixed-ellipsis,
mixed-serial-comma, repeated-word, unbalanced-bracket.
None of them needs a helper module.
"""

RULES: tuple[str, ...] = (
    "double_punctuation:DoublePunctuation",
    "extra_space:ExtraSpace",
    "lookalike_letter:LookalikeLetter",
    "mixed_dashes:MixedDashes",
    "mixed_ellipsis:MixedEllipsis",
    "mixed_serial_comma:MixedSerialComma",
    "repeated_word:RepeatedWord",
    "unbalanced_bracket:UnbalancedBracket",
)
