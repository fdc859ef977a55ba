"""
Sentences and paragraphs that are hard to read. Both rules are off unless selected by name.

Rules: hard-to-read, long-sentence.
"""

RULES: tuple[str, ...] = ("hard_to_read:HardToRead", "long_sentence:LongSentence")
