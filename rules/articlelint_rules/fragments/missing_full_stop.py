"""The rule missing-full-stop."""

from __future__ import annotations

from collections.abc import Iterable

import articlelint as al
from articlelint_rules.capitals.inner_capitals import inner_capitals
from articlelint_rules.thresholds import thresholds


class MissingFullStop(al.Rule[al.NoOptions]):
    """
    A sentence runs into the next, with nothing but a capital between them.

    “The ferry was late Passengers were told to wait” has lost a full stop. A trained reader, a part of
    articlelint, judges each word with a capital that English also writes without one: whether a sentence
    begins there. Where none does, and the word is no name, the capital is the mistake, and stray-capital
    reports it.

    Left alone: names and titles of works, words that the article gives a capital throughout, and what
    follows a colon, a dash or an opening quotation mark.
    """

    meta = al.Meta(
        "missing-full-stop",
        "a full stop missing between two sentences",
        since="0.1",
        **thresholds("missing-full-stop"),
    )
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
        for reading, token in inner_capitals(doc):
            confidence = reading.begins(token)
            before = token - 1
            while tokens.kinds[before] is al.TokenKind.PUNCTUATION:
                before -= 1
            span = al.Span(tokens.starts[token], tokens.ends[token])
            gap = al.Span(tokens.ends[token - 1], tokens.ends[token - 1])
            fix = None if doc.in_quote(span) else self.replace(gap, ".")
            message = (
                f"A full stop is missing after “{tokens.texts[before]}”: "
                f"“{tokens.texts[token]}” begins a sentence of its own"
            )
            yield self.finding(span, message, fix=fix, confidence=confidence)
