"""Finds any number of words and phrases, inflected or not, in one pass over the words of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_house.entries import Entry
from articlelint_house.inflect import Ending, bases, irregular

_TITLE_KINDS = frozenset({al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD, al.BlockKind.BYLINE})
_OPENING = frozenset(":–—/“‘\"'•*([")
_APOSTROPHES = str.maketrans("’", "'")


class Form(NamedTuple):
    """A form to look for; ``words`` are in lower case, with straight apostrophes."""

    words: tuple[str, ...]
    text: str
    rule: str
    entry: Entry
    inflect: bool
    side: int = 0
    """The number of the form within its entry, for kinds that have two different forms."""
    any_case: bool = False
    """Whether capitals are ignored, because the caller checks them."""

    @property
    def cased(self) -> bool:
        """Whether the form has a capital, so that capitals must match."""
        return self.text != self.text.lower()


class Hit(NamedTuple):
    """A place where a form was found; ``first`` and ``last`` are the endings of its first and last word."""

    span: al.Span
    form: Form
    token: int
    first: Ending = Ending.NONE
    last: Ending = Ending.NONE

    @property
    def inflected(self) -> bool:
        """Whether the words found are an inflected form."""
        return bool(self.first or self.last)


class Words:
    """Finds forms as whole words; a form without a capital is found in any case."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._by_first: dict[str, list[Form]] = {}
        for form in forms:
            self._by_first.setdefault(form.words[0], []).append(form)

    def hits(self, doc: al.Document) -> list[Hit]:
        """All places of all forms, in order; scopes and dialects are not checked."""
        found: list[Hit] = []
        by_first = self._by_first
        for word, indexes in doc.positions.items():
            for base, ending in _possible_bases(word):
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
    """Sort key. At the same start: longest first, then not inflected, then with capitals."""
    return hit.span.start, -hit.span.end, hit.inflected, not hit.form.cased, hit.form.rule


def longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Drop hits that overlap an earlier one; ``hits`` must be sorted."""
    taken = -1
    for hit in hits:
        if hit.span.start >= taken:
            taken = hit.span.end
            yield hit


def forms_of(rule: str, entry: Entry, texts: Iterable[str], side: int = 0) -> Iterator[Form]:
    """The forms to look for, to find these texts of an entry."""
    inflect = entry.flag("inflect", default=True)
    for text in texts:
        lower = text.lower().translate(_APOSTROPHES)
        words = (lower,) if lower.isalnum() and lower.isascii() else tuple(al.tokenize(lower).texts)
        if words:
            yield Form(words, text, rule, entry, inflect, side)


def never_found(text: str) -> str:
    """Why ``Words`` finds a form nowhere inside a sentence, or ""."""
    if text == text.lower() and not text.strip()[:1].isalnum():
        return "it must begin with a letter or a figure; write a [[pattern]]"
    if text != text.lower() and text != " ".join(text.split()):
        return "write one space between its words, and no line break"
    return ""


@lru_cache(maxsize=2048)
def _possible_bases(word: str) -> tuple[tuple[str, Ending], ...]:
    """The words that a printed word may be a form of, with and without a possessive ending."""
    word = word.translate(_APOSTROPHES)
    found = bases(word)
    if word.endswith("'s"):
        found += bases(word[:-2])
    return found


def _may_inflect(form: Form, ending: Ending) -> bool:
    """Whether a form may have an ending: a name may only have a plural."""
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
    if "\n\n" in doc.text[start:end]:  # the words are in two blocks
        return None
    fits = _case_fits(doc, hit) and _part_of_speech_fits(doc, hit) and not _has_another_capital(doc, hit)
    return hit if fits else None


def _ending(word: str, base: str) -> Ending | None:
    """The ending that makes ``word`` from ``base``; None if it is another word."""
    return next((ending for found, ending in _possible_bases(word) if found == base), None)


def _case_fits(doc: al.Document, hit: Hit) -> bool:
    form = hit.form
    if not form.cased:
        return True
    printed = " ".join(doc.slice(hit.span).split()).translate(_APOSTROPHES)
    wanted = form.text.translate(_APOSTROPHES)
    if not hit.inflected:
        return printed in {wanted, form.text.upper().translate(_APOSTROPHES)}
    # A plural may change the last letter: "Emmy", "Emmies".
    return printed.startswith(wanted.removesuffix("y")) or printed == printed.upper()


def _has_another_capital(doc: al.Document, hit: Hit) -> bool:
    """
    Whether a capital shows that the words found are not what the entry is about.

    A common word with a capital inside a sentence is part of a name ("Google Drive"). If an entry only
    removes a capital ("Internet": "internet"), it is right at a sentence start, in headlines and in names.
    """
    form, found = hit.form, doc.slice(hit.span)
    if form.any_case:
        return False
    if not form.cased:
        if not found[0].isupper() or found.isupper() or doc.block_at(hit.span.start).kind in _TITLE_KINDS:
            return False
        return not _opens(doc, hit)
    if form.text == form.entry.use or form.text.lower() != form.entry.use:
        return False
    return (
        doc.block_at(hit.span.start).kind in _TITLE_KINDS
        or _opens(doc, hit)
        or _has_named_neighbour(doc, hit)
    )


def _opens(doc: al.Document, hit: Hit) -> bool:
    """Whether a place is at the start of a sentence, or follows a colon, a dash or a bracket."""
    tokens, start = doc.tokens, doc.sentences_in(hit.span)[0].tokens.start
    words = (i for i in range(start, hit.token) if tokens.kinds[i] is not al.TokenKind.PUNCTUATION)
    return next(words, None) is None or tokens.texts[hit.token - 1] in _OPENING


def _has_named_neighbour(doc: al.Document, hit: Hit) -> bool:
    """Whether a place is part of a name, as in "Internet Explorer", "Internet of Things", "Open Internet"."""
    texts, end = doc.tokens.texts, hit.token + len(hit.form.words)
    sentence = doc.sentences_in(hit.span)[0].tokens
    after = list(texts[end : min(end + 2, sentence.stop)])
    following = after[-1] if after[:1] == ["of"] else "".join(after[:1])
    before = texts[hit.token - 1] if hit.token > sentence.start + 1 else ""
    return following[:1].isupper() or (before[:1].isupper() and before != "I") or "&" in {before, following}


def _part_of_speech_fits(doc: al.Document, hit: Hit) -> bool:
    """Whether a form that may be another word, such as "wedding" or "found", is a verb here."""
    word = doc.tokens.texts[hit.token].lower()
    if hit.first is Ending.NONE or hit.first is Ending.S:
        return True
    if hit.first is Ending.PAST and not irregular(word):
        return True
    return tag_at(doc, hit.token).is_verb


def tag_at(doc: al.Document, token: int) -> al.Tag:
    """The part of speech of a token."""
    sentence = doc.sentences_in(al.Span(doc.tokens.starts[token], doc.tokens.ends[token]))[0]
    return doc.read(sentence).word_of(token).tag
