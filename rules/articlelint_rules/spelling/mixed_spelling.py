"""mixed-spelling: one name or word spelled two ways in one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import articlelint as al
from articlelint_rules.spelling.forms import name_forms
from articlelint_rules.spelling.name_variants import variants
from articlelint_rules.spelling.report import Spelling, clusters, message


class MixedSpelling(al.Rule[al.NoOptions]):
    """
    A name or a word is spelled two ways in one article.

    Wire copy and translations spell one person, place or word in several ways: Podoliak and Podolyak, Kiev
    and Kyiv, Orbán and Orban, protester and protestor. A reader takes them for two, or for carelessness.
    The rarer spelling is reported at each place; of two that are equally frequent, the one that comes later.

    Left alone are two people whose names are alike but whose first names or titles differ, forms of one
    word (Ukraine and Ukrainian), and spellings that have different meanings.
    """

    meta = al.Meta("mixed-spelling", "one name or word spelled two ways", since="0.1")
    examples = (
        al.Flagged(
            "Adviser Mykhailo Podoliak spoke on Friday. It was a hoax, [[Podolyak]] wrote.",
            fixed="Adviser Mykhailo Podoliak spoke on Friday. It was a hoax, Podoliak wrote.",
        ),
        al.Clean("Anna Petersen met her lawyer, Ole Peterson, in Oslo."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """The rarer spellings of every name and word."""
        made: dict[str, Spelling] = {}

        def spelling(text: str, places: list[al.Span]) -> Spelling:
            return made.setdefault(text, Spelling(text, tuple(places)))

        forms = name_forms(doc)
        pairs = [(spelling(a.text, a.places), spelling(b.text, b.places)) for a, b in variants(forms)]
        for cluster in clusters(pairs):
            yield from self._findings(doc, cluster)

    def _findings(self, doc: al.Document, cluster: list[Spelling]) -> Iterator[al.Finding]:
        """Every place of every spelling but the first."""
        best = cluster[0]
        for form in cluster[1:]:
            line = message(form, [other for other in cluster if other is not form])
            related = (al.Related(best.places[0], f"first use of '{best.text}'"),)
            for place in form.places:
                fix = None if doc.in_quote(place) else self.replace(place, best.text)
                yield self.finding(place, line, related=related, fix=fix)
