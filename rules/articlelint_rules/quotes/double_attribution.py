"""double-attribution: a quotation whose speaker is named before it and again after it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import articlelint as al

_SAID = rf"(?:{'|'.join(sorted(al.words.saying.QUOTE_TAGS))}|explains|told\s+[\w’' ]{{2,24}})"
_WHO = r"(?:[Hh]e|[Ss]he|[Tt]hey|I|we|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})"
_SOURCE = r"[Aa]ccording\s+to\s+(?P<source>[^,:]{2,60})"
_BEFORE = re.compile(rf"(?:(?P<who>{_WHO})(?:\s+(?:also|later|then))?\s+{_SAID}|{_SOURCE})[,:]\s*\Z")
_AFTER = re.compile(rf"\s*(?P<words>(?P<who>{_WHO})\s+{_SAID}|{_SAID}\s+(?P<inverted>{_WHO}))\b")
_REACH = 90
"""How many characters before a quotation are searched for its speaker."""


class DoubleAttribution(al.Rule[al.NoOptions]):
    """
    One quotation is given the same speaker twice: He said: “It rained,” he said.

    Usually one of the two is left over from an edit. Two different speakers are no error: Haddad said, “It
    rained,” her son recalled.
    """

    meta = al.Meta(
        "double-attribution",
        "a quotation with “he said” on both sides",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged("Haddad said: “It rained for days,” [[she said]]."),
        al.Flagged("He said, “It rained for days,” [[he said]]. Then he left."),
        al.Flagged("According to Amal Haddad, “it rained for days,” [[she said]]."),
        al.Clean("Haddad said: “It rained for days.” She said the river rose."),
        al.Clean("“It rained,” he said. “It rained for days,” he said."),
        al.Clean("Haddad said, “It rained for days,” Park recalled, and he said, “It did,” she added."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding at the second attribution of each such quotation."""
        for quote in doc.attributions:
            if doc.slice(quote.inner).rstrip().endswith("."):
                continue
            start = quote.span.start
            block = doc.block_at(start).span
            before = _BEFORE.search(doc.text, max(block.start, start - _REACH), start)
            after = _AFTER.match(doc.text, quote.span.end, block.end)
            if before is None or after is None or doc.in_quote(al.Span(*before.span())):
                continue
            first = before["who"] or before["source"]
            second = after["who"] or after["inverted"]
            if not _may_be_one_speaker(first, second):
                continue
            lead = " ".join(before.group().split()).rstrip(",:")
            yield self.finding(
                al.Span(*after.span("words")),
                f"“{after['words']}” says again who speaks, after “{lead}”; drop one of them",
                related=[al.Related(al.Span(*before.span()), "already attributed here")],
            )


def _may_be_one_speaker(first: str, second: str) -> bool:
    """Whether two speakers may be one: they share a name or a pronoun, or a pronoun follows a name."""
    one, two = first.casefold(), second.casefold()
    if one in al.words.pronouns.PERSONS:
        return one == two
    if two in al.words.pronouns.PERSONS:
        return two in {"he", "she", "they"}
    return one.split()[-1] == two.split()[-1]
