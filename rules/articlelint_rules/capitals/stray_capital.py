"""The rule stray-capital."""

from __future__ import annotations

from collections.abc import Iterable

import articlelint as al
from articlelint_rules.capitals.boundary import Verdict, inner_capitals


class StrayCapital(al.Rule[al.NoOptions]):
    """
    A word inside a sentence has a capital that it should not have.

    “The ministers Met in Rome” and “He said that We had won” are what is left when a sentence is rewritten
    or two are joined. Reported are words that are never names: pronouns, prepositions, auxiliaries, and verbs
    where the sentence needs a verb.

    Left alone: names, titles of works, words that the article gives a capital throughout, and what follows a
    colon, a dash, a bracket or an opening quotation mark.
    """

    meta = al.Meta("stray-capital", "a capital inside a sentence that does not belong there", since="0.1")
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
        """Capitals inside a sentence that begin nothing."""
        tokens = doc.tokens
        for capital in inner_capitals(doc):
            if capital.verdict is not Verdict.STRAY:
                continue
            word = tokens.texts[capital.token]
            span = al.Span(tokens.starts[capital.token], tokens.ends[capital.token])
            fix = None if doc.in_quote(span) else self.replace(span, word.lower())
            yield self.finding(
                span, f"“{word}” has a capital inside a sentence: write “{word.lower()}”", fix=fix
            )
