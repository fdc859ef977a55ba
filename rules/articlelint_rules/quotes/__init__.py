"""Rules about quotations without a speaker or without a mark."""

RULES: tuple[str, ...] = (
    "unattributed_quote:UnattributedQuote",
    "unclear_speaker:UnclearSpeaker",
)
