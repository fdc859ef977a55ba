"""
HTML as tokens with exact offsets.

The standard library's ``html.parser`` is not used: some of its releases need time that grows with the square
of the number of tags that are never closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_SPACE = r"[ \t\n\r\f]"
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^ \t\n\r\f>"'][^ \t\n\r\f>]*+)"""
_NAME = r"[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+"
_TAG = re.compile(
    rf"<([A-Za-z][^ \t\n\r\f/>]*+)(?:[ \t\n\r\f/]++|{_NAME}(?:{_SPACE}*+={_SPACE}*+{_VALUE}?+)?+)*+>"
)
_SIMPLE_TAG = re.compile(r"<([A-Za-z][^ \t\n\r\f/<>]*+)[^<>]*+>")
_END_TAG = re.compile(r"</([A-Za-z][^ \t\n\r\f/>]*+)[^>]*+>")
_ATTRIBUTE = re.compile(rf"({_NAME})(?:{_SPACE}*+={_SPACE}*+({_VALUE})?+)?+")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});?")
_TEXT = re.compile(r"[^<&]++")
RAW_TEXT = frozenset({"script", "style"})
"""Elements in which nothing is markup but their end tag."""


class HtmlKind(Enum):
    """What a token is."""

    TEXT = auto()
    REFERENCE = auto()
    """A character reference, such as ``&amp;``."""
    START_TAG = auto()
    END_TAG = auto()
    COMMENT = auto()
    HIDDEN = auto()
    """Code of a script or style, a declaration, an instruction, a CDATA section: browsers show none of it."""


class HtmlToken(NamedTuple):
    """A token of HTML; ``name`` is that of a tag, in lower case."""

    kind: HtmlKind
    start: int
    end: int
    name: str = ""


def html_tokens(text: str, start: int, end: int) -> Iterator[HtmlToken]:
    """Yield the tokens of a range of a text, in order and without gaps. No character is looked at often."""
    missing: set[str] = set()
    at = start
    while at < end:
        token = _markup_token(text, at, end, missing)
        if token is None:
            # A "<" or "&" that begins nothing is text.
            rest = _TEXT.match(text, at + (text[at] in "<&"), end)
            token = HtmlToken(HtmlKind.TEXT, at, rest.end() if rest is not None else at + 1)
        yield token
        at = token.end
        if token.kind is HtmlKind.START_TAG and token.name in RAW_TEXT:
            close = _raw_text_end(text, token.name, at, end)
            if close > at:
                yield HtmlToken(HtmlKind.HIDDEN, at, close)
                at = close


def _raw_text_end(text: str, name: str, at: int, end: int) -> int:
    """Return where the end tag of an element begins; as for a browser, the end of the range if none comes."""
    found = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, at, end)
    return found.start() if found is not None else end


def _markup_token(text: str, at: int, end: int, missing: set[str]) -> HtmlToken | None:
    """
    The token that begins at an offset with "<" or "&"; None for text.

    ``missing`` has what does not come again before the end, so that it is not searched for more than once.
    """
    if text[at] == "&":
        reference = _REFERENCE.match(text, at, end)
        return HtmlToken(HtmlKind.REFERENCE, at, reference.end()) if reference is not None else None
    if text[at] != "<":
        return None
    following = text[at + 1 : at + 2]
    if following.isascii() and following.isalpha():
        return _start_tag(text, at, end, missing)
    if text.startswith("<!--", at):
        return HtmlToken(HtmlKind.COMMENT, at, _comment_end(text, at, end))
    if following not in {"!", "?", "/"} or ">" in missing:
        return None
    tag = _END_TAG.match(text, at, end)
    if tag is not None:
        return HtmlToken(HtmlKind.END_TAG, at, tag.end(), tag.group(1).lower())
    close = text.find(">", at, end)
    if close < 0:
        missing.add(">")
        return None
    return HtmlToken(HtmlKind.HIDDEN, at, close + 1)


def _start_tag(text: str, at: int, end: int, missing: set[str]) -> HtmlToken | None:
    """The start tag that begins at an offset; None if it is never closed."""
    if ">" in missing:
        return None
    tag = None if "tag" in missing else _TAG.match(text, at, end)
    if tag is None:
        # The quotation mark of a value has no partner, or the tag is not closed. From here on, quotation
        # marks count for nothing.
        missing.add("tag")
        tag = _SIMPLE_TAG.match(text, at, end)
    return HtmlToken(HtmlKind.START_TAG, at, tag.end(), tag.group(1).lower()) if tag is not None else None


def _comment_end(text: str, at: int, end: int) -> int:
    """Return where a comment ends; as for a browser, one that is not closed reaches to the end."""
    for short in ("<!-->", "<!--->"):
        if text.startswith(short, at):
            return at + len(short)
    close = text.find("-->", at + 4, end)
    return close + 3 if close >= 0 else end


class Attribute(NamedTuple):
    """An attribute of a tag: its name in lower case, and where its value stands, without quotation marks."""

    name: str
    start: int
    end: int


def attributes(text: str, tag: HtmlToken) -> Iterator[Attribute]:
    """Yield the attributes of a start tag; one without a value has an empty range."""
    at, end = tag.start + 1 + len(tag.name), tag.end - 1
    while (match := _ATTRIBUTE.search(text, at, end)) is not None:
        at = match.end()
        first, last = match.span(2) if match.group(2) else (at, at)
        if last - first > 1 and text[first] in "\"'":
            first, last = first + 1, last - 1
        yield Attribute(match.group(1).lower(), first, last)
