"""known-misspelling: a common slip of spelling, such as recieved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling import tables
from articlelint_rules.spelling.spellings import match_case, without_possessive

_ON_PURPOSE = 3
_NEIGHBOURS = 2
_CERTAIN = 0.95
_LIKELY = 0.8
_HEADINGS = frozenset({al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD})
_CUT_OFF = frozenset("-'’")


class Options(NamedTuple):
    """Which words are right."""

    allow: tuple[str, ...] = ()
    """Words to leave alone, in lower case."""


class KnownMisspelling(al.Rule[Options]):
    """
    A word is a common misspelling: recieved, goverment, teh.

    The list has 58,000 slips that people have made, each with what was meant. Words that a dictionary or a
    list of names has are not on it. Where only one word can be meant, the fix is safe; where there are
    several ("competions" may be "competitions" or "completions"), and in quotations, which may be dialect,
    it is a warning, and nothing is changed.

    Left alone are words with a capital inside a sentence, which are names; a word that the article uses
    three times and never writes otherwise; words beside others that are not English ("raison d'état"); a
    word in quotation marks or italics of its own, or before "[sic]"; a word that is cut off (exten-); speech
    that drops a g (lookin'); and what the house lists under `[house]`. Single words of other languages that
    look like a slip ("poings"), and a plural such as "still lifes", are reported by mistake: list them in
    "allow".
    """

    meta = al.Meta(
        "known-misspelling",
        "a common slip of spelling",
        since="0.1",
        warning_from=_LIKELY,
        error_from=_CERTAIN,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "They [[recieved]] a letter.", fixed="They received a letter.", severity=al.Severity.ERROR
        ),
        al.Flagged("[[Teh]] bridge is open.", fixed="The bridge is open."),
        al.Flagged("The [[goverment]]’s plan failed.", fixed="The government’s plan failed."),
        al.Flagged("A [[goverment]]-run school closed.", fixed="A government-run school closed."),
        al.Flagged("“It was [[definately]] him,” she said.", severity=al.Severity.WARNING),
        al.Flagged("They won [[competions]] in May.", severity=al.Severity.WARNING),
        al.Clean("The firm Recieve has a stand at the fair, and Recieve sells phones."),
        al.Clean("He wrote “goverment” on the board, and the letter has “recieved” twice."),
        al.Clean("A wehn is a dune. A wehn moves. No wehn stays."),
        al.Clean("It is the raison d'état of the kingdom, and a classe préparatoire."),
        al.Clean("He was lookin' at the sea, and the act was exten- — it went on."),
        al.Clean("They recieved a letter.", options={"allow": ["recieved"]}),
        al.Clean("The letter said that he “recieved [sic] nothing”."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each word that the list of misspellings has."""
        listed = tables.misspellings()
        for word, indexes in doc.positions.items():
            for part, offset in _parts(word):
                if part in listed and not self._is_allowed(doc, part):
                    yield from self._findings(doc, part, offset, indexes)

    def _is_allowed(self, doc: al.Document, word: str) -> bool:
        """Whether the house says that a word is right."""
        house = (*self.options.allow, *doc.house.names, *doc.house.spelling)
        return any(word in entry.lower().split() for entry in house)

    def _findings(
        self, doc: al.Document, word: str, offset: int, indexes: Iterable[int]
    ) -> Iterator[al.Finding]:
        """Yield the findings for one misspelling, which begins at an offset in each of the tokens."""
        corrections = tables.misspellings()[word].split("|")
        places: list[tuple[int, al.Span]] = []
        for index in indexes:
            start = doc.tokens.starts[index] + offset
            span = al.Span(start, start + len(word))
            if doc.tokens.kinds[index] is al.TokenKind.WORD:
                places.append((index, span))
        meant_so = len(places) >= _ON_PURPOSE and not any(text in doc.positions for text in corrections)
        if meant_so or any(_is_name_by_its_capital(doc, index, span) for index, span in places):
            return
        for index, span in places:
            apart = _stands_apart(doc, index, span) or _is_foreign(doc, index, span)
            if not apart and not _may_be_name(doc, index, span):
                yield self._report(doc, span, corrections)

    def _report(self, doc: al.Document, span: al.Span, corrections: list[str]) -> al.Finding:
        """Return the finding for a misspelling; the fix is applied only where one word can be meant."""
        texts = [match_case(text, doc.slice(span)) for text in corrections]
        # What is quoted may be dialect, or old.
        certain = len(texts) == 1 and not doc.may_be_quoted(span)
        return self.finding(
            span,
            f"“{doc.slice(span)}” is a common misspelling: write “{'” or “'.join(texts)}”",
            fix=self.replace(span, texts[0], al.Safety.SAFE if certain else al.Safety.SHOWN),
            confidence=_CERTAIN if certain else _LIKELY,
        )


def _parts(word: str) -> Iterator[tuple[str, int]]:
    """Yield the words that a token is made of, without a possessive ending, each with its offset."""
    at = 0
    for part in without_possessive(word).split("-"):
        yield part, at
        at += len(part) + 1


def _is_name_by_its_capital(doc: al.Document, index: int, span: al.Span) -> bool:
    """Whether a word has a capital inside a sentence of the text."""
    if doc.block_at(span.start).kind in _HEADINGS:
        return False
    return doc.slice(span).istitle() and not _opens_sentence(doc, index, span)


def _opens_sentence(doc: al.Document, index: int, span: al.Span) -> bool:
    """Whether a word is the first one of its sentence, maybe after a mark."""
    first = doc.sentence_of(index).tokens.start
    marks = doc.tokens.kinds[first:index]
    return span.start == doc.tokens.starts[index] and all(kind is al.TokenKind.PUNCTUATION for kind in marks)


def _may_be_name(doc: al.Document, index: int, span: al.Span) -> bool:
    """Whether a word with a capital is a name, as the reader takes it, or may be one."""
    text = doc.slice(span)
    if text.islower():
        return False
    if not text.istitle() or not _opens_sentence(doc, index, span):
        return True
    return doc.read(doc.sentence_of(index)).word_of(index).entity is not None


def _stands_apart(doc: al.Document, index: int, span: al.Span) -> bool:
    """Whether a word is quoted or in italics by itself, is followed by "[sic]", or is cut off."""
    tokens = doc.tokens
    if span.end == tokens.ends[index] and doc.text[span.end : span.end + 1] in _CUT_OFF:
        return True
    if "sic" in tokens.lowered[index + 1 : index + 3]:
        return True
    return span in doc.italics or any(quote.inner == span for quote in doc.quotes)


def _is_foreign(doc: al.Document, index: int, span: al.Span) -> bool:
    """Whether a word beside a small one that English does not have may be of the same language."""
    sentence = doc.sentence_of(index).tokens
    first, last = max(index - _NEIGHBOURS, sentence.start), min(index + _NEIGHBOURS + 1, sentence.stop)
    own = doc.slice(span).lower()
    return any(
        part != own and _is_unknown(part)
        for text, kind in zip(doc.tokens.texts[first:last], doc.tokens.kinds[first:last], strict=True)
        if kind is al.TokenKind.WORD and text.islower()
        for part, _ in _parts(text)
    )


def _is_unknown(word: str) -> bool:
    """Whether a word in small letters is neither English nor a misspelling."""
    if len(word) == 1 or word in tables.misspellings():
        return False
    return not al.lexicon.is_word(word) and not al.lexicon.is_rare(word)
