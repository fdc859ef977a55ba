"""What the archive has against a form of an article, and the findings that say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

import articlelint as al
from articlelint_rules.spelling.spellings import match_case

ENOUGH = 20
"""How many articles of the archive must have a word before one of its forms is decided on."""
Places: TypeAlias = dict[tuple[str, str], list[al.Span]]
"""The places of an article's forms, by key and form."""


class Evidence(NamedTuple):
    """A form of an article, and the form that the archive has for it."""

    form: str
    """As it is written in the message; it may be longer than what is replaced."""
    better: str
    articles: int
    """How many articles of the archive write the better form."""
    own: al.ArchivedForm | None
    """The form of the article in the archive; None if no article has it."""

    @property
    def message(self) -> str:
        """How many articles write each of the two."""
        wrote = f"{articles(self.articles)} of the archive {_write(self.articles)} “{self.better}”"
        if self.own is None or not self.own.articles:
            return f"{wrote}, none writes “{self.form}”"
        number = self.own.articles
        last = f", the last in {self.own.last[:4]}" if self.own.last else ""
        return f"{wrote}, {number:,} {_write(number)} “{self.form}”{last}"


def articles(number: int) -> str:
    """Return a number of articles in words."""
    return "1 article" if number == 1 else f"{number:,} articles"


def _write(number: int) -> str:
    return "writes" if number == 1 else "write"


def is_quoted(doc: al.Document, span: al.Span) -> bool:
    """Whether a place is in quotation marks that are closed, or in a block quotation."""
    return doc.in_quote(span) or doc.block_at(span.start).kind is al.BlockKind.BLOCKQUOTE


def outside_quotations(doc: al.Document, written: Iterable[al.Written]) -> Places:
    """Return the places of forms that are not quoted, in reading order, the forms by their first places."""
    found: Places = {}
    for key, form, span in sorted(written, key=lambda each: (each.span, each.key)):
        if not is_quoted(doc, span):
            found.setdefault((key, form), []).append(span)
    return found


def decided_otherwise(
    doc: al.Document, archive: al.Archive, kind: str, places: Places
) -> Iterator[tuple[Evidence, list[al.Span]]]:
    """Yield the forms for which the archive has decided on another one, and the house on neither."""
    for (key, form), spans in places.items():
        forms = {each.form: each for each in archive.forms(kind, key)}
        better = next((each for each in forms.values() if each.decided), None)
        if better is None or better.form == form:
            continue
        if not (doc.house.has_settled(form) or doc.house.has_settled(better.form)):
            yield Evidence(form, better.form, better.articles, forms.get(form)), spans


def report_word(
    rule: al.Rule[Any], doc: al.Document, message: str, spans: list[al.Span], better: str
) -> al.Finding:
    """Return the finding about a word that may have a capital, as at the start of a sentence."""
    line = f"{message}: write “{better}”"
    return report(rule, doc, line, spans, [match_case(better, doc.slice(span)) for span in spans])


def report(
    rule: al.Rule[Any], doc: al.Document, message: str, spans: list[al.Span], replacements: list[str]
) -> al.Finding:
    """Return a finding at the first of some places, with the others beside it and a fix for all of them."""
    first, *others = spans
    related = [al.Related(span, f"“{doc.slice(span)}” here, too") for span in others]
    edits = tuple(map(al.Edit, spans, replacements))
    return rule.finding(first, message, related=related, fix=al.Fix(edits, al.Safety.UNSAFE))
