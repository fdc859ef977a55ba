"""Raw spans of Markdown, which take precedence over others: code, HTML tags and comments, autolinks."""

from __future__ import annotations

import re

from articlelint.markup.inline_spans import InlineKind, InlineSpan

_ATTRIBUTE = r"""\s+[A-Za-z_:][\w.:-]*+(?:\s*=\s*(?:[^\s"'=<>`]++|'[^']{0,4000}+'|"[^"]{0,4000}+"))?"""
_SPAN = re.compile(
    rf"""
    \\.
  | (?P<code> `+ )
  | (?P<tag> <(?: [A-Za-z][A-Za-z0-9-]*+(?:{_ATTRIBUTE})*+\s*+/?> | /[A-Za-z][A-Za-z0-9-]*+\s*+> ) )
  | (?P<link> <(?: [A-Za-z][A-Za-z0-9.+-]{{1,31}}:[^\s<>]*+
                 | [\w.!\#$%&'*+/=?^`{{|}}~-]++@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*+ )> )
  | (?P<opaque> <!-- | <\? | <!\[CDATA\[ | <![A-Za-z] )
    """,
    re.VERBOSE | re.DOTALL,
)
_CLOSERS = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}


def find_raw_spans(text: str) -> list[InlineSpan]:
    """Return the raw spans of the text of a block, in order. As in CommonMark, the leftmost wins."""
    spans: list[InlineSpan] = []
    unclosed: set[str] = set()
    at = 0
    while (match := _SPAN.search(text, at)) is not None:
        at = match.end()
        found = match.lastgroup
        if found == "code":
            end = _closed_code(text, match.group(), at, unclosed)
            kind = InlineKind.CODE
        elif found == "opaque":
            end = _closed(text, match.group(), at, unclosed)
            kind = InlineKind.TAG
        elif found is not None:
            end, kind = at, InlineKind.TAG if found == "tag" else InlineKind.ADDRESS
        else:
            continue
        if end >= 0:
            spans.append(InlineSpan(match.start(), end, kind))
            at = end
    return spans


def _closed_code(text: str, ticks: str, at: int, unclosed: set[str]) -> int:
    """Return where a code span ends: after as many backquotes as it begins with; -1 if they never come."""
    if ticks in unclosed:
        return -1
    close = re.compile(rf"(?<!`){ticks}(?!`)").search(text, at)
    if close is None:
        # Remembered: a text full of unclosed marks must not be searched to its end for each.
        unclosed.add(ticks)
        return -1
    return close.end()


def _closed(text: str, opener: str, at: int, unclosed: set[str]) -> int:
    """Return where a comment, an instruction or a declaration ends; -1 if it is not closed."""
    closer = _CLOSERS.get(opener, ">")
    if closer in unclosed:
        return -1
    if opener == "<!--" and text.startswith((">", "->"), at):
        return text.index(">", at) + 1
    close = text.find(closer, at)
    if close < 0:
        unclosed.add(closer)
        return -1
    return close + len(closer)
