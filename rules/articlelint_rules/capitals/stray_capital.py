"""The rule stray-capital."""

from __future__ import annotations

from collections.abc import Iterable

import articlelint as al
from articlelint_rules.capitals.inner_capitals import inner_capitals
from articlelint_rules.thresholds import thresholds

SMALL = al.words.prepositions.FREQUENT | al.words.conjunctions.COORDINATING | al.words.determiners.ARTICLES
"""Words that some houses write with a capital in titles, and others without one."""


class StrayCapital(al.Rule[al.NoOptions]):
    """
    A word inside a sentence has a capital that it should not have.

    “The ministers Met in Rome” and “He said that We had won” are what is left when a sentence is rewritten
    or two are joined. A trained reader, a part of articlelint, judges each word that English also writes
    without a capital, by its sentence and by how the article writes the word elsewhere.

    Left alone: names, titles of works, words that the article gives a capital throughout, small words
    between two words with a capital, as in titles (Reporters Without Borders), and what follows a colon, a
    dash, a bracket or an opening quotation mark.
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
        al.Clean("She worked for Reporters Without Borders and for Transport For London."),
        al.Clean("The Will of the people, said Will, may wait until May."),
        al.Clean("The easyJet flight left; the iPad stayed. Charles de Gaulle smiled."),
        al.Clean("Press Enter, choose Save As and click Log In."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Capitals inside a sentence that neither a name nor a lost full stop explains."""
        tokens = doc.tokens
        for reading, token in inner_capitals(doc):
            if _joins_names(tokens, token):
                continue
            confidence = 1 - reading.capital(token)
            word = tokens.texts[token]
            span = al.Span(tokens.starts[token], tokens.ends[token])
            fix = None if doc.in_quote(span) else self.replace(span, word.lower())
            message = f"“{word}” has a capital inside a sentence: write “{word.lower()}”"
            yield self.finding(span, message, fix=fix, confidence=confidence)


def _joins_names(tokens: al.Tokens, token: int) -> bool:
    """Whether a small word stands between two words with a capital, as in a title that is not marked."""
    if tokens.lowered[token] not in SMALL or token + 1 == len(tokens.texts):
        return False
    return all(tokens.texts[beside][:1].isupper() for beside in (token - 1, token + 1))
