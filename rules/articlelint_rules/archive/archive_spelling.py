"""archive-spelling: a word that the archive spells in another way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import articlelint as al
from articlelint_rules.archive.evidence import (
    ENOUGH,
    Places,
    articles,
    decided_otherwise,
    outside_quotations,
    report_word,
)
from articlelint_rules.archive.words import variants
from articlelint_rules.spelling.dialects import NAMES, Use, uses, written_in
from articlelint_rules.spelling.word_variants import word_families

_ADVISER = {"The adviser left.": 310, "The advisor left.": 6}
_BRITISH = {"The colour of the theatre was grey. Labour costs rose in the centre.": 400}


class ArchiveSpelling(al.Rule[al.NoOptions]):
    """
    A word is spelled in another way than nearly all articles of the archive spell it.

    The rule needs an archive, the file that `articlelint archive learn` makes of published articles, and does
    nothing without one. It reports a word where nine in ten of at least twenty articles write its other
    spelling (adviser and advisor), also in the last two years. Of a word that fewer articles have, the
    dialect of the archive decides: color is reported where nearly all articles are British. An article that
    is consistent in itself is reported, too.

    Left alone are quotations, names, words with other senses (check and cheque), and what the house's
    configuration or style pack decides on. Where the configuration has a `dialect`, `mixed-dialect` reports
    the words that differ by dialect.
    """

    meta = al.Meta(
        "archive-spelling",
        "a word that the archive spells in another way",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged(
            "Her [[advisor]] resigned. The advisor had said so.",
            fixed="Her adviser resigned. The adviser had said so.",
            archive=_ADVISER,
        ),
        al.Flagged("[[Advisors]] met.", fixed="Advisers met.", archive={"The advisers met.": 40}),
        al.Flagged(
            "The [[color]] of it is dull.",
            fixed="The colour of it is dull.",
            archive={"The colour is new.": 90},
        ),
        al.Flagged("It was an [[honor]] to be there.", archive=_BRITISH),
        al.Clean("Her adviser resigned.", archive=_ADVISER),
        al.Clean("“My advisor resigned,” she said.", archive=_ADVISER),
        al.Clean("Her advisor resigned.", archive={"The adviser left.": 12}),
        al.Clean("Her advisor resigned.", archive={"The adviser left.": 60, "The advisor left.": 30}),
        al.Clean("It was an honour to be there.", archive=_BRITISH),
        al.Clean("The Lincoln Center was full.", archive=_BRITISH),
        al.Clean("Her advisor resigned."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each spelling that the archive has decided against."""
        if doc.archive is None:
            return
        by_place = {use.span: use for use in uses(word_families(doc, unread=True).values())}
        house = doc.house.dialect
        open_words = (
            word
            for word in variants(doc)
            if not (word.span in by_place and by_place[word.span].decided_by(house))
        )
        places = outside_quotations(doc, open_words)
        for found, spans in decided_otherwise(doc, doc.archive, "word", places):
            yield report_word(self, doc, found.message, spans, found.better)
        if house == "auto":
            yield from self._of_other_dialect(doc, doc.archive, places, by_place)

    def _of_other_dialect(
        self, doc: al.Document, archive: al.Archive, places: Places, by_place: Mapping[al.Span, Use]
    ) -> Iterator[al.Finding]:
        """Yield a finding for each word that few articles of the archive have and that its dialect lacks."""
        forms = archive.forms("dialect", "dialect")
        decided = next((form for form in forms if form.decided), None)
        # Where the article is otherwise in the dialect, mixed-dialect reports what is not.
        if decided is None or written_in(list(by_place.values())) == decided.form:
            return
        others = sum(form.articles for form in forms) - decided.articles
        why = f"{articles(decided.articles)} of the archive are {NAMES[decided.form]}, {others:,} are not"
        for (key, word), spans in places.items():
            use = by_place.get(spans[0])
            if use is None or decided.form in use.accepted or decided.form not in use.counterpart_accepted:
                continue
            known = sum(form.articles for form in archive.forms("word", key)) >= ENOUGH
            if not (known or doc.house.has_settled(word) or doc.house.has_settled(use.counterpart)):
                yield report_word(self, doc, f"{why} (“{word}”)", spans, use.counterpart)
