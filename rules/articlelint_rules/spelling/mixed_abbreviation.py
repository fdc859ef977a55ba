"""mixed-abbreviation: one abbreviation with and without full stops, or abbreviated and written out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache

import articlelint as al
from articlelint_rules.spelling.spellings import Spelling, message

DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w]))?|Ph\.D\.?")
# After a number, "am" is a time; elsewhere it is a verb.
_TIMES = re.compile(r"\d[ \u00a0]?([ap]\.m\.|[ap]m\b)")
_JOINING = frozenset("./@#-_")
_CURRENCY = frozenset("$£€¥")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_SHORT_OF_SPACE = frozenset(
    {
        al.BlockKind.HEADLINE,
        al.BlockKind.CROSSHEAD,
        al.BlockKind.TABLE_CELL,
        al.BlockKind.BREADCRUMB,
        al.BlockKind.TICKER,
        al.BlockKind.INGREDIENT,
    }
)
_SAINT = re.compile(r"\b(Saint|St\.?)[ \u00a0]([A-Z][\w'’-]+)")


class MixedAbbreviation(al.Rule[al.NoOptions]):
    """
    An abbreviation is written in two ways.

    UN and U.N., Mr and Mr., 5pm and 5 p.m., St. Petersburg and Saint Petersburg: a house writes one of
    them throughout. The rarer form is reported at each place.

    Left alone are quotations; headlines and tables, which are short of space; a full stop that ends the
    sentence; and what is part of another name (US$5, US Airways).
    """

    meta = al.Meta(
        "mixed-abbreviation", "an abbreviation written in two ways", since="0.1", severity=al.Severity.WARNING
    )
    examples = (
        al.Flagged(
            "The UN met on Monday. A UN envoy spoke. The [[U.N.]] mission will stay.",
            fixed="The UN met on Monday. A UN envoy spoke. The UN mission will stay.",
        ),
        al.Flagged(
            "The US agreed. Most US states did. One left the [[U.S.]] Another stayed.",
            fixed="The US agreed. Most US states did. One left the US. Another stayed.",
        ),
        al.Flagged("The ferry left at 5pm. Another left at 6pm, and one at 7 [[p.m.]] on Friday."),
        al.Flagged("Mr. Hall left. Mr. Lane stayed, and [[Mr]] Dean went home."),
        al.Flagged(
            "He was born in St. Petersburg. He left St. Petersburg early, and died in [[Saint Petersburg]]."
        ),
        al.Clean("It is up to us. The US agrees."),
        al.Clean("I am late. The train left at 5 p.m. on Sunday."),
        al.Clean("He works for the U.N. The U.N. pays him."),
        al.Clean("The loan is worth US$5 million. The U.S. agreed with US Airways."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each place of the rarer forms of every abbreviation."""
        found: defaultdict[str, _Forms] = defaultdict(_Forms)
        _find_patterns(doc, found)
        _find_initials(doc, found)
        _find_titles(doc, found)
        for key in sorted(found):
            forms = [Spelling.of(form, places) for form, places in found[key].places.items()]
            best, *rest = sorted(forms, key=lambda form: form.rank)
            for form in rest:
                yield from self._findings(doc, form, best)

    def _findings(self, doc: al.Document, form: Spelling, best: Spelling) -> Iterator[al.Finding]:
        """Yield a finding for each place of one form outside quotations."""
        related = (al.Related(best.places[0], f"first use of “{best.text}”"),)
        old, new = form.text, best.text
        line = message(old, form, [(new, best)])
        for place in form.places:
            if not doc.in_quote(place):
                yield self.finding(place, line, related=related, fix=self._fix(doc, place, old, new))

    def _fix(self, doc: al.Document, place: al.Span, old: str, new: str) -> al.Fix:
        """Return the replacement by the other form; a full stop that also ends the sentence stands once."""
        if old.endswith(".") and not new.endswith("."):
            sentence = doc.sentences_in(place)[-1]
            if sentence.span.end == place.end:
                new += "."
        elif new.endswith(".") and doc.text[place.end : place.end + 1] == ".":
            place = al.Span(place.start, place.end + 1)
        return self.replace(place, new)


@dataclass(slots=True)
class _Forms:
    """The forms of one abbreviation, each with its places in reading order."""

    places: dict[str, list[al.Span]] = field(default_factory=dict[str, list[al.Span]])

    def add(self, form: str, start: int, end: int) -> None:
        """Add a place of a form."""
        self.places.setdefault(form, []).append(al.Span(start, end))


@lru_cache(maxsize=1)
def forms_without_initials(doc: al.Document) -> dict[str, dict[str, list[al.Span]]]:
    """
    Return the times, saints and titles with the places of each form; nothing is read.

    Their keys are ``time a`` and ``time p``, ``Saint Petersburg`` and ``title Mr``.
    """
    found: defaultdict[str, _Forms] = defaultdict(_Forms)
    _find_patterns(doc, found)
    _find_titles(doc, found)
    return {key: forms.places for key, forms in found.items()}


def _find_patterns(doc: al.Document, found: defaultdict[str, _Forms]) -> None:
    """Add the times and saints outside headlines and tables."""
    for match in _matches(doc, _TIMES):
        found[f"time {match[1][0]}"].add(match[1], *match.span(1))
    for match in _matches(doc, _SAINT) if "Saint" in doc.text or "St" in doc.text else ():
        name = _without_possessive(match[2])
        form = f"{match[1]} {name}"
        found[f"Saint {name}"].add(form, match.start(), match.start() + len(form))


def _matches(doc: al.Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern outside headlines and tables."""
    for match in pattern.finditer(doc.text):
        if doc.block_at(match.start()).kind not in _SHORT_OF_SPACE:
            yield match


def _find_initials(doc: al.Document, found: defaultdict[str, _Forms]) -> None:
    """Add the abbreviations that stand with full stops somewhere, with and without them: U.N. and UN."""
    tokens = doc.tokens
    dotted = [text for text in doc.spellings if "." in text and DOTTED.fullmatch(text)]
    abbreviations = {text.replace(".", "") for text in dotted if text[0].isupper()}
    if not abbreviations:
        return
    companies = _companies(doc, abbreviations & {_without_possessive(text) for text in doc.spellings})
    for i, text in enumerate(tokens.texts):
        letters = _without_possessive(text.replace(".", ""))
        if letters not in abbreviations or not is_initials(tokens, i):
            continue
        following = _without_possessive(tokens.texts[i + 1]) if i + 1 < len(tokens) else ""
        if (text, following) in companies or (letters == "DC" and _is_part_of_name(doc, i)):
            continue
        if "." not in text:
            form = letters
        elif letters.isupper():
            form = "".join(f"{letter}." for letter in letters)
        else:
            form = text
        start = tokens.starts[i]
        found[letters].add(form, start, start + len(_without_possessive(text)))


def _companies(doc: al.Document, abbreviations: AbstractSet[str]) -> set[tuple[str, str]]:
    """
    Return the first two words of the companies whose names begin with an abbreviation: US Airways.

    Companies, but not offices such as the US Treasury, have no article. A name that once has none before it,
    and is followed by no noun, is one in all its places.
    """
    found: set[tuple[str, str]] = set()
    for name in doc.names:
        tokens = _with_abbreviation(doc, name)
        first = doc.tokens.texts[tokens.start]
        if (
            name.title is None
            and len(tokens) > 1
            and first.replace(".", "") in abbreviations
            and _stands_alone(doc, tokens)
        ):
            found.add((first, _without_possessive(doc.tokens.texts[tokens.start + 1])))
    return found


def _with_abbreviation(doc: al.Document, name: al.Name) -> range:
    """
    Return the tokens of a name, with an abbreviation before it that begins the sentence.

    At the start of a sentence "US" is no part of a name, since any word has a capital there.
    """
    first = name.tokens.start
    if (
        first > 0
        and doc.sentence_of(first).tokens.start == first - 1
        and doc.tokens.texts[first - 1].isupper()
    ):
        return range(first - 1, name.tokens.stop)
    return name.tokens


def _stands_alone(doc: al.Document, name: range) -> bool:
    """Whether the start of a sentence, a verb or a preposition stands before a name, and no noun after it."""
    sentence = doc.sentence_of(name.start)
    reading = doc.read(sentence)
    after = reading.word_of(name.stop).tag.upos if name.stop < sentence.tokens.stop else ""
    if name.start == sentence.tokens.start:
        return after in {"VERB", "AUX"}
    before = reading.word_of(name.start - 1).tag.upos
    return before in {"ADP", "VERB", "AUX"} and after not in {"NOUN", "PROPN", "ADJ", "NUM"}


def _without_possessive(text: str) -> str:
    """Return a text without "'s" at its end."""
    return text.removesuffix("'s").removesuffix("’s")


def is_initials(tokens: al.Tokens, i: int) -> bool:
    """Whether a token is no word of a line in capitals and no part of ``GOV.UK`` or ``US$5``."""
    around = [tokens.texts[j] for j in (i - 1, i + 1) if 0 <= j < len(tokens) and tokens.texts[j].isalpha()]
    in_capitals = any(len(word) > 1 and word.isupper() for word in around)
    return not in_capitals and not _is_joined(tokens, i)


def _is_joined(tokens: al.Tokens, i: int) -> bool:
    """Whether a mark joins a token to what stands beside it: ``GOV.UK``, ``@DC``, ``US$5``."""
    if i + 1 < len(tokens) and tokens.texts[i + 1] in _CURRENCY and tokens.adjoins(i + 1):
        return True
    return i > 0 and tokens.adjoins(i) and tokens.texts[i - 1] in _JOINING


def _is_part_of_name(doc: al.Document, i: int) -> bool:
    """Whether ``DC`` belongs to a body's name or an address: Impact Hub DC, Washington DC 20405."""
    texts = doc.tokens.texts
    before, after = texts[i - 1] if i else "", texts[i + 1] if i + 1 < len(texts) else ""
    named = before[:1].isupper() and before not in {"Washington", "In", "The"}
    return named or _ZIP.fullmatch(after) is not None


def _find_titles(doc: al.Document, found: defaultdict[str, _Forms]) -> None:
    """Add the titles before names, with and without a full stop: Mr and Mr."""
    tokens = doc.tokens
    texts = tokens.texts
    for i, text in enumerate(texts[:-2]):
        if text not in al.words.titles.COMMON_SHORT_TITLES:
            continue
        has_stop = texts[i + 1] == "." and tokens.starts[i + 1] == tokens.ends[i]
        j = i + 2 if has_stop else i + 1
        same_paragraph = tokens.starts[j] - tokens.ends[j - 1] <= 1
        # "Build Mobile Gov Community" is the name of a body.
        before = texts[i - 1] if i else ""
        in_name = not has_stop and before[:1].isupper() and text not in al.words.titles.SHORT_COURTESY_TITLES
        if texts[j][:1].isupper() and same_paragraph and not in_name:
            form, end = (f"{text}.", tokens.ends[i + 1]) if has_stop else (text, tokens.ends[i])
            found[f"title {text}"].add(form, tokens.starts[i], end)
