"""mixed-dashes: dashes set in several ways in one article, such as – and — and --."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import articlelint as al

# Dashes between words of a sentence, not hyphens, ranges, minus signs or the marks of a list.
_DASH = re.compile(
    r"(?<=[\w,.!?”’\")%])(?P<left> ?)(?P<dash>—|–|--|(?<= )-(?= ))(?P<right> ?)(?=[\w“‘\"'$£€(])"
)
_LEFT_ALONE = frozenset(
    {
        al.BlockKind.HEADLINE,
        al.BlockKind.TABLE_CELL,
        al.BlockKind.BYLINE,
        al.BlockKind.DATELINE,
        al.BlockKind.BREADCRUMB,
        al.BlockKind.TICKER,
    }
)
_NAMES = {"—": "em dash (—)", "–": "en dash (–)", "--": "two hyphens (--)", "-": "hyphen (-)"}


class MixedDashes(al.Rule[al.NoOptions]):
    """
    The article sets its dashes in several ways.

    Some houses use an en dash with spaces, others an em dash without; an article should keep to one of them.
    Text that was put together from several wires often has both. The rule counts the dashes between words
    and reports those that differ from the most frequent kind. If two kinds are equally frequent, the one
    that comes first in the article counts as the usual one.

    Ranges (2019–21), minus signs, hyphens, headlines and datelines are left alone. The rule runs only where
    it is selected by name.
    """

    meta = al.Meta(
        "mixed-dashes",
        "dashes set in several ways",
        since="0.1",
        severity=al.Severity.INFO,
        default=False,
    )
    examples = (
        al.Flagged(
            "The ferry – an old one – sails. The crew – all nine[[ — ]]are tired.",
            fixed="The ferry – an old one – sails. The crew – all nine – are tired.",
        ),
        al.Flagged("The ferry—an old one—sails. The crew[[ -- ]]all nine—are tired."),
        al.Clean("The ferry – an old one – sails at -3 degrees in 2019–21."),
        al.Clean("The ferry—an old one—sails. A well-known ship-owner’s."),
        al.Clean("LONDON (Reuters) - The ferry – an old one – sails."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each dash that is not of the article's usual kind."""
        dashes = [
            match
            for block in doc.blocks
            if block.kind not in _LEFT_ALONE
            for match in _DASH.finditer(doc.text, block.span.start, block.span.end)
            if match["dash"] != "–" or match["left"] or match["right"]
        ]
        labels = [label.span for label in doc.labels] if dashes else []
        dashes = [m for m in dashes if not any(label.overlaps(al.Span(*m.span())) for label in labels)]
        counts = Counter(match.group() for match in dashes)
        if len(counts) <= 1:
            return
        usual, often = counts.most_common(1)[0]
        for match in dashes:
            found = match.group()
            if found == usual:
                continue
            span = al.Span(*match.span())
            elsewhere = f"{_described(usual)} {_times(often)}"
            message = f"{_described(found).capitalize()}, but the article has {elsewhere}: use one kind"
            yield self.finding(span, message, fix=self.replace(span, usual))


def _described(dash: str) -> str:
    """Return the name of a dash with the spaces around it, such as "em dash (—) without spaces"."""
    if dash == dash.strip():
        spaces = "without spaces"
    elif dash[0] == " " and dash[-1] == " ":
        spaces = "with spaces"
    else:
        spaces = "with one space"
    return f"{_NAMES[dash.strip()]} {spaces}"


def _times(often: int) -> str:
    """Return "once" or "3 times"."""
    return "once" if often == 1 else f"{often} times"
