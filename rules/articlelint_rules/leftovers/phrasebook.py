"""Phrase templates compiled by their first word, and the lines of a document that consist of such phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import articlelint as al

# Between two phrases of one line, and at its ends.
_JOIN = al.compile_pattern(r"[\s\ufeff\u200b.,:;!?|•·*/>»«›–—_()…\-]*")
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
_CHOICE = al.compile_pattern(r"\(([^()\[\]]*)\)")
_WORD = al.compile_pattern(r"\w+")
_PIECE = al.compile_pattern(r"\.\.\.| ?\[|[^\w\s]|\s+|\w+")


def _piece(match: re.Match[str]) -> str:
    piece = match.group()
    known = _PIECES.get(piece.strip() or " ")
    return re.escape(piece) if known is None else known


def _longest_first(choice: re.Match[str]) -> str:
    """A choice in the order in which it must be tried: "all cookies" before "all"."""
    return f"({'|'.join(sorted(choice[1].split('|'), key=len, reverse=True))})"


def _openings(template: str) -> set[str]:
    """The words that a template may begin with, as ``_opening`` gives them; "#" for a number."""
    choice = _CHOICE.match(template)
    starts = choice[1].split("|") if choice else [template]
    return {_opening(start.strip(), 0) for start in starts}


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
        self._templates: dict[str, tuple[list[str], list[str]]] = {}
        for number, templates in enumerate((strong, weak)):
            for template in templates:
                for opening in _openings(template):
                    self._templates.setdefault(opening, ([], []))[number].append(template)
        # Compiling all of them takes longer than reading an article; few of the words ever open a line.
        self._patterns: dict[str, re.Pattern[str]] = {}

    def _match(self, text: str, start: int) -> re.Match[str] | None:
        """The phrase that begins at a place of a text in lower case."""
        opening = _opening(text, start)
        if opening not in self._templates:
            return None
        if opening not in self._patterns:
            parts = [
                f"(?P<{name}>{_compiled(templates)})"
                for name, templates in zip(("strong", "weak"), self._templates[opening], strict=True)
                if templates
            ]
            self._patterns[opening] = al.compile_pattern(f"(?:{'|'.join(parts)})(?![\\w'’])", re.DOTALL)
        return self._patterns[opening].match(text, start)

    @classmethod
    @lru_cache(maxsize=16)
    def of(cls, strong: tuple[str, ...], weak: tuple[str, ...] = ()) -> PhraseBook:
        """The book of these phrases, compiled once."""
        return cls(strong, weak)

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


def lines(doc: al.Document, block: al.Block) -> Iterator[al.Span]:
    """The lines of a block, without white space at their ends; empty ones are left out."""
    start, end = block.span.start, block.span.end
    if _is_line(doc, block):
        yield block.span
        return
    while start < end:
        stop = doc.text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = doc.text[start:stop]
        if line.strip():
            yield al.Span(stop - len(line.lstrip()), start + len(line.rstrip()))
        start = stop + 1


def _is_line(doc: al.Document, block: al.Block) -> bool:
    """Whether a block is one line, without white space at its ends: nearly all are."""
    text, start, end = doc.text, block.span.start, block.span.end
    return (
        start < end
        and text.find("\n", start, end) < 0
        and not (text[start].isspace() or text[end - 1].isspace())
    )


def covered(doc: al.Document, block: al.Block, book: PhraseBook, longest: int) -> Iterator[al.Span]:
    """
    What of a block is phrases of the book: all of it, or runs of whole lines.

    Lines and blocks of more than ``longest`` code points are prose and are not looked at.
    """
    if len(block.span) <= longest and book.covers(doc.slice(block.span)):
        yield block.span
        return
    if _is_line(doc, block):
        return
    run: al.Span | None = None
    for line in lines(doc, block):
        if len(line) <= longest and book.covers(doc.slice(line)):
            run = al.Span(run.start if run else line.start, line.end)
        elif run:
            yield run
            run = None
    if run:
        yield run


def cut(span: al.Span) -> al.Fix:
    """A fix that deletes a leftover; on request only, for it takes a reader to be sure."""
    return al.Fix((al.Edit(span, ""),), al.Safety.UNSAFE)
