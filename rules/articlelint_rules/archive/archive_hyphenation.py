"""archive-hyphenation: a compound that the archive writes in another way."""

from __future__ import annotations

from collections.abc import Iterable

import articlelint as al
from articlelint_rules.archive.compounds import compounds
from articlelint_rules.archive.evidence import decided_otherwise, outside_quotations, report_word

_EMAIL = {"She sent an email.": 940, "She sent an e-mail.": 12}
_LAWMAKERS = {"The lawmakers met.": 300, "The law makers met.": 4}


class ArchiveHyphenation(al.Rule[al.NoOptions]):
    """
    A compound is written in another way than nearly all articles of the archive write it.

    The rule needs an archive, the file that `articlelint archive learn` makes of published articles, and does
    nothing without one. It compares the forms with a hyphen, as one word and as two (e-mail and email,
    lawmakers and law makers), and reports a form where nine in ten of at least twenty articles write another
    one, also in the last two years. Each inflection is counted for itself.

    Left alone are quotations, names, a hyphen that joins two words before a noun ("the long-term plan" and
    "in the long term"), and compounds that the house's configuration or style pack decides on.
    """

    meta = al.Meta(
        "archive-hyphenation",
        "a compound that the archive writes in another way",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged(
            "He got an [[e-mail]]. Nobody answered the e-mail.",
            fixed="He got an email. Nobody answered the email.",
            archive=_EMAIL,
        ),
        al.Flagged(
            "The [[law makers]] voted at night.", fixed="The lawmakers voted at night.", archive=_LAWMAKERS
        ),
        al.Flagged("[[Co-operation]] is close.", archive={"The cooperation was close.": 25}),
        al.Flagged("Their [[wellbeing]] matters.", archive={"They asked about her well-being.": 60}),
        al.Clean("He got an email.", archive=_EMAIL),
        al.Clean("“He got an e-mail,” she said.", archive=_EMAIL),
        al.Clean("He got an e-mail.", archive={"She sent an email.": 10}),
        al.Clean("He got an e-mail.", archive={"She sent an email.": 60, "She sent an e-mail.": 40}),
        al.Clean("In the long term, nothing helps.", archive={"It is a long-term plan.": 90}),
        al.Clean("It is sent herewith.", archive={"They stood here with us.": 50}),
        al.Clean("He got an e-mail."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each form of a compound that the archive has decided against."""
        if doc.archive is None:
            return
        places = outside_quotations(doc, compounds(doc))
        for found, spans in decided_otherwise(doc, doc.archive, "hyphenation", places):
            # Two words may stand beside each other that are no compound ("here with"), and a hyphen may join
            # them because a noun follows; so only a compound in one word says how two are written.
            if found.better.isalpha() or ("-" in found.better and found.form.isalpha()):
                yield report_word(self, doc, found.message, spans, found.better)
