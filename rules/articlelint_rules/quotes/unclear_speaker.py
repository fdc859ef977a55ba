"""The rule unclear-speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.quotes.missing_speakers import NamedSpeakers, quotes_without_speaker


class Options(NamedTuple):
    """What counts as a quotation that needs a speaker."""

    minimum_words: int = 4
    """Shorter quotations are left alone."""


class UnclearSpeaker(al.Rule[Options]):
    """
    A paragraph opens a new quotation, and the reader must guess whether the speaker is still the same.

    Where a quotation goes on in the next paragraph, the closing mark before it is left off and the new
    paragraph begins with an opening mark. A closing mark says that the quotation is over; a new one that
    follows without “she said” may be the same voice or another. Leave the closing mark off, or name the
    speaker.

    Left alone are the same quotations as by `unattributed-quote`, which reports those that have no speaker
    beside them at all.
    """

    meta = al.Meta(
        "unclear-speaker",
        "a new quoted paragraph that may be the same speaker or another",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "“The bridge is closed,” said Amal Haddad. “It is not safe.”\n\n"
            "[[“It will stay closed till spring.”]]"
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
        """A finding for the first such quotation of a paragraph, or of several in a row."""
        speakers: Speakers | None = None
        for orphan in orphans(doc, self.options.minimum_words):
            if not orphan.speech_near:
                continue
            speakers = speakers or Speakers(doc)
            speaker = speakers.last(orphan.quote)
            related = [] if speaker is None else [al.Related(speaker, "the last speaker named before it")]
            message = _message(speakers, orphan.quote, speaker)
            yield self.finding(
                orphan.quote.span, message, related=related, fix=_continuation(doc, orphan.quote)
            )


def _continuation(doc: al.Document, quote: al.Quote) -> al.Fix | None:
    """Leaving off the mark that closes the paragraph before; for the editor to judge."""
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


def _message(speakers: Speakers, quote: al.Quote, speaker: al.Span | None) -> str:
    if speaker is None:
        return "It is not clear who says this; name the speaker"
    return (
        f"Is this still {speakers.described(speaker, quote)}? "
        "leave off the closing mark before it if so, or name the speaker"
    )
