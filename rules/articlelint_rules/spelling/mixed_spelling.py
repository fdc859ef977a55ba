"""mixed-spelling: one name or word spelled two ways in one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import articlelint as al
from articlelint_rules.spelling.dialects import decides
from articlelint_rules.spelling.forms import name_forms
from articlelint_rules.spelling.name_variants import variants
from articlelint_rules.spelling.report import Spelling, cased, clusters, message
from articlelint_rules.spelling.split_names import split_names
from articlelint_rules.spelling.word_variants import Family, families


class MixedSpelling(al.Rule[al.NoOptions]):
    """
    A name or a word is spelled two ways in one article.

    Wire copy and translations spell one person, place or word in several ways: Podoliak and Podolyak, Kiev
    and Kyiv, Orbán and Orban, protester and protestor. A reader takes them for two, or for carelessness.
    The rarer spelling is reported at each place; of two that are equally frequent, the one that comes later.

    Left alone are two people whose names are alike but whose first names differ, forms of one word (Ukraine
    and Ukrainian), spellings that differ in meaning (story and storey), and names such as the Department of
    Defense. A form that is listed under `[house.spelling]` is left to `house-spelling`.
    """

    meta = al.Meta("mixed-spelling", "one name or word spelled two ways", since="0.1")
    examples = (
        al.Flagged(
            "Adviser Mykhailo Podoliak spoke on Friday. It was a hoax, [[Podolyak]] wrote.",
            fixed="Adviser Mykhailo Podoliak spoke on Friday. It was a hoax, Podoliak wrote.",
        ),
        al.Flagged("Trains to Kiev are late. Kiev is cold. Buses to [[Kyiv]] are full."),
        al.Flagged(
            "Police held a protester. Two more protesters fled. The [[protestors]]’ lawyer was late.",
            fixed="Police held a protester. Two more protesters fled. The protesters’ lawyer was late.",
        ),
        al.Flagged("Viktor Orbán arrived early. Nobody had expected [[Orban]] to stay."),
        al.Flagged("Reporters met Kim Jong-un in Pyongyang. Nobody saw Kim [[Jong Un]] leave."),
        al.Clean("Anna Petersen met her lawyer, Ole Peterson, in Oslo."),
        al.Clean("Germany has voted. A German minister said so, and Ukraine thanked the Ukrainians."),
        al.Clean("The centre of the town is busy. The Lincoln Center for the arts is quiet."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """The rarer spellings of every name and word."""
        yield from self._names(doc)
        for family in families(doc).values():
            # Where the house's dialect decides, mixed-dialect reports it.
            if all(family.places) and not decides(family, doc.house.dialect):
                yield from self._words(doc, family)

    def _names(self, doc: al.Document) -> Iterator[al.Finding]:
        """Every place of every spelling of a name but the preferred one."""
        replaced = {form for forms in doc.house.spelling.values() for form in forms}
        forms = {text: form for text, form in name_forms(doc).items() if text not in replaced}
        spellings = {
            form.text: Spelling(tuple(form.places), (form.text,) * len(form.places))
            for form in forms.values()
        }
        pairs = [(spellings[a.text], spellings[b.text]) for a, b in variants(forms)]
        pairs += [pair for pair in split_names(doc) if replaced.isdisjoint(s.text for s in pair)]
        linked = {(a, b) for pair in pairs for a, b in (pair, pair[::-1])}
        for cluster in clusters(pairs):
            best = cluster[0]
            for form in cluster[1:]:
                others = [
                    (other.text, other) for other in cluster if other is best or (form, other) in linked
                ]
                line = message(form.text, form, others)
                for place in form.places:
                    yield self._finding(doc, place, line, best, best.text)

    def _words(self, doc: al.Document, family: Family) -> Iterator[al.Finding]:
        """Every place of the rarer spelling of a word."""
        sides = [
            Spelling(tuple(span for _, span in side), tuple(word for word, _ in side))
            for side in family.places
        ]
        best, form = sorted(sides, key=lambda s: s.rank)
        for word, place in zip(form.texts, form.places, strict=True):
            counterpart = family.counterparts[word]
            shown = counterpart if counterpart in best.texts else best.text
            line = message(word, form, [(shown, best)])
            yield self._finding(doc, place, line, best, cased(counterpart, doc.slice(place)))

    def _finding(self, doc: al.Document, place: al.Span, line: str, best: Spelling, text: str) -> al.Finding:
        """A finding that points at the first use of the preferred spelling."""
        related = (al.Related(best.places[0], f"first use of '{best.texts[0]}'"),)
        fix = None if doc.in_quote(place) else self.replace(place, text)
        return self.finding(place, line, related=related, fix=fix)
