"""unclear-speaker: a new quotation that may be of the same speaker as the one before it, or of another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.quotes.missing_speakers import NamedSpeakers, quotes_without_speaker

_TWO_SPEAKERS = 0.7
"""The confidence where two speakers are named in the paragraphs that the quotation may belong to."""


class Options(NamedTuple):
    """What counts as a quotation that needs a speaker."""

    minimum_words: int = 4
    """Shorter quotations are left alone."""


class UnclearSpeaker(al.Rule[Options]):
    """
    A paragraph opens a new quotation, and the reader must guess whether the speaker is still the same.

    Where a quotation continues in the next paragraph, the first paragraph has no closing mark, and the next
    one begins with an opening mark. A closing mark says that the quotation is over; a new one that follows
    without “she said” may be of the same speaker or of another. Leave the closing mark off, or name the
    speaker.

    The finding is an info, because most readers take it for the speaker of the paragraph before. It is a
    warning if two different speakers are named there.

    The rule leaves the same quotations alone as `unattributed-quote`, which reports those that have no
    speaker near them at all.
    """

    meta = al.Meta(
        "unclear-speaker",
        "a new quoted paragraph that may be the same speaker or another",
        since="0.1",
        severity=al.Severity.INFO,
        warning_from=0.5,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "“The bridge is closed,” said Amal Haddad. “It is not safe.”\n\n"
            "[[“It will stay closed till spring.”]]",
            severity=al.Severity.INFO,
        ),
        al.Flagged(
            "“The bridge is closed,” said Amal Haddad. “It is not safe,” said Jon Park.\n\n"
            "[[“It will stay closed till spring.”]]",
            severity=al.Severity.WARNING,
        ),
        al.Flagged(
            "The mayor said the bridge was closed.\n\n[[“It will stay closed till spring.”]]\n\n"
            "Traffic was light."
        ),
        al.Clean(
            "“The bridge is closed,” said Amal Haddad. “It is not safe.\n\n“It will stay closed till spring.”"
        ),
        al.Clean(
            "“The bridge is closed,” said Amal Haddad.\n\n“It will stay closed till spring,” she added."
        ),
        al.Clean("“Is it closed?” asked Amal Haddad.\n\n“For years now, yes.”\n\n“Since when?” she asked."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for the first such quotation of a paragraph, or of several paragraphs in a row."""
        found = quotes_without_speaker(doc, self.options.minimum_words)
        unclear = [speakerless.quote for speakerless in found if speakerless.speech_near]
        if not unclear:
            return
        speakers = NamedSpeakers(doc)
        for quote in unclear:
            speaker = speakers.last_before(quote)
            related = [] if speaker is None else [al.Related(speaker, "the last speaker named before it")]
            message = _message(speakers, quote, speaker)
            yield self.finding(
                quote.span,
                message,
                related=related,
                fix=_continuation(doc, quote),
                confidence=_TWO_SPEAKERS if speakers.several_near(quote) else None,
            )


def _continuation(doc: al.Document, quote: al.Quote) -> al.Fix | None:
    """Return the edit that leaves off the closing mark of the paragraph before, to be shown to the editor."""
    before = bisect_left(doc.quotes, quote.span, key=lambda other: other.span) - 1
    start = doc.block_at(quote.span.start).span.start
    if before < 0 or quote.span.start != start:
        return None
    while doc.quotes[before].depth:
        before -= 1
    last = doc.quotes[before]
    if not last.closed or start - last.span.end > len("\n\n"):
        return None
    return al.Fix((al.Edit(al.Span(last.inner.end, last.span.end), ""),), al.Safety.SHOWN)


def _message(speakers: NamedSpeakers, quote: al.Quote, speaker: al.Span | None) -> str:
    """Return the finding's message, with the speaker who was named last if there is one."""
    if speaker is None:
        return "It is not clear who says this; name the speaker"
    return (
        f"Is this still {speakers.describe(speaker, quote)}? "
        "leave off the closing mark before it if so, or name the speaker"
    )
