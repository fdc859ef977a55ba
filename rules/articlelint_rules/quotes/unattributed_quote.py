"""unattributed-quote: a quotation that nobody is said to have spoken."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.quotes.missing_speakers import NamedSpeakers, quotes_without_speaker

_FEWEST_WORDS = 4


class Options(NamedTuple):
    """What counts as a quotation that needs a speaker."""

    minimum_words: int = 4
    """Shorter quotations are left alone; nothing of three words or fewer is ever reported."""
    partial: bool = False
    """Also report parts of sentences, such as “a clear and present danger”."""

    def check(self) -> None:
        """Raise ValueError where a value makes no sense."""
        if self.minimum_words < _FEWEST_WORDS:
            raise ValueError(f"minimum-words must be at least {_FEWEST_WORDS}, not {self.minimum_words}")


class UnattributedQuote(al.Rule[Options]):
    """
    A quotation that nobody is said to have spoken.

    A full sentence in quotation marks needs a speaker that the reader can find: a person, a group or a
    document. The speaker is named in the sentence of the quotation (“said Haddad”, “according to the report”,
    “her answer:”); as the subject of the sentence before it (“The mayor shrugged.”) or, where it opens its
    paragraph, of the one after it; at the end of the paragraph before (“Her father disagreed.”, “The letter
    reads:”); in a credit line behind it; or at the other end of a quotation that runs over several
    paragraphs. Where there is none, the attribution was probably cut.

    The finding is an error where the sentences around the quotation mention nobody at all. The nearer a
    possible speaker is, the lower is the confidence: then it is a warning, or there is no finding.

    Left alone are short quotations, parts of sentences, titles, nicknames, headlines, captions, lists,
    pull quotes that repeat the article's own words, turns of a dialogue or an interview, and quotations
    inside a sentence of the writer's own. Where somebody speaks in an adjacent paragraph, the quotation may
    be theirs; `unclear-speaker` reports it.
    """

    meta = al.Meta(
        "unattributed-quote",
        "a quotation with no speaker in reach",
        since="0.1",
        warning_from=0.5,
        error_from=0.9,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "The bridge was closed on Monday.\n\n[[“We had no choice, and no money either.”]]\n\n"
            "It will be repaired next year."
        ),
        al.Flagged(
            "The ferry was late again. The queue reached the road. [[“It has never been this bad before.”]]"
        ),
        al.Flagged(
            'The vote was close.\n\n[["A disgrace from start to finish."]]',
        ),
        al.Flagged(
            "The library will be rebuilt on the hill. "
            "[[“We have waited nine years and we will wait no longer.”]] Work starts next spring.",
            severity=al.Severity.ERROR,
        ),
        al.Flagged(
            "Amal Haddad chaired the meeting. The hall was cold. [[“It has never been this bad before.”]] "
            "The lights went out at nine.",
            severity=al.Severity.WARNING,
        ),
        al.Clean("“We had no choice,” said Amal Haddad, the mayor. “The bridge was unsafe. It had to go.”"),
        al.Clean("Her father disagreed.\n\n“We had a choice, and we made the wrong one.”"),
        al.Clean("Asked why, he smiled:\n\n“I have never liked bridges very much.”"),
        al.Clean("“Nobody warned us about the bridge.”\n\n— Amal Haddad, mayor of Easton"),
        al.Clean("The sign at the gate was clear: “No bathing beyond this point.”"),
        al.Clean("The mayor shrugged. “We had no choice, and no money either.”"),
        al.Clean("She called the plan “a clear and present danger”. The crowd cheered."),
        al.Clean("Questions such as “Why is the bridge closed?” are common."),
        al.Clean("He said: “The bridge is closed.\n\n“It will stay closed until the spring.”"),
        al.Clean("The film “The Bridge Is Closed Today” won. The prize is small. “Never.”"),
        al.Clean(
            "The bridge is “a clear and present danger to all”.",
            options={"minimum-words": 12, "partial": True},
        ),
        al.Flagged("It is [[“a clear and present danger to all”]].", options={"partial": True}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for the first such quotation of a paragraph, or of several paragraphs in a row."""
        minimum = self.options.minimum_words
        found = quotes_without_speaker(doc, minimum, minimum if self.options.partial else None)
        alone = [speakerless for speakerless in found if not speakerless.speech_near]
        if not alone:
            return
        speakers = NamedSpeakers(doc)
        for quote, confidence, _ in alone:
            speaker = speakers.last_before(quote)
            message = "Nobody is named as the speaker of this quotation; say who"
            related: list[al.Related] = []
            if speaker is not None:
                message = (
                    "Nobody near is named as the speaker of this quotation; "
                    f"the last speaker named is {speakers.describe(speaker, quote)}"
                )
                related.append(al.Related(speaker, "the last speaker named before it"))
            yield self.finding(quote.span, message, related=related, confidence=confidence)
