"""
Phrase templates, and the lines of a document that consist of phrases.

A template is in lower case. In it, ``#`` stands for a number, ``~`` for a few words of one sentence, ``...``
for any text, ``(a|b)`` for a choice and ``[a]`` for a part that may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import articlelint as al

# What may stand between two phrases of a line, and at its ends.
_JOIN = re.compile(r"[\s\ufeff\u200b.,:;!?|•·*/>»«›–—_()…\-]*")
# The regular expression of each piece of a template.
_PIECES = {
    "...": r".*",
    "~": r"[^.!?\n]{1,80}(?!\s*[.!?])",
    "#": r"\d[\d,.:]*(?:[km]\b)?",
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


def _pattern_of(template: str) -> str:
    """Return the regular expression of a template."""
    with_ordered_choices = _CHOICE.sub(_longest_first, template)
    return _PIECE.sub(_piece_pattern, with_ordered_choices)


def _piece_pattern(match: re.Match[str]) -> str:
    """Return the regular expression of one piece of a template."""
    piece = match.group()
    known = _PIECES.get(piece.strip() or " ")
    return re.escape(piece) if known is None else known


def _longest_first(choice: re.Match[str]) -> str:
    """Return a choice in the order in which it must be tried: "all cookies" before "all"."""
    return f"({'|'.join(sorted(choice[1].split('|'), key=len, reverse=True))})"


def _opening(text: str, start: int) -> str:
    """Return the word at an offset, "#" for a number, or the character there if it begins no word."""
    word = _WORD.match(text, start)
    if word is None:
        return text[start]
    return "#" if word.group()[0].isdigit() else word.group()


def _openings(template: str) -> list[str]:
    """Return the words that a template may begin with, see ``_opening``."""
    choice = _CHOICE.match(template)
    starts = _STARTS.findall(choice[1]) if choice else [_opening(template, 0)]
    return ["#" if start[0].isdigit() else start for start in starts]


def _by_opening(templates: Iterable[str]) -> dict[str, list[str]]:
    """Group templates by the words that they may begin with."""
    found: dict[str, list[str]] = {}
    for template in templates:
        for opening in _openings(template):
            found.setdefault(opening, []).append(template)
    return found


def _alternation(templates: Iterable[str]) -> str:
    """Return one pattern for all templates: first those that match the rest of the line, then the longest."""
    ordered = sorted(set(templates), key=lambda t: (not t.endswith(("~", "...")), -len(t), t))
    return "|".join(_pattern_of(template) for template in ordered)


class PhraseBook:
    """
    Phrases that together make up a whole line.

    One of the ``strong`` phrases is enough; ``weak`` phrases count only together with others, as a line that
    says only "Email" is no leftover. Both are templates, see above.
    """

    def __init__(self, strong: Iterable[str], weak: Iterable[str] = ()) -> None:
        self._strong = _by_opening(strong)
        self._weak = _by_opening(weak)
        # By opening; a pattern is compiled when the first phrase with that opening is met.
        self._patterns: dict[str, re.Pattern[str]] = {}

    def covers(self, line: str, *, weak: int = 3) -> bool:
        """Whether a line consists of phrases only, one of them strong or this many different weak ones."""
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

    def _match(self, text: str, start: int) -> re.Match[str] | None:
        """Return the match of the phrase that begins at an offset of a text in lower case."""
        opening = _opening(text, start)
        if opening not in self._strong and opening not in self._weak:
            return None
        if opening not in self._patterns:
            self._patterns[opening] = self._compile(opening)
        return self._patterns[opening].match(text, start)

    def _compile(self, opening: str) -> re.Pattern[str]:
        """Return the pattern of the phrases with an opening, with the groups "strong" and "weak"."""
        parts: list[str] = []
        for group, templates in (("strong", self._strong), ("weak", self._weak)):
            if opening in templates:
                parts.append(f"(?P<{group}>{_alternation(templates[opening])})")
        return re.compile(f"(?:{'|'.join(parts)})(?![\\w'’])", re.DOTALL)


def _join_end(text: str, start: int) -> int:
    """Return where the spaces and marks between two phrases end."""
    match = _JOIN.match(text, start)
    return match.end() if match else start


def lines_of(doc: al.Document, block: al.Block) -> Iterator[al.Span]:
    """Yield the lines of a block that are not empty, without the white space at their ends."""
    start = block.span.start
    for line in doc.slice(block.span).split("\n"):
        end = start + len(line)
        if line.strip():
            yield al.Span(end - len(line.lstrip()), start + len(line.rstrip()))
        start = end + 1


def covered(doc: al.Document, block: al.Block, book: PhraseBook, longest: int) -> Iterator[al.Span]:
    """
    Yield the parts of a block that consist of phrases of a book: all of it, or runs of whole lines.

    Lines and blocks of more than ``longest`` code points are taken for prose.
    """
    if _is_covered(doc, block.span, book, longest):
        yield block.span
        return
    run: al.Span | None = None
    for line in lines_of(doc, block):
        if _is_covered(doc, line, book, longest):
            run = al.Span(run.start if run else line.start, line.end)
        elif run:
            yield run
            run = None
    if run:
        yield run


def _is_covered(doc: al.Document, span: al.Span, book: PhraseBook, longest: int) -> bool:
    """Whether a part of the text is short enough and consists of phrases only."""
    return len(span) <= longest and book.covers(doc.slice(span))


def cut(span: al.Span) -> al.Fix:
    """Return a fix that deletes a leftover. It is unsafe: a person must make sure that it is one."""
    return al.Fix((al.Edit(span, ""),), al.Safety.UNSAFE)
