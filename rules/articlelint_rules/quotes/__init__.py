"""Rules about quotations without a speaker or without a mark."""

RULES: tuple[str, ...] = (
    "double_attribution:DoubleAttribution",
    "late_attribution:LateAttribution",
    "mixed_apostrophes:MixedApostrophes",
    "mixed_quote_marks:MixedQuoteMarks",
    "quote_punctuation:QuotePunctuation",
    "said_punctuation:SaidPunctuation",
    "unattributed_quote:UnattributedQuote",
    "unbalanced_quote:UnbalancedQuote",
    "unclear_speaker:UnclearSpeaker",
)
