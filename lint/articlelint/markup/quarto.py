"""Quarto and R Markdown: Markdown as Pandoc reads it, with chunks of code."""

from __future__ import annotations

import re

from articlelint.markup.builder import Mask
from articlelint.markup.code_ranges import without_code
from articlelint.markup.file_formats import FORMATS
from articlelint.markup.markdown import MarkdownParser
from articlelint.markup.shortcodes import Overwritten

_KEY = r"-?@(?:\{[^{}\n]*\}|[A-Za-z0-9_][\w:.#$%&+?<>~/-]*(?<=\w))"
_INSIDE = r"(?:[^\[\]\n]|\n(?!\s*\n)){0,300}?"
_ROWS = r"(?:[^\S\n]*+\S[^\n]*+(?:\n|\Z))*"
_MARKUP = re.compile(
    rf"""
    \\@ref\([^()\n]*\) (?P<reference>)
  | \\.
  | (?P<citation> \[{_INSIDE}(?<![\w.]){_KEY}{_INSIDE}\](?![(\[]) )
  | (?P<key> (?<![\w.@/]) {_KEY} (?:[ ]\[[^\[\]\n]*\])? )
  | (?P<note> \^\[(?:[^\[\]\n]|\n(?!\s*\n)|\[[^\[\]\n]*\]){{0,2000}}+\] )
  | (?P<formula> (?<![\w$\\])\$(?=[^\s$])(?:[^$\n\\]|\\.|\n(?!\s*\n)){{1,500}}?(?<!\s)\$(?![\d$]) )
  | (?P<ordinal> \^(?=[a-z]{{1,4}}\^) | (?<=\^[a-z][a-z])\^ )
  | (?P<raised> (?<=\w)\^[^\s^\[\]]{{1,40}}\^ )
  | (?P<span> \[(?=[^\[\]\n]{{1,400}}\]\{{) ) | (?P<span_end> (?<=[^\[\]\n])\]\{{[^{{}}\n]*\}} )
  | (?P<definition> ^[ ]{{0,2}}[:~](?=[ \t]+\S) )
  | (?P<grid> ^[ ]{{0,3}}\+[-=+:]{{3,}}\+[ \t]*\n(?:[ ]{{0,3}}[|+][^\n]*(?:\n|\Z))* )
  | (?P<simple> ^(?:(?![ ]{{0,3}}-)[^\S\n]*+\S[^\n]*+\n)? [ ]*-{{2,}}(?:[ ]+-{{2,}})+[ ]*\n{_ROWS} )
  | (?P<line> ^\|(?=[ ][^|\n]*$) )
    """,
    re.VERBOSE | re.MULTILINE,
)
_PRINTED = frozenset({"reference", "key", "formula", "raised"})
_NOT_NEWLINE = re.compile(r"[^\n]")


class QuartoParser(MarkdownParser):
    """Reads Quarto and R Markdown. What a citation, a reference or a formula prints stands for code."""

    name = "quarto"
    suffixes = FORMATS["quarto"].suffixes

    def overwrite(self, text: str) -> Overwritten:
        """Return the text with what Pandoc has beside Markdown overwritten."""
        parts: list[str] = []
        masks: list[Mask] = []
        at = 0
        for match in _MARKUP.finditer(without_code(text)):
            kind = match.lastgroup
            if kind is None:
                continue
            start, end = match.span()
            filler = " " if kind in {"grid", "simple", "line"} else "."
            written = "-" if kind == "definition" else _NOT_NEWLINE.sub(filler, text[start:end])
            parts += text[at:start], written
            masks.append(Mask(start, end, kind in _PRINTED))
            at = end
        return Overwritten("".join([*parts, text[at:]]), masks)
