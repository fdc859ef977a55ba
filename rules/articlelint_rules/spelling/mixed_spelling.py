"""mixed-spelling: one name or word spelled two ways in one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import articlelint as al
from articlelint_rules.spelling.dialects import decides
from articlelint_rules.spelling.name_spellings import NameSpelling, name_spellings
from articlelint_rules.spelling.name_variants import variants
from articlelint_rules.spelling.small_initials import small_initials
from articlelint_rules.spelling.spellings import Spelling, connected, match_case, message, name_in_case_of
from articlelint_rules.spelling.split_names import split_names
from articlelint_rules.spelling.word_variants import WordFamily, word_families

_MOST_NAMED = 5
"""How many other spellings a message names."""


class MixedSpelling(al.Rule[al.NoOptions]):
    """
    A name or a word is spelled two ways in one article.

    Wire copy and translations spell one person, place or word in several ways: Podoliak and Podolyak, Kiev
    and Kyiv, Orbán and Orban, protester and protestor. Readers take the spellings for two names, or for
    carelessness. The rarer spelling is reported at each place; of two that are equally frequent, the one
    that comes later. A place, a people or a name with inner capitals (GitHub) that is on our lists is right
    however rare it is.

    Left alone are two people with similar names but different first names, unless they are of one family;
    the players of a team; forms of one word (Ukraine and Ukrainian); spellings that differ in meaning (story
    and storey); names such as the Department of Defense and the Bombay Stock Exchange; and another name in
    brackets, "Mumbai (Bombay)". Things in small letters that are named after a place ("Peking duck") are
    taken for the place. A form that is listed under `[house.spelling]` is left to `house-spelling`.
    """

    meta = al.Meta(
        "mixed-spelling",
        "one name or word spelled two ways",
        since="0.1",
        severity=al.Severity.WARNING,
    )
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
        al.Flagged(
            "SEVILLE — The drought goes on in [[Sevilla]]. It has been dry.",
            fixed="SEVILLE — The drought goes on in Seville. It has been dry.",
        ),
        al.Flagged("Viktor Orbán arrived early. Nobody had expected [[Orban]] to stay."),
        al.Flagged(
            "He sold it on eBay. She sold hers on [[Ebay]].",
            fixed="He sold it on eBay. She sold hers on eBay.",
        ),
        al.Flagged("Reporters met Kim Jong-un in Pyongyang. Nobody saw Kim [[Jong Un]] leave."),
        al.Clean("Anna Petersen met her lawyer, Ole Peterson, in Oslo."),
        al.Clean("Germany has voted. A German minister said so, and Ukraine thanked the Ukrainians."),
        al.Clean("The centre of the town is busy. The Lincoln Center for the arts is quiet."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each place of the rarer spellings of every name and word."""
        yield from self._names(doc)
        for family in word_families(doc).values():
            # Where the house's dialect decides, mixed-dialect reports the word.
            if all(family.places) and not decides(family, doc.house.dialect):
                yield from self._words(doc, family)

    def _names(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield a finding for each place of every spelling of a name but the preferred one."""
        house_names = {word for name in doc.house.names for word in name.split()}
        replaced = _replaced_by_house(doc)
        names = {text: name for text, name in name_spellings(doc).items() if text not in replaced}
        pairs = [(Spelling.of(a.text, a.places), Spelling.of(b.text, b.places)) for a, b in variants(names)]
        further = (*split_names(doc), *small_initials(doc))
        pairs += [pair for pair in further if replaced.isdisjoint(spelling.text for spelling in pair)]
        linked: defaultdict[Spelling, set[Spelling]] = defaultdict(set)
        for a, b in pairs:
            linked[a].add(b)
            linked[b].add(a)
        for group in connected(pairs):
            if any(spelling.text in house_names for spelling in group):
                # house-names reports near misses of the names on the house's list.
                continue
            settled = [spelling for spelling in group if spelling.text in doc.house.spelling]
            best = (settled or _listed(group, names) or group)[0]
            for spelling in group:
                at_start = best.text[0].upper() + best.text[1:]  # "EBay" may begin a sentence
                if spelling is not best and spelling.text != at_start:
                    others = sorted({best, *linked[spelling]}, key=lambda other: other.rank)
                    yield from self._name(doc, spelling, best, others, settled=bool(settled))

    def _name(
        self, doc: al.Document, spelling: Spelling, best: Spelling, others: list[Spelling], *, settled: bool
    ) -> Iterator[al.Finding]:
        """Yield a finding for each place of one spelling of a name; ``others`` are named in the message."""
        named = sorted(others, key=lambda other: other is not best)[:_MOST_NAMED]
        shown = [doc.slice(place) for place in spelling.places]
        texts = {text: name_in_case_of(best.text, text) for text in shown}
        lines = {
            text: message(text, spelling, [(name_in_case_of(other.text, text), other) for other in named])
            for text in texts
        }
        for place, text in zip(spelling.places, shown, strict=True):
            fix = self._fix(doc, place, texts[text], settled=settled)
            yield self._finding(place, lines[text], best, fix)

    def _words(self, doc: al.Document, family: WordFamily) -> Iterator[al.Finding]:
        """Yield a finding for each place of a word's rarer spelling, or of the one that the house avoids."""
        sides = [
            Spelling(tuple(span for _, span in side), tuple(word for word, _ in side))
            for side in family.places
        ]
        best, rarer = sorted(sides, key=lambda side: side.rank)
        settled = [side for side in (best, rarer) if not doc.house.spelling.keys().isdisjoint(side.texts)]
        if settled == [rarer]:
            best, rarer = rarer, best
        replaced = _replaced_by_house(doc)
        best_text, best_texts = best.text, set(best.texts)
        for word, place in zip(rarer.texts, rarer.places, strict=True):
            if word in replaced:
                continue
            counterpart = family.counterparts[word]
            shown = counterpart if counterpart in best_texts else best_text
            line = message(word, rarer, [(shown, best)])
            text = match_case(counterpart, doc.slice(place))
            yield self._finding(place, line, best, self._fix(doc, place, text, settled=len(settled) == 1))

    def _finding(self, place: al.Span, line: str, best: Spelling, fix: al.Fix | None) -> al.Finding:
        """Return a finding that points at the first use of the preferred spelling."""
        related = (al.Related(best.places[0], f"first use of “{best.texts[0]}”"),)
        return self.finding(place, line, related=related, fix=fix)

    def _fix(self, doc: al.Document, place: al.Span, text: str, *, settled: bool) -> al.Fix | None:
        """Return the replacement by the preferred spelling, safe if the house decides; None in quotations."""
        if doc.in_quote(place):
            return None
        return self.replace(place, text, al.Safety.SAFE if settled else al.Safety.UNSAFE)


def _listed(group: list[Spelling], names: Mapping[str, NameSpelling]) -> list[Spelling]:
    """
    Return the spellings of one name that are right according to our lists, however rare they are.

    The lists have names with inner capitals, places and peoples. They say nothing where a person is meant.
    """
    lower = {spelling.text.lower() for spelling in group}
    if len(lower) == 1 and al.lexicon.name_size(*lower):
        right = al.gazetteer.inner_capital(*lower) or group[0].text.capitalize()
        return [spelling for spelling in group if spelling.text == right]
    known = [names[text] for spelling in group if (text := spelling.text.replace("’", "'")) in names]
    if len(known) < len(group) or any(name.is_person for name in known):
        return []
    return [s for s, name in zip(group, known, strict=True) if name.is_listed_place]


def _replaced_by_house(doc: al.Document) -> set[str]:
    """Return the forms that the house has replaced by another: house-spelling reports them."""
    return {form for forms in doc.house.spelling.values() for form in forms}
