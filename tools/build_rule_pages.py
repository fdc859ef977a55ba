"""
Writes docs/rules/: a page for each rule, from the rule itself.

    python tools/build_rule_pages.py            write them
    python tools/build_rule_pages.py --check    say which are out of date, and exit 1
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.cli.rule_pages import as_toml, explain
from articlelint.plugins.loading import load
from articlelint.plugins.registry import Registry
from articlelint.testing import marked

if TYPE_CHECKING:
    from articlelint.plugins.registry import RegisteredRule
    from articlelint.rule import Clean, Flagged

FOLDER = Path(__file__).parent.parent / "docs" / "rules"
OWN = {"builtin", "articlelint"}


def page(registered: RegisteredRule) -> str:
    """A rule's page."""
    meta, text = registered.rule.meta, explain(registered.rule)
    state = "on by default" if meta.default else "off unless selected by name"
    parts = [
        f"# {meta.name}",
        f"*{registered.category} · {meta.severity} · {state} · since {meta.since}*",
        f"**{text.title}**",
        text.body,
        text.confidence,
        "## Reported",
        *(_example(example) for example in text.flagged),
        "## Left alone",
        *(_example(example) for example in text.clean),
    ]
    if text.options:
        lines = [f"[rules.{meta.name}]", *(f"{o.key} = {o.default}" for o in text.options)]
        parts += ["## Options", "```toml\n" + "\n".join(lines) + "\n```"]
        parts += [f"`{o.key}`: {o.text}" for o in text.options]
    parts += [
        "## Ignore it once",
        f"```html\n<!-- articlelint: ignore[{meta.name}] why it is right here -->\n```",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _example(example: Flagged | Clean) -> str:
    fence = "```text\n{}\n```"
    shown = example.text
    if hasattr(example, "fixed"):
        plain, spans = marked(example.text)
        pieces, at = "", 0
        for span in spans:
            if span.start >= at:
                pieces += f"{plain[at : span.start]}⟦{plain[span.start : span.end]}⟧"
                at = span.end
        shown = pieces + plain[at:]
    parts = [fence.format(shown.strip("\n"))]
    if example.options:
        given = ", ".join(f"`{key} = {as_toml(value)}`" for key, value in example.options.items())
        parts.insert(0, f"With {given}:")
    fixed = getattr(example, "fixed", None)
    if fixed is not None:
        parts += ["becomes", fence.format(fixed.strip("\n"))]
    return "\n\n".join(parts)


def index(registry: Registry) -> str:
    """The list of all rules."""
    lines = ["# Rules", "", "⟦ ⟧ in the examples mark what is reported.", ""]
    for category in registry.categories:
        own = [r for r in registry.rules.values() if r.category == category and r.plugin.name in OWN]
        if own:
            lines += [f"## {category}", "", "| rule | reports | severity |", "|---|---|---|"]
            for r in own:
                note = "" if r.rule.meta.default else " (off unless selected)"
                lines.append(
                    f"| [{r.name}]({r.name}.md) | {r.rule.meta.summary}{note} | {r.rule.meta.severity} |"
                )
            lines.append("")
    return "\n".join(lines)


def pages() -> dict[str, str]:
    """Every page by file name."""
    registry = load()
    made = {f"{r.name}.md": page(r) for r in registry.rules.values() if r.plugin.name in OWN}
    return {"index.md": index(registry), **made}


def main() -> None:
    """Write or check the pages."""
    made = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    if "--check" in sys.argv[1:]:
        stale = sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))
        if stale:
            sys.exit(f"out of date: {', '.join(stale)}; run python tools/build_rule_pages.py")
        return
    FOLDER.mkdir(exist_ok=True)
    for name in there.keys() - made.keys():
        (FOLDER / name).unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
