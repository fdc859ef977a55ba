"""Embargo notices that came with a press release and are still in the article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import articlelint as al

# "embargoed until 00:01" and "not for release before Friday", but not "the arms embargo".
_NOTICE = re.compile(
    r"\b(?:(?:strictly )?embargoed (?:until|till|for|to)|embargo: "
    r"|not for (?:publication|release) (?:before|until))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule, set in ``[rules.embargo-notice]``."""

    phrases: tuple[str, ...] = ()
    """Further openings of a notice, such as "hold for release"."""


class EmbargoNotice(al.Rule[Options]):
    """
    An embargo notice is still in the article.

    "EMBARGOED UNTIL 00:01 FRIDAY" is meant for the newsroom, not for readers. The rule reports the notice
    from its first word to the end of its sentence.

    Other embargoes ("the arms embargo") are left alone, and so are quotations.
    """

    meta = al.Meta("embargo-notice", "an embargo notice left in the text", since="1.0", category="house")
    options_type = Options
    examples = (
        al.Flagged(
            "[[EMBARGOED UNTIL 00:01 FRIDAY]]\n\nThe ferry will sail again in May.",
            fixed="\n\nThe ferry will sail again in May.",
        ),
        al.Flagged("The ferry will sail again. [[Not for release before noon.]] Fares will not rise."),
        al.Flagged(
            "[[Hold for release: 4 May]]\n\nThe ferry will sail again.",
            options={"phrases": ["hold for release"]},
        ),
        al.Clean("Ministers lifted the arms embargo on Friday."),
        al.Clean("“It was embargoed until Friday,” the editor said."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each notice outside quotations."""
        own = [re.escape(phrase) for phrase in self.options.phrases]
        pattern = re.compile("|".join([_NOTICE.pattern, *own]), re.IGNORECASE)
        for sentence in doc.sentences:
            match = pattern.search(doc.text, sentence.span.start, sentence.span.end)
            if match is None:
                continue
            notice = al.Span(match.start(), sentence.span.end)
            if doc.in_quote(notice):
                continue
            # UNSAFE: an editor should see a sentence before it is deleted.
            fix = self.replace(notice, "", al.Safety.UNSAFE)
            yield self.finding(notice, f"“{match.group()} …” is for the newsroom: cut it", fix=fix)
