"""The rule mixed-apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al

# It begins with the mark, which re looks for fast; what stands before it is checked after.
_INSIDE = re.compile(r"['’](?<=[^\W\d_].)(?=[^\W\d_])")


class Options(NamedTuple):
    """How many are a mixture."""

    minimum: int = 2
    """Fewer apostrophes of the rarer kind are let pass: one may stand in a name or a trademark."""


class MixedApostrophes(al.Rule[Options]):
    """
    An article uses straight and curly apostrophes.

    The kind that occurs less often is reported, once an article; the fix changes them all. Only apostrophes
    inside words count: what stands at the end of a word may be a quotation mark.
    """

    meta = al.Meta(
        "mixed-apostrophes",
        "straight and curly apostrophes in one article",
        since="0.1",
        severity=al.Severity.WARNING,
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
        al.Clean("It’s late, he’s tired and they’ve left."),
        al.Clean("It’s late, he’s tired and they’ve left for McDonald's."),
        al.Flagged("It’s late and he’s at McDonald[[']]s.", options={"minimum": 1}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """At most one finding."""
        most = min(doc.text.count("'"), doc.text.count("’"))
        if most < max(self.options.minimum, 1):
            return
        straight: list[al.Span] = []
        curly: list[al.Span] = []
        for found in _INSIDE.finditer(doc.text):
            (straight if found.group() == "'" else curly).append(al.Span(*found.span()))
        few, many, symbol = (straight, curly, "’") if len(straight) <= len(curly) else (curly, straight, "'")
        if len(few) < max(self.options.minimum, 1):
            return
        kinds = ("straight", "curly") if few is straight else ("curly", "straight")
        yield self.finding(
            few[0],
            f"{len(few)} of {len(few) + len(many)} apostrophes are {kinds[0]}, the others {kinds[1]}; "
            f"make them all {kinds[1]}",
            related=[al.Related(many[0], f"{kinds[1]} here")],
            fix=al.Fix(tuple(al.Edit(span, symbol) for span in few), al.Safety.SAFE),
        )
