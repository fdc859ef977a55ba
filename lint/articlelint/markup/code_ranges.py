"""Where code stands in a document of a relative of Markdown, before its other markup is looked for."""

from __future__ import annotations

import re

from articlelint.markup.inline_spans import InlineKind
from articlelint.markup.raw_spans import find_raw_spans

_FENCE = re.compile(r"^[ \t>]*+(`{3,}+|~{3,}+)[^`\n]*+$", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:[^\S\n]*+\S[^\n]*+(?:\n|\Z))+")
_NOT_NEWLINE = re.compile(r"[^\n]")


def without_code(text: str) -> str:
    """Return the text with fenced blocks and code spans overwritten by spaces, except for line breaks."""
    parts: list[str] = []
    at = 0
    while (fence := _FENCE.search(text, at)) is not None:
        mark = fence[1]
        closing = re.compile(rf"^[ \t>]*{mark}{mark[0]}*[ \t]*$", re.MULTILINE).search(text, fence.end())
        end = closing.end() if closing is not None else len(text)
        parts += _without_spans(text[at : fence.start()]), _NOT_NEWLINE.sub(" ", text[fence.start() : end])
        at = end
    return "".join([*parts, _without_spans(text[at:])])


def _without_spans(text: str) -> str:
    """The text with its code spans overwritten by spaces. None reaches beyond a paragraph."""
    parts: list[str] = []
    at = 0
    for paragraph in _PARAGRAPH.finditer(text) if "`" in text else ():
        for span in find_raw_spans(paragraph.group()):
            if span.kind is InlineKind.CODE:
                start, end = paragraph.start() + span.start, paragraph.start() + span.end
                parts += text[at:start], _NOT_NEWLINE.sub(" ", text[start:end])
                at = end
    return "".join([*parts, text[at:]])
