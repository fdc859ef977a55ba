"""mixed-hyphenation: one compound written with and without its hyphen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import chain, compress, islice, pairwise
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.compounds import (
    NOT_FIRST,
    NOT_SECOND,
    PREDICATIVE,
    SHORTEST_PART,
    compound_stem,
    stem,
)
from articlelint_rules.spelling.spellings import Spelling, cased, message
from articlelint_rules.spelling.traits import base, notable

_POSSESSIVE = ("'", "’", "'s", "’s")


class Options(NamedTuple):
    """What is compared."""

    open_forms: bool = True
    """Whether a compound of two words ("law makers") is compared with a closed one ("lawmakers")."""


class MixedHyphenation(al.Rule[Options]):
    """
    A compound is written with a hyphen here and as one word there.

    E-mail and email, well-being and wellbeing, co-operation and cooperation: a house writes one of them. The
    rarer is reported at each place. All inflected forms count as one word, and so do "co-operate",
    "cooperative" and "cooperation". Two nouns that stand apart ("law
    makers") are compared with the compound too.

    Left alone are pairs that differ in meaning (re-sign and resign, co-op and coop), verbs with their
    particle beside the noun ("to break up" and "the breakup", "log in" and "the login"), a hyphen that
    joins two words before a noun ("the long-term plan", "in the long term"), names, and quotations from
    print.
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
        """The rarer forms of every compound."""
        if not _may_differ(doc, open_forms=self.options.open_forms):
            return
        words = _plain_words(doc)
        hyphenated = _hyphenated(doc, words)
        apart = _open(doc, words) if self.options.open_forms else {}
        closed = _closed(doc, words, hyphenated.keys() | apart.keys())
        for key in sorted(closed):
            forms = [_spelling(doc, found[key]) for found in (hyphenated, closed, apart) if key in found]
            yield from self._findings(doc, forms)

    def _findings(self, doc: al.Document, forms: list[Spelling]) -> Iterator[al.Finding]:
        best, *rest = sorted(forms, key=lambda s: s.rank)
        for form in rest:
            for text, place in zip(form.texts, form.places, strict=True):
                line = message(text, form, [(_nearest(text, best), best)])
                related = (al.Related(best.places[0], f"first use of “{best.texts[0]}”"),)
                fix = None if doc.in_quote(place) else _fix(self, doc, place, text, best)
                yield self.finding(place, line, related=related, fix=fix)


def _fix(
    rule: MixedHyphenation, doc: al.Document, place: al.Span, text: str, best: Spelling
) -> al.Fix | None:
    """The preferred form in the same inflection: only the hyphen or the space comes or goes."""
    nearest = _nearest(text, best)
    joined = text.replace("-", "").replace(" ", "")
    if nearest.replace("-", "").replace(" ", "") != joined:
        at = next((i for i, mark in enumerate(nearest) if mark in "- "), 0)
        if joined[:at] != nearest[:at] or (at and joined[at] != nearest[at + 1]):
            return None
        nearest = joined[:at] + nearest[at] + joined[at:] if at else joined
    return rule.replace(place, cased(nearest, doc.slice(place)))


def _nearest(text: str, best: Spelling) -> str:
    """The form of the other spelling that is inflected like this one, else its commonest."""
    joined = text.replace("-", "").replace(" ", "")
    return next((t for t in best.texts if t.replace("-", "").replace(" ", "") == joined), best.text)


def _spelling(doc: al.Document, places: list[al.Span]) -> Spelling:
    return Spelling(tuple(places), tuple(doc.slice(place).lower() for place in places))


def _may_differ(doc: al.Document, *, open_forms: bool) -> bool:
    """
    Whether a compound can be written in two ways at all, by the article's words in lower case.

    Names among them may make it say yes too often. It looks at each word once, and few articles get past.
    """
    found = notable(doc)
    bases = {traits.base for traits in found if traits.base != traits.word}
    stems = {traits.stem for traits in found if traits.stem}
    if stems and _has_closed(doc, stems, bases):
        return True
    return open_forms and _may_be_open(doc, bases)


def _has_closed(doc: al.Document, stems: AbstractSet[str], bases: AbstractSet[str]) -> bool:
    """
    Whether a word has one of these stems.

    A word begins with its stem, but for a "y" that was "ies": a search in all words run together tells that
    hardly any does, and spares taking the endings from each.
    """
    beginnings = tuple([word.removesuffix("y") for word in stems])
    together = "\n".join(("", *doc.positions))
    if not any(f"\n{beginning}" in together for beginning in beginnings):
        return False
    return any(word.startswith(beginnings) and stem(word) in stems for word in chain(doc.positions, bases))


def _may_be_open(doc: al.Document, bases: AbstractSet[str]) -> bool:
    """
    Whether two words stand side by side that the article also writes as one, in the singular or the plural.

    ``bases`` are those of its words that have a possessive ending, without it.
    """
    positions, lowered = doc.positions, doc.lowered
    # In sorted order, a word that begins others stands right before one of them.
    ordered = sorted(positions.keys() | bases) if bases else sorted(positions)
    beginnings = set(compress(ordered, map(str.startswith, islice(ordered, 1, None), ordered)))
    for first in (positions.keys() & beginnings) - NOT_FIRST:
        if len(first) < SHORTEST_PART or not first.isalpha():
            continue
        for text in [text for i in positions[first] for text in lowered[i + 1 : i + 2]]:
            if len(text) <= SHORTEST_PART or text in NOT_SECOND:
                continue
            word = first + (text if text.isalpha() else base(text))
            if any(w in positions or w in bases for w in (word, f"{word}s", word.removesuffix("s"))):
                return True
    return False


def _plain_words(doc: al.Document) -> list[str]:
    """
    The tokens in lower case, possessives gone; "" for names, and for what has no letters.

    Web addresses and numbers with letters in them stay: with their marks and digits they are no compound.
    """
    texts = doc.tokens.texts
    # Few tokens have an ending to lose: those in lower case are words as they stand.
    words = [text if text.islower() else "" for text in texts]
    for word, indexes in doc.positions.items():
        if "'" in word or "’" in word:
            for i in indexes:
                words[i] = base(words[i])
    for sentence in doc.sentences:
        # A quotation mark may stand before the word that opens the sentence.
        for i in range(sentence.tokens.start, min(sentence.tokens.start + 2, len(texts))):
            if not words[i] and texts[i][1:].islower():
                words[i] = base(texts[i])
    return words


def _hyphenated(doc: al.Document, words: list[str]) -> dict[str, list[al.Span]]:
    """Where each compound with one hyphen stands, by its stem without the hyphen."""
    keys = {word: key for word in set(words) if "-" in word and (key := compound_stem(word))}
    return _places(doc, words, keys)


def _places(doc: al.Document, words: list[str], keys: Mapping[str, str]) -> dict[str, list[al.Span]]:
    """Where the words that have a key stand, by that key."""
    found: dict[str, list[al.Span]] = {}
    for i in [i for i, word in enumerate(words) if word in keys] if keys else ():
        start = doc.tokens.starts[i]
        found.setdefault(keys[words[i]], []).append(al.Span(start, start + len(words[i])))
    return found


def _open(doc: al.Document, words: list[str]) -> dict[str, list[al.Span]]:
    """Where two words stand apart that the article also writes as one, in the singular or the plural."""
    tokens = doc.tokens
    distinct = set(words)
    firsts = _beginnings(distinct)
    found: dict[str, list[al.Span]] = {}
    if not firsts:
        return found
    closed = {word.removesuffix("s") for word in distinct}
    for i in [i for i, word in enumerate(words[:-1]) if word in firsts]:
        first, second = words[i], words[i + 1]
        joined = first + second
        if (
            joined.removesuffix("s") in closed
            and _content(first, second)
            and not tokens.texts[i].endswith(_POSSESSIVE)
            and doc.text[tokens.ends[i] : tokens.starts[i + 1]] == " "
        ):
            span = al.Span(tokens.starts[i], tokens.starts[i + 1] + len(second))
            found.setdefault(stem(joined), []).append(span)
    return found


def _beginnings(words: AbstractSet[str]) -> set[str]:
    """
    The words that a longer one of them begins with, and that may be the first half of a compound.

    In sorted order, a word that begins others stands right before one of them.
    """
    return {
        word
        for word, following in pairwise(sorted(words))
        if following.startswith(word) and len(word) >= SHORTEST_PART and word not in NOT_FIRST
    }


def _content(first: str, second: str) -> bool:
    """Whether two words may be a compound: long enough, and neither a particle, an adjective or an adverb."""
    return (
        len(first) >= SHORTEST_PART < len(second)
        and first.isalpha()
        and second.isalpha()
        and (first, second) != ("per", "cent")  # mixed-abbreviation compares it with % too
        and not al.lexicon.is_name_only(first)
        and first not in NOT_FIRST
        and second not in NOT_SECOND
        and not first.endswith(PREDICATIVE)
    )


def _closed(doc: al.Document, words: list[str], stems: AbstractSet[str]) -> dict[str, list[al.Span]]:
    """Where the closed forms of these stems stand."""
    if not stems:
        return {}
    keys = {
        word: key
        for word in set(words)
        if "-" not in word and len(word) > SHORTEST_PART and (key := stem(word)) in stems
    }
    return _places(doc, words, keys)
