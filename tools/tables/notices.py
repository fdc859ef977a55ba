"""The notice beside each data file: where it comes from, what was changed, and the licences in full."""

from __future__ import annotations

import re
import textwrap

from tables.sources import TOOLS, Source, Sources, Target

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
        made = f"Made by tools/build.py {target.name} from"
        if target.not_reproducible:
            made = f"It cannot be built again: {target.not_reproducible}. It was made from"
        parts += ["", fill(made), *(describe(sources.inputs[name]) for name in target.inputs)]
    for name in licences_of(target.licence):
        text = (TOOLS / "licences" / sources.licences[name]).read_text(encoding="utf-8")
        parts += ["", RULE, f"The licence {name}", RULE, "", text.rstrip()]
    return "\n".join(parts) + "\n"


def describe(source: Source) -> str:
    """An input: what it is, its file with the checksum, its licence."""
    lines = [f"- {source.title}", source.where, f"{source.file}, sha256 {source.sha256}"]
    lines += [f"{source.licence}. {source.copyright}"]
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
