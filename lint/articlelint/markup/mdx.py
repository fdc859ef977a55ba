"""MDX: Markdown with the elements and expressions of JSX, and with imports and exports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articlelint.markup.builder import Mask
from articlelint.markup.code_ranges import without_code
from articlelint.markup.file_formats import FORMATS
from articlelint.markup.markdown import MarkdownParser
from articlelint.markup.shortcodes import Overwritten
from articlelint.markup.templates import overwrite_code

_OPENING = re.compile(
    r"""
    \\. | (?P<module> ^(?:import|export)(?=[ \t{*"']) ) | (?P<brace> \{ )
  | (?P<tag> </?(?: (?P<name>[A-Za-z][\w.:-]*+) (?=[\s/>{]) | (?=>) ) )
    """,
    re.VERBOSE | re.MULTILINE,
)
_CODE = re.compile(
    r"""
    (?P<open> \{ ) | (?P<close> \} ) | /\*.*?\*/ | (?<!:)//[^\n]*
  | "(?:\\.|[^"\\\n])*+" | '(?:\\.|[^'\\\n])*+' | `(?:\\.|[^`\\])*+`
    """,
    re.VERBOSE | re.DOTALL,
)
_IN_TAG = re.compile(
    r"""\s++ | [\w.:-]++ | = | "[^"]{0,4000}+" | '[^']{0,4000}+' | (?P<brace> \{ ) | (?P<end> /?+> )""",
    re.VERBOSE,
)
_LONGEST = 4000
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)|\Z")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\n|\Z)")
_COMMENT = re.compile(r"\{\s*/\*(?P<words>.*)\*/\s*\}", re.DOTALL)
_SPACE = re.compile(r"""\{\s*(?:"\s*"|'\s*')\s*\}""")
_NOT_NEWLINE = re.compile(r"[^\n]")
_PLAIN_CONTAINERS = frozenset({"div", "section", "article", "main", "center", "details"})
"""Elements of HTML that, alone on a line, have Markdown inside."""


class _Found(NamedTuple):
    """A range of JSX, and what stands for it in the text that is read as Markdown."""

    start: int
    end: int
    replacement: str
    masked: bool = True
    printed: bool = False


class MdxParser(MarkdownParser):
    """Reads MDX. Expressions and components stand in the prose as code does; what they print is not known."""

    name = "mdx"
    suffixes = FORMATS["mdx"].suffixes
    html_comments = False

    def overwrite(self, text: str) -> Overwritten:
        """Return the text with JSX overwritten."""
        parts: list[str] = []
        masks: list[Mask] = []
        tags: list[_Found] = []
        at = 0
        for found in _find(text):
            if text[found.start] == "<" and _is_alone(text, found.start, found.end):
                tags.append(found)
            parts += text[at : found.start], found.replacement
            if found.masked:
                masks.append(Mask(found.start, found.end, found.printed))
            at = found.end
        overwritten = "".join([*parts, text[at:]])
        return Overwritten(_without_indents(overwritten, text, tags) if tags else overwritten, masks)


def _find(text: str) -> Iterator[_Found]:
    """Yield the ranges of JSX, in order."""
    code = without_code(text)
    at = 0
    module_end = 0
    while (match := _OPENING.search(code, at)) is not None:
        start, at = match.start(), match.end()
        if match["module"]:
            if start in {0, module_end} or not code[:start].rstrip(" \t\n") or code[:start].endswith("\n\n"):
                at = module_end = _module_end(code, start)
                yield _Found(start, at, _NOT_NEWLINE.sub(" ", text[start:at]))
        elif match["brace"]:
            at = _closed(code, start)
            yield _expression(text, start, at)
        elif match["tag"]:
            end = _tag_end(code, match.end())
            if end > 0:
                yield from _element(text, match["name"] or "", start, end)
                at = end


def _closed(code: str, start: int) -> int:
    """Return where the expression ends that a brace opens; if it never does, where its paragraph ends."""
    depth = 0
    for match in _CODE.finditer(code, start, start + _LONGEST):
        depth += (match["open"] is not None) - (match["close"] is not None)
        if depth == 0:
            return match.end()
    ending = _BLANK_LINE.search(code, start)
    return ending.start() if ending is not None else len(code)


def _module_end(code: str, start: int) -> int:
    """Return where an import or export ends: at a blank line that is in no braces."""
    at = start
    for match in re.compile(r"\{|\n(?=[ \t]*(?:\n|\Z))").finditer(code, start):
        if match.start() < at:
            continue
        if match.group() == "\n":
            return match.end()
        at = _closed(code, match.start())
    return len(code)


def _tag_end(code: str, at: int) -> int:
    """Return where a tag ends whose name ends at an offset; -1 if it is none."""
    while (match := _IN_TAG.match(code, at)) is not None:
        at = match.end()
        if match["end"]:
            return at
        if match["brace"]:
            at = _closed(code, match.start())
    return -1


def _expression(text: str, start: int, end: int) -> _Found:
    raw = text[start:end]
    comment = _COMMENT.fullmatch(raw)
    if comment is not None and "\n" not in raw[:4] + raw[-3:] and len(raw) >= len("<!---->"):
        # The comment of HTML is one mark longer: it takes the place of a space.
        words = raw[4:-3].replace(">", ".").replace("*", " ")
        return _Found(start, end, f"<!--{words}-->", masked=False)
    alone = _is_alone(text, start, end)
    printed = not alone and comment is None and _SPACE.fullmatch(raw) is None
    return _Found(start, end, overwrite_code(raw, alone=alone), printed=printed)


def _element(text: str, name: str, start: int, end: int) -> Iterator[_Found]:
    """What stands for the tag of a component; for one of HTML, what stands for its expressions."""
    raw = text[start:end]
    alone = _is_alone(text, start, end)
    if not name[:1].islower() or "." in name or (alone and name in _PLAIN_CONTAINERS):
        printed = raw.endswith("/>") and not alone
        yield _Found(start, end, overwrite_code(raw, alone=alone), printed=printed)
        return
    at = start
    while (brace := text.find("{", at, end)) >= 0:
        at = min(_closed(text, brace), end)
        inside = _NOT_NEWLINE.sub(" ", text[brace + 1 : at - 1])
        yield _Found(brace, at, f'"{inside}"' if at - brace > 1 else " ", masked=False)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the lines of a range."""
    line = text.rfind("\n", 0, start) + 1
    return not text[line:start].strip(" \t>") and _REST_OF_LINE.match(text, end) is not None


@dataclass(slots=True)
class _Open:
    """An open component: the indent of its tag, and by how much what stands in it is indented further."""

    indent: int
    further: int | None = None


def _without_indents(overwritten: str, text: str, tags: Sequence[_Found]) -> str:
    """
    Move the indents inside of components to the ends of the lines before.

    In Markdown, four spaces make code; in MDX, they do not. A line of a paragraph stays as it is: there,
    an indent means nothing.
    """
    last_lines = _last_lines(text, tags)
    indents: list[int] = []
    lines, code = overwritten.split("\n"), without_code(text).split("\n")
    opened: list[_Open] = []
    begins = False
    for number, line in enumerate(text.split("\n")):
        tag = last_lines.get(number, "")
        if tag.startswith("</") and opened:
            opened.pop()
        words = line.lstrip(" ")
        indent = len(line) - len(words)
        if opened and words.strip():
            inside = opened[-1]
            if inside.further is None:
                inside.further = max(indent - inside.indent, 0)
            moved = min(inside.further, indent)
            if moved and (begins or tag or not code[number].strip()):
                lines[number - 1] += " " * moved
                lines[number] = lines[number][moved:]
                indent -= moved
        indents.append(indent)
        if tag and not tag.startswith("</") and not tag.endswith("/>"):
            opened.append(_Open(indents[number - tag.count("\n")]))
        begins = bool(tag) or not words.strip()
    return "\n".join(lines)


def _last_lines(text: str, tags: Sequence[_Found]) -> dict[int, str]:
    """The tags, by the numbers of the lines in which they end."""
    found: dict[int, str] = {}
    number = at = 0
    for tag in tags:
        number += text.count("\n", at, tag.end)
        at = tag.end
        found[number] = text[tag.start : tag.end]
    return found
