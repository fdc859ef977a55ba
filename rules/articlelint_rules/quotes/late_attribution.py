"""late-attribution: a speaker who is named only after several quoted sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al


class Options(NamedTuple):
    """How late a speaker may be named."""

    sentences: int = 3
    """The most sentences of a quotation that may come before its speaker."""

    def check(self) -> None:
        """Raise ValueError where a value makes no sense."""
        if self.sentences < 1:
            raise ValueError(f"sentences must be at least 1, not {self.sentences}")


_AFTER_QUOTE = frozenset({al.Where.AFTER, al.Where.LATER_SENTENCE, al.Where.CREDIT})


class LateAttribution(al.Rule[Options]):
    """
    The reader learns who speaks only after several sentences of a quotation.

    Stylebooks ask for the speaker after the first sentence: “It rained,” said Haddad. “It rained for days.”
    The rule is off unless selected by name, because a long quotation may name its speaker last on purpose.
    """

    meta = al.Meta(
        "late-attribution",
        "a speaker named only after several quoted sentences",
        since="0.1",
        severity=al.Severity.INFO,
        default=False,
    )
    options_type = Options
    examples = (
        al.Flagged("“It rained. It rained for days. The river rose. We left,” [[said Amal Haddad]]."),
        al.Flagged("“It rained. We left,” [[she said]].", options={"sentences": 1}),
        al.Clean("“It rained,” said Amal Haddad. “It rained for days. The river rose. We left.”"),
        al.Clean("Amal Haddad said: “It rained. It rained for days. The river rose. We left.”"),
        al.Clean("“It rained. It rained for days. We left,” said Amal Haddad."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding at the words that name a speaker too late."""
        for quote, attribution in doc.attributions.items():
            cue = attribution.cue
            if attribution.where not in _AFTER_QUOTE or cue is None or cue.start < quote.span.end:
                continue
            block = doc.block_at(quote.span.start)
            if quote.span.start != block.span.start or not block.span.contains(cue):
                continue
            count = len(doc.sentences_in(quote.inner))
            if count <= self.options.sentences:
                continue
            speaker = attribution.speaker or cue
            words = al.Span(min(cue.start, speaker.start), max(cue.end, speaker.end))
            yield self.finding(
                words,
                f"The speaker is named only after {count} sentences; "
                f"put “{doc.slice(words)}” behind the first",
            )
