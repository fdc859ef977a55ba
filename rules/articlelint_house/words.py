"""All forms to look for in one look at a document's words, however many there are and however inflected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_house.entries import Entry
from articlelint_house.inflect import Ending, bases, irregular

_TITLES = frozenset({al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD, al.BlockKind.BYLINE})
_OPENING = frozenset(":–—/“‘\"'•*([")
_APOSTROPHES = str.maketrans("’", "'")


class Form(NamedTuple):
    """A form to look for, as the words it is made of, in lower case with straight apostrophes."""

    words: tuple[str, ...]
    text: str
    rule: str
    entry: Entry
    inflect: bool
    side: int = 0
    """Which of the forms of its entry it is, where that matters."""
    any_case: bool = False
    """Whether its capitals are the caller's to judge."""

    @property
    def cased(self) -> bool:
        """Whether its capitals matter: those of a name do, a common word may start a sentence."""
        return self.text != self.text.lower()


class Hit(NamedTuple):
    """A place where a form stands; ``first`` and ``last`` are the endings of its outer words."""

    span: al.Span
    form: Form
    token: int
    first: Ending = Ending.NONE
    last: Ending = Ending.NONE

    @property
    def inflected(self) -> bool:
        """Whether it is not the form as its entry has it."""
        return bool(self.first or self.last)


class Words:
    """Finds forms, whole words only, whatever their case where the form has no capital."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._by_first: dict[str, list[Form]] = {}
        for form in forms:
            self._by_first.setdefault(form.words[0], []).append(form)

    def hits(self, doc: al.Document) -> list[Hit]:
        """All places of all forms, whether or not its entry counts there; at one start, the longest first."""
        found: list[Hit] = []
        by_first = self._by_first
        # Nearly every word of an article leads nowhere: that must cost a look-up and no call.
        for word, indexes in doc.positions.items():
            for base, ending in _readings(word):
                if base in by_first:
                    found += self._at(doc, indexes, by_first[base], ending)
        return sorted(found, key=_precedence)

    @staticmethod
    def _at(doc: al.Document, indexes: Iterable[int], forms: Iterable[Form], ending: Ending) -> Iterator[Hit]:
        for form in forms:
            if ending and not (form.inflect and _may_inflect(form, ending)):
                continue
            for index in indexes:
                hit = _matched(doc, index, form, ending)
                if hit is not None:
                    yield hit


def _precedence(hit: Hit) -> tuple[int, int, bool, bool, str]:
    """What comes first: of one place, the longest, the form as it stands, the one with the right capitals."""
    return hit.span.start, -hit.span.end, hit.inflected, not hit.form.cased, hit.form.rule


def longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Of hits that overlap, the longest: they must be in order."""
    taken = -1
    for hit in hits:
        if hit.span.start >= taken:
            taken = hit.span.end
            yield hit


def forms_of(rule: str, entry: Entry, texts: Iterable[str], side: int = 0) -> Iterator[Form]:
    """What to look for to find these texts."""
    inflect = entry.flag("inflect", default=True)
    for text in texts:
        lower = text.lower().translate(_APOSTROPHES)
        words = (lower,) if lower.isalnum() and lower.isascii() else tuple(al.tokenize(lower).texts)
        if words:
            yield Form(words, text, rule, entry, inflect, side)


@lru_cache(maxsize=1 << 15)
def _readings(word: str) -> tuple[tuple[str, Ending], ...]:
    """A word as a form may begin with it: as it stands, without its possessive, and what it is a form of."""
    word = word.translate(_APOSTROPHES)
    found = bases(word)
    if word.endswith("'s"):
        found += bases(word[:-2])
    return found


def _may_inflect(form: Form, ending: Ending) -> bool:
    """A name has a plural; only common words are verbs."""
    return ending is Ending.S or not form.cased


def _matched(doc: al.Document, index: int, form: Form, first: Ending) -> Hit | None:
    tokens, count = doc.tokens, len(form.words)
    if index + count > len(tokens):
        return None
    texts = [text.lower().translate(_APOSTROPHES) for text in tokens.texts[index : index + count]]
    if count > 1 and (
        tuple(texts[1:-1]) != form.words[1:-1]
        or (not first and texts[0] != form.words[0])
        or (first and texts[0].endswith("'s"))
    ):
        return None
    ending = _ending(texts[-1], form.words[-1])
    if ending is None or (ending and count > 1 and not (form.inflect and ending is Ending.S)):
        return None
    start, end = tokens.starts[index], tokens.ends[index + count - 1]
    if texts[-1] != form.words[-1] and texts[-1].endswith("'s"):
        end -= 2
    last = ending if count > 1 else Ending.NONE
    hit = Hit(al.Span(start, end), form, index, first, last)
    if "\n\n" in doc.text[start:end]:  # two blocks
        return None
    fits = _case_fits(doc, hit) and _part_of_speech_fits(doc, hit) and not _has_another_capital(doc, hit)
    return hit if fits else None


def _ending(word: str, base: str) -> Ending | None:
    """What ending the last word has over the form's, or None where it is another word."""
    return next((ending for found, ending in _readings(word) if found == base), None)


def _case_fits(doc: al.Document, hit: Hit) -> bool:
    form = hit.form
    if not form.cased:
        return True
    printed = " ".join(doc.slice(hit.span).split()).translate(_APOSTROPHES)
    wanted = form.text.translate(_APOSTROPHES)
    if not hit.inflected:
        return printed in {wanted, form.text.upper().translate(_APOSTROPHES)}
    stem = wanted[: len(wanted) - wanted.endswith("y")]
    return printed.startswith(stem) or printed == printed.upper()


def _has_another_capital(doc: al.Document, hit: Hit) -> bool:
    """
    Whether the capital of a place says that it is not what its entry means.

    A common word with a capital inside a sentence belongs to a name ("Google Drive"). Where an entry only
    takes a capital away ("Internet": "internet"), it stays at a sentence start, in headlines and in names.
    """
    form, found = hit.form, doc.slice(hit.span)
    if form.any_case:
        return False
    if not form.cased:
        if found[0].islower() or found.isupper() or doc.block_at(hit.span.start).kind in _TITLES:
            return False
        return not _opens(doc, hit)
    if form.text == form.entry.use or form.text.lower() != form.entry.use:
        return False
    return doc.block_at(hit.span.start).kind in _TITLES or _opens(doc, hit) or _has_named_neighbour(doc, hit)


def _opens(doc: al.Document, hit: Hit) -> bool:
    """Whether a place opens its sentence, or what stands behind a colon, a dash or a bracket."""
    tokens, start = doc.tokens, doc.sentences_in(hit.span)[0].tokens.start
    words = (i for i in range(start, hit.token) if tokens.kinds[i] is not al.TokenKind.PUNCTUATION)
    return next(words, None) is None or tokens.texts[hit.token - 1] in _OPENING


def _has_named_neighbour(doc: al.Document, hit: Hit) -> bool:
    """Whether a place belongs to a name: "Internet Explorer", "Internet of Things", "Open Internet"."""
    texts, end = doc.tokens.texts, hit.token + len(hit.form.words)
    sentence = doc.sentences_in(hit.span)[0].tokens
    after = list(texts[end : min(end + 2, sentence.stop)])
    following = after[-1] if after[:1] == ["of"] else "".join(after[:1])
    before = texts[hit.token - 1] if hit.token > sentence.start + 1 else ""
    return following[:1].isupper() or (before[:1].isupper() and before != "I") or "&" in {before, following}


def _part_of_speech_fits(doc: al.Document, hit: Hit) -> bool:
    """Whether a form that may be another word ("wedding", "found") is the verb here."""
    word = doc.tokens.texts[hit.token].lower()
    if hit.first is Ending.NONE or hit.first is Ending.S:
        return True
    if hit.first is Ending.PAST and not irregular(word):
        return True
    return tag_at(doc, hit.token).is_verb


def tag_at(doc: al.Document, token: int) -> al.Tag:
    """The part of speech of a token."""
    sentence = doc.sentences_in(al.Span(doc.tokens.starts[token], doc.tokens.ends[token]))[0]
    return doc.tags(sentence)[token - sentence.tokens.start]
