"""The commands by name, each imported when it is called."""

from __future__ import annotations

from typing import ClassVar

import click

from articlelint._version import __version__
from articlelint.cli.lazy import LazyGroup, Target


class _Commands(LazyGroup):
    commands_by_name: ClassVar = {
        "baseline": Target(
            "articlelint.cli.baseline", "Accept what is there, so that only new findings count."
        ),
        "check": Target(
            "articlelint.cli.check", "Lint articles: files, folders, globs, or - for standard input."
        ),
        "completion": Target(
            "articlelint.cli.completion", "Print the completion script for bash, zsh or fish."
        ),
        "explain": Target("articlelint.cli.explain", "Say what a rule is for, its options and examples."),
        "fix": Target("articlelint.cli.fix", "Apply the safe fixes and list what is left."),
        "import-vale": Target(
            "articlelint_vale.cli", "Write an .articlelint.toml that does what a .vale.ini does."
        ),
        "init": Target("articlelint.cli.init", "Write a commented .articlelint.toml."),
        "rules": Target("articlelint.cli.rules", "List the rules."),
        "stats": Target("articlelint.cli.stats", "Measure articles: words, quotations, readability."),
        "style": Target("articlelint_house.cli.style", "Test, try and print the newsroom's own rules."),
    }


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="articlelint %(version)s")
def cli() -> None:
    """
    Find what an editor would be embarrassed to print.

    Start with:  articlelint check article.txt
    """
