"""mixed-hyphenation: one compound written with and without its hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import articlelint as al
from articlelint_rules.spelling.report import Spelling, cased, message
from articlelint_rules.spelling.word_variants import base

# "re-sign" and "resign", "co-op" and "coop" are two words; before e, o and u, "re-" is written both ways.
_TWO_WORDS = re.compile(r"re-(?![eou])|un-|co-ops?$|pre-sent|pro-|in-|dis-")
_DERIVED = re.compile(r"(?<=[a-z]{4}at)(?:ions?|ing|ives?|ively|es?|ed|ors?)$")
"""What cooperate, cooperation and cooperative differ in."""
_NOT_FIRST = frozenset(
    """a an the some any no every each all this that what how who when where may can could would will in on
    up off out over under down by to for from with at as so too very more most not and or but if be is are
    was were been i we you he she it they my your our his her its their one two three four five six seven
    eight nine ten long short high low full part new old big small good best better worst hard soft free
    open close black white red green blue brown hot cold dry wet fast slow real broad common fine great
    large right left first second last next main mean many much other same still sweet wild wise young past
    through after before time""".split()
)
_NOT_SECOND = frozenset(
    """up out off in on down over back away through by to for around about along across together time times
    day days one ones body thing where be self selves it some fold more ever how way ways like""".split()
)
_POSSESSIVE = ("'", "’", "'s", "’s")
_SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Options:
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
        words = list(_plain_words(doc))
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


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A word without the commonest endings, so that its inflections and derivations meet."""
    derived = _DERIVED.sub("", word)
    if derived != word:
        return derived
    for ending, put in (("ies", "y"), ("ing", ""), ("es", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) > _SHORTEST_PART:
            word = word[: -len(ending)] + put
            break
    return word.removesuffix("e")


def _spelling(doc: al.Document, places: list[al.Span]) -> Spelling:
    return Spelling(tuple(places), tuple(doc.slice(place).lower() for place in places))


def _plain_words(doc: al.Document) -> Iterator[tuple[int, str]]:
    """The tokens that are words and not names, in lower case, possessives gone."""
    starts = {sentence.tokens.start for sentence in doc.sentences}
    kinds, texts = doc.tokens.kinds, doc.tokens.texts
    for i, text in enumerate(texts):
        if kinds[i] is not al.TokenKind.WORD:
            continue
        if text.islower() or (text[1:].islower() and (i in starts or i - 1 in starts)):
            yield i, base(text)


def _hyphenated(doc: al.Document, words: list[tuple[int, str]]) -> dict[str, list[al.Span]]:
    """Where each compound with one hyphen stands, by its stem without the hyphen."""
    found: dict[str, list[al.Span]] = {}
    for i, word in words:
        if "-" not in word:
            continue
        first, _, second = word.partition("-")
        if (first + second).isalpha() and not _TWO_WORDS.match(word):
            start = doc.tokens.starts[i]
            found.setdefault(stem(first + second), []).append(al.Span(start, start + len(word)))
    return found


def _open(doc: al.Document, words: list[tuple[int, str]]) -> dict[str, list[al.Span]]:
    """Where two words stand apart that the article also writes as one, in the singular or the plural."""
    tokens = doc.tokens
    closed = {word.removesuffix("s") for _, word in words}
    found: dict[str, list[al.Span]] = {}
    for (i, first), (j, second) in pairwise(words):
        joined = first + second
        if (
            j == i + 1
            and joined.removesuffix("s") in closed
            and _content(first, second)
            and not tokens.texts[i].endswith(_POSSESSIVE)
            and doc.text[tokens.ends[i] : tokens.starts[j]] == " "
        ):
            span = al.Span(tokens.starts[i], tokens.starts[j] + len(second))
            found.setdefault(stem(joined), []).append(span)
    return found


def _content(first: str, second: str) -> bool:
    """Whether two words may be a compound: long enough, and neither a particle, an adjective or an adverb."""
    return (
        len(first) >= _SHORTEST_PART < len(second)
        and first.isalpha()
        and second.isalpha()
        and (first, second) != ("per", "cent")  # mixed-abbreviation compares it with % too
        and not al.lexicon.is_name_only(first)
        and first not in _NOT_FIRST
        and second not in _NOT_SECOND
        and not first.endswith(("ly", "ed", "ing"))
    )


def _closed(
    doc: al.Document, words: list[tuple[int, str]], stems: AbstractSet[str]
) -> dict[str, list[al.Span]]:
    """Where the closed forms of these stems stand."""
    found: dict[str, list[al.Span]] = {}
    if not stems:
        return found
    for i, word in words:
        if "-" not in word and len(word) > _SHORTEST_PART and (key := stem(word)) in stems:
            start = doc.tokens.starts[i]
            found.setdefault(key, []).append(al.Span(start, start + len(word)))
    return found
