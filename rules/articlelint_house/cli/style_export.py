"""``articlelint style export``: the house style as a page that an editor can read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from articlelint.commands import (
    UsageError,
    config_options,
    current_configuration,
    load_plugins,
    named_rules,
    read_file_rules,
    replace_file,
    split_names,
)
from articlelint_house.page import style_page
from articlelint_house.page_html import html_page
from articlelint_house.page_markdown import markdown_page


@click.command("export", short_help="Print the house style as one page.")
@click.argument("rules", nargs=-1, metavar="[RULES]...")
@click.option(
    "--format", "wanted", type=click.Choice(["html", "markdown"]), default="html", help="[default: html]"
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the page there.  [default: print]",
)
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@click.option("--title", default="House style", metavar="TEXT", help="[default: House style]")
@config_options
def command(
    rules: tuple[str, ...], *, wanted: str, output: Path | None, force: bool, title: str, **config: Any
) -> int:
    """
    Print the house style as one page: every rule with its reason, its examples and its owner.

    RULES are rules or packs, such as house/desk; the default is all of them.
    """
    if output is not None and not force and output.exists():
        raise UsageError(f"--output: {output} is there already; --force overwrites it")
    registry = load_plugins()
    settings = current_configuration(registry, **config).for_folder(Path.cwd())
    known = read_file_rules(registry, settings).rules
    if not known:
        raise UsageError(
            "no style packs: name them in .articlelint.toml as [house] packs = [...], "
            "or Vale styles as vale = [...]"
        )
    chosen = named_rules(split_names(rules) or known, registry, known, "style export")
    page = style_page(title, [rule for name, rule in known.items() if name in chosen])
    if not page.packs:
        raise UsageError(f"style export: no rule of the style packs is among {', '.join(rules)}")
    text = html_page(page) if wanted == "html" else markdown_page(page)
    if output is None:
        click.echo(text.encode(), nl=False)
        return 0
    _write(output, text)
    click.echo(f"Wrote {output}: {page.rules} rules.")
    return 0


def _write(file: Path, text: str) -> None:
    try:
        replace_file(file, text.encode())
    except OSError as error:
        raise UsageError(f"--output: {file}: cannot be written: {error.strerror or error}") from None
