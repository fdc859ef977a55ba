"""Template code in Markdown: Liquid and Jinja tags, Hugo shortcodes, attribute lists. None of it is prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TEMPLATE = re.compile(
    r"""
    (?P<block> \{%-?\s*(?P<name>highlight|raw|comment|codeblock)\b[^\n]*?%\}
               .*?
               \{%-?\s*end(?P=name)\s*-?%\} )
  | (?P<shortcode_block> \{\{[<%]\s*(?P<shortcode>highlight|code|mermaid|gist)\b[^\n]*?[%>]\}\}
               (?:(?!\{\{[<%]).)*?
               \{\{[<%]\s*/\s*(?P=shortcode)\s*[%>]\}\} )
  | (?P<tag> \{%[^\n]*?%\} | \{\{[<%].*?[%>]\}\} | \{\#.*?\#\} )
  | (?P<value> \{\{(?!\{)[^{}]*?\}\} | \$\$(?:(?!\n\s*\n)[^$])+\$\$ )
  | (?P<attributes> \{:[^{}\n]*\}
               | (?<=[)\]`*_\ ])\{\s*[.\#][\w-][^{}\n]*\} )
  | (?P<fence> ^[ ]{0,3}:::+[^\n]*$ )
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_FILLER = "."
"""Punctuation that means nothing to Markdown, inside a link's address or beside a mark of emphasis."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A range of the source that is no prose. A value is printed, so that something stands in its place."""

    start: int
    end: int
    value: bool


def find_templates(text: str) -> tuple[str, list[Mask]]:
    """
    The text with template code overwritten, offset for offset, and where it was.

    Code that fills whole lines is overwritten with blanks, so that it separates paragraphs as it does on
    the page; else with a filler, so that ``[a]({{ b }})`` stays a link.
    """
    if "{" not in text and "$$" not in text and ":::" not in text:
        return text, []
    masks: list[Mask] = []
    parts: list[str] = []
    at = 0
    for match in _TEMPLATE.finditer(text):
        start, end = match.span()
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        alone = not text[line_start:start].strip(" \t>") and not text[end:line_end].strip()
        filler = " " if alone else _FILLER
        parts.append(text[at:start])
        parts.append("".join("\n" if char == "\n" else filler for char in text[start:end]))
        masks.append(Mask(start, end, match.lastgroup == "value" and not alone))
        at = end
    parts.append(text[at:])
    return "".join(parts), masks
