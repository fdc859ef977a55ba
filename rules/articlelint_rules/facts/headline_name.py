"""headline-name: a name in the headline or standfirst that the text spells otherwise or does not have."""

from __future__ import annotations

from collections.abc import Iterable

import articlelint as al
from articlelint_rules.facts.names_above import slips, strangers

_KINDS = frozenset({al.BlockKind.HEADLINE, al.BlockKind.STANDFIRST})
_PROBABLY = 0.8


class HeadlineName(al.Rule[al.NoOptions]):
    """
    A name in the headline or the standfirst is spelled otherwise in the text, or is not in the text.

    Headlines are written last and by somebody else, so a name in them that is nearly one of the text is
    reported even where both spellings are names: Clarke in the headline and Clark in the text. A full name
    of which the text has no word at all is an info.

    What `mixed-spelling` reports is left to it. Left alone are words that the text has anywhere, everyday
    words, plurals (the Clarks), and people with another first name.
    """

    meta = al.Meta(
        "headline-name",
        "a name in the headline that is not in the text",
        since="0.1",
        severity=al.Severity.INFO,
        warning_from=0.5,
    )
    examples = (
        al.Flagged(
            "# [[Clarke]] leaves the port\n\nThe mayor, Anne Clark, left on Friday. Clark was late.",
            suffix=".md",
            severity=al.Severity.WARNING,
        ),
        al.Flagged(
            "# Mayor Anne [[Clarke]] leaves\n\nThe mayor, Anne Clark, left on Friday. It rained.",
            suffix=".md",
        ),
        al.Flagged("# [[Johnston]] wins in Tarn\n\nIt was won by Mark Johnson, 34. It rained.", suffix=".md"),
        al.Flagged(
            "# [[Jane Haddad]] wins in Tarn\n\nIt was won by a woman of 34. It rained.",
            suffix=".md",
            severity=al.Severity.INFO,
        ),
        al.Clean("# Clark leaves the port\n\nThe mayor, Anne Clark, left on Friday.", suffix=".md"),
        al.Clean(
            "# Anne Clarke meets Mark Clark\n\nMark Clark met Clarke, the mayor. It rained.", suffix=".md"
        ),
        al.Clean("# Haddad wins in Tarn\n\nIt was won by Jane Haddad, 34.", suffix=".md"),
        al.Clean("# Walks in Tarn\n\nThe walk begins at the port, Mark Walsh says. It rained.", suffix=".md"),
        al.Clean(
            "# Jane Haddad: my year in Tarn\n\nI came to Tarn in May. I, Jane, sang.",
            suffix=".md",
        ),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each name of the headline and the standfirst that the text does not have."""
        for slip in slips(doc, _KINDS):
            yield self.finding(
                slip.span,
                f"The headline has “{slip.word}”, the text “{slip.meant}”: check which is right",
                related=[al.Related(slip.place, f"“{slip.meant}” in the text")],
                confidence=_PROBABLY,
            )
        for person in strangers(doc, _KINDS):
            yield self.finding(
                person.first.span, f"The text does not name {person.name}: check the headline and the text"
            )
