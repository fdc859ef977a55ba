"""``articlelint style``: tests, tries and prints the rules of style packs."""

from __future__ import annotations

import click

from articlelint_house.cli import style_export, style_test, style_try


@click.group("style", short_help="Test, try and print the newsroom's own rules.")
def command() -> None:
    """Test, try and print the house style: the rules in the newsroom's own files."""


command.add_command(style_export.command)
command.add_command(style_test.command)
command.add_command(style_try.command)
