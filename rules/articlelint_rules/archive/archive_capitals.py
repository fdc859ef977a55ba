"""archive-capitals: a name or word whose capitals the archive has decided on otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable

import articlelint as al
from articlelint_rules.archive.capitals import capitals
from articlelint_rules.archive.evidence import decided_otherwise, outside_quotations, report
from articlelint_rules.spelling.mixed_capitals import NAME_NOUNS

_GOES_ON = re.compile(r" (?:of|for|and|&) (?:the )?[A-Z]|['’]s? [A-Z]")
"""What joins a name to the rest of a longer one."""
_COURT = {"It went to the Supreme Court today.": 240, "It went to the supreme court today.": 3}


class ArchiveCapitals(al.Rule[al.NoOptions]):
    """
    A name has other capitals than in nearly all articles of the archive.

    The rule needs an archive, the file that `articlelint archive learn` makes of published articles, and does
    nothing without one. It compares names of several words (Champions League and Champions league), and
    reports a form where nine in ten of at least twenty articles write another one, also in the last two
    years. A name in small letters is reported if it ends in a word that can hardly mean anything else (the
    supreme court, the premier league).

    Left alone are quotations, headlines, the starts of sentences, lines in capitals, the beginnings of longer
    names, and what the house's configuration or style pack decides on. The archive counts single words, too
    (the Government and the government), but whether such a word is a name depends on the sentence, so they
    are not reported.
    """

    meta = al.Meta(
        "archive-capitals",
        "a name whose capitals differ from those in the archive",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged(
            "He took it to the [[supreme court]], and the supreme court agreed.",
            fixed="He took it to the Supreme Court, and the Supreme Court agreed.",
            archive=_COURT,
        ),
        al.Flagged(
            "They won the [[premier league]] in May.", archive={"She plays in the Premier League.": 70}
        ),
        al.Flagged(
            "They lost the [[Champions league]] final.",
            archive={"Now she plays in the Champions League.": 80},
        ),
        al.Flagged("He joined the [[World bank]] in May.", archive={"He left the World Bank in June.": 50}),
        al.Clean("He took it to the Supreme Court.", archive=_COURT),
        al.Clean("“He took it to the supreme court,” she said.", archive=_COURT),
        al.Clean("He took it to the supreme court.", archive={"It went to the Supreme Court.": 15}),
        al.Clean("Many of them need human services.", archive={"It is the Human Services office.": 90}),
        al.Clean("Nobody in the Government knew.", archive={"Then the government fell.": 510}),
        al.Clean("He took it to the supreme court."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each form whose capitals the archive has decided against."""
        if doc.archive is None:
            return
        written = (each for each in capitals(doc) if not _GOES_ON.match(doc.text, each.span.end))
        places = outside_quotations(doc, written)
        for found, spans in decided_otherwise(doc, doc.archive, "capitals", places):
            # "Human services" may be no name, "the supreme court" can hardly be anything else.
            is_name = not found.form.islower() or found.form.rpartition(" ")[2] in NAME_NOUNS
            if is_name and " " in found.form:
                message = f"{found.message}: write “{found.better}”"
                yield report(self, doc, message, spans, [found.better] * len(spans))
