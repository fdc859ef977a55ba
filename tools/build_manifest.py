"""
Writes rules/articlelint_rules/manifest.py: what every built-in rule says of itself, so that none is imported
to be listed, selected or passed over. Run it when a rule comes, goes, or changes its ``meta``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import articlelint_rules

if TYPE_CHECKING:
    import articlelint as al

ROOT = Path(__file__).parent.parent
PATH = ROOT / "rules" / "articlelint_rules" / "manifest.py"
HEAD = '''"""
Every built-in rule, where it is and what it says of itself.

Made by tools/build_manifest.py from the rules; do not edit.
"""

from __future__ import annotations

import articlelint as al

# fmt: off
RULES: tuple[al.LazyRule, ...] = (
'''
WIDTH = 110
INDENT = " " * 8


def _quoted(text: str) -> str:
    """A literal as the formatter writes it, with escapes for what does not show."""
    literal = repr(text)
    return literal if '"' in text or literal[0] == '"' else f'"{literal[1:-1]}"'


def entry(rule: type[al.Rule[Any]]) -> str:
    """A rule's entry."""
    meta = rule.meta
    arguments = [_quoted(meta.name), _quoted(meta.summary), f"since={_quoted(meta.since)}"]
    arguments += [f"severity=al.Severity.{meta.severity.name}", f"category={_quoted(rule.category())}"]
    arguments += [] if meta.default else ["default=False"]
    if meta.triggers:
        first, *others = map(_quoted, meta.triggers)
        arguments += [f"triggers=({first}", *others]
        arguments[-1] += ")" if others else ",)"
    lines = [f'    al.LazyRule("{rule.__module__}:{rule.__name__}", al.Meta(']
    line = INDENT
    for argument in arguments:
        if len(line) + len(argument) + 2 > WIDTH:
            lines.append(line.rstrip())
            line = INDENT
        line += f"{argument}, "
    return "\n".join([*lines, line.rstrip(), "    )),", ""])


def manifest() -> str:
    """The module's text."""
    return HEAD + "".join(map(entry, articlelint_rules.rule_classes())) + ")\n"


if __name__ == "__main__":
    PATH.write_text(manifest(), encoding="utf-8")
