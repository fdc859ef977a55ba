"""Phrase templates compiled by their first word, and the lines of a document that consist of such phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import articlelint as al

# Between two phrases of one line, and at its ends.
_JOIN = re.compile(r"[\s\ufeff\u200b.,:;!?|•·*/>»«›–—_()…\-]*")
# A template, piece by piece; the keys are documented in PhraseBook.
_PIECES = {
    "...": r".*",
    "~": r"[^.!?\n]{1,80}(?!\s*[.!?])",
    "#": r"\d[\d,.:]*",
    "(": "(?:",
    ")": ")",
    "|": "|",
    "[": r"(?:\s*",
    "]": ")?",
    " ": r"[\s,:;|()–—-]+",
    "'": "['’]",
}
_CHOICE = re.compile(r"\(([^()\[\]]*)\)")
_STARTS = re.compile(r"(?:^|\|)\s*(\w+|[^|])")
_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\.\.\.| ?\[|[^\w\s]|\s+|\w+")


def _piece(match: re.Match[str]) -> str:
    piece = match.group()
    known = _PIECES.get(piece.strip() or " ")
    return re.escape(piece) if known is None else known


def _longest_first(choice: re.Match[str]) -> str:
    """A choice in the order in which it must be tried: "all cookies" before "all"."""
    return f"({'|'.join(sorted(choice[1].split('|'), key=len, reverse=True))})"


def _openings(template: str) -> list[str]:
    """The words that a template may begin with, as ``_opening`` gives them; "#" for a number."""
    choice = _CHOICE.match(template) if template[0] == "(" else None
    starts = _STARTS.findall(choice[1]) if choice else [_opening(template, 0)]
    return ["#" if start[0].isdigit() else start for start in starts]


def _by_opening(templates: Iterable[str]) -> dict[str, list[str]]:
    """The templates by what they may begin with."""
    found: dict[str, list[str]] = {}
    for template in templates:
        for opening in _openings(template):
            found.setdefault(opening, []).append(template)
    return found


def _opening(text: str, start: int) -> str:
    """What begins at a place: a word, "#" for a number, else the character."""
    word = _WORD.match(text, start)
    if word is None:
        return text[start]
    return "#" if word.group()[0].isdigit() else word.group()


def _compiled(templates: Iterable[str]) -> str:
    """The templates as one alternation: those that take the rest of the line first, then the longest."""
    ordered = sorted(set(templates), key=lambda t: (not t.endswith(("~", "...")), -len(t), t))
    return "|".join(_PIECE.sub(_piece, _CHOICE.sub(_longest_first, template)) for template in ordered)


class PhraseBook:
    """
    Phrases that make up a whole line.

    A template is in lower case; ``#`` stands for a number, ``~`` for a few words of one sentence, ``...`` for
    whatever follows, ``(a|b)`` for a choice and ``[a]`` for something that may be missing. ``weak`` phrases
    are counted only beside others: a line that says no more than "Email" is no leftover.
    """

    def __init__(self, strong: tuple[str, ...], weak: tuple[str, ...] = ()) -> None:
        self._strong = _by_opening(strong)
        self._weak = _by_opening(weak)
        # Compiling all of them takes longer than reading an article; few of the words ever open a line.
        self._patterns: dict[str, re.Pattern[str]] = {}

    def with_strong(self, more: tuple[str, ...]) -> PhraseBook:
        """A book that has these phrases, too."""
        book = PhraseBook(())
        book._weak = self._weak
        book._strong = self._strong | {
            opening: self._strong.get(opening, []) + own for opening, own in _by_opening(more).items()
        }
        return book

    @property
    def openings(self) -> frozenset[str]:
        """The words that phrases begin with, ``#`` for a number, and other characters."""
        return frozenset((*self._strong, *self._weak))

    def _match(self, text: str, start: int) -> re.Match[str] | None:
        """The phrase that begins at a place of a text in lower case."""
        opening = _opening(text, start)
        if opening not in self._strong and opening not in self._weak:
            return None
        if opening not in self._patterns:
            parts = [
                f"(?P<{name}>{_compiled(own[opening])})"
                for name, own in (("strong", self._strong), ("weak", self._weak))
                if opening in own
            ]
            self._patterns[opening] = re.compile(f"(?:{'|'.join(parts)})(?![\\w'’])", re.DOTALL)
        return self._patterns[opening].match(text, start)

    @classmethod
    @lru_cache(maxsize=16)
    def of(cls, strong: tuple[str, ...], weak: tuple[str, ...] = ()) -> PhraseBook:
        """The book of these phrases, compiled once."""
        return cls(strong, weak)

    def opens(self, text: str, start: int, end: int) -> bool:
        """Whether what stands at a place begins as a phrase does: few lines do."""
        at = _join_end(text, start)
        opening = _opening(text, at).lower() if at < end else ""
        return opening in self._strong or opening in self._weak

    def covers(self, line: str, *, weak: int = 3) -> bool:
        """Whether the line is nothing but phrases, one of them strong or this many different weak ones."""
        folded = line.lower()
        seen: set[str] = set()
        strong = False
        end = _join_end(folded, 0)
        while end < len(folded):
            match = self._match(folded, end)
            if match is None or match.end() == end:
                return False
            strong = strong or match.lastgroup == "strong"
            seen.add(match.group())
            end = _join_end(folded, match.end())
        return strong or len(seen) >= weak


def _join_end(text: str, start: int) -> int:
    match = _JOIN.match(text, start)
    return match.end() if match else start


@lru_cache(maxsize=1)
def lines_of(doc: al.Document) -> tuple[tuple[al.Span, ...], ...]:
    """
    The lines of each block, without white space at their ends; empty ones are left out.

    Worked out once for the rules that ask in turn. A block of one line, as nearly all are, has its own span.
    """
    text = doc.text
    found: list[tuple[al.Span, ...]] = []
    for block in doc.blocks:
        span = block.span
        start, end = span.start, span.end
        divided = (
            start == end
            or text.find("\n", start, end) >= 0
            or text[start].isspace()
            or text[end - 1].isspace()
        )
        found.append(tuple(_divided(text, start, end)) if divided else (span,))
    return tuple(found)


def _divided(text: str, start: int, end: int) -> Iterator[al.Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        if line.strip():
            yield al.Span(stop - len(line.lstrip()), start + len(line.rstrip()))
        start = stop + 1


def covered(
    doc: al.Document, block: al.Block, lines: tuple[al.Span, ...], book: PhraseBook, longest: int
) -> Iterable[al.Span]:
    """
    What of a block is phrases of the book: all of it, or runs of whole lines.

    Lines and blocks of more than ``longest`` code points are prose and are not looked at.
    """
    if _is_covered(doc, block.span, book, longest):
        return (block.span,)
    return () if lines == (block.span,) else _covered_lines(doc, lines, book, longest)


def _is_covered(doc: al.Document, span: al.Span, book: PhraseBook, longest: int) -> bool:
    start, end = span.start, span.end
    return end - start <= longest and book.opens(doc.text, start, end) and book.covers(doc.text[start:end])


def _covered_lines(
    doc: al.Document, lines: Iterable[al.Span], book: PhraseBook, longest: int
) -> Iterator[al.Span]:
    run: al.Span | None = None
    for line in lines:
        if _is_covered(doc, line, book, longest):
            run = al.Span(run.start if run else line.start, line.end)
        elif run:
            yield run
            run = None
    if run:
        yield run


def cut(span: al.Span) -> al.Fix:
    """A fix that deletes a leftover; on request only, for it takes a reader to be sure."""
    return al.Fix((al.Edit(span, ""),), al.Safety.UNSAFE)
