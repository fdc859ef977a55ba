"""
Writes docs/rules/: a page for each rule, from the rule itself.

    python tools/build_rule_pages.py            write them
    python tools/build_rule_pages.py --check    say which are out of date, and exit 1
"""

from __future__ import annotations

import sys
from pathlib import Path

from marked_text import corrected, escaped
from marked_text import marked as marked_html

from articlelint.cli.rule_pages import archive_in_words, as_toml, explain
from articlelint.model import Severity
from articlelint.plugins.loading import load
from articlelint.plugins.precision import Precision, measured
from articlelint.plugins.registry import RegisteredRule, Registry
from articlelint.rule import Clean, Flagged
from articlelint.testing import find, marked

FOLDER = Path(__file__).parent.parent / "docs" / "rules"
OWN = {"builtin", "articlelint"}
NEWLINE = "\n"
ABOUT_PRECISION = """\
A person has judged random samples of what some of the rules report in published articles, where few faults
are left. The last column says how many findings of a sample were right. The page of the rule says how many
were a matter of style. Of the rules without a figure, fewer than ten findings have been judged."""


def page(registered: RegisteredRule, precision: Precision | None) -> str:
    """A rule's page."""
    meta, text = registered.rule.meta, explain(registered.rule)
    state = "on by default" if meta.default else "off unless selected by name"
    parts = [
        f"# {meta.name}",
        f"*{registered.category} · {meta.severity} · {state} · since {meta.since}*",
        f"**{text.title}**",
        text.body,
        text.confidence,
        precision.sentence if precision else "",
        "## Reported",
        *(_example(example, _severity(registered, example)) for example in text.flagged),
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


def _severity(registered: RegisteredRule, example: Flagged) -> Severity:
    """The severity of what an example shows; with several findings, the lowest."""
    meta, text = registered.rule.meta, marked(example.text)[0]
    found = find(registered.rule, text, options=dict(example.options), suffix=example.suffix)
    severities = [meta.severity_at(finding.confidence) or meta.severity for finding in found]
    return min(severities, key=lambda severity: severity.rank, default=meta.severity)


def _example(example: Flagged | Clean, severity: str = "") -> str:
    """An example as a figure: the text, and beside it the corrected text if there is one."""
    lines: list[str] = []
    if example.options:
        given = ", ".join(f"{key} = {as_toml(value)}" for key, value in example.options.items())
        lines.append(f"<figcaption>With <code>{escaped(given)}</code></figcaption>")
    if example.archive:
        lines.append(f"<figcaption>With {escaped(archive_in_words(example))}</figcaption>")
    if isinstance(example, Clean):
        lines.append(f'<blockquote class="clean">{escaped(example.text.strip(NEWLINE))}</blockquote>')
    else:
        plain, spans = marked(example.text.strip(NEWLINE))
        text = marked_html(plain, [(span, "") for span in spans])
        fixed = example.fixed.strip(NEWLINE) if example.fixed is not None else ""
        before = "<small>before</small>" if fixed else ""
        lines.append(f'<blockquote class="{severity}">{before}{text}</blockquote>')
        if fixed:
            after = corrected(plain, fixed)
            lines.append(f'<blockquote class="clean"><small>after</small>{after}</blockquote>')
    return "\n".join(['<figure class="example">', *lines, "</figure>"])


def index(registry: Registry) -> str:
    """The list of all rules."""
    precision = measured(registry.rules.values())
    lines = ["# Rules", "", ABOUT_PRECISION, ""]
    for category in registry.categories:
        own = [r for r in registry.rules.values() if r.category == category and r.plugin.name in OWN]
        if own:
            lines += [f"## {category}", "", "| rule | reports | severity | right |", "|---|---|---|---|"]
            for r in own:
                note = "" if r.rule.meta.default else " (off unless selected)"
                known = precision.get(r.name)
                right = f"{known.right} of {known.sample}" if known else ""
                summary = r.rule.meta.summary + note
                lines.append(f"| [{r.name}]({r.name}.md) | {summary} | {r.rule.meta.severity} | {right} |")
            lines.append("")
    return "\n".join(lines)


def pages() -> dict[str, str]:
    """Every page by file name."""
    registry = load()
    precision = measured(registry.rules.values())
    own = [r for r in registry.rules.values() if r.plugin.name in OWN]
    made = {f"{r.name}.md": page(r, precision.get(r.name)) for r in own}
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
