"""The rule stray-capital."""

from __future__ import annotations

from collections.abc import Iterable

import articlelint as al
from articlelint_rules.capitals.inner_capitals import inner_capitals
from articlelint_rules.thresholds import thresholds


class StrayCapital(al.Rule[al.NoOptions]):
    """
    A word inside a sentence has a capital that it should not have.

    “The ministers Met in Rome” and “He said that We had won” are what is left when a sentence is rewritten
    or two are joined. A trained reader, a part of articlelint, judges each word that English also writes
    without a capital, by its sentence and by how the article writes the word elsewhere.

    Left alone: names, titles of works, words that the article gives a capital throughout, and what follows a
    colon, a dash, a bracket or an opening quotation mark.
    """

    meta = al.Meta(
        "stray-capital",
        "a capital inside a sentence that does not belong there",
        since="0.1",
        severity=al.Severity.WARNING,
        **thresholds("stray-capital"),
    )
    examples = (
        al.Flagged(
            "The ministers [[Met]] in Rome to talk about grain.",
            fixed="The ministers met in Rome to talk about grain.",
        ),
        al.Flagged("The captain said that [[We]] had won."),
        al.Flagged("It was the end [[Of]] the road for the company."),
        al.Clean("He has read The Old Man and the Sea, Gone With The Wind and To Have and Have Not."),
        al.Clean("The Will of the people, said Will, may wait until May."),
        al.Clean("The easyJet flight left; the iPad stayed. Charles de Gaulle smiled."),
        al.Clean("Press Enter, choose Save As and click Log In."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Capitals inside a sentence that neither a name nor a lost full stop explains."""
        tokens = doc.tokens
        for reading, token in inner_capitals(doc):
            confidence = 1 - reading.capital(token)
            word = tokens.texts[token]
            span = al.Span(tokens.starts[token], tokens.ends[token])
            fix = None if doc.in_quote(span) else self.replace(span, word.lower())
            message = f"“{word}” has a capital inside a sentence: write “{word.lower()}”"
            yield self.finding(span, message, fix=fix, confidence=confidence)
