"""mixed-hyphenation: one compound written with and without its hyphen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import articlelint as al
from articlelint_rules.spelling.compounds import (
    NOT_FIRST,
    NOT_SECOND,
    PREDICATIVE,
    SHORTEST_PART,
    compound_stem,
    stem,
)
from articlelint_rules.spelling.spellings import Spelling, match_case, message, without_possessive

_POSSESSIVE = ("'", "’", "'s", "’s")

Places: TypeAlias = dict[str, list[al.Span]]
"""The places of compounds, by the stem of their closed form."""


class Options(NamedTuple):
    """Which forms are compared."""

    open_forms: bool = True
    """Whether a compound of two words ("law makers") is compared with a closed one ("lawmakers")."""


class MixedHyphenation(al.Rule[Options]):
    """
    A compound is written with a hyphen here and as one word there.

    E-mail and email, well-being and wellbeing, co-operation and cooperation: a house writes one of them. The
    rarer form is reported at each place. All inflections count as one word, and so do "co-operate",
    "cooperative" and "cooperation". Two nouns that stand apart ("law makers") are compared with the compound
    too.

    Left alone are pairs that differ in meaning (re-sign and resign, co-op and coop), a verb and its particle
    beside a noun ("to break up" and "the breakup", "log in" and "the login"), a hyphen that joins two words
    before a noun ("the long-term plan" and "in the long term"), and names. In quotations there is no fix.
    """

    meta = al.Meta(
        "mixed-hyphenation",
        "a compound with a hyphen here and without it there",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "Send an email. Emails are read at night. No [[e-mail]] is lost.",
            fixed="Send an email. Emails are read at night. No email is lost.",
        ),
        al.Flagged("The well-being of the staff matters. Their [[wellbeing]] is measured."),
        al.Flagged("Lawmakers met. The lawmakers voted, and one of the [[law makers]] abstained."),
        al.Flagged(
            "The two agencies cooperate. Their cooperation is close, but [[co-operating]] costs money.",
            fixed="The two agencies cooperate. Their cooperation is close, but cooperating costs money.",
        ),
        al.Clean("They will make up for it. The makeup of the panel is unknown."),
        al.Clean("The player will re-sign in May. The coach will resign."),
        al.Clean("A long-term plan was drawn up. In the long term, nothing helps."),
        al.Clean("Send an email. Emails are read at night."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each place of the rarer forms of every compound."""
        words = _words(doc)
        hyphenated = _hyphenated_forms(doc, words)
        open_forms = _open_forms(doc, words) if self.options.open_forms else {}
        closed = _closed_forms(doc, words, hyphenated.keys() | open_forms.keys())
        for key in sorted(closed):
            forms = [
                _spelling(doc, places[key]) for places in (hyphenated, closed, open_forms) if key in places
            ]
            yield from self._findings(doc, forms)

    def _findings(self, doc: al.Document, forms: list[Spelling]) -> Iterator[al.Finding]:
        """Yield a finding for each place of the forms but the most frequent."""
        best, *rest = sorted(forms, key=lambda form: form.rank)
        for form in rest:
            for text, place in zip(form.texts, form.places, strict=True):
                line = message(text, form, [(_counterpart(text, best), best)])
                related = (al.Related(best.places[0], f"first use of “{best.texts[0]}”"),)
                fix = None if doc.in_quote(place) else self._fix(doc, place, text, best)
                yield self.finding(place, line, related=related, fix=fix)

    def _fix(self, doc: al.Document, place: al.Span, text: str, best: Spelling) -> al.Fix | None:
        """Return the replacement by the preferred form in the same inflection; None where it is unclear."""
        preferred = _counterpart(text, best)
        joined = _joined(text)
        if _joined(preferred) != joined:
            # The article has only another inflection of it: the hyphen or space goes to the same place.
            at = next((i for i, mark in enumerate(preferred) if mark in "- "), 0)
            if joined[:at] != preferred[:at] or (at and joined[at] != preferred[at + 1]):
                return None
            preferred = joined[:at] + preferred[at] + joined[at:] if at else joined
        return self.replace(place, match_case(preferred, doc.slice(place)))


def _joined(text: str) -> str:
    """Return a compound without its hyphen or space."""
    return text.replace("-", "").replace(" ", "")


def _counterpart(text: str, best: Spelling) -> str:
    """Return the text of another spelling that has the same inflection, or else its commonest text."""
    same = (other for other in best.texts if _joined(other) == _joined(text))
    return next(same, best.text)


def _spelling(doc: al.Document, places: list[al.Span]) -> Spelling:
    """Return the spelling that stands at these places."""
    return Spelling(tuple(places), tuple(doc.slice(place).lower() for place in places))


def _words(doc: al.Document) -> list[str]:
    """
    Return the tokens in lower case without possessive endings, and "" for each token that is a name.

    A token with a capital is a name unless it opens a sentence, maybe after a quotation mark.
    """
    texts = doc.tokens.texts
    words = [without_possessive(text) if text.islower() else "" for text in texts]
    for sentence in doc.sentences:
        for i in sentence.tokens[:2]:
            if texts[i][1:].islower():
                words[i] = without_possessive(texts[i])
    return words


def _hyphenated_forms(doc: al.Document, words: list[str]) -> Places:
    """Return the places of the compounds with one hyphen."""
    stems = {word: key for word in set(words) if "-" in word and (key := compound_stem(word))}
    return _places(doc, words, stems)


def _places(doc: al.Document, words: list[str], stems: Mapping[str, str]) -> Places:
    """Return the places of the words that have a stem, by that stem."""
    found: Places = {}
    for i, word in enumerate(words):
        if word in stems:
            start = doc.tokens.starts[i]
            found.setdefault(stems[word], []).append(al.Span(start, start + len(word)))
    return found


def _open_forms(doc: al.Document, words: list[str]) -> Places:
    """Return the places of two words that the article also writes as one, in the singular or the plural."""
    tokens = doc.tokens
    distinct = set(words)
    singulars = {word.removesuffix("s") for word in distinct}
    beginnings = _beginnings(distinct)
    found: Places = {}
    for i, (first, second) in enumerate(pairwise(words)):
        if (
            first in beginnings
            and (first + second).removesuffix("s") in singulars
            and _may_be_compound(first, second)
            and not tokens.texts[i].endswith(_POSSESSIVE)
            and doc.text[tokens.ends[i] : tokens.starts[i + 1]] == " "
        ):
            span = al.Span(tokens.starts[i], tokens.starts[i + 1] + len(second))
            found.setdefault(stem(first + second), []).append(span)
    return found


def _beginnings(words: AbstractSet[str]) -> set[str]:
    """
    Return the words that another one begins with and that may be the first half of a compound.

    In sorted order, a word that begins others stands right before one of them.
    """
    return {
        word
        for word, following in pairwise(sorted(words))
        if following.startswith(word) and len(word) >= SHORTEST_PART and word not in NOT_FIRST
    }


def _may_be_compound(first: str, second: str) -> bool:
    """Whether two words may be a compound: they are long enough, and no particle, adjective or adverb."""
    return (
        len(first) >= SHORTEST_PART < len(second)
        and first.isalpha()
        and second.isalpha()
        and (first, second) != ("per", "cent")  # mixed-percent compares it with % too
        and not al.lexicon.is_name_only(first)
        and first not in NOT_FIRST
        and second not in NOT_SECOND
        and not first.endswith(PREDICATIVE)
    )


def _closed_forms(doc: al.Document, words: list[str], stems: AbstractSet[str]) -> Places:
    """Return the places of the words without a hyphen that have one of these stems."""
    if not stems:
        return {}
    closed = {
        word: key
        for word in set(words)
        if "-" not in word and len(word) > SHORTEST_PART and (key := stem(word)) in stems
    }
    return _places(doc, words, closed)
