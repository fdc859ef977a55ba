"""Sentences: where they begin and end in news prose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from articlelint.model import Block, Span
from articlelint.text import abbreviations as abbr
from articlelint.text.tokens import Tokens, places_of
from articlelint.text.words.saying import EVERYDAY_SAYING


class Sentence(NamedTuple):
    """
    A sentence of one block, closing quotation marks and brackets included.

    ``block`` is the index of its block; ``tokens`` has the indexes of its tokens.
    """

    span: Span
    block: int
    tokens: range


_STOP_MARKS = ".!?…‽"
_STOPS = frozenset(_STOP_MARKS)
_QUOTES = frozenset("\"'”’»›")
_BRACKETS = frozenset(")]}")
_NOTE_MARKS = frozenset("*†‡")
_OPENERS = frozenset("\"'“‘’«‹([{—–-•*¿¡_")
_CURRENCY = frozenset("$£€¥₴#@")
_VOWELS = frozenset("aeiouyAEIOUY")
_NOTE_TOKENS = 4
_SPEECH_TOKENS = 5
_MARKER_TOKENS = 3
_YEAR_DIGITS = 3


def split_sentences(text: str, blocks: Sequence[Block], tokens: Tokens) -> tuple[Sentence, ...]:
    """
    Return the sentences of every block, in order.

    No sentence crosses a block, and every token of a block is in one sentence. The time is linear in the
    text: each stop is judged once, by the words next to it.
    """
    starts, texts = tokens.starts, tokens.texts
    stops = _stops(text, tokens)
    judge = _Judge(tokens)
    sentences: list[Sentence] = []
    at = 0
    for number, block in enumerate(blocks):
        first = bisect_left(starts, block.span.start)
        last = bisect_left(starts, block.span.end)
        begun, at = at, bisect_left(stops, last, at)
        for end in judge.sentence_ends(first, last, stops[begun:at]):
            span = Span(starts[first], starts[end - 1] + len(texts[end - 1]))
            sentences.append(Sentence(span, number, range(first, end)))
            first = end
    return tuple(sentences)


def _stops(text: str, tokens: Tokens) -> list[int]:
    """The indexes of the tokens that end with a stop."""
    starts, texts = tokens.starts, tokens.texts
    stops: list[int] = []
    token = 0
    for at in places_of(text, _STOP_MARKS):
        token = bisect_right(starts, at, token) - 1
        if starts[token] + len(texts[token]) == at + 1:
            stops.append(token)
    return stops


class _Judge:
    """
    Decides for one stop after another whether a sentence ends there.

    All attributes that are numbers are indexes of tokens. ``begin`` is the first token of the current
    sentence and ``last`` the end of the block. After ``read``, ``stop`` is the token with the stop, ``mark``
    the stop with those that follow it, and ``after`` the first token after it and its closing marks;
    ``quoted`` and ``bracketed`` say whether a quotation mark or a bracket is among these.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.tokens, self.texts = tokens, tokens.texts
        self.begin = self.after = self.stop = self.last = 0
        self.mark = ""
        self.quoted = self.bracketed = False

    def sentence_ends(self, first: int, last: int, stops: Iterable[int]) -> list[int]:
        """Return the ends of the sentences in a block with the tokens ``[first, last)`` and these stops."""
        if first == last:
            return []
        self.begin = self.after = first
        self.last = last
        found: list[int] = []
        for stop in stops:
            if stop + 1 == last:
                break  # the sentence ends with the block
            if stop >= self.after:
                if self.plainly_ends(stop):
                    self.after = stop + 1
                else:
                    self.read(stop)
                    if self.after == last or not self.ends_sentence():
                        continue
                found.append(self.after)
                self.begin = self.after
        found.append(last)
        return found

    def plainly_ends(self, stop: int) -> bool:
        """Whether a full stop stands after a word that is no abbreviation, and before a capital."""
        texts = self.texts
        following = texts[stop + 1][0]
        return (
            texts[stop] == "."
            and following.isupper()
            and following.isalpha()
            and stop > self.begin
            and abbr.is_plain(texts[stop - 1])
            and not self._adjoins(stop + 1)
        )

    def _adjoins(self, index: int) -> bool:
        """Whether a token stands directly after the one before, without a space."""
        return index < self.last and self.tokens.adjoins(index)

    def read(self, stop: int) -> None:
        """Read the stop, the stops after it, closing quotation marks and brackets, and footnote marks."""
        texts = self.texts
        mark = texts[stop] if texts[stop][0] in _STOPS else "."
        at = stop + 1
        while (
            at < self.last and texts[at][0] in _STOPS and (self._adjoins(at) or texts[at] == mark[-1] == ".")
        ):
            mark += texts[at]
            at += 1
        self.quoted = self.bracketed = False
        while self._adjoins(at):
            text = texts[at]
            if text in _QUOTES:
                self.quoted = True
            elif text in _BRACKETS:
                self.bracketed = True
            elif text == "[" and self._note_end(at):
                at = self._note_end(at) - 1
            elif text not in _NOTE_MARKS and not self._footnote_number(at):
                break
            at += 1
        self.stop, self.mark, self.after = stop, mark, at

    def _note_end(self, at: int) -> int:
        """The index after a note such as ``[12]`` or ``[citation needed]``; 0 for other brackets."""
        for close in range(at + 2, min(at + _NOTE_TOKENS, self.last)):
            if self.texts[close] == "]":
                return close + 1
        return 0

    def _footnote_number(self, at: int) -> bool:
        """Whether a token directly after a stop is a footnote number: ``treaty.² It``, ``treaty.3 It``."""
        token, before = self.texts[at], self.texts[at - 2] if at - 2 >= self.begin else ""
        if token[0].isnumeric() and not token[0].isdecimal():
            return True
        return (
            token.isdecimal()
            and len(token) <= 2  # noqa: PLR2004 - footnotes are few
            and before[-3:].islower()
            and before[-3:].isalpha()
            and not self._adjoins(at + 1)
            and self._word_at(at + 1)[:1].isupper()
        )

    def _word_at(self, at: int) -> str:
        """The text of the first token from an index that is no opening quotation mark, bracket or dash."""
        texts = self.texts
        while at < self.last and texts[at][0] in _OPENERS:
            at += 1
        return texts[at] if at < self.last else ""

    @property
    def _before(self) -> str:
        """The word before the stop; an abbreviation such as ``U.S.`` with its stops."""
        if self.texts[self.stop][0] not in _STOPS:
            return self.texts[self.stop]
        return self.texts[self.stop - 1] if self.stop > self.begin else ""

    def ends_sentence(self) -> bool:
        """Whether a sentence ends before ``after``."""
        word = self._word_at(self.after)
        if not word or self.stop == self.begin:
            return False
        if not (word[0].isalnum() or word[0] in _CURRENCY or word in {"…", "..."}):
            return False
        if self._adjoins(self.after):
            return self._lost_space(word)
        if ".." in self.mark or "…" in self.mark:
            return word[0].isupper() or (not word[0].islower() and self.mark[-1] in "!?")
        if self.mark[-1] != ".":
            return self._ends_at_exclamation(word)
        if word[0].islower() and not self._may_start_low(word):
            return False
        return self._ends_at_full_stop(self._before, word)

    def _lost_space(self, word: str) -> bool:
        """Whether a sentence ends at a stop without a space after it: ``talks.The``."""
        before, following = self._before, self.texts[self.after]
        if (following != word and following not in {"“", "‘", "("}) or word in abbr.SUFFIXES:
            return False
        if not word[0].isupper() or (len(word) > 1 and not word[1].islower() and word[1] not in "'’"):
            return False
        return self.quoted or (
            len(before) > 1
            and before.isalpha()
            and before[-2:].islower()
            and self._ends_at_full_stop(before, word)
        )

    def _ends_at_exclamation(self, word: str) -> bool:
        """Whether a sentence ends at ``!`` or ``?``: not in ``“Stop!” he said`` and ``Yahoo! shares``."""
        before = self._before
        if before in abbr.EXCLAIMED and not self.quoted:
            return word in abbr.STARTERS
        if word[0].islower():
            closed = self.quoted or self.bracketed
            return not closed and word in abbr.LOW_STARTERS and before.islower()
        return not (self.quoted and word not in abbr.STARTERS and self._speech_follows())

    def _may_start_low(self, word: str) -> bool:
        """Whether a lower-case word after a full stop and its closing marks can begin a sentence."""
        if self.quoted:
            return word not in abbr.CONTINUES and not self._speech_follows()
        return not self.bracketed or self.texts[self.begin] in {"(", "["}

    def _speech_follows(self) -> bool:
        """Whether the words after a quotation say who spoke: ``Johnson shouted``, ``the minister said``."""
        for text in self.texts[self.after : min(self.after + _SPEECH_TOKENS, self.last)]:
            if text in EVERYDAY_SAYING:
                return True
            if not text[0].isalnum() and text != ".":
                return False
        return False

    def _ends_at_full_stop(self, before: str, word: str) -> bool:
        """Whether the full stop after ``before`` ends a sentence that ``word`` follows."""
        low = word[0].islower()
        if before.endswith("."):
            if before in {"e.g.", "i.e."}:
                return False
            if before in abbr.CLOCK:
                return not (low or word in abbr.AFTER_CLOCK or word.isupper() or word[0].isdigit())
            return word in abbr.STARTERS
        opening = self.stop - self.begin <= _MARKER_TOKENS and not any(
            text[0].isalnum() for text in self.texts[self.begin : self.stop - 1]
        )
        if len(before) == 1 and before.isalpha():
            if opening or word[0].isdigit() or low or before == "v":
                return False
            return before.islower() or word in abbr.STARTERS
        if opening and (before.isdecimal() or abbr.is_numeral(before)):
            return False
        if low and before.isdecimal() and len(before) < _YEAR_DIGITS:
            return False  # a list inside a sentence: "two claims: 1. that"
        two_before = self.texts[self.stop - 2] if self.stop - 2 >= self.begin else ""
        verdict = abbr.ends_with(before, word, two_before)
        if verdict is not None:
            return verdict
        # An unlisted abbreviation shows itself by having no vowel: "mfrs. of steel".
        return not (low and before.isalpha() and _VOWELS.isdisjoint(before))
