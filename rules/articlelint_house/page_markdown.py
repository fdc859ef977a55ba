"""The style guide as one Markdown page, for a wiki or a repository."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlelint.commands import address, counted, line_of
from articlelint_house.page import IGNORED, Entry, Example, Page

_MARKUP = r"[\\`*_\[\]<>|~&#$]"


def markdown_page(page: Page) -> str:
    """The page as Markdown, in the dialect of GitHub and GitLab."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield IGNORED + "\n"
    # Explicit anchors, because renderers make different anchors from headings.
    yield f"# {_text(page.title)}\n"
    yield f"{counted(page.rules, 'rule')}. What is **marked** in an example is reported.\n"
    numbers = {
        entry.rule.name: f"rule-{number}"
        for number, entry in enumerate((e for pack in page.packs for e in pack.entries), 1)
    }
    for number, pack in enumerate(page.packs, 1):
        yield f"- [{_text(pack.name)}](#pack-{number}) ({counted(len(pack.entries), 'rule')})"
    yield "- [A to Z](#index)"
    for number, pack in enumerate(page.packs, 1):
        yield f'\n<a id="pack-{number}"></a>\n\n## {_text(pack.name)}'
        for entry in pack.entries:
            yield from _entry(entry, numbers[entry.rule.name])
    yield '\n<a id="index"></a>\n\n## A to Z'
    for letter, lines in page.lines.items():
        yield f"\n### {letter}\n"
        for line in lines:
            yield f"- [{_text(line.text)}](#{numbers[line.rule]})"


def _entry(entry: Entry, anchor: str) -> Iterator[str]:
    rule = entry.rule
    yield f'\n<a id="{anchor}"></a>\n\n### {_text(entry.title)}\n'
    if entry.disabled:
        yield f"**Not in use:** {_text(entry.disabled)}\n"
    if entry.why:
        yield f"{_text(entry.why)}\n"
    yield from map(_example, entry.examples)
    if entry.examples:
        yield ""
    if rule.url:
        yield f"- More: <{address(rule.url)}>" if "://" in rule.url else f"- More: {_text(rule.url)}"
    for label, text in entry.facts:
        yield f"- {_text(label)}: {_text(text)}"
    yield f"- Rule: {_text(rule.name)}" + (f", {_text(rule.at)}" if rule.at else "")


def _example(example: Example) -> str:
    label = "Reported" if example.flagged else "Left alone"
    text = "".join(_marked(p.text) if p.marked else _text(p.text) for p in example.pieces)
    fixed = f" Better: {_text(example.fixed)}" if example.fixed else ""
    return f"- *{label}:* {text}{fixed}"


def _marked(text: str) -> str:
    """The text in bold, with white space at its edges outside the marks, where Markdown needs it."""
    bare = text.strip()
    if not bare:
        return text
    start = text.index(bare)
    return f"{text[:start]}**{_text(bare)}**{text[start + len(bare) :]}"


def _text(text: str) -> str:
    """The text on one line, with everything escaped that would be markup."""
    return re.sub(_MARKUP, r"\\\g<0>", line_of(text))
