"""``articlelint style``: the newsroom's own rules, put to the test, tried on an archive, and printed."""

from __future__ import annotations

from typing import ClassVar

import click

from articlelint.cli.lazy import LazyGroup, Target


class _Commands(LazyGroup):
    commands_by_name: ClassVar = {
        "export": Target("articlelint_house.cli.style_export", "Print the house style as one page."),
        "test": Target("articlelint_house.cli.style_test", "Run the examples of the style packs."),
        "try": Target("articlelint_house.cli.style_try", "See what rules would report in an archive."),
    }


@click.group("style", cls=_Commands)
def command() -> None:
    """Test, try and print the house style: the rules in the newsroom's own files."""
