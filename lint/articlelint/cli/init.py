"""``articlelint init``: writes a configuration file to start from."""

from __future__ import annotations

import os
from pathlib import Path

import click

from articlelint.config.settings import FILE_NAME
from articlelint.errors import UsageError
from articlelint.plugins.loading import load_settings
from articlelint.source import replace_file

TEMPLATE = """\
# The configuration of articlelint. Lines that begin with # are comments.
# List the rules with:        articlelint rules
# Read about one of them:     articlelint explain mixed-spelling

# The variety of English: en-GB, en-US, en-CA, en-AU, or auto (the one that each article mostly uses).
dialect = "auto"

# Rules to run, by name or category; "all" stands for all that are on by default.
select = ["all"]

# Rules to leave out.
ignore = []

# Files to leave out, written as in a .gitignore. Files that git ignores are left out anyway.
# exclude = ["drafts/**"]

# Files to read besides .txt, .text, .md, .markdown, .html and .htm.
# include = ["*.article"]

# The lowest severity that makes the check fail: error, warning, info or never.
fail-on = "error"

# Leave out guesses with a lower confidence, a number from 0 to 1. Findings that are no guesses stay.
# min-confidence = 0.8

# Read only articles with these statuses, in formats that tell one, such as exports of WordPress.
# status = ["publish", "draft"]

# Another configuration file to build on. Where both set something, this file counts.
# extend = "../house.toml"

# The severity of a rule or a category: error, warning or info.
# [severity]
# repeated-word = "warning"

# The options of a rule; "articlelint explain RULE" lists them.
# [rules.unattributed-quote]
# minimum-words = 8

{plugins}
# Preferred spellings, each with the spellings that it replaces.
# [house.spelling]
# "Kyiv" = ["Kiev"]

# Keys of front matter that are read besides title, headline, subtitle, description, summary, excerpt,
# caption and alt, each with the part of the article that it is; "none" for a key that is not read.
# [front-matter]
# lede = "standfirst"

# A different choice of rules for some files.
# [paths."interviews/**"]
# ignore = ["unattributed-quote"]
"""


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--style", metavar="NAME", help="Begin with a starter pack, such as ap.")
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
def command(folder: Path, style: str | None, force: bool) -> int:
    """Write a commented .articlelint.toml into FOLDER (default: the current folder)."""
    target = folder / FILE_NAME
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder")
    text = TEMPLATE.replace("{plugins}\n", _plugin_part(style))
    if os.path.lexists(target) and not force:
        raise UsageError(f"{target} is there already; --force overwrites it")
    try:
        replace_file(target, text.encode())
    except OSError as error:
        raise UsageError(f"{target}: cannot be written: {error.strerror or error}") from None
    click.echo(f"Wrote {target}. Next: articlelint check")
    return 0


def _plugin_part(style: str | None) -> str:
    """The keys of plugins for the template. Raises UsageError if no plugin has a starter of that name."""
    settings = [registered.setting for registered in load_settings().values()]
    settings.sort(key=lambda setting: setting.table)  # keys of the top level come first
    starters = sorted(name for setting in settings for name in setting.starters)
    if style is not None and style not in starters:
        known = f"; there are {', '.join(starters)}" if starters else ""
        raise UsageError(f"--style: no starter pack is named '{style}'{known}")
    parts = [setting.starters.get(style or "", setting.template) for setting in settings]
    return "".join(f"{part.strip()}\n\n" for part in parts if part.strip())
