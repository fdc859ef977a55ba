"""Entries of the kind ``heading``: all headings in sentence case, or all in title case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import articlelint as al
from articlelint_house.dialect import counts
from articlelint_house.entries import Entry
from articlelint_house.findings import with_reason
from articlelint_rules.capitals.heading_case import style_of


def checks(entries: Mapping[str, Entry]) -> Iterator[al.Check]:
    """Return one check for all entries."""

    def check(doc: al.Document) -> Iterator[al.Finding]:
        for block in doc.blocks_of(al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD):
            for rule, entry in entries.items():
                if counts(doc, block.span, entry):
                    yield from _finding(doc, block, rule, entry)

    yield al.Check(frozenset(entries), check)


def _finding(doc: al.Document, block: al.Block, rule: str, entry: Entry) -> Iterator[al.Finding]:
    levels, case = entry.texts("level"), entry.text("case")
    level = block.level or int(block.kind is al.BlockKind.HEADLINE)  # plain text has no levels
    if levels and str(level) not in levels:
        return
    excepted = frozenset(word.lower() for text in entry.texts("except") for word in text.split())
    style = style_of(doc, block, excepted)
    if style and style != case:
        message = f"The heading is in {style} case; the house style is {case} case"
        yield al.Finding(rule, block.span, with_reason(message, entry))
