"""undefined-abbreviation: an abbreviation that is used before the article explains it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.abbreviations import NOT_TEXT, explanations, is_known

_SHORTEST = 3
_OR = re.compile(r"[,–—] ?or (?:the )?\Z")
"""What stands before an abbreviation explained between commas: the Forest Service, or the FS, left."""
_REACH = 10


class Options(NamedTuple):
    """Which abbreviations need an explanation."""

    known: tuple[str, ...] = ()
    """Abbreviations that your readers know."""
    never_explained: bool = False
    """Whether an abbreviation of three letters or more that is never explained is reported as well."""


class UndefinedAbbreviation(al.Rule[Options]):
    """
    An abbreviation is used before it is explained.

    The article writes "Organisation for Economic Co-operation and Development (OECD)" in its fifth paragraph,
    and "OECD" in its second. A paragraph was moved, or one was put before it. The rule reports the first use;
    the explanation belongs there.

    Left alone are headlines, standfirsts, captions and tables, which are short of space; quotations; and
    abbreviations that everybody knows: a list of well-known ones (FBI, BBC, DNA), and those among the 5,000
    commonest words of news (AFP, OPEC). "known" adds your own. Most articles use others that they never
    explain; "never-explained" reports those as well.
    """

    meta = al.Meta(
        "undefined-abbreviation",
        "an abbreviation used before it is explained",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    options_type = Options
    examples = (
        al.Flagged("The [[GSA]] paid. The General Services Administration (GSA) has the money."),
        al.Flagged("Staff of the [[OCDA]] left. The Orange County District Attorney (“OCDA”) was told."),
        al.Flagged("The [[FDIC]]’s head spoke. The Federal Deposit Insurance Corporation (the FDIC) is old."),
        al.Flagged(
            "The [[ACAS]] office met. The ACAS knows.",
            options={"never-explained": True},
        ),
        al.Clean("The General Services Administration (GSA) has the money. The GSA paid."),
        al.Clean("The ACAS office met. The ACAS knows."),
        al.Clean("The Border Trade Office, or BTO, paid. The Border Trade Office (BTO) has the money."),
        al.Clean("The FBI came. The Federal Bureau of Investigation (FBI) was told."),
        al.Clean("# GSA pays\n\nThe General Services Administration (GSA) paid.", suffix=".md"),
        al.Clean("“The GSA paid,” she said. The General Services Administration (GSA) did not."),
        al.Clean("The GSA paid. The General Services Administration (GSA) did.", options={"known": ["GSA"]}),
        al.Clean("The ACAS office met.", options={"never-explained": True, "known": ["ACAS"]}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each abbreviation that is used too early."""
        explained = explanations(doc)
        for text, places in explained.items():
            first = self._first_use(doc, text)
            if first is not None:
                yield self.finding(
                    first,
                    f"“{text}” is explained only further down: explain it here, at its first use",
                    related=(al.Related(places[0].span, "explained here"),),
                )
        if self.options.never_explained:
            yield from self._never_explained(doc, frozenset(explained))

    def _first_use(self, doc: al.Document, text: str) -> al.Span | None:
        """Return the first place before an explanation; None for what everybody knows."""
        if is_known(text) or text in self.options.known:
            return None
        for use in doc.abbreviations.uses(text):
            if use.definition or _in_commas(doc, use.span):
                return None
            if doc.block_at(use.span.start).kind not in NOT_TEXT and not doc.may_be_quoted(use.span):
                return use.span
        return None

    def _never_explained(self, doc: al.Document, explained: frozenset[str]) -> Iterator[al.Finding]:
        """Yield a finding for each abbreviation that has no explanation."""
        for text in doc.abbreviations.candidates():
            if text in explained or len(text) < _SHORTEST:
                continue
            first = self._first_use(doc, text)
            if first is not None and doc.abbreviations.written_out(text) is None:
                yield self.finding(first, f"“{text}” is never explained: write it out at its first use")


def _in_commas(doc: al.Document, span: al.Span) -> bool:
    """Whether an abbreviation stands between commas as an explanation: the Forest Service, or FS, left."""
    before = doc.text[max(span.start - _REACH, 0) : span.start]
    return _OR.search(before) is not None and doc.text.startswith((",", ".", " –", " —"), span.end)
