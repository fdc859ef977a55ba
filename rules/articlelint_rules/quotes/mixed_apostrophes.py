"""mixed-apostrophes: straight and curly apostrophes in one article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al

_INSIDE_WORD = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")


class Options(NamedTuple):
    """How many apostrophes make a mixture."""

    minimum: int = 2
    """Fewer apostrophes of the rarer kind are left alone in names: one may stand in a trademark."""


class MixedApostrophes(al.Rule[Options]):
    """
    An article uses straight and curly apostrophes.

    The kind that occurs less often is reported once per article; the fix changes all of them. Only
    apostrophes inside words count, because a mark at the end of a word may be a quotation mark. A single
    one in a name that stands nowhere without it (McDonald's) is left alone.
    """

    meta = al.Meta(
        "mixed-apostrophes",
        "straight and curly apostrophes in one article",
        since="0.1",
        severity=al.Severity.INFO,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "It’s late, he’s tired, we’re done and they’ve left. It[[']]s cold and she's gone.",
            fixed="It’s late, he’s tired, we’re done and they’ve left. It’s cold and she’s gone.",
        ),
        al.Flagged(
            "It's late, he's tired, we're done. They[[’]]ve left and she’s gone.",
            fixed="It's late, he's tired, we're done. They've left and she's gone.",
        ),
        al.Flagged("It’s late, he’s tired and they’ve left, but she[[']]s here."),
        al.Clean("It’s late, he’s tired and they’ve left."),
        al.Clean("It’s late, he’s tired and they’ve left for McDonald's."),
        al.Flagged("It’s late and he’s at McDonald[[']]s.", options={"minimum": 1}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield at most one finding, at the first apostrophe of the rarer kind."""
        if "'" not in doc.text or "’" not in doc.text:
            return
        straight: list[al.Span] = []
        curly: list[al.Span] = []
        for match in _INSIDE_WORD.finditer(doc.text):
            if match.group() == "'":
                straight.append(al.Span(*match.span()))
            else:
                curly.append(al.Span(*match.span()))
        if len(straight) <= len(curly):
            few, few_kind, many, many_kind, symbol = straight, "straight", curly, "curly", "’"
        else:
            few, few_kind, many, many_kind, symbol = curly, "curly", straight, "straight", "'"
        if not few or (len(few) < self.options.minimum and all(_in_name(doc, span) for span in few)):
            return
        yield self.finding(
            few[0],
            f"{len(few)} of {len(few) + len(many)} apostrophes are {few_kind}, the others {many_kind}; "
            f"make them all {many_kind}",
            related=[al.Related(many[0], f"{many_kind} here")],
            fix=al.Fix(tuple(al.Edit(span, symbol) for span in few), al.Safety.SAFE),
        )


def _in_name(doc: al.Document, span: al.Span) -> bool:
    """Whether an apostrophe may be part of a name: the word has a capital and stands nowhere without it."""
    token = doc.tokens[bisect_right(doc.tokens.starts, span.start) - 1]
    before = doc.text[token.span.start : span.start].lower()
    return not token.text.islower() and before not in doc.positions and not al.lexicon.is_common(before)
