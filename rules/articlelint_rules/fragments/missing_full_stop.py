"""The rule missing-full-stop."""

from __future__ import annotations

from collections.abc import Iterable

import articlelint as al
from articlelint_rules.capitals.boundary import Verdict, inner_capitals


class MissingFullStop(al.Rule[al.NoOptions]):
    """
    A sentence runs into the next, with nothing but a capital between them.

    “The ferry was late Passengers were told to wait” has lost a full stop. Reported where the words on both
    sides are sentences of their own; where they are not, the capital is the mistake, and stray-capital
    reports it.

    Left alone: names and titles of works, words that the article gives a capital throughout, and what
    follows a colon, a dash or an opening quotation mark.
    """

    meta = al.Meta("missing-full-stop", "a full stop missing between two sentences", since="0.1")
    examples = (
        al.Flagged(
            "The car stopped near Lyon [[He]] added that nobody was hurt.",
            fixed="The car stopped near Lyon. He added that nobody was hurt.",
        ),
        al.Flagged("They signed the security agreement [[They]] were hailed for it at home."),
        al.Flagged("The talks took place in Geneva [[Many]] of the delegates stayed away."),
        al.Clean("He said that We Are the World was his favourite song."),
        al.Clean("The band The Who played at the Royal Albert Hall."),
        al.Clean("She reads The Times every day, and her husband The Guardian."),
        al.Clean("The minister had one wish: He wanted to go home."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Capitals inside a sentence that begin another."""
        tokens = doc.tokens
        for capital in inner_capitals(doc):
            if capital.verdict is not Verdict.LOST_STOP:
                continue
            i = capital.token
            before = i - 1
            while tokens.kinds[before] is al.TokenKind.PUNCTUATION:
                before -= 1
            span = al.Span(tokens.starts[i], tokens.ends[i])
            at = al.Span(tokens.ends[i - 1], tokens.ends[i - 1])
            fix = None if doc.in_quote(span) else self.replace(at, ".")
            yield self.finding(
                span,
                f"A full stop is missing after “{tokens.texts[before]}”: "
                f"“{tokens.texts[i]}” begins a sentence of its own",
                fix=fix,
            )
