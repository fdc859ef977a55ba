"""mixed-spelling: one name or word spelled two ways in one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import articlelint as al
from articlelint_rules.spelling.dialects import decides
from articlelint_rules.spelling.name_spellings import name_forms, possible_forms
from articlelint_rules.spelling.name_variants import may_vary, variants
from articlelint_rules.spelling.spellings import Spelling, cased, clusters, message
from articlelint_rules.spelling.split_names import may_be_split, split_names
from articlelint_rules.spelling.word_variants import Family, families, listed_rows

_MOST_NAMED = 5
"""How many other spellings a message names."""


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
        sides = {(row.family, word == row.second_lower) for word, row in listed_rows(doc)}
        if len({family for family, _ in sides}) == len(sides):
            return
        for family in families(doc).values():
            # Where the house's dialect decides, mixed-dialect reports it.
            if all(family.places) and not decides(family, doc.house.dialect):
                yield from self._words(doc, family)

    def _names(self, doc: al.Document) -> Iterator[al.Finding]:
        """Every place of every spelling of a name but the preferred one."""
        possible = possible_forms(doc.name_words)
        if not may_vary(possible) and not may_be_split(possible):
            return
        replaced = _replaced(doc)
        forms = {text: form for text, form in name_forms(doc).items() if text not in replaced}
        found = list(variants(forms))
        spellings = {
            form.text: Spelling(tuple(form.places), (form.text,) * len(form.places))
            for pair in found
            for form in pair
        }
        pairs = [(spellings[a.text], spellings[b.text]) for a, b in found]
        pairs += [pair for pair in split_names(doc) if replaced.isdisjoint(s.text for s in pair)]
        linked: dict[Spelling, set[Spelling]] = {}
        for a, b in pairs:
            linked.setdefault(a, set()).add(b)
            linked.setdefault(b, set()).add(a)
        listed = {word for name in doc.house.names for word in name.split()}
        for cluster in clusters(pairs):
            # A near miss of a name on the house's list is for house-names to report.
            if listed.isdisjoint(form.text for form in cluster):
                settled = [form for form in cluster if form.text in doc.house.spelling]
                best = settled[0] if settled else cluster[0]
                for form in cluster:
                    if form is not best:
                        others = [o for o in cluster if o is best or o in linked[form]]
                        yield from self._form(doc, form, best, others, settled=bool(settled))

    def _form(
        self, doc: al.Document, form: Spelling, best: Spelling, others: list[Spelling], *, settled: bool
    ) -> Iterator[al.Finding]:
        """Every place of one spelling of a name."""
        named = sorted(others, key=lambda o: o is not best)[:_MOST_NAMED]
        line = message(form.text, form, [(o.text, o) for o in named])
        for place in form.places:
            yield self._finding(place, line, best, self._fix(doc, place, best.text, settled=settled))

    def _words(self, doc: al.Document, family: Family) -> Iterator[al.Finding]:
        """Every place of the rarer spelling of a word, or of the one that the house does not use."""
        sides = [
            Spelling(tuple(span for _, span in side), tuple(word for word, _ in side))
            for side in family.places
        ]
        best, form = sorted(sides, key=lambda s: s.rank)
        replaced = _replaced(doc)
        settled = [s for s in (best, form) if not doc.house.spelling.keys().isdisjoint(s.texts)]
        if len(settled) == 1 and settled[0] is form:
            best, form = form, best
        for word, place in zip(form.texts, form.places, strict=True):
            if word in replaced:
                continue
            counterpart = family.counterparts[word]
            shown = counterpart if counterpart in best.texts else best.text
            line = message(word, form, [(shown, best)])
            text = cased(counterpart, doc.slice(place))
            yield self._finding(place, line, best, self._fix(doc, place, text, settled=len(settled) == 1))

    def _finding(self, place: al.Span, line: str, best: Spelling, fix: al.Fix | None) -> al.Finding:
        """A finding that points at the first use of the preferred spelling."""
        related = (al.Related(best.places[0], f"first use of “{best.texts[0]}”"),)
        return self.finding(place, line, related=related, fix=fix)

    def _fix(self, doc: al.Document, place: al.Span, text: str, *, settled: bool) -> al.Fix | None:
        """The preferred spelling, safe where the house decides; none inside quotation marks."""
        if doc.in_quote(place):
            return None
        return self.replace(place, text, al.Safety.SAFE if settled else al.Safety.UNSAFE)


def _replaced(doc: al.Document) -> set[str]:
    """The forms that the house has replaced: house-spelling reports them."""
    return {form for forms in doc.house.spelling.values() for form in forms}
