"""Entries of the kind ``abbreviation``: it is explained once, before it is used, and only if used again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import articlelint as al
from articlelint_house.dialect import counts
from articlelint_house.entries import Entry
from articlelint_house.findings import replacement, with_reason
from articlelint_house.schema import REPORTS
from articlelint_house.values import Fail

SHORTEST = 3
"""Letters. Shorter ones are mostly states, units and initials, reported only if an entry names them."""


def check_entry(entry: Entry, fail: Fail) -> None:
    """Raise an error for a long form without an abbreviation, and for an abbreviation of several words."""
    if entry.text("full") and not entry.text("short"):
        raise fail("full", "'full' needs 'short', the abbreviation")
    if len(al.tokenize(entry.text("short") or "x")) != 1:
        raise fail("short", f"'short' must be one word, not “{entry.text('short')}”")


def checks(entries: Mapping[str, Entry]) -> Iterator[al.Check]:
    """Return one check for all entries."""
    named = frozenset(entry.text("short") for entry in entries.values()) - {""}

    def check(doc: al.Document) -> Iterator[al.Finding]:
        article = doc.abbreviations
        for rule, entry in entries.items():
            short = entry.text("short")
            skipped = al.words.abbreviations.WELL_KNOWN.union(entry.texts("known"), named)
            for text in (short,) if short else article.candidates():
                if short or (len(text) >= SHORTEST and text not in skipped):
                    yield from _findings(doc, article, rule, entry, text)

    yield al.Check(frozenset(entries), check)


def _findings(
    doc: al.Document, article: al.Abbreviations, rule: str, entry: Entry, text: str
) -> Iterator[al.Finding]:
    """The findings about one abbreviation in an article."""
    uses = [use for use in article.uses(text) if counts(doc, use.span, entry)]
    if not uses:
        return
    reports = entry.texts("report") or REPORTS
    explained = [use for use in uses if use.definition]
    full = entry.text("full")
    told = article.written_out(text, full)
    first = uses[0]
    if not explained and told is None:
        if "undefined" in reports and (entry.text("short") or not _is_glossed(doc, first)):
            whole = f"{full} ({text})" if full else ""
            message = f"“{text}” is never explained" + (f": write “{whole}” at first" if whole else "")
            line, fix = with_reason(message, entry), replacement(doc, first.span, whole)
            yield al.Finding(rule, first.span, line, (), fix)
        return
    places = [use.span for use in explained]
    if told is not None:
        places.append(told)
    begin = min(places)
    if "late" in reports and not first.definition and begin.start > first.span.end:
        message = f"“{text}” is used before it is explained"
        related = (al.Related(begin, "explained here"),)
        yield al.Finding(rule, first.span, with_reason(message, entry), related)
    if "twice" in reports:
        for again in explained[1:]:
            message = f"“{text}” has been explained before"
            related = (al.Related(explained[0].span, "explained here"),)
            yield al.Finding(rule, again.span, with_reason(message, entry), related)
    if "unused" in reports and len(explained) == 1 and article.count(text) == 1 and first.in_brackets:
        message = f"“{text}” is explained and never used again: leave it out"
        yield al.Finding(rule, first.span, with_reason(message, entry))


def _is_glossed(doc: al.Document, use: al.AbbreviationUse) -> bool:
    """Whether the use has another kind of explanation beside it, such as the title of a link in brackets."""
    after = doc.text[use.span.end : use.span.end + 2]
    return after.startswith(" (") or not al.Abbreviations.is_in_capitals(doc.slice(use.span))
