"""
Quotations: their marks, their punctuation and their speakers.

Rules about speakers: double-attribution, late-attribution, unattributed-quote, unclear-speaker. Rules about
marks: mixed-apostrophes, mixed-quote-marks, quote-punctuation, said-punctuation, unbalanced-quote.

Helpers: missing_speakers finds the quotations without a speaker, for unattributed-quote and unclear-speaker;
not_quoting knows marks that quote nothing, for mixed-quote-marks and unbalanced-quote.
"""

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
