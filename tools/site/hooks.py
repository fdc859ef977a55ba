"""
What MkDocs calls while it builds the site: lists the rules, and fills the home page.

The home page shows what articlelint says today. It has the comments ``<!-- article -->``, for an article with
its marks and findings, and ``<!-- gate -->``, for one finding as it looks on a pull request.
"""

from __future__ import annotations

import html
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))  # MkDocs runs this file from its own folder

from marked_text import escaped, marked  # noqa: E402

from articlelint.config.discovery import Configuration, Found  # noqa: E402
from articlelint.engine import Engine  # noqa: E402
from articlelint.model import Diagnostic  # noqa: E402
from articlelint.plugins.loading import load  # noqa: E402

ARTICLE = "examples/ferry.txt"
AT_THE_GATE = "repeated-word"
"""The rule of the finding that is shown on a pull request."""


def on_config(config: Any) -> Any:
    """Add the pages of the rules to the navigation, by category."""
    registry = load()
    rules = next(entry for entry in config.nav if "Rules" in entry)
    pages: list[Any] = [rules["Rules"]]
    for category in registry.categories:
        own = [r.name for r in registry.rules.values() if r.category == category]
        pages.append({category: [f"rules/{name}.md" for name in own]})
    rules["Rules"] = pages
    return config


def on_page_markdown(markdown: str, *, page: Any, **_others: Any) -> str:
    """Return the Markdown of a page, with the comments on the home page replaced."""
    if page.file.src_uri != "index.md":
        return markdown
    text = (ROOT / ARTICLE).read_text(encoding="utf-8")
    engine = Engine(load(), Configuration(isolated=True))
    found = engine.lint_file(Found(ARTICLE, data=text.encode())).diagnostics
    shown = markdown.replace("<!-- article -->", article(text, found))
    return shown.replace("<!-- gate -->", gate(text, found))


def article(text: str, found: tuple[Diagnostic, ...]) -> str:
    """Return an article with a numbered mark for each finding, and the findings beside it."""
    marks = [
        (d.span, f' class="{d.severity}" title="{html.escape(d.message)}" data-number="{number}"')
        for number, d in enumerate(found, 1)
    ]
    items = [
        f'<li class="{d.severity}">{escaped(d.message)} <a href="rules/{d.rule}/">{d.rule}</a></li>'
        for d in found
    ]
    headline, _, rest = marked(text.strip(), marks).partition("<br>")
    return "\n".join([
        '<div class="article">',
        f'<div class="paper"><b>{headline}</b><br>{rest}</div>',
        "<ol>",
        *items,
        "</ol>",
        "</div>",
    ])  # fmt: skip


def gate(text: str, found: tuple[Diagnostic, ...]) -> str:
    """Return the line of one finding as an added line of a pull request, with the finding below it."""
    d = next(each for each in found if each.rule == AT_THE_GATE)
    line = d.place.start.line
    note = f"<b>{d.severity}</b> articlelint: {escaped(d.message)} <code>{d.rule}</code>"
    return "\n".join([
        '<div class="gate">',
        f'<div class="file">{ARTICLE}</div>',
        f'<div class="line"><span>{line}</span><p>{escaped(text.splitlines()[line - 1])}</p></div>',
        f'<div class="note {d.severity}">{note}</div>',
        '<div class="verdict"><b>✗ articles</b> The check fails until the error is corrected.</div>',
        "</div>",
    ])  # fmt: skip
