"""Titles of works: films, programmes, books, songs, newspapers and laws, as news copy writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlelint.model import Span
from articlelint.text import lexicon
from articlelint.text.quote_kinds import QuoteKind
from articlelint.text.quotes import Quote
from articlelint.text.sentences import Sentence
from articlelint.text.tokens import TokenKind, Tokens
from articlelint.text.words import conjunctions, determiners, prepositions, pronouns
from articlelint.text.words.calendar import DAYS, MONTHS
from articlelint.text.words.name_particles import PARTICLES
from articlelint.text.words.word_set import word_set
from articlelint.text.words.works import WORKS

_WORKS = (WORKS - {"single"}) | word_set("ballet biopic blockbuster newspaper programme tune")
"""Kinds of works. The word stands before a title, or after one: "the film Titanic", "the Today programme"."""
_PLURALS = frozenset(word + "s" for word in _WORKS) | {"comedies"}
_NAMED = word_set("called titled entitled named")
_ALSO_VERBS = word_set("show shows play plays book books film films")
"""Kinds of works that are verbs, too: "polls show Smith ahead"."""
_LAWS = word_set("Act Bill Charter Directive Protocol Regulation Regulations Treaty")
"""What the titles of laws end with: the Wildlife Protection Act."""
_TREATIES = word_set("Charter Convention Treaty")
"""What the titles of treaties begin with: the Treaty of Versailles."""
_AFTER_TREATY = frozenset({"of", "on", "for", "against", "between"})
_INTRODUCING = frozenset({"including", "like"})
_ON_STAGE = {
    "in": word_set("star stars starred starring"),
    "on": word_set("appear appears appeared appearing"),
}
"""Verbs of performers, by the preposition that a title follows: "She stars in Begin Again"."""
_INNER_WORDS = determiners.ARTICLES | prepositions.FREQUENT | conjunctions.COORDINATING | PARTICLES | {"vs"}
"""Words that may be small inside a title."""
_DATES = frozenset({*DAYS, *MONTHS})
_LONGEST = 12
"""How many tokens a title has at most."""
_LONGEST_GAP = 2
"""How many small words may stand in a row inside a title."""
_MOST_WORDS = 14
_REACH = 20
"""How many code points beside a quotation are looked at for the word that says what it is."""
_YEAR_DIGITS = 4
_DETERMINER_REACH = 4
"""How many tokens before a word that may be a verb an article shows that it is a noun."""


def find_titles(
    text: str,
    tokens: Tokens,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    italics: Sequence[Span],
) -> tuple[Span, ...]:
    """
    Return the spans of the titles of works, in order; none overlaps another.

    A title stands in quotation marks (the marks are left out), in italics, or without a mark beside a word
    that says what it is: the film, the ... programme, the ... Act. The words of a title have capitals, but
    for small words inside it; so slogans and the names of campaigns are found, too.
    """
    found = [
        quote.inner for quote in quotes if quote.kind is QuoteKind.TITLE and _is_quoted_title(text, quote)
    ]
    found += [span for span in italics if not _fills_block(text, span) and _is_italic_title(text, span)]
    found = [_without_marks(text, span) for span in found]
    runs = _Runs(text, tokens)
    for sentence in sentences:
        found += runs.titles(sentence)
    return _without_overlaps(found)


def _without_marks(text: str, span: Span) -> Span:
    """The span without the comma or full stop at its end, which belongs to the sentence."""
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip(" .,;:")))


def _is_quoted_title(text: str, quote: Quote) -> bool:
    """Whether words in quotation marks are a title: they have capitals, or the word beside them says so."""
    inner = text[quote.inner.start : quote.inner.end]
    if text[: quote.span.start].endswith("=") or not inner.strip():
        return False  # it is the value of an attribute of markup, or nothing
    before = text[max(quote.span.start - _REACH, 0) : quote.span.start].lower().split()
    after = text[quote.span.end : quote.span.end + _REACH].lower().split()
    if before and before[-1] in _WORKS | _NAMED:
        return True
    if len(inner.split()) == 1:
        return bool(after) and after[0].strip(".,;") in _WORKS
    return _has_capitals(inner) and inner.split()[0] not in _DATES


def _has_capitals(inner: str) -> bool:
    """Whether the first word begins with a capital or a digit, and so do all others but small words."""
    words = [word.strip("“”‘’\"'.,;:!?…()") for word in inner.split()]
    if not words or len(words) > _MOST_WORDS or not all(words):
        return False
    first = words[0][0]
    main = [word for word in words if word.lower() not in _INNER_WORDS]
    return (first.isupper() or first.isdigit()) and all(w[0].isupper() or w[0].isdigit() for w in main)


def _without_overlaps(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order; of two that overlap, the longer."""
    kept: list[Span] = []
    for span in sorted(set(spans)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif len(span) > len(kept[-1]):
            kept[-1] = span
    return tuple(kept)


def _fills_block(text: str, span: Span) -> bool:
    """Whether there is nothing else in the block that a span stands in."""
    before, after = text[max(span.start - 2, 0) : span.start], text[span.end : span.end + 2]
    return before in {"", "\n\n"} and after in {"", "\n\n"}


def _is_italic_title(text: str, span: Span) -> bool:
    """Whether words in italics are a title: all but small words have a capital, and it is no stress."""
    inner = text[span.start : span.end]
    if not _has_capitals(inner):
        return False
    if len(inner.split()) > 1:
        return True
    word = inner.strip("“”‘’\"'.,;:!?…()")
    return len(word) > 1 and word.istitle() and not _may_be_stressed(text, span, word)


def _may_be_stressed(text: str, span: Span, word: str) -> bool:
    """Whether an everyday word may have its capital because a sentence begins, and italics for stress."""
    before = text[: span.start].rstrip(" \n“‘\"'(")[-1:]
    return lexicon.is_common(word.lower()) and (before in {"", ".", "!", "?", ":", "…"})


def _is_everyday(lower: str) -> bool:
    """Whether English has the word without a capital, and less often with one: "today", not "french"."""
    size, name_size = lexicon.sizes(lower)
    return size > 0 and (name_size == 0 or size < name_size)


class _Runs:
    """Finds the titles that only capitals and the words beside them show, sentence by sentence."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self._text = text
        self._tokens = tokens
        self._texts = tokens.texts
        self._lowered = tokens.lowered

    def titles(self, sentence: Sentence) -> Iterator[Span]:
        """The titles of a sentence, in any order. ``first`` and ``last`` are indexes of tokens."""
        first, last = sentence.tokens.start, sentence.tokens.stop
        for at in range(first, last):
            word = self._texts[at]
            if word in _WORKS or word in _PLURALS:
                yield from self._after_work(at, first, last)
                yield from self._before_work(at, first)
            elif word in _ON_STAGE and at > first and self._is_on_stage(at - 1, first, word):
                yield from self._listed(at + 1, last, preposition=word)
            elif word in _LAWS or word in _TREATIES:
                yield from self._law(at, first, last)

    def _is_on_stage(self, at: int, first: int, preposition: str) -> bool:
        """Whether a token is a verb of performers; "stars" is one only after a name, a pronoun or "who"."""
        word = self._lowered[at]
        if word != "stars":
            return word in _ON_STAGE[preposition]
        before = self._texts[at - 1] if at > first else ""
        return before[:1].isupper() or before in pronouns.SUBJECTS or before == "who"

    def _after_work(self, at: int, first: int, last: int) -> Iterator[Span]:
        """The titles after a kind of work: the film Titanic; songs such as Yesterday and Let It Be."""
        following = self._texts[at + 1 : min(at + 3, last)]
        if following == ("such", "as"):
            yield from self._listed(at + 3, last)
        elif following and following[0] in _INTRODUCING:
            yield from self._listed(at + 2, last)
        elif self._texts[at] not in _ALSO_VERBS or self._is_noun(at, first):
            begin = at + 2 if following and following[0] in _NAMED else at + 1
            end = self._end_of_run(begin, last, apart=self._texts[at] in _PLURALS)
            if self._may_be_title(begin, end):
                yield self._span(begin, end)

    def _is_noun(self, at: int, first: int) -> bool:
        """Whether a word that may be a verb is a noun: not long after an article, and after no plural."""
        if at == first or self._texts[at - 1].endswith("s") or self._texts[at].endswith("s"):
            return False
        before = range(max(first, at - _DETERMINER_REACH), at)
        return any(self._lowered[i] in determiners.BASIC or self._is_possessive(i) for i in before)

    def _listed(self, at: int, last: int, *, preposition: str = "") -> Iterator[Span]:
        """The titles of a list that begins at a token; "and", commas and the preposition stand between."""
        while at < last:
            end = self._end_of_run(at, last, apart=True)
            if not self._may_be_title(at, end):
                return
            yield self._span(at, end)
            at = end
            while at < last and self._texts[at] in {",", "and", "or", preposition}:
                at += 1
            if at == end or (self._texts[end] == "," and at == last):
                return

    def _before_work(self, at: int, first: int) -> Iterator[Span]:
        """
        The title before a kind of work: Radio 4's Today programme, the Who? documentary.

        Only words that are written without a capital elsewhere are taken, so "the Spielberg film" is none.
        """
        end = at
        if end > first and self._texts[end - 1] in {"!", "?"}:
            at -= 1
        begin = self._start_of_run(at, first)
        if begin == at or not self._is_determined(begin, first):
            return
        if self._texts[end] in _ALSO_VERBS and not self._is_noun(end, first):
            return
        if self._lowered[begin] in determiners.BASIC:
            begin += 1
        words = [word for word in self._lowered[begin:at] if word not in _INNER_WORDS]
        if words and all(_is_everyday(word) for word in words) and self._may_be_title(begin, at):
            yield self._span(begin, end)

    def _law(self, at: int, first: int, last: int) -> Iterator[Span]:
        """The law whose title ends or begins with this token: Human Rights Act 1998, Treaty of Rome."""
        word, following = self._texts[at], self._texts[at + 1 : min(at + 3, last)]
        if word in _TREATIES and len(following) > 1 and following[0] in _AFTER_TREATY:
            end = self._end_of_run(at, last)
            if end > at + 1 and following[1] not in _DATES:
                yield self._span(at, end)
                return
        begin = self._start_of_run(at, first)
        if begin == at or word not in _LAWS or not self._is_determined(begin, first):
            return
        if self._lowered[begin] in determiners.BASIC:
            begin += 1
        is_name = word == "Bill" and bool(following) and following[0][0].isupper()
        if begin < at and not is_name:
            yield self._span(begin, self._end_of_year(at + 1, last))

    def _end_of_year(self, at: int, last: int) -> int:
        """The end of the year that stands at a token, alone or after a comma or "of"; else the token."""
        year = at + 1 if at < last and self._texts[at] in {",", "of"} else at
        is_year = year < last and self._texts[year].isdecimal() and len(self._texts[year]) == _YEAR_DIGITS
        return year + 1 if is_year else at

    def _end_of_run(self, begin: int, last: int, *, apart: bool = False) -> int:
        """
        The end of the capitalised words that begin at a token; ``begin`` if there are none.

        Small words count before a capital; if ``apart``, "and" does not, because it joins two titles.
        """
        at = end = begin
        while at < min(last, begin + _LONGEST):
            word = self._texts[at]
            if word[0].isupper() or (at == end and self._tokens.kinds[at] is TokenKind.NUMBER):
                end = at + 1
            elif word == ":" and begin < end == at:
                pass  # what follows may be a subtitle
            elif end == begin or at - end >= _LONGEST_GAP or not self._may_be_inside(word, apart=apart):
                break
            at += 1
        if begin < end < last - 1 and self._texts[end] in {"!", "?"} and self._texts[end + 1].islower():
            end += 1
        return end

    def _may_be_inside(self, word: str, *, apart: bool) -> bool:
        """Whether a word without a capital may stand between the words of a title."""
        return word in _INNER_WORDS and not (apart and word in {"and", "or"})

    def _start_of_run(self, end: int, first: int) -> int:
        """The start of the capitalised words that end before a token; ``end`` if there are none."""
        at = begin = end
        while at > max(first, end - _LONGEST):
            at -= 1
            if self._is_capital(at) and not (at < end - 1 and self._is_possessive(at)):
                begin = at
            elif (
                begin == end
                or begin - at > _LONGEST_GAP
                or self._texts[at] not in _INNER_WORDS - determiners.ARTICLES
            ):
                break
        return begin

    def _is_capital(self, at: int) -> bool:
        return self._texts[at][0].isupper() or self._tokens.kinds[at] is TokenKind.NUMBER

    def _is_possessive(self, at: int) -> bool:
        """Whether a token ends as a possessive does; after a figure, its ending is two tokens: 4 ' s."""
        if self._texts[at] == "s":
            return at > 0 and self._texts[at - 1] in {"'", "’"}
        return self._texts[at].endswith(("'s", "’s", "s'", "s’"))

    def _is_determined(self, at: int, first: int) -> bool:
        """Whether an article, "his", "Radio 4's" or the like stands before a token, or begins with it."""
        if self._texts[at].istitle() and self._lowered[at] in determiners.BASIC:
            return True
        return at > first and (self._lowered[at - 1] in determiners.BASIC or self._is_possessive(at - 1))

    def _may_be_title(self, begin: int, end: int) -> bool:
        """Whether capitalised words may be a title: there are some, and they are no date or pronoun."""
        words = self._texts[begin:end]
        if not any(word[0].isupper() for word in words):
            return False
        first = self._texts[begin]
        return len(words) > 1 or not (first in _DATES or first.lower() in pronouns.SUBJECTS)

    def _span(self, begin: int, end: int) -> Span:
        """The span of these tokens, without the possessive ending of the last."""
        last = self._texts[end - 1]
        ending = 2 if last.endswith(("'s", "’s")) else 0
        return Span(self._tokens.starts[begin], self._tokens.starts[end - 1] + len(last) - ending)
