"""Rules about sentences that are broken, cut off or run together."""

RULES: tuple[str, ...] = (
    "lowercase_start:LowercaseStart",
    "missing_full_stop:MissingFullStop",
    "missing_space:MissingSpace",
    "sentence_fragment:SentenceFragment",
    "unfinished_paragraph:UnfinishedParagraph",
)
