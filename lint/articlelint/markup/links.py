"""
Finds links, pictures, escapes, entities and hard line breaks in a block of Markdown.

The algorithm is "look for link or image" of the CommonMark specification 0.31. tree-sitter's grammar is not
used for this: a few hundred kilobytes of brackets without partners crash it, and its memory grows with the
square of their number.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from articlelint.markup.inline_spans import InlineKind, InlineSpan

_SPECIAL = re.compile(
    r"""
    (?P<escape> \\[!-/:-@\[-`{-~] )
  | (?P<break> \\\n | [ ]{2,}+\n )
  | (?P<entity> &(?: \#[0-9]{1,7} | \#[xX][0-9a-fA-F]{1,6} | [A-Za-z][A-Za-z0-9]{0,31} ); )
  | (?P<open> !?\[ )
  | (?P<close> \] )
    """,
    re.VERBOSE,
)
_KINDS = {"escape": InlineKind.ESCAPE, "break": InlineKind.LINE_BREAK, "entity": InlineKind.ENTITY}
_SPACES = re.compile(r"[ \t\n]*+")
_POINTED = re.compile(r"<(?:\\.|[^<>\n\\])*+>")
_BARE = re.compile(r"\\[!-/:-@\[-`{-~]|\\|[()]|[^()\\\x00-\x20]++")
_TITLE = re.compile(r"""(?:"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+'|\((?:\\.|[^()\\])*+\))""", re.DOTALL)
_LABEL = re.compile(r"\[((?:\\.|[^\[\]\\]){1,999}+)\]", re.DOTALL)
_LONGEST_LABEL = 999
_DEEPEST_PARENTHESES = 32
"""So many may be nested in an address. It bounds the work for a text of opening parentheses."""

_MOST_OPENERS = 1000
"""So many opening brackets are remembered at least; the text of no link has more."""


@dataclass(slots=True)
class _Opener:
    """``[`` or ``![`` whose partner has not come yet, and how many spans had been found before it."""

    start: int
    end: int
    picture: bool
    spans_before: int
    bracket_inside: bool = False


class _Target(NamedTuple):
    """What comes after the text of a link: where it ends, and where the title in it stands."""

    end: int
    title: tuple[int, int] | None = None


def find_links(
    text: str, original: str, labels: AbstractSet[str]
) -> tuple[list[InlineSpan], list[tuple[int, int]]]:
    """
    Return the inline spans, in order and without overlap, and the ranges of the texts of links.

    In ``text``, code and HTML are overwritten with a filler; ``original`` is the text before that. ``labels``
    are the link labels that the document defines: ``[sic]`` is a link only if one of them is "sic".
    """
    spans: list[InlineSpan] = []
    links: list[tuple[int, int]] = []
    openers: list[_Opener] = []
    # So many of the outermost openers have a link inside, so that they cannot begin a link themselves.
    around_link = 0
    at = 0
    while (match := _SPECIAL.search(text, at)) is not None:
        at = match.end()
        found = match.lastgroup or ""
        if found in _KINDS:
            spans.append(InlineSpan(match.start(), at, _KINDS[found]))
        elif found == "open":
            if openers:
                openers[-1].bracket_inside = True
            openers.append(_Opener(match.start(), at, len(match.group()) > 1, len(spans)))
            if len(openers) > 2 * _MOST_OPENERS:
                del openers[:_MOST_OPENERS]
                around_link = max(around_link - _MOST_OPENERS, 0)
        elif openers:
            opener = openers.pop()
            can_begin = opener.picture or len(openers) >= around_link
            around_link = min(around_link, len(openers))
            target = _target(text, original, opener, match.start(), labels) if can_begin else None
            if target is None:
                continue
            if opener.picture:
                del spans[opener.spans_before :]
                words = (opener.end, match.start())
                spans.append(InlineSpan(opener.start, target.end, InlineKind.PICTURE, words, target.title))
            else:
                spans.append(InlineSpan(opener.start, opener.end, InlineKind.LINK))
                spans.append(InlineSpan(match.start(), target.end, InlineKind.LINK))
                links.append((opener.end, match.start()))
                around_link = len(openers)
            at = target.end
    spans.sort(key=lambda span: span.start)
    return spans, sorted(links)


def _target(
    text: str, original: str, opener: _Opener, close: int, labels: AbstractSet[str]
) -> _Target | None:
    """What makes the brackets from an opener to ``close`` a link or a picture; None if nothing does."""
    after = close + 1
    if text.startswith("(", after):
        target = _inline_target(text, after)
        if target is not None:
            return target
    label = _LABEL.match(text, after)
    if label is not None:
        written = original[label.start(1) : label.end(1)]
        return _Target(label.end()) if normal_label(written) in labels else None
    if opener.bracket_inside or close - opener.end > _LONGEST_LABEL:
        return None
    if normal_label(original[opener.end : close]) not in labels:
        return None
    return _Target(after + 2 if text.startswith("[]", after) else after)


def _inline_target(text: str, start: int) -> _Target | None:
    """The address and title in parentheses that begin at an offset; None if they are not well formed."""
    at = _after_spaces(text, start + 1)
    pointed = _POINTED.match(text, at)
    if pointed is not None:
        at = pointed.end()
    elif text.startswith("<", at):
        return None
    else:
        at = _after_address(text, at)
    before_title = at
    at = _after_spaces(text, at)
    title = _TITLE.match(text, at) if at > before_title else None
    if title is not None:
        at = _after_spaces(text, title.end())
    if not text.startswith(")", at):
        return None
    return _Target(at + 1, (title.start() + 1, title.end() - 1) if title is not None else None)


def _after_spaces(text: str, at: int) -> int:
    spaces = _SPACES.match(text, at)
    return spaces.end() if spaces is not None else at


def _after_address(text: str, at: int) -> int:
    """Return where an address without angle brackets ends: parentheses in it must have partners."""
    depth = 0
    while (part := _BARE.match(text, at)) is not None:
        if part.group() == "(":
            depth += 1
            if depth > _DEEPEST_PARENTHESES:
                break
        elif part.group() == ")":
            if not depth:
                break
            depth -= 1
        at = part.end()
    return at


def normal_label(label: str) -> str:
    """Return a link label in the form in which labels are compared: white space and case do not count."""
    return " ".join(label.split()).casefold()
