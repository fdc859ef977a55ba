"""``articlelint style export``: the house style as a page that an editor can read."""

from __future__ import annotations

from pathlib import Path

import click

from articlelint.cli.options import split_names
from articlelint.cli.setup import own_configuration
from articlelint.config.file_rules import rules_of
from articlelint.config.selection import named_rules
from articlelint.errors import UsageError
from articlelint.plugins.registry import load
from articlelint_house.page import house_page


@click.command("export")
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
@click.option("--title", default="House style", metavar="TEXT", help="[default: House style]")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
)
def command(
    rules: tuple[str, ...], *, wanted: str, output: Path | None, title: str, config: Path | None
) -> int:
    """
    Print the house style as one page: every rule with its reason, its examples and its owner.

    RULES are rules or packs, such as house/desk; the default is all of them.
    """
    registry = load()
    house = rules_of(registry, own_configuration(config).for_folder(Path.cwd()))
    if not house.rules:
        raise UsageError("no style packs: name them in .articlelint.toml as [house] packs = [...]")
    chosen = named_rules(split_names(rules) or house.rules, registry, house.rules, "style export")
    page = house_page(title, [rule for name, rule in house.rules.items() if name in chosen])
    if not page.packs:
        raise UsageError(f"style export: no rule of the style packs is among {', '.join(rules)}")
    if wanted == "html":
        from articlelint_house.page_html import house_html

        text = house_html(page)
    else:
        from articlelint_house.page_markdown import house_markdown

        text = house_markdown(page)
    if output is None:
        click.echo(text.encode(), nl=False)
        return 0
    _write(output, text)
    click.echo(f"Wrote {output}: {page.rules} rules.")
    return 0


def _write(file: Path, text: str) -> None:
    from articlelint.findings.fixes import replace_file

    try:
        replace_file(file, text.encode())
    except OSError as error:
        raise UsageError(f"--output: {file}: cannot be written: {error.strerror or error}") from None
