"""
Template code, which is not prose: Liquid, Jinja and ERB tags, PHP and Hugo shortcodes.

In Markdown there are formulas, attribute lists and fences too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from heapq import merge

from articlelint.markup.builder import Mask

_TAG = r"\{% | \{\{[<%]? | \{\# | <%[=-]? | <\?(?:php\b|=)"
_TEMPLATE_TAG = re.compile(rf"(?P<whole> (?!) ) | {_TAG}", re.VERBOSE)
_OPENER = re.compile(
    rf"""
    (?P<whole>
        \{{::comment\}} .{{0,4000}}? \{{:/(?:comment)?\}}
      | \{{:[^{{}}\n]*\}} | (?<=[)\]`*_"\ ])\{{\s*[.\#][\w-][^{{}}\n]*\}}
    )
  | {_TAG} | \$\$
    """,
    re.VERBOSE | re.DOTALL,
)
"""The comments and attribute lists of Kramdown and Pandoc, as a whole; how other kinds of code begin."""
_FENCE = re.compile(r"^[ ]{0,3}(?P<whole>:::+[^\n]*|\*\[[^\]\n]+\]:[ ][^\n]*)$", re.MULTILINE)
"""The fences of Pandoc and the abbreviations that are explained, which are whole lines."""
_CLOSERS = {
    "{%": "%}", "{{": "}}", "{{<": ">}}", "{{%": "%}}", "{#": "#}", "$$": "$$",
    "<%": "%>", "<%=": "%>", "<%-": "%>", "<?php": "?>", "<?=": "?>",
}  # fmt: skip
_PRINTED = frozenset({"{{", "$$", "<%=", "<%-", "<?="})
_SHORTCODE = re.compile(r"\{\{[<%]\s*(?P<name>[\w/-]+)")
_CLOSING_SHORTCODE = re.compile(r"\{\{[<%]\s*/\s*([\w/-]+)")
_LONGEST = 4000
_NOT_PROSE = re.compile(r"\s*-?\s*(highlight|raw|comment|codeblock|code|mermaid|math)\b")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_REST_OF_LINE = re.compile(r"[^\S\n]*(?:\n|\Z)")
_NOT_NEWLINE = re.compile(r"[^\n]")
_FILLER = "."
"""A mark that means nothing to Markdown, inside the address of a link or beside a mark of emphasis."""


def find_templates(text: str, *, in_markdown: bool = True) -> tuple[str, list[Mask]]:
    """
    Return the text with template code overwritten, and the ranges of that code.

    Only Markdown has formulas between ``$$``, attribute lists and fences.

    Code that fills whole lines is overwritten with a comment: it separates paragraphs, as on the page, but
    does not end a block of HTML, as a blank line would. Other code is overwritten with a filler, so that
    ``[a]({{ b }})`` stays a link. The text keeps its length.
    """
    masks: list[Mask] = []
    parts: list[str] = []
    unclosed: set[str] = set()
    closed = frozenset(_CLOSING_SHORTCODE.findall(text)) if "{{" in text else frozenset[str]()
    at = 0
    in_tag = False
    for match in _openers(text) if in_markdown else _TEMPLATE_TAG.finditer(text):
        start = match.start()
        end = match.end() if match.group("whole") else _end(text, match, unclosed)
        if start < at or end < 0:
            continue
        if "<" in text[at:start] or ">" in text[at:start]:
            in_tag = text.rfind("<", at, start) > text.rfind(">", at, start)
        alone = (
            _begins_line(text, start)
            and _REST_OF_LINE.match(text, end) is not None
            and (in_markdown or not in_tag)
        )
        parts += text[at:start], overwrite_code(text[start:end], alone=alone)
        prints = match.group() in _PRINTED or _prints(text, start, end, closed)
        masks.append(Mask(start, end, prints and not alone))
        at = end
    parts.append(text[at:])
    return "".join(parts), masks


def outermost(masks: Iterable[Mask]) -> list[Mask]:
    """Return ranges in order, joined where they overlap: an expression of JSX may stand in a formula."""
    found: list[Mask] = []
    for mask in sorted(masks):
        if found and mask.start < found[-1].end:
            last = found[-1]
            found[-1] = Mask(last.start, max(last.end, mask.end), last.printed or mask.printed)
        else:
            found.append(mask)
    return found


def _prints(text: str, start: int, end: int, closed: AbstractSet[str]) -> bool:
    """Whether code is a shortcode of Hugo that stands for something: none that has text up to its end tag."""
    shortcode = _SHORTCODE.match(text, start, end)
    return shortcode is not None and not shortcode["name"].startswith("/") and shortcode["name"] not in closed


def _begins_line(text: str, at: int) -> bool:
    """Whether nothing but the marks of block quotations stands before an offset on its line."""
    while at and text[at - 1] in " \t>":
        at -= 1
    return not at or text[at - 1] == "\n"


def _openers(text: str) -> Iterator[re.Match[str]]:
    """The places where template code begins, in order."""
    return merge(_OPENER.finditer(text), _FENCE.finditer(text), key=lambda match: match.start())


def overwrite_code(code: str, *, alone: bool) -> str:
    """Return a comment, for code that fills whole lines, or a filler; as long as it, with its newlines."""
    if not alone:
        return _NOT_NEWLINE.sub(_FILLER, code)
    if len(code) < len("<!---->") or "\n" in code[:4] or "\n" in code[-3:]:
        return _NOT_NEWLINE.sub(" ", code)
    return "<!--" + _NOT_NEWLINE.sub(_FILLER, code[4:-3]) + "-->"


def _end(text: str, opener: re.Match[str], unclosed: set[str]) -> int:
    """Return where template code ends, with the block that it opens, if any; -1 if it is not closed."""
    mark = opener.group()
    closer = _CLOSERS[mark]
    close = text.find(closer, opener.end(), opener.end() + _LONGEST)
    if close < 0 or (mark[0] != "<" and _BLANK_LINE.search(text, opener.end(), close)):
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
    # Remembered: the text must not be searched to its end for each of many unclosed tags.
    ending = None if pattern in unclosed else re.compile(pattern).search(text, end)
    if ending is None:
        unclosed.add(pattern)
        return end
    return ending.end()
