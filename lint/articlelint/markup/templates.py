"""Template code in Markdown: Liquid and Jinja tags, Hugo shortcodes, attribute lists. None of it is prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

from articlelint.markup.builder import Mask

# It begins with a set of characters, which re looks for fast; which of them it was is looked up behind it.
_OPENER = re.compile(
    r"""
    [{$] (?: (?<=\{) (?P<whole> :[^{}\n]*\} | (?<=[)\]`*_"\ ]\{)\s*[.\#][\w-][^{}\n]*\} )
           | (?<=\{) (?: % | \{[<%]? | \# )
           | (?<=\$) \$ )
    """,
    re.VERBOSE,
)
"""Kramdown's and Pandoc's attributes stand whole; the others run to what closes them."""
_FENCE = re.compile(r"^[ ]{0,3}(?P<whole>:::+[^\n]*)$", re.MULTILINE)
"""Pandoc's fences, whole lines."""
_CLOSERS = {"{%": "%}", "{{": "}}", "{{<": ">}}", "{{%": "%}}", "{#": "#}", "$$": "$$"}
_PRINTED = frozenset({"{{", "$$"})
_LONGEST = 4000
_NOT_PROSE = re.compile(r"\s*-?\s*(highlight|raw|comment|codeblock|code|mermaid|math)\b")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_NOT_NEWLINE = re.compile(r"[^\n]")
_FILLER = "."
"""Punctuation that means nothing to Markdown, inside a link's address or beside a mark of emphasis."""


def find_templates(text: str) -> tuple[str, list[Mask]]:
    """
    The text with template code overwritten, offset for offset, and where it was.

    Code that fills whole lines is overwritten with a comment, so that it separates paragraphs as it does on
    the page and does not end HTML as a blank line would; else with a filler, so that ``[a]({{ b }})`` stays
    a link.
    """
    if "{" not in text and "$$" not in text and ":::" not in text:
        return text, []
    masks: list[Mask] = []
    parts: list[str] = []
    unclosed: set[str] = set()
    at = 0
    for match in _openers(text):
        start = match.start()
        end = match.end() if match.group("whole") else _end(text, match, unclosed)
        if start < at or end < 0:
            continue
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        alone = not text[line_start:start].strip(" \t>") and not text[end:line_end].strip()
        parts += text[at:start], _overwritten(text[start:end], alone=alone)
        masks.append(Mask(start, end, match.group() in _PRINTED and not alone))
        at = end
    parts.append(text[at:])
    return "".join(parts), masks


def _openers(text: str) -> Iterator[re.Match[str]]:
    """What template code begins with, in order."""
    openers = _OPENER.finditer(text)
    if ":::" not in text:
        return openers
    return merge(openers, _FENCE.finditer(text), key=lambda match: match.start())


def _overwritten(code: str, *, alone: bool) -> str:
    """As long as the code, with its newlines."""
    if not alone:
        return _NOT_NEWLINE.sub(_FILLER, code)
    if len(code) < len("<!---->") or "\n" in code[:4] or "\n" in code[-3:]:
        return _NOT_NEWLINE.sub(" ", code)
    return "<!--" + _NOT_NEWLINE.sub(_FILLER, code[4:-3]) + "-->"


def _end(text: str, opener: re.Match[str], unclosed: set[str]) -> int:
    """Where template code ends, its block of code or comment included; -1 if nothing closes it."""
    mark = opener.group()
    closer = _CLOSERS[mark]
    close = text.find(closer, opener.end(), opener.end() + _LONGEST)
    if close < 0 or _BLANK_LINE.search(text, opener.end(), close):
        return -1
    end = close + len(closer)
    name = _NOT_PROSE.match(text, opener.end(), close)
    if name is None or mark in _PRINTED:
        return end
    word = name.group(1)
    pattern = (
        rf"\{{%-?\s*end{word}\b[^\n]*?%\}}"
        if mark == "{%"
        else rf"\{{\{{[<%]\s*/\s*{word}\b[^\n]*?[>%]\}}\}}"
    )
    # Remembered, so that many tags that are never closed do not each search the whole text.
    ending = None if pattern in unclosed else re.compile(pattern).search(text, end)
    if ending is None:
        unclosed.add(pattern)
        return end
    return ending.end()
