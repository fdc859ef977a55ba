"""The notice beside each data file: where it comes from, what was changed, and the licences in full."""

from __future__ import annotations

import re
import textwrap

from tables.sources import TOOLS, Source, Sources, Target, Text

WIDTH = 110
RULE = "-" * WIDTH


def licences_of(expression: str) -> list[str]:
    """The licences that an SPDX expression names."""
    return [name for name in re.findall(r"[\w.-]+", expression) if name != "AND"]


def notice(target: Target, sources: Sources) -> str:
    """The text of a data file's notice."""
    title = f"{target.path.name}: {target.title}"
    parts = [title, "=" * len(title), "", f"Licence of this file: {target.licence}", "", fill(target.changes)]
    if target.inputs:
        made = f"Made by {target.made_by or f'tools/build.py {target.name}'} from"
        parts += ["", fill(made), *(describe(sources.inputs[name]) for name in target.inputs)]
    if target.texts:
        parts += map(describe_text, sources.texts.values())
    for name in licences_of(target.licence):
        text = (TOOLS / "licences" / sources.licences[name]).read_text(encoding="utf-8")
        parts += ["", RULE, f"The licence {name}", RULE, "", text.rstrip()]
    return "\n".join(parts) + "\n"


def describe(source: Source) -> str:
    """An input: what it is, its file with the checksum, its licence."""
    lines = [f"- {source.title}", source.where, f"{source.file}, sha256 {source.sha256}"]
    lines += [f"{source.licence}. {source.copyright}"]
    return "\n" + "\n".join(fill(line, "  ") for line in lines)


def describe_text(text: Text) -> str:
    """Articles that were read: what they are, where they are, their licence."""
    lines = [
        f"- {text.title}, {text.words:,} words",
        f"GitHub repository {text.repository}, commit {text.commit}",
        f"files {text.files}, sha256 {text.sha256}",
        f"{text.licence}. {text.holder}",
    ]
    return "\n" + "\n".join(fill(line, "  ") for line in lines)


def fill(text: str, indent: str = "") -> str:
    """A text in lines of one width."""
    first = "" if text.startswith("- ") else indent
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
