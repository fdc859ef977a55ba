"""Markup of publishing systems beside Markdown and HTML: WordPress shortcodes, and admonitions of MkDocs."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from articlelint.markup.builder import Mask

_VALUE = r"""(?:"[^"\[\]]*+"|'[^'\[\]]*+'|[^\s"'\[\]]++)"""
_SHORTCODE = re.compile(
    rf"""
    (?<![\[!\\]) \[ (?P<close>/)? (?P<name>[A-Za-z][\w-]*+)
    (?P<attributes> (?:[ \t\n]++ (?: [\w-]++ [ \t]*=[ \t]* {_VALUE} | [^\s=\[\]]++ ) )*+ )
    [ \t\n]*+ /?+ \] (?![(\[:])
    """,
    re.VERBOSE,
)
_ADMONITION = re.compile(
    r"""
    ^[ ]*+ (?P<opener> (?: !!! | \?\?\?\+? ) [ \t]+ [A-Za-z][\w-]+ (?:[ \t]+[A-Za-z][\w-]*)*+ | ===[!+]? )
    (?: [ \t]+ "(?P<title>[^"\n]*)" )? [ \t]*$
    """,
    re.VERBOSE | re.MULTILINE,
)
_CAPTION = "caption"
_FILLER = "."
"""Not a space, which would be one with the spaces around it."""
_NOT_NEWLINE = re.compile(r"[^\n]")


class Overwritten(NamedTuple):
    """A text in which markup is overwritten by what Markdown and HTML know, and its masks, in order."""

    text: str
    masks: list[Mask]
    admonitions: AbstractSet[int] = frozenset()
    """Where the lists begin that stand for admonitions."""


def overwrite_shortcodes(text: str) -> Overwritten:
    """
    Overwrite WordPress shortcodes.

    In brackets stands a shortcode if it has an attribute with a value, or if its end tag comes later: "[sic]"
    is none. ``[caption]`` becomes the HTML element of this name.
    """
    found = list(_SHORTCODE.finditer(text)) if "[" in text else []
    last_ends = {match["name"]: match.start() for match in found if match["close"]}
    parts: list[str] = []
    masks: list[Mask] = []
    at = 0
    for match in found:
        opens = "=" in match["attributes"] or last_ends.get(match["name"], -1) > match.start()
        if not match["close"] and not opens:
            continue
        code = match.group()
        if match["name"] == _CAPTION:
            tag = f"<{match['close'] or ''}{_CAPTION}"
            replacement = tag + _NOT_NEWLINE.sub(" ", code[len(tag) : -1]) + ">"
        else:
            replacement = _NOT_NEWLINE.sub(_FILLER, code)
        parts += text[at : match.start()], replacement
        masks.append(Mask(match.start(), match.end(), printed=False))
        at = match.end()
    return Overwritten("".join([*parts, text[at:]]), masks)


def overwrite_admonitions(text: str) -> Overwritten:
    """
    Overwrite the first lines of admonitions and tabs of MkDocs: ``!!! note "Title"``.

    The line becomes a list item with a heading, so that the indented text below it is not taken for code.
    """
    parts: list[str] = []
    masks: list[Mask] = []
    starts: set[int] = set()
    at = 0
    for match in _ADMONITION.finditer(text):
        start, end = match.start("opener"), match.end()
        if match["title"] is None and match["opener"].startswith("="):
            continue
        title_start, title_end = match.span("title") if match["title"] is not None else (end, end)
        parts += text[at:start], "+ ##".ljust(title_start - start), text[title_start:title_end]
        parts.append(" " * (end - title_end))
        masks += Mask(start, title_start, printed=False), Mask(title_end, end, printed=False)
        starts.add(start)
        at = end
    return Overwritten("".join([*parts, text[at:]]), masks, starts)
