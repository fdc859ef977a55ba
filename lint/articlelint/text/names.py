"""Names: the runs of capitalised words that name a person, a place or a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlelint.model import Block, BlockKind, Span
from articlelint.text.name_parts import LONG, Part, is_no_word, part_of
from articlelint.text.sentences import Sentence
from articlelint.text.tokens import TokenKind, Tokens
from articlelint.text.words.name_particles import PARTICLES
from articlelint.text.words.titles import JOINED_TITLES


class Name(NamedTuple):
    """
    A mention of a name: ``Volodymyr Zelensky``, without its title and without a possessive ending.

    ``tokens`` has the indexes of its tokens; the first and the last may reach beyond ``span`` (``Kiev`` in
    ``Kiev’s`` and ``Kiev-based``). ``words`` has its words as written, with particles and initials, and
    ``word_spans`` their spans. ``title`` is the span of the title before it ("President", "Foreign
    Minister"). ``sure`` is false if the first word may have its capital only because it begins a sentence or
    stands in a headline.
    """

    span: Span
    tokens: range
    words: tuple[str, ...] = ()
    word_spans: tuple[Span, ...] = ()
    title: Span | None = None
    sure: bool = True

    @property
    def text(self) -> str:
        """The words, joined by single spaces: ``Volodymyr Zelensky``, ``J. K. Rowling``."""
        return " ".join(self.words)

    @property
    def last(self) -> str:
        """The last word: the surname of most people."""
        return self.words[-1] if self.words else ""


_TITLE_MODIFIERS = frozenset(
    """prime vice deputy acting former foreign defence defense interior finance home health justice trade
    education culture energy environment first lord attorney major lieutenant brigadier rear chief executive
    managing general crown party opposition supreme assistant associate under detective police fire district
    state federal national permanent special secretary press council communications""".split()
)
_CLAUSE_OPENERS = frozenset("—–-•*:…")
_OPENING_MARKS = frozenset("“\"‘'«")
_AMBIGUOUS_KINDS = frozenset({BlockKind.HEADLINE, BlockKind.CROSSHEAD, BlockKind.STANDFIRST})


class _Word(NamedTuple):
    """A capitalised word: its token, its part that may be a name, and if any word has a capital there."""

    token: int
    part: Part
    initial: bool


def find_names(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], tokens: Tokens
) -> tuple[Name, ...]:
    """
    Return every mention of a name, in order.

    A name is a run of capitalised words, with initials (``J. K.``) and particles (``van der``, ``al-``)
    inside it, but without titles. A capital at the start of a sentence counts only if the word is not an
    everyday word, or is a name elsewhere in the text.
    """
    words = list(_capitalised(sentences, blocks, tokens))
    inside = {word.part.text for word in words if not word.initial}
    distinct = set(tokens.texts)
    kept = [
        word
        for word in words
        if not word.initial or word.part.text in inside or _is_name_at_start(word.part.text, distinct)
    ]
    return tuple(_names(text, tokens, kept))


def _capitalised(sentences: Sequence[Sentence], blocks: Sequence[Block], tokens: Tokens) -> Iterator[_Word]:
    """The capitalised words that may belong to names."""
    for sentence in sentences:
        begin = sentence.tokens.start
        title_case = blocks[sentence.block].kind in _AMBIGUOUS_KINDS and _title_case(sentence, tokens)
        for at in sentence.tokens:
            part = part_of(tokens.texts[at])
            if part is None or part.never:
                continue
            initial = not part.inside and (title_case or _opens_clause(tokens, begin, at))
            if not (initial and part.never_first):
                yield _Word(at, part, initial)


def _opens_clause(tokens: Tokens, begin: int, at: int) -> bool:
    """Whether any word would have a capital there: at the start of a sentence, clause or quotation."""
    texts, kinds = tokens.texts, tokens.kinds
    if at > begin and kinds[at - 1] is TokenKind.WORD:
        return False
    for i in range(at - 1, begin - 1, -1):
        if kinds[i] is TokenKind.WORD:
            return False
        # A clause after a colon or dash, or a quotation after a comma, may begin with a capital.
        if texts[i] in _CLAUSE_OPENERS or (texts[i] in _OPENING_MARKS and texts[i - 1] == ","):
            return True
    return True


def _title_case(sentence: Sentence, tokens: Tokens) -> bool:
    """Whether most of a headline's longer words have a capital."""
    long = [
        t
        for t in tokens.texts[sentence.tokens.start : sentence.tokens.stop]
        if len(t) >= LONG and t[0].isalpha()
    ]
    return 2 * sum(t[0].isupper() for t in long) > len(long)


def _is_name_at_start(word: str, distinct: set[str]) -> bool:
    """Whether a word that begins a sentence would have a capital elsewhere; ``distinct`` is all words."""
    if not is_no_word(word):
        return False
    folded = word.lower()
    return folded not in distinct or not folded.islower()


def _names(text: str, tokens: Tokens, words: list[_Word]) -> Iterator[Name]:
    """The names in runs of words that belong together, split at titles."""
    run: list[_Word] = []
    for word in words:
        if run and not _joined(text, tokens, run[-1], word):
            yield from _split_titles(tokens, run)
            run = []
        run.append(word)
    if run:
        yield from _split_titles(tokens, run)


_SHORT_GAP = re.compile(r"(?:\.?[ \u00a0]|\.|\n)\Z|[ \u00a0](?:[^\W\d_]{1,5}[ \u00a0]){1,2}\Z")
_ABBREVIATED = JOINED_TITLES | {"st", "jr"}
"""Abbreviations whose full stop does not end the name."""


_FURTHEST = 3
"""From a word to the next of its name, in tokens: two particles between."""


def _joined(text: str, tokens: Tokens, left: _Word, right: _Word) -> bool:
    """Whether two words belong to one name: only a space, an initial's full stop or particles between."""
    if left.part.ends or right.token - left.token > _FURTHEST:
        return False
    gap = text[_end(tokens, left) : tokens.starts[right.token] + right.part.at]
    if gap == " ":
        return True
    if not _SHORT_GAP.match(gap):
        return False
    if gap.startswith("."):
        return len(left.part.text) == 1 or left.part.text.lower() in _ABBREVIATED
    return all(tokens.texts[i] in PARTICLES for i in range(left.token + 1, right.token))


def _end(tokens: Tokens, word: _Word) -> int:
    """The offset at which the part of a token that may be a name ends."""
    return tokens.starts[word.token] + word.part.at + len(word.part.text)


def _split_titles(tokens: Tokens, run: list[_Word]) -> Iterator[Name]:
    """The names in a run: ``Russian Foreign Minister Sergei Lavrov`` has two, the second with a title."""
    title: Span | None = None
    begin = at = 0
    while at < len(run):
        part = run[at].part
        if not part.title or (at and part.text.isupper()):
            at += 1
            continue
        first = at
        while first > begin and run[first - 1].part.text.lower() in _TITLE_MODIFIERS:
            first -= 1
        if first > begin:
            yield _name(tokens, run[begin:first], title)
        title = Span(tokens.starts[run[first].token] + run[first].part.at, _end(tokens, run[at]))
        at += 1
        begin = at
    if begin < len(run):
        yield _name(tokens, run[begin:] if begin else run, title)


def _name(tokens: Tokens, words: list[_Word], title: Span | None) -> Name:
    """Return the name with these words and the particles between them."""
    starts = tokens.starts
    texts: list[str] = []
    spans: list[Span] = []
    before = words[0].token
    for token, part, _ in words:
        if token - before > 1:
            for i in range(before + 1, token):
                if tokens.kinds[i] is TokenKind.WORD:
                    texts.append(tokens.texts[i])
                    spans.append(Span(starts[i], tokens.ends[i]))
        texts.append(part.text)
        start = starts[token] + part.at
        spans.append(Span(start, start + len(part.text)))
        before = token
    span = spans[0] if len(spans) == 1 else Span(spans[0].start, spans[-1].end)
    sure = title is not None or not words[0].initial
    return Name(span, range(words[0].token, before + 1), tuple(texts), tuple(spans), title, sure)
