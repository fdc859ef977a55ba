"""Inline markup of AsciiDoc: finds what is not text inside a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.markup.inline_spans import InlineKind, InlineSpan

_ROLE = r"(?:\[[^\[\]\n]*\])?"
_WORDS = r"(?:[^\[\]]|\[[^\[\]]*\]|(?<=\\)\])*?"
_MARKUP = re.compile(
    rf"""
    (?P<escape> \\(?=[*_`\#^~{{\[<(:+'"\\]|[a-z]+:) )
  | (?P<code> {_ROLE}``[^`]+?`` | (?<![\w;:`]){_ROLE}`(?=[^\s`])[^`]*?(?<=\S)`(?![\w`])
      | \+\+\+.{{1,2000}}?\+\+\+ | \+\+.{{1,2000}}?\+\+ | (?<![\w+])\+(?=\S)[^+\n]*?(?<=\S)\+(?![\w+])
      | (?:pass|stem|latexmath|asciimath|kbd|btn):[a-z,]*\[[^\]]*\] | menu:[^\s\[\]]+\[[^\]]*\]
      | \{{[A-Za-z0-9_][\w:-]*\}} | <<[^<>,\n]+>> | (?:image|icon):(?!:)[^\s\[\]]+\[[^\]]*\] )
  | (?P<quote> (?P<quote_mark>["'])`(?=\S)(?P<quoted> [^`]+?)(?<=\S)`(?P=quote_mark) )
  | (?P<entity> &(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,12}}); )
  | (?P<hidden> \(\(\([^()]+\)\)\) | \[\[[^\[\]\n]*\]\] | anchor:[^\s\[\]]+\[[^\]]*\] | indexterm:\[[^\]]*\]
      | (?:footnote|footnoteref):[\w-]*\[{_WORDS}(?<!\\)\] | (?<=\S)[ ]?<(?:\d+|\.)>(?=\s|\Z) )
  | (?P<break> [ ]\+(?=\n) )
  | (?P<address> (?: (?:link|xref|mailto):(?:\+\+\S+?\+\+|[^\s\[\]]+) | (?:https?|ftp)://[^\s\[\]<>]+ )
      \[(?=[^\]]) )
  | (?P<bare> (?:link|xref|mailto):[^\s\[\]]+\[\] )
  | (?P<empty> (?<=[^\s\[\]])\[\](?=\W|\Z) )
  | (?P<reference> <<[^<>,\n]+,[ ]? ) | (?P<reference_end> >> )
  | (?P<term> \(\((?=[^()]+\)\)) | (?<=[^()])\)\) )
  | (?P<bold> {_ROLE}\*\*(?=\S)[^*]+?\*\* | (?<![\w;:*]){_ROLE}\*(?=[^\s*])[^*]*?(?<=\S)\*(?![\w*]) )
  | (?P<italic> {_ROLE}__(?=\S)[^_]+?__
      | (?<![\w;:_]){_ROLE}_(?=[^\s_])(?:[^_]|(?<=\w)_(?=\w))*?(?<=\S)_(?![\w_]) )
  | (?P<mark> {_ROLE}\#\#(?=\S)[^\#]+?\#\# | (?<![\w;:\#&]){_ROLE}\#(?=[^\s\#])[^\#]*?(?<=\S)\#(?![\w\#]) )
  | (?P<raised> \^[^\s^]+\^ | ~[^\s~]+~ )
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS = {
    **dict.fromkeys(("code", "bare", "bold", "italic", "mark"), InlineKind.CODE),
    "entity": InlineKind.ENTITY,
    "hidden": InlineKind.LINK,
    "break": InlineKind.LINE_BREAK,
}
"""What is one span. Styles are, where they are nested too deep."""
_STYLES = {"bold": "*", "italic": "_", "mark": "#"}
_STARTS = {"bold": InlineKind.BOLD_START, "italic": InlineKind.ITALIC_START}
_ENDS = {"bold": InlineKind.BOLD_END, "italic": InlineKind.ITALIC_END}
_DROPPED = frozenset({"escape", "empty", "reference_end", "term"})
_DEEPEST = 6


def find_asciidoc_spans(text: str) -> list[InlineSpan]:
    """Return all that is not text in a block, in order."""
    return list(_find(text, 0, len(text), 0))


def _find(text: str, start: int, end: int, depth: int) -> Iterator[InlineSpan]:
    at = start
    in_reference = False
    while (match := _MARKUP.search(text, at, end)) is not None:
        kind = match.lastgroup or ""
        first, at = match.span()
        if kind == "quote_mark" or match["quote"]:
            yield InlineSpan(first, first + 2, InlineKind.ENTITY)
            yield from _find(text, first + 2, at - 2, depth + 1)
            yield InlineSpan(at - 2, at, InlineKind.ENTITY)
        elif kind in _STYLES and depth < _DEEPEST:
            yield from _styled(match, kind, depth)
        elif kind in _KINDS:
            yield InlineSpan(first, at, _KINDS[kind])
        elif kind == "address":
            close = text.find("]", at, end)
            if close > 0:
                yield from _link(text, first, at, close, depth)
                at = close + 1
        elif kind == "raised":
            yield from _raised(text, first, at)
        elif kind == "reference":
            in_reference = True
            yield InlineSpan(first, at, InlineKind.STRIKE)
        elif kind in _DROPPED and (kind != "reference_end" or in_reference):
            yield InlineSpan(first, at, InlineKind.STRIKE)
            at += kind == "escape"


def _styled(match: re.Match[str], kind: str, depth: int) -> Iterator[InlineSpan]:
    """The marks around text in bold, in italics or highlighted, and what is inside."""
    text = match.string
    mark = _STYLES[kind]
    start = text.index(mark, text.index("]", match.start()) if text[match.start()] == "[" else match.start())
    double = match.group().endswith(mark * 2) and text.startswith(mark * 2, start)
    inner, last = start + 1 + double, match.end() - 1 - double
    yield InlineSpan(match.start(), inner, _STARTS.get(kind, InlineKind.STRIKE))
    yield from _find(text, inner, last, depth + 1)
    yield InlineSpan(last, match.end(), _ENDS.get(kind, InlineKind.STRIKE))


def _link(text: str, start: int, words: int, close: int, depth: int) -> Iterator[InlineSpan]:
    """The address of a link, and what follows its text."""
    # Named attributes follow the text; in quotation marks, the text may have commas and equals signs.
    attributes = re.compile(r",[ ]*(?:window|role|opts|rel|subject|title|id)=|\^\Z").search(
        text, words, close
    )
    last = attributes.start() if attributes is not None else close
    quoted = last - words > 1 and text[words] == text[last - 1] == '"'
    yield InlineSpan(start, words + quoted, InlineKind.STRIKE)
    if depth < _DEEPEST:
        yield from _find(text, words + quoted, last - quoted, depth + 1)
    yield InlineSpan(last - quoted, close + 1, InlineKind.STRIKE)


def _raised(text: str, start: int, end: int) -> Iterator[InlineSpan]:
    """Letters that are raised or lowered are text; a number would read as a part of the one before it."""
    if text[start + 1 : end - 1].isalpha() or text[start] == "~":
        yield InlineSpan(start, start + 1, InlineKind.STRIKE)
        yield InlineSpan(end - 1, end, InlineKind.STRIKE)
    else:
        yield InlineSpan(start, end, InlineKind.CODE)
