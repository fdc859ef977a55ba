"""caption-name: a name in a caption that the text spells otherwise or does not have."""

from __future__ import annotations

from collections.abc import Iterable

import articlelint as al
from articlelint_rules.facts.names_above import namesakes, slips, strangers

_CAPTION = frozenset({al.BlockKind.CAPTION})
_KINDS = _CAPTION | {al.BlockKind.ALT_TEXT}
_PROBABLY = 0.8


class CaptionName(al.Rule[al.NoOptions]):
    """
    A name in a caption is spelled otherwise in the text, or is not in the text.

    Captions are written by somebody else, so a name in them that is nearly one of the text is reported even
    where both spellings are names: Clarke below the picture and Clark in the text. The alternative text of a
    picture counts as its caption. A full name of which the text has no word at all is an info, because
    newspapers name people in captions only. So is a surname of the text with another first name, if the text
    has nobody with that first name: Neil Clark below the picture and Nicholas Clark in the text.

    What `mixed-spelling` reports is left to it. Left alone are photographers and agencies, words that the
    text has anywhere, everyday words, plurals (the Clarks), and short forms of a first name (Rob Clark).
    """

    meta = al.Meta(
        "caption-name",
        "a name in a caption that is not in the text",
        since="0.1",
        severity=al.Severity.INFO,
        warning_from=0.5,
    )
    examples = (
        al.Flagged(
            "The mayor, Anne Clark, left on Friday.\n\nPicture: Mayor [[Clarke]] at the port",
            severity=al.Severity.WARNING,
        ),
        al.Flagged(
            "The mayor, Anne Clark, left on Friday.\n\nImage: Anne [[Clarke]] and her dog at the port"
        ),
        al.Flagged(
            "It was won by Mark Johnson, 34. It rained.\n\nPhoto: [[Johnston]] at the end of the race"
        ),
        al.Flagged(
            "It was won by a woman of 34. It rained.\n\nPicture: [[Jane Haddad]] wins the race",
            severity=al.Severity.INFO,
        ),
        al.Flagged(
            "It was won by Nicholas Clark, 34. It rained.\n\nPicture: [[Neil Clark]] wins the race",
            severity=al.Severity.INFO,
        ),
        al.Clean("It was won by Robert Clark, 34. It rained.\n\nPicture: Rob Clark wins the race"),
        al.Clean("It was won by Mark Clark, 34. His son Neil left.\n\nPicture: Neil Clark wins the race"),
        al.Clean("The mayor, Anne Clark, left on Friday.\n\nPicture: Mayor Clark at the port"),
        al.Clean("It was won by a woman of 34. It rained.\n\nPicture: Jane Haddad / Reuters"),
        al.Clean("It was won by Mark Johnson, 34.\n\nPhoto: Mark Johnson wins. Picture by Mark Johnston"),
        al.Clean("It was won by Mark Clark, 34.\n\nImage: Mark Clark at the port"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each name of a caption that the text does not have."""
        for slip in slips(doc, _KINDS):
            yield self.finding(
                slip.span,
                f"The caption has “{slip.word}”, the text “{slip.meant}”: check which is right",
                related=[al.Related(slip.place, f"“{slip.meant}” in the text")],
                confidence=_PROBABLY,
            )
        for person in strangers(doc, _CAPTION):
            yield self.finding(
                person.first.span, f"The text does not name {person.name}: check the caption and the text"
            )
        for namesake in namesakes(doc, _CAPTION):
            shown, told = namesake.shown.name, namesake.told.name
            yield self.finding(
                namesake.shown.first.span,
                f"The caption has {shown}, the text {told}: check who is meant",
                related=[al.Related(namesake.told.first.span, f"{told} in the text")],
            )
