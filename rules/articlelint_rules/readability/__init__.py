"""Rules about sentences and articles that are hard to read."""

RULES: tuple[str, ...] = ("hard_to_read:HardToRead", "long_sentence:LongSentence")
