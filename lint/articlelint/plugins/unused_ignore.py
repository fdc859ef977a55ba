"""The engine's own rule, unused-ignore: its documentation and examples, beside those of the plugins."""

from __future__ import annotations

from collections.abc import Iterable

from articlelint.document import Document
from articlelint.model import Finding, Severity
from articlelint.rule import Clean, Flagged, Meta, NoOptions, Rule


class UnusedIgnore(Rule[NoOptions]):
    """
    An inline ignore that ignores nothing.

    The defect it was written for is gone, or the rule's name is misspelt. Left standing, it would hide the
    next defect of that kind. Delete it, or correct the name.

    This is the engine's own check: it reads comments, which no other rule sees.
    """

    meta = Meta(
        "unused-ignore",
        "an inline ignore that ignores nothing",
        since="0.1",
        severity=Severity.WARNING,
        category="ignores",
    )
    examples = (
        Flagged("[[<!-- articlelint: ignore[repeated-word] -->]]\n\nAll is well.", suffix=".md"),
        Clean("<!-- articlelint: ignore[repeated-word] a band -->\n\nThe The played.", suffix=".md"),
    )

    def check(self, doc: Document) -> Iterable[Finding]:
        """Nothing: the engine reports unused ignores after all rules have run."""
        del doc
        return ()
