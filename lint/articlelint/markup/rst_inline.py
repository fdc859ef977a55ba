"""Inline markup of reStructuredText: finds what is not text inside a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.markup.inline_spans import InlineKind, InlineSpan

_BEFORE = r"""(?<![^\s'"(\[{<\-/:‘“’«¡¿–—])"""
_AFTER = r"""(?=[\s'")\]}>\-/:.,;!?\\’”»–—]|\Z)"""
_MARKUP = re.compile(
    rf"""
    (?P<escape> \\(?:\s|.) )
  | {_BEFORE}(?:
        (?P<code> ``(?=\S).{{1,2000}}?(?<=\S)``{_AFTER} )
      | (?P<bold> \*\*(?=[^\s*])(?:\\.|[^\\]){{1,2000}}?(?<=[^\s\\])\*\*{_AFTER} )
      | (?P<italic> \*(?=[^\s*])(?:\\.|[^\\*])*?(?<=[^\s\\])\*{_AFTER} )
      | (?P<role> :[A-Za-z][\w.+:-]*: )? (?P<mark> _?`)(?=[^\s`])(?P<words> (?:\\.|[^`\\])*?)(?<=[^\s\\])`
        (?P<end> (?::[A-Za-z][\w.+:-]*:)? _{{0,2}} ){_AFTER}
      | (?P<substitution> \|(?=\S)[^|\n]+?(?<=\S)\|_{{0,2}}{_AFTER} )
      | (?P<note> \[(?:[0-9]+|\#[\w.-]*|\*|[A-Za-z][\w.:-]*)\]_{_AFTER} )
      | (?P<reference> [^\W_](?:[\w.+:-]*[^\W_])?(?P<marks>__?) ){_AFTER}
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_TARGET = re.compile(r"\s*<[^<>]*>\Z")
_SAID = frozenset(
    """
    emphasis strong sub subscript sup superscript title title-reference t abbr abbreviation term dfn guilabel
    menuselection command
    """.split()
)
"""Roles whose text is printed as it is, in other type."""


def find_rst_spans(text: str) -> list[InlineSpan]:
    """Return all that is not text in a block, in order."""
    return [span for match in _MARKUP.finditer(text) for span in _spans(match)]


def _spans(match: re.Match[str]) -> Iterator[InlineSpan]:
    start, end = match.span()
    if match["escape"]:
        # An escaped blank prints nothing: it ends inline markup inside a word.
        is_blank = match.group()[1].isspace()
        yield InlineSpan(start, end, InlineKind.STRIKE if is_blank else InlineKind.ESCAPE)
    elif match["code"] or match["substitution"]:
        yield InlineSpan(start, end, InlineKind.CODE)
    elif match["bold"]:
        yield InlineSpan(start, start + 2, InlineKind.BOLD_START)
        yield from _escapes(match.string, start + 2, end - 2)
        yield InlineSpan(end - 2, end, InlineKind.BOLD_END)
    elif match["italic"]:
        yield InlineSpan(start, start + 1, InlineKind.ITALIC_START)
        yield from _escapes(match.string, start + 1, end - 1)
        yield InlineSpan(end - 1, end, InlineKind.ITALIC_END)
    elif match["note"]:
        # A note prints a raised number; a citation prints its label, in brackets.
        is_citation = match.group()[1].isalpha()
        yield InlineSpan(start, end, InlineKind.CODE if is_citation else InlineKind.LINK)
    elif match["reference"]:
        yield InlineSpan(match.start("marks"), end, InlineKind.STRIKE)
    else:
        yield from _interpreted(match)


def _interpreted(match: re.Match[str]) -> Iterator[InlineSpan]:
    """The spans of text between single backquotes: that of a role, or of a link."""
    start, end = match.span("words")
    target = _TARGET.search(match.string, start, end)
    role = (match["role"] or match["end"].rstrip("_")).strip(":").rpartition(":")[2]
    if role and role not in _SAID and (target is None or target.start() == start):
        yield InlineSpan(*match.span(), InlineKind.CODE)
        return
    if target is not None and target.start() == start:
        # A link without a text prints its address.
        yield InlineSpan(*match.span(), InlineKind.CODE)
        return
    last = target.start() if target is not None else end
    yield InlineSpan(match.start(), start, InlineKind.STRIKE)
    yield from _escapes(match.string, start, last)
    yield InlineSpan(last, match.end(), InlineKind.STRIKE)


def _escapes(text: str, start: int, end: int) -> Iterator[InlineSpan]:
    """The escapes inside a span."""
    for match in re.compile(r"\\(\s|.)", re.DOTALL).finditer(text, start, end):
        kind = InlineKind.STRIKE if match[1].isspace() else InlineKind.ESCAPE
        yield InlineSpan(*match.span(), kind)
